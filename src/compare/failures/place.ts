/** Where one is in the table, and where a key leads from there. Pure. */
import { type RowId, rowIds } from './table-scenario.ts';

/** The fault stays when another architecture takes the column. */
export interface Place {
  row: RowId;
  column: number;
}

/** How far Page Up and Page Down go, in rows. Our choice. */
const PAGE_ROWS = 8;

/** Where a key leads from a place; null if it is no key of the grid. */
export function placeAfter(key: string, withControl: boolean, { row, column }: Place, columns: number): Place | null {
  const at = rowIds.indexOf(row);
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: rowIds[Math.min(Math.max(0, nextRow), rowIds.length - 1)] as RowId,
    column: Math.min(Math.max(0, nextColumn), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return to(at - 1, column);
    case 'ArrowDown':
      return to(at + 1, column);
    case 'ArrowLeft':
      return to(at, column - 1);
    case 'ArrowRight':
      return to(at, column + 1);
    case 'PageUp':
      return to(at - PAGE_ROWS, column);
    case 'PageDown':
      return to(at + PAGE_ROWS, column);
    case 'Home':
      return to(withControl ? 0 : at, 0);
    case 'End':
      return to(withControl ? rowIds.length - 1 : at, columns - 1);
    default:
      return null;
  }
}
