/** How the reader's prediction came out; null where there was none, or it is not known yet. */
import type { Claim, ClaimResult } from '../../lessons/claim.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { measuredCurve, nearnessOf } from './measured-curve.ts';
import { type Predicted, standingOf } from './prediction.ts';
import { choiceOutcome, curveOutcome, type Outcome } from './verdict-words.ts';

export function useOutcome(claim: Claim, predicted: Predicted | null, result: ClaimResult | null): Outcome | null {
  const say = useText();
  const run = useSession().run('claim');
  if (predicted === null || result === null) return null;
  if (predicted.kind === 'choice') return choiceOutcome(standingOf(predicted.outcome, result), say);
  // The result is there: so the run is known to its end, and its series does not grow any more.
  const { prediction, scenario } = claim;
  if (prediction.kind !== 'curve') return null;
  const measured = measuredCurve(prediction.series, scenario, run.store.getState().series);
  return measured && curveOutcome(nearnessOf(predicted.curve, measured, scenario.durationSeconds), say);
}
