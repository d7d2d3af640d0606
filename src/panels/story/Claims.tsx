/** The claims of a story, a card each: what is claimed is asked until it is proved, because the sentence gives it away. */
import { Check, Play } from 'lucide-react';
import { useId } from 'react';
import { claimsOf } from '../../lessons/catalogue.ts';
import type { Claim, ClaimResult } from '../../lessons/claim.ts';
import type { StoryId } from '../../stages/catalogue.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './Claims.module.css';
import { sentenceOf } from './claim-sentence.ts';

export function Claims({ story }: { story: StoryId }) {
  const say = useText();
  const claims = claimsOf(story);
  const proved = useSessionState((state) => state.proved);
  if (claims.length === 0) return null;
  const n = claims.filter(({ id }) => proved.has(id)).length;
  return (
    <PanelSection
      title={say('claims.title')}
      aside={<span className={styles.count}>{say('claims.count', { n, of: claims.length })}</span>}
    >
      <ul className={styles.list} aria-label={say('claims.title')}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimCard claim={claim} proved={proved.get(claim.id) ?? null} />
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function ClaimCard({ claim, proved }: { claim: Claim; proved: Pick<ClaimResult, 'numbers'> | null }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const id = useId();
  return (
    <div className={styles.card}>
      <p id={id}>{proved ? sentenceOf(claim, proved, vocabulary) : textOf(vocabulary, `predict.${claim.id}`)}</p>
      <div className={styles.foot}>
        {proved && (
          <span className={styles.proved}>
            <Check aria-hidden="true" />
            {say('claims.proved')}
          </span>
        )}
        <Button icon={<Play />} aria-describedby={id} onClick={() => session.prove(claim.id)}>
          {say(proved ? 'claims.again' : 'claims.prove')}
        </Button>
      </div>
    </div>
  );
}
