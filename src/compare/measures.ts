/** What the table under the pictures compares, and which way is better. */
import type { Figures } from '../panels/figures.ts';
import { formatCount, formatDuration, formatMoney, formatShare } from '../ui/format.ts';
import type { WholeRun } from './whole-run.ts';

/** What a run has measured at the moment that is shown, and in all once it has ended. */
export interface Measured extends Figures {
  /** Null while the run is not known to its end. */
  whole: WholeRun | null;
}

type MeasureId =
  | 'accepted'
  | 'refused'
  | 'lost'
  | 'waiting'
  | 'p50'
  | 'p95'
  | 'p99'
  | 'blast'
  | 'recovery'
  | 'perHour'
  | 'soFar'
  | 'per1000'
  | 'idle';

export interface Measure {
  label: `compare.${MeasureId}`;
  what: `compare.${MeasureId}.what`;
  /** NaN where there is nothing to measure. */
  of: (measured: Measured) => number;
  format: (value: number) => string;
  /** Of the number, for a file that others read. */
  unit: 'uploads' | 's' | 'parts' | 'USD' | 'USD/h' | 'share';
  better: 'more' | 'less';
  /** Whether it stands at the moment that is shown, or for the whole run. */
  span: 'moment' | 'run';
  /**
   * What the standing of a run is worth if somebody was turned away: `always` is marked whatever happened, `served`
   * only while every run has served everybody, because whoever turns people away has little to wait for and to pay.
   */
  marked: 'always' | 'served';
}

type Kind = Pick<Measure, 'format' | 'unit'>;
const uploads: Kind = { format: formatCount, unit: 'uploads' };
const parts: Kind = { format: formatCount, unit: 'parts' };
const money: Kind = { format: formatMoney, unit: 'USD' };
/** What never ends has a sign of its own; on screen it is said in words. */
const time: Kind = {
  format: (value) => (value === Number.POSITIVE_INFINITY ? '∞' : formatDuration(value)),
  unit: 's',
};

/** Of a number of the whole run; NaN while it is not known. */
const whole =
  (of: (run: WholeRun) => number): Measure['of'] =>
  (measured) =>
    measured.whole === null ? Number.NaN : of(measured.whole);

export const measures: readonly Measure[] = [
  {
    label: 'compare.accepted',
    what: 'compare.accepted.what',
    of: ({ accepted }) => accepted,
    ...uploads,
    better: 'more',
    span: 'moment',
    marked: 'always',
  },
  {
    label: 'compare.refused',
    what: 'compare.refused.what',
    of: ({ refused }) => refused,
    ...uploads,
    better: 'less',
    span: 'moment',
    marked: 'always',
  },
  {
    label: 'compare.lost',
    what: 'compare.lost.what',
    of: ({ lost, deadLettered }) => lost + deadLettered,
    ...uploads,
    better: 'less',
    span: 'moment',
    marked: 'always',
  },
  {
    label: 'compare.waiting',
    what: 'compare.waiting.what',
    of: ({ waiting }) => waiting,
    ...uploads,
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
  {
    label: 'compare.p50',
    what: 'compare.p50.what',
    of: ({ p50Seconds }) => p50Seconds,
    ...time,
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
  {
    label: 'compare.p95',
    what: 'compare.p95.what',
    of: ({ p95Seconds }) => p95Seconds,
    ...time,
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
  {
    label: 'compare.p99',
    what: 'compare.p99.what',
    of: whole(({ p99Seconds }) => p99Seconds),
    ...time,
    better: 'less',
    span: 'run',
    marked: 'served',
  },
  {
    label: 'compare.blast',
    what: 'compare.blast.what',
    of: whole(({ blastRadius }) => blastRadius),
    ...parts,
    better: 'less',
    span: 'run',
    marked: 'always',
  },
  {
    label: 'compare.recovery',
    what: 'compare.recovery.what',
    of: whole(({ recoverySeconds }) => recoverySeconds),
    ...time,
    better: 'less',
    span: 'run',
    marked: 'always',
  },
  {
    label: 'compare.perHour',
    what: 'compare.perHour.what',
    of: ({ perHourUsd }) => perHourUsd,
    format: formatMoney,
    unit: 'USD/h',
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
  {
    label: 'compare.soFar',
    what: 'compare.soFar.what',
    of: ({ soFarUsd }) => soFarUsd,
    ...money,
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
  {
    label: 'compare.per1000',
    what: 'compare.per1000.what',
    of: ({ perThousandUsd }) => perThousandUsd,
    ...money,
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
  {
    label: 'compare.idle',
    what: 'compare.idle.what',
    of: ({ idleShare }) => idleShare,
    format: formatShare,
    unit: 'share',
    better: 'less',
    span: 'moment',
    marked: 'served',
  },
];

export type Standing = 'best' | 'worst' | null;

/** Whether nobody was refused and nothing was lost in any of these runs so far; those not measured yet have not. */
export function allServed(figures: readonly (Figures | null)[]): boolean {
  return figures.every((each) => each === null || turnedAway(each) === 0);
}

/**
 * How each run stands by a measure. Times and costs have no standing once somebody was turned away anywhere, and a run
 * that turned somebody away is never the best.
 */
export function standingsOf(measure: Measure, figures: readonly (Measured | null)[]): Standing[] {
  if (measure.marked === 'served' && !allServed(figures)) return figures.map(() => null);
  const values = figures.map((each) => (each ? measure.of(each) : Number.NaN));
  return standings(values, measure).map((standing, index) => {
    const of = figures[index];
    return standing === 'best' && of && turnedAway(of) > 0 ? null : standing;
  });
}

function turnedAway({ refused, lost, deadLettered }: Figures): number {
  return refused + lost + deadLettered;
}

/**
 * How each of some values stands among them. What reads the same on screen is the same; where all are, none stands out.
 * What is no number does not take part.
 */
export function standings(
  values: readonly number[],
  { format, better }: Pick<Measure, 'format' | 'better'>,
): Standing[] {
  const taking = values.filter((value) => !Number.isNaN(value));
  if (taking.length < 2) return values.map(() => null);
  const low = format(Math.min(...taking));
  const high = format(Math.max(...taking));
  if (low === high) return values.map(() => null);
  const [best, worst] = better === 'more' ? [high, low] : [low, high];
  return values.map((value) => {
    if (Number.isNaN(value)) return null;
    const shown = format(value);
    if (shown === best) return 'best';
    return shown === worst ? 'worst' : null;
  });
}

/** Which way the lines of the table stand: by a measure, the best or the least good first. */
export interface Order {
  label: Measure['label'];
  first: 'best' | 'worst';
}

/** The places of runs in an order; as they stand on screen without one, and where they are equal. What is not known is last. */
export function placesInOrder(order: Order | null, measured: readonly (Measured | null)[]): number[] {
  const places = measured.map((_, place) => place);
  const measure = measures.find(({ label }) => label === order?.label);
  if (order === null || measure === undefined) return places;
  const lessFirst = (measure.better === 'less') === (order.first === 'best');
  const keyOf = (place: number): number => {
    const one = measured[place];
    const value = one ? measure.of(one) : Number.NaN;
    return lessFirst ? value : -value;
  };
  return places.sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b;
    return one === other ? a - b : one < other ? -1 : 1;
  });
}
