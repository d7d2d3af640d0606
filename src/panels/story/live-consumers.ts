/** Consumers that are there and hear nothing, until a rule of the bus tells them: added and taken away while it runs. */
import type { BusRule } from '../../models/parameters.ts';
import { searchRule, thumbnailsRule } from '../../stages/event-driven.ts';

/** One rule each; they go by the name of the consumer. */
export const liveRules: readonly BusRule[] = [thumbnailsRule, searchRule];

export function hasRule(rules: readonly BusRule[], { name }: BusRule): boolean {
  return rules.some((each) => each.name === name);
}

/** The rules of a bus with this one, or without it; all others stay as they are. */
export function withRule(rules: readonly BusRule[], rule: BusRule, on: boolean): readonly BusRule[] {
  const others = rules.filter(({ name }) => name !== rule.name);
  return on ? [...others, rule] : others;
}
