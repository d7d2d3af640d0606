/** Rows of a trace that are still to be shown, handed out by shown time, and equal times in the order of the trace. */
import type { SimTime } from '../engine/time.ts';

/** Buckets that what is pending is spread over, a power of two. Our choice: a handful of rows each in a busy run. */
const BUCKETS = 2048;

/** Narrowest bucket, in µs. Our choice: at slow speeds there would otherwise be far more buckets than rows. */
const NARROWEST = 1000;

/** A row and its time within its bucket share one number: the time in the upper bits, the row in the lower 32. */
const ROWS = 4_294_967_296;

/** Up to how many numbers sorting by insertion is quicker than what the language has. Our choice, measured. */
const FEW = 40;

/** Entries that the first arrays have room for. */
const FIRST_CAPACITY = 256;

/** No entry. */
const NONE = -1;

/**
 * Buckets of time in a ring, each a chain of entries. Sorting happens bucket by bucket, when its time has come: with
 * the few rows of one bucket that costs a fraction of a heap.
 */
export class PendingRows {
  readonly #width: SimTime;
  /** First and last entry of each bucket. */
  readonly #heads = new Int32Array(BUCKETS).fill(NONE);
  readonly #tails = new Int32Array(BUCKETS).fill(NONE);
  #keys = new Float64Array(FIRST_CAPACITY);
  /** The next entry of the same bucket, or of those that are free. */
  #next = new Int32Array(FIRST_CAPACITY);
  #used = 0;
  #free = NONE;
  /** Number, counted from time 0, of the first bucket that may hold anything. */
  #first = 0;
  /** The bucket that is being taken, sorted. */
  #sorted = new Float64Array(FIRST_CAPACITY);

  /** @param longestLag no row is added that is to be shown more than this after the present */
  constructor(longestLag: SimTime) {
    // Two are cut: the one under way, and the one in which the lag ends.
    this.#width = Math.max(NARROWEST, Math.ceil(longestLag / (BUCKETS - 2)));
  }

  /** The last moment of the bucket that holds `t`: what is added up to then can be taken in one go. */
  endOfBucket(t: SimTime): SimTime {
    return (Math.floor(t / this.#width) + 1) * this.#width - 1;
  }

  add(at: SimTime, row: number): void {
    const bucket = Math.floor(at / this.#width);
    this.#append(bucket, (at - bucket * this.#width) * ROWS + row);
  }

  /** Takes back what was added. */
  remove(at: SimTime, row: number): void {
    const bucket = Math.floor(at / this.#width);
    const key = (at - bucket * this.#width) * ROWS + row;
    const count = this.#empty(bucket);
    for (let i = 0; i < count; i += 1) if (this.#sorted[i] !== key) this.#append(bucket, this.#sorted[i] as number);
  }

  /**
   * Hands everything before the bucket of `t` out to `order` from place `length` on; returns the new length. To be
   * called before anything is added at `t`, because the ring has no room for more than the longest lag.
   */
  takeBucketsBefore(t: SimTime, order: Uint32Array, length: number): number {
    const end = Math.floor(t / this.#width);
    let place = length;
    // One turn of the ring is all there can be, however far the next row is.
    const turn = Math.min(end, this.#first + BUCKETS);
    for (let bucket = this.#first; bucket < turn; bucket += 1) {
      if (this.#heads[bucket & (BUCKETS - 1)] === NONE) continue;
      place = this.#take(bucket, Number.POSITIVE_INFINITY, order, place);
    }
    this.#first = Math.max(this.#first, end);
    return place;
  }

  /** Hands everything up to `t` out to `order` from place `length` on; returns the new length. `t` may lie further back than before. */
  takeUntil(t: SimTime, order: Uint32Array, length: number): number {
    const bucket = Math.floor(t / this.#width);
    // All of that time was handed out; its place in the ring may belong to a time to come by now.
    if (bucket < this.#first) return length;
    const place = this.takeBucketsBefore(t, order, length);
    return this.#take(bucket, (t - bucket * this.#width + 1) * ROWS, order, place);
  }

  /** Hands out what a bucket holds with keys below `end`. */
  #take(bucket: number, end: number, order: Uint32Array, length: number): number {
    const count = this.#empty(bucket);
    const sorted = this.#sorted;
    sortFirst(sorted, count);
    let taken = 0;
    for (; taken < count; taken += 1) {
      const key = sorted[taken] as number;
      if (key >= end) break;
      order[length + taken] = key - Math.floor(key / ROWS) * ROWS;
    }
    for (let i = taken; i < count; i += 1) this.#append(bucket, sorted[i] as number);
    return length + taken;
  }

  /** Moves a bucket to `#sorted`, as yet in the order in which it was filled; returns how many there are. */
  #empty(bucket: number): number {
    const ring = bucket & (BUCKETS - 1);
    const head = this.#heads[ring] as number;
    if (head === NONE) return 0;
    let count = 0;
    for (let entry = head; entry !== NONE; entry = this.#next[entry] as number) {
      if (count === this.#sorted.length) this.#sorted = withRoom(this.#sorted);
      this.#sorted[count] = this.#keys[entry] as number;
      count += 1;
    }
    this.#next[this.#tails[ring] as number] = this.#free;
    this.#free = head;
    this.#heads[ring] = NONE;
    return count;
  }

  #append(bucket: number, key: number): void {
    const ring = bucket & (BUCKETS - 1);
    const entry = this.#freeEntry();
    this.#keys[entry] = key;
    this.#next[entry] = NONE;
    if (this.#heads[ring] === NONE) this.#heads[ring] = entry;
    else this.#next[this.#tails[ring] as number] = entry;
    this.#tails[ring] = entry;
  }

  #freeEntry(): number {
    const free = this.#free;
    if (free !== NONE) {
      this.#free = this.#next[free] as number;
      return free;
    }
    if (this.#used === this.#keys.length) {
      this.#keys = withRoom(this.#keys);
      const next = new Int32Array(this.#keys.length);
      next.set(this.#next);
      this.#next = next;
    }
    this.#used += 1;
    return this.#used - 1;
  }
}

/** Sorts the first `count` numbers. They come nearly in order. */
function sortFirst(numbers: Float64Array, count: number): void {
  if (count > FEW) {
    numbers.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i += 1) {
    const number = numbers[i] as number;
    let place = i;
    while (place > 0 && (numbers[place - 1] as number) > number) {
      numbers[place] = numbers[place - 1] as number;
      place -= 1;
    }
    numbers[place] = number;
  }
}

function withRoom(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
