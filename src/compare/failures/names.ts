/** Rows and cells of the table by name. */
import { fewStruckBy } from '../../panels/faults/where-struck.ts';
import type { StageId } from '../../stages/catalogue.ts';
import type { Say } from '../../ui/use-text.ts';
import type { RowId } from './table-scenario.ts';

export function rowName(row: RowId, say: Say): string {
  return row === 'none' ? say('failures.none') : say(`fault.${row}`);
}

export function rowWhat(row: RowId, say: Say): string {
  return row === 'none' ? say('failures.none.what') : say(`fault.${row}.what`);
}

/** Where it means something, if these are few places; empty elsewhere. */
export function rowWhere(row: RowId, say: Say): string {
  const few = row === 'none' ? null : fewStruckBy(row);
  if (few === null) return '';
  return say('failures.nothing.where', { where: few.map((stage) => say(`stage.${stage}`)).join(', ') });
}

export function cellName(row: RowId, stage: StageId, say: Say): string {
  const name = say(`stage.${stage}`);
  return row === 'none'
    ? say('failures.cell.none', { stage: name })
    : say('failures.cell', { fault: rowName(row, say), stage: name });
}
