/** What an event bus promises, whatever its rules, its luck and its targets. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { matches } from '../../src/models/event-bus/pattern/pattern.ts';
import { EVENT, type EventType } from '../../src/models/facts.ts';
import type { JsonObject } from '../../src/models/json.ts';
import type { BusRule } from '../../src/models/parameters.ts';
import type { Reason } from '../../src/models/reasons.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import type { Intervention, TopologyScenario } from '../../src/scenario/scenario.ts';
import { Conservation } from '../support/conservation.ts';
import { linesOf } from '../support/facts.ts';
import { type Act, heardBy, script } from '../support/scripted.ts';
import { aScenario, component } from '../support/small-scenario.ts';

vi.mock('../../src/models/registry.ts', async (original) => {
  const { withScriptedFunction } = await import('../support/scripted.ts');
  return withScriptedFunction(original);
});

const PATIENCE_MS = 60_000;
const END = 200;

const names = ['one', 'two', 'three'] as const;
const types: readonly EventType[] = ['upload-complete', 'clicked', 'error-reported'];

const patterns: readonly JsonObject[] = [
  { 'detail-type': ['clicked'] },
  { 'detail-type': [{ 'anything-but': 'clicked' }] },
  { detail: { upload: [{ numeric: ['>', 2] }] } },
  { detail: { kind: ['a'] } },
  { source: [{ prefix: 'decoupled.' }] },
];

const rule = fc.record(
  {
    pattern: fc.constantFrom(...patterns),
    enabled: fc.boolean(),
    schedule: fc.constant('rate(1 minute)'),
    targets: fc.array(
      fc.record(
        {
          to: fc.constantFrom(...names),
          maximumRetries: fc.integer({ min: 0, max: 4 }),
          maximumAgeSeconds: fc.integer({ min: 1, max: 30 }),
          deadLetter: fc.constant('letters'),
        },
        { requiredKeys: ['to'] },
      ),
      { maxLength: 5 },
    ),
  },
  { requiredKeys: ['pattern', 'targets'] },
);

const rules: fc.Arbitrary<BusRule[]> = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((each, n) => ({ ...each, name: `rule-${n}` })));

const acts = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
    event: fc.constantFrom(...types),
    upload: fc.constantFrom('new' as const, -1),
    content: fc.constantFrom(null, { kind: 'a' }, 'words'),
  }),
  { maxLength: 12 },
);

const published = acts.map((list): Act[] => list.map((act) => ({ ...act, to: 'bus', operation: 'publish' })));

const reason = fc.constantFrom<Reason | 'silence'>(
  'none',
  'none',
  'work-failed',
  'throttled',
  'silence',
  'resource-policy-missing',
);

/** How each target answers; in the end it says yes. */
const answers = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.array(reason, { maxLength: 4 })])) as Record<
    (typeof names)[number],
    fc.Arbitrary<(Reason | 'silence')[]>
  >,
);

const bus = fc.record(
  {
    archive: fc.constantFrom(null, { retentionSeconds: 0 }, { retentionSeconds: 15 }),
    replays: fc.constantFrom([], [{ atSeconds: 20, fromSeconds: 0, toSeconds: 40 }]),
    duplicateShare: fc.constantFrom(0, 0.5),
    deliveriesPerSecond: fc.constantFrom(1, 18_750),
    maximumRetries: fc.integer({ min: 0, max: 5 }),
    maximumAgeSeconds: fc.constantFrom(5, 60),
    scheduleJitterSeconds: fc.constantFrom(0, 10),
    latency: fc.constantFrom({ kind: 'constant' as const, value: 0.2 }, { kind: 'exponential' as const, mean: 1 }),
  },
  { requiredKeys: [] },
);

function scenarioOf(
  own: readonly Act[],
  params: Parameters<typeof component<'event-bus'>>[2],
  answersOf: Readonly<Record<string, readonly (Reason | 'silence')[]>>,
  interventions: readonly Intervention[] = [],
): TopologyScenario {
  const nodes = [
    script('source', { acts: own }),
    component('bus', 'event-bus', { type: 'default', ...params }),
    component('letters', 'queue'),
    ...names.map((id) => script(id, { answers: [...(answersOf[id] ?? []), 'none'] })),
  ];
  const links = ['source bus', 'bus letters', ...names.map((id) => `bus ${id}`)];
  return aScenario(nodes, links, { durationSeconds: END, interventions, latencyMs: 50 });
}

describe('an event bus', () => {
  it(
    'delivers every event at least once to each target of each rule that it matches, if the targets answer',
    () => {
      fc.assert(
        fc.property(rules, published, fc.constantFrom(0, 0.5), (list, own, duplicateShare) => {
          const world = createSimulation(scenarioOf(own, { rules: list, duplicateShare }, {}));
          world.runUntil(seconds(60));
          // Uploads are numbered in the order in which they were published.
          const events = own.toSorted((a, b) => a.at - b.at);
          let upload = 0;
          for (const { event = 'none', upload: kind, content } of events) {
            const about = kind === 'new' ? { upload, object: 'master', 'length-seconds': 60, megabytes: 60 } : {};
            const said = typeof content === 'string' ? { content } : content === null ? {} : (content as JsonObject);
            const seen = { 'detail-type': event, source: 'decoupled.source', detail: { ...about, ...said } };
            const number = kind === 'new' ? upload++ : -1;
            for (const { pattern, enabled = true, targets } of list) {
              if (!enabled || pattern === undefined || !matches(pattern, seen)) continue;
              for (const { to } of targets) {
                const found = heardBy(world, to).some((each) => each.upload === number && each.event === EVENT[event]);
                expect(found).toBe(true);
              }
            }
          }
        }),
        { numRuns: 150 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'delivers as many copies as rules matched and schedules fired, and no more, where nothing is doubled or fails',
    () => {
      fc.assert(
        fc.property(rules, published, (list, own) => {
          const recorder = new TraceRecorder();
          const scenario = scenarioOf(own, { rules: list }, {});
          const world = createSimulation(scenario, recorder);
          world.runUntil(seconds(END));
          const lines = linesOf(recorder.columns, planOf(scenario), { only: ['rule.matched', 'schedule.fired'] });
          const wanted = lines.reduce((sum, line) => {
            const place = Number(/rule (\d)/.exec(line)?.[1]);
            return sum + (list[place]?.targets.length ?? 0);
          }, 0);
          // What was sent at the very end is still under way.
          const heard = names.reduce((sum, name) => sum + heardBy(world, name).length, 0);
          const underWay = world.messages.all.filter(({ caller, isAnswer }) => caller === 1 && isAnswer === 0).length;
          const waiting = world.components[1]?.gauge('copies-under-way') as number;
          expect(heard + waiting).toBeGreaterThanOrEqual(wanted);
          expect(heard).toBeLessThanOrEqual(wanted);
          expect(underWay).toBeLessThanOrEqual(waiting);
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'keeps every upload that may still come forward, whatever its targets answer and however its rules change',
    () => {
      fc.assert(
        fc.property(rules, rules, published, bus, answers, fc.nat(40), (list, others, own, params, answersOf, at) => {
          const turn: Intervention = { kind: 'set', target: 'bus', parameter: 'rules', value: others, atSeconds: at };
          const conservation = new Conservation(['function']);
          const world = createSimulation(scenarioOf(own, { rules: list, ...params }, answersOf, [turn]), conservation);
          do expect(conservation.breachesIn(world)).toEqual([]);
          while (world.stepUntil(seconds(END)));
          // At one a second there can be more than a run has time for.
          if (params.deliveriesPerSecond === 1) return;
          // Long after the last event nothing is under way but what schedules have brought.
          const copies = world.components[1]?.state as { copies: { all: { isActive: number; upload: number }[] } };
          expect(copies.copies.all.filter(({ isActive, upload }) => isActive === 1 && upload >= 0)).toEqual([]);
        }),
        { numRuns: 120 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'goes on in a copy of the run as it would have gone on',
    () => {
      fc.assert(
        fc.property(
          rules,
          published,
          bus,
          answers,
          fc.integer({ min: 0, max: 60 }),
          (list, own, params, answersOf, at) => {
            const scenario = scenarioOf(own, { rules: list, ...params }, answersOf);
            const traceFrom = (isCopied: boolean): string[] => {
              const recorder = new TraceRecorder();
              const first = createSimulation(scenario);
              first.runUntil(seconds(at));
              const world = isCopied ? first.copy() : first;
              world.observe(recorder);
              world.runUntil(seconds(END));
              return linesOf(recorder.columns, planOf(scenario));
            };
            expect(traceFrom(true)).toEqual(traceFrom(false));
          },
        ),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );
});
