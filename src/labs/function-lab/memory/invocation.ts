/** One call of the run, as it was billed: from the facts of the run. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';

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

/** What is read of the recording of a run. */
interface Recording {
  facts: TraceColumns;
  /** The first row at or after a time. */
  rowAt(t: SimTime): number;
}

const FINISHED = FACT['invocation.finished'];
const BEGAN = FACT['job.began'];

/** The last call of a component that was over by then; null if none was. */
export function lastCallBefore(recording: Recording, component: number, t: SimTime): BilledCall | null {
  const { facts } = recording;
  const row = rowBefore(facts, recording.rowAt(t + 1), FINISHED, component);
  if (row < 0) return null;
  const began = rowBefore(facts, row, BEGAN, component, facts.subject[row]);
  const over = facts.at[row] as number;
  const billedSeconds = toSeconds(facts.a[row] as number);
  const startSeconds = toSeconds(facts.b[row] as number);
  const ranSeconds = began < 0 ? billedSeconds - startSeconds : toSeconds(over - (facts.at[began] as number));
  return {
    atSeconds: toSeconds(over),
    tookSeconds: ranSeconds + startSeconds,
    billedSeconds,
    startSeconds,
    // The reason is in the lowest eight bits.
    failed: ((facts.c[row] as number) & 255) !== 0,
  };
}

/** The last row before `end` that tells this of the component, and of the instance where one is named; -1 if none does. */
function rowBefore(facts: TraceColumns, end: number, kind: number, component: number, instance?: number): number {
  for (let row = end - 1; row >= 0; row -= 1) {
    if (facts.kind[row] !== kind || facts.component[row] !== component) continue;
    if (instance === undefined || facts.subject[row] === instance) return row;
  }
  return -1;
}
