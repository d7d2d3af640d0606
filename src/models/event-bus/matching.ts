/**
 * Which rules of a bus an event matches. Most patterns ask only for the sort of an event: who published it, what it tells,
 * about which kind of object, with which content. Then one event of each sort is held against them, and the answer kept.
 */
import type { JsonObject } from '../json.ts';
import type { BusEvent } from './envelope.ts';
import type { PreparedPattern } from './pattern/pattern.ts';

/** What matching needs of a rule. */
interface MatchedRule {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly pattern: PreparedPattern | null;
}

interface MatchedRules {
  readonly rules: readonly MatchedRule[];
  readonly known: KnownMatches;
}

/** Numbers of the matching rules by sort of event; null where a pattern asks for more than the sort. */
export type KnownMatches = Map<string, readonly number[]> | null;

/** Fields of the envelope in which events of one sort differ (`envelopeOf`). */
const ownFields = ['id', 'time', 'detail.upload', 'detail.length-seconds', 'detail.megabytes'] as const;

/** Sorts that are kept. Our choice: contents that are made for each event are sorts of their own, without end. */
const MOST_SORTS = 1000;

/** Nothing is known yet of these rules. */
export function knownMatches(rules: readonly MatchedRule[]): KnownMatches {
  const asksForMore = rules.some(({ pattern }) => pattern !== null && [...pattern.fields].some(isOwn));
  return asksForMore ? null : new Map();
}

/** Numbers of the rules that a new event matches. `envelope` is called only if that is not known. */
export function rulesOf(
  { rules, known }: MatchedRules,
  event: BusEvent,
  envelope: () => JsonObject,
): readonly number[] {
  if (known === null) return matching(rules, null, envelope);
  const sort = sortOf(event);
  const before = known.get(sort);
  if (before !== undefined) return before;
  const numbers = matching(rules, null, envelope);
  if (known.size < MOST_SORTS) known.set(sort, numbers);
  return numbers;
}

/** The same for an event of a replay, which asks only the rule of this name; all of them if it is null. */
export function rulesOfReplay({ rules }: MatchedRules, only: string | null, envelope: () => JsonObject): number[] {
  return matching(rules, only, envelope);
}

function matching(rules: readonly MatchedRule[], only: string | null, envelope: () => JsonObject): number[] {
  return rules.flatMap(({ name, isEnabled, pattern }, number) => {
    const isAsked = isEnabled && pattern !== null && (only === null || only === name);
    return isAsked && pattern.matches(envelope()) ? [number] : [];
  });
}

/** All that the envelope says, apart from `ownFields`. */
function sortOf({ from, event, object, content, upload }: BusEvent): string {
  return `${from} ${event} ${object} ${content} ${upload < 0}`;
}

function isOwn(field: string): boolean {
  return ownFields.some((own) => field === own || field.startsWith(`${own}.`));
}
