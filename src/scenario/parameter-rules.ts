/** Rules for parameters, made from their declarations, and one rule for each shape that a value may have. */
import type { Distribution } from '../engine/distributions.ts';
import { type EventType, eventTypes, objects, tasks } from '../models/facts.ts';
import { MOST_ENVIRONMENTS, MOST_VERSIONS } from '../models/function/params.ts';
import { MOST_INSTANCES } from '../models/instance-group/scaling-params.ts';
import type { JsonObject } from '../models/json.ts';
import type {
  BucketNotification,
  Call,
  Destinations,
  EventSourceMapping,
  FunctionVersion,
  Parameter,
  Recording,
  ScalingPolicy,
  ScalingStep,
  ScheduledAction,
  Shapes,
  StepProgram,
  TopicSubscription,
} from '../models/parameters.ts';
import { type ComponentKind, componentKinds, models } from '../models/registry.ts';
import { textOf } from '../text/text.ts';
import { anyOf } from '../text/wording.ts';
import { busArchive, busReplays, busRules, instant } from './bus-rules.ts';
import {
  LARGEST_DRAW,
  LARGEST_VARIATION,
  LONGEST_ID,
  LONGEST_QUEUE,
  LONGEST_RUN_SECONDS,
  MOST_BINS,
  MOST_EMPIRICAL_VALUES,
  MOST_PER_STEP,
  MOST_SCALING_POLICIES,
  MOST_SCALING_STEPS,
  MOST_SCHEDULED_ACTIONS,
  MOST_TARGETS,
  MOST_TIMES,
  MOST_TRIES,
} from './limits.ts';
import {
  annotated,
  anyRule,
  booleanRule,
  choiceRule,
  type JsonSchema,
  listRule,
  mapRule,
  type NamedRule,
  named,
  numberRule,
  objectRule,
  orNull,
  type Rule,
  refined,
  textRule,
  trueRule,
  variantRule,
} from './rules.ts';

const draw = numberRule({ min: 0, max: LARGEST_DRAW });

export const distribution: NamedRule<Distribution> = named(
  'distribution',
  refined(
    variantRule<Distribution>('a distribution, such as {"kind":"exponential","mean":1}', 'kind', {
      constant: { required: { value: draw } },
      uniform: { required: { min: draw, max: draw } },
      exponential: { required: { mean: draw } },
      lognormal: { required: { mean: draw, variation: numberRule({ min: 0, max: LARGEST_VARIATION }) } },
      erlang: { required: { shape: numberRule({ min: 1, max: 1000, integer: true }), mean: draw } },
      bimodal: { required: { first: draw, second: draw, secondShare: numberRule({ min: 0, max: 1 }) } },
      empirical: {
        required: { values: listRule(draw, 'numbers', 1, MOST_EMPIRICAL_VALUES) },
        optional: { weights: listRule(draw, 'numbers', 1, MOST_EMPIRICAL_VALUES) },
      },
    }),
    (value) => {
      if (value.kind === 'uniform' && value.min > value.max) {
        return { key: 'min', allowed: `at most max, which is ${value.max}` };
      }
      if (value.kind !== 'empirical' || value.weights === undefined) return undefined;
      if (value.weights.length !== value.values.length) {
        return { key: 'weights', allowed: `one weight for each of the ${value.values.length} values` };
      }
      if (value.weights.every((weight) => weight === 0))
        return { key: 'weights', allowed: 'weights that are not all 0' };
      return undefined;
    },
  ),
);

const times: Rule<number[]> = refined(
  listRule(numberRule({ min: 0, max: LONGEST_RUN_SECONDS, unit: 's' }), 'times', 0, MOST_TIMES),
  (list) => {
    const key = list.findIndex((time, place) => time < (list[place - 1] ?? 0));
    return key < 0 ? undefined : { key, allowed: `at least ${list[key - 1]}, the time before it: times ascend` };
  },
);

const recording: Rule<Recording> = objectRule(
  'a recording: binSeconds and factors',
  {
    binSeconds: numberRule({ min: 0.1, max: LONGEST_RUN_SECONDS, unit: 's' }),
    factors: listRule(numberRule({ min: 0, max: MOST_BINS }), 'factors', 1, MOST_BINS),
  },
  {},
);

/** Events that tell of something. */
const tellingEvents = eventTypes.filter((type): type is Exclude<EventType, 'none'> => type !== 'none');

const componentId = textRule('the id of a component', LONGEST_ID);

/** What a step may ask of others; the rest is up to queues, streams and health checks. */
const callOperations: readonly Call['operation'][] = [
  'upload',
  'hand-on',
  'deliver',
  'put',
  'get',
  'send',
  'write',
  'read',
  'publish',
  'append',
];

/** What can be told to have happened. */
const toldEvents = eventTypes.filter((type): type is Exclude<EventType, 'none'> => type !== 'none');

const call: Rule<Call> = objectRule(
  'a call: to, operation and perhaps object, event, detail and counting',
  { to: componentId, operation: choiceRule(callOperations) },
  {
    object: choiceRule([...objects, 'same']),
    event: choiceRule(toldEvents),
    detail: mapRule(anyRule, 'what else the event says, by name') as Rule<JsonObject>,
    counting: objectRule(
      'what is counted: name and atMost',
      {
        name: textRule('a name of at most 64 characters', LONGEST_ID),
        atMost: numberRule({ min: 0, max: MOST_TRIES, integer: true, unit: 'tries' }),
      },
      {},
    ),
  },
);

const calls = listRule(call, 'calls', 0, MOST_PER_STEP);

const work = objectRule(
  'a stretch of work: seconds and perhaps makes, perVideoMinute and cpuShare',
  { seconds: distribution },
  { makes: choiceRule(objects), perVideoMinute: booleanRule, cpuShare: numberRule({ min: 0, max: 1 }) },
);

const program: Rule<StepProgram> = objectRule(
  'a step: step, work and perhaps before, after, onFailure, on, perRendition and failsOnPoison',
  { step: choiceRule(tasks), work: listRule(work, 'stretches of work', 0, MOST_PER_STEP) },
  {
    before: calls,
    after: calls,
    onFailure: calls,
    on: listRule(choiceRule(eventTypes), 'events', 1, eventTypes.length),
    perRendition: trueRule,
    failsOnPoison: trueRule,
  },
);

const queueLength = numberRule({ min: 0, max: LONGEST_QUEUE, unit: 'messages' });

const scalingStep = variantRule<ScalingStep, 'adjust'>('a step of a policy: from, adjust and instances', 'adjust', {
  exact: {
    required: {
      from: queueLength,
      instances: numberRule({ min: 0, max: MOST_INSTANCES, integer: true, unit: 'instances' }),
    },
  },
  change: {
    required: {
      from: queueLength,
      instances: numberRule({ min: -MOST_INSTANCES, max: MOST_INSTANCES, integer: true, unit: 'instances' }),
    },
  },
});

const someInstances = numberRule({ min: 0, max: MOST_INSTANCES, integer: true, unit: 'instances' });

/** What else each metric of target tracking needs, and what goes with it alone. */
const guards = ['none', 'at-least-one', 'wake-step'] as const;

const scheduledAction: Rule<ScheduledAction> = refined(
  objectRule(
    'a scheduled action: atSeconds, perhaps everySeconds, and minimum, desired or maximum',
    { atSeconds: numberRule({ min: 0, max: LONGEST_RUN_SECONDS, unit: 's' }) },
    {
      everySeconds: numberRule({ min: 1, max: LONGEST_RUN_SECONDS, unit: 's' }),
      minimum: someInstances,
      desired: someInstances,
      maximum: someInstances,
    },
  ),
  ({ minimum, desired, maximum }) => {
    if (minimum === undefined && desired === undefined && maximum === undefined) {
      return { key: 'desired', allowed: 'at least one of minimum, desired and maximum' };
    }
    if (minimum === undefined || maximum === undefined || minimum <= maximum) return undefined;
    return { key: 'minimum', allowed: `at most maximum, which is ${maximum}` };
  },
);

const scalingPolicy: Rule<ScalingPolicy> = refined(
  variantRule<ScalingPolicy>('a scaling policy, such as {"kind":"scheduled","actions":[…]}', 'kind', {
    step: {
      required: {
        queue: componentId,
        metric: choiceRule(['visible', 'visible-and-in-flight']),
        steps: listRule(scalingStep, 'steps', 1, MOST_SCALING_STEPS),
      },
    },
    'target-tracking': {
      required: {
        metric: choiceRule(['backlog-per-instance', 'utilisation']),
        target: numberRule({ min: 0.001, max: LONGEST_QUEUE }),
      },
      optional: { queue: componentId, guard: choiceRule(guards) },
    },
    scheduled: { required: { actions: listRule(scheduledAction, 'actions', 1, MOST_SCHEDULED_ACTIONS) } },
  }),
  (policy) => {
    if (policy.kind !== 'target-tracking') return undefined;
    const isByBacklog = policy.metric === 'backlog-per-instance';
    for (const key of ['queue', 'guard'] as const) {
      if (key in policy === isByBacklog) continue;
      const needed = key === 'queue' ? 'the id of a queue' : anyOf(guards);
      return { key, allowed: isByBacklog ? needed : 'nothing: utilisation is measured at the instances' };
    }
    if (isByBacklog || policy.target <= 100) return undefined;
    return { key: 'target', allowed: 'a number from 0.001 to 100 (percent of the slots)' };
  },
);

const someObjects = listRule(choiceRule(objects), 'objects', 1, objects.length);

const someEvents = listRule(choiceRule(tellingEvents), 'events', 1, tellingEvents.length);

const notification: Rule<BucketNotification> = objectRule(
  'a notification: to and perhaps objects',
  { to: componentId },
  { objects: someObjects },
);

const subscription: Rule<TopicSubscription> = objectRule(
  'a subscription: to and perhaps events, objects and deadLetterQueue',
  { to: componentId },
  { events: someEvents, objects: someObjects, deadLetterQueue: componentId },
);

const version: Rule<FunctionVersion> = objectRule(
  'a version: version and perhaps errorShare, workFactor, initFactor and memoryMegabytes',
  { version: numberRule({ min: 1, max: MOST_VERSIONS, integer: true }) },
  {
    errorShare: numberRule({ min: 0, max: 1 }),
    workFactor: numberRule({ min: 0.01, max: 100 }),
    initFactor: numberRule({ min: 0, max: 100 }),
    memoryMegabytes: numberRule({ min: 128, max: 10_240, unit: 'MB', integer: true }),
  },
);

const versions: Rule<FunctionVersion[]> = refined(listRule(version, 'versions', 0, MOST_VERSIONS), (list) => {
  const key = list.findIndex((each, place) => list.findIndex((other) => other.version === each.version) < place);
  return key < 0 ? undefined : { key, allowed: 'a version that is not in the list already: versions never change' };
});

const destinations: Rule<Destinations> = objectRule(
  'destinations: perhaps onSuccess, onFailure and deadLetter, and successEvent and failureEvent',
  {},
  {
    onSuccess: componentId,
    successEvent: choiceRule(tellingEvents),
    onFailure: componentId,
    failureEvent: choiceRule(tellingEvents),
    deadLetter: componentId,
  },
);

/** Ranges of the AWS Lambda API: CreateEventSourceMapping. Our choice: how many batches at once may be asked for. */
const mapping: Rule<EventSourceMapping> = objectRule(
  'an event source mapping: from, and perhaps batchSize, windowSeconds, reportFailures and more',
  { from: componentId },
  {
    batchSize: numberRule({ min: 1, max: 10_000, integer: true }),
    windowSeconds: numberRule({ min: 0, max: 300, unit: 's' }),
    reportFailures: booleanRule,
    bisect: booleanRule,
    maximumRetries: numberRule({ min: -1, max: 10_000, integer: true }),
    maximumAgeSeconds: numberRule({ min: -1, max: 604_800, unit: 's' }),
    onFailure: componentId,
    parallelisation: numberRule({ min: 1, max: 10, integer: true }),
    pollers: numberRule({ min: 1, max: MOST_ENVIRONMENTS, integer: true }),
    maximumConcurrency: numberRule({ min: 2, max: 1000, integer: true }),
  },
);

/** The rule of each shape. What refers to other components is checked later, when those are known. */
const shapeRules: { readonly [S in keyof Shapes]: Rule<Shapes[S]> } = {
  distribution,
  seconds: times,
  recording: orNull(recording),
  steps: listRule(program, 'steps', 0, tasks.length),
  scaling: listRule(scalingPolicy, 'scaling policies', 0, MOST_SCALING_POLICIES),
  component: orNull(componentId),
  components: orNull(listRule(componentId, 'ids of components', 0, MOST_TARGETS)),
  versions,
  destinations,
  mappings: listRule(mapping, 'event source mappings', 0, MOST_TARGETS),
  rules: busRules,
  archive: busArchive,
  replays: busReplays,
  instant,
  notifications: listRule(notification, 'notifications', 0, MOST_TARGETS),
  subscriptions: listRule(subscription, 'subscriptions', 0, MOST_TARGETS),
};

/** The rule of a parameter, from its declaration. */
export function ruleOf(declared: Parameter): Rule<unknown> {
  switch (declared.type) {
    case 'number':
      return numberRule({ ...declared });
    case 'choice':
      return choiceRule(declared.options);
    case 'shaped':
      return shapeRules[declared.shape];
  }
}

/** What an editor shows of a parameter: its name, what it is, and what holds where nothing is set. */
function notesOf(kind: ComponentKind, name: string, declared: Parameter): JsonSchema {
  const key = `parameter.${kind}.${name}`;
  const unit = declared.type === 'number' ? ` (${declared.unit})` : '';
  return {
    title: textOf('neutral', key) + unit,
    description: `${textOf('neutral', `${key}.help`)} Of the real service: ${JSON.stringify(declared.real)}. ${declared.source}`,
    default: declared.classroom,
  };
}

/** Rules for some of the parameters of a component, by its kind. */
export const paramsRules = Object.fromEntries(
  componentKinds.map((kind) => {
    const declared: Readonly<Record<string, Parameter>> = models[kind].parameters;
    const rules = Object.entries(declared).map(([name, each]): [string, Rule<unknown>] => [
      name,
      annotated(ruleOf(each), notesOf(kind, name, each)),
    ]);
    const rule = objectRule(`parameters of ${aKind(kind)}, by name`, {}, Object.fromEntries(rules));
    return [kind, named(`${kind}-parameters`, rule)];
  }),
) as Readonly<Record<ComponentKind, NamedRule<Record<string, unknown>>>>;

/** A component of a kind, in words: "an instance group". */
export function aKind(kind: ComponentKind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind.replaceAll('-', ' ')}`;
}
