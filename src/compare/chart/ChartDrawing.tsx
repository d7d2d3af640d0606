/** One measure of several runs over time, as a drawing that says by itself what it shows: on screen and in a file. */
import { memo, useId } from 'react';
import { tickText } from '../../panels/time/clock-text.ts';
import { type Curve, type TimeAxis, timeAxis, timeTicks, valueAt } from '../../panels/time/geometry.ts';
import { runLine } from '../../panels/time/run-lines.ts';
import styles from './ChartDrawing.module.css';
import { largestIn, spread, stepPath, valueAxis } from './chart-layout.ts';
import type { ChartMeasure } from './chart-measures.ts';

/** One run in the chart. */
export interface ChartRun {
  name: string;
  curve: Curve;
  /** Up to when it is known, in simulated seconds. */
  until: number;
  /** The future as it was before the last change, from when the two differ; null without one. */
  old: { curve: Curve; from: number } | null;
}

/** When something was broken, in simulated seconds. */
export interface ChartFault {
  name: string;
  from: number;
  until: number;
}

export interface ChartDrawingProps {
  measure: ChartMeasure;
  title: string;
  /** What the pale lines are; said where there are any. */
  paleWords: string;
  runs: readonly ChartRun[];
  faults: readonly ChartFault[];
  durationSeconds: number;
  /** px. */
  width: number;
  height: number;
  /** px in one rem. */
  rem: number;
  /** What a pale line is called, from the name of its run. */
  oldNameOf: (name: string) => string;
  /** Whether the names stand at the ends of the lines; else they stand elsewhere. */
  named: boolean;
  /** Where it stands in a larger drawing. */
  at?: { x: number; y: number };
}

/** Air round the lines, in rem; names at their ends need more on the right. */
const AIR = { top: 2, bottom: 1.75, left: 4.25, right: 0.75, names: 12 } as const;
/** Least rem between ticks of time, and between names. Our choice. */
const TICK_GAP = 4;
const NAME_GAP = 1;
/** Most letters of a name at the end of a line. Our choice: what there is room for. */
const MOST_LETTERS = 24;
/** From where on words stand left of what they belong to, as a share of the width. Our choice. */
const LATE_SHARE = 0.75;

/** Where the lines stand in the drawing, in px. */
export interface ChartPlot {
  left: number;
  top: number;
  height: number;
  time: TimeAxis;
}

export function chartPlot({
  width,
  height,
  rem,
  named,
  durationSeconds,
}: Pick<ChartDrawingProps, 'width' | 'height' | 'rem' | 'named' | 'durationSeconds'>): ChartPlot {
  const left = AIR.left * rem;
  return {
    left,
    top: AIR.top * rem,
    height: Math.max(1, height - (AIR.top + AIR.bottom) * rem),
    time: timeAxis(durationSeconds, Math.max(1, width - left - (named ? AIR.names : AIR.right) * rem)),
  };
}

export const ChartDrawing = memo(function ChartDrawing(props: ChartDrawingProps) {
  const { measure, title, paleWords, oldNameOf, runs, faults, durationSeconds, width, height, rem, named, at } = props;
  const clip = useId();
  const { left, top, height: plotHeight, time } = chartPlot(props);
  const plotWidth = time.width;
  /** Whether words that began here would not end in the plot. */
  const isLate = (t: number): boolean => time.xOf(t) > LATE_SHARE * plotWidth;
  const largest = Math.max(0, ...runs.flatMap(({ curve, old }) => [largestIn(curve), old ? largestIn(old.curve) : 0]));
  const values = valueAxis(largest, plotHeight, measure.isWhole);
  const ends = runs.map(({ curve, until }) => {
    const value = valueAt(curve, until);
    return values.yOf(Number.isNaN(value) ? 0 : value);
  });
  const ended = runs.map(({ name, until }, place) => ({ name, place, until, y: ends[place] as number, isOld: false }));
  const oldEnded = runs.flatMap(({ name, old }, place) => {
    if (old === null) return [];
    const value = valueAt(old.curve, durationSeconds);
    return [{ name, place, until: durationSeconds, y: values.yOf(Number.isNaN(value) ? 0 : value), isOld: true }];
  });
  // Where there is no room for the names of the pale lines at their ends, they stand in the legend alone.
  const hasRoom = (ended.length + oldEnded.length) * NAME_GAP * rem <= plotHeight;
  const labels = hasRoom ? [...ended, ...oldEnded] : ended;
  const names = spread(
    labels.map(({ y }) => y),
    NAME_GAP * rem,
    plotHeight,
  );
  return (
    <svg
      x={at?.x}
      y={at?.y}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.chart}
      role="img"
      aria-label={title}
    >
      <rect className={styles.ground} width={width} height={height} />
      <text className={styles.title} x={0.75 * rem} y={1.25 * rem}>
        {title}
        {runs.some(({ old }) => old !== null) && (
          <tspan className={styles.note} dx={0.75 * rem}>
            {paleWords}
          </tspan>
        )}
      </text>
      <g transform={`translate(${left} ${top})`}>
        <clipPath id={clip}>
          <rect y={-2} width={plotWidth} height={plotHeight + 4} />
        </clipPath>
        {faults.map(({ name, from, until }, row) => (
          <g key={`${name} ${from}`}>
            <rect
              className={styles.fault}
              x={time.xOf(from)}
              width={Math.max(2, time.xOf(until) - time.xOf(from))}
              height={plotHeight}
            />
            <text
              className={styles.faultName}
              x={time.xOf(from) + (isLate(from) ? -4 : 4)}
              y={(0.875 + row) * rem}
              textAnchor={isLate(from) ? 'end' : 'start'}
            >
              {name}
            </text>
          </g>
        ))}
        {values.ticks.map((value) => (
          <g key={value} transform={`translate(0 ${values.yOf(value)})`}>
            <line className={value === 0 ? styles.base : styles.line} x2={plotWidth} />
            <text className={styles.value} x={-0.5 * rem} dy="0.35em">
              {measure.format(value)}
            </text>
          </g>
        ))}
        {timeTicks(time, TICK_GAP * rem).map((t) => (
          <text key={t} className={styles.time} x={time.xOf(t)} y={plotHeight + 1.25 * rem}>
            {tickText(t)}
          </text>
        ))}
        <g clipPath={`url(#${clip})`}>
          {runs.map(
            ({ old, name }, place) =>
              old && (
                <path
                  key={name}
                  className={styles.old}
                  style={{ stroke: runLine(place).colour, strokeDasharray: runLine(place).dashes }}
                  d={stepPath(old.curve, old.from, durationSeconds, time, values)}
                />
              ),
          )}
          {runs.map(({ name, curve, until }, place) => (
            <path
              key={name}
              className={styles.run}
              style={{ stroke: runLine(place).colour, strokeDasharray: runLine(place).dashes }}
              d={stepPath(curve, 0, until, time, values)}
            />
          ))}
        </g>
        {named &&
          labels.map(({ name, place, until, y: end, isOld }, index) => {
            const x = time.xOf(until);
            const y = names[index] as number;
            return (
              <g key={`${name} ${isOld}`} transform={`translate(${x} 0)`}>
                <path className={styles.lead} d={`M2 ${end}L${0.375 * rem} ${y}`} />
                <path
                  className={isOld ? styles.old : styles.run}
                  style={{ stroke: runLine(place).colour, strokeDasharray: runLine(place).dashes }}
                  d={`M${0.375 * rem} ${y}h${1.5 * rem}`}
                />
                <text className={styles.name} x={2.125 * rem} y={y} dy="0.35em">
                  {isOld
                    ? oldNameOf(shortName(name, MOST_LETTERS - oldNameOf('').length))
                    : shortName(name, MOST_LETTERS)}
                </text>
              </g>
            );
          })}
      </g>
    </svg>
  );
});

function shortName(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
