/** Opens a run of the table on the screen of its architecture, shortly before the fault, and plays it. */
import { useCallback } from 'react';
import type { StageId } from '../../stages/catalogue.ts';
import { useSession } from '../../stores/session-context.tsx';
import { LEAD_SECONDS, type RowId, TIMES, tableScenario } from './table-scenario.ts';

/** The seed of the run that is opened. */
export const OPENED_SEED = 1;

/** All architectures get the run of their own cell, so whoever goes on to another sees the same fault there. */
export function useOpen(): (row: RowId, stage: StageId) => void {
  const session = useSession();
  return useCallback(
    (row, stage) => {
      session.present((each) => tableScenario(each.stage, row, OPENED_SEED), stage, TIMES.faultFrom - LEAD_SECONDS);
      session.play();
    },
    [session],
  );
}
