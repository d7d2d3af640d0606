/** What is known of a run only when it was played to its end: of its faults, and of the slowest of its videos. */
import type { FaultReport } from '../metrics/fault-report.ts';
import type { RunReport } from '../scenario/report.ts';

export interface WholeRun {
  /** One of a hundred videos that became watchable took longer; NaN where none did. */
  p99Seconds: number;
  /** How many faults struck here. */
  faults: number;
  /** Parts that suffered from a fault elsewhere, of the fault of which most did; NaN without a fault. */
  blastRadius: number;
  /** From the beginning of a fault until people had recovered, of the worst; infinite if it is not known that they had by the end, NaN without a fault. */
  recoverySeconds: number;
}

export function wholeRunOf({ untilWatchable, faults }: Pick<RunReport, 'untilWatchable' | 'faults'>): WholeRun {
  const worst = (of: (fault: FaultReport) => number): number =>
    faults.length === 0 ? Number.NaN : Math.max(...faults.map(of));
  return {
    p99Seconds: untilWatchable.p99Seconds ?? Number.NaN,
    faults: faults.length,
    blastRadius: worst(({ suffering }) => suffering.length),
    recoverySeconds: worst(({ recoveredSeconds }) => recoveredSeconds ?? Number.POSITIVE_INFINITY),
  };
}
