/**
 * How large the chips of instances are: as large as their number allows, down to a grid of small squares, and numbers
 * where even those have no room. Pure.
 */
import type { Density, Shape } from '../layout.ts';

export interface ChipGrid {
  /**
   * `words`: ring and name of the work. `ring`: the ring alone. `cell`: a small square each, drawn all together.
   * `count`: too many for squares, so numbers stand there; sizes are those of the smallest squares, of which only some fit.
   */
  detail: 'words' | 'ring' | 'cell' | 'count';
  width: number;
  height: number;
  gap: number;
  columns: number;
}

export interface Room {
  width: number;
  height: number;
}

/** Room for the chips in each shape that has any, in canvas units. */
export const chipRooms: Readonly<
  Record<Extract<Shape, 'fleet' | 'tier' | 'function'>, Readonly<Record<Density, Room>>>
> = {
  fleet: {
    full: { width: 218, height: 144 },
    compact: { width: 138, height: 80 },
    small: { width: 82, height: 44 },
  },
  tier: {
    full: { width: 106, height: 40 },
    compact: { width: 62, height: 28 },
    small: { width: 54, height: 22 },
  },
  function: {
    full: { width: 174, height: 66 },
    compact: { width: 102, height: 38 },
    small: { width: 66, height: 22 },
  },
};

/** Sizes of chips, largest first. Our choice: a ring is still a ring at 14 units. */
const chips = [
  { detail: 'words', width: 67, height: 66, gap: 8 },
  { detail: 'ring', width: 38, height: 38, gap: 7 },
  { detail: 'ring', width: 30, height: 30, gap: 5 },
  { detail: 'ring', width: 22, height: 22, gap: 4 },
  { detail: 'ring', width: 18, height: 18, gap: 4 },
  { detail: 'ring', width: 14, height: 14, gap: 3 },
] as const;

/** Smaller than this a square is no longer seen. Our choice. */
const LEAST_CELL = 3.5;
/** Share of a cell's pitch that is left free. */
const CELL_GAP = 0.22;

/** The largest size at which `count` chips fit into the room; chips without words where there is no room for words. */
export function chipGrid(count: number, room: Room, mayHaveWords: boolean): ChipGrid {
  for (const chip of chips) {
    if (chip.detail === 'words' && !mayHaveWords) continue;
    const columns = Math.floor((room.width + chip.gap) / (chip.width + chip.gap));
    const rows = Math.floor((room.height + chip.gap) / (chip.height + chip.gap));
    if (columns * rows >= count) return { ...chip, columns: Math.max(1, Math.min(columns, count)) };
  }
  return cells(count, room);
}

/** Squares as large as fit; beyond what can be seen there are numbers. */
function cells(count: number, room: Room): ChipGrid {
  let pitch = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    pitch = Math.max(pitch, Math.min(room.width / columns, room.height / Math.ceil(count / columns)));
  }
  const detail = pitch * (1 - CELL_GAP) < LEAST_CELL ? 'count' : 'cell';
  const size = Math.max(LEAST_CELL, pitch * (1 - CELL_GAP));
  const gap = size / (1 - CELL_GAP) - size;
  // What dividing rounds off must not cost a column.
  const columns = Math.floor((room.width + gap / 2) / (size + gap));
  return { detail, width: size, height: size, gap, columns };
}

/** Where a chip stands in its field: its left and upper border, in canvas units. */
export function chipPlace(place: number, count: number, grid: ChipGrid, room: Room, isCentred: boolean): Place {
  const { width, height, gap, columns } = grid;
  const rows = Math.ceil(count / columns);
  const left = isCentred ? (room.width - columns * (width + gap) + gap) / 2 : 0;
  const top = isCentred ? (room.height - rows * (height + gap) + gap) / 2 : 0;
  return { x: left + (place % columns) * (width + gap), y: top + Math.floor(place / columns) * (height + gap) };
}

interface Place {
  x: number;
  y: number;
}

/** What a pointer need not hit exactly, in canvas units: in most pictures about 24 pixels. Our choice. */
const TARGET = 32;
/** How far a chip may be hit outside of itself at most. Our choice: what is beside it is to be hit, too. */
const MOST_REACH = 8;

/** How far beyond a chip it can be hit, across and along: to the middle of what is between it and the next one. */
export function reachOf(count: number, { width, height, gap, columns }: ChipGrid): Place {
  const alone = (side: number) => Math.min(MOST_REACH, Math.max(0, (TARGET - side) / 2));
  return { x: columns > 1 ? gap / 2 : alone(width), y: count > columns ? gap / 2 : alone(height) };
}
