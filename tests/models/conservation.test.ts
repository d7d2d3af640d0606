/** Nothing comes out of nothing and nothing goes astray, whatever the scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SimTime, seconds } from '../../src/engine/time.ts';
import { FACT, OPERATION, operations } from '../../src/models/facts.ts';
import type { GroupState } from '../../src/models/instance-group/group-state.ts';
import { closeUpload, OUTCOME } from '../../src/models/ledger.ts';
import type { Message } from '../../src/models/message.ts';
import type { QueueState } from '../../src/models/queue/queue-state.ts';
import { type Act, World } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { Conservation } from '../support/conservation.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

/** Properties take a second or two, but many on a busy machine. */
const PATIENCE_MS = 300_000;

describe('conservation', () => {
  it(
    'holds after every event of any scenario',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, (scenario) => {
          expect(firstBreach(scenario)).toBeUndefined();
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'holds after every event of any architecture',
    () => {
      fc.assert(
        fc.property(anyScenario, (scenario) => {
          expect(firstBreach(scenario)).toBeUndefined();
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE_MS,
  );

  it.each([
    [
      'a message dropped in silence',
      (world: World) => {
        const { items, visible } = stateOf<QueueState>(world, 'queue');
        items.delete(visible.pop() as number);
      },
      ['upload 2 is open, but nowhere', 'places of upload 2: 1 where 0 was expected'],
    ],
    [
      'an outcome that nobody was told of',
      (world: World) => closeUpload(world.uploads, 2, OUTCOME.watchable),
      ['uploads told of as watchable: 0 where 1 was expected'],
    ],
    [
      'an upload counted under two outcomes',
      (world: World) => {
        world.uploads.totals[OUTCOME.lost] = 1;
      },
      ['totals by outcome: 3,0,0,1,0 where 3,0,0,0,0 was expected', 'uploads told of as lost: 0 where 1 was expected'],
    ],
    [
      'a slot miscounted',
      (world: World) => {
        stateOf<GroupState>(world, 'upload').freeSlots += 1;
      },
      ['upload: free slots: 9 where 8 was expected'],
    ],
    [
      'a message miscounted',
      (world: World) => {
        stateOf<QueueState>(world, 'queue').inFlight += 1;
      },
      ['queue: in flight: 1 where 0 was expected'],
    ],
    [
      'an event of the past',
      (_: World, conservation: Conservation) => conservation.fact(seconds(1), FACT['item.written']),
      ['the clock went back to 20000000'],
    ],
  ])('notices %s', (_, tamper, breaches) => {
    const conservation = new Conservation();
    const world = createSimulation(newScenario('queued', { interventions: [fleetIsDown] }), conservation);
    world.runUntil(seconds(20));
    expect(conservation.breachesIn(world)).toEqual([]);
    tamper(world, conservation);
    expect(conservation.breachesIn(world)).toEqual(breaches);
  });

  it(
    'brings every upload to an end once nobody uploads any more and all is repaired',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, (scenario) => {
          // Who is met with silence and has no time-out waits for ever.
          fc.pre(!planOf(scenario).nodes.some(({ params }) => params['whenDown'] === 'silent'));
          const end = seconds(scenario.durationSeconds);
          const plan = planOf(scenario);
          const world = new World({
            ...plan,
            acts: [...plan.acts.filter(({ at }) => at <= end), ...peaceFrom(end, plan)],
          });
          world.start();
          world.runUntil(end + LONG_AFTER);
          expect(leftovers(world)).toEqual({ messages: [], uploads: [] });
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE_MS,
  );
});

const fleetIsDown = { kind: 'fault', fault: 'crash', target: 'fleet', atSeconds: 0 } as const;

function stateOf<S>(world: World, component: string): S {
  return world.components.find(({ id }) => id === component)?.state as S;
}

/** Runs a scenario event by event until the first breach, which is returned with its time. */
function firstBreach(scenario: Scenario): { at: SimTime; events: number; breaches: string[] } | undefined {
  const conservation = new Conservation();
  const world = createSimulation(scenario, conservation);
  const end = seconds(scenario.durationSeconds);
  do {
    const breaches = conservation.breachesIn(world);
    if (breaches.length > 0) return { at: world.now, events: world.simulation.events, breaches };
  } while (world.stepUntil(end));
  return undefined;
}

/** Enough for the work of 90 seconds of traffic, and for all that is received again and again. */
const LONG_AFTER = seconds(4 * 3600);

/** Ends all faults and all traffic. */
function peaceFrom(at: SimTime, { nodes, acts }: World['plan']): Act[] {
  const begun = acts.filter((act) => act.kind === 'fault-begins' && act.at <= at);
  const ended = new Set(acts.filter((act) => act.kind === 'fault-ends' && act.at <= at).map(nameOf));
  const repairs = begun
    .filter((act) => !ended.has(nameOf(act)))
    .map((act): Act => ({ ...act, at, kind: 'fault-ends' }) as Act);
  const silence = nodes.flatMap(({ kind }, component): Act[] =>
    kind === 'client' ? [{ at, kind: 'set', intervention: -1, component, parameter: 'ratePerSecond', value: 0 }] : [],
  );
  return [...repairs, ...silence];
}

/** Longest wait of a poll, and some time to arrive. */
const LONG_POLL = seconds(21);

/** Polls and health checks go on for ever; a poll of an instance that is gone, only until the queue has waited enough. */
function goesOn({ operation, isHungUp, sentAt }: Message, now: SimTime): boolean {
  if (operation !== OPERATION.receive && operation !== OPERATION.check) return false;
  return isHungUp === 0 || (operation === OPERATION.receive && now - sentAt <= LONG_POLL);
}

function nameOf({ intervention, component }: Act): string {
  return `${intervention} at ${component}`;
}

/** What is under way although nobody waits for it, and uploads without an outcome that do not lie in a queue. */
function leftovers(world: World) {
  const inQueues = new Set<number>();
  for (const component of world.components) {
    if (component.kind === 'queue') component.visitHeld((upload) => inQueues.add(upload));
  }
  const { count, outcome } = world.uploads;
  return {
    messages: world.messages.all
      .filter((message) => message.caller >= 0 && !goesOn(message, world.now))
      .map(({ operation, upload, isHungUp }) => ({ operation: operations[operation], upload, isHungUp })),
    uploads: Array.from({ length: count }, (_, upload) => upload).filter(
      (upload) => outcome[upload] === OUTCOME.open && !inQueues.has(upload),
    ),
  };
}
