import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SimTime, seconds } from '../../src/engine/time.ts';
import { sliceTrace, type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { linesOf } from '../support/facts.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { aScenario, component, group, people } from '../support/small-scenario.ts';

/** A scenario and a moment in it, as a part of its duration. */
const scenarioAndPart = fc.tuple(scenarioArbitrary, fc.double({ min: 0, max: 1, noNaN: true }));

const endOf = (scenario: Scenario): SimTime => seconds(scenario.durationSeconds);
const momentOf = (scenario: Scenario, part: number): SimTime => Math.floor(endOf(scenario) * part);

/** The whole trace of a run that goes to its end in one go. */
function traceOf(scenario: Scenario): TraceColumns {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(endOf(scenario));
  return recorder.take();
}

/** The trace of a world from here to the end. */
function traceFromHere(world: World, scenario: Scenario): TraceColumns {
  const recorder = new TraceRecorder();
  const stop = world.observe(recorder);
  world.runUntil(endOf(scenario));
  stop();
  return recorder.take();
}

/** What is left of a world when nobody looks: everything that a run comes to. */
function resultOf(world: World) {
  const { uploads, messages, simulation, components } = world;
  return { now: world.now, events: simulation.events, uploads, messages, states: components.map(({ state }) => state) };
}

/** Equal to the last bit. The expectation of the test tool would take seconds over the columns of a trace. */
function expectSame<T>(found: T, expected: T): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
}

/** Properties take a second or two, but many on a busy machine. */
const PATIENCE_MS = 60_000;

describe('world', () => {
  it(
    'is the same for the same scenario',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, (scenario) => {
          expectSame(traceOf(scenario), traceOf(scenario));
        }),
        { numRuns: 30 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'comes to the same whether it runs in one go, in pieces, or event by event',
    () => {
      fc.assert(
        fc.property(scenarioAndPart, ([scenario, part]) => {
          const expected = traceOf(scenario);

          const inPieces = new TraceRecorder();
          const world = createSimulation(scenario, inPieces);
          world.runUntil(momentOf(scenario, part / 2));
          world.runUntil(momentOf(scenario, part));
          world.runUntil(endOf(scenario));
          expectSame(inPieces.take(), expected);

          const byEvent = new TraceRecorder();
          const stepped = createSimulation(scenario, byEvent);
          while (stepped.stepUntil(endOf(scenario)));
          expectSame(byEvent.take(), expected);
          expectSame(resultOf(stepped), resultOf(world));
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'comes to the same whether anybody looks, or many do',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, (scenario) => {
          const alone = createSimulation(scenario);
          alone.runUntil(endOf(scenario));
          const [first, second] = [new TraceRecorder(), new TraceRecorder()];
          const watched = createSimulation(scenario, first, second);
          watched.runUntil(endOf(scenario));
          expectSame(resultOf(watched), resultOf(alone));
          expectSame(second.take(), first.take());
        }),
        { numRuns: 50 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'goes on from a copy in mid-flight exactly as the original does, and neither disturbs the other',
    () => {
      fc.assert(
        fc.property(scenarioAndPart, ([scenario, part]) => {
          const expected = traceOf(scenario);
          const recorder = new TraceRecorder();
          const original = createSimulation(scenario, recorder);
          original.runUntil(momentOf(scenario, part));
          const before = recorder.columns.length;
          const rest = sliceTrace(expected, before);

          const copy = original.copy();
          const copyOfCopy = copy.copy();
          expectSame(traceFromHere(copy, scenario), rest);
          original.runUntil(endOf(scenario));
          expectSame(recorder.take(), expected);
          expectSame(traceFromHere(copyOfCopy, scenario), rest);
          expectSame(resultOf(copy), resultOf(original));
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'branches: a copy with other things to be done is the run in which they were planned from the beginning',
    () => {
      fc.assert(
        fc.property(scenarioAndPart, scenarioAndPart, ([scenario, part], [{ interventions }]) => {
          const cut = momentOf(scenario, part);
          const later = (each: Intervention): boolean => seconds(each.atSeconds) > cut;
          const nodes = planOf(scenario).nodes.map(({ id }) => id);
          const fits = (each: Intervention): boolean => !('target' in each) || nodes.includes(each.target as string);
          const replaced: Scenario = {
            ...scenario,
            interventions: [
              ...scenario.interventions.filter((each) => !later(each)),
              ...interventions.filter((each) => later(each) && fits(each) && each.kind !== 'set'),
            ],
          };
          const original = createSimulation(scenario);
          original.runUntil(cut);
          const whole = new TraceRecorder();
          const fromTheBeginning = createSimulation(replaced, whole);
          fromTheBeginning.runUntil(cut);
          whole.take();
          fromTheBeginning.runUntil(endOf(scenario));
          const branch = original.copy(planOf(replaced).acts);
          expectSame(traceFromHere(branch, scenario), whole.take());
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );

  it('takes parameters that were turned along into a copy', () => {
    const turn = { kind: 'set', target: 'servers', parameter: 'backlogLimit', value: 1, atSeconds: 3 } as const;
    const nodes = [people({ times: [1, 5, 5] }), group('servers', { backlogLimit: 0 })];
    const scenario = aScenario(nodes, ['people servers'], { interventions: [turn] });
    const original = createSimulation(scenario);
    original.runUntil(seconds(4));
    const rest = traceFromHere(original.copy(), scenario);
    expect(linesOf(rest, planOf(scenario), { only: ['request.waiting', 'request.refused'] })).toEqual([
      '5.100 servers request.waiting upload 2 as number 1',
    ]);
    expectSame(rest, traceFromHere(original, scenario));
  });

  it('cannot branch into what should have been done before', () => {
    const scenario = newScenario('monolith');
    const world = createSimulation(scenario);
    world.runUntil(seconds(10));
    const tooLate = planOf({ ...scenario, interventions: [{ kind: 'upload', atSeconds: 9 }] }).acts;
    expect(() => world.copy(tooLate)).toThrow('it is 10000000: too late for what is to be done at 9000000');
  });

  it('does what is planned for a moment before the events of that moment', () => {
    const nodes = [people({ times: [1] }), group('servers')];
    const crash: Intervention = { kind: 'fault', fault: 'crash', target: 'servers', atSeconds: 3.1 };
    const scenario = aScenario(nodes, ['people servers'], { interventions: [crash] });
    const stepped = new TraceRecorder();
    const world = createSimulation(scenario, stepped);
    while (world.stepUntil(endOf(scenario)));
    expectSame(stepped.take(), traceOf(scenario));
    expect(linesOf(traceOf(scenario), planOf(scenario), { at: 'servers' }).slice(-5)).toEqual([
      '1.100 servers step.began process upload 0 instance 0 until 3.100',
      '3.100 servers fault.began crash',
      '3.100 servers instance.crashed instance 0 with 1 jobs',
      '3.100 servers job.failed upload 0 instance 0 job 0 because connection-reset',
      '3.100 servers message.sent answer to upload upload 0 to people arrives 3.200 because connection-reset',
    ]);
  });

  it.each(['monolith', 'queued'] as const)('has no message left when the traffic of %s is over', (stage) => {
    const world = createSimulation(newScenario(stage));
    world.runUntil(seconds(600));
    const { count, totals } = world.uploads;
    expect(count).toBeGreaterThan(50);
    expect(totals[0]).toBe(0);
    expect(world.messages.live).toBe(0);
    expect(world.messages.free.length).toBe(world.messages.all.length);
  });

  it('lets nobody watch an upload before every step of the architecture has been done for it', () => {
    const callBack = [{ to: 'back', operation: 'hand-on' }] as const;
    const nodes = [
      people({ times: [1] }),
      group('front', { steps: [{ step: 'upload', work: [], after: callBack }] }),
      group('back'),
    ];
    const scenario = aScenario(nodes, ['people front', 'front back']);
    expect(linesOf(traceOf(scenario), planOf(scenario), { only: ['upload.watchable'] })).toEqual([
      '3.200 back upload.watchable upload 0',
    ]);
  });

  const crashOf = (target: string) => ({ kind: 'fault', fault: 'crash', target, atSeconds: 1 }) as const;
  const turnOf = (parameter: string) =>
    ({ kind: 'set', target: 'servers', parameter, value: 1, atSeconds: 1 }) as const;
  const pair = [people(), group('servers')];

  it.each([
    [
      'a link that is missing',
      () =>
        aScenario([people(), group('servers', { queue: 'queue' }), component('queue', 'queue')], ['people servers']),
      'no link leads from "servers" to "queue"',
    ],
    ['people without a link', () => aScenario(pair, []), '"people" needs exactly one link that leads away from it'],
    [
      'people with two links',
      () => aScenario([...pair, group('others')], ['people servers', 'people others']),
      '"people" needs exactly one link that leads away from it',
    ],
    [
      'a fault that means nothing to a kind',
      () => aScenario(pair, ['people servers'], { interventions: [crashOf('people')] }),
      'fault "crash" means nothing to client "people"',
    ],
    [
      'a parameter that a kind does not have',
      () => aScenario(pair, ['people servers'], { interventions: [turnOf('colour')] }),
      'instance-group "servers" has no parameter "colour"',
    ],
    [
      'an upload by hand where nobody uploads',
      () =>
        aScenario(pair, ['people servers'], { interventions: [{ kind: 'upload', target: 'servers', atSeconds: 1 }] }),
      'nobody uploads at instance-group "servers"',
    ],
  ])('refuses %s, and says which', (_, make, words) => {
    expect(() => createSimulation(make()).runUntil(seconds(10))).toThrow(words);
  });
});
