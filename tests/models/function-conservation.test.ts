/** Nothing goes astray in functions, however they are invoked, fed, limited, cut off and turned. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import type { Call, EventSourceMapping } from '../../src/models/parameters.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import type { Intervention, TopologyScenario } from '../../src/scenario/scenario.ts';
import { Conservation } from '../support/conservation.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

/** Properties take a second or two, but many on a busy machine. */
const PATIENCE_MS = 60_000;
const DURATION_SECONDS = 30;

const share = fc.constantFrom(0, 0.3, 1);
const orNothing = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** How uploads get from the front to the function. */
const ways = ['called', 'handed over', 'queue', 'stream'] as const;
const callOf: Record<(typeof ways)[number], Call> = {
  called: { to: 'work', operation: 'upload' },
  'handed over': { to: 'work', operation: 'deliver', event: 'upload-complete' },
  queue: { to: 'queue', operation: 'send' },
  stream: { to: 'stream', operation: 'append' },
};

const queueMapping: fc.Arbitrary<EventSourceMapping> = fc.record(
  {
    from: fc.constant('queue'),
    batchSize: fc.integer({ min: 1, max: 5 }),
    windowSeconds: fc.constantFrom(0, 1, 3),
    reportFailures: fc.boolean(),
    pollers: fc.integer({ min: 1, max: 3 }),
    maximumConcurrency: fc.integer({ min: 2, max: 8 }),
  },
  { requiredKeys: ['from', 'batchSize'] },
);

const streamMapping: fc.Arbitrary<EventSourceMapping> = fc.record(
  {
    from: fc.constant('stream'),
    batchSize: fc.integer({ min: 1, max: 5 }),
    windowSeconds: fc.constantFrom(0, 1, 3),
    reportFailures: fc.boolean(),
    bisect: fc.boolean(),
    maximumRetries: fc.constantFrom(-1, 0, 1),
    maximumAgeSeconds: fc.constantFrom(-1, 2, 10),
    parallelisation: fc.integer({ min: 1, max: 3 }),
    onFailure: fc.constant('dead'),
  },
  { requiredKeys: ['from', 'batchSize'] },
);

const params: fc.Arbitrary<FunctionParams> = fc.record(
  {
    memoryMegabytes: fc.constantFrom(128, 1769, 10_240),
    timeoutSeconds: fc.constantFrom(1, 3, 30),
    runtime: fc.constantFrom('custom', 'java'),
    initSeconds: fc.constantFrom({ kind: 'constant', value: 0 } as const, { kind: 'exponential', mean: 3 } as const),
    idleSeconds: fc.constant({ kind: 'exponential', mean: 3 } as const),
    recycleSeconds: fc.constantFrom(1, 10, 600),
    errorShare: share,
    idempotent: fc.constantFrom('no', 'yes'),
    accountConcurrency: fc.constantFrom(1, 3, 1000),
    reservedConcurrency: fc.constantFrom(-1, 0, 1, 2),
    provisionedConcurrency: fc.constantFrom(0, 1, 3),
    scaleUpEnvironments: fc.constantFrom(1, 1000),
    maximumRetries: fc.integer({ min: 0, max: 2 }),
    maximumEventAgeSeconds: fc.constantFrom(60),
    duplicateShare: share,
    destinations: fc.constantFrom(
      {},
      { deadLetter: 'dead' },
      { onSuccess: 'dead', onFailure: 'dead', deadLetter: 'dead' },
    ),
    versions: fc.constant([
      { version: 1, errorShare: 0.5 },
      { version: 2, workFactor: 2, initFactor: 3 },
    ]),
    aliasVersion: fc.constantFrom(0, 1, 2),
    secondVersion: fc.constantFrom(0, 2),
    secondVersionShare: share,
    vpc: fc.constantFrom('no', 'without-way-out'),
    callTimeoutSeconds: fc.constantFrom(0, 0.5),
    mayCall: fc.constantFrom(null, ['queue', 'stream'], []),
  },
  { requiredKeys: [] },
);

const turns: Readonly<Record<string, readonly number[]>> = {
  memoryMegabytes: [128, 5000],
  timeoutSeconds: [1, 10],
  reservedConcurrency: [-1, 0, 2],
  provisionedConcurrency: [0, 2, 4],
  aliasVersion: [1, 2],
  secondVersionShare: [0, 0.5],
  errorShare: [0, 1],
};

const atSeconds = fc.integer({ min: 0, max: DURATION_SECONDS * 10 }).map((tenths) => tenths / 10);

const intervention: fc.Arbitrary<Intervention> = fc.oneof(
  fc.tuple(atSeconds, fc.integer({ min: 1, max: 50 })).map(
    ([at, lasts]): Intervention => ({
      kind: 'fault',
      fault: 'crash',
      target: 'work',
      atSeconds: at,
      untilSeconds: at + lasts / 10,
    }),
  ),
  fc.tuple(atSeconds, fc.constantFrom(...Object.keys(turns)), fc.nat()).map(([at, parameter, which]): Intervention => {
    const values = turns[parameter] as readonly number[];
    return { kind: 'set', target: 'work', parameter, value: values[which % values.length] as number, atSeconds: at };
  }),
);

const scenarioArbitrary: fc.Arbitrary<TopologyScenario> = fc
  .record({
    way: fc.constantFrom(...ways),
    params,
    queueMapping,
    streamMapping,
    rate: fc.constantFrom(0.3, 1, 3),
    shards: fc.integer({ min: 1, max: 2 }),
    retentionSeconds: fc.constantFrom(2, 100),
    visibility: fc.constantFrom(2, 30),
    lastStepCalls: orNothing(fc.constant({ to: 'table', operation: 'write' } as const)),
    interventions: fc.array(intervention, { maxLength: 4 }),
    seed: fc.nat(),
  })
  .map((all): TopologyScenario => {
    const mappings = all.way === 'queue' ? [all.queueMapping] : all.way === 'stream' ? [all.streamMapping] : [];
    const after = all.lastStepCalls === undefined ? [] : [all.lastStepCalls];
    const work = serverless('work', {
      ...all.params,
      mappings,
      steps: [
        { step: 'process', work: [{ seconds: { kind: 'exponential', mean: 1 } }, lasting(0)], after },
        { step: 'manage', on: ['upload-complete'], work: [], after },
      ],
    });
    const nodes = [
      people({ arrivals: 'poisson', ratePerSecond: all.rate }),
      group('front', { slotsPerInstance: 50, steps: [{ step: 'upload', work: [], after: [callOf[all.way]] }] }),
      work,
      component('queue', 'queue', { visibilityTimeoutSeconds: all.visibility, receiveWaitSeconds: 0 }),
      component('stream', 'stream', { shards: all.shards, retentionSeconds: all.retentionSeconds }),
      component('dead', 'queue'),
      component('table', 'table'),
    ];
    const ways = [
      'people front',
      'front work',
      'front queue',
      'front stream',
      'work queue',
      'work stream',
      'work dead',
    ];
    const { interventions, seed } = all;
    return aScenario(nodes, [...ways, 'work table'], { interventions, seed, durationSeconds: DURATION_SECONDS });
  });

function firstBreach(scenario: TopologyScenario): string | undefined {
  const conservation = new Conservation();
  const world = createSimulation(scenario, conservation);
  const end = seconds(scenario.durationSeconds);
  while (world.stepUntil(end)) {
    const [breach] = conservation.breachesIn(world);
    if (breach !== undefined) return `at ${world.now}: ${breach}`;
  }
  return undefined;
}

/** What happens from here to the end. */
function restOf(world: World, scenario: TopologyScenario): TraceColumns {
  const recorder = new TraceRecorder();
  const stop = world.observe(recorder);
  world.runUntil(seconds(scenario.durationSeconds));
  stop();
  return recorder.take();
}

describe('a function', () => {
  it(
    'conserves uploads after every event',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, (scenario) => {
          expect(firstBreach(scenario)).toBeUndefined();
        }),
        { numRuns: 150 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'goes on from a copy as it would have gone on by itself',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, part) => {
          const world = createSimulation(scenario);
          world.runUntil(Math.floor(seconds(scenario.durationSeconds) * part));
          const copy = world.copy();
          const rest = restOf(world, scenario);
          // The copy runs last: what the first one does to shared data would show.
          expect(isDeepStrictEqual(restOf(copy, scenario), rest)).toBe(true);
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );
});
