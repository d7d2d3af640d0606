/**
 * Random scenarios of every kind of component: the four steps are shared out among groups and functions, which pass the
 * work on in every way there is, with random settings and interventions. They are small: at most 40 s, a few uploads a
 * second. What does not fit together is left out, so that every one of them is valid.
 */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Distribution } from '../../src/engine/distributions.ts';
import { type Step, steps } from '../../src/models/facts.ts';
import type { BusRule, Call, Parameter, ScalingPolicy, StepProgram } from '../../src/models/parameters.ts';
import { type ComponentKind, models } from '../../src/models/registry.ts';
import type { TopologyLink, TopologyNode } from '../../src/models/topology.ts';
import type { Intervention, TopologyScenario } from '../../src/scenario/scenario.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { drawnFault, faultIn } from './any-fault.ts';

const LONGEST_SECONDS = 40;

/** How one component passes work on to the next. */
const ways = [
  'call',
  'balanced',
  'through-gateway',
  'hand-on',
  'queue',
  'topic',
  'bus',
  'stream',
  'bucket',
  'deliver',
  'changes',
] as const;
type Way = (typeof ways)[number];

/** Ways by which the next one, if it is a group, can be reached; functions take work in all of them but `balanced`. */
const waysToGroups: readonly Way[] = [
  'call',
  'balanced',
  'through-gateway',
  'hand-on',
  'queue',
  'topic',
  'bus',
  'deliver',
];
const waysToFunctions: readonly Way[] = ways.filter((way) => way !== 'balanced');

/** Numbers that would make a run long or large have an upper end below that of the declaration. */
const mosts: Readonly<Record<string, number>> = {
  ratePerSecond: 3,
  population: 10,
  spikeFactor: 5,
  slotsPerInstance: 4,
  minimum: 3,
  desired: 5,
  maximum: 6,
  provisionedConcurrency: 4,
  attempts: 5,
  shards: 4,
  retries: 6,
  redriveRatePerSecond: 5,
};
/** Those that would make it busy with itself have a lower end above. */
const leasts: Readonly<Record<string, number>> = {
  pollIntervalSeconds: 0.2,
  evaluationPeriodSeconds: 0.5,
  visibilityTimeoutSeconds: 0.5,
  retryBaseSeconds: 0.1,
  retryWaitSeconds: 0.2,
  notificationRetryBaseSeconds: 0.2,
  dayLengthSeconds: 5,
};

/** A program to which calls are still added. */
type Writable = { -readonly [K in keyof StepProgram]: StepProgram[K] };

type Drawing = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Any valid scenario. One that fails is not made smaller; its seed is told. */
export const anyScenario: fc.Arbitrary<TopologyScenario> = fc.noShrink(fc.nat(0xffff_ffff)).map(scenarioOfSeed);

/**
 * The scenario of a seed. (`fc.gen` would do, and make smaller what fails, but keeps all it ever drew: ten thousand
 * scenarios are too much for a process, and to make one smaller takes without end.)
 */
function scenarioOfSeed(seed: number): TopologyScenario {
  const random = new fc.Random(xoroshiro128plus(seed));
  const draw: Drawing = (arbitrary) => arbitrary.generate(random, undefined).value;
  return new Builder(draw).scenario();
}

class Builder {
  readonly #draw: Drawing;
  readonly #nodes: { id: string; kind: ComponentKind; at: [number, number]; params: Record<string, unknown> }[] = [];
  readonly #links: TopologyLink[] = [];

  constructor(draw: Drawing) {
    this.#draw = draw;
  }

  scenario(): TopologyScenario {
    const draw = this.#draw;
    const users = this.#add('client', {});
    let from = users;
    let tell: ((call: Call) => void) | null = null;
    for (const own of this.#shares()) {
      const kind = draw(fc.constantFrom<ComponentKind>('instance-group', 'function'));
      const allowed = kind === 'function' ? waysToFunctions : waysToGroups;
      const way = draw(fc.constantFrom(...allowed));
      const programs = own.map((step) => this.#program(step));
      const worker = this.#add(kind, { steps: programs });
      this.#connect(from, tell, worker, way);
      this.#furnish(worker, programs);
      from = worker;
      tell = (call) => {
        const last = programs.at(-1) as Writable;
        last.after = [...(last.after ?? []), call];
      };
    }
    return this.#finished();
  }

  /** The steps, in order, shared out among one to four workers. */
  #shares(): Step[][] {
    const cuts = this.#draw(fc.subarray([1, 2, 3]));
    const bounds = [0, ...cuts, steps.length];
    return bounds.slice(1).map((end, n) => steps.slice(bounds[n], end));
  }

  #program(step: Step): Writable {
    const seconds = this.#draw(distribution(3));
    const cpuShare = this.#draw(fc.constantFrom(0, 0.5, 1));
    return { step, work: this.#draw(fc.boolean()) ? [{ seconds, cpuShare }] : [] };
  }

  #add(kind: ComponentKind, params: Record<string, unknown>): string {
    const id = `${kind}-${this.#nodes.length}`;
    this.#nodes.push({ id, kind, at: [100 * this.#nodes.length, 0], params: { ...this.#some(kind), ...params } });
    return id;
  }

  #link(from: string, to: string): void {
    if (this.#links.some((link) => link.from === from && link.to === to)) return;
    this.#links.push({ from, to, latencyMs: this.#draw(fc.constantFrom(0, 1, 20, 300)) });
  }

  #node(id: string): { kind: ComponentKind; params: Record<string, unknown> } {
    return this.#nodes.find((node) => node.id === id) as { kind: ComponentKind; params: Record<string, unknown> };
  }

  #paramsOf(id: string): Record<string, unknown> {
    return this.#node(id).params;
  }

  /** A policy of any kind; on a queue only where there is one. */
  #scaling(queue: string | undefined): fc.Arbitrary<ScalingPolicy> {
    const count = fc.integer({ min: 0, max: 5 });
    const target = fc.integer({ min: 1, max: 90 });
    const others: fc.Arbitrary<ScalingPolicy>[] = [
      target.map((each) => ({ kind: 'target-tracking', metric: 'utilisation', target: each })),
      count.map((desired) => ({ kind: 'scheduled', actions: [{ atSeconds: 5, everySeconds: 10, desired }] })),
    ];
    if (queue === undefined) return fc.oneof(...others);
    return fc.oneof(
      ...others,
      fc.record({
        kind: fc.constant('step' as const),
        queue: fc.constant(queue),
        metric: fc.constantFrom('visible' as const, 'visible-and-in-flight' as const),
        steps: fc.tuple(count, count).map(([few, many]) => [
          { from: 0, adjust: 'exact' as const, instances: few },
          { from: 3, adjust: 'change' as const, instances: many - 2 },
        ]),
      }),
      fc.record({
        kind: fc.constant('target-tracking' as const),
        metric: fc.constant('backlog-per-instance' as const),
        queue: fc.constant(queue),
        target: fc.integer({ min: 1, max: 5 }),
        guard: fc.constantFrom('none' as const, 'at-least-one' as const, 'wake-step' as const),
      }),
    );
  }

  /** Rules by which a bus passes everything to the worker, and perhaps some of it, or a schedule, to one more. */
  #rules(bus: string, worker: string): BusRule[] {
    const draw = this.#draw;
    const rules: BusRule[] = [{ name: 'all', pattern: { version: ['0'] }, targets: [this.#target(bus, worker)] }];
    if (draw(fc.boolean())) {
      const watcher = this.#add('function', { steps: [{ step: 'extra', work: [] }] });
      this.#link(bus, watcher);
      const pattern = draw(
        fc.constantFrom(
          { 'detail-type': [{ prefix: 'upload' }] },
          { detail: { upload: [{ numeric: ['>', 1] }] } },
          { source: [{ 'anything-but': ['decoupled.client-0'] }] },
        ),
      );
      rules.push({ name: 'some', pattern, targets: [this.#target(bus, watcher)] });
      if (this.#paramsOf(bus)['type'] === 'default') {
        rules.push({ name: 'now-and-then', schedule: 'rate(1 minute)', targets: [{ to: watcher }] });
      }
    }
    return rules;
  }

  #target(bus: string, to: string): BusRule['targets'][number] {
    const draw = this.#draw;
    if (draw(fc.boolean())) return { to };
    const deadLetter = this.#add('queue', { type: 'standard' });
    this.#link(bus, deadLetter);
    return { to, deadLetter, maximumRetries: draw(fc.integer({ min: 0, max: 3 })) };
  }

  /** Lets work get from one component (`tell` adds a call to its work; null for the people) to a worker. */
  #connect(from: string, tell: ((call: Call) => void) | null, worker: string, way: Way): void {
    const entry = this.#entryOf(worker, way);
    this.#link(from, entry.id);
    tell?.({ to: entry.id, operation: entry.operation, ...(entry.operation === 'put' ? { object: 'master' } : {}) });
  }

  /** What stands before a worker on the way, and how work is passed to that. */
  #entryOf(worker: string, way: Way): { id: string; operation: Call['operation'] } {
    switch (way) {
      case 'call':
        return { id: worker, operation: 'upload' };
      case 'hand-on':
        return { id: worker, operation: 'hand-on' };
      case 'deliver':
        return { id: worker, operation: 'deliver' };
      case 'balanced': {
        const id = this.#add('load-balancer', {});
        this.#link(id, worker);
        this.#paramsOf(worker)['loadBalancer'] = id;
        return { id, operation: 'upload' };
      }
      case 'through-gateway': {
        const id = this.#add('gateway', {});
        this.#link(id, worker);
        return { id, operation: 'upload' };
      }
      case 'queue': {
        const id = this.#add('queue', {});
        this.#takeFrom(worker, id);
        return { id, operation: 'send' };
      }
      case 'stream': {
        const id = this.#add('stream', {});
        this.#takeFrom(worker, id);
        return { id, operation: 'append' };
      }
      case 'topic': {
        const id = this.#add('topic', { subscriptions: [{ to: worker }] });
        this.#link(id, worker);
        return { id, operation: 'publish' };
      }
      case 'bus': {
        const hasDefault = this.#nodes.some(({ params }) => params['type'] === 'default');
        const type = hasDefault ? 'custom' : this.#draw(fc.constantFrom('default', 'custom'));
        const id = this.#add('event-bus', { type });
        this.#paramsOf(id)['rules'] = this.#rules(id, worker);
        this.#paramsOf(id)['archive'] = this.#draw(
          fc.constantFrom(null, { retentionSeconds: 0 }, { retentionSeconds: 60 }),
        );
        if (this.#paramsOf(id)['archive'] !== null)
          this.#paramsOf(id)['replays'] = [{ atSeconds: 20, fromSeconds: 0, toSeconds: 10 }];
        this.#link(id, worker);
        return { id, operation: 'publish' };
      }
      case 'bucket': {
        const id = this.#add('bucket', { notifications: [{ to: worker }] });
        this.#link(id, worker);
        return { id, operation: 'put' };
      }
      case 'changes': {
        const stream = this.#add('stream', {});
        this.#takeFrom(worker, stream);
        const id = this.#add('table', { changes: stream });
        this.#link(id, stream);
        return { id, operation: 'write' };
      }
    }
  }

  /** Lets a worker take its work from a queue or a stream. */
  #takeFrom(worker: string, source: string): void {
    const node = this.#nodes.find(({ id }) => id === worker) as {
      kind: ComponentKind;
      params: Record<string, unknown>;
    };
    const draw = this.#draw;
    this.#link(worker, source);
    if (node.kind === 'instance-group') node.params['queue'] = source;
    else {
      node.params['mappings'] = [
        {
          from: source,
          batchSize: draw(fc.integer({ min: 1, max: 10 })),
          windowSeconds: this.#paramsOf(source)['type'] === 'fifo' ? 0 : draw(fc.constantFrom(0, 0, 1, 3)),
          reportFailures: draw(fc.boolean()),
          ...(source.startsWith('stream')
            ? { bisect: draw(fc.boolean()), maximumRetries: draw(fc.integer({ min: 0, max: 4 })) }
            : {}),
        },
      ];
    }
  }

  /** Gives a worker things to keep what it makes in. */
  #furnish(worker: string, programs: readonly Writable[]): void {
    const draw = this.#draw;
    const first = programs[0] as Writable;
    if (draw(fc.boolean())) {
      const bucket = this.#add('bucket', {});
      this.#link(worker, bucket);
      first.after = [{ to: bucket, operation: 'put', object: draw(fc.constantFrom('master', '480p', 'same')) }];
    }
    if (draw(fc.integer({ min: 0, max: 3 })) === 0) {
      const bucket = this.#add('bucket', {});
      this.#link(worker, bucket);
      first.before = [{ to: bucket, operation: 'get', object: 'master' }];
    }
    if (draw(fc.boolean())) {
      const table = this.#add('table', {});
      this.#link(worker, table);
      first.before = [...(first.before ?? []), { to: table, operation: draw(fc.constantFrom('read', 'write')) }];
    }
    if (draw(fc.boolean())) {
      const topic = this.#add('topic', {});
      this.#link(worker, topic);
      first.onFailure = [{ to: topic, operation: 'publish', event: 'upload-failed' }];
    }
    const { kind, params } = this.#node(worker);
    if (kind === 'instance-group') {
      params['scaling'] = draw(fc.array(this.#scaling(params['queue'] as string | undefined), { maxLength: 2 }));
    } else if (draw(fc.integer({ min: 0, max: 2 })) === 0) {
      const queue = this.#add('queue', { type: 'standard' });
      this.#link(worker, queue);
      params['destinations'] = draw(
        fc.constantFrom({ deadLetter: queue }, { onFailure: queue }, { onSuccess: queue, onFailure: queue }),
      );
      const called = this.#links.filter(({ from }) => from === worker).map(({ to }) => to);
      params['mayCall'] = draw(fc.oneof(fc.constant(null), fc.subarray(called)));
    }
  }

  /** Some of the parameters of a kind that are numbers, words or distributions. */
  #some(kind: ComponentKind): Record<string, unknown> {
    const declared: Readonly<Record<string, Parameter>> = models[kind].parameters;
    const params: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(declared)) {
      if (this.#draw(fc.integer({ min: 0, max: 2 })) > 0) continue;
      const value = settingsOf(name, each);
      if (value !== null) params[name] = this.#draw(value);
    }
    return params;
  }

  #finished(): TopologyScenario {
    const draw = this.#draw;
    const durationSeconds = draw(fc.integer({ min: 1, max: LONGEST_SECONDS }));
    const scenario: TopologyScenario = {
      version: SCENARIO_VERSION,
      topology: { nodes: this.#nodes as TopologyNode[], links: this.#links },
      defaults: draw(fc.constantFrom('classroom', 'real')),
      parameters: {},
      seed: draw(fc.integer({ min: 0, max: 4_294_967_295 })),
      durationSeconds,
      interventions: [],
    };
    return withoutWhatDoesNotFit({ ...scenario, interventions: this.#interventions(scenario) });
  }

  #interventions(scenario: TopologyScenario): Intervention[] {
    const draw = this.#draw;
    const { durationSeconds } = scenario;
    const time = () => draw(fc.nat(1000).map((part) => (part * durationSeconds) / 1000));
    return Array.from({ length: draw(fc.nat(3)) }, (): Intervention => {
      const atSeconds = time();
      if (draw(fc.boolean())) {
        const untilSeconds = Math.min(durationSeconds, atSeconds + draw(fc.integer({ min: 1, max: 15 })));
        const hasEnd = untilSeconds > atSeconds && draw(fc.boolean());
        const fault = faultIn(scenario, draw(drawnFault()), atSeconds, hasEnd ? untilSeconds : undefined);
        if (fault !== null) return fault;
      }
      if (draw(fc.boolean())) return { kind: 'upload', atSeconds };
      return this.#turn(atSeconds) ?? { kind: 'upload', atSeconds };
    });
  }

  #turn(atSeconds: number): Intervention | null {
    const node = this.#draw(fc.constantFrom(...this.#nodes));
    const declared: Readonly<Record<string, Parameter>> = models[node.kind].parameters;
    const turnable = Object.entries(declared).filter(([, each]) => each.type === 'number' && each.turnable === true);
    if (turnable.length === 0) return null;
    const [parameter, each] = this.#draw(fc.constantFrom(...turnable));
    const value = settingsOf(parameter, each);
    return value === null ? null : { kind: 'set', target: node.id, parameter, value: this.#draw(value), atSeconds };
  }
}

/** Values of a parameter by itself; null for those that name others or have a shape of their own. */
function settingsOf(name: string, declared: Parameter): fc.Arbitrary<unknown> | null {
  if (name === 'sends' || name === 'arrivals' || name === 'answerAfter') {
    return name === 'arrivals' ? fc.constantFrom('poisson', 'steady', 'spike', 'daily', 'closed') : null;
  }
  // People who think for no time at all upload a thousand times a second.
  if (name === 'thinkTime') return fc.constantFrom({ kind: 'constant', value: 1 }, { kind: 'exponential', mean: 3 });
  if (declared.type === 'choice') return fc.constantFrom(...declared.options);
  if (declared.type === 'shaped') return declared.shape === 'distribution' ? distribution(2) : null;
  const min = Math.max(declared.min, leasts[name] ?? 0);
  const usual = declared.unit === 's' ? LONGEST_SECONDS : Math.max(min + 10, 4 * declared.classroom);
  const max = Math.max(min, Math.min(declared.max, mosts[name] ?? usual));
  if (declared.integer === true) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  return fc.nat(1000).map((part) => min + ((max - min) * part) / 1000);
}

/** Distributions with means up to `most`. */
function distribution(most: number): fc.Arbitrary<Distribution> {
  const value = fc.nat(100).map((part) => (part * most) / 100);
  return fc.oneof(
    value.map((each): Distribution => ({ kind: 'constant', value: each })),
    value.map((mean): Distribution => ({ kind: 'exponential', mean })),
    value.map((max): Distribution => ({ kind: 'uniform', min: 0, max })),
    value.map((mean): Distribution => ({ kind: 'lognormal', mean, variation: 0.8 })),
  );
}

/** What makes a topology hang together; the rest can be left out. */
const structural = [
  'steps',
  'queue',
  'mappings',
  'loadBalancer',
  'notifications',
  'subscriptions',
  'rules',
  'changes',
  'type',
];

/**
 * Takes out the settings and interventions that are told to be wrong, until nothing is; from the third round on all
 * settings of a component with one that is wrong, as it may be another that asks for it.
 */
function withoutWhatDoesNotFit(scenario: TopologyScenario): TopologyScenario {
  let fitting = scenario;
  for (let round = 1; round <= 6; round += 1) {
    const parsed = parseScenario(fitting);
    if (parsed.ok) return fitting;
    const paths = parsed.problems.map(({ path }) => path);
    const isWrong = (place: number, name: string): boolean =>
      paths.some((path) =>
        round < 3
          ? path.startsWith(`topology.nodes[${place}].params.${name}`)
          : path.startsWith(`topology.nodes[${place}].`) && !structural.includes(name),
      );
    fitting = {
      ...fitting,
      topology: {
        ...fitting.topology,
        nodes: fitting.topology.nodes.map((node, place) => ({
          ...node,
          params: Object.fromEntries(Object.entries(node.params ?? {}).filter(([name]) => !isWrong(place, name))),
        })),
      },
      interventions: fitting.interventions.filter(
        (_, n) => !paths.some((path) => path.startsWith(`interventions[${n}]`)),
      ),
    };
  }
  const parsed = parseScenario(fitting);
  if (parsed.ok) return fitting;
  throw new Error(`${JSON.stringify(parsed.problems, null, 1)}\n${JSON.stringify(fitting)}`);
}
