/** What is known of a run only when it was played to its end: of its faults, and of the slowest of its videos. */
import type { FaultReport } from '../metrics/fault-report.ts';
import type { RunReport } from '../scenario/report.ts';

export interface WholeRun {
  /** One of a hundred videos that became watchable took longer; NaN where none did. */
  p99Seconds: number;
  /** How many faults struck here. */
  faults: number;
  /**
   * Parts that suffered from a fault elsewhere, of the fault of which most did; NaN without a fault, or where each fault
   * struck all there is: then nothing is left that could suffer.
   */
  blastRadius: number;
  /** From the beginning of a fault until people had recovered, of the worst; infinite if it is not known that they had by the end. NaN without a fault, or if `isWaiting`. */
  recoverySeconds: number;
  /** Nobody was refused and nothing was lost, but none got through by the end either: there is no harm to recover from yet. */
  isWaiting: boolean;
}

export function wholeRunOf({
  untilWatchable,
  faults,
  components,
}: Pick<RunReport, 'untilWatchable' | 'faults' | 'components'>): WholeRun {
  const parts = components.filter(({ kind }) => kind !== 'client').map(({ id }) => id);
  const isElsewhere = ({ struck }: FaultReport): boolean => parts.some((id) => !struck.includes(id));
  const unrecovered = faults.filter(({ recoveredSeconds }) => recoveredSeconds === null);
  const isWaiting = unrecovered.length > 0 && faults.every(({ refused, lost }) => refused + lost === 0);
  const worst = (of: (fault: FaultReport) => number): number =>
    faults.length === 0 ? Number.NaN : Math.max(...faults.map(of));
  return {
    p99Seconds: untilWatchable.p99Seconds ?? Number.NaN,
    faults: faults.length,
    blastRadius: faults.some(isElsewhere) ? worst(({ suffering }) => suffering.length) : Number.NaN,
    recoverySeconds: isWaiting
      ? Number.NaN
      : worst(({ recoveredSeconds }) => recoveredSeconds ?? Number.POSITIVE_INFINITY),
    isWaiting,
  };
}
