/**
 * Notes on what is present among things that are numbered as they come (uploads, items of a queue, instances) and leave
 * in any order. A roll takes room only from the oldest that is present to the newest, and every look-up is one step.
 */

/** Plain data. A thing's row, in `present` and in each column, is its number modulo the capacity. */
export interface Roll {
  /** The smallest number present; equal to `end` when nobody is. */
  first: number;
  /** One more than the largest number that ever entered. */
  end: number;
  /** How many are present. */
  count: number;
  /** 1 where somebody is. The length is the capacity, a power of two. */
  present: Uint8Array;
  /** What is noted of each. */
  columns: Float64Array[];
}

/** Rows at the start; doubles when they run out. Our choice. */
const FIRST_CAPACITY = 16;

/** An empty roll with this many columns. */
export function roll(columns: number): Roll {
  return {
    first: 0,
    end: 0,
    count: 0,
    present: new Uint8Array(FIRST_CAPACITY),
    columns: Array.from({ length: columns }, () => new Float64Array(FIRST_CAPACITY)),
  };
}

/** Enters a number and returns its row; its notes are to be set. Numbers must not fall below those present. */
export function enter(roll: Roll, number: number): number {
  if (number < roll.end) throw new Error(`number ${number} came after number ${roll.end - 1}`);
  if (roll.count === 0) roll.first = number;
  const needed = number + 1 - roll.first;
  if (needed > roll.present.length) grow(roll, needed);
  roll.end = number + 1;
  const row = number & (roll.present.length - 1);
  roll.present[row] = 1;
  roll.count += 1;
  return row;
}

/** The row of a number; -1 if it is not present. */
export function rowOf(roll: Roll, number: number): number {
  if (number < roll.first || number >= roll.end) return -1;
  const row = number & (roll.present.length - 1);
  return roll.present[row] === 1 ? row : -1;
}

/** Takes a number off; nothing happens if it is not present. */
export function leave(roll: Roll, number: number): void {
  const row = rowOf(roll, number);
  if (row < 0) return;
  roll.present[row] = 0;
  roll.count -= 1;
  if (number !== roll.first) return;
  const mask = roll.present.length - 1;
  let first = number + 1;
  while (first < roll.end && roll.present[first & mask] === 0) first += 1;
  roll.first = first;
}

/** The row of the smallest number present; -1 when nobody is. */
export function firstRow(roll: Roll): number {
  return roll.count === 0 ? -1 : roll.first & (roll.present.length - 1);
}

function grow(roll: Roll, needed: number): void {
  const oldMask = roll.present.length - 1;
  let capacity = roll.present.length * 2;
  while (capacity < needed) capacity *= 2;
  const present = new Uint8Array(capacity);
  const columns = roll.columns.map(() => new Float64Array(capacity));
  for (let number = roll.first; number < roll.end; number += 1) {
    const from = number & oldMask;
    if (roll.present[from] === 0) continue;
    const to = number & (capacity - 1);
    present[to] = 1;
    for (let c = 0; c < columns.length; c += 1) {
      (columns[c] as Float64Array)[to] = (roll.columns[c] as Float64Array)[from] as number;
    }
  }
  roll.present = present;
  roll.columns = columns;
}
