/** What a function knows: plain data. Places are reused; `life` tells one user of a place from the next. */
import type { SimTime } from '../../engine/time.ts';
import type { BatchEntry } from '../message.ts';
import type { Context, Strike } from '../model.ts';
import type { Values } from '../parameters.ts';
import { type Jobs, noJobs } from '../work/job.ts';
import type { Op } from '../work/program.ts';
import { FIRST_OWN_WAKE } from '../work/walk.ts';
import type { serverlessFunctionParameters } from './params.ts';

/** Wakes of a function, after those of the walk. */
export const WAKE = {
  /** The package is there (place, life). */
  downloaded: FIRST_OWN_WAKE,
  /** The start is over (place, life). */
  initialised: FIRST_OWN_WAKE + 1,
  /** A run has paid for the start that an environment still owed (place, number of the run). */
  restarted: FIRST_OWN_WAKE + 2,
  /** Time-out of a run, or end of the idle time: whichever the environment waits for (place, life). */
  due: FIRST_OWN_WAKE + 3,
  /** An event may be tried again (event, how often it was tried). */
  eventDue: FIRST_OWN_WAKE + 4,
  /** A poller has paused (poller, life). */
  poll: FIRST_OWN_WAKE + 5,
  /** The window of a batch is over (poller, life). */
  windowOver: FIRST_OWN_WAKE + 6,
  /** More pollers, if they are all at work (mapping). */
  grow: FIRST_OWN_WAKE + 7,
  /** A reader of a shard looks again (reader). */
  fetch: FIRST_OWN_WAKE + 8,
  /** The next batch of a lane of a shard may run (lane, life). */
  lane: FIRST_OWN_WAKE + 9,
  /** A call that finds no way has waited long enough (job, its life). */
  noWayOut: FIRST_OWN_WAKE + 10,
  /** Everybody has begun: the shards of a stream can be counted (mapping). */
  readShards: FIRST_OWN_WAKE + 11,
} as const;

/** What a run is for: a caller that waits (message), an event (its number) or a batch (its number). */
export const SOURCE = { caller: 0, event: 1, batch: 2 } as const;

/** `downloading` is not billed; `starting` is; `busy` has a run; `idle` is warm. */
export type EnvironmentPhase = 'downloading' | 'starting' | 'busy' | 'idle' | 'gone';

export interface Environment {
  /** Where it stands in the list. */
  place: number;
  /** Number of the instance in the facts; never used again. */
  id: number;
  life: number;
  phase: EnvironmentPhase;
  version: number;
  /** 1 if it is one of those that are kept ready for the alias. */
  isProvisioned: number;
  /** Configuration it was started with; one of an older configuration takes no more work. */
  configuration: number;
  /** 1 if its next run has to pay for a start: its last was cut off, or it crashed. */
  owesStart: number;
  /** How long its start takes, µs. */
  startTakes: SimTime;
  /** 1 if its start comes to an end in an error. */
  isBad: number;
  /** Pieces of work since it started: requests, events and entries of batches. */
  pieces: number;
  idleLifetime: SimTime;
  recycleAt: SimTime;
  /** What it waits for next, µs, and when the wake that looks after it comes; -1 if none is planned. */
  due: SimTime;
  wakesAt: SimTime;
  /** Counts the runs, those of earlier users of the place included. */
  run: number;
  /** What the present run is for: a code of `SOURCE` and a number; and whom it is about. */
  source: number;
  subject: number;
  upload: number;
  /** 1 if the present run is the one that it was started for. */
  isCold: number;
  /** From when on the present run is billed, and how much of the bill is for the start, µs. */
  billedFrom: SimTime;
  startBilled: SimTime;
  /** Job of the present run; -1 between two entries of a batch and while a start is paid for. */
  job: number;
  /** Whether a job ends while it is being begun: 0 no job is, 1 one is, 2 it has. */
  beginning: number;
  /** Why the last job failed; 0 if it did not. */
  reason: number;
}

/** An event that was taken over and has not been run yet, or not with success; or a record that was given up. */
export interface HeldEvent {
  number: number;
  /** Message that brought it; -1 for a record of a stream. */
  message: number;
  upload: number;
  object: number;
  event: number;
  content: number;
  acceptedAt: SimTime;
  phase: 'waiting' | 'running' | 'delivering';
  /** Runs that failed; and how often in a row it was throttled. */
  failures: number;
  throttles: number;
  /** Tries of any kind: tells wakes of now from those of before. */
  tries: number;
  /** Why it was given up; none if it was a success that is told. */
  reason: number;
  /** Answers awaited from where it is delivered; whether one of those places keeps dead letters. */
  deliveries: number;
  isDeadLetter: number;
}

/** Several messages of a queue, or records of a shard, that one environment works on, one after another. */
export interface Batch {
  number: number;
  mapping: number;
  /** Poller of a queue or lane of a shard, by the kind of the mapping. */
  owner: number;
  entries: readonly BatchEntry[];
  /** 1 if the entries are kept here; those of a shard are kept by its lane. */
  keepsEntries: number;
  /** Why each entry failed; 0 if it did not. */
  reasons: number[];
  /** Entry that is being worked on. */
  at: number;
}

/** One of those who ask a queue for messages and have one batch at a time run. */
export interface Poller {
  index: number;
  mapping: number;
  phase: 'gone' | 'polling' | 'pausing' | 'running';
  /** Changes with every batch: tells wakes of now from those of before. */
  life: number;
  /** Poll that waits for its answer, by place in the message pool; -1 for none. */
  poll: number;
  /** What it has so far of a batch. */
  entries: BatchEntry[];
  closesAt: SimTime;
}

/** Who reads one shard of a stream. */
export interface Reader {
  index: number;
  mapping: number;
  shard: number;
  /** First sequence number that it has not done with; -1 before the first. */
  next: number;
  /** That of what is after the records at work. */
  after: number;
  /** When the window of the records that wait closes; -1 while none wait. */
  closesAt: SimTime;
  /** As the stream says: how many different keys its records have; 0 for one for each upload. */
  keys: number;
  /** Lanes that are not done with their part. */
  lanesAtWork: number;
}

/** One of the parallel ways through a shard. What is still to be done there, in batches. */
export interface Lane {
  index: number;
  reader: number;
  life: number;
  pieces: { entries: readonly BatchEntry[]; failures: number }[];
  /** 1 if what it has may have expired in the meantime: it looks at the stream before it tries again. */
  looksFirst: number;
  /** Next pause after a failure, µs. */
  pause: SimTime;
}

export interface FunctionState {
  /** By place; those that are gone stay until the place is used again. */
  environments: Environment[];
  freePlaces: number[];
  nextEnvironment: number;
  /** Idle ones by version, the one used last at the end: of those kept for the alias, and of all others. */
  provisionedIdle: Map<number, number[]>;
  idle: Map<number, number[]>;
  /** On demand: environments that start for a run or have one. */
  atWork: number;
  /** Environments that are kept for the alias, or are being started for it. */
  provisioned: number;
  /** Starts and requests that are free at the moment, and since when that is counted. */
  starts: number;
  startsAt: SimTime;
  requests: number;
  requestsAt: SimTime;
  /** As set: others of the account have to know. */
  reserved: number;
  configuration: number;
  jobs: Jobs;
  events: Map<number, HeldEvent>;
  nextEvent: number;
  /** Events that wait to be run. */
  waiting: number;
  batches: Map<number, Batch>;
  nextBatch: number;
  pollers: Poller[];
  readers: Reader[];
  lanes: Lane[];
  /** By mapping: whether more pollers are planned. */
  isGrowing: number[];
  /** Faults that last. */
  strikes: Strike[];
}

export interface VersionTraits {
  errorShare: number;
  workFactor: number;
  initFactor: number;
  /** What it was published with, MB; 0 where that is as set for the function. */
  memoryMegabytes: number;
}

export interface PreparedMapping {
  isStream: boolean;
  /** Whether the role allows to fetch. */
  isAllowed: boolean;
  from: string;
  link: number;
  batchSize: number;
  window: SimTime;
  reportsFailures: boolean;
  bisects: boolean;
  /** -1 for no limit. */
  maximumRetries: number;
  maximumAge: SimTime;
  firstPollers: number;
  mostPollers: number;
  lanesPerShard: number;
  /** Place in the list of targets; -1 for none. */
  onFailure: number;
}

/** Where events are delivered that succeeded or were given up. */
export interface PreparedTarget {
  link: number;
  operation: number;
  isAllowed: boolean;
  /** Whether what arrives there stays there as a dead letter. */
  keepsDeadLetters: boolean;
  /** Code of the event that it is told as; 0 for the one that came. */
  event: number;
  /** Whether it is told how it came out, or gets the event as it was. */
  isTold: boolean;
}

export interface Prepared {
  program: Op[];
  /** By operation of the program: 0, or why its call fails. */
  doors: number[];
  vcpu: number;
  download: SimTime;
  start: (u: number) => number;
  ownStart: (u: number) => number;
  isRestored: boolean;
  perEnvironmentInterface: ((u: number) => number) | null;
  idleLifetime: (u: number) => number;
  versions: Map<number, VersionTraits>;
  /** Numbers of the components that may invoke it; null for all. */
  invokers: ReadonlySet<number> | null;
  mappings: PreparedMapping[];
  targets: PreparedTarget[];
  /** Places in `targets`. */
  onSuccess: number[];
  onFailure: number[];
  /** Ids of the other functions of the account. */
  others: string[];
  /** Step whose work fails on poison. */
  poisonStep: number;
  streams: {
    download: number;
    start: number;
    ownStart: number;
    idle: number;
    version: number;
    errors: number;
    duplicates: number;
    badStarts: number;
  };
}

export type FunctionContext = Context<Values<typeof serverlessFunctionParameters>, Prepared>;

export function noEnvironments(startsFree: number, requestsFree: number, reserved: number): FunctionState {
  return {
    environments: [],
    freePlaces: [],
    nextEnvironment: 0,
    provisionedIdle: new Map(),
    idle: new Map(),
    atWork: 0,
    provisioned: 0,
    starts: startsFree,
    startsAt: 0,
    requests: requestsFree,
    requestsAt: 0,
    reserved,
    configuration: 0,
    jobs: noJobs(),
    events: new Map(),
    nextEvent: 0,
    waiting: 0,
    batches: new Map(),
    nextBatch: 0,
    pollers: [],
    readers: [],
    lanes: [],
    isGrowing: [],
    strikes: [],
  };
}

/** A place for a new environment. */
export function takeEnvironment(state: FunctionState): Environment {
  const id = state.nextEnvironment;
  state.nextEnvironment += 1;
  const place = state.freePlaces.pop();
  if (place === undefined) {
    const environment = blankEnvironment(state.environments.length, id);
    state.environments.push(environment);
    return environment;
  }
  const { life, run } = state.environments[place] as Environment;
  const environment = { ...blankEnvironment(place, id), life, run };
  state.environments[place] = environment;
  return environment;
}

function blankEnvironment(place: number, id: number): Environment {
  return {
    place,
    id,
    life: 0,
    phase: 'downloading',
    version: 0,
    isProvisioned: 0,
    configuration: 0,
    owesStart: 0,
    startTakes: 0,
    isBad: 0,
    pieces: 0,
    idleLifetime: 0,
    recycleAt: 0,
    due: 0,
    wakesAt: -1,
    run: 0,
    source: -1,
    subject: -1,
    upload: -1,
    isCold: 0,
    billedFrom: 0,
    startBilled: 0,
    job: -1,
    beginning: 0,
    reason: 0,
  };
}
