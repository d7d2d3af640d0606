/**
 * Ids for faults that stay while a fault is changed, so that what shows it keeps its place and the focus: a fault has no id
 * of its own, and its start or target is what tells it from the others.
 */
import { useState } from 'react';
import type { FaultKey } from '../../playback/branch.ts';

interface Named extends FaultKey {
  id: string;
}

/**
 * Names faults anew. One that was there keeps its id; of the rest, each takes that of one of the same kind that is gone,
 * in order; what is left gets ids that were never used, counted on from `used`.
 */
export function renamed(before: readonly Named[], faults: readonly FaultKey[], used: number): Named[] {
  const left = before.filter((old) => !faults.some((each) => keyOf(each) === keyOf(old)));
  let next = used;
  return faults.map(({ fault, target, atSeconds }) => {
    const key = { fault, target, atSeconds };
    const same = before.find((old) => keyOf(old) === keyOf(key));
    if (same) return same;
    const place = left.findIndex((old) => old.fault === fault);
    const [gone] = place < 0 ? [] : left.splice(place, 1);
    if (gone) return { ...key, id: gone.id };
    next += 1;
    return { ...key, id: String(next) };
  });
}

/** An id for each of these faults, in their order. */
export function useStableIds(faults: readonly FaultKey[]): readonly string[] {
  const [known, setKnown] = useState<{ named: readonly Named[]; used: number }>({ named: [], used: 0 });
  const isSame =
    known.named.length === faults.length && faults.every((each, i) => keyOf(each) === keyOf(known.named[i] as Named));
  if (isSame) return known.named.map(({ id }) => id);
  const named = renamed(known.named, faults, known.used);
  const used = Math.max(known.used, ...named.map(({ id }) => Number(id)));
  setKnown({ named, used });
  return named.map(({ id }) => id);
}

function keyOf({ fault, target, atSeconds }: FaultKey): string {
  return `${fault} ${target} ${atSeconds}`;
}
