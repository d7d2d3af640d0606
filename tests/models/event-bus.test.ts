import { describe, expect, it, vi } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { type FactKind, factKinds } from '../../src/models/facts.ts';
import type { Json, JsonObject } from '../../src/models/json.ts';
import type { BusRule, BusTarget } from '../../src/models/parameters.ts';
import type { Reason } from '../../src/models/reasons.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { type Act, heardBy, script } from '../support/scripted.ts';
import { aScenario, component } from '../support/small-scenario.ts';

vi.mock('../../src/models/registry.ts', async (original) => {
  const { withScriptedFunction } = await import('../support/scripted.ts');
  return withScriptedFunction(original);
});

type BusParams = Parameters<typeof component<'event-bus'>>[2];

interface Setting {
  acts?: readonly Act[];
  rules?: readonly BusRule[];
  bus?: BusParams;
  /** How each target answers, by its id: one after another, the last one for ever. */
  targets?: Readonly<Record<string, readonly (Reason | 'silence')[]>>;
  interventions?: readonly Intervention[];
  durationSeconds?: number;
  seed?: number;
}

/** A source, a bus, some targets, and a queue for dead letters; 100 ms between any two. Delivery takes half a second. */
function scenarioWith({ acts = [], rules = [], bus = {}, targets = { target: ['none'] }, ...rest }: Setting) {
  const latency = { kind: 'constant', value: 0.5 } as const;
  const nodes = [
    script('source', { acts }),
    component('bus', 'event-bus', { type: 'default', latency, rules, ...bus }),
    component('letters', 'queue'),
    ...Object.entries(targets).map(([id, answers]) => script(id, { answers })),
  ];
  const links = ['source bus', 'bus letters', ...Object.keys(targets).map((id) => `bus ${id}`)];
  return aScenario(nodes, links, rest);
}

const publish = (at: number, said: Partial<Act> = {}): Act => ({
  at,
  to: 'bus',
  operation: 'publish',
  upload: 'new',
  event: 'upload-complete',
  ...said,
});

/** A rule that takes everything. */
const all: JsonObject = { version: ['0'] };

const ruleFor = (...targets: (string | BusTarget)[]): BusRule => ({
  name: 'all',
  pattern: all,
  targets: targets.map((target) => (typeof target === 'string' ? { to: target } : target)),
});

const whole = { kind: 'path', path: '$' } as const;

const turnRules = (atSeconds: number, value: readonly BusRule[]): Intervention => ({
  kind: 'set',
  target: 'bus',
  parameter: 'rules',
  value,
  atSeconds,
});

const atBus: Wanted = { at: 'bus', without: ['parameter.set'] };
const onlyDeliveries: Wanted = {
  at: 'bus',
  without: ['event.published', 'rule.matched', 'parameter.set', 'event.archived'],
};

/** What a component was sent, and when. */
function arrivalsAt(id: string, setting: Setting): { at: number; content: Json; upload: number; attempt: number }[] {
  const scenario = scenarioWith(setting);
  const world = createSimulation(scenario);
  world.runUntil(seconds(scenario.durationSeconds));
  return heardBy(world, id)
    .filter(({ isAnswer }) => !isAnswer)
    .map(({ at, content, upload, attempt }) => ({ at, content, upload, attempt }));
}

const timesAt = (id: string, setting: Setting): number[] => arrivalsAt(id, setting).map(({ at }) => at);

describe('event bus', () => {
  it('answers at once, and copies an event to each target of each rule that it matches', () => {
    const rules = [
      { name: 'both', pattern: all, targets: [{ to: 'one' }, { to: 'two' }] },
      { name: 'none of it', pattern: { 'detail-type': ['clicked'] }, targets: [{ to: 'one' }] },
      { name: 'complete', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'two' }] },
    ];
    const targets = { one: ['none'], two: ['none'] } as const;
    expect(factsOf(scenarioWith({ acts: [publish(1)], rules, targets }), atBus)).toEqual([
      '1.100 bus event.published upload-complete upload 0 to 2',
      '1.100 bus rule.matched rule 0 upload-complete upload 0 to 2',
      '1.100 bus rule.matched rule 2 upload-complete upload 0 to 1',
      '1.100 bus message.sent answer to publish upload 0 to source arrives 1.200',
      '1.600 bus message.sent deliver upload 0 to one arrives 1.700',
      '1.600 bus message.sent deliver upload 0 to two arrives 1.700',
      '1.600 bus message.sent deliver upload 0 to two arrives 1.700',
      '1.800 bus upload.lost upload 0 because nobody-took-over',
    ]);
  });

  it('says yes to an event that no rule matches, and lets it go: whoever published it never knows', () => {
    expect(factsOf(scenarioWith({ acts: [publish(1)] }), { without: ['upload.started'] })).toEqual([
      '1.000 source message.sent publish upload 0 to bus arrives 1.100',
      '1.100 bus event.published upload-complete upload 0 to 0',
      '1.100 bus event.unmatched upload-complete upload 0',
      '1.100 bus message.sent answer to publish upload 0 to source arrives 1.200',
      '1.200 bus upload.lost upload 0 because no-rule-matched',
    ]);
  });

  it('numbers its events, and says of each who published it, which rules took it, and whether it came again', () => {
    const rules = [{ name: 'clicks', pattern: { 'detail-type': ['clicked'] }, targets: [{ to: 'target' }] }];
    const bus = { archive: { retentionSeconds: 0 }, replays: [{ atSeconds: 5, fromSeconds: 2, toSeconds: 5 }] };
    const acts = [publish(1), publish(2, { event: 'clicked' }), publish(3)];
    const scenario = scenarioWith({ acts, rules, bus });
    const recorder = new TraceRecorder();
    createSimulation(scenario, recorder).runUntil(seconds(10));
    const { length, kind, subject, c } = recorder.columns;
    const told = Array.from({ length }, (_, row) => [factKinds[kind[row] as number], subject[row], c[row]]);
    const of = (name: FactKind) => told.flatMap(([each, ...numbers]) => (each === name ? [numbers] : []));
    // The source is the first component, the rule the first rule, the replay the first replay.
    expect(of('event.published')).toEqual([0, 1, 2].map((number) => [number, 1]));
    expect(of('event.archived').map(([number]) => number)).toEqual([0, 1, 2]);
    expect(of('event.replayed')).toEqual([1, 2].map((number) => [number, 0]));
    expect(of('rule.matched')).toEqual([1, 1].map((number) => [0, number]));
    expect(of('event.unmatched').map(([number]) => number)).toEqual([0, 2, 2]);
  });

  it('does not ask a rule that is switched off', () => {
    const rules = [{ ...ruleFor('target'), enabled: false }];
    expect(timesAt('target', { acts: [publish(1)], rules })).toEqual([]);
  });

  it('takes what is delivered to it as what is published, and says that it is well when asked', () => {
    const acts = [publish(1, { operation: 'deliver' }), publish(2, { operation: 'check', upload: -1 })];
    const scenario = scenarioWith({ acts, rules: [ruleFor('target')] });
    const world = createSimulation(scenario);
    world.runUntil(seconds(10));
    expect(heardBy(world, 'target').map(({ at }) => at)).toEqual([1.7]);
    expect(heardBy(world, 'source').map(({ at, reason }) => [at, reason])).toEqual([
      [1.2, 'none'],
      [2.2, 'none'],
    ]);
  });

  it('hands a copy on from one bus to another, which has rules of its own', () => {
    const nodes = [
      script('source', { acts: [publish(1)] }),
      component('bus', 'event-bus', { latency: { kind: 'constant', value: 0.5 }, rules: [ruleFor('other')] }),
      component('other', 'event-bus', {
        latency: { kind: 'constant', value: 0.5 },
        rules: [{ name: 'from bus', pattern: { source: ['decoupled.bus'] }, targets: [{ to: 'target' }] }],
      }),
      script('target'),
    ];
    const world = createSimulation(aScenario(nodes, ['source bus', 'bus other', 'other target']));
    world.runUntil(seconds(10));
    expect(heardBy(world, 'target').map(({ at }) => at)).toEqual([2.3]);
  });

  describe('patterns', () => {
    const content = { player: 'web', seconds: 12 };
    const act = publish(1, { event: 'clicked', object: '720p', content });

    it.each<[string, JsonObject, boolean]>([
      ['the kind of event', { 'detail-type': ['clicked'] }, true],
      ['another kind of event', { 'detail-type': ['upload-complete'] }, false],
      ['whoever published it', { source: [{ prefix: 'decoupled.' }], 'detail-type': ['clicked'] }, true],
      ['a service', { source: [{ prefix: 'aws.' }] }, false],
      ['the upload, by its number', { detail: { upload: [0] } }, true],
      ['what it is about', { detail: { object: ['720p', '1080p'] } }, true],
      ['the length of the video', { detail: { 'length-seconds': [{ numeric: ['>', 30, '<=', 60] }] } }, true],
      ['the size of the master', { detail: { megabytes: [{ numeric: ['>', 60] }] } }, false],
      ['what else the event says', { detail: { player: [{ wildcard: 'w*b' }], seconds: [12] } }, true],
      ['something that it does not say', { detail: { browser: [{ exists: true }] } }, false],
      ['the time, the account and the region', { time: ['2030-01-07T08:00:01Z'], region: ['us-east-1'] }, true],
      ['its id, which counts events from 0', { id: ['bus-0'], version: ['0'] }, true],
    ])('see %s', (_, pattern, isMatched) => {
      const rules = [{ name: 'rule', pattern, targets: [{ to: 'target' }] }];
      expect(timesAt('target', { acts: [act], rules })).toEqual(isMatched ? [1.7] : []);
    });

    it('see a number of its own in each event, of schedules too', () => {
      const pattern = { id: ['bus-1', 'bus-3'] };
      const rules = [
        { name: 'rule', pattern, targets: [{ to: 'target' }] },
        { name: 'clock', schedule: 'rate(1 minute)', targets: [] },
      ];
      const setting = { acts: [publish(1), publish(2), publish(70)], rules, durationSeconds: 80 };
      expect(timesAt('target', setting)).toEqual([2.7, 70.7]);
    });

    it('see an upload nowhere in an event that concerns none', () => {
      const rules = [
        { name: 'rule', pattern: { detail: { upload: [{ exists: true }] } }, targets: [{ to: 'target' }] },
      ];
      expect(timesAt('target', { acts: [publish(1, { upload: -1 })], rules })).toEqual([]);
    });

    it('see what says no more than one word as the content', () => {
      const rules = [{ name: 'rule', pattern: { detail: { content: ['hello'] } }, targets: [{ to: 'target' }] }];
      expect(timesAt('target', { acts: [publish(1, { upload: -1, content: 'hello' })], rules })).toEqual([1.7]);
    });

    it('see a bucket as the service that it is, on the default bus', () => {
      const nodes = [
        script('source', { acts: [{ at: 1, to: 'bucket', operation: 'put', upload: 'new' }] }),
        component('bucket', 'bucket', {
          latency: { kind: 'constant', value: 0 },
          notifications: [{ to: 'bus' }],
          notificationDelay: { kind: 'constant', value: 0 },
        }),
        component('bus', 'event-bus', {
          type: 'default',
          rules: [{ name: 'rule', pattern: { source: ['aws.s3'] }, targets: [{ to: 'target' }] }],
        }),
        script('target'),
      ];
      const scenario = aScenario(nodes, ['source bucket', 'bucket bus', 'bus target']);
      expect(factsOf(scenario, { only: ['event.published', 'rule.matched'] })).toEqual([
        '1.200 bus event.published object-created upload 0 to 1',
        '1.200 bus rule.matched rule 0 object-created upload 0 to 1',
      ]);
    });
  });

  describe('deliveries', () => {
    it('are tried again each on its own clock: one target that fails holds up no other', () => {
      const scenario = scenarioWith({
        acts: [publish(1), publish(2)],
        rules: [ruleFor('good', 'bad')],
        targets: { good: ['none'], bad: ['work-failed', 'work-failed', 'none'] },
      });
      expect(
        factsOf(scenario, { ...onlyDeliveries, without: [...(onlyDeliveries.without ?? []), 'upload.lost'] }),
      ).toEqual([
        '1.100 bus message.sent answer to publish upload 0 to source arrives 1.200',
        '1.600 bus message.sent deliver upload 0 to good arrives 1.700',
        '1.600 bus message.sent deliver upload 0 to bad arrives 1.700',
        '1.800 bus delivery.retried upload 0 target 0.1 try 2 at 2.031 because work-failed',
        '2.031 bus message.sent try 2 of deliver upload 0 to bad arrives 2.131',
        '2.100 bus message.sent answer to publish upload 1 to source arrives 2.200',
        '2.231 bus delivery.retried upload 0 target 0.1 try 3 at 3.731 because work-failed',
        '2.600 bus message.sent deliver upload 1 to good arrives 2.700',
        '2.600 bus message.sent deliver upload 1 to bad arrives 2.700',
        '3.731 bus message.sent try 3 of deliver upload 0 to bad arrives 3.831',
      ]);
    });

    it('pause longer and longer, at random, up to twice as long each time and to the cap: full jitter', () => {
      const pauses = Array.from({ length: 200 }, (_, seed) => {
        const bus = { maximumRetries: 5, maximumAgeSeconds: 86_400, retryBaseSeconds: 1, retryCapSeconds: 6 };
        const setting = {
          acts: [publish(1)],
          rules: [ruleFor('target')],
          bus,
          targets: { target: ['work-failed'] as const },
        };
        const times = timesAt('target', { ...setting, seed });
        // From a try to the answer to it, and from the sending to the next arrival: 100 ms each.
        return times.slice(1).map((at, n) => at - (times[n] as number) - 0.2);
      });
      for (const [retry, longest] of [1, 2, 4, 6, 6].entries()) {
        const own = pauses.map((each) => each[retry] as number);
        expect(Math.min(...own)).toBeGreaterThan(-1e-6);
        expect(Math.max(...own)).toBeLessThan(longest);
        // Uniform from 0 to the longest: the mean of 200 has a standard error of 2 % of the longest; four are allowed.
        const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
        expect(Math.abs(mean / longest - 0.5)).toBeLessThan(0.082);
      }
    });

    it.each<[string, BusParams, BusTarget, string[]]>([
      [
        'are given up when the retries of the bus are used up',
        { maximumRetries: 2 },
        { to: 'target' },
        ['delivery.dropped upload 0 target 0.0 after 3 tries because retries-exhausted'],
      ],
      [
        'are not tried again where there are to be no retries',
        { maximumRetries: 2 },
        { to: 'target', maximumRetries: 0 },
        ['delivery.dropped upload 0 target 0.0 after 1 tries because retries-exhausted'],
      ],
      [
        'are tried as often as the target says rather than the bus',
        { maximumRetries: 0 },
        { to: 'target', maximumRetries: 3 },
        ['delivery.dropped upload 0 target 0.0 after 4 tries because retries-exhausted'],
      ],
      [
        'that are given up go to the dead letters of their target',
        { maximumRetries: 1 },
        { to: 'target', deadLetter: 'letters' },
        ['delivery.dead-lettered upload 0 target 0.0 after 2 tries because retries-exhausted'],
      ],
    ])('%s', (_, bus, target, expected) => {
      const scenario = scenarioWith({
        acts: [publish(1)],
        rules: [ruleFor(target)],
        bus,
        targets: { target: ['work-failed'] },
      });
      const lines = factsOf(scenario, { only: ['delivery.dropped', 'delivery.dead-lettered'] });
      expect(lines.map((line) => line.replace(/^\S+ bus /, ''))).toEqual(expected);
    });

    it.each<[string, BusParams, BusTarget]>([
      ['of the bus', { maximumAgeSeconds: 10 }, { to: 'target', deadLetter: 'letters' }],
      ['of the target', { maximumAgeSeconds: 60 }, { to: 'target', deadLetter: 'letters', maximumAgeSeconds: 10 }],
    ])('are given up when the event is as old as it may get, by the age %s', (_, bus, target) => {
      const scenario = scenarioWith({
        acts: [publish(1)],
        rules: [ruleFor(target)],
        bus: { maximumRetries: 185, retryBaseSeconds: 8, ...bus },
        targets: { target: ['throttled'] },
      });
      // It came at 1.1 s.
      expect(factsOf(scenario, { only: ['delivery.dead-lettered', 'upload.dead-lettered'] })).toEqual([
        expect.stringMatching(
          /^11\.100 bus delivery\.dead-lettered upload 0 target 0\.0 after \d tries because too-old$/,
        ),
        '11.200 letters upload.dead-lettered upload 0 because too-old',
      ]);
    });

    it.each<[Reason]>([['execution-role-missing'], ['resource-policy-missing'], ['target-missing']])(
      'are not tried again for %s: straight to the dead letters, or dropped',
      (reason) => {
        const scenario = scenarioWith({
          acts: [publish(1)],
          rules: [ruleFor({ to: 'one', deadLetter: 'letters' }, 'two')],
          targets: { one: [reason], two: [reason] },
        });
        expect(
          factsOf(scenario, { ...onlyDeliveries, without: [...(onlyDeliveries.without ?? []), 'message.sent'] }),
        ).toEqual([
          `1.800 bus delivery.dead-lettered upload 0 target 0.0 after 1 tries because ${reason}`,
          `1.800 bus delivery.dropped upload 0 target 0.1 after 1 tries because ${reason}`,
        ]);
      },
    );

    it('are made at least once, however old the event is by then', () => {
      const bus = { maximumAgeSeconds: 1, latency: { kind: 'constant', value: 3 } } as const;
      expect(timesAt('target', { acts: [publish(1)], rules: [ruleFor('target')], bus })).toEqual([4.2]);
    });

    it('bring to the dead letters what they would have brought to the target', () => {
      const input = { kind: 'constant', value: { told: 'so' } } as const;
      const scenario = scenarioWith({
        acts: [publish(1, { event: 'error-reported', object: '480p' })],
        rules: [ruleFor({ to: 'target', input, deadLetter: 'letters', maximumRetries: 0 })],
        targets: { target: ['work-failed'] },
      });
      const world = createSimulation(scenario);
      world.runUntil(seconds(10));
      const letters = world.components[2] as (typeof world.components)[number];
      const [letter] = (letters.state as { items: Map<number, Record<string, number>> }).items.values();
      expect(letter).toMatchObject({ upload: 0, object: 1, event: 10, isDeadLetter: 1 });
      expect(world.contents[letter?.['content'] as number]).toEqual({ told: 'so' });
    });

    it('give a target five seconds to answer, and then try again', () => {
      const scenario = scenarioWith({
        acts: [publish(1)],
        rules: [ruleFor({ to: 'target', maximumRetries: 1 })],
        targets: { target: ['silence'] },
      });
      const lines = factsOf(scenario, {
        at: 'bus',
        only: ['request.timed-out', 'delivery.dropped', 'delivery.retried'],
      });
      expect(lines.map((line) => line.replace(/try 2 at \S+ /, ''))).toEqual([
        '6.600 bus request.timed-out deliver upload 0 after 5.000',
        '6.600 bus delivery.retried upload 0 target 0.0 because timed-out',
        '11.831 bus request.timed-out deliver upload 0 after 5.000',
        '11.831 bus delivery.dropped upload 0 target 0.0 after 2 tries because retries-exhausted',
      ]);
    });

    it('may happen twice: at least once is what is promised', () => {
      const latency = { kind: 'uniform', min: 0, max: 2 } as const;
      const bus = { duplicateShare: 1, latency };
      const arrivals = arrivalsAt('target', { acts: [publish(1)], rules: [ruleFor('target')], bus });
      expect(arrivals.map(({ upload }) => upload)).toEqual([0, 0]);
      expect(arrivals[0]?.at).not.toBe(arrivals[1]?.at);
      const some = { ...bus, duplicateShare: 0.25 };
      const many = Array.from({ length: 400 }, (_, n) => publish(1 + n / 100));
      const { length } = arrivalsAt('target', { acts: many, rules: [ruleFor('target')], bus: some });
      // The standard error of a quarter of 400 is 8.7; four of them are allowed.
      expect(Math.abs(length - 500)).toBeLessThan(35);
    });

    it('come in no order: each copy takes a while of its own', () => {
      const acts = Array.from({ length: 20 }, (_, n) => publish(1 + n / 10));
      const bus = { latency: { kind: 'uniform', min: 0, max: 2 } } as const;
      const uploads = arrivalsAt('target', { acts, rules: [ruleFor('target')], bus }).map(({ upload }) => upload);
      expect(uploads).not.toEqual(uploads.toSorted((a, b) => a - b));
      expect(uploads.toSorted((a, b) => a - b)).toEqual(acts.map((_, upload) => upload));
    });

    it('take as long as was measured of the real bus: half within 149 ms, nine of ten within 243 ms', () => {
      const acts = Array.from({ length: 4000 }, (_, n) => publish(1 + n / 100));
      const nodes = [
        script('source', { acts }),
        component('bus', 'event-bus', { rules: [ruleFor('target')] }),
        script('target'),
      ];
      const world = createSimulation(aScenario(nodes, ['source bus', 'bus target']));
      world.runUntil(seconds(60));
      const took = heardBy(world, 'target').map(({ at, upload }) => at - (1 + upload / 100) - 0.2);
      const sorted = took.toSorted((a, b) => a - b);
      // Of 4,000 draws the median has a standard error of 1.2 ms, the ninetieth percentile of 2.5 ms; four are allowed.
      expect(Math.abs((sorted[2000] as number) - 0.1486)).toBeLessThan(0.005);
      expect(Math.abs((sorted[3600] as number) - 0.2434)).toBeLessThan(0.01);
    });

    it('beyond what the bus delivers in a second are late, not lost', () => {
      const acts = [0, 1, 2, 3, 4].map((n) => publish(1 + n / 100));
      const bus = { deliveriesPerSecond: 2 };
      expect(
        arrivalsAt('target', { acts, rules: [ruleFor('target')], bus }).map(({ at, upload }) => [upload, at]),
      ).toEqual([
        [0, 1.7],
        [1, 1.71],
        [2, 2.1],
        [3, 2.1],
        [4, 3.1],
      ]);
    });

    it('of the real service go on for a day: 185 retries, or 24 hours', () => {
      const acts = [publish(1)];
      const nodes = [
        script('source', { acts }),
        component('bus', 'event-bus', { rules: [ruleFor({ to: 'target', deadLetter: 'letters' })] }),
        component('letters', 'queue', { retentionSeconds: 1_209_600 }),
        script('target', { answers: ['work-failed'] }),
      ];
      const links = ['source bus', 'bus letters', 'bus target'];
      const ends = Array.from({ length: 20 }, (_, seed) => {
        const scenario = { ...aScenario(nodes, links, { durationSeconds: 100_000, seed }), defaults: 'real' as const };
        const [line] = factsOf(scenario, { only: ['delivery.dead-lettered'] });
        return /^(\S+) .* after (\d+) tries because (\S+)$/.exec(line as string)?.slice(1) as string[];
      });
      for (const [at, tries, reason] of ends) {
        expect(Number(at)).toBeGreaterThan(60_000);
        expect(Number(at)).toBeLessThan(86_402);
        expect(reason).toBe(Number(tries) === 186 ? 'retries-exhausted' : 'too-old');
      }
    });
  });

  describe('inputs', () => {
    const act = publish(1, {
      event: 'clicked',
      object: '720p',
      content: { player: { name: 'web' }, tags: ['a', 'b'] },
    });

    it.each<[string, BusTarget['input'], Json]>([
      ['is what was published where nothing is said', undefined, { player: { name: 'web' }, tags: ['a', 'b'] }],
      ['may always be the same', { kind: 'constant', value: { greeting: 'hello' } }, { greeting: 'hello' }],
      ['may be the part at a path', { kind: 'path', path: '$.detail.player' }, { name: 'web' }],
      ['may be an element of a list', { kind: 'path', path: '$.detail.tags[1]' }, 'b'],
      ['may be at a key in quotes', { kind: 'path', path: "$['detail-type']" }, 'clicked'],
      ['is nothing where there is nothing at the path', { kind: 'path', path: '$.detail.page' }, null],
      ['is nothing at a position of what is no list', { kind: 'path', path: '$.detail[0]' }, null],
      ['is nothing at a key of a list', { kind: 'path', path: '$.detail.tags.length' }, null],
      [
        'may be the whole event in its envelope',
        { kind: 'path', path: '$' },
        {
          version: '0',
          id: 'bus-0',
          'detail-type': 'clicked',
          source: 'decoupled.source',
          account: '123456789012',
          time: '2030-01-07T08:00:01Z',
          region: 'us-east-1',
          resources: [],
          detail: {
            upload: 0,
            object: '720p',
            'length-seconds': 60,
            megabytes: 60,
            player: { name: 'web' },
            tags: ['a', 'b'],
          },
        },
      ],
      [
        'may be made of parts by a template',
        {
          kind: 'transformer',
          paths: { who: '$.detail.player.name', upload: '$.detail.upload', page: '$.detail.page' },
          template: {
            text: 'clicked in <who>, upload <upload>, page <page>',
            upload: '<upload>',
            page: '<page>',
            list: ['<who>', '<page>', 7, null, true],
            rule: '<aws.events.rule-name>',
          },
        },
        {
          text: 'clicked in web, upload 0, page ',
          upload: 0,
          list: ['web', null, 7, null, true],
          rule: 'all',
        },
      ],
      [
        'may hold what the service itself knows',
        {
          kind: 'transformer',
          paths: {},
          template: ['<aws.events.event.ingestion-time>', 'of <aws.events.rule-name>'],
        },
        ['2030-01-07T08:00:01Z', 'of all'],
      ],
    ])('%s', (_, input, expected) => {
      const target: BusTarget = input === undefined ? { to: 'target' } : { to: 'target', input };
      const [arrival] = arrivalsAt('target', { acts: [act], rules: [ruleFor(target)] });
      expect(arrival?.content).toStrictEqual(expected);
    });
  });

  describe('schedules', () => {
    const scheduled = (schedule: string, name = 'clock'): BusRule => ({ name, schedule, targets: [{ to: 'target' }] });

    it.each<[string, string, string, number[]]>([
      ['rate(1 minute)', '2030-01-07T08:00:30Z', 'counts from the beginning of the rule', [60, 120, 180, 240]],
      ['rate(2 minutes)', '2030-01-07T08:00:00Z', 'fires every other minute', [120, 240]],
      ['cron(0/2 * * * ? *)', '2030-01-07T08:00:30Z', 'fires at whole minutes of the clock', [90, 210]],
      ['cron(1 8 ? * MON *)', '2030-01-07T08:00:00Z', 'goes by the day of the week', [60]],
      ['cron(1 8 ? * TUE *)', '2030-01-07T08:00:00Z', 'does not fire on another day', []],
    ])('%s from %s %s', (schedule, startsAt, _, expected) => {
      const scenario = scenarioWith({ rules: [scheduled(schedule)], bus: { startsAt }, durationSeconds: 240 });
      expect(factsOf(scenario, { only: ['schedule.fired'] })).toEqual(
        expected.map((at) => `${at.toFixed(3)} bus schedule.fired rule 0`),
      );
    });

    it('tell their own targets and no other rule, of an event that concerns no upload', () => {
      const rules = [{ ...scheduled('rate(1 minute)'), targets: [{ to: 'target', input: whole }] }, ruleFor('other')];
      const targets = { target: ['none'], other: ['none'] } as const;
      const setting = { rules, targets, durationSeconds: 70 };
      expect(timesAt('other', setting)).toEqual([]);
      const [arrival] = arrivalsAt('target', setting);
      expect(arrival).toMatchObject({ at: 60.6, upload: -1 });
      expect(arrival?.content).toMatchObject({
        'detail-type': 'scheduled',
        source: 'aws.events',
        time: '2030-01-07T08:01:00Z',
        detail: {},
      });
    });

    it('may be some seconds late, each time by chance', () => {
      const bus = { scheduleJitterSeconds: 10 };
      const times = timesAt('target', { rules: [scheduled('rate(1 minute)')], bus, durationSeconds: 3700 });
      const late = times.map((at, n) => at - 0.6 - 60 * (n + 1));
      expect(late.length).toBe(60 + (times.length > 60 ? 1 : 0));
      expect(Math.min(...late)).toBeGreaterThan(-1e-6);
      expect(Math.max(...late)).toBeLessThan(10);
      expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(5);
    });

    it('keep their beat when other rules change, begin when they come, and end when they go or are switched off', () => {
      const minute = scheduled('rate(1 minute)');
      const setting = {
        rules: [minute],
        durationSeconds: 400,
        interventions: [
          turnRules(90, [scheduled('rate(2 minutes)', 'other'), minute]),
          turnRules(250, [scheduled('rate(2 minutes)', 'other')]),
          turnRules(300, [{ ...scheduled('rate(2 minutes)', 'other'), enabled: false }]),
        ],
      };
      expect(factsOf(scenarioWith(setting), { only: ['schedule.fired'] })).toEqual([
        '60.000 bus schedule.fired rule 0',
        '120.000 bus schedule.fired rule 1',
        '180.000 bus schedule.fired rule 1',
        '210.000 bus schedule.fired rule 0',
        '240.000 bus schedule.fired rule 1',
      ]);
    });
  });

  describe('archive', () => {
    const archive = { retentionSeconds: 0 };
    const replay = { atSeconds: 20, fromSeconds: 0, toSeconds: 10 };
    const archived: Wanted = {
      at: 'bus',
      only: ['event.archived', 'event.replayed', 'event.unmatched', 'rule.matched', 'upload.lost'],
    };

    it('keeps what came, so that nothing is lost: with a rule that is put right it is replayed', () => {
      const scenario = scenarioWith({
        acts: [publish(1)],
        bus: { archive, replays: [replay] },
        interventions: [turnRules(15, [ruleFor('target')])],
      });
      expect(factsOf(scenario, archived)).toEqual([
        '1.100 bus event.archived upload-complete upload 0',
        '1.100 bus event.unmatched upload-complete upload 0',
        '20.000 bus event.replayed upload-complete upload 0 to 1',
        '20.000 bus rule.matched rule 0 upload-complete upload 0 to 1',
      ]);
    });

    it('keeps only what its pattern matches', () => {
      const pattern = { 'detail-type': ['clicked'] };
      const acts = [publish(1), publish(2, { event: 'clicked' })];
      const scenario = scenarioWith({ acts, bus: { archive: { pattern, retentionSeconds: 0 } } });
      expect(factsOf(scenario, { only: ['event.archived'] })).toEqual(['2.100 bus event.archived clicked upload 1']);
    });

    it('lets go of what is older than its time of retention, and is then no way forward any more', () => {
      const acts = [publish(1), publish(3)];
      const scenario = scenarioWith({
        acts,
        bus: { archive: { retentionSeconds: 10 }, replays: [{ ...replay, atSeconds: 12 }] },
      });
      expect(factsOf(scenario, { ...archived, without: ['event.archived'] })).toEqual([
        '1.100 bus event.unmatched upload-complete upload 0',
        '3.100 bus event.unmatched upload-complete upload 1',
        '11.100 bus upload.lost upload 0 because retention-ended',
        '12.000 bus event.replayed upload-complete upload 1 to 0',
        '12.000 bus event.unmatched upload-complete upload 1',
        '13.100 bus upload.lost upload 1 because retention-ended',
      ]);
    });

    it.each<[string, { retentionSeconds: number } | null, string]>([
      ['is emptied when it is taken away', null, '5.000'],
      ['is emptied of what is too old when its time of retention is cut', { retentionSeconds: 2 }, '5.000'],
      ['counts its time of retention anew when that is turned', { retentionSeconds: 6 }, '7.100'],
    ])('%s', (_, value, at) => {
      const set = { kind: 'set', target: 'bus', parameter: 'archive', value, atSeconds: 5 } as const;
      const scenario = scenarioWith({
        acts: [publish(1)],
        bus: { archive: { retentionSeconds: 50 } },
        interventions: [set],
      });
      expect(factsOf(scenario, { only: ['upload.lost'] })).toEqual([
        `${at} bus upload.lost upload 0 because retention-ended`,
      ]);
    });

    it('brings back what came from one time to another, the second not included, and not what it brought back before', () => {
      const acts = [publish(0.9), publish(1.9), publish(2.9), publish(3.9)];
      const replays = [
        { atSeconds: 10, fromSeconds: 2, toSeconds: 4 },
        { atSeconds: 12, fromSeconds: 9, toSeconds: 11 },
      ];
      const scenario = scenarioWith({ acts, bus: { archive, replays } });
      expect(factsOf(scenario, { only: ['event.replayed'] })).toEqual([
        '10.000 bus event.replayed upload-complete upload 1 to 0',
        '10.000 bus event.replayed upload-complete upload 2 to 0',
      ]);
    });

    it('replays to one rule if one is named, and says in the event that it is a replay', () => {
      const rules = [ruleFor('one'), { ...ruleFor({ to: 'two', input: whole }), name: 'chosen' }];
      const setting = {
        acts: [publish(1)],
        rules,
        bus: { archive, replays: [{ ...replay, rule: 'chosen' }] },
        targets: { one: ['none'], two: ['none'] } as const,
      };
      expect(timesAt('one', setting)).toEqual([1.7]);
      const [first, second] = arrivalsAt('two', setting);
      expect(first?.content).not.toHaveProperty('replay-name');
      expect(second).toMatchObject({ at: 20.6, upload: 0 });
      expect(second?.content).toMatchObject({ id: 'bus-0', time: '2030-01-07T08:00:01Z', 'replay-name': 'replay-0' });
    });

    it('goes minute by minute of the events, all of one minute at once', () => {
      const acts = [publish(9.9), publish(59.9), publish(69.9), publish(199.9)];
      const replays = [{ atSeconds: 300, fromSeconds: 0, toSeconds: 300 }];
      const scenario = scenarioWith({ acts, bus: { archive, replays }, durationSeconds: 400 });
      expect(factsOf(scenario, { only: ['event.replayed'] })).toEqual([
        '300.000 bus event.replayed upload-complete upload 0 to 0',
        '301.000 bus event.replayed upload-complete upload 1 to 0',
        '301.000 bus event.replayed upload-complete upload 2 to 0',
        '302.000 bus event.replayed upload-complete upload 3 to 0',
      ]);
    });

    it('has nothing yet of what came in the last ten minutes (here ten seconds) before a replay', () => {
      const acts = [publish(1), publish(14)];
      const replays = [{ atSeconds: 20, fromSeconds: 0, toSeconds: 20 }];
      const scenario = scenarioWith({ acts, bus: { archive, replays, archiveDelaySeconds: 10 } });
      expect(factsOf(scenario, { only: ['event.replayed'] })).toEqual([
        '20.000 bus event.replayed upload-complete upload 0 to 0',
      ]);
    });

    it('can be asked for replays while the run goes on; those of the past stay past, and none happens twice', () => {
      const set = (atSeconds: number, value: unknown): Intervention => ({
        kind: 'set',
        target: 'bus',
        parameter: 'replays',
        value,
        atSeconds,
      });
      const late = { atSeconds: 2, fromSeconds: 0, toSeconds: 1 };
      const scenario = scenarioWith({
        acts: [publish(0.9)],
        bus: {
          archive,
          replays: [
            { ...replay, atSeconds: 30 },
            { ...replay, atSeconds: 40 },
          ],
        },
        interventions: [
          set(10, [late, { ...replay, atSeconds: 10 }, { ...replay, atSeconds: 30 }]),
          set(30, [replay, { ...replay, atSeconds: 30 }]),
        ],
      });
      expect(factsOf(scenario, { only: ['event.replayed'] }).map((line) => line.slice(0, 6))).toEqual([
        '10.000',
        '30.000',
      ]);
    });
  });

  it('does not begin a replay again when its replays are turned at the very moment at which it has begun', () => {
    const replays = [{ atSeconds: 20, fromSeconds: 0, toSeconds: 10 }];
    const world = createSimulation(
      scenarioWith({
        acts: [publish(1)],
        bus: { archive: { retentionSeconds: 0 }, replays },
        rules: [ruleFor('target')],
      }),
    );
    world.runUntil(seconds(20));
    world.components[1]?.turn('replays', replays, 0);
    world.runUntil(seconds(30));
    expect(heardBy(world, 'target').map(({ at }) => at)).toEqual([1.7, 20.6]);
  });

  describe('rules that change while the run goes on', () => {
    it('take effect from the next event on: a consumer is added, and nobody else has to know', () => {
      const setting = {
        acts: [publish(1), publish(3)],
        rules: [ruleFor('one')],
        targets: { one: ['none'], two: ['none'] } as const,
        interventions: [turnRules(2, [ruleFor('one'), { ...ruleFor('two'), name: 'new' }])],
      };
      expect(timesAt('one', setting)).toEqual([1.7, 3.7]);
      expect(timesAt('two', setting)).toEqual([3.7]);
    });

    it('leave the copies alone that are under way', () => {
      const setting = {
        acts: [publish(1)],
        rules: [ruleFor({ to: 'bad', maximumRetries: 1 }, 'good')],
        targets: { bad: ['work-failed'], good: ['none'] } as const,
        interventions: [turnRules(1.2, [{ ...ruleFor('good'), name: 'other' }])],
      };
      expect(timesAt('bad', setting).length).toBe(2);
      expect(timesAt('good', setting)).toEqual([1.7]);
    });

    it('may name a target that is not there: what goes there goes to the dead letters at once', () => {
      const scenario = scenarioWith({
        acts: [publish(3)],
        interventions: [turnRules(2, [ruleFor({ to: 'nobody', deadLetter: 'letters' }, 'no one')])],
      });
      expect(
        factsOf(scenario, { ...onlyDeliveries, without: [...(onlyDeliveries.without ?? []), 'message.sent'] }),
      ).toEqual([
        '3.600 bus delivery.dead-lettered upload 0 target 0.0 after 1 tries because target-missing',
        '3.600 bus delivery.dropped upload 0 target 0.1 after 1 tries because target-missing',
      ]);
    });
  });

  it('tells others how many copies are under way and how much lies in the archive', () => {
    const world = createSimulation(
      scenarioWith({
        acts: [publish(1), publish(2)],
        rules: [ruleFor('target', 'target')],
        bus: { archive: { retentionSeconds: 0 } },
      }),
    );
    const gauges = () => ['copies-under-way', 'archived'].map((name) => world.components[1]?.gauge(name));
    world.runUntil(seconds(1.5));
    expect(gauges()).toEqual([2, 1]);
    world.runUntil(seconds(10));
    expect(gauges()).toEqual([0, 2]);
  });
});
