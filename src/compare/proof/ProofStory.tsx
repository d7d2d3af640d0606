/** Beside a proof: which claim it is, what is run, and the way on and back. */
import { claimOf } from '../../lessons/catalogue.ts';
import type { Claim } from '../../lessons/claim.ts';
import { storyOf } from '../../stages/catalogue.ts';
import { useSession, useSessionState, useSettings } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { placeOfClaim } from './claims-around.ts';
import { differencesOf, sorted } from './differences.ts';
import styles from './ProofStory.module.css';

export function ProofStory() {
  const id = useSessionState((state) => state.claim);
  const claim = id === null ? undefined : claimOf(id);
  return claim && <Story claim={claim} />;
}

function Story({ claim }: { claim: Claim }) {
  const say = useText();
  const session = useSession();
  const predictions = useSettings((settings) => settings.predictions);
  const { n, of, next } = placeOfClaim(claim);
  return (
    <article className={styles.story}>
      <header>
        <p className={styles.place}>{say('proof.place', { n, of })}</p>
        <h2 className={styles.title}>{say('proof.title', { stage: say(`stage.${storyOf(claim.stage)}`) })}</h2>
      </header>
      <p>{say('proof.what')}</p>
      <PanelSection title={say('proof.run')}>
        <WhatIsRun claim={claim} />
      </PanelSection>
      <div className={styles.actions}>
        <Button onClick={() => session.show(claim.stage)}>{say('proof.back')}</Button>
        {next && <Button onClick={() => session.prove(next.id)}>{say('proof.next')}</Button>}
      </div>
      <Switch
        label={say('proof.predictions')}
        help={say('proof.predictions.what')}
        checked={predictions}
        onChange={(on) => session.settings.setState({ predictions: on })}
      />
    </article>
  );
}

/** What is done to both runs, and what to each of them. */
function WhatIsRun({ claim }: { claim: Claim }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const lines = sorted(claim, (scenario) => differencesOf(scenario, { say, vocabulary }));
  return (
    <dl className={styles.runs}>
      {lines.both.length > 0 && <Lines name={say('proof.run.both')} lines={lines.both} />}
      <Lines name={say('proof.run.claim', { name: say(`stage.${claim.scenario.stage}`) })} lines={lines.claim} />
      <Lines name={say('proof.run.foil', { name: say(`stage.${claim.foil.scenario.stage}`) })} lines={lines.foil} />
    </dl>
  );
}

function Lines({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
