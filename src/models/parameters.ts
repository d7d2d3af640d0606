/**
 * How a component declares its parameters: once, with unit, range, both defaults and their source.
 * The form, the validation, the address and the documentation are drawn from these declarations.
 * The words (name and one line of help) stand in the catalogue under `parameter.<kind>.<name>`.
 */
import type { Distribution } from '../engine/distributions.ts';
import type { EventType, StoredObject, Task } from './facts.ts';
import type { Json, JsonObject } from './json.ts';

export type Unit =
  | 's'
  | '1/s'
  | 'MB'
  | 'MB/min'
  | 'GB'
  | 'share'
  | 'groups'
  | 'times'
  | 'messages'
  | 'requests'
  | 'instances'
  | 'slots'
  | 'receives'
  | 'checks'
  | 'people'
  | 'tries'
  | 'failures'
  | 'tokens'
  | 'zones'
  | 'evaluations'
  | 'shards'
  | 'keys'
  | 'environments'
  | 'vCPU'
  | 'version';

interface Declaration<T> {
  /** What a story uses, so that it plays in about a minute. */
  classroom: T;
  /** What the real service ships with, or what is usual there. */
  real: T;
  /** Where `real` comes from; "our choice" where nobody publishes one. */
  source: string;
}

export interface NumberParameter extends Declaration<number> {
  type: 'number';
  unit: Unit;
  min: number;
  max: number;
  integer?: true;
  /** How a slider spreads the range. */
  scale?: 'log';
  /** Whether it can be turned while the run goes on. */
  turnable?: true;
}

export interface ChoiceParameter<T extends string> extends Declaration<T> {
  type: 'choice';
  options: readonly T[];
}

/** A value with a shape of its own; `scenario/schema.ts` holds the schema of each shape. */
export interface ShapedParameter<S extends keyof Shapes> extends Declaration<Shapes[S]> {
  type: 'shaped';
  shape: S;
  /** Whether it can be turned while the run goes on; by interventions, not by a slider. */
  turnable?: true;
}

/** One call that a step makes to another component; the work waits for the answer unless it is handed on. */
export interface Call {
  /** Id of the component that is called; a link must lead there. */
  to: string;
  operation: 'upload' | 'hand-on' | 'put' | 'get' | 'send' | 'write' | 'read' | 'publish' | 'append' | 'deliver';
  /** What is put, fetched or told of; `same`: what the message was about that caused this work. */
  object?: StoredObject | 'same';
  /** What is told to have happened, by `publish`, `send`, `append` and `deliver`. */
  event?: Exclude<EventType, 'none'>;
  /** What else the event says. */
  detail?: JsonObject;
  /**
   * Says how often this has been tried: a number of this name, one more than in what caused this work. Where it would
   * be more than `atMost` the call is not made, and the work fails (`retries-exhausted`): nothing goes round for ever.
   */
  counting?: { name: string; atMost: number };
}

/** A stretch of work that holds a slot. */
export interface Work {
  /** What comes of it. */
  makes?: StoredObject;
  /** How long it takes on the reference machine (2 vCPU, our choice); per minute of video if `perVideoMinute`. */
  seconds: Distribution;
  perVideoMinute?: boolean;
  /** Share of the time that more vCPU shorten, 0 to 1; all of it where nothing is said. */
  cpuShare?: number;
}

/** What an instance or a function does for one step: calls, then work, then calls. */
export interface StepProgram {
  /** One of the four steps; or `extra`, work besides them: a thumbnail, an index, a notice. */
  step: Task;
  /** Done only for messages that tell of one of these events; where nothing is said, for all. */
  on?: readonly EventType[];
  /** Done once for each rendition: the message says for which. */
  perRendition?: true;
  /** Its work fails on what is poison, whatever step it is; where no step says so, that of the video does. */
  failsOnPoison?: true;
  before?: readonly Call[];
  work: readonly Work[];
  after?: readonly Call[];
  /** What is done when something in this step has failed, before the work as a whole fails. */
  onFailure?: readonly Call[];
}

/** From this queue length on (inclusive), this adjustment; the last one that applies counts. */
export interface ScalingStep {
  from: number;
  /** `exact` sets desired; `change` adds to it. */
  adjust: 'exact' | 'change';
  instances: number;
}

/** Step policy on the length of a queue: acts at every evaluation, on the length as it then is. */
export interface StepScaling {
  kind: 'step';
  /** Id of the queue that is measured. */
  queue: string;
  /** What counts as its length: messages waiting, or those being worked on as well. */
  metric: 'visible' | 'visible-and-in-flight';
  steps: readonly ScalingStep[];
}

/** Keeps the messages that wait, for each instance in service, near a target. */
export interface BacklogTracking {
  kind: 'target-tracking';
  metric: 'backlog-per-instance';
  queue: string;
  /** Messages for each instance. */
  target: number;
  /**
   * What becomes of the division by zero while no instance is in service. `none`: no data, and so no scaling;
   * `at-least-one`: divided by one at least; `wake-step`: a step alarm beside it starts the first instance when a message
   * waits, and lets the last one go when none waits or is worked on.
   */
  guard: 'none' | 'at-least-one' | 'wake-step';
}

/** Keeps the share of slots that are taken near a target. */
export interface UtilisationTracking {
  kind: 'target-tracking';
  metric: 'utilisation';
  /** Percent of the slots, averaged over an evaluation period. */
  target: number;
}

/** Sets minimum, desired or maximum at a time, once or again and again. */
export interface ScheduledAction {
  atSeconds: number;
  /** Again so long after it, and so on; once where nothing is said. */
  everySeconds?: number;
  minimum?: number;
  desired?: number;
  maximum?: number;
}

export interface ScheduledScaling {
  kind: 'scheduled';
  actions: readonly ScheduledAction[];
}

/** A way to decide how many instances there should be; a group may have several. */
export type ScalingPolicy = StepScaling | BacklogTracking | UtilisationTracking | ScheduledScaling;

/** Traffic as recorded: how the rate goes up and down, as multiples of the set rate. */
export interface Recording {
  binSeconds: number;
  /** One factor per bin, each ≥ 0; after the last bin nothing comes. */
  factors: readonly number[];
}

/** What a target gets of an event: always the same, what stands at a path, or what a template makes of several paths. */
export type TargetInput =
  | { kind: 'constant'; value: Json }
  /** Such as `$.detail` or `$.detail.upload`. */
  | { kind: 'path'; path: string }
  /** `<name>` in the template stands for what is found at the path of this name. */
  | { kind: 'transformer'; paths: Readonly<Record<string, string>>; template: Json };

/** Somebody who gets copies of the events that a rule matches. */
export interface BusTarget {
  /** Id of a function, a queue, a topic, a stream, another bus, or who answers HTTP; a link must lead there. */
  to: string;
  /** The whole event where nothing is said. */
  input?: TargetInput;
  /** 0 to 185, and 1 to 86,400 s; those of the bus where nothing is said. */
  maximumRetries?: number;
  maximumAgeSeconds?: number;
  /** Id of the queue that takes what cannot be delivered; dropped where nothing is said. */
  deadLetter?: string;
}

/** A rule of an event bus: which events it takes, or when it fires, and who gets a copy. */
export interface BusRule {
  /** No two rules of a bus have the same. */
  name: string;
  /** An event pattern, as of Amazon EventBridge. */
  pattern?: JsonObject;
  /** `rate(…)` or `cron(…)`. */
  schedule?: string;
  /** True where nothing is said. */
  enabled?: boolean;
  targets: readonly BusTarget[];
}

export interface BusArchive {
  /** Everything where nothing is said. */
  pattern?: JsonObject;
  /** 0 is for ever. */
  retentionSeconds: number;
}

/** What came between two times, the second not included, comes once more. All in seconds of the run. */
export interface BusReplay {
  atSeconds: number;
  fromSeconds: number;
  toSeconds: number;
  /** Name of the only rule that gets it; all of them where nothing is said. */
  rule?: string;
}

/** Somebody whom a bucket tells of new objects. */
export interface BucketNotification {
  /** Id of a standard queue, a topic, a function or a bus; a link must lead there. */
  to: string;
  /** Told of these; of all where nothing is said. */
  objects?: readonly StoredObject[];
}

/** Somebody who gets a copy of what is published to a topic. */
export interface TopicSubscription {
  /** Id of a standard queue, a function, or who answers HTTP; a link must lead there. */
  to: string;
  /** Only what tells of one of these events, and is about one of these objects; anything where nothing is said. */
  events?: readonly Exclude<EventType, 'none'>[];
  objects?: readonly StoredObject[];
  /** Id of the queue that takes what cannot be delivered; dropped where nothing is said. */
  deadLetterQueue?: string;
}

/** A published version, and how it differs from what the program says. It never changes. */
export interface FunctionVersion {
  /** From 1. */
  version: number;
  /** Share of the stretches of work that end in an error; 0 where nothing is said. */
  errorShare?: number;
  /** How many times as much computing its work takes, and its own start; 1 where nothing is said. */
  workFactor?: number;
  initFactor?: number;
  /** The memory that it was published with; as set for the function where nothing is said. */
  memoryMegabytes?: number;
}

/** Where an event is told of that was handed to a function, once it was done or given up. Links must lead there. */
export interface Destinations {
  /** Id of a queue, topic, function or bus; it is told how the run came out. */
  onSuccess?: string;
  /** As what it is told; as the event that it was where nothing is said. */
  successEvent?: Exclude<EventType, 'none'>;
  /** As above, or a bucket. */
  onFailure?: string;
  /** As what it is told; as `upload-failed` where nothing is said. */
  failureEvent?: Exclude<EventType, 'none'>;
  /** Id of a queue or topic that gets the event itself. */
  deadLetter?: string;
}

/** A queue or stream that a function is fed from. A link must lead there. */
export interface EventSourceMapping {
  from: string;
  /** Messages or records in one run, at most: 10 of a queue and 100 of a stream where nothing is said. */
  batchSize?: number;
  /** How long a batch that is not full waits for more, s; 0 where nothing is said. */
  windowSeconds?: number;
  /** Whether the function names what failed, so that only that is done again. */
  reportFailures?: boolean;
  /** Stream: whether a batch that failed is split in two. */
  bisect?: boolean;
  /** Stream: how often a batch is tried again, and how old its records may get, s; -1, no limit, where nothing is said. */
  maximumRetries?: number;
  maximumAgeSeconds?: number;
  /** Stream: id of who is told of records that were given up: a queue, topic or bucket. */
  onFailure?: string;
  /** Stream: batches of one shard at once; 1 where nothing is said. */
  parallelisation?: number;
  /** Queue: batches at once, at first (5 where nothing is said) and at most (1,250). */
  pollers?: number;
  maximumConcurrency?: number;
}

/** Values that are more than a number or a word. */
export interface Shapes {
  distribution: Distribution;
  seconds: readonly number[];
  recording: Recording | null;
  steps: readonly StepProgram[];
  scaling: readonly ScalingPolicy[];
  component: string | null;
  components: readonly string[] | null;
  versions: readonly FunctionVersion[];
  destinations: Destinations;
  mappings: readonly EventSourceMapping[];
  rules: readonly BusRule[];
  archive: BusArchive | null;
  replays: readonly BusReplay[];
  /** A date and time in UTC, such as `2030-01-07T08:00:00Z`. */
  instant: string;
  notifications: readonly BucketNotification[];
  subscriptions: readonly TopicSubscription[];
}

export type Parameter =
  | NumberParameter
  | ChoiceParameter<string>
  | { [S in keyof Shapes]: ShapedParameter<S> }[keyof Shapes];

/** The parameters of a kind, by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<D> = D extends NumberParameter
  ? number
  : D extends ChoiceParameter<infer T>
    ? T
    : D extends ShapedParameter<infer S>
      ? Shapes[S]
      : never;

/** The values that a component of this kind runs with. */
export type Values<D extends Parameters> = { [name in keyof D]: ValueOf<D[name]> };
