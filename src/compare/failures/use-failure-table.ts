/** The table of the session: it stays as long as the page is open, so whoever comes back finds what had come. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { perSession } from '../../stores/per-session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { createFailureTable, type FailureTable, type TableState } from './failure-table.ts';

const tableOf = perSession(() => createFailureTable());

/** It runs while the part that asks for it is on screen. */
export function useFailureTable(): { table: FailureTable; state: TableState } {
  const table = tableOf(useSession());
  useEffect(() => {
    table.enter();
    return () => table.leave();
  }, [table]);
  return { table, state: useStore(table.state) };
}
