/** What a run has measured up to a moment, as the panels and the table show it. */
import { type RunColumn, type Series, valueAt } from '../scenario/samples.ts';

export interface Figures {
  /** Uploads so far, by what became of them. */
  started: number;
  accepted: number;
  refused: number;
  watchable: number;
  lost: number;
  deadLettered: number;
  /** Somewhere in the system. */
  waiting: number;
  /** Accepted, of those that have an answer; NaN while nobody has one. */
  acceptedShare: number;
  /** From the start of an upload until it is watchable, of those that are; NaN before the first. */
  p50Seconds: number;
  p95Seconds: number;
  perHourUsd: number;
  workingUsd: number;
  idleUsd: number;
  startingUsd: number;
  wastedUsd: number;
  soFarUsd: number;
  /** NaN before the first watchable video. */
  perThousandUsd: number;
  /** Of what was paid so far; NaN while nothing was. */
  idleShare: number;
}

/** The figures of a run at `tSeconds`: those of the last sample up to then. Null while nothing has been measured. */
export function figuresAt(series: Series | null, tSeconds: number): Figures | null {
  if (!series || series.length === 0) return null;
  const at = (column: RunColumn): number => valueAt(series, series.run[column], tSeconds);
  const accepted = at('accepted');
  const refused = at('refused');
  const watchable = at('watchable');
  const workingUsd = at('workingUsd');
  const idleUsd = at('idleUsd');
  const startingUsd = at('startingUsd');
  const wastedUsd = at('wastedUsd');
  const soFarUsd = workingUsd + idleUsd + startingUsd + wastedUsd;
  return {
    started: at('started'),
    accepted,
    refused,
    watchable,
    lost: at('lost'),
    deadLettered: at('deadLettered'),
    waiting: at('open'),
    acceptedShare: accepted / (accepted + refused),
    p50Seconds: at('untilWatchableP50Seconds'),
    p95Seconds: at('untilWatchableP95Seconds'),
    perHourUsd: at('perHourNowUsd'),
    workingUsd,
    idleUsd,
    startingUsd,
    wastedUsd,
    soFarUsd,
    perThousandUsd: watchable === 0 ? Number.NaN : (soFarUsd / watchable) * 1000,
    idleShare: soFarUsd === 0 ? Number.NaN : idleUsd / soFarUsd,
  };
}
