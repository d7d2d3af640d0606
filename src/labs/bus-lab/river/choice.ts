/** What the reader has picked on the river, and the events before and after it. */
import type { SimTime } from '../../../engine/time.ts';
import type { BusPasses, Pass } from '../bus-passes.ts';

/** An event by its number, and by that of the replay that brought it back; or a rule by its name. */
export type Choice = { kind: 'event'; number: number; replay: number } | { kind: 'rule'; name: string };

export function choiceOf({ number, replay }: Pass): Choice {
  return { kind: 'event', number, replay };
}

/** Place of the event that was picked; -1 if none was, or if it is still to come at `t`. */
export function placeOf(passes: BusPasses, choice: Choice | null, t: SimTime): number {
  if (choice?.kind !== 'event') return -1;
  const { number, replay } = choice;
  return passes.all.findIndex((pass) => pass.number === number && pass.replay === replay && pass.at <= t);
}

/** The event before and the event after the one that was picked, of those that came up to `t`; where none was, the latest. */
export function beside(passes: BusPasses, choice: Choice | null, t: SimTime): { before?: Pass; after?: Pass } {
  const until = passes.placeAt(t + 1);
  const place = placeOf(passes, choice, t);
  const before = passes.all[place < 0 ? until - 1 : place - 1];
  const after = place < 0 || place + 1 >= until ? undefined : passes.all[place + 1];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
