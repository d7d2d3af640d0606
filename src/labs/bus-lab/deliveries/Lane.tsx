/** The lane of one target: what can be done to it, how its copies fare, and each try on the line of time. */
import { useId } from 'react';
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import type { Fault } from '../../../models/facts.ts';
import { nameOf } from '../../../panels/names.ts';
import { tickText } from '../../../panels/time/clock-text.ts';
import { anchorAt, type TimeAxis, timeAxis, timeTicks } from '../../../panels/time/geometry.ts';
import { useSize } from '../../../panels/time/use-size.ts';
import type { Target } from '../../../scenario/targets.ts';
import { type DeliveryTarget, deliveryRules, deliveryTargets } from '../../../stages/bus-lab/deliveries.ts';
import { useSession, useSessionState } from '../../../stores/session-context.tsx';
import { formatCount, formatDuration, NOTHING } from '../../../ui/format.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Bus, LAB_BUS } from '../bus.ts';
import { type Copy, figuresOf } from '../bus-copies.ts';
import styles from './Deliveries.module.css';
import { laneAt, type Patience, type TroubledCopy, type Waiting, waitingAt } from './lanes.ts';

export interface LaneProps {
  bus: Bus;
  target: DeliveryTarget;
  copies: readonly Copy[];
  from: SimTime;
  /** Where the line of time ends; later than `t` where the whole run is shown. */
  until: SimTime;
  t: SimTime;
  patience: Patience;
}

/** What can go wrong with a target so that a delivery fails; of a function or a queue only what stands before it. */
const troubles = {
  process: { fault: 'policy-missing', target: 'process' },
  partner: { fault: 'crash', target: 'partner' },
  mail: { fault: 'policy-missing', target: 'mail' },
  audit: { fault: 'cut-link', target: `link:${LAB_BUS}>audit` },
} as const satisfies Readonly<Record<DeliveryTarget, { fault: Fault; target: Target }>>;

/** Rows for copies that failed, at most, and how many that wait are said in words. Our choice. */
const MOST_ROWS = 24;
const MOST_WORDS = 3;
/** Heights in rem, and px between ticks. */
const SMOOTH_REM = 1.2;
const ROW_REM = 0.65;
const AXIS_REM = 1.2;
const TICK_GAP_REM = 4.5;

export function Lane({ bus, target, copies, from, until, t, patience }: LaneProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  // A fault that is switched elsewhere is seen here too.
  useSessionState((state) => state.scenarios);
  const title = useId();
  const name = nameOf(vocabulary, target);
  const figures = figuresOf(copies, target, t);
  const lane = laneAt(copies, target, from, t, MOST_ROWS);
  const waiting = waitingAt(copies, target, t, patience);
  const rules = bus.rulesAt(t);
  const kept = deliveryTargets.filter((each) =>
    rules.some((rule) => rule.targets.some(({ to, deadLetter }) => to === each && deadLetter !== undefined)),
  );
  const { fault, target: struck } = troubles[target];
  const keep = (on: boolean): void => {
    const next = deliveryTargets.filter((each) => (each === target ? on : kept.includes(each)));
    session.setParameter(LAB_BUS, 'rules', deliveryRules(next));
  };
  const time = (value: SimTime | null): string => (value === null ? NOTHING : formatDuration(toSeconds(value)));
  return (
    <section className={styles.lane} aria-labelledby={title}>
      <div className={styles.side}>
        <h3 id={title}>{name}</h3>
        <Switch
          tone="failed"
          label={say(`lab.bus-deliveries.trouble.${target}`)}
          checked={session.faultIsOn(fault, struck)}
          onChange={() => session.toggleFault(fault, struck)}
        />
        <Switch label={say('lab.bus-deliveries.keeps')} checked={kept.includes(target)} onChange={keep} />
      </div>
      <div className={lab.part}>
        <dl className={styles.figures}>
          <Measured label={say('lab.bus-deliveries.delivered')} value={formatCount(figures.delivered)} />
          <Measured label={say('lab.bus-deliveries.p50')} value={time(figures.p50)} isLatency />
          <Measured label={say('lab.bus-deliveries.p95')} value={time(figures.p95)} isLatency />
          <Measured label={say('lab.bus-deliveries.retried')} value={formatCount(figures.retried)} />
          <Measured label={say('lab.bus-deliveries.kept')} value={formatCount(figures.deadLettered)} />
          <Measured label={say('lab.bus-deliveries.dropped')} value={formatCount(figures.dropped)} />
        </dl>
        <TimeLine
          label={say('lab.bus-deliveries.line', { name })}
          smooth={lane.smooth}
          troubled={lane.troubled}
          from={from}
          until={until}
          t={t}
        />
        {lane.hidden > 0 && <p className={lab.quiet}>{say('lab.bus-deliveries.hidden', { n: lane.hidden })}</p>}
        <WaitingList waiting={waiting} />
      </div>
    </section>
  );
}

function Measured({ label, value, isLatency = false }: { label: string; value: string; isLatency?: boolean }) {
  const say = useText();
  return (
    <div title={isLatency ? say('lab.bus-deliveries.latency.what') : undefined}>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}

function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const say = useText();
  if (waiting.length === 0) return null;
  return (
    <ul className={styles.waiting}>
      {waiting
        .slice(0, MOST_WORDS)
        .map(({ copy, tried, triesLeft, ageSeconds, ageLeftSeconds, goesOn, nextInSeconds }) => (
          <li key={`${copy.upload} ${copy.at}`}>
            {say('lab.bus-deliveries.waiting', {
              upload: String(copy.upload),
              n: tried,
              age: formatDuration(ageSeconds),
            })}{' '}
            {say(`lab.bus-deliveries.waiting.${goesOn}`, { next: formatDuration(nextInSeconds ?? 0) })}{' '}
            {goesOn === 'last'
              ? say('lab.bus-deliveries.waiting.until', { left: formatDuration(ageLeftSeconds) })
              : say('lab.bus-deliveries.waiting.left', { n: triesLeft, left: formatDuration(ageLeftSeconds) })}
          </li>
        ))}
      {waiting.length > MOST_WORDS && (
        <li className={lab.quiet}>{say('lab.bus-deliveries.waiting.more', { n: waiting.length - MOST_WORDS })}</li>
      )}
    </ul>
  );
}

interface TimeLineProps {
  label: string;
  smooth: readonly SimTime[];
  troubled: readonly TroubledCopy[];
  from: SimTime;
  until: SimTime;
  t: SimTime;
}

function TimeLine({ label, smooth, troubled, from, until, t }: TimeLineProps) {
  const [ref, size] = useSize();
  const rem = size?.rem ?? 16;
  const width = size?.width ?? 0;
  const height = (SMOOTH_REM + ROW_REM * troubled.length) * rem;
  // Its own beginning is second 0 of the axis.
  const axis = timeAxis(toSeconds(until - from), width);
  const xOf = (at: SimTime): number => axis.xOf(toSeconds(at - from));
  const middle = (SMOOTH_REM * rem) / 2;
  return (
    <div ref={ref} className={lab.drawing}>
      {width > 0 && (
        <svg width={width} height={height + AXIS_REM * rem} role="img" aria-label={label}>
          <line className={styles.ground} x1="0" x2={width} y1={height} y2={height} />
          {smooth.map((at) => (
            <circle key={at} className={styles.done} cx={xOf(at)} cy={middle} r="3" />
          ))}
          {troubled.map((row, place) => (
            <Row
              key={`${row.copy.upload} ${row.copy.at}`}
              row={row}
              y={SMOOTH_REM * rem + ROW_REM * rem * (place + 0.5)}
              xOf={xOf}
              from={from}
              t={t}
            />
          ))}
          {t < until && <line className={styles.now} x1={xOf(t)} x2={xOf(t)} y1="0" y2={height} />}
          <Ticks axis={axis} from={from} rem={rem} y={height} />
        </svg>
      )}
    </div>
  );
}

interface RowProps {
  row: TroubledCopy;
  y: number;
  xOf: (at: SimTime) => number;
  from: SimTime;
  t: SimTime;
}

function Row({ row: { failed, waits, end }, y, xOf, from, t }: RowProps) {
  return (
    <g>
      {waits
        .filter(({ to }) => to >= from)
        .map((wait) => (
          <path
            key={wait.from}
            className={wait.to > t ? styles.planned : styles.wait}
            d={`M${xOf(Math.max(from, wait.from)).toFixed(1)},${y} H${xOf(wait.to).toFixed(1)}`}
          />
        ))}
      {failed
        .filter((at) => at >= from)
        .map((at) => (
          <path key={at} className={styles.failed} d={`M${(xOf(at) - 3).toFixed(1)},${y - 3} l6,6 m0,-6 l-6,6`} />
        ))}
      {end?.how === 'delivered' && <circle className={styles.done} cx={xOf(end.at)} cy={y} r="3.5" />}
      {end !== null && end.how !== 'delivered' && (
        <rect
          className={end.how === 'dropped' ? styles.dropped : styles.kept}
          x={xOf(end.at) - 4.5}
          y={y - 4.5}
          width="9"
          height="9"
        />
      )}
    </g>
  );
}

function Ticks({ axis, from, rem, y }: { axis: TimeAxis; from: SimTime; rem: number; y: number }) {
  const begins = toSeconds(from);
  const [, step = axis.durationSeconds] = timeTicks(axis, TICK_GAP_REM * rem);
  const first = Math.ceil(begins / step) * step;
  const ticks = Array.from(
    { length: Math.floor((begins + axis.durationSeconds - first) / step) + 1 },
    (_, i) => first + i * step,
  );
  return ticks.map((tick) => {
    const x = axis.xOf(tick - begins);
    return (
      <g key={tick}>
        <line className={styles.ground} x1={x} x2={x} y1={y} y2={y + 3} />
        <text className={styles.tick} x={x} y={y + rem} textAnchor={anchorAt(x, axis.width, rem)}>
          {tickText(tick)}
        </text>
      </g>
    );
  });
}
