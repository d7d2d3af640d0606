/** One call of the run, as it was billed: from the facts of the run. */
import { toSeconds } from '../../../engine/time.ts';
import { FACT } from '../../../models/facts.ts';
import type { Reel } from '../../../playback/reel.ts';

export interface BilledCall {
  /** When it was over, s. */
  atSeconds: number;
  /** How long it took by the clock, with its start, s. */
  tookSeconds: number;
  /** What of that is billed: rounded up to the millisecond. */
  billedSeconds: number;
  /** Of that, the start of its environment; 0 where it was warm. */
  startSeconds: number;
  /** Whether it came to an error. */
  failed: boolean;
}

const FINISHED = FACT['invocation.finished'];
const BEGAN = FACT['job.began'];

/** The last call of a component that was over by then; null if none was. */
export function lastCallBefore(
  { facts, rowAt }: Pick<Reel, 'facts'> & { rowAt(t: number): number },
  component: number,
  t: number,
): BilledCall | null {
  const { at, kind, component: of, subject, a, b, c } = facts;
  for (let row = rowAt(t + 1) - 1; row >= 0; row -= 1) {
    if (kind[row] !== FINISHED || of[row] !== component) continue;
    const began = beganBefore(facts, row);
    const start = toSeconds(b[row] as number);
    const billedSeconds = toSeconds(a[row] as number);
    const ran = began === null ? billedSeconds - start : toSeconds((at[row] as number) - (at[began] as number));
    return {
      atSeconds: toSeconds(at[row] as number),
      tookSeconds: ran + start,
      billedSeconds,
      startSeconds: start,
      failed: ((c[row] as number) & 255) !== 0,
    };
  }
  return null;

  function beganBefore({ kind, component: of }: typeof facts, end: number): number | null {
    for (let row = end - 1; row >= 0; row -= 1) {
      if (kind[row] === BEGAN && of[row] === component && subject[row] === subject[end]) return row;
    }
    return null;
  }
}
