/**
 * The trace of one upload as a waterfall: what it went through, a row for each request, each run and each call, those of a
 * run below it, tries one below another. A row is made of stretches of time that follow one another.
 */
import type { SimTime } from '../engine/time.ts';
import { REASON } from '../models/reasons.ts';
import {
  type EnvironmentStart,
  type FunctionRun,
  type FunctionRuns,
  NOT_YET,
  type TracedRequest,
  waitInVain,
} from './function-runs.ts';

/**
 * - `request` on its way, and waiting for the answer,
 * - `queue` in the internal queue of a function, or until it is tried again,
 * - `fetch` the package, and the network interface; `init` the start; `again` a start that the environment still owed,
 * - `run` the program; `in-vain` it waits for somebody whom it cannot reach.
 */
export const stretchKinds = ['request', 'queue', 'fetch', 'init', 'again', 'run', 'in-vain'] as const;
export type StretchKind = (typeof stretchKinds)[number];

export interface Stretch {
  kind: StretchKind;
  from: SimTime;
  to: SimTime;
  /** It is not over at the moment that is shown. */
  isOpen: boolean;
}

export interface TraceRow {
  /** Unique in its trace. */
  key: string;
  /** How deep it stands below what caused it, from 0. */
  depth: number;
  kind: 'request' | 'run';
  /** Who works; of a request who is asked. */
  component: number;
  /** Who asks; -1 of a run. */
  from: number;
  /** Code of `OPERATION`; -1 of a run. */
  operation: number;
  /** The run, by its place in the list; -1 of a request. */
  run: number;
  /** From 1. */
  attempt: number;
  /** How often it was throttled before it was run. */
  throttled: number;
  stretches: readonly Stretch[];
  /** Code of why it failed, once it has. */
  reason: number;
}

export interface Waterfall {
  upload: number;
  from: SimTime;
  /** When the last of it is over that has happened; later than `from`. */
  to: SimTime;
  rows: readonly TraceRow[];
}

interface Branch {
  row: TraceRow;
  from: SimTime;
  children: Branch[];
}

/** The waterfall of an upload as it is known at `until`; null if nothing was asked for it by then. */
export function waterfallOf(
  { runs, starts, requests }: FunctionRuns,
  upload: number,
  until: SimTime = Number.POSITIVE_INFINITY,
): Waterfall | null {
  const own = requests.filter((each) => each.upload === upload && each.sentAt <= until);
  const ownRuns = runs.filter((run) => run.since <= until && (run.upload === upload || run.uploads.includes(upload)));
  const branchOfRequest = new Map<TracedRequest, Branch>();
  const branchOfRun = new Map<number, Branch>();
  for (const request of own) branchOfRequest.set(request, branch(requestRow(request, until), request.sentAt));
  for (const run of ownRuns) {
    branchOfRun.set(run.number, branch(runRow(run, starts[run.start], requests, until), run.since));
  }
  const roots: Branch[] = [];
  for (const [request, each] of branchOfRequest) {
    const sender = request.run < 0 ? undefined : branchOfRun.get(request.run);
    const before = sender === undefined ? lastThatCameTo(request.from, request.sentAt, own, request) : undefined;
    const parent = sender ?? (before && branchOfRequest.get(before));
    (parent?.children ?? roots).push(each);
  }
  for (const run of ownRuns) {
    const cause = causeOf(run, own);
    const parent = cause && branchOfRequest.get(cause);
    (parent?.children ?? roots).push(branchOfRun.get(run.number) as Branch);
  }
  const rows: TraceRow[] = [];
  lay(roots, 0, rows);
  const stretches = rows.flatMap((row) => row.stretches);
  if (stretches.length === 0) return null;
  const from = Math.min(...stretches.map((each) => each.from));
  return { upload, from, to: Math.max(from + 1, ...stretches.map((each) => each.to)), rows };
}

function branch(row: TraceRow, from: SimTime): Branch {
  return { row, from, children: [] };
}

/** Puts branches one below another, each with its own below it. */
function lay(branches: Branch[], depth: number, rows: TraceRow[]): void {
  for (const { row, children } of branches.toSorted((a, b) => a.from - b.from)) {
    rows.push({ ...row, depth });
    lay(children, depth + 1, rows);
  }
}

/** What of the upload came to a component last before something was sent from there. */
function lastThatCameTo(
  component: number,
  at: SimTime,
  requests: readonly TracedRequest[],
  except: TracedRequest,
): TracedRequest | undefined {
  return requests.findLast((each) => each !== except && each.to === component && each.arrivesAt <= at);
}

/** The request that a run is for; of a batch what came last to where it was fetched from is not known, so the last of all. */
function causeOf(run: FunctionRun, requests: readonly TracedRequest[]): TracedRequest | undefined {
  if (run.how !== 'batch') return requests.find(({ message }) => message === run.subject);
  return requests.findLast(({ arrivesAt }) => arrivesAt <= run.since);
}

function requestRow(request: TracedRequest, until: SimTime): TraceRow {
  const { message, from, to, operation, attempt, sentAt, answeredAt, reason } = request;
  const isOver = answeredAt !== NOT_YET && answeredAt <= until;
  return {
    key: `request ${message}`,
    depth: 0,
    kind: 'request',
    component: to,
    from,
    operation,
    run: -1,
    attempt: attempt + 1,
    throttled: 0,
    stretches: clipped([['request', sentAt, answeredAt]], until),
    reason: isOver ? reason : REASON.none,
  };
}

function runRow(
  run: FunctionRun,
  start: EnvironmentStart | undefined,
  requests: readonly TracedRequest[],
  until: SimTime,
): TraceRow {
  const { number, component, attempt, throttled, endedAt, reason } = run;
  const last = run.failures.findLast(({ at }) => at <= until);
  return {
    key: `run ${number}`,
    depth: 0,
    kind: 'run',
    component,
    from: -1,
    operation: -1,
    run: number,
    attempt,
    throttled: throttled.filter(({ at }) => at <= until).length,
    stretches: clipped(stretchesOf(run, start, requests), until),
    reason: endedAt === NOT_YET || endedAt > until ? REASON.none : (last?.reason ?? reason),
  };
}

type Plain = readonly [kind: StretchKind, from: SimTime, to: SimTime];

/** What a run is made of, to its end; where that is not known, to `NOT_YET`. */
function stretchesOf(
  run: FunctionRun,
  start: EnvironmentStart | undefined,
  requests: readonly TracedRequest[],
): Plain[] {
  const { since, beganAt, endedAt, startBilled } = run;
  const stretches: Plain[] = [];
  if (start !== undefined) {
    stretches.push(['queue', since, start.launchedAt], ['fetch', start.launchedAt, start.runningAt]);
    if (start.runningAt === NOT_YET) return stretches;
    stretches.push(['init', start.runningAt, start.readyAt]);
    // A start that took too long is done again before the work.
    if (beganAt !== NOT_YET) stretches.push(['again', start.readyAt, beganAt]);
  } else if (beganAt === NOT_YET) {
    return [['queue', since, endedAt]];
  } else {
    const owed = Math.max(since, beganAt - startBilled);
    stretches.push(['queue', since, owed], ['again', owed, beganAt]);
  }
  if (beganAt === NOT_YET) return stretches;
  const vain = waitInVain(run, requests);
  if (vain === null) stretches.push(['run', beganAt, endedAt]);
  else stretches.push(['run', beganAt, vain.from], ['in-vain', vain.from, vain.to]);
  return stretches;
}

/** What of the stretches has happened at `until`; those of no length are left out. */
function clipped(stretches: readonly Plain[], until: SimTime): Stretch[] {
  return stretches.flatMap(([kind, from, end]) => {
    const isOpen = end === NOT_YET || end > until;
    const to = isOpen ? until : end;
    if (from > until || to < from || (to === from && !isOpen)) return [];
    return [{ kind, from, to: Number.isFinite(to) ? to : from, isOpen }];
  });
}
