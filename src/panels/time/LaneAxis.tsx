/** The axis under the lanes: the times, and a mark for every event of note. */
import { memo } from 'react';
import { tickText } from './clock-text.ts';
import { type Cluster, type TimeAxis, timeTicks } from './geometry.ts';
import type { LaneLayout } from './lane-layout.ts';
import type { LogEntry } from './log-entries.ts';

/** Least rem between ticks of the axis, and the air between the longest of their words. Our choice. */
const TICK_GAP_REM = 3.5;
const TICK_AIR_REM = 1;

/** Width of a figure under the axis, in rem: 0.6 of its size. */
const TICK_FIGURE_REM = 0.4125;

interface AxisProps {
  axis: TimeAxis;
  layout: LaneLayout;
  marks: readonly Cluster<LogEntry>[];
  rem: number;
}

/** Least rem from one tick to the next: those of long runs have longer words. */
function tickGap({ durationSeconds }: TimeAxis): number {
  return Math.max(TICK_GAP_REM, tickText(durationSeconds).length * TICK_FIGURE_REM + TICK_AIR_REM);
}

/** The times under the axis, and where the words of each begin and end. */
export function axisTicks(axis: TimeAxis, rem: number): { t: number; x: number; from: number; to: number }[] {
  return timeTicks(axis, tickGap(axis) * rem).map((t) => {
    const x = axis.xOf(t);
    const width = tickText(t).length * TICK_FIGURE_REM * rem;
    const from = isFirst(x, rem) ? x : x - width / 2;
    return { t, x, from, to: from + width };
  });
}

/** Whether the words of a tick begin at it, for want of room on its left. */
function isFirst(x: number, rem: number): boolean {
  return x < rem;
}

/** The times, and a mark for every event of note: a cross for what failed, a dot for the rest. */
export const Axis = memo(function Axis({ axis, layout, marks, rem }: AxisProps) {
  return (
    <svg className="time-axis" width={axis.width} height={layout.height} aria-hidden="true">
      <g transform={`translate(0 ${layout.axisY})`}>
        <line className="time-axis-line" x2={axis.width} y1={0.5} y2={0.5} />
        {axisTicks(axis, rem).map(({ t, x }) => (
          <g key={t}>
            <line className="time-axis-line" x1={x} x2={x} y1={0} y2={4} />
            <text className="time-tick" x={x} y={1.375 * rem} textAnchor={isFirst(x, rem) ? 'start' : 'middle'}>
              {tickText(t)}
            </text>
          </g>
        ))}
        {marks.map(({ x, members }) => {
          const failed = members.some(({ tone }) => tone === 'failed');
          const r = members.length > 1 ? 3.5 : 2.75;
          return failed ? (
            <path
              key={x}
              className="time-mark-failed"
              d={`M${x - r} ${4.5 - r + 2}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`}
            />
          ) : (
            <circle key={x} className="time-mark" cx={x} cy={6.5} r={r} />
          );
        })}
      </g>
    </svg>
  );
});
