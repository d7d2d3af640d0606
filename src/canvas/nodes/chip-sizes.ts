/** How large the chips of instances are: as large as their number allows, down to a grid of small squares. Pure. */

export interface ChipGrid {
  /** `words`: ring and name of the work. `ring`: the ring alone. `cell`: a small square each, drawn all together. */
  detail: 'words' | 'ring' | 'cell';
  width: number;
  height: number;
  gap: number;
  columns: number;
}

export interface Room {
  width: number;
  height: number;
}

/** Sizes of chips, largest first. Our choice: a ring is still a ring at 18 units. */
const chips = [
  { detail: 'words', width: 67, height: 66, gap: 8 },
  { detail: 'ring', width: 38, height: 38, gap: 7 },
  { detail: 'ring', width: 30, height: 30, gap: 5 },
  { detail: 'ring', width: 22, height: 22, gap: 4 },
  { detail: 'ring', width: 18, height: 18, gap: 4 },
] as const;

/** Smaller than this a square is no longer seen. Our choice. */
const LEAST_CELL = 2.5;
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

/** Squares as large as fit; beyond what can be seen the last ones are left out, and the count says so. */
function cells(count: number, room: Room): ChipGrid {
  let pitch = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    pitch = Math.max(pitch, Math.min(room.width / columns, room.height / Math.ceil(count / columns)));
  }
  const size = Math.max(LEAST_CELL, pitch * (1 - CELL_GAP));
  const gap = size / (1 - CELL_GAP) - size;
  // What dividing rounds off must not cost a column.
  const columns = Math.floor((room.width + gap / 2) / (size + gap));
  return { detail: 'cell', width: size, height: size, gap, columns };
}
