/**
 * What a bucket is billed for (Amazon S3): puts, gets, and what it keeps. A put in place of an earlier object is paid for
 * like any other and keeps no more than before: it is work done again.
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { changeLevel, type Level, level } from '../../metrics/level.ts';
import { FACT } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import { type AddLine, MEGABYTES_PER_GB, type Reading } from './meter.ts';

/** What a bucket used. */
export interface BucketUsage {
  kind: 'bucket';
  puts: number;
  /** Puts in place of an earlier object. */
  repeatedPuts: number;
  gets: number;
  gbSeconds: number;
}

/** Plain data. */
interface BucketState {
  puts: Recent;
  repeatedPuts: Recent;
  gets: Recent;
  megabytes: Level;
}

const STORED = FACT['object.stored'];

export class BucketMeter {
  readonly kind = 'bucket';
  readonly #state: BucketState;

  constructor(_node: WorldNode, from?: BucketMeter) {
    this.#state = from ? copyData(from.#state) : bucketState();
  }

  tell(at: SimTime, kind: number, _subject: number, a: number, b: number, _c: number): void {
    const { puts, repeatedPuts, gets, megabytes } = this.#state;
    if (kind !== STORED) {
      countOne(gets, at);
    } else if (b === 1) {
      countOne(repeatedPuts, at);
    } else {
      countOne(puts, at);
      changeLevel(megabytes, at, a);
    }
  }

  usage({ spent, count }: Reading): BucketUsage {
    const { puts, repeatedPuts, gets, megabytes } = this.#state;
    return {
      kind: 'bucket',
      puts: count(puts),
      repeatedPuts: count(repeatedPuts),
      gets: count(gets),
      gbSeconds: spent(megabytes) / MEGABYTES_PER_GB,
    };
  }
}

export function billBucket(usage: BucketUsage, add: AddLine, gbMonthSeconds: number): void {
  add('puts', 's3.put', 'working', usage.puts);
  add('puts', 's3.put', 'wasted', usage.repeatedPuts);
  add('gets', 's3.get', 'working', usage.gets);
  add('storage', 's3.standard.50tb', 'working', usage.gbSeconds / gbMonthSeconds);
}

function bucketState(): BucketState {
  return { puts: recent(), repeatedPuts: recent(), gets: recent(), megabytes: level() };
}
