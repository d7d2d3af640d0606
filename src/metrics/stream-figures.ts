/** What was appended to one stream, shard by shard, and how far its readers were behind. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import { REASON } from '../models/reasons.ts';
import type { WorldNode } from '../models/world.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';
import { type TimesSeconds, timesOf } from './summaries.ts';

/** Plain data. */
interface Shard {
  appended: number;
  fetched: number;
  expired: number;
  /** When the records were appended that some reader is not done with, µs. */
  keptSince: SimTime[];
  isRead: number;
}

/** Plain data. */
interface StreamState {
  /** By number of the shard; those without a record may be missing. */
  shards: Map<number, Shard>;
  appended: number;
  fetches: number;
  emptyFetches: number;
  fetched: number;
  expired: number;
  throttled: number;
}

export interface ShardReport {
  shard: number;
  recordsAppended: number;
  /** Handed out; a record counts once for each time that a reader fetched it. */
  recordsFetched: number;
  recordsExpired: number;
  /** Age of the oldest record that some reader is not done with; 0 if there is none, or if nobody reads. */
  iteratorAgeAtEndSeconds: number;
}

export interface StreamReport {
  /** Counted in records that somebody wanted to append. */
  traffic: TrafficReport;
  recordsAppended: number;
  recordsFetched: number;
  recordsExpired: number;
  fetches: number;
  emptyFetches: number;
  throttled: number;
  /** Age of the oldest record of every batch that was handed out. */
  iteratorAge: TimesSeconds;
  shards: ShardReport[];
}

/**
 * Columns of a stream's samples: counted from the start, appended and fetched; at the moment, the records that some reader
 * is not done with, and the age of the oldest of them. Where nobody reads, nothing waits, and both are 0.
 */
export const streamColumns = ['appended', 'fetched', 'waiting', 'iteratorAgeSeconds'] as const;

const APPENDED = FACT['record.appended'];
const FETCHED = FACT['records.fetched'];
const EXPIRED = FACT['record.expired'];
const REFUSED = FACT['request.refused'];

/** `records.fetched` says the shard and how many records it keeps in one number: shard + 1,024 × records. */
const SHARDS = 1024;

export class StreamFigures {
  readonly kind = 'stream';
  readonly state: StreamState;
  readonly iteratorAge: QuantileSketch;

  constructor(_node: WorldNode, from?: StreamFigures) {
    this.state = from ? copyData(from.state) : streamState();
    this.iteratorAge = from ? from.iteratorAge.copy() : new QuantileSketch();
  }

  tell(at: SimTime, kind: number, _upload: number, _subject: number, a: number, b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case APPENDED:
        state.appended += 1;
        this.#appended(at, a);
        return NO_WAIT;
      case FETCHED:
        this.#fetched(b, a / MICROSECONDS_PER_SECOND, c % SHARDS, Math.floor(c / SHARDS));
        return NO_WAIT;
      case EXPIRED:
        state.expired += 1;
        this.#shard(a).expired += 1;
        keepLast(this.#shard(a).keptSince, b);
        return NO_WAIT;
      case REFUSED:
        if (c === REASON.throttled) state.throttled += 1;
        return NO_WAIT;
      default:
        return NO_WAIT;
    }
  }

  report(at: SimTime, requests: Requests, component: number): StreamReport {
    const { shards, appended, fetched, expired, fetches, emptyFetches, throttled } = this.state;
    const sorted = [...shards].sort(([one], [other]) => one - other);
    return {
      traffic: requests.trafficOf(component),
      recordsAppended: appended,
      recordsFetched: fetched,
      recordsExpired: expired,
      fetches,
      emptyFetches,
      throttled,
      iteratorAge: timesOf(this.iteratorAge),
      shards: sorted.map(([shard, did]) => ({
        shard,
        recordsAppended: did.appended,
        recordsFetched: did.fetched,
        recordsExpired: did.expired,
        iteratorAgeAtEndSeconds: oldestSeconds(did, at),
      })),
    };
  }

  sample(columns: Record<(typeof streamColumns)[number], Float64Array>, row: number, at: SimTime): void {
    let waiting = 0;
    let oldest = 0;
    for (const shard of this.state.shards.values()) {
      if (shard.isRead === 1) waiting += shard.keptSince.length;
      oldest = Math.max(oldest, oldestSeconds(shard, at));
    }
    columns.appended[row] = this.state.appended;
    columns.waiting[row] = waiting;
    columns.fetched[row] = this.state.fetched;
    columns.iteratorAgeSeconds[row] = oldest;
  }

  #appended(at: SimTime, number: number): void {
    const shard = this.#shard(number);
    shard.appended += 1;
    shard.keptSince.push(at);
  }

  #fetched(records: number, ageSeconds: number, shard: number, kept: number): void {
    const { state } = this;
    state.fetches += 1;
    state.fetched += records;
    const of = this.#shard(shard);
    of.fetched += records;
    of.isRead = 1;
    keepLast(of.keptSince, kept);
    if (records === 0) state.emptyFetches += 1;
    else this.iteratorAge.add(ageSeconds);
  }

  #shard(number: number): Shard {
    const { shards } = this.state;
    let shard = shards.get(number);
    if (!shard) {
      shard = { appended: 0, fetched: 0, expired: 0, keptSince: [], isRead: 0 };
      shards.set(number, shard);
    }
    return shard;
  }
}

/** Age of the oldest record that some reader is not done with: it grows from fact to fact. 0 without one, or a reader. */
function oldestSeconds({ isRead, keptSince }: Shard, at: SimTime): number {
  return isRead === 1 ? (at - (keptSince[0] ?? at)) / MICROSECONDS_PER_SECOND : 0;
}

function keepLast(times: SimTime[], count: number): void {
  if (times.length > count) times.splice(0, times.length - count);
}

function streamState(): StreamState {
  return { shards: new Map(), appended: 0, fetches: 0, emptyFetches: 0, fetched: 0, expired: 0, throttled: 0 };
}
