/** What page and worker say to each other. Plain data; the columns of a trace are transferred, not copied. */
import type { TraceColumns } from '../engine/trace.ts';
import type { RunReport } from '../metrics/run-report.ts';
import type { Samples } from '../metrics/samples.ts';
import type { View } from '../playback/view.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** From the page. A new `run` makes the worker forget the old one. */
export type ToWorker =
  | { kind: 'run'; run: number; scenario: Scenario }
  /** The same scenario with other interventions: the worker restores the checkpoint before `fromSeconds` and runs on. */
  | { kind: 'branch'; run: number; scenario: Scenario; fromSeconds: number };

/** A stretch of the run, in order. `from` is inclusive, `to` exclusive except for the last chunk. */
export interface Chunk {
  index: number;
  from: number;
  to: number;
  facts: TraceColumns;
  /** What could be seen at `from`, before the facts. */
  keyframe: View;
}

/** To the page. */
export type FromWorker =
  /** Everything from `keepChunks` on is about to be sent anew; chunks before it stay as they are. */
  | { kind: 'started'; run: number; chunkSeconds: number; keepChunks: number }
  | { kind: 'chunk'; run: number; chunk: Chunk; samples: Samples }
  | { kind: 'finished'; run: number; report: RunReport; recordedUntilSeconds: number }
  | { kind: 'failed'; run: number; message: string };
