/**
 * The table itself: a row for each fault, a column for each architecture. One cell takes the focus, and the arrow keys go
 * from it to the others; Enter opens its run.
 */
import { ChevronDown } from 'lucide-react';
import { Fragment, type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { formsOf, type StageId, storyOf } from '../../stages/catalogue.ts';
import { targetName } from '../../text/target-name.ts';
import { formatShare } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './FaultGrid.module.css';
import type { Cell, FailureTable, TableState } from './failure-table.ts';
import { formatInterval, levelOf } from './level.ts';
import { cellName, rowName, rowWhat, rowWhere } from './names.ts';
import { type Place, placeAfter } from './place.ts';
import { familyRows, type RowId } from './table-scenario.ts';

export interface FaultGridProps {
  table: FailureTable;
  state: TableState;
  place: Place;
  /** Whether the picked cell takes the focus at once: its run was looked at. */
  isBack: boolean;
  onPick: (place: Place) => void;
  /** Picked with a pointer or a finger. */
  onTap: (place: Place) => void;
  onOpen: (place: Place) => void;
}

export function FaultGrid({ table, state, place, isBack, onPick, onTap, onOpen }: FaultGridProps) {
  const say = useText();
  const grid = useRef<HTMLTableElement>(null);
  const { columns } = state;
  useEffect(() => {
    if (isBack && grid.current) toCell(grid.current);
  }, [isBack]);

  const row = (id: RowId) => (
    <tr key={id}>
      <th scope="row" className={styles.name} title={[rowWhat(id, say), rowWhere(id, say)].join(' ').trim()}>
        {rowName(id, say)}
      </th>
      {columns.map((stage, column) => {
        const isPicked = place.row === id && place.column === column;
        return (
          <FaultCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, whichever architecture stands there
            key={column}
            row={id}
            stage={stage}
            cell={table.cell(id, stage)}
            column={column}
            isPicked={isPicked}
            onPick={onPick}
            onTap={onTap}
            onOpen={onOpen}
          />
        );
      })}
    </tr>
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('td') === null) return;
    if (event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      // Kept from the keys of the page.
      event.stopPropagation();
      event.preventDefault();
      onOpen(place);
      return;
    }
    const to = placeAfter(event.key, event.ctrlKey, place, columns.length);
    if (to === null) return;
    event.stopPropagation();
    event.preventDefault();
    flushSync(() => onPick(to));
    if (grid.current) toCell(grid.current);
  };

  return (
    <div className={styles.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through with the arrow keys */}
      <table ref={grid} role="grid" className={styles.grid} aria-label={say('failures.grid')} onKeyDown={onKeyDown}>
        <caption className="for-readers">{say('failures.grid.keys')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {say('failures.fault')}
            </th>
            {columns.map((stage, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <th key={column} scope="col">
                <ColumnName stage={stage} onChange={(next) => table.setColumn(column, next)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('none')}
          {familyRows.map(({ family, faults }) => (
            <Fragment key={family}>
              <tr className={styles.family}>
                <th scope="colgroup" colSpan={columns.length + 1}>
                  <span>{say(`fault.family.${family}`)}</span>
                </th>
              </tr>
              {faults.map(row)}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Puts the focus on the cell that is picked. */
function toCell(grid: HTMLElement): void {
  const cell = grid.querySelector<HTMLElement>('td[tabindex="0"]');
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The name of an architecture; where it has several forms, the way to another one. */
function ColumnName({ stage, onChange }: { stage: StageId; onChange: (stage: StageId) => void }) {
  const say = useText();
  const story = storyOf(stage);
  const forms = formsOf(story);
  if (forms.length === 1) return say(`stage.${stage}`);
  return (
    <span className={styles.form}>
      <span aria-hidden="true">{say(`stage.${stage}`)}</span>
      <ChevronDown aria-hidden="true" />
      <select
        aria-label={say('failures.column', { name: say(`stage.${story}`) })}
        value={stage}
        onChange={(event) => onChange(event.currentTarget.value as StageId)}
      >
        {forms.map((form) => (
          <option key={form} value={form}>
            {say(`stage.${form}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

interface FaultCellProps {
  row: RowId;
  column: number;
  stage: StageId;
  cell: Cell;
  isPicked: boolean;
  onPick: (place: Place) => void;
  onTap: (place: Place) => void;
  onOpen: (place: Place) => void;
}

/** Renders anew only when its own figures do: there are two hundred of them, and what they tell changes all the time. */
const FaultCell = memo(function FaultCell(props: FaultCellProps) {
  const { row, column, stage, cell, isPicked, onPick, onTap, onOpen } = props;
  const say = useText();
  const words = useCellWords(row, stage, cell);
  const figures = cell.kind === 'runs' ? cell.figures : null;
  const level = cell.kind === 'nothing' ? 'nothing' : figures ? levelOf(figures.bad.mean) : 'waits';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all its cells
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, which is gone through with keys
      role="gridcell"
      className={`number ${styles.cell} ${styles[level]}`}
      tabIndex={isPicked ? 0 : -1}
      aria-selected={isPicked}
      aria-label={words}
      title={words}
      onClick={() => onTap({ row, column })}
      onDoubleClick={() => onOpen({ row, column })}
      onFocus={isPicked ? undefined : () => onPick({ row, column })}
    >
      {figures ? (
        <>
          <span className={styles.share}>{formatShare(figures.bad.mean)}</span>{' '}
          <span className={styles.range}>{figures.bad.interval && formatInterval(figures.bad.interval)}</span>
          <span className={styles.measure} style={{ width: `${figures.bad.mean * 100}%` }} />
        </>
      ) : cell.kind === 'nothing' ? (
        <span className={styles.quiet}>–</span>
      ) : (
        <span className={styles.quiet}>{cell.failure === null ? '·' : say('failures.cell.broken')}</span>
      )}
    </td>
  );
});

/** All that a cell says, in words. */
function useCellWords(row: RowId, stage: StageId, cell: Cell): string {
  const say = useText();
  const vocabulary = useVocabulary();
  const name = cellName(row, stage, say);
  if (cell.kind === 'nothing') return say('failures.cell.nothing', { cell: name });
  const { figures, target } = cell;
  if (!figures) return say('failures.cell.waits', { cell: name });
  const { mean, interval: range, runs } = figures.bad;
  const interval =
    range === null ? say('failures.cell.single') : say('failures.cell.interval', { range: formatInterval(range) });
  const words = say('failures.cell.runs', { cell: name, share: formatShare(mean), interval, n: runs });
  return target === null ? words : say('failures.cell.at', { words, target: targetName(vocabulary, target) });
}
