/** The figures of all runs on screen at the moment that is shown; best and worst carry a sign as well as a colour. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { OwnPrices } from '../panels/cost/OwnPrices.tsx';
import { runName } from '../panels/names.ts';
import { useRunsOnScreen } from '../panels/use-runs-on-screen.ts';
import type { Run } from '../stores/session.ts';
import { NOTHING } from '../ui/format.ts';
import { NARROW } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { type Say, useText } from '../ui/use-text.ts';
import styles from './CompareTable.module.css';
import {
  allServed,
  type Measure,
  type Measured,
  measures,
  type Order,
  placesInOrder,
  type Standing,
  standingsOf,
} from './measures.ts';
import { useFiguresOf, useOwnPricesOf } from './use-figures-of.ts';

interface Cell {
  run: Run;
  value: string;
  standing: Standing;
}

export function CompareTable() {
  const say = useText();
  const upright = useMedia(NARROW);
  const runs = useRunsOnScreen();
  const figures = useFiguresOf(runs);
  const ownPrices = useOwnPricesOf(runs);
  const [order, setOrder] = useState<Order | null>(null);
  const places = placesInOrder(order, figures);
  const sorted = places.map((place) => runs[place] as Run);
  const rows = measures.map((measure) => {
    const cells = cellsOf(measure, runs, figures, say);
    return { measure, cells: places.map((place) => cells[place] as Cell) };
  });
  const table = { runs: sorted, rows, order, onOrder: setOrder };
  return (
    <>
      {upright ? <Upright {...table} /> : <Lying {...table} />}
      {ownPrices > 0 && (
        <div className={styles.own}>
          <OwnPrices n={ownPrices} />
        </div>
      )}
      <p className={styles.note}>{noteOf(figures, say)}</p>
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
  order: Order | null;
  onOrder: (order: Order | null) => void;
}

function cellsOf(measure: Measure, runs: readonly Run[], figures: readonly (Measured | null)[], say: Say): Cell[] {
  const stands = standingsOf(measure, figures);
  return runs.map((run, index) => {
    const of = figures[index];
    const value = of ? measure.of(of) : Number.NaN;
    const isWaiting = measure.label === 'compare.recovery' && of?.whole?.isWaiting === true;
    const words = isWaiting ? say('compare.waits-to-the-end') : valueWords(measure, value, say);
    return { run, value: words, standing: stands[index] ?? null };
  });
}

function valueWords(measure: Measure, value: number, say: Say): string {
  if (Number.isNaN(value)) return NOTHING;
  return value === Number.POSITIVE_INFINITY ? say('compare.never') : measure.format(value);
}

/** What must be known to read the table right. */
function noteOf(figures: readonly (Measured | null)[], say: Say): string {
  const faults = Math.max(0, ...figures.map((each) => each?.whole?.faults ?? 0));
  const ofFaults =
    faults === 0
      ? say('compare.whole.no-fault')
      : faults === 1
        ? say('compare.whole.one-fault')
        : say('compare.whole.worst', { n: faults });
  const whole = say('compare.whole.note', { faults: ofFaults });
  return allServed(figures) ? whole : `${say('compare.unmarked')} ${whole}`;
}

/** One line a run. */
function Lying({ runs, rows, order, onOrder }: Rows) {
  const say = useText();
  return (
    <table className={`numbers ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">{say('compare.measure')}</th>
          {rows.map(({ measure }) => (
            <Heading key={measure.label} measure={measure} scope="col" order={order} onOrder={onOrder} />
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
function Upright({ runs, rows, order, onOrder }: Rows) {
  const say = useText();
  return (
    <div className={styles.wide}>
      <table className={`numbers ${styles.table} ${styles.upright}`}>
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
              <Heading measure={measure} scope="row" order={order} onOrder={onOrder} />
              {cells.map((cell) => (
                <Value key={cell.run.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps {
  measure: Measure;
  scope: 'col' | 'row';
  order: Order | null;
  onOrder: (order: Order | null) => void;
}

/** The name of a measure, which sorts by it: the best first, then the worst, then as they stand. */
function Heading({ measure, scope, order, onOrder }: HeadingProps) {
  const say = useText();
  const first = order?.label === measure.label ? order.first : null;
  const next = first === null ? 'best' : first === 'best' ? 'worst' : null;
  const isRising = first !== null && (measure.better === 'less') === (first === 'best');
  return (
    <th
      scope={scope}
      title={say(measure.what)}
      aria-sort={first === null ? undefined : isRising ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        className={styles.sort}
        title={`${say(measure.what)}. ${say('compare.sort', { measure: say(measure.label) })}`}
        onClick={() => onOrder(next === null ? null : { label: measure.label, first: next })}
      >
        {say(measure.label)}
        {first !== null && (
          <span className={styles.arrow}>
            {isRising ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
          </span>
        )}
      </button>
      {measure.span === 'run' && <span className={styles.whole}>{say('compare.whole')}</span>}
    </th>
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
