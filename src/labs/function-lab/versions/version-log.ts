/** What each version did in a run up to a moment: its runs, how many failed, how long they took. Read off the facts. */
import { countWhile } from '../../../engine/count-while.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';
import type { Reel } from '../../../playback/reel.ts';

const FINISHED = FACT['invocation.finished'];
/** `invocation.finished`, column c: version × 256 + reason, and this on top in an environment kept ready for the alias. */
const AHEAD = 16_777_216;
const VERSION_STEP = 256;

export interface VersionRun {
  at: SimTime;
  version: number;
  hasFailed: boolean;
  /** Billed, without the start of the environment. */
  seconds: number;
}

/** Runs of a stretch of time. */
export interface Bin {
  done: number;
  failed: number;
}

export interface VersionFigures {
  runs: number;
  failed: number;
  /** Null where there were none. */
  medianSeconds: number | null;
  /** Of equal length, from the start of the run. */
  bins: readonly Bin[];
}

/** Follows a reel: facts that were taken away are forgotten. */
export class VersionLog {
  readonly #component: number;
  #generation = -1;
  #row = 0;
  #runs: VersionRun[] = [];

  /** `component`: the number of the function. */
  constructor(component: number) {
    this.#component = component;
  }

  /** All runs that are known and were over at `t`, in order. */
  until(reel: Reel, t: SimTime): readonly VersionRun[] {
    const { facts, generation } = reel;
    if (generation !== this.#generation || facts.length < this.#row) {
      this.#generation = generation;
      this.#row = 0;
      this.#runs = [];
    }
    for (; this.#row < facts.length; this.#row += 1) this.#read(facts, this.#row);
    return this.#runs.slice(
      0,
      countWhile(this.#runs, ({ at }) => at <= t),
    );
  }

  #read(facts: TraceColumns, row: number): void {
    if (facts.kind[row] !== FINISHED || facts.component[row] !== this.#component) return;
    const what = (facts.c[row] as number) % AHEAD;
    const billed = (facts.a[row] as number) - (facts.b[row] as number);
    this.#runs.push({
      at: facts.at[row] as number,
      version: Math.floor(what / VERSION_STEP),
      hasFailed: what % VERSION_STEP !== 0,
      seconds: billed / MICROSECONDS_PER_SECOND,
    });
  }
}

/** What one version did among these runs; over so many stretches of so long. */
export function figuresOf(
  runs: readonly VersionRun[],
  version: number,
  bins: number,
  binMicroseconds: SimTime,
): VersionFigures {
  const own = runs.filter((run) => run.version === version);
  const made: Bin[] = Array.from({ length: bins }, () => ({ done: 0, failed: 0 }));
  for (const { at, hasFailed } of own) {
    const bin = made[Math.min(bins - 1, Math.floor(at / binMicroseconds))] as Bin;
    if (hasFailed) bin.failed += 1;
    else bin.done += 1;
  }
  return {
    runs: own.length,
    failed: own.filter(({ hasFailed }) => hasFailed).length,
    medianSeconds: medianOf(own.map(({ seconds }) => seconds)),
    bins: made,
  };
}

/** The middle one, or the mean of the two in the middle; null of nothing. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
