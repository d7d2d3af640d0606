/** What came of a run, in figures: plain data that JSON can hold. Where there is nothing to measure stands null. */
import { type BillLine, billLines, type CostSplit, leftOut, splitOf, totalUsd } from '../cost/bill.ts';
import { bookWith, listPrices, NO_CHANGES, type PriceBook, type PriceChanges, priceOf } from '../cost/prices.ts';
import { UsageMeter } from '../cost/usage.ts';
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import type { AskedFault, FaultReport } from '../metrics/fault-report.ts';
import { type ComponentReport, type Figures, reportOn } from '../metrics/figures.ts';
import type { LossReport } from '../metrics/losses.ts';
import { byReason, openUploads } from '../metrics/outcomes.ts';
import { RunMetrics } from '../metrics/run-metrics.ts';
import { type CountsByReason, type TimesSeconds, timesOf } from '../metrics/summaries.ts';
import type { StageId } from '../stages/catalogue.ts';
import { createSimulation, nodesOf, planOf } from './create-simulation.ts';
import type { Intervention, Scenario } from './scenario.ts';

/** Which run it was. With the architecture, where it is not a stage, this is all that determines it. */
export interface ScenarioIdentity {
  version: number;
  /** Null for an architecture that was written out. */
  stage: StageId | null;
  defaults: Scenario['defaults'];
  parameters: Scenario['parameters'];
  seed: number;
  durationSeconds: number;
  interventions: readonly Intervention[];
}

export interface UploadsReport {
  started: number;
  startedByHand: number;
  /** Told that it worked. Every upload also has one of the outcomes below, or is open. */
  accepted: number;
  watchable: number;
  refused: number;
  lost: number;
  deadLettered: number;
  /** Somewhere in the system when the run ended. */
  open: number;
  refusedByReason: CountsByReason;
  lostByReason: CountsByReason;
  deadLetteredByReason: CountsByReason;
}

export interface BillReport {
  currency: 'USD';
  region: string;
  /** The day of which the prices are. */
  pricesAsOf: string;
  /** Ids of the prices on this bill that are the reader's own, each once. */
  ownPrices: string[];
  lines: BillLine[];
  /** What the total was paid for. */
  split: CostSplit;
  totalUsd: number;
  /** Null while no video is watchable. */
  perThousandWatchableUsd: number | null;
  /** The total, per hour of the run; null for a run of no length. */
  perHourUsd: number | null;
  /** What an hour would cost that went on like the end of the run. */
  perHourAtEndUsd: number;
  perHourAtEndSplit: CostSplit;
  /** What the bill leaves out. */
  leftOut: readonly (typeof leftOut)[number][];
}

export interface RunReport {
  scenario: ScenarioIdentity;
  /** Up to when this is told: the duration of the scenario, unless the run was cut short. */
  untilSeconds: number;
  uploads: UploadsReport;
  throughput: { startedPerSecond: number | null; watchablePerSecond: number | null };
  /** From the start of an upload until it is watchable, of those that are. */
  untilWatchable: TimesSeconds;
  /** Of that, the time spent in queues (visible) and in backlogs. */
  waiting: TimesSeconds;
  /** From the start of an upload until the person is told that it worked. */
  untilAccepted: TimesSeconds;
  /** In the order of their numbers. */
  components: ComponentReport[];
  /** Each intervention that is a fault, in their order, and what came of it. */
  faults: FaultReport[];
  /** Where uploads ended badly, and why; the most first. */
  losses: LossReport[];
  bill: BillReport;
}

/** Runs a scenario to its end, without a picture, and reports. The scenario must be valid. */
export function createReport(scenario: Scenario, prices: PriceChanges = NO_CHANGES): RunReport {
  const { nodes, links } = planOf(scenario);
  const metrics = new RunMetrics(nodes, links);
  const meter = new UsageMeter(nodes, links);
  const until = seconds(scenario.durationSeconds);
  createSimulation(scenario, metrics, meter).runUntil(until);
  return reportOf(scenario, metrics, meter, until, bookWith(prices));
}

/** The report of what was read up to `at`; nothing that was read may have happened later. */
export function reportOf(
  scenario: Scenario,
  metrics: RunMetrics,
  meter: UsageMeter,
  at: SimTime,
  book: PriceBook = listPrices,
): RunReport {
  const { outcomes, times } = metrics;
  const perSecond = (count: number): number | null => (at === 0 ? null : count / toSeconds(at));
  return {
    scenario: identityOf(scenario),
    untilSeconds: toSeconds(at),
    uploads: {
      started: outcomes.started,
      startedByHand: outcomes.startedByHand,
      accepted: outcomes.accepted,
      watchable: outcomes.watchable,
      refused: outcomes.refused,
      lost: outcomes.lost,
      deadLettered: outcomes.deadLettered,
      open: openUploads(outcomes),
      refusedByReason: byReason(outcomes.refusedBy),
      lostByReason: byReason(outcomes.lostBy),
      deadLetteredByReason: byReason(outcomes.deadLetteredBy),
    },
    throughput: {
      startedPerSecond: perSecond(outcomes.started),
      watchablePerSecond: perSecond(outcomes.watchable),
    },
    untilWatchable: timesOf(times.untilWatchable),
    waiting: timesOf(times.waiting),
    untilAccepted: timesOf(times.untilAccepted),
    components: nodesOf(scenario).map(({ id }, index) => {
      return reportOn(metrics.components[index] as Figures, id, at, metrics.requests, index);
    }),
    faults: faultReports(scenario, metrics, at),
    losses: metrics.losses.report(),
    bill: billReport(meter, outcomes.watchable, at, book),
  };
}

function faultReports(scenario: Scenario, metrics: RunMetrics, at: SimTime): FaultReport[] {
  const taken = new Set<unknown>();
  return faultsOf(scenario).map((asked) => metrics.faults.report(asked, at, taken));
}

/** The interventions that are faults, in their order, with all that each strikes. */
export function faultsOf(scenario: Scenario): AskedFault[] {
  const { acts } = planOf(scenario);
  return scenario.interventions.flatMap((done, intervention): AskedFault[] => {
    if (done.kind !== 'fault') return [];
    const begins = acts.flatMap((act) =>
      act.kind === 'fault-begins' && act.intervention === intervention ? [act] : [],
    );
    return [
      {
        intervention,
        fault: done.fault,
        began: seconds(done.atSeconds),
        ends: done.untilSeconds === undefined ? null : seconds(done.untilSeconds),
        components: [...new Set(begins.flatMap(({ component, link }) => (link < 0 ? [component] : [])))],
        links: begins.flatMap(({ link }) => (link < 0 ? [] : [link])),
      },
    ];
  });
}

function identityOf(scenario: Scenario): ScenarioIdentity {
  const { version, defaults, parameters, seed, durationSeconds, interventions } = scenario;
  const stage = 'stage' in scenario ? scenario.stage : null;
  return { version, stage, defaults, parameters, seed, durationSeconds, interventions };
}

function billReport(meter: UsageMeter, watchable: number, at: SimTime, book: PriceBook): BillReport {
  const lines = billLines(meter.usageAt(at), book);
  const split = splitOf(lines);
  const total = totalUsd(split);
  const perHourAtEndSplit = splitOf(billLines(meter.hourlyUsageAt(at), book));
  return {
    currency: book.currency,
    region: book.region,
    pricesAsOf: book.asOf,
    ownPrices: [...new Set(lines.map(({ priceId }) => priceId))].filter((id) => priceOf(book, id).isChanged),
    lines,
    split,
    totalUsd: total,
    perThousandWatchableUsd: watchable === 0 ? null : (total / watchable) * 1000,
    perHourUsd: at === 0 ? null : (total / toSeconds(at)) * 3600,
    perHourAtEndUsd: totalUsd(perHourAtEndSplit),
    perHourAtEndSplit,
    leftOut,
  };
}
