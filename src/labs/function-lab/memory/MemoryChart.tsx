/**
 * Duration, and below it cost, over memory: lines by the closed form, marks as they were measured, the cheapest and the
 * fastest size, and the present one, which is moved by pointer, by finger or by keys.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { anchorAt } from '../../../panels/time/geometry.ts';
import { useSize } from '../../../panels/time/use-size.ts';
import { formatCount, formatDuration, formatMoney } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import { axisOf, curveMegabytes, memoryAt, niceMost, TICKS_MEGABYTES, xOf } from './chart-places.ts';
import { type Bests, type CallPrices, type Place, placeAt, type Work } from './closed-form.ts';
import styles from './MemoryChart.module.css';
import { type MeasuredPoint, measuredUsd } from './measured.ts';
import { keptInside, PAGE_STEP } from './steps.ts';

export interface MemoryChartProps {
  work: Work;
  prices: CallPrices;
  timeoutSeconds: number;
  extraSeconds: number;
  bests: Bests | null;
  points: readonly MeasuredPoint[];
  memoryMegabytes: number;
  onMove: (memoryMegabytes: number) => void;
  onDecide: () => void;
  describedBy: string;
}

/** Sizes in rem. Our choice. */
const PLOT_REM = 8.5;
const GAP_REM = 2.5;
const AIR_REM = { top: 1.75, right: 1, bottom: 2.5, left: 4 };

/** What is drawn of a size in one of the two plots. */
type Reading = (place: Place) => number;
const readSeconds: Reading = ({ seconds }) => seconds;
const readUsd: Reading = ({ usd }) => usd;

export function MemoryChart(props: MemoryChartProps) {
  const { work, prices, timeoutSeconds, extraSeconds, bests, points, memoryMegabytes, onMove, onDecide } = props;
  const say = useText();
  const [ref, size] = useSize();
  const svg = useRef<SVGSVGElement>(null);
  const rem = size?.rem ?? 16;
  const width = Math.max(1, (size?.width ?? 0) - (AIR_REM.left + AIR_REM.right) * rem);
  const height = PLOT_REM * rem;
  const at = (memory: number): Place => placeAt(work, memory, prices, extraSeconds);
  const now = at(memoryMegabytes);
  const curve = curveMegabytes.map(at).filter(({ seconds }) => seconds < timeoutSeconds);
  const mostSeconds = niceMost(Math.max(...curve.map(readSeconds), now.seconds));
  const mostUsd = niceMost(Math.max(...curve.map(readUsd), 0.01));
  const words = { memory: formatCount(memoryMegabytes), time: formatDuration(now.seconds), usd: formatMoney(now.usd) };

  const toPointer = ({ clientX }: PointerEvent): void => {
    const box = svg.current?.getBoundingClientRect();
    if (box) onMove(memoryAt((clientX - box.left - AIR_REM.left * rem) / width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowRight: memoryMegabytes + 1,
      ArrowUp: memoryMegabytes + 1,
      ArrowLeft: memoryMegabytes - 1,
      ArrowDown: memoryMegabytes - 1,
      PageUp: memoryMegabytes + PAGE_STEP,
      PageDown: memoryMegabytes - PAGE_STEP,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    }[event.key];
    if (to === undefined) return;
    onMove(keptInside(to));
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  const plots = [
    { id: 'time', read: readSeconds, most: mostSeconds, top: 0, format: formatDuration },
    { id: 'cost', read: readUsd, most: mostUsd, top: height + GAP_REM * rem, format: formatMoney },
  ] as const;
  const bottom = 2 * height + GAP_REM * rem;
  const x = xOf(memoryMegabytes) * width;
  return (
    <div ref={ref} className={styles.chart}>
      {size && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields.
        <svg
          ref={svg}
          role="group"
          aria-label={say('lab.function-memory.chart')}
          aria-describedby={props.describedBy}
          width={size.width}
          height={bottom + (AIR_REM.top + AIR_REM.bottom) * rem}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            toPointer(event);
            svg.current?.querySelector<SVGElement>('[role="slider"]')?.focus({ preventScroll: true });
            event.preventDefault();
          }}
          onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && toPointer(event)}
          onPointerUp={onDecide}
        >
          <g transform={`translate(${AIR_REM.left * rem} ${AIR_REM.top * rem})`}>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus. */}
            <g aria-hidden="true">
              {plots.map((plot) => (
                <g key={plot.id} transform={`translate(0 ${plot.top})`}>
                  <text x={-AIR_REM.left * rem} y={-0.625 * rem} className={styles.title}>
                    {say(`lab.function-memory.axis.${plot.id}`)}
                  </text>
                  {axisOf(plot.most).map((value) => (
                    <g key={value} transform={`translate(0 ${height - (value / plot.most) * height})`}>
                      <line x2={width} className={styles.grid} />
                      <text x={-0.5 * rem} dy="0.35em" className={styles.value}>
                        {plot.format(value)}
                      </text>
                    </g>
                  ))}
                  <Curve places={curve} read={plot.read} most={plot.most} width={width} height={height} />
                  {points.map((point) => (
                    <Measured
                      key={point.memoryMegabytes}
                      x={xOf(point.memoryMegabytes) * width}
                      value={plot.id === 'time' ? point.seconds : measuredUsd(point, prices)}
                      most={plot.most}
                      height={height}
                      rem={rem}
                    />
                  ))}
                  {bests !== null && (
                    <Best
                      best={plot.id === 'time' ? bests.fastest : bests.cheapest}
                      name={say(`lab.function-memory.best.${plot.id}`)}
                      read={plot.read}
                      most={plot.most}
                      width={width}
                      height={height}
                      rem={rem}
                    />
                  )}
                </g>
              ))}
              {TICKS_MEGABYTES.map((tick, index) => (
                <g key={tick} transform={`translate(${xOf(tick) * width} 0)`}>
                  {plots.map(({ id, top }) => (
                    <line key={id} y1={top} y2={top + height} className={styles.grid} />
                  ))}
                  {(width > 30 * rem || index % 2 === 0) && (
                    <text y={bottom + 1.125 * rem} className={styles.tick}>
                      {formatCount(tick)}
                    </text>
                  )}
                </g>
              ))}
              <text x={width / 2} y={bottom + 2.25 * rem} className={styles.tick}>
                {say('lab.function-memory.axis.memory')}
              </text>
            </g>
            <g
              role="slider"
              tabIndex={0}
              aria-label={say('lab.function-memory.handle')}
              aria-valuemin={keptInside(0)}
              aria-valuemax={keptInside(Number.POSITIVE_INFINITY)}
              aria-valuenow={memoryMegabytes}
              aria-valuetext={say(
                now.seconds < timeoutSeconds ? 'lab.function-memory.handle.value' : 'lab.function-memory.handle.late',
                words,
              )}
              className={styles.handle}
              transform={`translate(${x} 0)`}
              onKeyDown={onKeyDown}
              onKeyUp={onDecide}
            >
              <rect
                x={-1.25 * rem}
                width={2.5 * rem}
                y={-0.25 * rem}
                height={bottom + 0.5 * rem}
                className={styles.reach}
              />
              <line y2={bottom} className={styles.now} />
              {plots.map(({ id, read, most, top }) => (
                <rect
                  key={id}
                  x={-0.4375 * rem}
                  y={top + height - Math.min(1, read(now) / most) * height - 0.4375 * rem}
                  width={0.875 * rem}
                  height={0.875 * rem}
                  rx={0.1875 * rem}
                  className={styles.knob}
                />
              ))}
            </g>
          </g>
        </svg>
      )}
    </div>
  );
}

interface InPlot {
  most: number;
  height: number;
}

interface CurveProps extends InPlot {
  places: readonly Place[];
  read: Reading;
  width: number;
}

function Curve({ places, read, most, width, height }: CurveProps) {
  const line = places.map((place) => {
    const y = height - (read(place) / most) * height;
    return `${(xOf(place.memoryMegabytes) * width).toFixed(1)} ${y.toFixed(1)}`;
  });
  return line.length === 0 ? null : <path d={`M${line.join('L')}`} className={styles.curve} />;
}

interface MeasuredProps extends InPlot {
  x: number;
  /** Null where no call was done in time. */
  value: number | null;
  rem: number;
}

/** A ring where there is a figure; a cross at the top where no call was done in time. */
function Measured({ x, value, most, height, rem }: MeasuredProps) {
  const far = 0.25 * rem;
  if (value === null) {
    return (
      <path
        d={`M${x - far} ${-far}l${2 * far} ${2 * far}M${x - far} ${far}l${2 * far} ${-2 * far}`}
        className={styles.late}
      />
    );
  }
  return <circle cx={x} cy={height - (value / most) * height} r={far} className={styles.measured} />;
}

interface BestProps extends InPlot {
  best: Place;
  name: string;
  read: Reading;
  width: number;
  rem: number;
}

function Best({ best, name, read, most, width, height, rem }: BestProps) {
  const x = xOf(best.memoryMegabytes) * width;
  const y = height - (read(best) / most) * height;
  return (
    <g className={styles.best}>
      <path
        d={`M${x} ${y - 0.5 * rem}l${0.5 * rem} ${0.5 * rem}l${-0.5 * rem} ${0.5 * rem}l${-0.5 * rem} ${-0.5 * rem}z`}
      />
      <text x={x} y={y - 0.875 * rem} textAnchor={anchorAt(x, width, 5 * rem)}>
        {name}
      </text>
    </g>
  );
}
