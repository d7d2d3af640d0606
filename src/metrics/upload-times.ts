/** How long uploads take, and how much of that they spend waiting in line. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { enter, leave, type Roll, roll, rowOf } from './roll.ts';

/** Columns of the roll of uploads. */
const STARTED_AT = 0;
const WAITED = 1;
/** Bits of what has happened; with both the upload can be forgotten. */
const DONE = 2;
const ANSWERED = 1;
const CLOSED = 2;

export class UploadTimes {
  /** From the start until watchable, in seconds, of those that are. */
  readonly untilWatchable: QuantileSketch;
  /** Time spent in queues (while visible) and in backlogs, in seconds, of those that became watchable. */
  readonly waiting: QuantileSketch;
  /** From the start until told that it worked, in seconds. */
  readonly untilAccepted: QuantileSketch;
  /** Uploads that are still to be answered or to end. */
  readonly #uploads: Roll;
  /** Those among the dead letters, which may be opened again: what is known of each (the columns of the roll). */
  readonly #aside: Map<number, number[]>;

  constructor(from?: UploadTimes) {
    this.untilWatchable = from ? from.untilWatchable.copy() : new QuantileSketch();
    this.waiting = from ? from.waiting.copy() : new QuantileSketch();
    this.untilAccepted = from ? from.untilAccepted.copy() : new QuantileSketch();
    this.#uploads = from ? copyData(from.#uploads) : roll(3);
    this.#aside = from ? copyData(from.#aside) : new Map();
  }

  started(at: SimTime, upload: number): void {
    const row = enter(this.#uploads, upload);
    this.#set(STARTED_AT, row, at);
    this.#set(WAITED, row, 0);
    this.#set(DONE, row, 0);
  }

  /** The upload stood in line for this long, in µs. Waits of uploads that have ended do not count. */
  waited(upload: number, duration: SimTime): void {
    const row = rowOf(this.#uploads, upload);
    if (row >= 0) this.#set(WAITED, row, this.#get(WAITED, row) + duration);
    else if (this.#aside.size > 0) this.#waitedAside(upload, duration);
  }

  accepted(at: SimTime, upload: number): void {
    const row = rowOf(this.#uploads, upload);
    if (row < 0) {
      this.#acceptedAside(at, upload);
      return;
    }
    this.untilAccepted.add((at - this.#get(STARTED_AT, row)) / MICROSECONDS_PER_SECOND);
    this.#done(row, upload, ANSWERED);
  }

  watchable(at: SimTime, upload: number): void {
    const row = rowOf(this.#uploads, upload);
    if (row < 0) {
      this.#watchableAside(at, upload);
      return;
    }
    this.untilWatchable.add((at - this.#get(STARTED_AT, row)) / MICROSECONDS_PER_SECOND);
    this.waiting.add(this.#get(WAITED, row) / MICROSECONDS_PER_SECOND);
    this.#done(row, upload, CLOSED);
  }

  /** The person saw an error: that is the answer and the end. */
  refused(upload: number): void {
    leave(this.#uploads, upload);
  }

  /** Lost for good. */
  lost(upload: number): void {
    const row = rowOf(this.#uploads, upload);
    if (row >= 0) this.#done(row, upload, CLOSED);
    else this.#aside.delete(upload);
  }

  /** Among the dead letters, from where it may come back: what is known of it is put aside. */
  deadLettered(upload: number): void {
    const row = rowOf(this.#uploads, upload);
    if (row < 0) return;
    this.#aside.set(upload, [this.#get(STARTED_AT, row), this.#get(WAITED, row), this.#get(DONE, row)]);
    leave(this.#uploads, upload);
  }

  copy(): UploadTimes {
    return new UploadTimes(this);
  }

  #waitedAside(upload: number, duration: SimTime): void {
    const known = this.#aside.get(upload);
    if (known) known[WAITED] = (known[WAITED] as number) + duration;
  }

  #acceptedAside(at: SimTime, upload: number): void {
    const known = this.#aside.get(upload);
    if (known?.[DONE] !== 0) return;
    known[DONE] = ANSWERED;
    this.untilAccepted.add((at - (known[STARTED_AT] as number)) / MICROSECONDS_PER_SECOND);
  }

  /** It was among the dead letters, was opened again, and went well this time. */
  #watchableAside(at: SimTime, upload: number): void {
    const known = this.#aside.get(upload);
    if (!known) return;
    this.untilWatchable.add((at - (known[STARTED_AT] as number)) / MICROSECONDS_PER_SECOND);
    this.waiting.add((known[WAITED] as number) / MICROSECONDS_PER_SECOND);
    this.#aside.delete(upload);
  }

  #done(row: number, upload: number, what: number): void {
    const done = this.#get(DONE, row) | what;
    if (done === (ANSWERED | CLOSED)) leave(this.#uploads, upload);
    else this.#set(DONE, row, done);
  }

  #get(column: number, row: number): number {
    return (this.#uploads.columns[column] as Float64Array)[row] as number;
  }

  #set(column: number, row: number, value: number): void {
    (this.#uploads.columns[column] as Float64Array)[row] = value;
  }
}
