/** Looking a place up in a list that is in order. */

/** How many at the beginning of a list are so, where none is after the first that is not: found by halving. */
export function countWhile<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
