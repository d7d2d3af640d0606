/** The failure table: every fault in every architecture, run in the background, and the cell that is picked beside it. */
import { Check, Download, Play, Square } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { StageId } from '../../stages/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { formatCount, formatDuration, formatLength, formatRate, formatShare } from '../../ui/format.ts';
import { NARROW } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { download, fileName } from '../export/download.ts';
import { CellDetails } from './CellDetails.tsx';
import styles from './FailuresView.module.css';
import { FaultGrid } from './FaultGrid.tsx';
import { type FailureTable, SEEDS, type Seeds, type TableState } from './failure-table.ts';
import { failuresCsv } from './failures-csv.ts';
import { Legend } from './Legend.tsx';
import type { Place } from './place.ts';
import { TIMES, UPLOADS_PER_SECOND } from './table-scenario.ts';
import { useFailureTable } from './use-failure-table.ts';
import { useOpen } from './use-open.ts';
import { usePlace } from './use-place.ts';

export function FailuresView() {
  const say = useText();
  const { table, state } = useFailureTable();
  const { place, pick, leave, isBack } = usePlace();
  const narrow = useMedia(NARROW);
  const side = useRef<HTMLElement>(null);
  const open = useOpen();
  const stage = state.columns[place.column] as StageId;
  const openAt = useCallback(
    ({ row, column }: Place): void => {
      const of = table.state.getState().columns[column] as StageId;
      // There is no run of what means nothing.
      if (table.cell(row, of).kind !== 'runs') return;
      leave({ row, column });
      open(row, of);
    },
    [table, open, leave],
  );
  // On a phone what there is to say stands below the table.
  const tap = useCallback(
    (to: Place): void => {
      flushSync(() => pick(to));
      if (narrow) side.current?.scrollIntoView({ block: 'start' });
    },
    [narrow, pick],
  );
  return (
    <div className={styles.failures}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h2 className={styles.title}>{say('failures.title')}</h2>
          <p className={styles.lead}>{say('failures.lead')}</p>
        </header>
        <Progress table={table} state={state} />
        <FaultGrid
          table={table}
          state={state}
          place={place}
          isBack={isBack}
          onPick={pick}
          onTap={tap}
          onOpen={openAt}
        />
        <div className={styles.notes}>
          <Legend />
          <How />
        </div>
      </div>
      <CellDetails ref={side} table={table} state={state} row={place.row} stage={stage} onOpen={() => openAt(place)} />
    </div>
  );
}

interface ProgressProps {
  table: FailureTable;
  state: TableState;
}

function Progress({ table, state }: ProgressProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const { status, done, total, secondsLeft, seeds } = state;
  const save = (): void => {
    download(fileName([say('screen.failures')], 'csv'), 'text/csv', failuresCsv(table, vocabulary));
  };
  return (
    <div className={styles.progress}>
      {/* One button, so that the focus stays where it was. */}
      <Button
        icon={status === 'running' ? <Square /> : status === 'done' ? <Check /> : <Play />}
        className={styles.stop}
        unavailable={status === 'done'}
        onClick={() => (status === 'running' ? table.stop() : table.goOn())}
      >
        {say(status === 'running' ? 'failures.stop' : status === 'done' ? 'failures.complete' : 'failures.goOn')}
      </Button>
      <div className={styles.bar}>
        <progress aria-label={say('failures.progress')} value={done} max={Math.max(1, total)} />
        <span className="number">
          {say('failures.progress.of', { done: formatCount(done), total: formatCount(total) })}
          {secondsLeft !== null && (
            <span className={styles.left}>, {say('failures.left', { time: formatDuration(secondsLeft) })}</span>
          )}
        </span>
      </div>
      <Choice
        label={say('failures.seeds')}
        labelShown
        options={SEEDS.map((each) => ({ value: String(each), label: String(each) }))}
        value={String(seeds)}
        onChange={(value) => table.setSeeds(Number(value) as Seeds)}
      />
      <Button icon={<Download />} title={say('failures.export.what')} onClick={save}>
        {say('failures.export')}
      </Button>
      <Said state={state} />
    </div>
  );
}

/** What is worth hearing of how the table fills. */
function Said({ state: { status, done, total, seeds } }: { state: TableState }) {
  const say = useText();
  const isRough = status === 'running' && total > 0 && done >= total / seeds;
  const words =
    status === 'done'
      ? say('failures.said.done')
      : status === 'stopped'
        ? say('failures.said.stopped')
        : isRough
          ? say('failures.said.rough')
          : '';
  return (
    <p role="status" className="for-readers">
      {words}
    </p>
  );
}

function How() {
  const say = useText();
  const { faultFrom, faultUntil, trafficUntil, end } = TIMES;
  return (
    <Fold title={say('failures.how')}>
      <div className={styles.how}>
        <p>
          {say('failures.how.1', {
            seeds: Math.max(...SEEDS),
            end: formatLength(end),
            rate: formatRate(UPLOADS_PER_SECOND),
            trafficUntil: formatLength(trafficUntil),
            from: formatLength(faultFrom),
            lasts: formatLength(faultUntil - faultFrom),
          })}
        </p>
        <p>{say('failures.how.share', { share: formatShare((faultUntil - faultFrom) / trafficUntil) })}</p>
        <p>{say('failures.how.2')}</p>
        <p>{say('failures.how.3')}</p>
        <p>{say('failures.how.4')}</p>
      </div>
    </Fold>
  );
}
