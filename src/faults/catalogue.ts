/** What can go wrong by injection, as data: which fault strikes which kinds of component. */
import type { Fault } from '../models/facts.ts';
import type { ComponentKind } from '../models/registry.ts';

interface FaultEntry {
  /** Kinds whose models know how it begins and ends. */
  kinds: readonly ComponentKind[];
}

export const faultCatalogue: Readonly<Record<Fault, FaultEntry>> = {
  /** Every instance goes down with all it was at; none comes into service until it ends. Every run of a function crashes. */
  crash: { kinds: ['instance-group', 'function'] },
  /** One instance goes down with all it was at: of those in service, the one that came first. */
  'instance-loss': { kinds: ['instance-group'] },
};
