/** Runs the cases: each quantity as the formula says it and as the simulation finds it, and Little's law. */
import { seconds } from '../src/engine/time.ts';
import type { ComponentReport } from '../src/metrics/figures.ts';
import { createSimulation } from '../src/scenario/create-simulation.ts';
import { createReport } from '../src/scenario/report.ts';
import { type Case, type Quantity, scenarioOf } from './cases.ts';
import { contains, type Interval, intervalOf, REPLICATIONS } from './interval.ts';
import { StationWatch, type Window } from './station-watch.ts';

/** Part of each replication that is cut off, as it starts with nobody there. Our choice. */
export const WARM_UP = 0.1;

/** How much longer services would take that the intervals must be able to tell from those there are. Our choice. */
export const SLOWER = 0.04;

export interface Finding {
  quantity: Quantity;
  formula: number;
  simulated: Interval;
  /** Whether the interval contains what the formula says. */
  agrees: boolean;
  /** Whether it excludes what the formula would say if every service took `SLOWER` longer. */
  wouldNotice: boolean;
}

/** Replication k of every case has the seed k, from 1 on. */
export function validate(each: Case): Finding[] {
  const window = { from: seconds(each.seconds * WARM_UP), until: seconds(each.seconds) };
  const found: number[][] = each.quantities.map(() => []);
  for (let seed = 1; seed <= REPLICATIONS; seed += 1) {
    const watch = watchRun(each, seed, window);
    for (const [place, quantity] of each.quantities.entries()) {
      (found[place] as number[]).push(sumOver(each, watch, quantity));
    }
  }
  return each.quantities.map((quantity, place) => {
    const formula = each.theory(quantity, 0);
    const simulated = intervalOf(found[place] as number[]);
    return {
      quantity,
      formula,
      simulated,
      agrees: contains(simulated, formula),
      wouldNotice: !contains(simulated, each.theory(quantity, SLOWER)),
    };
  });
}

/** Little's law at one component: the mean number there is the rate at which people come times their mean time there. */
export interface LittlesLaw {
  component: string;
  /** From the report: the mean over time of those who wait and those who are served. */
  number: number;
  /** From the facts, one by one: who came when, and left when. */
  perSecond: number;
  timeSeconds: number;
}

/** Over one run from its beginning until everybody has left, where the law holds exactly. */
export function littlesLaw(each: Case): LittlesLaw[] {
  const short = { ...each, seconds: each.seconds / 10 };
  const scenario = scenarioOf(short, 1);
  const watch = watchRun(short, 1, { from: 0, until: seconds(scenario.durationSeconds) });
  return createReport(scenario).components.flatMap((component, index) => {
    const number = numberAt(component);
    if (number === null) return [];
    const { throughput, timeSeconds } = watch.at(index);
    return [{ component: component.id, number, perSecond: throughput, timeSeconds }];
  });
}

/** The mean number at a component where somebody waits or is served; null at others. */
function numberAt(report: ComponentReport): number | null {
  if (report.kind === 'instance-group') return report.backlogRequests.mean + report.busySlots.mean;
  if (report.kind === 'queue') return report.visibleMessages.mean + report.inFlightMessages.mean;
  return null;
}

function watchRun(each: Case, seed: number, window: Window): StationWatch {
  const scenario = scenarioOf(each, seed);
  const watch = new StationWatch(scenario.topology.nodes.length, window);
  createSimulation(scenario, watch).runUntil(seconds(scenario.durationSeconds));
  return watch;
}

function sumOver({ topology }: Case, watch: StationWatch, { at, of }: Quantity): number {
  return at.reduce((sum, id) => sum + watch.at(topology.nodes.findIndex((node) => node.id === id))[of], 0);
}
