/** What came of one entry of a door so far, as figures: how often it was used, how often denied, and who saw what. Pure. */
import type { Permission } from '../../../models/function/who-may.ts';
import type { WorldNode } from '../../../models/world.ts';
import type { DoorLog } from './door-log.ts';
import { subjectOf } from './doors.ts';

export interface EntryFigures {
  /** Calls, those that were denied included, or, of a mapping, messages read. */
  used: number;
  /** Calls turned away; of an entry of the role, runs that failed for want of it. */
  denied: number;
  /** Who saw what; null where that is nobody's to see. */
  seen:
    | { by: 'people'; accepted: number; sawError: number }
    | { by: 'nobody'; accepted: number; givenUp: number }
    | { by: 'queue'; waiting: number }
    | null;
}

export interface EntryPlan {
  nodes: readonly WorldNode[];
  links: readonly { from: number; to: number }[];
  log: DoorLog;
  /** Runs that failed for want of an entry of the role, by whom they wanted to call. */
  denied: ReadonlyMap<string, number>;
}

export function entryFigures(entry: Permission, { nodes, links, log, denied }: EntryPlan): EntryFigures {
  const { caller, callee, how, door } = entry;
  const placeOf = (id: string): number => nodes.findIndex((node) => node.id === id);
  const link = links.findIndex(({ from, to }) => from === placeOf(caller) && to === placeOf(callee));
  const counts = log.links[link];
  if (counts === undefined) throw new Error(`no link leads from "${caller}" to "${callee}"`);
  if (how === 'mapping') {
    const queue = log.places[placeOf(callee)];
    const waiting = (queue?.queued ?? 0) - (queue?.deleted ?? 0);
    return { used: counts.read, denied: 0, seen: { by: 'queue', waiting } };
  }
  if (door === 'role') {
    // A call that the role does not allow never gets onto its way.
    const deniedRuns = denied.get(subjectOf(entry)) ?? 0;
    return { used: counts.asked + deniedRuns, denied: deniedRuns, seen: null };
  }
  const people = links
    .filter(({ from, to }) => to === placeOf(caller) && nodes[from]?.kind === 'client')
    .map(({ from }) => log.places[from]);
  const accepted = people.reduce((sum, each) => sum + (each?.accepted ?? 0), 0);
  const sawError = people.reduce((sum, each) => sum + (each?.sawError ?? 0), 0);
  const seen =
    how === 'synchronous'
      ? ({ by: 'people', accepted, sawError } as const)
      : ({ by: 'nobody', accepted, givenUp: log.places[placeOf(caller)]?.givenUp ?? 0 } as const);
  return { used: counts.asked, denied: counts.denied, seen };
}
