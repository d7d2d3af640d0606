/**
 * The runs of functions, and the requests that one upload causes, read off the facts: who asked for each run and when, how
 * long it waited, how its environment started, what it did, whom it called, and how it ended. What the log and the
 * waterfall of a trace are made of.
 *
 * A run says which event it is for. Who else asked for one can be told: whatever is asked is run, given an environment that
 * starts, or throttled at the very moment it is due, and an environment that starts is for whoever was due then. Where a
 * start that an environment owed comes first, the oldest that waits for the same upload is taken.
 */
import type { SimTime } from '../engine/time.ts';
import type { TraceColumns } from '../engine/trace.ts';
import { FACT, OPERATION } from '../models/facts.ts';
import { serverlessFunctionParameters } from '../models/function/params.ts';
import { REASON } from '../models/reasons.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';

/** Instead of a time: it has not come. */
export const NOT_YET = -1;

/** A message that waits for an answer, or is handed on: from one component to another, for an upload. Those of none are left out. */
export interface TracedRequest {
  message: number;
  upload: number;
  from: number;
  to: number;
  operation: number;
  /** How often the same was tried before, from 0. */
  attempt: number;
  sentAt: SimTime;
  arrivesAt: SimTime;
  /** When the answer is back, or nobody waits for it any more; `NOT_YET` before, and for what is handed on. */
  answeredAt: SimTime;
  /** Code of why it failed. */
  reason: number;
  /** The run that sent it, by its place in the list; -1 if no function did. */
  run: number;
}

/** A stretch of the program's work. */
export interface RunStep {
  /** Code of `STEP`. */
  task: number;
  from: SimTime;
  /** `NOT_YET` if it did not come to its end. */
  to: SimTime;
}

/** A failure of the program: of the run, or of one entry of its batch. */
export interface RunFailure {
  at: SimTime;
  reason: number;
}

/** An environment, and how it started. */
export interface EnvironmentStart {
  component: number;
  environment: number;
  /** 1 if it is started ahead, for nobody yet. */
  isAhead: number;
  /** Of its version, where that was published with its own; else of the function as it was then, MB. */
  memoryMegabytes: number;
  launchedAt: SimTime;
  /** From here on the start is billed: package and network interface are there. */
  runningAt: SimTime;
  readyAt: SimTime;
  /** `NOT_YET` as long as the environment is there. */
  goneAt: SimTime;
  /** The run that it was started for, by its place in the list; -1 for none. */
  run: number;
}

/** What was asked for once, or what is tried again: a caller that waits, an event that was handed over, or a batch. */
export interface FunctionRun {
  /** Its place in the list. */
  number: number;
  component: number;
  /** -1 if it is about none, or about several. */
  upload: number;
  /** Uploads that it worked on, one after another. */
  uploads: number[];
  how: 'caller' | 'event' | 'batch';
  /** Message that asked for it, or brought the event; of a batch its number. */
  subject: number;
  /** From 1. */
  attempt: number;
  /** Since when it waits: for the first try since it was asked for, for others since the one before failed. */
  since: SimTime;
  /** When it is tried, at the earliest. */
  due: SimTime;
  /** When it was throttled, and for what reason. */
  throttled: RunFailure[];
  /** -1 before it has one. */
  environment: number;
  /** Its environment is started for it: the place in the list of starts; -1 if it is warm. */
  start: number;
  /** Of its environment, MB; 0 before it has one. */
  memoryMegabytes: number;
  beganAt: SimTime;
  endedAt: SimTime;
  /** Code of how it ended; and what failed in it, which says more. */
  reason: number;
  failures: RunFailure[];
  steps: RunStep[];
  /** Messages that it sent, by their place in the list of requests. */
  calls: number[];
  billed: SimTime;
  /** Of that, the start of its environment. */
  startBilled: SimTime;
  version: number;
}

const SENT = FACT['message.sent'];
const TIMED_OUT = FACT['request.timed-out'];
const REFUSED = FACT['request.refused'];
const LAUNCHED = FACT['instance.launched'];
const RUNNING = FACT['instance.running'];
const IN_SERVICE = FACT['instance.in-service'];
const GONE = FACT['instance.gone'];
const JOB_BEGAN = FACT['job.began'];
const JOB_FAILED = FACT['job.failed'];
const STEP_BEGAN = FACT['step.began'];
const STEP_FINISHED = FACT['step.finished'];
const QUEUED = FACT['invocation.queued'];
const THROTTLED = FACT['invocation.throttled'];
const RETRIED = FACT['invocation.retried'];
const DROPPED = FACT['invocation.dropped'];
const FINISHED = FACT['invocation.finished'];
const BATCH_BEGAN = FACT['batch.began'];
const SET = FACT['parameter.set'];

/** Place of the memory among the parameters of a function. */
const MEMORY = Object.keys(serverlessFunctionParameters).indexOf('memoryMegabytes');

/** `instance.launched`, column c: the environment is one of those that are kept ready. */
const LAUNCHED_AHEAD = 3;

/** Operations by which nothing of an upload goes anywhere: questions, and the housekeeping of pollers. */
const silent: ReadonlySet<number> = new Set([
  OPERATION.receive,
  OPERATION.fetch,
  OPERATION.delete,
  OPERATION.extend,
  OPERATION.check,
]);

/** Room for numbers of environments in a key with the component. */
const COMPONENTS = 65_536;

export class FunctionRuns {
  /** In the order in which they were asked for. */
  readonly runs: FunctionRun[] = [];
  readonly starts: EnvironmentStart[] = [];
  readonly requests: TracedRequest[] = [];
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];
  /** By component: the memory that its next environments get, MB. */
  readonly #memory: number[];
  #read = 0;
  /** Runs that have not begun, by component; oldest first. */
  readonly #asked = new Map<number, FunctionRun[]>();
  /** By environment: the run that it is at, or is started for; and how it started. */
  readonly #runIn = new Map<number, FunctionRun>();
  readonly #startOf = new Map<number, EnvironmentStart>();
  readonly #requestOf = new Map<number, TracedRequest>();
  /** By upload and component: the last run there. */
  readonly #lastRun = new Map<string, FunctionRun>();

  constructor(nodes: readonly WorldNode[], links: readonly WorldLink[]) {
    this.#nodes = nodes;
    this.#links = links;
    this.#memory = nodes.map(({ params }) => Number(params['memoryMegabytes'] ?? 0));
  }

  /** Reads on, from where it stopped, up to the end of the facts. They must be those of the same run as before. */
  read(facts: TraceColumns): void {
    for (; this.#read < facts.length; this.#read += 1) this.#tell(facts, this.#read);
  }

  #tell(facts: TraceColumns, row: number): void {
    const kind = facts.kind[row] as number;
    if (kind === SENT) {
      this.#sent(facts, row);
      return;
    }
    const at = facts.at[row] as number;
    const subject = facts.subject[row] as number;
    if (kind === TIMED_OUT) {
      this.#answered(subject, at, REASON['timed-out']);
      return;
    }
    const component = facts.component[row] as number;
    if (this.#nodes[component]?.kind !== 'function') return;
    const upload = facts.upload[row] as number;
    const a = facts.a[row] as number;
    const b = facts.b[row] as number;
    const c = facts.c[row] as number;
    const environment = subject * COMPONENTS + component;
    switch (kind) {
      case QUEUED:
        this.#ask(component, upload, 'event', subject, 1, at, at);
        return;
      case RETRIED:
        this.#ask(component, upload, 'event', subject, a + 1, at, b);
        return;
      case BATCH_BEGAN:
        this.#ask(component, upload, 'batch', subject, 1, at, at);
        return;
      case THROTTLED:
        this.#throttled(component, subject, at, b, c);
        return;
      case DROPPED:
        this.#dropped(component, subject, at, c);
        return;
      case REFUSED: {
        const refused = this.#take(component, (run) => run.how === 'caller' && run.subject === subject);
        if (refused !== undefined) endRun(refused, at, c);
        return;
      }
      case LAUNCHED:
        this.#launched(component, subject, environment, at, a, b, c === LAUNCHED_AHEAD);
        return;
      case SET:
        if (c === MEMORY) this.#memory[component] = a;
        return;
      case RUNNING: {
        const start = this.#startOf.get(environment);
        if (start !== undefined) start.runningAt = at;
        return;
      }
      case IN_SERVICE: {
        const start = this.#startOf.get(environment);
        if (start !== undefined) start.readyAt = at;
        return;
      }
      case GONE: {
        const start = this.#startOf.get(environment);
        if (start !== undefined) start.goneAt = at;
        this.#startOf.delete(environment);
        return;
      }
      default:
        this.#tellRun(kind, component, environment, at, upload, subject, a, b, c);
    }
  }

  #tellRun(
    kind: number,
    component: number,
    key: number,
    at: SimTime,
    upload: number,
    environment: number,
    a: number,
    b: number,
    c: number,
  ): void {
    if (kind === JOB_BEGAN) {
      this.#began(component, key, environment, at, upload, a - 1);
      return;
    }
    const run = this.#runIn.get(key);
    if (run === undefined) return;
    if (kind === STEP_BEGAN) run.steps.push({ task: c & 255, from: at, to: NOT_YET });
    else if (kind === STEP_FINISHED) {
      const step = run.steps.at(-1);
      if (step !== undefined) step.to = at;
    } else if (kind === JOB_FAILED) run.failures.push({ at, reason: c });
    else if (kind === FINISHED) {
      run.billed = a;
      run.startBilled = b;
      run.version = (c >> 8) & 65_535;
      endRun(run, at, c & 255);
      this.#runIn.delete(key);
    }
  }

  // What is asked

  #ask(
    component: number,
    upload: number,
    how: FunctionRun['how'],
    subject: number,
    attempt: number,
    since: SimTime,
    due: SimTime,
  ): void {
    const run: FunctionRun = {
      number: this.runs.length,
      component,
      upload,
      uploads: [],
      how,
      subject,
      attempt,
      since,
      due,
      throttled: [],
      environment: -1,
      start: -1,
      memoryMegabytes: 0,
      beganAt: NOT_YET,
      endedAt: NOT_YET,
      reason: REASON.none,
      failures: [],
      steps: [],
      calls: [],
      billed: 0,
      startBilled: 0,
      version: 0,
    };
    this.runs.push(run);
    const asked = this.#asked.get(component);
    if (asked === undefined) this.#asked.set(component, [run]);
    else asked.push(run);
  }

  /** The first of those who wait at a component that is meant, who waits no longer. */
  #take(component: number, isMeant: (run: FunctionRun) => boolean): FunctionRun | undefined {
    const asked = this.#asked.get(component) ?? [];
    const place = asked.findIndex(isMeant);
    return place < 0 ? undefined : asked.splice(place, 1)[0];
  }

  #throttled(component: number, message: number, at: SimTime, nextAt: SimTime, reason: number): void {
    const isMeant = (run: FunctionRun): boolean =>
      run.due === at && (message < 0 ? run.how === 'batch' : run.how !== 'batch' && run.subject === message);
    const asked = this.#asked.get(component) ?? [];
    const run = asked.find(isMeant);
    if (run === undefined) return;
    run.throttled.push({ at, reason });
    if (nextAt > 0) {
      run.due = nextAt;
      return;
    }
    asked.splice(asked.indexOf(run), 1);
    endRun(run, at, reason);
  }

  /** An event was given up while it waited; one that has just failed was told of before. */
  #dropped(component: number, message: number, at: SimTime, reason: number): void {
    const run = this.#take(component, (each) => each.how === 'event' && each.subject === message && each.due <= at);
    if (run !== undefined) endRun(run, at, reason);
  }

  // Environments

  #launched(
    component: number,
    environment: number,
    key: number,
    at: SimTime,
    readyAt: SimTime,
    ownMegabytes: number,
    isAhead: boolean,
  ): void {
    const run = isAhead ? undefined : this.#take(component, ({ due }) => due === at);
    const start: EnvironmentStart = {
      component,
      environment,
      isAhead: isAhead ? 1 : 0,
      memoryMegabytes: ownMegabytes || (this.#memory[component] as number),
      launchedAt: at,
      runningAt: NOT_YET,
      readyAt,
      goneAt: NOT_YET,
      run: run?.number ?? -1,
    };
    this.#startOf.set(key, start);
    if (run !== undefined) {
      run.environment = environment;
      run.start = this.starts.length;
      this.#runIn.set(key, run);
    }
    this.starts.push(start);
  }

  /** `event` is the message that brought the event that is run; -1 for what is no event. */
  #began(component: number, key: number, environment: number, at: SimTime, upload: number, event: number): void {
    let run = this.#runIn.get(key);
    if (run === undefined) {
      const isMeant = ({ how, subject, upload: of }: FunctionRun): boolean =>
        event >= 0 ? how === 'event' && subject === event : how === 'batch' || (how === 'caller' && of === upload);
      run =
        this.#take(component, (each) => each.due === at && isMeant(each)) ??
        this.#take(component, (each) => each.due <= at && isMeant(each));
      if (run === undefined) return;
      run.environment = environment;
      this.#runIn.set(key, run);
    }
    if (run.beganAt === NOT_YET) run.beganAt = at;
    run.memoryMegabytes = this.#startOf.get(key)?.memoryMegabytes ?? 0;
    if (upload < 0) return;
    run.uploads.push(upload);
    this.#lastRun.set(`${component} ${upload}`, run);
  }

  // Messages

  #sent(facts: TraceColumns, row: number): void {
    const message = facts.subject[row] as number;
    const arrivesAt = facts.a[row] as number;
    const way = facts.b[row] as number;
    const c = facts.c[row] as number;
    if ((way & 1) === 1) {
      this.#answered(message, arrivesAt, (c >> 8) & 255);
      return;
    }
    const upload = facts.upload[row] as number;
    const operation = c & 255;
    if (silent.has(operation)) return;
    const { from, to } = this.#links[way >> 1] as WorldLink;
    if (this.#nodes[to]?.kind === 'function' && operation === OPERATION.upload) {
      this.#ask(to, upload, 'caller', message, 1, arrivesAt, arrivesAt);
    }
    if (upload < 0) return;
    const run = this.#senderOf(from, upload);
    const request: TracedRequest = {
      message,
      upload,
      from,
      to,
      operation,
      attempt: c >> 16,
      sentAt: facts.at[row] as number,
      arrivesAt,
      answeredAt: operation === OPERATION['hand-on'] ? arrivesAt : NOT_YET,
      reason: REASON.none,
      run: run?.number ?? -1,
    };
    run?.calls.push(this.requests.length);
    this.requests.push(request);
    this.#requestOf.set(message, request);
  }

  #answered(message: number, at: SimTime, reason: number): void {
    const request = this.#requestOf.get(message);
    if (request === undefined) return;
    this.#requestOf.delete(message);
    request.answeredAt = at;
    request.reason = reason;
  }

  /** The run of a function that sends something of an upload: the last one there, which may be over (destinations). */
  #senderOf(component: number, upload: number): FunctionRun | undefined {
    return this.#nodes[component]?.kind === 'function' ? this.#lastRun.get(`${component} ${upload}`) : undefined;
  }
}

function endRun(run: FunctionRun, at: SimTime, reason: number): void {
  run.endedAt = at;
  run.reason = reason;
}

/** When a run found nobody, or no way to anybody: from the last thing it did before it waited in vain to its end. */
export function waitInVain(
  run: FunctionRun,
  requests: readonly TracedRequest[],
): { from: SimTime; to: SimTime; reason: number } | null {
  const lost = run.failures.find(({ reason }) => reason === REASON['no-way-out'] || reason === REASON['no-way-in']);
  if (lost === undefined || run.beganAt === NOT_YET) return null;
  const did = [
    run.beganAt,
    ...run.steps.map(({ to }) => to),
    ...run.calls.map((place) => (requests[place] as TracedRequest).answeredAt),
  ];
  return { from: Math.max(...did.filter((at) => at <= lost.at)), to: lost.at, reason: lost.reason };
}

/** Whether an environment was started for a run, or had to start once more before it could work. */
export function isCold({ start, startBilled }: FunctionRun): boolean {
  return start >= 0 || startBilled > 0;
}
