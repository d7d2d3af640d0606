/** What page and worker say to each other. Plain data; columns of numbers are transferred, not copied. */
import type { PriceChanges } from '../cost/prices.ts';
import type { Chunk } from '../playback/reel.ts';
import type { RunReport } from '../scenario/report.ts';
import type { Samples } from '../scenario/samples.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * From the page: run this from now on, and bill it with these prices of the reader's own, if any. Where only interventions
 * differ from the run before, the worker restores the checkpoint before the first difference and runs on from there.
 */
export interface ToWorker {
  run: number;
  scenario: Scenario;
  prices?: PriceChanges;
}

/** To the page. */
export type FromWorker =
  /** Chunks from number `keepChunks` on are about to come; those before it stay as they are. */
  | { kind: 'started'; run: number; chunkSeconds: number; keepChunks: number }
  | { kind: 'chunk'; run: number; chunk: Chunk; samples: Samples }
  /** The run is known to its end, or to where the page's record is full. */
  | { kind: 'finished'; run: number; report: RunReport; recordedUntilSeconds: number }
  | { kind: 'failed'; run: number; message: string };
