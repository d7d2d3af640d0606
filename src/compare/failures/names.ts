/** Rows and cells of the table by name. */
import type { StageId } from '../../stages/catalogue.ts';
import type { Say } from '../../ui/use-text.ts';
import type { RowId } from './table-scenario.ts';

export function rowName(row: RowId, say: Say): string {
  return row === 'none' ? say('failures.none') : say(`fault.${row}`);
}

export function rowWhat(row: RowId, say: Say): string {
  return row === 'none' ? say('failures.none.what') : say(`fault.${row}.what`);
}

export function cellName(row: RowId, stage: StageId, say: Say): string {
  const name = say(`stage.${stage}`);
  return row === 'none'
    ? say('failures.cell.none', { stage: name })
    : say('failures.cell', { fault: rowName(row, say), stage: name });
}
