/** Where a claim stands in its story. */
import { claimsOf } from '../../lessons/catalogue.ts';
import type { Claim } from '../../lessons/claim.ts';
import { storyOf } from '../../stages/catalogue.ts';

export interface PlaceOfClaim {
  /** From 1 on. */
  n: number;
  of: number;
  /** The next claim of the same story; after the last one the first. Null if there is no other. */
  next: Claim | null;
}

export function placeOfClaim(claim: Claim): PlaceOfClaim {
  const all = claimsOf(storyOf(claim.stage));
  const index = all.findIndex(({ id }) => id === claim.id);
  const next = all[(index + 1) % all.length];
  return { n: index + 1, of: all.length, next: next === undefined || next.id === claim.id ? null : next };
}
