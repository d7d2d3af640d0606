/** The figures of all architectures at the moment that is shown; best and worst carry a sign as well as a colour. */
import { useMemo } from 'react';
import type { Figures } from '../panels/figures.ts';
import { type StageId, stageIds } from '../stages/catalogue.ts';
import { useSession } from '../stores/session-context.tsx';
import { NOTHING } from '../ui/format.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import styles from './CompareTable.module.css';
import { allServed, type Measure, measures, type Standing, standingsOf } from './measures.ts';
import { useFiguresOf } from './use-figures-of.ts';

/** Where the table is too wide to lie, it stands: one line a measure. */
const UPRIGHT = '(max-width: 47.99rem)';

interface Cell {
  stage: StageId;
  value: string;
  standing: Standing;
}

export function CompareTable() {
  const say = useText();
  const session = useSession();
  const upright = useMedia(UPRIGHT);
  const runs = useMemo(() => stageIds.map((stage) => session.run(stage)), [session]);
  const figures = useFiguresOf(runs);
  const rows = measures.map((measure) => ({ measure, cells: cellsOf(measure, figures) }));
  return (
    <>
      {upright ? <Upright rows={rows} /> : <Lying rows={rows} />}
      <p className={styles.note}>{!allServed(figures) && say('compare.unmarked')}</p>
    </>
  );
}

interface Row {
  measure: Measure;
  /** In the order of the stages. */
  cells: Cell[];
}

function cellsOf(measure: Measure, figures: readonly (Figures | null)[]): Cell[] {
  const stands = standingsOf(measure, figures);
  return stageIds.map((stage, index) => {
    const of = figures[index];
    const value = of ? measure.of(of) : Number.NaN;
    return { stage, value: Number.isNaN(value) ? NOTHING : measure.format(value), standing: stands[index] ?? null };
  });
}

/** One line a stage. */
function Lying({ rows }: { rows: readonly Row[] }) {
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
        {stageIds.map((stage, index) => (
          <tr key={stage}>
            <th scope="row">{say(`stage.${stage}`)}</th>
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
function Upright({ rows }: { rows: readonly Row[] }) {
  const say = useText();
  return (
    <table className={`${styles.table} ${styles.upright}`}>
      <thead>
        <tr>
          <th scope="col">{say('compare.measure')}</th>
          {stageIds.map((stage) => (
            <th key={stage} scope="col">
              {say(`stage.${stage}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ measure, cells }) => (
          <tr key={measure.label}>
            <th scope="row">{say(measure.label)}</th>
            {cells.map((cell) => (
              <Value key={cell.stage} cell={cell} />
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
