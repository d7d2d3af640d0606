/** A curve over the time of the run: what the reader draws, or has drawn, and what was measured up to the playhead. */
import { type ReactNode, useMemo } from 'react';
import { tickText } from '../../panels/time/clock-text.ts';
import { timeAxis, timeTicks } from '../../panels/time/geometry.ts';
import { useSize } from '../../panels/time/use-size.ts';
import styles from './CurveChart.module.css';
import { type DrawnCurve, drawnAt } from './drawn-curve.ts';
import type { MeasuredCurve } from './measured-curve.ts';
import type { Scale } from './scale.ts';

/** Where things stand in the chart, in px. */
export interface Plot {
  width: number;
  height: number;
  xOf(share: number): number;
  yOf(value: number): number;
  shareAt(x: number): number;
  valueAt(y: number): number;
}

export interface CurveChartProps {
  /** What it shows, for those who do not see it. */
  label: string;
  scale: Scale;
  durationSeconds: number;
  /** How a value is written at the axis. */
  format: (value: number) => string;
  drawn: DrawnCurve | null;
  /** Height of the plot. */
  heightRem?: number;
  /** What was measured, up to when it is shown. */
  measured?: { curve: MeasuredCurve; untilSeconds: number };
  /** More in the plot, such as handles. */
  children?: (plot: Plot) => ReactNode;
}

/** Height of the plot where nothing else is said, and the air round it for the axes, in rem. */
const HEIGHT_REM = 8;
const AIR_REM = { top: 0.75, right: 0.75, bottom: 1.5, left: 3.75 } as const;
/** Least rem between ticks of time. Our choice. */
const TICK_GAP_REM = 4;
/** Pieces of which the drawn line is made. Our choice: smooth at any width. */
const PIECES = 96;

export function CurveChart(props: CurveChartProps) {
  const { label, scale, durationSeconds, format, drawn, measured, heightRem = HEIGHT_REM, children } = props;
  const [ref, size] = useSize();
  const rem = size?.rem ?? 16;
  const plot = useMemo(
    () => plotOf((size?.width ?? 0) - sides(rem), heightRem * rem, scale.top),
    [size, rem, heightRem, scale],
  );
  const times = timeTicks(timeAxis(durationSeconds, plot.width), TICK_GAP_REM * rem);
  return (
    <div ref={ref} className={styles.chart}>
      {size && plot.width > 0 && (
        <svg
          width={size.width}
          height={(heightRem + AIR_REM.top + AIR_REM.bottom) * rem}
          role={children ? 'group' : 'img'}
          aria-label={label}
        >
          <g transform={`translate(${AIR_REM.left * rem} ${AIR_REM.top * rem})`}>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus. */}
            <g aria-hidden="true">
              {scale.ticks.map((value) => (
                <g key={value} transform={`translate(0 ${plot.yOf(value)})`}>
                  <line x2={plot.width} className={value === 0 ? styles.ground : styles.line} />
                  <text x={-0.5 * rem} dy="0.35em" className={styles.value}>
                    {format(value)}
                  </text>
                </g>
              ))}
              {times.map((t) => (
                <text key={t} x={plot.xOf(t / durationSeconds)} y={plot.height + 1.125 * rem} className={styles.time}>
                  {tickText(t)}
                </text>
              ))}
              {measured && (
                <path
                  d={measuredPath(measured.curve, measured.untilSeconds, durationSeconds, plot)}
                  className={styles.measured}
                />
              )}
              {drawn && <path d={drawnPath(drawn, plot)} className={styles.drawn} />}
            </g>
            {children?.(plot)}
          </g>
        </svg>
      )}
    </div>
  );
}

/** How much of the width the plot does not have. */
function sides(rem: number): number {
  return (AIR_REM.left + AIR_REM.right) * rem;
}

function plotOf(width: number, height: number, top: number): Plot {
  return {
    width,
    height,
    xOf: (share) => share * width,
    yOf: (value) => height * (1 - Math.min(value, top) / top),
    shareAt: (x) => Math.max(0, Math.min(1, x / width)),
    valueAt: (y) => top * (1 - Math.max(0, Math.min(1, y / height))),
  };
}

function drawnPath(curve: DrawnCurve, plot: Plot): string {
  const points = Array.from({ length: PIECES + 1 }, (_, piece) => {
    const share = piece / PIECES;
    return `${plot.xOf(share).toFixed(1)} ${plot.yOf(drawnAt(curve, share)).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

/** Steps: each value holds until the next. What was not measured leaves a gap. */
function measuredPath({ series, column }: MeasuredCurve, until: number, durationSeconds: number, plot: Plot): string {
  let path = '';
  let isOn = false;
  for (let i = 0; i < series.length && i * series.everySeconds <= until; i += 1) {
    const value = column[i] as number;
    if (Number.isNaN(value)) {
      isOn = false;
      continue;
    }
    const [x, y] = [plot.xOf((i * series.everySeconds) / durationSeconds), plot.yOf(value)];
    path += isOn ? `H${x.toFixed(1)}V${y.toFixed(1)}` : `M${x.toFixed(1)} ${y.toFixed(1)}`;
    isOn = true;
  }
  return path;
}
