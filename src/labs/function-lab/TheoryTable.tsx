/** What was measured beside what theory says, a line for each, with a word on whether they agree and why not. */
import { Check, Minus, X } from 'lucide-react';
import { NOTHING } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import lab from '../LabInstrument.module.css';
import { type Estimate, holds } from './intervals.ts';
import styles from './TheoryTable.module.css';

export interface TheoryRow {
  id: string;
  name: string;
  /** Null while too little was measured. */
  measured: Estimate | null;
  /** What it is called, and how it is worked out. */
  theory: string;
  /** Null where theory has nothing to say. */
  expected: number | null;
  format: (value: number) => string;
  /** Why theory does not speak of this run; null where it does. */
  notMeant: string | null;
}

export function TheoryTable({ label, rows }: { label: string; rows: readonly TheoryRow[] }) {
  const say = useText();
  return (
    <div className={lab.scroll}>
      <table className={lab.cards} aria-label={label}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('lab.theory.here')}</th>
            <th scope="col">{say('lab.theory.says')}</th>
            <th scope="col">{say('lab.theory.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Verdict = 'agrees' | 'differs' | 'not-meant' | 'too-little';

const signs = { agrees: Check, differs: X, 'not-meant': Minus, 'too-little': Minus } as const;

/** Whether a figure is as theory says; theory may not speak of this run at all, or there may be too little to tell. */
function verdictOf({ measured, expected, notMeant }: TheoryRow): Verdict {
  if (notMeant !== null || expected === null) return 'not-meant';
  if (measured === null) return 'too-little';
  return holds(measured, expected) ? 'agrees' : 'differs';
}

function Row({ row }: { row: TheoryRow }) {
  const say = useText();
  const { name, measured, theory, expected, format, notMeant } = row;
  const verdict = verdictOf(row);
  const Sign = signs[verdict];
  return (
    <tr data-verdict={verdict}>
      <th scope="row">{name}</th>
      <td className="number">
        {measured === null
          ? NOTHING
          : say('lab.theory.interval', {
              value: format(measured.value),
              low: format(measured.low),
              high: format(measured.high),
            })}
      </td>
      <td>
        <span className="number">{expected === null ? NOTHING : format(expected)}</span>
        <span className={styles.how}> {theory}</span>
      </td>
      <td>
        <span className={styles.verdict}>
          <Sign className={styles.sign} aria-hidden="true" />
          {notMeant ?? say(`lab.theory.verdict.${verdict}`)}
        </span>
      </td>
    </tr>
  );
}
