/**
 * What a stream is billed for (Amazon Kinesis Data Streams, provisioned): the hours of its shards, and every 25 KB that
 * are appended; a record is smaller than that (our choice). A shard is idle while it keeps no record that a reader has
 * yet to pass, as it costs the same. Reading is free. The stream of a table costs nothing (DynamoDB Streams: no hours of
 * shards, and reads by functions are free; general knowledge). The price book has nothing for a stream on demand: it is billed by
 * the shards that it has all the same.
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { type Level, level, setLevel } from '../../metrics/level.ts';
import { FACT } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import { type AddLine, type Reading, SECONDS_PER_HOUR } from './meter.ts';

/** What a stream used. */
export interface StreamUsage {
  kind: 'stream';
  /** While the shard keeps records, and while it keeps none. */
  workingShardHours: number;
  idleShardHours: number;
  putUnits: number;
}

/** Plain data. */
interface StreamState {
  puts: Recent;
  /** Numbers of the shards that keep records, and how many they are. */
  inUse: Set<number>;
  working: Level;
}

const APPENDED = FACT['record.appended'];
const FETCHED = FACT['records.fetched'];
const EXPIRED = FACT['record.expired'];

/** `records.fetched` says the shard and how many records it keeps in one number: shard + 1,024 × records. */
const SHARDS = 1024;

export class StreamMeter {
  readonly kind = 'stream';
  readonly #shards: number;
  readonly #isBilled: boolean;
  readonly #state: StreamState;

  constructor({ params }: WorldNode, from?: StreamMeter) {
    this.#isBilled = params['capacity'] !== 'table';
    this.#shards = params['shards'] as number;
    this.#state = from ? copyData(from.#state) : { puts: recent(), inUse: new Set(), working: level() };
  }

  tell(at: SimTime, kind: number, _subject: number, a: number, b: number, c: number): void {
    if (kind === APPENDED) {
      countOne(this.#state.puts, at);
      this.#keeps(at, a, b);
    } else if (kind === EXPIRED) {
      this.#keeps(at, a, b);
    } else if (kind === FETCHED) {
      this.#keeps(at, c % SHARDS, Math.floor(c / SHARDS));
    }
  }

  usage({ spent, count, seconds }: Reading): StreamUsage {
    if (!this.#isBilled) return { kind: 'stream', workingShardHours: 0, idleShardHours: 0, putUnits: 0 };
    const { puts, working } = this.#state;
    const workingShardHours = spent(working) / SECONDS_PER_HOUR;
    return {
      kind: 'stream',
      workingShardHours,
      idleShardHours: Math.max(0, (seconds * this.#shards) / SECONDS_PER_HOUR - workingShardHours),
      putUnits: count(puts),
    };
  }

  #keeps(at: SimTime, shard: number, records: number): void {
    const { inUse, working } = this.#state;
    if (records > 0) inUse.add(shard);
    else inUse.delete(shard);
    setLevel(working, at, inUse.size);
  }
}

export function billStream(usage: StreamUsage, add: AddLine): void {
  add('shard-hours', 'kinesis.shard', 'working', usage.workingShardHours);
  add('shard-hours', 'kinesis.shard', 'idle', usage.idleShardHours);
  add('appends', 'kinesis.put', 'working', usage.putUnits);
}
