/** Says the verdict to those who do not see it, as soon as it is there. */
import { useStore } from 'zustand';
import type { Claim } from '../../lessons/claim.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import type { Predicted } from './prediction.ts';
import { useOutcome } from './use-outcome.ts';
import { happened } from './verdict-words.ts';

export interface AnnouncementProps {
  claim: Claim;
  predicted: Predicted | null;
  isOver: boolean;
}

export function Announcement({ claim, predicted, isOver }: AnnouncementProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const result = useStore(useSession().proof, (state) => state.result);
  const outcome = useOutcome(claim, predicted, result);
  const words =
    isOver && result
      ? [
          say(result.isProven ? 'proof.proved' : 'proof.not-proved'),
          ...(outcome ? [outcome.words] : []),
          happened(claim, result, say, vocabulary),
        ].join('. ')
      : '';
  // There before it has anything to say: else it is not read out.
  return (
    <p className="for-readers" role="status">
      {words}
    </p>
  );
}
