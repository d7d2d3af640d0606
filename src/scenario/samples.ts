/**
 * What the charts and figures show, as columns of numbers at regular times: taken from the figures of a run while it
 * goes, handed over in pieces, and put together again by the page.
 */

import { billLines, splitOf, totalUsd } from '../cost/bill.ts';
import { listPrices, type PriceBook } from '../cost/prices.ts';
import type { UsageMeter } from '../cost/usage.ts';
import { type SimTime, seconds } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { bucketColumns } from '../metrics/bucket-figures.ts';
import { clientColumns } from '../metrics/client-figures.ts';
import { eventBusColumns } from '../metrics/event-bus-figures.ts';
import type { Figures } from '../metrics/figures.ts';
import { functionColumns } from '../metrics/function-figures.ts';
import { gatewayColumns } from '../metrics/gateway-figures.ts';
import { groupColumns } from '../metrics/group-figures.ts';
import { loadBalancerColumns } from '../metrics/load-balancer-figures.ts';
import { openUploads } from '../metrics/outcomes.ts';
import { queueColumns } from '../metrics/queue-figures.ts';
import type { RunMetrics } from '../metrics/run-metrics.ts';
import { streamColumns } from '../metrics/stream-figures.ts';
import { tableColumns } from '../metrics/table-figures.ts';
import { topicColumns } from '../metrics/topic-figures.ts';
import type { ComponentKind } from '../models/registry.ts';

/** Columns about the whole run. Uploads and dollars are counted from the start and never fall, except `open`, dead
 * letters that are tried again, and what was paid for work: when it fails, that has been wasted. The sum never falls. */
export const runColumns = [
  /** Uploads started, told that it worked, refused, watchable, lost, among the dead letters, and without an outcome. */
  'started',
  'accepted',
  'refused',
  'watchable',
  'lost',
  'deadLettered',
  'open',
  /** Time from start until watchable, of all that are so far; NaN before the first. */
  'untilWatchableP50Seconds',
  'untilWatchableP95Seconds',
  /** Cost so far, by what it was paid for. */
  'workingUsd',
  'idleUsd',
  'startingUsd',
  'wastedUsd',
  /** Cost per hour now: running instances, their disks, storage, and sixty times the requests of the last minute. */
  'perHourNowUsd',
] as const;

export type RunColumn = (typeof runColumns)[number];

/** Columns about one component, by its kind; what they mean stands with the figures of the kind. */
export const componentColumns = {
  client: clientColumns,
  gateway: gatewayColumns,
  'load-balancer': loadBalancerColumns,
  'instance-group': groupColumns,
  function: functionColumns,
  queue: queueColumns,
  topic: topicColumns,
  stream: streamColumns,
  'event-bus': eventBusColumns,
  bucket: bucketColumns,
  table: tableColumns,
} as const satisfies Record<ComponentKind, readonly string[]>;

/** The columns of a component of kind `K`. */
export type ColumnsOf<K extends ComponentKind> = { kind: K } & Record<
  (typeof componentColumns)[K][number],
  Float64Array
>;

/** A component's columns; `kind` tells which there are. */
export type ComponentColumns = { [K in ComponentKind]: ColumnsOf<K> }[ComponentKind];

/**
 * A piece of the columns: samples number `firstIndex` to `firstIndex + length - 1`. Sample k stands at
 * k × `everySeconds` of simulated time and describes the state just after all that happened up to then.
 * Plain data in typed arrays of exactly that length, so that it can be handed from thread to thread.
 */
export interface Samples {
  firstIndex: number;
  length: number;
  everySeconds: number;
  run: Record<RunColumn, Float64Array>;
  /** In the order of the components' numbers. */
  components: ComponentColumns[];
}

/** All samples so far: `firstIndex` is 0, and the arrays may be longer than `length`, with room to grow. */
export type Series = Samples;

/** Most samples of a run. Our choice: more than a wide chart has pixels for. */
const MOST_SAMPLES = 1200;

/** Sampling steps to choose from, in seconds, which divide minutes and hours. Our choice. */
const steps = [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800];

/** The finest step at which a run of this length has no more than 1,200 samples; an hour for those longer than 25 days. */
export function sampleStepSeconds(durationSeconds: number): number {
  return steps.find((step) => durationSeconds / step <= MOST_SAMPLES) ?? 3600;
}

/**
 * Takes samples of figures. It is told of each fact before the figures are, so that it can close the samples that lie
 * before the fact.
 */
export class Sampler implements Observer {
  readonly #metrics: RunMetrics;
  readonly #meter: UsageMeter;
  readonly #everySeconds: number;
  readonly #book: PriceBook;
  /** Samples that were closed and not yet taken. */
  #closed: Series;
  /** Number and time of the next sample. */
  #next = 0;
  #nextAt: SimTime = 0;

  constructor(metrics: RunMetrics, meter: UsageMeter, everySeconds: number, book: PriceBook = listPrices) {
    if (!(everySeconds > 0)) throw new RangeError(`a sample every ${everySeconds} s: it must be more than 0`);
    this.#metrics = metrics;
    this.#meter = meter;
    this.#everySeconds = everySeconds;
    this.#book = book;
    this.#closed = withoutSamples(metrics, everySeconds);
  }

  fact(at: SimTime): void {
    while (this.#nextAt < at) this.#close();
  }

  /** Closes every sample up to and with `t`: all that happens until then has happened. */
  advanceTo(t: SimTime): void {
    while (this.#nextAt <= t) this.#close();
  }

  /** Gives away the samples that were closed since the last time. */
  take(): Samples {
    const taken = copySeries(this.#closed);
    this.#closed.firstIndex = this.#next;
    this.#closed.length = 0;
    return taken;
  }

  /** A sampler that stands where this one does, and samples these copies of its figures. */
  copy(metrics: RunMetrics, meter: UsageMeter): Sampler {
    const copy = new Sampler(metrics, meter, this.#everySeconds, this.#book);
    copy.#closed = copySeries(this.#closed);
    copy.#next = this.#next;
    copy.#nextAt = this.#nextAt;
    return copy;
  }

  #close(): void {
    const closed = this.#closed;
    makeRoom(closed, closed.length + 1);
    const row = closed.length;
    const at = this.#nextAt;
    this.#writeRun(closed.run, row, at);
    closed.components.forEach((columns, index) => {
      const figures = this.#metrics.components[index] as Figures;
      figures.sample(columns as never, row, at, this.#metrics.requests, index);
    });
    closed.length += 1;
    this.#next += 1;
    this.#nextAt = seconds(this.#next * this.#everySeconds);
  }

  #writeRun(run: Samples['run'], row: number, at: SimTime): void {
    const { outcomes, times } = this.#metrics;
    const { workingUsd, idleUsd, startingUsd, wastedUsd } = splitOf(billLines(this.#meter.usageAt(at), this.#book));
    run.started[row] = outcomes.started;
    run.accepted[row] = outcomes.accepted;
    run.refused[row] = outcomes.refused;
    run.watchable[row] = outcomes.watchable;
    run.lost[row] = outcomes.lost;
    run.deadLettered[row] = outcomes.deadLettered;
    run.open[row] = openUploads(outcomes);
    run.untilWatchableP50Seconds[row] = times.untilWatchable.quantile(0.5);
    run.untilWatchableP95Seconds[row] = times.untilWatchable.quantile(0.95);
    run.workingUsd[row] = workingUsd;
    run.idleUsd[row] = idleUsd;
    run.startingUsd[row] = startingUsd;
    run.wastedUsd[row] = wastedUsd;
    run.perHourNowUsd[row] = totalUsd(splitOf(billLines(this.#meter.hourlyUsageAt(at), this.#book)));
  }
}

/**
 * Puts samples into a series, which grows in place; without a series, begins one. What the series had from the first of
 * them on is replaced. Returns the series.
 */
export function appendSamples(series: Series | null, samples: Samples): Series {
  const to = series ?? withRoom(samples, 0, samples.length);
  const { firstIndex, length } = samples;
  if (firstIndex > to.length) throw new Error(`sample ${firstIndex} cannot follow a series of ${to.length}`);
  makeRoom(to, firstIndex + length);
  const sources = columnsIn(samples);
  for (const [place, column] of columnsIn(to).entries()) {
    column.set((sources[place] as Float64Array).subarray(0, length), firstIndex);
  }
  to.length = firstIndex + length;
  return to;
}

/** Forgets the samples from number `index` on, in place. */
export function truncateSamples(series: Series, index: number): void {
  series.length = Math.min(series.length, index);
}

/** A copy that shares nothing with the original; its arrays are as long as it needs. */
export function copySeries(series: Series): Series {
  const { firstIndex, length } = series;
  return { ...withRoom(series, length, length), firstIndex };
}

/** The value of one of a series' columns at a time: that of the last sample up to then; NaN without samples. */
export function valueAt(series: Series, column: Float64Array, tSeconds: number): number {
  if (series.length === 0) return Number.NaN;
  return column[sampleIndexAt(series, tSeconds)] as number;
}

/**
 * The time of the last sample up to a time, in simulated seconds: what is counted from facts up to then agrees with the
 * figures of the series. The time itself without samples.
 */
export function sampleTimeAt(series: Series, tSeconds: number): number {
  return series.length === 0 ? tSeconds : sampleIndexAt(series, tSeconds) * series.everySeconds;
}

function sampleIndexAt({ length, everySeconds }: Series, tSeconds: number): number {
  // A time that is a multiple of the step, but for the rounding of a division, means that very sample.
  const index = Math.floor(tSeconds / everySeconds + 1e-9);
  return Math.max(0, Math.min(index, length - 1));
}

function withoutSamples({ components }: RunMetrics, everySeconds: number): Series {
  const none = new Float64Array(0);
  const blank = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, none]));
  return {
    firstIndex: 0,
    length: 0,
    everySeconds,
    run: blank(runColumns) as Samples['run'],
    components: components.map(({ kind }) => ({ kind, ...blank(componentColumns[kind]) }) as ComponentColumns),
  };
}

/** The first `length` samples, in new arrays with room for `capacity`, as samples from number 0 on. */
function withRoom(samples: Samples, length: number, capacity: number): Series {
  const copy = (column: Float64Array): Float64Array => {
    const copied = new Float64Array(capacity);
    copied.set(column.subarray(0, length));
    return copied;
  };
  const run = Object.fromEntries(runColumns.map((name) => [name, copy(samples.run[name])])) as Samples['run'];
  const components = samples.components.map((columns) => {
    const copied: Record<string, Float64Array> = {};
    for (const [name, column] of namedColumns(columns)) copied[name] = copy(column);
    return { kind: columns.kind, ...copied } as ComponentColumns;
  });
  return { firstIndex: 0, length, everySeconds: samples.everySeconds, run, components };
}

function makeRoom(series: Series, length: number): void {
  const capacity = series.run.started.length;
  if (length <= capacity) return;
  const { run, components } = withRoom(series, series.length, Math.max(length, capacity * 2, 64));
  series.run = run;
  series.components = components;
}

/** All columns, always in the same order. */
function columnsIn({ run, components }: Samples): Float64Array[] {
  return [
    ...runColumns.map((name) => run[name]),
    ...components.flatMap((columns) => namedColumns(columns).map(([, column]) => column)),
  ];
}

function namedColumns(columns: ComponentColumns): [name: string, column: Float64Array][] {
  const byName = columns as unknown as Record<string, Float64Array>;
  return componentColumns[columns.kind].map((name) => [name, byName[name] as Float64Array]);
}
