/** The figures of all runs on screen at the moment that is shown; best and worst carry a sign as well as a colour. */
import type { Figures } from '../panels/figures.ts';
import { runName } from '../panels/names.ts';
import { useRunsOnScreen } from '../panels/use-runs-on-screen.ts';
import type { Run } from '../stores/session.ts';
import { NOTHING } from '../ui/format.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import styles from './CompareTable.module.css';
import { allServed, type Measure, measures, type Standing, standingsOf } from './measures.ts';
import { useFiguresOf } from './use-figures-of.ts';

/** Where the table is too wide to lie, it stands: one line a measure. */
const UPRIGHT = '(max-width: 47.99rem)';

interface Cell {
  run: Run;
  value: string;
  standing: Standing;
}

export function CompareTable() {
  const say = useText();
  const upright = useMedia(UPRIGHT);
  const runs = useRunsOnScreen();
  const figures = useFiguresOf(runs);
  const rows = measures.map((measure) => ({ measure, cells: cellsOf(measure, runs, figures) }));
  return (
    <>
      {upright ? <Upright runs={runs} rows={rows} /> : <Lying runs={runs} rows={rows} />}
      <p className={styles.note}>{!allServed(figures) && say('compare.unmarked')}</p>
    </>
  );
}

interface Row {
  measure: Measure;
  /** In the order of the runs. */
  cells: Cell[];
}

interface Rows {
  runs: readonly Run[];
  rows: readonly Row[];
}

function cellsOf(measure: Measure, runs: readonly Run[], figures: readonly (Figures | null)[]): Cell[] {
  const stands = standingsOf(measure, figures);
  return runs.map((run, index) => {
    const of = figures[index];
    const value = of ? measure.of(of) : Number.NaN;
    return { run, value: Number.isNaN(value) ? NOTHING : measure.format(value), standing: stands[index] ?? null };
  });
}

/** One line a run. */
function Lying({ runs, rows }: Rows) {
  const say = useText();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('compare.measure')}</th>
          {rows.map(({ measure }) => (
            <th key={measure.label} scope="col" title={say(measure.what)}>
              {say(measure.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run, index) => (
          <tr key={run.id}>
            <th scope="row">{runName(say, run)}</th>
            {rows.map(({ measure, cells }) => (
              <Value key={measure.label} cell={cells[index]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One line a measure. */
function Upright({ runs, rows }: Rows) {
  const say = useText();
  return (
    <table className={`${styles.table} ${styles.upright}`}>
      <thead>
        <tr>
          <th scope="col">{say('compare.measure')}</th>
          {runs.map((run) => (
            <th key={run.id} scope="col">
              {runName(say, run)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ measure, cells }) => (
          <tr key={measure.label}>
            <th scope="row">{say(measure.label)}</th>
            {cells.map((cell) => (
              <Value key={cell.run.id} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ cell }: { cell: Cell | undefined }) {
  const say = useText();
  if (!cell) return <td />;
  const { value, standing } = cell;
  return (
    <td className={`number ${standing ? styles[standing] : ''}`}>
      {standing && (
        <>
          <span className={styles.sign} aria-hidden="true">
            {standing === 'best' ? '▲' : '▼'}
          </span>
          <span className="for-readers">{say(`compare.${standing}`)} </span>
        </>
      )}
      {value}
    </td>
  );
}
