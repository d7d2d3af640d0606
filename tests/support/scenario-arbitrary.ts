/**
 * Random scenarios, valid ones only: both stages and topologies made up, with random parameters and interventions.
 * They are small (at most 90 s, a few uploads a second, five groups), so that a property can run hundreds of them.
 */
import fc from 'fast-check';
import type { Distribution } from '../../src/engine/distributions.ts';
import { objects, type Step, steps, type Task } from '../../src/models/facts.ts';
import { instanceTypeNames } from '../../src/models/instance-group/instance-types.ts';
import type { Call, ScalingPolicy, ScheduledAction, StepProgram } from '../../src/models/parameters.ts';
import { type ComponentKind, models } from '../../src/models/registry.ts';
import type { Topology, TopologyLink, TopologyNode } from '../../src/models/topology.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { stages } from '../../src/stages/catalogue.ts';

type Params = Record<string, unknown>;

/** What has to be known of a component to set its parameters. */
interface Component {
  id: string;
  kind: ComponentKind;
  steps: readonly Task[];
}

const LONGEST_SECONDS = 90;

/** A number with at most two decimals, as people write them. */
function decimal(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
}

function whole(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

/** Any kind of distribution of values from 0 on; the mean is at most `most`, and so is what has an upper end. */
function distribution(most: number): fc.Arbitrary<Distribution> {
  const value = decimal(0, most);
  return fc.oneof(
    value.map((each): Distribution => ({ kind: 'constant', value: each })),
    fc
      .tuple(value, value)
      .map(([a, b]): Distribution => ({ kind: 'uniform', min: Math.min(a, b), max: Math.max(a, b) })),
    value.map((mean): Distribution => ({ kind: 'exponential', mean })),
    fc.record({ kind: fc.constant('lognormal' as const), mean: value, variation: decimal(0, 2) }),
    fc.record({ kind: fc.constant('erlang' as const), shape: whole(1, 5), mean: value }),
    fc.record({ kind: fc.constant('bimodal' as const), first: value, second: value, secondShare: decimal(0, 1) }),
    fc.array(fc.tuple(value, whole(1, 5)), { minLength: 1, maxLength: 4 }).chain((pairs) =>
      fc.boolean().map((isWeighted): Distribution => {
        const values = pairs.map(([each]) => each);
        if (!isWeighted) return { kind: 'empirical', values };
        return { kind: 'empirical', values, weights: pairs.map(([, weight]) => weight) };
      }),
    ),
  );
}

/** How uploads come, as a set of parameters that fit together. */
const traffic: fc.Arbitrary<Params> = fc.oneof(
  fc.record({ arrivals: fc.constantFrom('poisson', 'steady'), ratePerSecond: decimal(0, 2) }),
  fc.record({ arrivals: fc.constant('none') }),
  fc.record({
    arrivals: fc.constant('times'),
    times: fc.array(decimal(0, LONGEST_SECONDS), { maxLength: 12 }).map((times) => times.toSorted((a, b) => a - b)),
  }),
  fc.record({
    arrivals: fc.constant('recorded'),
    ratePerSecond: decimal(0, 2),
    recording: fc.record({
      binSeconds: decimal(1, 20),
      factors: fc.array(decimal(0, 3), { minLength: 1, maxLength: 12 }),
    }),
  }),
);

/** Bounds of a group that do not contradict each other. */
const bounds: fc.Arbitrary<Params> = fc
  .tuple(whole(0, 4), whole(0, 4), whole(0, 8))
  .map(([minimum, more, extra]) => ({ minimum, maximum: minimum + more, desired: minimum + Math.min(extra, more) }));

/** Values of the number parameters, smaller than allowed, so that much happens in little time. */
const numbers: Record<ComponentKind, Record<string, fc.Arbitrary<number>>> = {
  client: { ratePerSecond: decimal(0, 2), masterMegabytesPerMinute: decimal(1, 1000) },
  'instance-group': {
    slotsPerInstance: whole(1, 4),
    diskGb: decimal(0, 100),
    minimum: whole(0, 4),
    desired: whole(0, 8),
    maximum: whole(0, 8),
    pendingSeconds: decimal(0, 5),
    bootSeconds: decimal(0, 10),
    restartSeconds: decimal(0, 10),
    backlogLimit: whole(0, 10),
    pollIntervalSeconds: decimal(0.1, 5),
    evaluationPeriodSeconds: decimal(0.5, 10),
    evaluationPhaseSeconds: decimal(0, 10),
    cooldownSeconds: decimal(0, 10),
    pointsToScaleOut: whole(1, 3),
    pointsToScaleIn: whole(1, 3),
    scaleInBelowShare: decimal(0, 1),
    warmUpSeconds: decimal(0, 10),
    drainLimitSeconds: decimal(0, 5),
    zones: whole(1, 4),
    healthCheckPeriodSeconds: whole(1, 10),
    healthGraceSeconds: decimal(0, 10),
    backlogTimeoutSeconds: decimal(0, 5),
    callTimeoutSeconds: decimal(0, 5),
    errorShare: decimal(0, 0.3),
    receiveBatch: whole(1, 10),
    extendVisibilitySeconds: decimal(0, 30),
  },
  gateway: { integrationTimeoutSeconds: decimal(1, 30), rateLimitPerSecond: decimal(0, 4), burst: whole(1, 5) },
  'load-balancer': {
    healthCheckPhaseSeconds: decimal(0, 5),
    healthyThreshold: whole(2, 4),
    unhealthyThreshold: whole(2, 4),
    connectTimeoutSeconds: decimal(1, 10),
    idleTimeoutSeconds: decimal(1, 20),
    deregistrationDelaySeconds: decimal(0, 10),
  },
  queue: { visibilityTimeoutSeconds: decimal(0, 60), maxReceiveCount: whole(1, 5), receiveWaitSeconds: decimal(0, 20) },
  bucket: { writeLimitPerSecond: decimal(0, 5), readLimitPerSecond: decimal(0, 5) },
  table: { writeLimitPerSecond: decimal(0, 5), readLimitPerSecond: decimal(0, 5) },
  // Of these the topologies made up here have none; those of any-scenario.ts do.
  function: {},
  topic: {},
  stream: {},
  'event-bus': {},
};

const yesOrNo = fc.constantFrom('yes', 'no');

const groupChoices: fc.Arbitrary<Params> = fc.record(
  {
    replaceUnhealthy: yesOrNo,
    whenDown: fc.constantFrom('refuse', 'silent'),
    idempotent: yesOrNo,
    deleteTogether: yesOrNo,
    terminationPolicy: fc.constantFrom('idle-first', 'default', 'oldest', 'newest'),
    protectAtWork: yesOrNo,
  },
  { requiredKeys: [] },
);

/** How a load balancer checks: a check takes less time than there is between two. */
const checking: fc.Arbitrary<Params> = fc.record({
  healthCheckIntervalSeconds: decimal(5, 10),
  healthCheckTimeoutSeconds: decimal(2, 4),
});

/** How it chooses: those that go by outstanding requests have no slow start. */
const routing: fc.Arbitrary<Params> = fc.oneof(
  fc.constant({ algorithm: 'least-outstanding' }),
  fc.record({ algorithm: fc.constantFrom('round-robin', 'weighted-random'), slowStartSeconds: whole(0, 60) }),
);

/** Some parameters for a component, none that contradict one another. */
function paramsFor({ kind, steps: own }: Component): fc.Arbitrary<Params> {
  const { minimum: _1, maximum: _2, desired: _3, ...free } = numbers[kind];
  const some = fc.record<Params>(free, { requiredKeys: [] });
  switch (kind) {
    case 'client':
      return bundle(some, maybe(traffic), maybe(fc.record({ videoMinutes: distribution(6) })));
    case 'instance-group':
      return bundle(
        some,
        maybe(bounds),
        maybe(fc.record({ answerAfter: fc.constantFrom('last', ...own) })),
        maybe(fc.record({ instanceType: fc.constantFrom(...instanceTypeNames) })),
        groupChoices,
      );
    case 'gateway':
      return bundle(some, maybe(fc.record({ type: fc.constantFrom('rest', 'http') })));
    case 'load-balancer':
      return bundle(
        some,
        maybe(checking),
        maybe(routing),
        maybe(fc.record({ crossZone: fc.constantFrom('on', 'off') })),
      );
    case 'bucket':
    case 'table':
      return bundle(some, maybe(fc.record({ latency: distribution(0.2) })));
    case 'queue':
    case 'function':
    case 'topic':
    case 'stream':
    case 'event-bus':
      return some;
  }
}

function maybe(params: fc.Arbitrary<Params>): fc.Arbitrary<Params> {
  return fc.oneof(fc.constant({}), params);
}

function bundle(...parts: fc.Arbitrary<Params>[]): fc.Arbitrary<Params> {
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Params);
}

/** Parameters of a run for some of the components. */
function parametersFor(components: readonly Component[]): fc.Arbitrary<Record<string, Params>> {
  const each = Object.fromEntries(components.map((component) => [component.id, paramsFor(component)]));
  return fc.record<Record<string, Params>>(each, { requiredKeys: [] });
}

function interventionFor(components: readonly Component[], durationSeconds: number): fc.Arbitrary<Intervention> {
  const time = fc.nat(1000).map((part) => (part * durationSeconds) / 1000);
  const groups = components.filter(({ kind }) => kind === 'instance-group');
  const clients = components.filter(({ kind }) => kind === 'client').map(({ id }) => id);
  const targets = [
    ...groups.map(({ id }) => id),
    ...groups.flatMap((group) => group.steps.map((step) => `step:${step}`)),
  ];
  const fault = fc
    .record({ target: fc.constantFrom(...targets), from: time, to: fc.option(time, { nil: undefined }) })
    .map(({ target, from, to }): Intervention => {
      const lasting = { kind: 'fault', fault: 'crash', target, atSeconds: from } as const;
      if (to === undefined || to === from) return lasting;
      return { ...lasting, atSeconds: Math.min(from, to), untilSeconds: Math.max(from, to) };
    });
  const upload = fc.oneof(
    fc.record({ kind: fc.constant('upload' as const), atSeconds: time }),
    fc.record({ kind: fc.constant('upload' as const), atSeconds: time, target: fc.constantFrom(...clients) }),
  );
  const turns = components.flatMap(({ id, kind }) =>
    Object.entries(models[kind].parameters).flatMap(([parameter, declared]) => {
      const value = numbers[kind][parameter];
      return 'turnable' in declared && value ? [{ target: id, parameter, value }] : [];
    }),
  );
  const set = fc.constantFrom(...turns).chain(({ target, parameter, value }) =>
    fc.record({
      kind: fc.constant('set' as const),
      target: fc.constant(target),
      parameter: fc.constant(parameter),
      value,
      atSeconds: time,
    }),
  );
  return fc.oneof(fault, upload, set);
}

/** Everything of a scenario but its architecture. */
function restFor(components: readonly Component[]) {
  return decimal(1, LONGEST_SECONDS).chain((durationSeconds) =>
    fc.record({
      version: fc.constant<typeof SCENARIO_VERSION>(SCENARIO_VERSION),
      defaults: fc.constantFrom('classroom' as const, 'real' as const),
      parameters: parametersFor(components),
      seed: whole(0, 4_294_967_295),
      durationSeconds: fc.constant(durationSeconds),
      interventions: fc.array(interventionFor(components, durationSeconds), { maxLength: 5 }),
    }),
  );
}

function componentsOf({ nodes }: Topology): Component[] {
  return nodes.map(({ id, kind, params }) => ({
    id,
    kind,
    steps: ((params?.['steps'] ?? []) as StepProgram[]).map(({ step }) => step),
  }));
}

/** Stages of which any parameters that are drawn here fit together; what the others promise is tested with the stages. */
const freeStages = ['monolith', 'queued'] as const;

const stageScenario: fc.Arbitrary<Scenario> = fc
  .constantFrom(...freeStages)
  .chain((stage) => restFor(componentsOf(stages[stage])).map((rest) => ({ ...rest, stage })));

// Made-up topologies: a tree of groups below the people, each reached by a call, by handing on, or through a queue, so
// that every upload reaches every step.

interface GroupPlan {
  /** Which of the groups before it passes work to it, and at which of that one's steps. */
  parent: number;
  atStep: number;
  by: 'upload' | 'hand-on' | 'queue';
  programs: {
    step: Step;
    seconds: Distribution;
    perVideoMinute: boolean;
    get: boolean;
    put: boolean;
    write: boolean;
  }[];
  object: (typeof objects)[number];
  /** What stands before it where it is called. */
  through: ('gateway' | 'load-balancer')[];
  policies: ScalingPolicy[];
}

/** Stands for the queue that the group takes its work from. */
const OWN_QUEUE = '';

const stepPolicy: fc.Arbitrary<ScalingPolicy> = fc
  .uniqueArray(whole(0, 20), { minLength: 1, maxLength: 4 })
  .chain((lengths) =>
    fc.record({
      kind: fc.constant('step' as const),
      queue: fc.constant(OWN_QUEUE),
      metric: fc.constantFrom('visible' as const, 'visible-and-in-flight' as const),
      steps: fc.tuple(
        ...lengths
          .toSorted((a, b) => a - b)
          .map((from) =>
            fc.oneof(
              fc.record({ from: fc.constant(from), adjust: fc.constant('exact' as const), instances: whole(0, 6) }),
              fc.record({ from: fc.constant(from), adjust: fc.constant('change' as const), instances: whole(-3, 3) }),
            ),
          ),
      ),
    }),
  );

const backlogTracking: fc.Arbitrary<ScalingPolicy> = fc.record({
  kind: fc.constant('target-tracking' as const),
  metric: fc.constant('backlog-per-instance' as const),
  queue: fc.constant(OWN_QUEUE),
  target: whole(1, 10),
  guard: fc.constantFrom('none' as const, 'at-least-one' as const, 'wake-step' as const),
});

const utilisationTracking: fc.Arbitrary<ScalingPolicy> = fc.record({
  kind: fc.constant('target-tracking' as const),
  metric: fc.constant('utilisation' as const),
  target: whole(1, 100),
});

const scheduledAction: fc.Arbitrary<ScheduledAction> = fc.oneof(
  fc.record({ atSeconds: decimal(0, LONGEST_SECONDS), desired: whole(0, 6) }),
  fc.record({
    atSeconds: decimal(0, LONGEST_SECONDS),
    everySeconds: decimal(1, 30),
    minimum: whole(0, 3),
    maximum: whole(3, 6),
  }),
);

const schedule: fc.Arbitrary<ScalingPolicy> = fc.record({
  kind: fc.constant('scheduled' as const),
  actions: fc.array(scheduledAction, { minLength: 1, maxLength: 3 }),
});

const policies: fc.Arbitrary<ScalingPolicy[]> = fc.array(
  fc.oneof(stepPolicy, backlogTracking, utilisationTracking, schedule),
  { maxLength: 3 },
);

const groupPlan: fc.Arbitrary<GroupPlan> = fc.record({
  parent: fc.nat(4),
  atStep: fc.nat(3),
  by: fc.constantFrom('upload', 'hand-on', 'queue'),
  programs: fc.uniqueArray(
    fc.record({
      step: fc.constantFrom(...steps),
      seconds: distribution(3),
      perVideoMinute: fc.boolean(),
      get: fc.boolean(),
      put: fc.boolean(),
      write: fc.boolean(),
    }),
    { selector: ({ step }) => step, minLength: 1, maxLength: 3 },
  ),
  object: fc.constantFrom(...objects),
  through: fc.subarray(['gateway', 'load-balancer'] as const),
  policies,
});

const latencyMs = fc.oneof(fc.constant(undefined), whole(0, 200));

const topology: fc.Arbitrary<Topology> = fc
  .record({
    clients: fc.array(bundle(fc.record({ videoMinutes: distribution(6) }), traffic), { minLength: 1, maxLength: 2 }),
    groups: fc.array(groupPlan, { minLength: 1, maxLength: 5 }),
    latencies: fc.array(latencyMs, { minLength: 1, maxLength: 8 }),
    places: fc.array(fc.tuple(whole(-500, 500), whole(-500, 500)), { minLength: 1, maxLength: 8 }),
  })
  .map(({ clients, groups, latencies, places }) => {
    const nodes: Omit<TopologyNode, 'at'>[] = clients.map((params, n) => ({
      id: `users-${n}`,
      kind: 'client',
      params,
    }));
    const pairs = new Set(clients.map((_, n) => `users-${n} ${addressOf(groups[0] as GroupPlan, 0)}`));
    groups.forEach((group, n) => {
      nodes.push(groupNode(group, n, groups, pairs));
    });
    groups.forEach((group, n) => {
      if (takesFromQueue(group, n)) nodes.push({ id: `queue-${n}`, kind: 'queue' });
      else nodes.push(...proxiesOf(group, n, pairs));
    });
    nodes.push({ id: 'bucket', kind: 'bucket', params: {} }, { id: 'table', kind: 'table' });
    const links = [...pairs].map((pair, n): TopologyLink => {
      const [from, to] = pair.split(' ') as [string, string];
      const latency = latencies[n % latencies.length];
      return latency === undefined ? { from, to } : { from, to, latencyMs: latency };
    });
    const at = (n: number) => places[n % places.length] as [number, number];
    return { nodes: nodes.map((node, n) => ({ ...node, at: at(n) })), links };
  });

function takesFromQueue({ by }: GroupPlan, n: number): boolean {
  return n > 0 && by === 'queue';
}

/** Whom to call in order to call group `n`. */
function addressOf({ through }: GroupPlan, n: number): string {
  if (through.includes('gateway')) return `gateway-${n}`;
  return through.includes('load-balancer') ? `balancer-${n}` : `group-${n}`;
}

/** What stands before group `n`; enters the links it needs as pairs of ids. */
function proxiesOf({ through }: GroupPlan, n: number, pairs: Set<string>): Omit<TopologyNode, 'at'>[] {
  const isBalanced = through.includes('load-balancer');
  if (isBalanced) pairs.add(`balancer-${n} group-${n}`);
  if (through.includes('gateway')) pairs.add(`gateway-${n} ${isBalanced ? 'balancer' : 'group'}-${n}`);
  return through.map((kind) => ({ id: `${kind === 'gateway' ? 'gateway' : 'balancer'}-${n}`, kind }));
}

/** The node of group `n`; enters the links it needs as pairs of ids. */
function groupNode(
  plan: GroupPlan,
  n: number,
  groups: readonly GroupPlan[],
  pairs: Set<string>,
): Omit<TopologyNode, 'at'> {
  const id = `group-${n}`;
  const calls = (wanted: boolean, call: Call): Call[] => {
    if (!wanted) return [];
    pairs.add(`${id} ${call.to}`);
    return [call];
  };
  const programs = plan.programs.map(({ step, seconds, perVideoMinute, get, put, write }, place): StepProgram => {
    const children = groups.flatMap((child, c) => {
      if (c === 0 || child.parent % c !== n || child.atStep % plan.programs.length !== place) return [];
      const call: Call =
        child.by === 'queue'
          ? { to: `queue-${c}`, operation: 'send' }
          : { to: addressOf(child, c), operation: child.by };
      return calls(true, call);
    });
    return {
      step,
      before: calls(get, { to: 'bucket', operation: 'get', object: plan.object }),
      work: [{ seconds, perVideoMinute }],
      after: [
        ...calls(put, { to: 'bucket', operation: 'put' }),
        ...calls(write, { to: 'table', operation: 'write' }),
        ...children,
      ],
    };
  });
  const params: Params = { steps: programs };
  const isTaker = takesFromQueue(plan, n);
  if (isTaker) {
    pairs.add(`${id} queue-${n}`);
    params['queue'] = `queue-${n}`;
  } else if (plan.through.includes('load-balancer')) params['loadBalancer'] = `balancer-${n}`;
  const scaling = plan.policies
    .filter((policy) => isTaker || !('queue' in policy))
    .map((policy) => ('queue' in policy ? { ...policy, queue: `queue-${n}` } : policy));
  if (scaling.length > 0) Object.assign(params, { scaling, minimum: 0, maximum: 6 });
  return { id, kind: 'instance-group', params };
}

const topologyScenario: fc.Arbitrary<Scenario> = topology.chain((made) =>
  restFor(componentsOf(made)).map((rest) => ({ ...rest, topology: made })),
);

/** Any valid scenario, every default filled in. The copy makes plain objects of those that fast-check leaves without a prototype. */
export const scenarioArbitrary: fc.Arbitrary<Scenario> = fc
  .oneof(stageScenario, topologyScenario)
  .map((made) => structuredClone(made));
