/** The curves: cost per 1,000 videos against traffic, a line per architecture, told apart by colour, dashes and name. */
import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import type { PriceBook } from '../../cost/prices.ts';
import { type RunLine, runLine } from '../../panels/time/run-lines.ts';
import { useSize } from '../../panels/time/use-size.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { formatCount, formatMoney, formatNumber } from '../../ui/format.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './CostChart.module.css';
import { coveredBy, type Places, placesFor, spread } from './chart-places.ts';
import { type Crossover, type Curves, drawnPoints, perThousandUsd } from './crossovers.ts';
import type { Point } from './fit.ts';

export interface CostChartProps<S extends StageId> {
  /** The architectures, in the order of their lines. */
  stages: readonly S[];
  /** The rates at which all of them are run. */
  rates: readonly number[];
  curves: Curves<S>;
  crossings: readonly Crossover<S>[];
  book: PriceBook;
  /** What is drawn of the dollars for 1,000 at a rate: those themselves, or what an hour costs. */
  amount?: (perThousandUsd: number, ratePerSecond: number) => number;
  words: ChartWords<S>;
  /** Height of the plot in rem, wide and narrow. */
  heights?: readonly [wide: number, narrow: number];
  /** The point that is read. */
  read: Point<S> | null;
  /** Id of what says how to read it. */
  describedBy: string;
  /** `near`: where marks of several lines lie over one another, the nearest of each, that which is read among them. */
  onRead: (point: Point<S>, near?: readonly Point<S>[]) => void;
}

/** What the chart says. */
export interface ChartWords<S extends StageId> {
  chart: string;
  axisX: string;
  axisY: string;
  /** What each line is called; by the name of its architecture where nothing is said. */
  nameOf?: (stage: S) => string;
  /** `amount`: null where it cannot. */
  point(point: Point<S>, amount: number | null): string;
}

/** Height of the plot, lower where it is narrow so that what is read has room below it, and the air round it, in rem. The names stand at the right. Our choice. */
const HEIGHTS_REM = [24, 18] as const;
const AIR_REM = { top: 1.5, right: 8.5, bottom: 2.75, left: 4.25 };
const NARROW_AIR_REM: typeof AIR_REM = { ...AIR_REM, right: 6.25, left: 2.75 };
/** Below this width, in rem, there is less air and the marks are smaller. Our choice: a phone. */
const NARROW_REM = 36;
const NAME_GAP_REM = 1.125;
/** From how far off a click or a tap still picks the nearest mark. Our choice: a finger. */
const REACH_REM = 2;
/** Marks that are no farther from each other than this cannot be told apart by a tap; how many are offered. Our choice. */
const NEAR_REM = 0.5;
const MOST_NEAR = 4;
/** Marks no farther from each other than this lie on one another; how far one shows round each that lies on it. Our choice. */
const COVERED_REM = 0.2;
const RING_REM = 0.1875;
/** Numbers of crossings stand in a row near the top. */
const BADGE_GAP_REM = 1.375;
const BADGE_TOP_REM = 1;
/** What the scale shows before anything was run. Our choice. */
const USUAL_USD = [0.1, 100] as const;

/** A point with its place; one that cannot stands where its line was last. */
interface Mark<S extends StageId> {
  point: Point<S>;
  usd: number | null;
  x: number;
  y: number;
}

/** The dollars for 1,000 as they are. */
const asItIs = (perThousandUsd: number): number => perThousandUsd;

export function CostChart<S extends StageId>({
  stages,
  rates,
  curves,
  crossings,
  book,
  amount = asItIs,
  words,
  heights = HEIGHTS_REM,
  read,
  describedBy,
  onRead,
}: CostChartProps<S>) {
  const say = useText();
  const [ref, size] = useSize();
  const svg = useRef<SVGSVGElement>(null);
  const rem = size?.rem ?? 16;
  const isNarrow = (size?.width ?? 0) < NARROW_REM * rem;
  const air = isNarrow ? NARROW_AIR_REM : AIR_REM;
  const height = heights[isNarrow ? 1 : 0];
  const width = (size?.width ?? 0) - (air.left + air.right) * rem;
  const places = useMemo(() => {
    const range = [rates[0] as number, rates.at(-1) as number] as const;
    const figures = stages.flatMap((stage) => curves[stage].map((point) => amountOf(point, book, amount) ?? 0));
    return placesFor(Math.max(1, width), height * rem, range, rangeOf(figures));
  }, [width, height, rem, stages, rates, curves, book, amount]);
  const lines = stages.map((stage) => ({ stage, marks: marksOf(curves[stage], book, amount, places) }));
  const drawn = lines.filter(({ marks }) => marks.length > 0);
  const covered = coveredBy(
    drawn.map(({ marks }) => marks),
    COVERED_REM * rem,
  );
  const ends = drawn.map(({ marks }) => (marks.at(-1) as Mark<S>).y);
  const names = spread(ends, NAME_GAP_REM * rem, 0, places.height);
  const crossed = crossings.map(({ ratePerSecond }) => places.x(ratePerSecond));
  const badges = spread(crossed, BADGE_GAP_REM * rem, 0, places.width);
  const all = drawn.flatMap(({ marks }) => marks);
  // One stop for the tab key; arrows do the rest.
  const stop = all.find(({ point }) => isSame(point, read))?.point ?? all[0]?.point ?? null;

  // Where it is narrow, the line that is read is lifted out of the others.
  const isPale = (stage: S): boolean => isNarrow && read !== null && read.stage !== stage;

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbour(
      drawn.map(({ marks }) => marks),
      stop,
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    // The keys of the page move the playhead with the arrows.
    event.stopPropagation();
    onRead(next);
    svg.current?.querySelector<SVGElement>(`[data-mark="${nameOf(next)}"]`)?.focus();
  };

  // Marks lie over one another: the nearest is meant, and not the one on top.
  const onClick = ({ clientX, clientY }: MouseEvent<SVGSVGElement>): void => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    const [x, y] = [clientX - box.left - air.left * rem, clientY - box.top - air.top * rem];
    const away = (mark: Mark<S>): number => Math.hypot(mark.x - x, mark.y - y);
    const nearest = (marks: readonly Mark<S>[]): Mark<S> =>
      marks.reduce((best, mark) => (away(mark) < away(best) ? mark : best));
    const each = drawn.map(({ marks }) => nearest(marks)).sort((a, b) => away(a) - away(b));
    const [first] = each;
    if (first === undefined || away(first) > REACH_REM * rem) return;
    const near = each.filter((mark) => away(mark) - away(first) <= NEAR_REM * rem).slice(0, MOST_NEAR);
    // Where several are as near, the line that is read goes on being read.
    const meant = near.find(({ point }) => point.stage === read?.stage) ?? first;
    svg.current?.querySelector<SVGElement>(`[data-mark="${nameOf(meant.point)}"]`)?.focus({ preventScroll: true });
    onRead(meant.point, near.length > 1 ? near.map(({ point }) => point) : []);
  };

  return (
    <div ref={ref} className={styles.chart}>
      {size && width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields.
        <svg
          ref={svg}
          width={size.width}
          height={(height + air.top + air.bottom) * rem}
          data-narrow={isNarrow}
          role="group"
          aria-label={words.chart}
          aria-describedby={describedBy}
          onKeyDown={onKeyDown}
          onClick={onClick}
          // Else the mark on top takes the focus.
          onMouseDown={(event) => event.preventDefault()}
        >
          <g transform={`translate(${air.left * rem} ${air.top * rem})`}>
            <Axes places={places} left={air.left * rem} rem={rem} words={words} />
            {drawn.map(({ stage, marks }, index) => (
              <Line
                key={stage}
                line={lineOf(stage, stages)}
                marks={marks}
                covered={covered[index] ?? []}
                name={words.nameOf?.(stage) ?? say(`stage.${stage as StageId}`)}
                nameAt={{ x: places.width + (isNarrow ? 1 : 1.5) * rem, y: names[index] as number }}
                edge={places.width}
                isRead={read?.stage === stage}
                isPale={isPale(stage)}
              />
            ))}
            {drawn.flatMap(({ stage, marks }, index) =>
              marks.map((mark, place) => (
                <MarkSign
                  key={nameOf(mark.point)}
                  mark={mark}
                  colour={lineOf(stage, stages).colour}
                  covered={covered[index]?.[place] ?? 0}
                  isUsual={rates.includes(mark.point.ratePerSecond)}
                  label={words.point(mark.point, mark.usd)}
                  isRead={isSame(mark.point, read)}
                  isPale={isPale(stage)}
                  takesTab={isSame(mark.point, stop)}
                  onRead={() => onRead(mark.point)}
                  rem={isNarrow ? rem * 0.7 : rem}
                  say={say}
                />
              )),
            )}
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus; the list below tells it. */}
            <g aria-hidden="true">
              {crossings.map((crossing, index) => (
                <Crossing
                  key={`${crossing.below} ${crossing.above} ${crossing.ratePerSecond}`}
                  number={index + 1}
                  x={places.x(crossing.ratePerSecond)}
                  y={places.y(amount(crossing.usd, crossing.ratePerSecond))}
                  at={badges[index] as number}
                  rem={rem}
                />
              ))}
            </g>
          </g>
        </svg>
      )}
    </div>
  );
}

interface AxesProps {
  places: Places;
  left: number;
  rem: number;
  words: Pick<ChartWords<StageId>, 'axisX' | 'axisY'>;
}

function Axes({ places, left, rem, words }: AxesProps) {
  // On a narrow screen there is room for every other power of ten.
  const every = places.width / Math.max(1, places.rates.length) < 2.75 * rem ? 2 : 1;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus.
    <g aria-hidden="true" className={styles.axes}>
      {places.dollars.map((usd) => (
        <g key={usd} transform={`translate(0 ${places.y(usd)})`}>
          <line x2={places.width} />
          <text x={-0.5 * rem} dy="0.35em" className={styles.usd}>
            {usd < 1 ? formatMoney(usd) : `$${formatCount(usd)}`}
          </text>
        </g>
      ))}
      {places.rates.map((rate, index) => (
        <g key={rate} transform={`translate(${places.x(rate)} ${places.height})`}>
          <line y2={-places.height} />
          {index % every === 0 && (
            <text y={1.125 * rem} className={styles.rate}>
              {formatNumber(rate)}
            </text>
          )}
        </g>
      ))}
      <text x={places.width / 2} y={places.height + 2.375 * rem} className={styles.rate}>
        {words.axisX}
      </text>
      <text x={-left} y={-0.625 * rem} className={styles.axis}>
        {words.axisY}
      </text>
    </g>
  );
}

interface LineProps {
  line: RunLine;
  marks: readonly Mark<StageId>[];
  /** Of each mark: how many others lie on it. */
  covered: readonly number[];
  name: string;
  nameAt: { x: number; y: number };
  edge: number;
  isRead: boolean;
  isPale: boolean;
}

function Line({ line: { colour, dashes }, marks, covered, name, nameAt, edge, isRead, isPale }: LineProps) {
  const measured = marks.filter(({ usd }) => usd !== null);
  const last = marks.at(-1) as Mark<StageId>;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus.
    <g aria-hidden="true" className={isRead ? styles.isRead : styles.line} data-pale={isPale}>
      {stretchesUnder(marks, covered).map((stretch) => (
        <path key={stretch} d={stretch} stroke={colour} className={styles.under} />
      ))}
      <path d={pathThrough(measured)} stroke={colour} strokeDasharray={dashes} className={styles.path} />
      <path
        d={`M${last.x + 6} ${last.y}L${edge + 4} ${last.y}L${nameAt.x - 4} ${nameAt.y}`}
        stroke={colour}
        className={styles.leader}
      />
      <text x={nameAt.x} y={nameAt.y} dy="0.35em" className={styles.name}>
        {name}
      </text>
    </g>
  );
}

interface CrossingProps {
  number: number;
  x: number;
  y: number;
  /** Where its number stands. */
  at: number;
  rem: number;
}

function Crossing({ number, x, y, at, rem }: CrossingProps) {
  const top = BADGE_TOP_REM * rem;
  const radius = 0.5625 * rem;
  return (
    <g className={styles.crossing}>
      <path d={`M${at} ${top + radius}L${x} ${y}`} />
      <circle cx={x} cy={y} r={0.1875 * rem} />
      <circle cx={at} cy={top} r={radius} />
      <text x={at} y={top} dy="0.35em">
        {number}
      </text>
    </g>
  );
}

interface MarkSignProps {
  mark: Mark<StageId>;
  colour: string;
  /** How many others lie on it; it shows round them. */
  covered: number;
  /** Whether all are run at its rate; else it is there to make a crossing finer. */
  isUsual: boolean;
  label: string;
  isRead: boolean;
  isPale: boolean;
  takesTab: boolean;
  onRead: () => void;
  rem: number;
  say: Say;
}

/** A disc where there is a figure, a cross where it cannot. Larger to the pointer than to the eye. */
function MarkSign({
  mark: { point, usd, x, y },
  colour,
  covered,
  isUsual,
  label,
  isRead,
  isPale,
  takesTab,
  onRead,
  rem,
  say,
}: MarkSignProps) {
  const more = covered * RING_REM;
  const radius = ((isRead ? 0.375 : isUsual ? 0.25 : 0.125) + more) * rem;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: read by keyboard, as a cell of a table is.
    <g
      role="img"
      tabIndex={takesTab ? 0 : -1}
      data-mark={nameOf(point)}
      aria-label={label}
      transform={`translate(${x} ${y})`}
      className={styles.mark}
      data-pale={isPale}
      onFocus={onRead}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onRead()}
    >
      <circle r={0.75 * rem} className={styles.reach} />
      {usd === null ? (
        <path d={crossOf(((isRead ? 0.4375 : 0.3125) + more) * rem)} stroke={colour} className={styles.cross} />
      ) : (
        <circle r={radius} stroke={colour} fill={colour} className={styles.dot} />
      )}
      {usd === null && isRead && (
        <text y={-0.625 * rem} className={styles.cannot}>
          {say('costs.cannot')}
        </text>
      )}
    </g>
  );
}

export function wordsOf(point: Point<StageId>, usd: number | null, say: Say): string {
  const at = { name: say(`stage.${point.stage}`), rate: formatNumber(point.ratePerSecond) };
  return usd === null ? say('costs.point.cannot', at) : say('costs.point', { ...at, usd: formatMoney(usd) });
}

/** The line of an architecture, by its place among those that are drawn. */
export function lineOf<S extends StageId>(stage: S, stages: readonly S[]): RunLine {
  return runLine(stages.indexOf(stage));
}

type Amount = (perThousandUsd: number, ratePerSecond: number) => number;

function amountOf(point: Point<StageId>, book: PriceBook, amount: Amount): number | null {
  const usd = perThousandUsd(point, book);
  return usd === null ? null : amount(usd, point.ratePerSecond);
}

/** What is drawn of a line, each with its place. */
function marksOf<S extends StageId>(
  points: readonly Point<S>[],
  book: PriceBook,
  amount: Amount,
  places: Places,
): Mark<S>[] {
  let y = places.height / 2;
  return drawnPoints(points).map((point) => {
    const usd = amountOf(point, book, amount);
    if (usd !== null && usd > 0) y = places.y(usd);
    return { point, usd, x: places.x(point.ratePerSecond), y };
  });
}

/** Two strokes across each other, this far out from the middle. */
function crossOf(far: number): string {
  return `M${-far} ${-far}L${far} ${far}M${-far} ${far}L${far} ${-far}`;
}

function rangeOf(figures: readonly number[]): readonly [number, number] {
  const costs = figures.filter((usd) => usd > 0);
  return [Math.min(USUAL_USD[0], ...costs), Math.max(USUAL_USD[1], ...costs)];
}

function pathThrough(marks: readonly Mark<StageId>[]): string {
  return marks.length === 0 ? '' : `M${marks.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

/** Where another line lies on this one, from mark to mark: there it is drawn wide, and shows on both sides. */
function stretchesUnder(marks: readonly Mark<StageId>[], covered: readonly number[]): string[] {
  return marks.slice(1).flatMap((mark, index) => {
    const before = marks[index] as Mark<StageId>;
    const isUnder = (covered[index] ?? 0) > 0 && (covered[index + 1] ?? 0) > 0;
    return isUnder && before.usd !== null && mark.usd !== null ? [pathThrough([before, mark])] : [];
  });
}

function nameOf({ stage, ratePerSecond }: Point<StageId>): string {
  return `${stage} ${ratePerSecond}`;
}

/** Whether it is the same architecture under the same traffic. */
export function isSame(point: Point<StageId>, other: Point<StageId> | null): boolean {
  return other !== null && nameOf(point) === nameOf(other);
}

/** The point that a key leads to: along the line, or to the line above or below at the nearest traffic. */
function neighbour<S extends StageId>(
  lines: readonly (readonly Mark<S>[])[],
  from: Point<S> | null,
  key: string,
): Point<S> | null {
  const line = lines.find((marks) => marks.some(({ point }) => isSame(point, from)));
  const index = line?.findIndex(({ point }) => isSame(point, from)) ?? -1;
  const here = line?.[index];
  if (!line || !here) return null;
  if (key === 'ArrowRight') return line[index + 1]?.point ?? null;
  if (key === 'ArrowLeft') return line[index - 1]?.point ?? null;
  if (key === 'Home') return line[0]?.point ?? null;
  if (key === 'End') return line.at(-1)?.point ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const others = lines
    .filter((each) => each !== line)
    .map((marks) =>
      marks.reduce((near, mark) => (Math.abs(mark.x - here.x) < Math.abs(near.x - here.x) ? mark : near)),
    );
  const that = others
    .filter(({ y }) => (key === 'ArrowUp' ? y < here.y : y > here.y))
    .sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0];
  return that?.point ?? null;
}
