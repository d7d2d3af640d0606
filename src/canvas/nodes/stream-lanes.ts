/** How the records of a shard lie in its lane: the oldest at the right end, where they are read. Pure. */
import type { ShardView } from '../../playback/views/stream-view.ts';

/** Lanes that are drawn; a stream of more shards shows the first ones. Our choice: a lane is still a lane. */
export const MOST_LANES = 8;

/** Largest record, and the gap between two as a share of its side. Our choice. */
const LARGEST = 10;
const GAP = 0.3;

export interface Lane {
  /** Side of a record, in canvas units. */
  size: number;
  records: { x: number; isHandedOut: boolean }[];
  /** Records that have no room in the lane. */
  beyond: number;
}

/** @param width and height: the room inside the lane, in canvas units */
export function layLane({ kept, handedOut }: ShardView, width: number, height: number): Lane {
  const size = Math.max(2, Math.min(LARGEST, height));
  const pitch = size * (1 + GAP);
  const most = Math.max(1, Math.floor((width + size * GAP) / pitch));
  const shown = Math.min(kept, most);
  const records = Array.from({ length: shown }, (_, place) => ({
    x: width - size - place * pitch,
    isHandedOut: place < handedOut,
  }));
  return { size, records, beyond: kept - shown };
}
