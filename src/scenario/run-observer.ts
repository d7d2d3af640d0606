/** All that a run is measured by, in one observer that can be copied with the world: figures, meter and samples. */
import { listPrices, type PriceBook } from '../cost/prices.ts';
import { UsageMeter } from '../cost/usage.ts';
import type { SimTime } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { RunMetrics } from '../metrics/run-metrics.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import { type RunReport, reportOf } from './report.ts';
import { Sampler, type Samples, sampleStepSeconds } from './samples.ts';
import type { Scenario } from './scenario.ts';

export class RunObserver implements Observer {
  readonly hears: readonly number[];
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];
  readonly #durationSeconds: number;
  readonly #metrics: RunMetrics;
  readonly #meter: UsageMeter;
  readonly #sampler: Sampler;
  readonly #book: PriceBook;

  /** For a run of these components and links; how long it will last decides how often samples are taken. */
  constructor(
    nodes: readonly WorldNode[],
    links: readonly WorldLink[],
    durationSeconds: number,
    book: PriceBook = listPrices,
    from?: RunObserver,
  ) {
    this.#nodes = nodes;
    this.#links = links;
    this.#durationSeconds = durationSeconds;
    this.#book = book;
    this.#metrics = from ? from.#metrics.copy() : new RunMetrics(nodes, links);
    this.#meter = from ? from.#meter.copy() : new UsageMeter(nodes, links);
    this.#sampler = from
      ? from.#sampler.copy(this.#metrics, this.#meter)
      : new Sampler(this.#metrics, this.#meter, sampleStepSeconds(durationSeconds), book);
    this.hears = [...new Set([...this.#metrics.hears, ...this.#meter.hears])];
  }

  fact(
    at: SimTime,
    kind: number,
    component: number,
    upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void {
    // First the samples that lie before this fact.
    this.#sampler.fact(at);
    this.#metrics.fact(at, kind, component, upload, subject, a, b, c);
    this.#meter.fact(at, kind, component, upload, subject, a, b, c);
  }

  /** Takes the samples up to and with `t`. All that happens until then must have happened. */
  advanceTo(t: SimTime): void {
    this.#sampler.advanceTo(t);
  }

  /** Gives away the samples taken since the last time. */
  takeSamples(): Samples {
    return this.#sampler.take();
  }

  /** The report of the run up to `at`, of which this is the scenario. */
  report(scenario: Scenario, at: SimTime): RunReport {
    return reportOf(scenario, this.#metrics, this.#meter, at, this.#book);
  }

  /** An observer that stands where this one does; from here on they go separate ways. */
  copy(): RunObserver {
    return new RunObserver(this.#nodes, this.#links, this.#durationSeconds, this.#book, this);
  }
}
