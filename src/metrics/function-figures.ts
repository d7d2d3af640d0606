/** What one function did: invocations and how they ended, environments and their starts, what it was billed for. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { changeLevel, type Level, level, setLevel } from './level.ts';
import { NO_WAIT } from './line.ts';
import { byReason, countReason, countsByReason } from './outcomes.ts';
import type { Requests, TrafficReport } from './requests.ts';
import { type CountsByReason, type OverTime, overTime, type TimesSeconds, timesOf } from './summaries.ts';

/** Plain data. */
interface FunctionState {
  invocations: number;
  coldStarts: number;
  errors: number;
  errorsBy: number[];
  throttled: number;
  throttledBy: number[];
  queued: number;
  retried: number;
  dropped: number;
  droppedBy: number[];
  batches: number;
  batchesFailed: number;
  batchesBisected: number;
  billedMicroseconds: number;
  startMicroseconds: number;
  /** Environments that start: since when, µs; -1 if they are started ahead, so that no invocation waits for them. */
  launchedAt: Map<number, SimTime>;
  /** Environments with a run that has written its first line; and how many lines were written. */
  logging: Set<number>;
  logLines: number;
  environments: Level;
  starting: Level;
  /** Environments in which something runs. */
  busy: Level;
  /** Those and the ones that start because an invocation waits for them: what is called concurrency. */
  atWork: Level;
  /** Events that wait in the internal queue, by the number of their message: upload; and how many they are. */
  events: Map<number, number>;
  waiting: Level;
}

export interface FunctionReport {
  /**
   * Counted in requests: invocations that were asked for, and events that were handed over. What the function fetches
   * from a queue or a stream by itself is no request; see `batches`.
   */
  traffic: TrafficReport;
  /** Runs that ended, however they were caused; an event that is tried three times is three, a batch is one. */
  invocations: number;
  coldStarts: number;
  /** Runs that ended in an error, the code's own or a time-out. */
  errors: number;
  errorsByReason: CountsByReason;
  throttles: number;
  throttlesByReason: CountsByReason;
  /** Events taken over to be worked on later, tried again, and given up or put aside. */
  eventsQueued: number;
  eventsRetried: number;
  eventsDropped: number;
  eventsDroppedByReason: CountsByReason;
  eventsWaiting: OverTime;
  /** Batches fetched from queues and streams. */
  batches: number;
  batchesFailed: number;
  batchesBisected: number;
  /** Environments at work at the same time. */
  concurrency: OverTime;
  environments: OverTime;
  environmentsStarting: OverTime;
  /** How long the code ran, without the start of its environment. */
  duration: TimesSeconds;
  /** How long starts took that an invocation waited for: what is billed of them. */
  start: TimesSeconds;
  /** How long invocations waited for a new environment: package, network interface and start. */
  untilReady: TimesSeconds;
  /** Lines of its log, as `playback/function-log.ts` writes them; 0 where its role does not allow it to write. */
  logLines: number;
  billedSeconds: number;
  /** Of that, the starts. */
  billedStartSeconds: number;
}

/** Columns of a function's samples: environments now, by what they do; from the start: invocations, cold starts … */
export const functionColumns = [
  'busy',
  'idle',
  'starting',
  'waiting',
  'invocations',
  'coldStarts',
  'throttles',
] as const;

/** `instance.launched`, column c: the environment is one of those that are kept ready. */
const LAUNCHED_AHEAD = 3;

const JOB_BEGAN = FACT['job.began'];
const JOB_FINISHED = FACT['job.finished'];
const STEP_FINISHED = FACT['step.finished'];
const JOB_FAILED = FACT['job.failed'];
const LAUNCHED = FACT['instance.launched'];
const RUNNING = FACT['instance.running'];
const IN_SERVICE = FACT['instance.in-service'];
const GONE = FACT['instance.gone'];
const QUEUED = FACT['invocation.queued'];
const THROTTLED = FACT['invocation.throttled'];
const RETRIED = FACT['invocation.retried'];
const DROPPED = FACT['invocation.dropped'];
const FINISHED = FACT['invocation.finished'];
const BATCH_BEGAN = FACT['batch.began'];
const BATCH_FAILED = FACT['batch.failed'];
const BATCH_BISECTED = FACT['batch.bisected'];

export class FunctionFigures {
  readonly kind = 'function';
  readonly state: FunctionState;
  readonly duration: QuantileSketch;
  readonly start: QuantileSketch;
  readonly untilReady: QuantileSketch;
  readonly #mayLog: boolean;

  constructor({ params }: WorldNode, from?: FunctionFigures) {
    this.#mayLog = params['mayLog'] !== 'no';
    this.state = from ? copyData(from.state) : functionState();
    this.duration = from ? from.duration.copy() : new QuantileSketch();
    this.start = from ? from.start.copy() : new QuantileSketch();
    this.untilReady = from ? from.untilReady.copy() : new QuantileSketch();
  }

  tell(at: SimTime, kind: number, upload: number, subject: number, a: number, b: number, c: number): SimTime {
    const { state } = this;
    if (this.#mayLog) this.#log(kind, subject);
    switch (kind) {
      case JOB_BEGAN:
        if (c === 1) state.coldStarts += 1;
        changeLevel(state.busy, at, 1);
        changeLevel(state.atWork, at, 1);
        if (a > 0) this.#takeEvent(at, a - 1);
        return NO_WAIT;
      case JOB_FINISHED:
      case JOB_FAILED:
        changeLevel(state.busy, at, -1);
        changeLevel(state.atWork, at, -1);
        return NO_WAIT;
      case FINISHED:
        this.#finish(a, b, c & 255);
        return NO_WAIT;
      case LAUNCHED:
        this.#launch(at, subject, c === LAUNCHED_AHEAD ? 1 : 0);
        return NO_WAIT;
      case IN_SERVICE:
        this.#isReady(at, subject);
        this.#hasStarted(at, subject);
        return NO_WAIT;
      case GONE:
        this.#hasStarted(at, subject);
        changeLevel(state.environments, at, -1);
        return NO_WAIT;
      default:
        this.#tellEvents(at, kind, upload, subject, c);
        return NO_WAIT;
    }
  }

  report(at: SimTime, requests: Requests, component: number): FunctionReport {
    const { state } = this;
    return {
      traffic: { ...requests.trafficOf(component), retried: state.retried },
      invocations: state.invocations,
      coldStarts: state.coldStarts,
      errors: state.errors,
      errorsByReason: byReason(state.errorsBy),
      throttles: state.throttled,
      throttlesByReason: byReason(state.throttledBy),
      eventsQueued: state.queued,
      eventsRetried: state.retried,
      eventsDropped: state.dropped,
      eventsDroppedByReason: byReason(state.droppedBy),
      eventsWaiting: overTime(state.waiting, at),
      batches: state.batches,
      batchesFailed: state.batchesFailed,
      batchesBisected: state.batchesBisected,
      concurrency: overTime(state.atWork, at),
      environments: overTime(state.environments, at),
      environmentsStarting: overTime(state.starting, at),
      duration: timesOf(this.duration),
      start: timesOf(this.start),
      untilReady: timesOf(this.untilReady),
      logLines: state.logLines,
      billedSeconds: state.billedMicroseconds / MICROSECONDS_PER_SECOND,
      billedStartSeconds: state.startMicroseconds / MICROSECONDS_PER_SECOND,
    };
  }

  sample(columns: Record<(typeof functionColumns)[number], Float64Array>, row: number): void {
    const { busy, starting, environments, waiting, invocations, coldStarts, throttled } = this.state;
    columns.busy[row] = busy.value;
    columns.starting[row] = starting.value;
    columns.idle[row] = Math.max(0, environments.value - starting.value - busy.value);
    columns.waiting[row] = waiting.value;
    columns.invocations[row] = invocations;
    columns.coldStarts[row] = coldStarts;
    columns.throttles[row] = throttled;
  }

  #finish(billed: SimTime, start: SimTime, reason: number): void {
    const { state } = this;
    state.invocations += 1;
    state.billedMicroseconds += billed;
    state.startMicroseconds += start;
    this.duration.add((billed - start) / MICROSECONDS_PER_SECOND);
    if (start > 0) this.start.add(start / MICROSECONDS_PER_SECOND);
    if (reason === 0) return;
    state.errors += 1;
    countReason(state.errorsBy, reason);
  }

  #launch(at: SimTime, environment: number, isAhead: number): void {
    const { launchedAt, environments, starting, atWork } = this.state;
    launchedAt.set(environment, isAhead === 1 ? -1 : at);
    changeLevel(environments, at, 1);
    changeLevel(starting, at, 1);
    if (isAhead === 0) changeLevel(atWork, at, 1);
  }

  #isReady(at: SimTime, environment: number): void {
    const since = this.state.launchedAt.get(environment) ?? -1;
    if (since >= 0) this.untilReady.add((at - since) / MICROSECONDS_PER_SECOND);
  }

  #hasStarted(at: SimTime, environment: number): void {
    const { launchedAt, starting, atWork } = this.state;
    const since = launchedAt.get(environment);
    if (since === undefined) return;
    launchedAt.delete(environment);
    changeLevel(starting, at, -1);
    if (since >= 0) changeLevel(atWork, at, -1);
  }

  /** As many lines as the log has for this fact. */
  #log(kind: number, environment: number): void {
    const { state } = this;
    if (kind === RUNNING || kind === STEP_FINISHED || kind === JOB_FAILED) state.logLines += 1;
    else if (kind === JOB_BEGAN && !state.logging.has(environment)) {
      state.logging.add(environment);
      state.logLines += 1;
    } else if (kind === FINISHED) {
      state.logging.delete(environment);
      state.logLines += 2;
    }
  }

  /** An event that waited is at work. */
  #takeEvent(at: SimTime, message: number): void {
    const { events } = this.state;
    if (events.delete(message)) setLevel(this.state.waiting, at, events.size);
  }

  #tellEvents(at: SimTime, kind: number, upload: number, message: number, c: number): void {
    const { state } = this;
    switch (kind) {
      case QUEUED:
        state.queued += 1;
        state.events.set(message, upload);
        setLevel(state.waiting, at, state.events.size);
        return;
      case THROTTLED:
        state.throttled += 1;
        countReason(state.throttledBy, c);
        return;
      case RETRIED:
        state.retried += 1;
        state.events.set(message, upload);
        setLevel(state.waiting, at, state.events.size);
        return;
      case DROPPED:
        state.dropped += 1;
        countReason(state.droppedBy, c);
        state.events.delete(message);
        setLevel(state.waiting, at, state.events.size);
        return;
      case BATCH_BEGAN:
        state.batches += 1;
        return;
      case BATCH_FAILED:
        state.batchesFailed += 1;
        return;
      case BATCH_BISECTED:
        state.batchesBisected += 1;
    }
  }
}

function functionState(): FunctionState {
  return {
    invocations: 0,
    coldStarts: 0,
    errors: 0,
    errorsBy: countsByReason(),
    throttled: 0,
    throttledBy: countsByReason(),
    queued: 0,
    retried: 0,
    dropped: 0,
    droppedBy: countsByReason(),
    batches: 0,
    batchesFailed: 0,
    batchesBisected: 0,
    billedMicroseconds: 0,
    startMicroseconds: 0,
    launchedAt: new Map(),
    logging: new Set(),
    logLines: 0,
    environments: level(),
    starting: level(),
    busy: level(),
    atWork: level(),
    events: new Map(),
    waiting: level(),
  };
}
