/** What a reader has predicted, and how it came out. */
import type { Claim, ClaimResult } from '../../lessons/claim.ts';
import { isTextKey } from '../../text/text.ts';
import type { DrawnCurve } from './drawn-curve.ts';

/** What was chosen or drawn. */
export type Predicted = { kind: 'choice'; outcome: string } | { kind: 'curve'; curve: DrawnCurve };

/** Whether there is a question to ask, in words too. */
export function canAsk(claim: Claim): boolean {
  const { prediction } = claim;
  if (!isTextKey(questionKey(claim))) return false;
  return prediction.kind === 'curve' || prediction.outcomes.every(({ id }) => isTextKey(answerKey(claim, id)));
}

export function questionKey({ id }: Pick<Claim, 'id'>): string {
  return `predict.${id}`;
}

export function answerKey({ id }: Pick<Claim, 'id'>, outcome: string): string {
  return `predict.${id}.${outcome}`;
}

/** How a choice came out; `unclear` where none of the outcomes came about. */
export type Standing = 'right' | 'wrong' | 'unclear';

export function standingOf(chosen: string, { outcome }: Pick<ClaimResult, 'outcome'>): Standing {
  if (outcome === null) return 'unclear';
  return outcome === chosen ? 'right' : 'wrong';
}
