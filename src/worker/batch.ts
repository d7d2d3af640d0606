/** What the page and a worker of the pool say to each other. */
import type { PriceChanges } from '../cost/prices.ts';
import type { RunReport } from '../scenario/report.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A run without a picture. */
export interface PoolJob {
  /** Must be valid. */
  scenario: Scenario;
  /** Prices other than those of the list. */
  prices?: PriceChanges;
}

/** To a worker: run this. */
export interface ToBatch extends PoolJob {
  job: number;
}

/** From it: what came of that. */
export type FromBatch = { job: number; report: RunReport } | { job: number; failure: string };

export function failureOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
