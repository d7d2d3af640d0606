/**
 * What theory says as lines, what runs measured as points with their intervals, and the run on screen among them. The same
 * figures stand in a table below, for those who read rather than see.
 */

import { useSize } from '../../panels/time/use-size.ts';
import { Fold } from '../../ui/Fold.tsx';
import { NOTHING } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import lab from '../LabInstrument.module.css';
import type { Estimate } from './intervals.ts';
import styles from './TheoryChart.module.css';

export interface TheoryLine {
  name: string;
  /** `closed`: drawn through; `worked-out`: dashed. */
  kind: 'closed' | 'worked-out';
  /** By x, ascending. */
  points: readonly (readonly [x: number, y: number])[];
}

export interface MeasuredPoint {
  x: number;
  estimate: Estimate;
}

export interface TheoryChartProps {
  /** What the chart is of. */
  label: string;
  axisX: string;
  axisY: string;
  rangeX: readonly [number, number];
  ticksX: readonly number[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  lines: readonly TheoryLine[];
  measured: readonly MeasuredPoint[];
  /** The run on screen; without an estimate where it has measured nothing yet. */
  current: { x: number; estimate: Estimate | null } | null;
}

const HEIGHT_REM = 14;
const AIR_REM = { top: 1.75, right: 1, bottom: 2.75, left: 3.25 };
/** Marks on the axis of y. Our choice. */
const STEPS_Y = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25] as const;
const MOST_TICKS_Y = 5;

export function TheoryChart({
  label,
  axisX,
  axisY,
  rangeX,
  ticksX,
  formatX,
  formatY,
  lines,
  measured,
  current,
}: TheoryChartProps) {
  const say = useText();
  const [ref, size] = useSize();
  const rem = size?.rem ?? 16;
  const width = (size?.width ?? 0) - (AIR_REM.left + AIR_REM.right) * rem;
  const height = HEIGHT_REM * rem;
  const top = topOf(lines, measured, current?.estimate ?? null);
  const x = (value: number): number => ((value - rangeX[0]) / (rangeX[1] - rangeX[0])) * width;
  const y = (value: number): number => height - (Math.min(value, top) / top) * height;
  return (
    <figure className={`${lab.part} ${styles.chart}`}>
      <div ref={ref}>
        {size && width > 0 && (
          <svg
            width={size.width}
            height={height + (AIR_REM.top + AIR_REM.bottom) * rem}
            role="img"
            aria-label={say('lab.theory.chart', { what: label })}
          >
            <g transform={`translate(${AIR_REM.left * rem} ${AIR_REM.top * rem})`}>
              <g className={styles.axes}>
                {ticksY(top).map((value) => (
                  <g key={value} transform={`translate(0 ${y(value)})`}>
                    <line x2={width} />
                    <text x={-0.375 * rem} dy="0.35em" textAnchor="end">
                      {formatY(value)}
                    </text>
                  </g>
                ))}
                {ticksX.map((value) => (
                  <text key={value} x={x(value)} y={height + 1.125 * rem} textAnchor="middle">
                    {formatX(value)}
                  </text>
                ))}
                <text x={width / 2} y={height + 2.375 * rem} textAnchor="middle">
                  {axisX}
                </text>
                <text x={-AIR_REM.left * rem} y={-0.75 * rem}>
                  {axisY}
                </text>
              </g>
              {lines.map((line) => (
                <path
                  key={line.name}
                  d={line.points.map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('')}
                  className={styles[line.kind]}
                />
              ))}
              {measured.map((point) => (
                <Mark key={point.x} x={x(point.x)} estimate={point.estimate} y={y} radius={0.25 * rem} />
              ))}
              {current && (
                <g className={styles.current}>
                  <line x1={x(current.x)} x2={x(current.x)} y2={height} />
                  {current.estimate && (
                    <Mark x={x(current.x)} estimate={current.estimate} y={y} radius={0.4375 * rem} isCurrent />
                  )}
                </g>
              )}
            </g>
          </svg>
        )}
      </div>
      <figcaption className={lab.legend}>
        {lines.map(({ name, kind }) => (
          <span key={name}>
            <svg width="28" height="10" aria-hidden="true">
              <path d="M0 5H28" className={styles[kind]} />
            </svg>
            {name}
          </span>
        ))}
        <span>
          <svg width="14" height="14" aria-hidden="true">
            <path d="M7 0V14" className={styles.bar} />
            <circle cx="7" cy="7" r="4" className={styles.dot} />
          </svg>
          {say('lab.theory.measured')}
        </span>
        <span>
          <svg width="18" height="18" aria-hidden="true">
            <path d={diamond(9, 9, 7)} className={styles.diamond} />
          </svg>
          {say('lab.theory.current')}
        </span>
      </figcaption>
      <Fold title={say('lab.theory.table')}>
        <div className={lab.scroll}>
          <table className={lab.ownWidth}>
            <thead>
              <tr>
                <th scope="col">{axisX}</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                <th scope="col">{say('lab.theory.measured')}</th>
              </tr>
            </thead>
            <tbody>
              {ticksX.map((at) => {
                const found = measured.find((point) => point.x === at);
                return (
                  <tr key={at}>
                    <th scope="row">{formatX(at)}</th>
                    {lines.map(({ name, points }) => (
                      <td key={name} className="number">
                        {formatY(heightAt(points, at))}
                      </td>
                    ))}
                    <td className="number">
                      {found
                        ? say('lab.theory.interval', {
                            value: formatY(found.estimate.value),
                            low: formatY(found.estimate.low),
                            high: formatY(found.estimate.high),
                          })
                        : NOTHING}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Fold>
    </figure>
  );
}

function Mark({
  x,
  y,
  estimate: { value, low, high },
  radius,
  isCurrent = false,
}: {
  x: number;
  y: (value: number) => number;
  estimate: Estimate;
  radius: number;
  isCurrent?: boolean;
}) {
  return (
    <g>
      <path d={`M${x} ${y(low)}V${y(high)}`} className={styles.bar} />
      {isCurrent ? (
        <path d={diamond(x, y(value), radius)} className={styles.diamond} />
      ) : (
        <circle cx={x} cy={y(value)} r={radius} className={styles.dot} />
      )}
    </g>
  );
}

function diamond(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}L${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}Z`;
}

/** The end of the axis: above everything that is drawn. */
function topOf(lines: readonly TheoryLine[], measured: readonly MeasuredPoint[], current: Estimate | null): number {
  const all = [
    ...lines.flatMap(({ points }) => points.map(([, value]) => value)),
    ...measured.map(({ estimate }) => estimate.high),
    ...(current ? [current.high] : []),
  ];
  const most = Math.max(0.01, ...all);
  const step = STEPS_Y.find((each) => most / each <= MOST_TICKS_Y) ?? 0.25;
  return Math.ceil(most / step - 1e-9) * step;
}

function ticksY(top: number): number[] {
  const step = STEPS_Y.find((each) => top / each <= MOST_TICKS_Y + 1e-9) ?? 0.25;
  return Array.from({ length: Math.round(top / step) + 1 }, (_, n) => n * step);
}

/** Between two points of a line as the straight way goes. */
function heightAt(points: TheoryLine['points'], at: number): number {
  const after = points.findIndex(([x]) => x >= at);
  const right = points[after < 0 ? points.length - 1 : after];
  const left = points[Math.max(0, after - 1)];
  if (!(left && right)) return Number.NaN;
  const width = right[0] - left[0];
  return width === 0 ? right[1] : left[1] + ((right[1] - left[1]) * (at - left[0])) / width;
}
