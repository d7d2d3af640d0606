/** The kept events on the line of their time, what came again below them, and two handles for the range between. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { toSeconds } from '../../../engine/time.ts';
import { tickText } from '../../../panels/time/clock-text.ts';
import { anchorAt, type TimeAxis, timeAxis, timeTicks } from '../../../panels/time/geometry.ts';
import { useSize } from '../../../panels/time/use-size.ts';
import { formatClock } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { Pass } from '../bus-passes.ts';
import styles from './KeptLine.module.css';
import type { Keeping, Range } from './kept.ts';

type End = 'from' | 'to';

export interface KeptLineProps {
  kept: readonly { pass: Pass; keeping: Keeping }[];
  again: readonly Pass[];
  nowSeconds: number;
  durationSeconds: number;
  range: Range;
  onRange: (end: End, atSeconds: number) => void;
}

/** Heights in rem. */
const ROW_REM = 1.75;
const AXIS_REM = 1.4;
const TICK_GAP_REM = 4.5;
/** How far a key moves a handle, s. Our choice. */
const STEP_SECONDS = 1;
const PAGE_SECONDS = 10;

export function KeptLine({ kept, again, nowSeconds, durationSeconds, range, onRange }: KeptLineProps) {
  const say = useText();
  const [ref, size] = useSize();
  const counts = { 'on-its-way': 0, kept: 0, forgotten: 0, 'not-kept': 0 };
  for (const { keeping } of kept) counts[keeping] += 1;
  return (
    <figure className={styles.figure}>
      <div className={styles.names}>
        <p>{say('lab.bus-archive.row.kept')}</p>
        <p>{say('lab.bus-archive.row.again')}</p>
      </div>
      <div ref={ref} className={`${lab.drawing} ${styles.line}`}>
        {size && (
          <Line
            kept={kept}
            again={again}
            nowSeconds={nowSeconds}
            range={range}
            onRange={onRange}
            axis={timeAxis(durationSeconds, size.width)}
            rem={size.rem}
          />
        )}
      </div>
      <figcaption className={`${lab.legend} ${styles.legend}`}>
        {(['kept', 'on-its-way', 'forgotten', 'not-kept'] as const).map((keeping) => (
          <span key={keeping}>
            <svg width="8" height="16" aria-hidden="true">
              <Mark keeping={keeping} x={4} y={0} height={16} />
            </svg>
            {say(`lab.bus-archive.${keeping}`, { n: counts[keeping] })}
          </span>
        ))}
        <span>
          <svg width="10" height="16" aria-hidden="true">
            <path className={styles.again} d="M1,3 L9,8 L1,13 Z" />
          </svg>
          {say('lab.bus-archive.again', { n: again.length })}
        </span>
      </figcaption>
    </figure>
  );
}

interface LineProps extends Omit<KeptLineProps, 'durationSeconds'> {
  axis: TimeAxis;
  rem: number;
}

function Line({ kept, again, nowSeconds, range, onRange, axis, rem }: LineProps) {
  const say = useText();
  const row = ROW_REM * rem;
  const height = 2 * row;
  const [from, to] = [axis.xOf(range.fromSeconds), axis.xOf(range.toSeconds)];
  const now = axis.xOf(nowSeconds);
  return (
    <>
      <svg
        width={axis.width}
        height={height + AXIS_REM * rem}
        role="img"
        aria-label={say('lab.bus-archive.line', { n: kept.length, again: again.length })}
      >
        <rect className={styles.range} x={from} y="0" width={Math.max(0, to - from)} height={row} />
        <line className={styles.ground} x2={axis.width} y1={row} y2={row} />
        <line className={styles.ground} x2={axis.width} y1={height} y2={height} />
        {kept.map(({ pass, keeping }) => (
          <Mark key={pass.number} keeping={keeping} x={axis.xOf(toSeconds(pass.at))} y={4} height={row - 8} />
        ))}
        {again.map(({ number, replay, at }) => {
          const x = axis.xOf(toSeconds(at));
          const middle = row * 1.5 - 8 + ((number * 5) % 16);
          return (
            <path key={`${number} ${replay}`} className={styles.again} d={`M${x - 3},${middle - 4} l7,4 l-7,4 Z`} />
          );
        })}
        <line className={styles.now} x1={now} x2={now} y1="0" y2={height} />
        {timeTicks(axis, TICK_GAP_REM * rem).map((tick) => {
          const x = axis.xOf(tick);
          return (
            <text key={tick} className={styles.tick} x={x} y={height + rem} textAnchor={anchorAt(x, axis.width, rem)}>
              {tickText(tick)}
            </text>
          );
        })}
      </svg>
      <Handle end="from" x={from} range={range} nowSeconds={nowSeconds} axis={axis} onRange={onRange} />
      <Handle end="to" x={to} range={range} nowSeconds={nowSeconds} axis={axis} onRange={onRange} />
    </>
  );
}

function Mark({ keeping, x, y, height }: { keeping: Keeping; x: number; y: number; height: number }) {
  if (keeping === 'kept') return <path className={styles.kept} d={`M${x},${y} v${height}`} />;
  if (keeping === 'on-its-way') return <path className={styles.onItsWay} d={`M${x},${y} v${height}`} />;
  if (keeping === 'forgotten') return <path className={styles.forgotten} d={`M${x},${y + height} v${-height / 3}`} />;
  return <circle className={styles.notKept} cx={x} cy={y + height - 3} r="2.5" />;
}

interface HandleProps {
  end: End;
  x: number;
  range: Range;
  nowSeconds: number;
  axis: TimeAxis;
  onRange: (end: End, atSeconds: number) => void;
}

function Handle({ end, x, range, nowSeconds, axis, onRange }: HandleProps) {
  const say = useText();
  /** From the middle of the handle to where it was grabbed, px; null while it is not. */
  const grabbed = useRef<number | null>(null);
  const value = end === 'from' ? range.fromSeconds : range.toSeconds;
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = event.clientX - x;
  };
  const go = ({ clientX }: PointerEvent<HTMLDivElement>): void => {
    if (grabbed.current !== null) onRange(end, axis.timeAt(clientX - grabbed.current));
  };
  const leave = (): void => {
    grabbed.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowLeft: value - STEP_SECONDS,
      ArrowDown: value - STEP_SECONDS,
      ArrowRight: value + STEP_SECONDS,
      ArrowUp: value + STEP_SECONDS,
      PageDown: value - PAGE_SECONDS,
      PageUp: value + PAGE_SECONDS,
      Home: 0,
      End: nowSeconds,
    }[event.key];
    if (to === undefined) return;
    onRange(end, to);
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`${styles.handle} ${styles[end]}`}
      style={{ left: x }}
      aria-label={say(`lab.bus-archive.handle.${end}`)}
      aria-valuemin={0}
      aria-valuemax={Math.round(nowSeconds)}
      aria-valuenow={Math.round(value)}
      aria-valuetext={formatClock(value)}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={leave}
      onPointerCancel={leave}
      onKeyDown={onKeyDown}
    />
  );
}
