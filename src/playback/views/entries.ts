/** Lists and sums of the views, which come out the same in whatever order they are told. */

/** A map of copies. */
export function copyEntries<T>(entries: ReadonlyMap<number, T>, copy: (entry: T) => T): Map<number, T> {
  const copies = new Map<number, T>();
  for (const [key, entry] of entries) copies.set(key, copy(entry));
  return copies;
}

/**
 * Moves the entry that was just added before all those with larger numbers, of which the largest is at most `newest`.
 * It is seldom late by more than a few, so looking for those few costs less than sorting.
 */
export function putInOrder<T>(entries: Map<number, T>, added: number, newest: number): void {
  const later: number[] = [];
  if (newest - added < entries.size) {
    for (let number = added + 1; number <= newest; number += 1) if (entries.has(number)) later.push(number);
  } else {
    for (const number of entries.keys()) if (number > added) later.push(number);
  }
  for (const number of later) {
    const entry = entries.get(number) as T;
    entries.delete(number);
    entries.set(number, entry);
  }
}

/** Inserts from the end, where a new entry mostly belongs. */
export function insertSorted<T>(entries: T[], entry: T, compare: (a: T, b: T) => number): void {
  let place = entries.length;
  while (place > 0 && compare(entries[place - 1] as T, entry) > 0) place -= 1;
  entries.splice(place, 0, entry);
}

/** Rounded to 1/1024 of a megabyte, so that sums are exact and do not depend on their order. */
export function wholeKilobytes(megabytes: number): number {
  return Math.round(megabytes * 1024) / 1024;
}
