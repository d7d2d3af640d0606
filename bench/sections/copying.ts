/**
 * How long it takes to copy a run in mid-flight with 10,000 messages, on their way or waiting in a queue; with its
 * figures, as a checkpoint is kept; and to restore a checkpoint and go on from there.
 */
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario, scenarioDefaults } from '../../src/scenario/new-scenario.ts';
import { RunObserver } from '../../src/scenario/run-observer.ts';
import { SCENARIO_VERSION, type Scenario, type TopologyScenario } from '../../src/scenario/scenario.ts';
import type { Result } from '../result.ts';

const MESSAGES = 10_000;
/** Copies that are made; the median counts. */
const COPIES = 101;

/** A run in mid-flight and all that it is measured by. */
interface Run {
  world: World;
  observer: RunObserver;
}

export function copying(): Result[] {
  return [
    ...resultsOf(`${MESSAGES} requests on their way`, withRequests()),
    ...resultsOf(`${MESSAGES} messages in a queue`, withQueue()),
  ];
}

function resultsOf(what: string, run: Run): Result[] {
  const checkpoint = copyOf(run);
  return [
    { name: `copy of a run with ${what}`, value: medianMs(() => run.world.copy()), unit: 'ms' },
    { name: 'the same with its figures: a checkpoint', value: medianMs(() => copyOf(run)), unit: 'ms' },
    { name: 'restored from there, recorded, and one event on', value: medianMs(() => restore(checkpoint)), unit: 'ms' },
  ];
}

function copyOf({ world, observer }: Run): Run {
  return { world: world.copy(), observer: observer.copy() };
}

function restore(checkpoint: Run): void {
  const { world, observer } = copyOf(checkpoint);
  world.observe(new TraceRecorder());
  world.observe(observer);
  world.simulation.step();
}

function begin(scenario: Scenario): Run {
  const { nodes, links } = planOf(scenario);
  const observer = new RunObserver(nodes, links, scenario.durationSeconds);
  return { world: createSimulation(scenario, observer), observer };
}

/** A thousand uploads a second on a way of ten seconds. */
function withRequests(): Run {
  const scenario: TopologyScenario = {
    version: SCENARIO_VERSION,
    ...scenarioDefaults,
    topology: {
      nodes: [
        { id: 'people', kind: 'client', at: [0, 0], params: { arrivals: 'steady', ratePerSecond: 1000 } },
        { id: 'servers', kind: 'instance-group', at: [0, 0] },
      ],
      links: [{ from: 'people', to: 'servers', latencyMs: 10_000 }],
    },
  };
  const run = begin(scenario);
  run.world.runUntil(seconds(MESSAGES / 1000));
  expectMessages(run.world.messages.live);
  return run;
}

/** The queued stage without a fleet. */
function withQueue(): Run {
  const run = begin(
    newScenario('queued', {
      parameters: {
        users: { arrivals: 'steady', ratePerSecond: 100 },
        upload: { slotsPerInstance: 1000 },
        fleet: { maximum: 0 },
      },
    }),
  );
  while (visibleIn(run.world) < MESSAGES) run.world.simulation.step();
  expectMessages(visibleIn(run.world));
  return run;
}

function visibleIn(world: World): number {
  return world.components.find(({ id }) => id === 'queue')?.gauge('visible') ?? 0;
}

function expectMessages(count: number): void {
  if (count !== MESSAGES) throw new Error(`there are ${count} messages where ${MESSAGES} were wanted`);
}

/** The median over many times of doing it. */
function medianMs(doIt: () => void): number {
  const times = Array.from({ length: COPIES }, () => {
    const begin = performance.now();
    doIt();
    return performance.now() - begin;
  });
  return times.sort((a, b) => a - b)[COPIES >> 1] as number;
}
