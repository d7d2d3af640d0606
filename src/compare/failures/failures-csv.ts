/** The table as rows for a spreadsheet: one line a cell, with everything that is said of it. Pure. */
import { faultCatalogue } from '../../faults/catalogue.ts';
import { targetName } from '../../text/target-name.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { type CsvValue, csvOf } from '../export/csv.ts';
import type { FailureTable } from './failure-table.ts';
import type { PartlyMeasured } from './outcome.ts';
import { type RowId, rowIds } from './table-scenario.ts';

const header = [
  'Family',
  'Fault',
  'Architecture',
  'Strikes',
  'Runs',
  'Ended badly (share)',
  'Interval from (share)',
  'Interval to (share)',
  'Uploads started',
  'Refused',
  'Lost',
  'Dead letters',
  'Unfinished',
  'Noticed after (s)',
  'Recovered after (s)',
  'Caught up after (s)',
  'Parts that suffer',
  'Most frequent reason',
] as const;

/** Everything that has come so far; a cell in which a fault means nothing has no figures. */
export function failuresCsv(table: FailureTable, vocabulary: Vocabulary): string {
  const { columns } = table.state.getState();
  const rows = rowIds.flatMap((row) =>
    columns.map((stage): CsvValue[] => {
      const cell = table.cell(row, stage);
      const target = cell.kind === 'runs' && cell.target !== null ? targetName(vocabulary, cell.target) : null;
      const head = [...namesOf(row, vocabulary), text(vocabulary, `stage.${stage}`), target];
      const figures = cell.kind === 'runs' ? cell.figures : null;
      if (!figures) return [...head, 0, ...Array<null>(header.length - head.length - 1).fill(null)];
      const { bad, started, refused, lost, deadLettered, open, fault, reasons } = figures;
      const [reason] = reasons;
      return [
        ...head,
        bad.runs,
        bad.mean,
        bad.interval?.low ?? null,
        bad.interval?.high ?? null,
        started,
        refused,
        lost,
        deadLettered,
        open,
        secondsOf(fault?.detected),
        secondsOf(fault?.recovered),
        secondsOf(fault?.caughtUp),
        fault?.suffering ?? null,
        reason ? text(vocabulary, `reason.${reason.reason}`) : null,
      ];
    }),
  );
  return csvOf(header, rows);
}

function namesOf(row: RowId, vocabulary: Vocabulary): [family: string | null, fault: string] {
  if (row === 'none') return [null, text(vocabulary, 'failures.none')];
  return [text(vocabulary, `fault.family.${faultCatalogue[row].family}`), text(vocabulary, `fault.${row}`)];
}

function secondsOf(time: PartlyMeasured | undefined): number | null {
  return time?.meanSeconds ?? null;
}
