/** One of the seven on the front page: its picture, a mark for each upload, and what it costs. */
import { memo } from 'react';
import { MiniCanvas } from '../../canvas/MiniCanvas.tsx';
import type { Standing } from '../../compare/measures.ts';
import { StateMark } from '../../compare/StateMark.tsx';
import type { Figures } from '../../panels/figures.ts';
import type { LadderId } from '../../stages/catalogue.ts';
import type { Run } from '../../stores/session.ts';
import { RunProvider } from '../../stores/session-context.tsx';
import { formatCount, formatMoney, formatShare, NOTHING } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { ScreenLink } from '../ScreenLink.tsx';
import { CostLine } from './CostLine.tsx';
import { MarkKey } from './Legend.tsx';
import marks from './marks.module.css';
import { MARK_STEP, MARKS_A_ROW, type MarkKind, markPaths, marksOf } from './marks.ts';
import styles from './StageTile.module.css';

export interface Standings {
  refused: Standing;
  perHourUsd: Standing;
  idleShare: Standing;
}

export interface StageTileProps {
  stage: LadderId;
  /** Its number on the ladder, from 1. */
  place: number;
  run: Run;
  figures: Figures | null;
  /** How many uploads there are in the whole burst. */
  total: number;
  /** The most that any of the seven costs an hour, at the top of the cost line. */
  mostPerHourUsd: number;
  tSeconds: number;
  standings: Standings;
}

export function StageTile({ stage, place, run, figures, total, mostPerHourUsd, tSeconds, standings }: StageTileProps) {
  const say = useText();
  const lost = figures ? figures.lost + figures.deadLettered : 0;
  return (
    <li className={styles.tile} data-stage={stage}>
      <header className={styles.head}>
        <h3 className={styles.name}>
          <span className={`number ${styles.place}`} aria-hidden="true">
            {place}
          </span>
          <ScreenLink to={stage} className={styles.link}>
            {say(`stage.${stage}`)}
          </ScreenLink>
        </h3>
        <p className={styles.line}>{say(`home.line.${stage}`)}</p>
      </header>
      <div className={styles.picture}>
        <Mini run={run} />
      </div>
      <div className={styles.state}>
        <StateMark run={run} />
      </div>
      <Marks figures={figures} total={total} />
      <dl className={styles.figures}>
        <Row label={say('home.accepted')} value={figures && formatCount(figures.accepted)} />
        <Row label={say('home.watchable')} mark="watchable" value={figures && formatCount(figures.watchable)} />
        <Row
          label={say('home.refused')}
          mark="failed"
          value={figures && formatCount(figures.refused)}
          standing={standings.refused}
        />
        {lost > 0 && <Row label={say('home.lost')} mark="failed" value={formatCount(lost)} />}
      </dl>
      <div className={styles.cost}>
        <CostLine run={run} most={mostPerHourUsd} tSeconds={tSeconds} />
        <dl className={styles.figures}>
          <Row
            label={say('home.perHour')}
            value={figures && formatMoney(figures.perHourUsd)}
            standing={standings.perHourUsd}
            title={say('compare.perHour.what')}
          />
          <Row
            label={say('home.idle')}
            value={figures && formatShare(figures.idleShare)}
            standing={standings.idleShare}
            title={say('compare.idle.what')}
          />
        </dl>
      </div>
    </li>
  );
}

/** The picture draws itself; what is measured beside it changes more often than it does. */
const Mini = memo(function Mini({ run }: { run: Run }) {
  return (
    <RunProvider run={run}>
      <MiniCanvas />
    </RunProvider>
  );
});

/** The figures beside it say the same. */
function Marks({ figures, total }: { figures: Figures | null; total: number }) {
  const rows = Math.ceil(total / MARKS_A_ROW);
  return (
    <svg
      className={`${marks.marks} ${styles.marks}`}
      viewBox={`0 0 ${MARKS_A_ROW * MARK_STEP} ${rows * MARK_STEP}`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      {markPaths(marksOf(figures, total)).map(({ kind, path }) => (
        <path key={kind} className={marks[kind]} d={path} />
      ))}
    </svg>
  );
}

interface RowProps {
  label: string;
  value: string | null;
  mark?: MarkKind;
  standing?: Standing;
  title?: string;
}

function Row({ label, value, mark, standing = null, title }: RowProps) {
  const say = useText();
  return (
    <div className={styles.row} title={title}>
      <dt className={styles.label}>
        {mark && <MarkKey mark={mark} />}
        {label}
      </dt>
      <dd className={`number ${styles.value} ${standing ? styles[standing] : ''}`}>
        {standing && (
          <>
            <span className={styles.sign} aria-hidden="true">
              {standing === 'best' ? '▲' : '▼'}
            </span>
            <span className="for-readers">{say(`compare.${standing}`)} </span>
          </>
        )}
        {value ?? NOTHING}
      </dd>
    </div>
  );
}
