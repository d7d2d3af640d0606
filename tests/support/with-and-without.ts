/** One scenario played twice, with a fault and without it; and what must hold of any run, whatever strikes it. */
import { isDeepStrictEqual } from 'node:util';
import { MICROSECONDS_PER_SECOND, seconds } from '../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import { FACT, type FactKind } from '../../src/models/facts.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import type { RunReport } from '../../src/scenario/report.ts';
import { RunObserver } from '../../src/scenario/run-observer.ts';
import type { FaultIntervention, Scenario } from '../../src/scenario/scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { Conservation } from './conservation.ts';
import { linesOf, type Wanted } from './facts.ts';

/** A fault as a test writes it. */
export type Injected = Omit<FaultIntervention, 'kind'>;

/** What came of a scenario. */
export interface Future {
  scenario: Scenario;
  report: RunReport;
  trace: TraceColumns;
  /** The facts that are wanted, as lines. */
  facts(wanted?: Wanted): string[];
}

/** The run of a scenario to its end. Throws if the scenario is not valid. */
export function play(scenario: Scenario): Future {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, allowed }) => `${path}: ${allowed}`).join('\n'));
  const plan = planOf(scenario);
  const end = seconds(scenario.durationSeconds);
  const recorder = new TraceRecorder();
  const observer = new RunObserver(plan.nodes, plan.links, scenario.durationSeconds);
  createSimulation(scenario, observer, recorder).runUntil(end);
  const trace = recorder.take();
  const report = observer.report(scenario, end);
  return { scenario, report, trace, facts: (wanted) => linesOf(trace, plan, wanted) };
}

/** The same scenario with faults after its own interventions. */
export function struck<S extends Scenario>(scenario: S, ...faults: readonly Injected[]): S {
  const injected = faults.map((fault): FaultIntervention => ({ kind: 'fault', ...fault }));
  return { ...scenario, interventions: [...scenario.interventions, ...injected] };
}

/** What comes of a scenario with the fault, and what without it. */
export function withAndWithout(scenario: Scenario, fault: Injected): { with: Future; without: Future } {
  return { with: play(struck(scenario, fault)), without: play(scenario) };
}

/** How many facts of a kind there are from one time on and before another. */
export function countOf({ trace }: Future, kind: FactKind, fromSeconds: number, toSeconds: number): number {
  return rowsOf(trace, kind, fromSeconds, toSeconds).length;
}

/** Uploads that were started from one time on and before another, and were not watchable when the run ended. */
export function notWatchable({ trace }: Future, fromSeconds: number, toSeconds: number): number[] {
  const uploadsIn = (rows: readonly number[]): number[] => rows.map((row) => trace.upload[row] as number);
  const watchable = new Set(uploadsIn(rowsOf(trace, 'upload.watchable', 0, Number.POSITIVE_INFINITY)));
  const started = uploadsIn(rowsOf(trace, 'upload.started', fromSeconds, toSeconds));
  if (started.length === 0) throw new Error(`nobody uploads from ${fromSeconds} to ${toSeconds} s`);
  return started.filter((upload) => !watchable.has(upload));
}

function rowsOf(trace: TraceColumns, kind: FactKind, fromSeconds: number, toSeconds: number): number[] {
  return Array.from({ length: trace.length }, (_, row) => row).filter((row) => {
    const at = (trace.at[row] as number) / MICROSECONDS_PER_SECOND;
    return trace.kind[row] === FACT[kind] && at >= fromSeconds && at < toSeconds;
  });
}

/** Whether a copy made at this time goes on as the world itself does. */
export function goesOnFromCopy(scenario: Scenario, atSeconds: number): boolean {
  const world = createSimulation(scenario);
  world.runUntil(seconds(atSeconds));
  const copy = world.copy();
  const rest = restOf(world, scenario);
  // The copy runs last: what the first one does to shared data would show.
  return isDeepStrictEqual(restOf(copy, scenario), rest);
}

function restOf(world: World, scenario: Scenario): TraceColumns {
  const recorder = new TraceRecorder();
  const stop = world.observe(recorder);
  world.runUntil(seconds(scenario.durationSeconds));
  stop();
  return recorder.take();
}

/** The first time at which anything that must hold of a world does not, in words; undefined if all is well. */
export function firstBreach(scenario: Scenario): string | undefined {
  const conservation = new Conservation();
  const world = createSimulation(scenario, conservation);
  const end = seconds(scenario.durationSeconds);
  do {
    const [breach] = conservation.breachesIn(world);
    if (breach !== undefined) return `at ${world.now}: ${breach}`;
  } while (world.stepUntil(end));
  return undefined;
}
