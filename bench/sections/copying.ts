/** How long it takes to copy a run in mid-flight with 10,000 messages: on their way, and waiting in a queue. */
import { seconds } from '../../src/engine/time.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario, scenarioDefaults } from '../../src/scenario/new-scenario.ts';
import { SCENARIO_VERSION, type TopologyScenario } from '../../src/scenario/scenario.ts';
import type { Result } from '../result.ts';

const MESSAGES = 10_000;
/** Copies that are made; the median counts. */
const COPIES = 101;

export function copying(): Result[] {
  return [
    { name: `copy of a run with ${MESSAGES} requests on their way`, value: medianMs(withRequests()), unit: 'ms' },
    { name: `copy of a run with ${MESSAGES} messages in a queue`, value: medianMs(withQueue()), unit: 'ms' },
  ];
}

/** A thousand uploads a second on a way of ten seconds. */
function withRequests(): World {
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
  const world = createSimulation(scenario);
  world.runUntil(seconds(MESSAGES / 1000));
  expectMessages(world.messages.live);
  return world;
}

/** The queued stage without a fleet. */
function withQueue(): World {
  const world = createSimulation(
    newScenario('queued', {
      parameters: {
        users: { arrivals: 'steady', ratePerSecond: 100 },
        upload: { slotsPerInstance: 1000 },
        fleet: { maximum: 0 },
      },
    }),
  );
  while (visibleIn(world) < MESSAGES) world.simulation.step();
  expectMessages(visibleIn(world));
  return world;
}

function visibleIn(world: World): number {
  return world.components.find(({ id }) => id === 'queue')?.gauge('visible') ?? 0;
}

function expectMessages(count: number): void {
  if (count !== MESSAGES) throw new Error(`there are ${count} messages where ${MESSAGES} were wanted`);
}

function medianMs(world: World): number {
  const times = Array.from({ length: COPIES }, () => {
    const begin = performance.now();
    world.copy();
    return performance.now() - begin;
  });
  return times.sort((a, b) => a - b)[COPIES >> 1] as number;
}
