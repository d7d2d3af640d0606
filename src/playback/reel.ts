/**
 * What the page has of a run: the facts in one piece, as they come in chunk by chunk, and a keyframe for the start of
 * each chunk, from which any picture is a short way.
 */
import type { SimTime } from '../engine/time.ts';
import { sliceTrace, type TraceColumns, traceColumns } from '../engine/trace.ts';
import type { View } from './view.ts';

/** A stretch of the run, in order. `from` is inclusive, `to` exclusive except for the last chunk. */
export interface Chunk {
  index: number;
  from: SimTime;
  to: SimTime;
  facts: TraceColumns;
  /** What could be seen at `from`, before the facts. */
  keyframe: View;
}

/** Most chunks of a run. Our choice: going anywhere then replays a hundredth of it, and keyframes stay few. */
const MOST_CHUNKS = 120;

/** Longest chunk, in seconds. Our choice: a long run still starts to play at once. */
const LONGEST_CHUNK_SECONDS = 60;

/** How long the chunks of a run should be: whole seconds from 1 to 60, so that there are 60 to 120 of them if possible. */
export function chunkSecondsFor(durationSeconds: number): number {
  return Math.max(1, Math.min(LONGEST_CHUNK_SECONDS, Math.ceil(durationSeconds / MOST_CHUNKS)));
}

/** Facts that the first arrays have room for. */
const FIRST_CAPACITY = 4096;

/** The beginning of a chunk. */
export interface Keyframe {
  at: SimTime;
  /** First row of the chunk among all facts. */
  row: number;
  /** What could be seen before that row. Belongs to the reel: copy it before changing anything. */
  view: View;
}

export class Reel {
  /** All facts so far, one row each; the arrays are longer than `length` and are replaced as they grow. */
  facts: TraceColumns = traceColumns(FIRST_CAPACITY);
  /** Up to when the run is known. Facts of exactly this time may still come. */
  recordedUntil: SimTime = 0;
  /** Grows whenever facts are taken away, so that whoever has worked anything out from them begins anew. */
  generation = 0;
  #keyframes: Keyframe[] = [];

  get chunks(): number {
    return this.#keyframes.length;
  }

  /** Adds the next chunk; throws if it is not the next. */
  add(chunk: Chunk): void {
    if (chunk.index !== this.#keyframes.length || chunk.from !== this.recordedUntil) {
      throw new Error(
        `chunk ${chunk.index} from ${chunk.from} µs comes after ${this.#keyframes.length} chunks up to ${this.recordedUntil} µs`,
      );
    }
    this.#keyframes.push({ at: chunk.from, row: this.facts.length, view: chunk.keyframe });
    this.facts = appended(this.facts, chunk.facts);
    this.recordedUntil = chunk.to;
  }

  /** Forgets all but the first `keepChunks` chunks. */
  truncate(keepChunks: number): void {
    const first = this.#keyframes[keepChunks];
    if (!first) return;
    this.facts.length = first.row;
    this.recordedUntil = first.at;
    this.#keyframes.length = keepChunks;
    this.generation += 1;
  }

  /** The last keyframe at or before `t`, or the first of all; undefined while there is none. */
  keyframeBefore(t: SimTime): Keyframe | undefined {
    let low = 0;
    let high = this.#keyframes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keyframes[middle] as Keyframe).at <= t) low = middle + 1;
      else high = middle;
    }
    return this.#keyframes[Math.max(0, low - 1)];
  }

  /** The first row at or after `t`, or `facts.length`. */
  rowAt(t: SimTime): number {
    const { at, length } = this.facts;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] as number) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A copy of the facts from `from` (inclusive) to `to` (exclusive). */
  factsBetween(from: SimTime, to: SimTime): TraceColumns {
    return sliceTrace(this.facts, this.rowAt(from), this.rowAt(to));
  }
}

const columnNames = ['at', 'kind', 'component', 'upload', 'subject', 'a', 'b', 'c'] as const;

/** `all` with `more` after it: the same arrays while there is room, else longer ones. */
function appended(all: TraceColumns, more: TraceColumns): TraceColumns {
  const length = all.length + more.length;
  let room = all;
  if (length > all.at.length) {
    room = traceColumns(Math.max(length, all.at.length * 2));
    for (const name of columnNames) room[name].set(all[name].subarray(0, all.length));
  }
  for (const name of columnNames) room[name].set(more[name].subarray(0, more.length), all.length);
  room.length = length;
  return room;
}
