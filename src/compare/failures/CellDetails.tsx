/** What there is to say of one cell: where the fault strikes, what it costs people, for how long, and its run as a picture. */
import { ArrowRight } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { faultCatalogue, kindsStruckBy } from '../../faults/catalogue.ts';
import type { Fault } from '../../models/facts.ts';
import { nameOf } from '../../panels/names.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { targetName } from '../../text/target-name.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatDuration, formatNumber, formatShare } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './CellDetails.module.css';
import type { Cell, FailureTable, TableState } from './failure-table.ts';
import { formatInterval } from './level.ts';
import { cellName, rowWhat, rowWhere } from './names.ts';
import type { CellFigures, PartlyMeasured } from './outcome.ts';
import { SmallRun } from './SmallRun.tsx';
import { LEAD_SECONDS, type RowId } from './table-scenario.ts';

export interface CellDetailsProps {
  ref: Ref<HTMLElement>;
  table: FailureTable;
  state: TableState;
  row: RowId;
  stage: StageId;
  onOpen: () => void;
}

export function CellDetails({ ref, table, state, row, stage, onOpen }: CellDetailsProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const cell = table.cell(row, stage);
  return (
    <section ref={ref} className={styles.details} aria-label={say('failures.details')}>
      <div>
        <h3 className={styles.title}>{cellName(row, stage, say)}</h3>
        {cell.kind === 'runs' && cell.target !== null && (
          <p className={styles.target}>{say('failures.strikes', { target: targetName(vocabulary, cell.target) })}</p>
        )}
        <p className={styles.what}>{rowWhat(row, say)}</p>
      </div>
      {cell.kind === 'nothing' ? (
        <Nothing fault={row as Fault} stage={stage} />
      ) : (
        <>
          <SmallRun row={row} stage={stage} />
          <Button
            weight="strong"
            wide
            icon={<ArrowRight />}
            title={say('failures.open.what', { seconds: LEAD_SECONDS })}
            onClick={onOpen}
          >
            {say('failures.open')}
          </Button>
          <Figures cell={cell} baseline={row === 'none' ? null : baselineOf(table, stage)} seeds={state.seeds} />
        </>
      )}
    </section>
  );
}

function baselineOf(table: FailureTable, stage: StageId): CellFigures | null {
  const cell = table.cell('none', stage);
  return cell.kind === 'runs' ? cell.figures : null;
}

/** Why a fault means nothing there. */
function Nothing({ fault, stage }: { fault: Fault; stage: StageId }) {
  const say = useText();
  const name = say(`stage.${stage}`);
  const where = rowWhere(fault, say);
  const { scope } = faultCatalogue[fault];
  const kinds = kindsStruckBy(fault).map((kind) => say(`component.${kind}`));
  return (
    <div>
      <p className={styles.nothing}>{say('failures.nothing')}</p>
      <p>
        {scope === 'component'
          ? say('failures.nothing.component', { stage: name, kinds: kinds.join(', ') })
          : say(`failures.nothing.${scope}`, { stage: name })}
      </p>
      {where !== '' && <p>{where}</p>}
    </div>
  );
}

interface FiguresProps {
  cell: Extract<Cell, { kind: 'runs' }>;
  baseline: CellFigures | null;
  seeds: number;
}

function Figures({ cell: { figures, failure }, baseline, seeds }: FiguresProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  if (!figures) return failure === null ? null : <p>{say('failures.failed', { message: failure })}</p>;
  const { bad, fault, reasons } = figures;
  const [reason] = reasons;
  const ended = reasons.reduce((sum, { uploads }) => sum + uploads, 0);
  return (
    <>
      {failure !== null && <p>{say('failures.failed', { message: failure })}</p>}
      <p className={styles.runs}>{say('failures.runs', { n: bad.runs, of: seeds })}</p>
      <dl className={styles.figures}>
        <Line label={say('failures.bad')} isMain>
          {formatShare(bad.mean)} {bad.interval && <small>{formatInterval(bad.interval)}</small>}
        </Line>
        {baseline && <Line label={say('failures.without')}>{formatShare(baseline.bad.mean)}</Line>}
        <Line label={say('failures.started')}>{perRun(figures.started)}</Line>
        <Line label={say('failures.refused')}>{perRun(figures.refused)}</Line>
        <Line label={say('failures.lost')}>{perRun(figures.lost)}</Line>
        <Line label={say('failures.deadLettered')}>{perRun(figures.deadLettered)}</Line>
        <Line label={say('failures.unfinished')}>{perRun(figures.open)}</Line>
        {reason && (
          <Line label={say('failures.reason')}>
            <span className={styles.words}>{say(`reason.${reason.reason}`)}</span>{' '}
            <small>{say('failures.reason.of', { n: Math.round((reason.uploads / ended) * 100) })}</small>
          </Line>
        )}
        {fault && (
          <>
            <Line label={say('failures.detected')} what={say('failures.detected.what')}>
              <Time time={fault.detected} />
            </Line>
            <Line label={say('failures.recovered')} what={say('failures.recovered.what')}>
              <Time time={fault.recovered} />
            </Line>
            <Line label={say('failures.caughtUp')} what={say('failures.caughtUp.what')}>
              <Time time={fault.caughtUp} />
            </Line>
            <Line label={say('failures.suffering')} what={say('failures.suffering.what')}>
              {formatNumber(fault.suffering)}{' '}
              {fault.sufferers.length > 0 && (
                <small>{fault.sufferers.map((id) => nameOf(vocabulary, id)).join(', ')}</small>
              )}
            </Line>
          </>
        )}
      </dl>
    </>
  );
}

interface LineProps {
  label: string;
  /** What the number is, in a sentence. */
  what?: string;
  isMain?: boolean;
  children: ReactNode;
}

function Line({ label, what, isMain = false, children }: LineProps) {
  return (
    <div className={`${styles.line} ${isMain ? styles.main : ''}`} title={what}>
      <dt>{label}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

/** A time, and in how many of the runs there was one, where it was not in all. */
function Time({ time: { meanSeconds, measured, runs } }: { time: PartlyMeasured }) {
  const say = useText();
  if (meanSeconds === null) return <span className={styles.words}>{say('failures.never')}</span>;
  return (
    <>
      {formatDuration(meanSeconds)}
      {measured < runs && <small> {say('failures.of', { n: measured, of: runs })}</small>}
    </>
  );
}

/** A mean number of uploads: whole where it is, else with a digit behind the point. */
function perRun(n: number): string {
  return Number.isInteger(n) ? formatCount(n) : n.toFixed(1);
}
