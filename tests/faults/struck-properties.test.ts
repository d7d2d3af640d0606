/** Nothing goes astray in groups and functions, whatever strikes them, at the same time and one after another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultCatalogue, kindsStruckBy } from '../../src/faults/catalogue.ts';
import { faults } from '../../src/models/facts.ts';
import type { EventSourceMapping, ScalingPolicy } from '../../src/models/parameters.ts';
import type { FaultIntervention, TopologyScenario } from '../../src/scenario/scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';
import { firstBreach, goesOnFromCopy } from '../support/with-and-without.ts';

/** Properties take a second or two, but many on a busy machine. */
const PATIENCE_MS = 120_000;
const DURATION_SECONDS = 40;

type Kind = 'instance-group' | 'function';

const tenths = fc.integer({ min: 0, max: DURATION_SECONDS * 10 }).map((each) => each / 10);

/** Any fault that means something to a kind, at one of these targets. */
function faultOf(kind: Kind, targets: readonly string[]): fc.Arbitrary<FaultIntervention> {
  const known = faults.filter((fault) => kindsStruckBy(fault).includes(kind));
  return fc
    .record({
      fault: fc.constantFrom(...known),
      target: fc.constantFrom(...targets),
      zone: fc.constantFrom('zone:a', 'zone:b'),
      atSeconds: tenths,
      lasts: fc.constantFrom(0, 0, 0.1, 1, 5, 20),
      weight: fc.constantFrom(0, 0.5, 1),
    })
    .map(({ fault, target, zone, atSeconds, lasts, weight }): FaultIntervention => {
      const { scope, strength } = faultCatalogue[fault];
      const untilSeconds = Math.min(DURATION_SECONDS, atSeconds + lasts);
      return {
        kind: 'fault',
        fault,
        target: scope === 'zone' ? zone : target,
        atSeconds,
        ...(untilSeconds > atSeconds ? { untilSeconds } : {}),
        // From the least to four times what is usual: a few pieces of work, some seconds, a share.
        ...(strength === null
          ? {}
          : { strength: Math.max(strength.min, Math.min(strength.max, Math.round(weight * 4 * strength.usual))) }),
      };
    });
}

const policies: Readonly<Record<string, readonly ScalingPolicy[]>> = {
  none: [],
  utilisation: [{ kind: 'target-tracking', metric: 'utilisation', target: 50 }],
  scheduled: [
    {
      kind: 'scheduled',
      actions: [
        { atSeconds: 3, everySeconds: 7, desired: 4 },
        { atSeconds: 10, minimum: 0 },
      ],
    },
  ],
  steps: [
    {
      kind: 'step',
      queue: 'queue',
      metric: 'visible',
      steps: [
        { from: 0, adjust: 'exact', instances: 0 },
        { from: 1, adjust: 'exact', instances: 2 },
        { from: 5, adjust: 'change', instances: 2 },
      ],
    },
  ],
  backlog: [{ kind: 'target-tracking', metric: 'backlog-per-instance', queue: 'queue', target: 2, guard: 'wake-step' }],
};

const groupScenario: fc.Arbitrary<TopologyScenario> = fc
  .record({
    way: fc.constantFrom('called' as const, 'balanced' as const, 'queue' as const),
    scaling: fc.constantFrom(...Object.keys(policies)),
    params: fc.record({
      zones: fc.constantFrom(2, 3),
      desired: fc.constantFrom(0, 1, 3),
      slotsPerInstance: fc.constantFrom(1, 3),
      pendingSeconds: fc.constantFrom(0, 2),
      bootSeconds: fc.constantFrom(0, 3),
      warmUpSeconds: fc.constantFrom(0, 4),
      restartSeconds: fc.constantFrom(0, 2),
      drainLimitSeconds: fc.constantFrom(0, 2, 100),
      replaceUnhealthy: fc.constantFrom('no', 'yes'),
      protectAtWork: fc.constantFrom('no', 'yes'),
      whenDown: fc.constantFrom('refuse', 'silent'),
      idempotent: fc.constantFrom('no', 'yes'),
      receiveBatch: fc.constantFrom(1, 4),
      deleteTogether: fc.constantFrom('no', 'yes'),
      answerAfter: fc.constantFrom('last', 'process'),
    } as const),
    interventions: fc.array(faultOf('instance-group', ['servers', 'kind:instance-group']), { maxLength: 5 }),
    seed: fc.nat(),
  })
  .map(({ way, scaling, params, interventions, seed }) => {
    const isFed = way === 'queue';
    const servers = group('servers', {
      ...params,
      minimum: 0,
      maximum: 6,
      healthCheckPeriodSeconds: 3,
      scaling: isFed || scaling === 'utilisation' || scaling === 'scheduled' ? (policies[scaling] ?? []) : [],
      steps: [
        { step: 'process', work: [lasting(0.7)] },
        { step: 'manage', work: [lasting(0)] },
      ],
      ...(isFed ? { queue: 'queue' } : {}),
      ...(way === 'balanced' ? { loadBalancer: 'balancer' } : {}),
    });
    const front = group('front', {
      slotsPerInstance: 20,
      steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }],
    });
    const traffic = people({ arrivals: 'poisson', ratePerSecond: 2 });
    const rest = { interventions, seed, durationSeconds: DURATION_SECONDS };
    if (way === 'called') return aScenario([traffic, servers], ['people servers'], rest);
    if (way === 'balanced') {
      return aScenario(
        [traffic, component('balancer', 'load-balancer'), servers],
        ['people balancer', 'balancer servers'],
        rest,
      );
    }
    const queue = component('queue', 'queue', { visibilityTimeoutSeconds: 5 });
    return aScenario([traffic, front, queue, servers], ['people front', 'front queue', 'servers queue'], rest);
  });

const ways = ['called', 'handed over', 'queue', 'stream'] as const;

const functionScenario: fc.Arbitrary<TopologyScenario> = fc
  .record({
    way: fc.constantFrom(...ways),
    params: fc.record({
      timeoutSeconds: fc.constantFrom(1, 20),
      initSeconds: fc.constantFrom({ kind: 'constant', value: 0 } as const, { kind: 'exponential', mean: 2 } as const),
      idleSeconds: fc.constant({ kind: 'exponential', mean: 5 } as const),
      errorShare: fc.constantFrom(0, 0.3),
      idempotent: fc.constantFrom('no', 'yes'),
      reservedConcurrency: fc.constantFrom(-1, 2),
      provisionedConcurrency: fc.constantFrom(0, 2),
      versions: fc.constant([{ version: 1 }, { version: 2, errorShare: 0.5 }]),
      aliasVersion: fc.constantFrom(0, 1, 2),
      destinations: fc.constantFrom({}, { deadLetter: 'dead' }, { onSuccess: 'dead', onFailure: 'dead' }),
      mayCall: fc.constantFrom(null, ['queue', 'stream', 'dead']),
    }) satisfies fc.Arbitrary<FunctionParams>,
    mapping: fc.record({
      batchSize: fc.constantFrom(1, 3),
      windowSeconds: fc.constantFrom(0, 2),
      reportFailures: fc.boolean(),
    }),
    maximumRetries: fc.constantFrom(-1, 1),
    interventions: fc.array(faultOf('function', ['work', 'kind:function']), { maxLength: 5 }),
    seed: fc.nat(),
  })
  .map(({ way, params, mapping, maximumRetries, interventions, seed }) => {
    const isFed = way === 'queue' || way === 'stream';
    const mappings: EventSourceMapping[] = isFed
      ? [{ from: way, ...mapping, ...(way === 'stream' ? { maximumRetries, parallelisation: 2 } : {}) }]
      : [];
    const call = {
      called: { to: 'work', operation: 'upload' },
      'handed over': { to: 'work', operation: 'deliver', event: 'upload-complete' },
      queue: { to: 'queue', operation: 'send' },
      stream: { to: 'stream', operation: 'append' },
    } as const;
    const nodes = [
      people({ arrivals: 'poisson', ratePerSecond: 2 }),
      group('front', { slotsPerInstance: 50, steps: [{ step: 'upload', work: [], after: [call[way]] }] }),
      serverless('work', {
        ...params,
        // $LATEST cannot be kept ready.
        aliasVersion: params.provisionedConcurrency > 0 ? Math.max(1, params.aliasVersion) : params.aliasVersion,
        mappings,
        retryWaitSeconds: 1,
        steps: [{ step: 'process', work: [lasting(0.7)], after: [{ to: 'table', operation: 'write' }] }],
      }),
      component('queue', 'queue', { visibilityTimeoutSeconds: 5 }),
      component('stream', 'stream', { shards: 2 }),
      component('dead', 'queue'),
      component('table', 'table'),
    ];
    const links = [
      'people front',
      'front work',
      'front queue',
      'front stream',
      'work queue',
      'work stream',
      'work dead',
      'work table',
    ];
    return aScenario(nodes, links, { interventions, seed, durationSeconds: DURATION_SECONDS });
  });

describe.each([
  ['groups', groupScenario],
  ['functions', functionScenario],
])('%s under any faults', (_, scenarios) => {
  it('can be struck by all of them', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const parsed = parseScenario(scenario);
        expect(parsed.ok ? [] : parsed.problems).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it(
    'conserve uploads after every event',
    () => {
      fc.assert(
        fc.property(scenarios, (scenario) => {
          expect(firstBreach(scenario)).toBeUndefined();
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'go on from a copy as they would have gone on by themselves',
    () => {
      fc.assert(
        fc.property(scenarios, tenths, (scenario, atSeconds) => {
          expect(goesOnFromCopy(scenario, atSeconds)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );
});
