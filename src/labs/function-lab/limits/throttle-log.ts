/**
 * What was throttled, and what whoever asked saw of it, by the way in which the function was asked: read off the facts of a
 * run up to a moment. It goes on from where it stood; to an earlier moment, or after facts were taken away, it begins anew.
 */
import type { SimTime } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';
import { REASON, type Reason, reasonOf } from '../../../models/reasons.ts';
import type { Reel } from '../../../playback/reel.ts';

/** Numbers of the components that are looked at. */
export interface Watched {
  /** Who calls and waits, and the function that is called so. */
  callers: number;
  handler: number;
  /** The function that events are handed to, and that is fed from the queue and the stream. */
  eventHandler: number;
  queue: number;
  stream: number;
  neighbour: number;
}

/** The mapping of the queue is the first of the event function, that of the stream the second. */
const QUEUE_MAPPING = 0;

/** Why a function is throttled. */
export const throttleReasons = ['concurrency-limit', 'scaling-rate', 'throttled'] as const satisfies readonly Reason[];
export type ThrottleReason = (typeof throttleReasons)[number];

export interface SyncSeen {
  calls: number;
  /** Told of an error; the longest that one waited for it, µs. */
  errors: number;
  slowestError: SimTime;
}

export interface EventSeen {
  /** Taken over at once, as the caller was told. */
  takenOver: number;
  /** Tries that found no environment; events that did so at least once. */
  tries: number;
  throttled: number;
  waiting: number;
  givenUp: number;
  /** From being taken over to being run, of those that were; µs. */
  longestWait: SimTime;
}

export interface QueueSeen {
  sent: number;
  /** Batches that found no environment. */
  batches: number;
  cameBack: number;
  /** Deleted, because they were worked on. */
  done: number;
  /** Received too often, and put aside. */
  deadLetters: number;
  /** From being handed out to being seen again, µs. */
  longestUntilBack: SimTime;
}

export interface StreamSeen {
  appended: number;
  batches: number;
  /** Records of batches that went well. */
  done: number;
  /** Longest time for which a batch was in the way of all behind it, µs; and since when one is now, -1 if none. */
  longestBlock: SimTime;
  blockedSince: SimTime;
}

type Counts = Record<ThrottleReason, number>;

export class ThrottleLog {
  readonly #watched: Watched;
  #generation = -1;
  #row = 0;
  #t: SimTime = -1;
  sync: SyncSeen = noSync();
  event: EventSeen = noEvents();
  queue: QueueSeen = noQueue();
  stream: StreamSeen = noStream();
  /** By number of the function. */
  reasons = new Map<number, Counts>();
  #sentAt = new Map<number, SimTime>();
  #queuedAt = new Map<number, { at: SimTime; tries: number }>();
  #receivedAt = new Map<number, SimTime>();

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** Takes in all facts up to and with `t`. */
  readUntil(reel: Reel, t: SimTime): void {
    if (reel.generation !== this.#generation || t < this.#t || reel.facts.length < this.#row) this.#beginAnew(reel);
    const { facts } = reel;
    for (; this.#row < facts.length && (facts.at[this.#row] as number) <= t; this.#row += 1)
      this.#read(facts, this.#row);
    this.#t = t;
    this.event.waiting = this.#queuedAt.size;
  }

  /** How often a function was throttled, by reason. */
  reasonsOf(component: number): Counts {
    return this.reasons.get(component) ?? { 'concurrency-limit': 0, 'scaling-rate': 0, throttled: 0 };
  }

  #beginAnew(reel: Reel): void {
    this.#generation = reel.generation;
    this.#row = 0;
    this.sync = noSync();
    this.event = noEvents();
    this.queue = noQueue();
    this.stream = noStream();
    this.reasons = new Map();
    this.#sentAt = new Map();
    this.#queuedAt = new Map();
    this.#receivedAt = new Map();
  }

  #read(facts: TraceColumns, row: number): void {
    const component = facts.component[row] as number;
    const kind = facts.kind[row] as number;
    if (kind === FACT['invocation.throttled']) this.#countReason(component, facts.c[row] as number);
    const { callers, eventHandler, queue, stream } = this.#watched;
    if (component === callers) this.#readCaller(facts, row, kind);
    else if (component === eventHandler) this.#readEventHandler(facts, row, kind);
    else if (component === queue) this.#readQueue(facts, row, kind);
    else if (component === stream && kind === FACT['record.appended']) this.stream.appended += 1;
  }

  #countReason(component: number, code: number): void {
    const reason = reasonOf(code) as ThrottleReason;
    const counts = this.reasonsOf(component);
    this.reasons.set(component, { ...counts, [reason]: counts[reason] + 1 });
  }

  #readCaller(facts: TraceColumns, row: number, kind: number): void {
    const at = facts.at[row] as number;
    const message = facts.subject[row] as number;
    if (kind === FACT['message.sent']) {
      this.sync.calls += 1;
      this.#sentAt.set(message, at);
    } else if (kind === FACT['request.given-up']) {
      this.sync.errors += 1;
      this.sync.slowestError = Math.max(this.sync.slowestError, at - (this.#sentAt.get(message) ?? at));
      this.#sentAt.delete(message);
    }
  }

  #readEventHandler(facts: TraceColumns, row: number, kind: number): void {
    const { event } = this;
    const at = facts.at[row] as number;
    const message = facts.subject[row] as number;
    switch (kind) {
      case FACT['invocation.queued']:
        event.takenOver += 1;
        this.#queuedAt.set(message, { at, tries: 0 });
        return;
      case FACT['invocation.throttled']: {
        const waiting = this.#queuedAt.get(message);
        if (waiting === undefined) return;
        if (waiting.tries === 0) event.throttled += 1;
        waiting.tries += 1;
        event.tries += 1;
        return;
      }
      case FACT['job.began']: {
        const waiting = this.#queuedAt.get((facts.a[row] as number) - 1);
        if (waiting === undefined) return;
        event.longestWait = Math.max(event.longestWait, at - waiting.at);
        this.#queuedAt.delete((facts.a[row] as number) - 1);
        return;
      }
      case FACT['invocation.dropped']:
        event.givenUp += 1;
        this.#queuedAt.delete(message);
        return;
      case FACT['batch.finished']:
      case FACT['batch.failed']:
        this.#readBatch(at, facts.b[row] as number, facts.a[row] as number, facts.c[row] as number);
    }
  }

  #readBatch(at: SimTime, mapping: number, records: number, reason: number): void {
    const isThrottled = (throttleReasons as readonly string[]).includes(reasonOf(reason));
    if (mapping === QUEUE_MAPPING) {
      if (isThrottled) this.queue.batches += 1;
      return;
    }
    const { stream } = this;
    if (isThrottled) {
      stream.batches += 1;
      if (stream.blockedSince < 0) stream.blockedSince = at;
      stream.longestBlock = Math.max(stream.longestBlock, at - stream.blockedSince);
    } else if (reason === REASON.none) {
      stream.done += records;
      if (stream.blockedSince >= 0) stream.longestBlock = Math.max(stream.longestBlock, at - stream.blockedSince);
      stream.blockedSince = -1;
    }
  }

  #readQueue(facts: TraceColumns, row: number, kind: number): void {
    const { queue } = this;
    const at = facts.at[row] as number;
    const item = facts.subject[row] as number;
    switch (kind) {
      case FACT['message.queued']:
        queue.sent += 1;
        return;
      case FACT['message.received']:
        this.#receivedAt.set(item, at);
        return;
      case FACT['message.reappeared']:
        queue.cameBack += 1;
        queue.longestUntilBack = Math.max(queue.longestUntilBack, at - (this.#receivedAt.get(item) ?? at));
        return;
      case FACT['message.dead-lettered']:
        queue.deadLetters += 1;
        this.#receivedAt.delete(item);
        return;
      case FACT['message.deleted']:
        queue.done += 1;
        this.#receivedAt.delete(item);
    }
  }
}

const noSync = (): SyncSeen => ({ calls: 0, errors: 0, slowestError: 0 });
const noEvents = (): EventSeen => ({ takenOver: 0, tries: 0, throttled: 0, waiting: 0, givenUp: 0, longestWait: 0 });
const noQueue = (): QueueSeen => ({ sent: 0, batches: 0, cameBack: 0, done: 0, deadLetters: 0, longestUntilBack: 0 });
const noStream = (): StreamSeen => ({ appended: 0, batches: 0, done: 0, longestBlock: 0, blockedSince: -1 });
