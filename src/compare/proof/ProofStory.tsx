/** Beside a proof: which claim it is, what is run, and the way on and back. */
import { useLayoutEffect, useRef } from 'react';
import { claimOf } from '../../lessons/catalogue.ts';
import type { Claim } from '../../lessons/claim.ts';
import { encodeScenario } from '../../scenario/codec.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { storyOf } from '../../stages/catalogue.ts';
import { useSession, useSessionState, useSettings } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { placeOfClaim } from './claims-around.ts';
import { descriptionOf, differencesOf, sorted } from './differences.ts';
import { toTop } from './focus.ts';
import styles from './ProofStory.module.css';

export function ProofStory() {
  const id = useSessionState((state) => state.claim);
  const claim = id === null ? undefined : claimOf(id);
  return claim && <Story key={claim.id} claim={claim} />;
}

function Story({ claim }: { claim: Claim }) {
  const say = useText();
  const session = useSession();
  const predictions = useSettings((settings) => settings.predictions);
  const { n, of, next } = placeOfClaim(claim);
  const top = useRef<HTMLElement>(null);
  // What stood here before may have been scrolled.
  useLayoutEffect(() => toTop(top.current), []);
  return (
    <article ref={top} className={styles.story}>
      <header>
        <p className={styles.place}>{say(`stage.${storyOf(claim.stage)}`)}</p>
        <h2 className={styles.title}>{say('proof.place', { n, of })}</h2>
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
  const saying = { say, vocabulary };
  const { both } = sorted(claim, saying);
  return (
    <dl className={styles.runs}>
      {both.length > 0 && <Lines name={say('proof.run.both')} lines={both} />}
      <Lines
        name={say('proof.run.claim', { name: say(`stage.${claim.scenario.stage}`) })}
        lines={descriptionOf(claim, 'claim', saying)}
      />
      <Lines
        name={say('proof.run.foil', { name: say(`stage.${claim.foil.scenario.stage}`) })}
        lines={descriptionOf(claim, 'foil', saying)}
      />
      {claim.against && (
        <Lines
          name={say('proof.run.against', { name: say(`stage.${claim.against.stage}`) })}
          lines={differencesOf(claim.against, saying)}
        />
      )}
      {claim.foil.against && !isSame(claim.foil.against, claim.against) && (
        <Lines
          name={say('proof.run.foil.against', { name: say(`stage.${claim.foil.against.stage}`) })}
          lines={differencesOf(claim.foil.against, saying)}
        />
      )}
    </dl>
  );
}

function isSame(a: StageScenario, b: StageScenario | undefined): boolean {
  return b !== undefined && encodeScenario(a) === encodeScenario(b);
}

function Lines({ name, lines }: { name: string; lines: readonly string[] }) {
  const say = useText();
  return (
    <div>
      <dt>{name}</dt>
      {lines.length === 0 && <dd>{say('proof.as-it-comes')}</dd>}
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
