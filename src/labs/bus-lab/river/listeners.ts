/**
 * Who may tell something to the river and who may listen, added and taken away while it runs; and how many others have to
 * be changed for it.
 */
import type { BusRule } from '../../../models/parameters.ts';
import type { WorldNode } from '../../../models/world.ts';
import { riverProducers, riverRules } from '../../../stages/bus-lab/river.ts';

/** The rules of the bus with that of a listener, or without it, in the order of the river; others stay as they are. */
export function withListener(rules: readonly BusRule[], name: string, listens: boolean): readonly BusRule[] {
  const others = rules.filter((rule) => rule.name !== name);
  const own = riverRules.filter((rule) => rule.name === name);
  return listens ? inOrder([...others, ...own]) : others;
}

function inOrder(rules: readonly BusRule[]): readonly BusRule[] {
  const placeOf = ({ name }: BusRule): number => {
    const place = riverRules.findIndex((rule) => rule.name === name);
    return place < 0 ? riverRules.length : place;
  };
  return rules.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Who stands along the river: all that may listen, and whatever other rules there are. */
export function postsOf(rules: readonly BusRule[]): readonly string[] {
  const usual = riverRules.map(({ name }) => name);
  return [...usual, ...rules.map(({ name }) => name).filter((name) => !usual.includes(name))];
}

/** How often a producer tells something when it begins to, 1/s. */
export function usualRateOf(id: string): number {
  return riverProducers.find((producer) => producer.id === id)?.ratePerSecond ?? 0;
}

/** How many components do something else, or lead elsewhere, than as the bench comes: their programs are compared. */
export function programsChanged(before: readonly WorldNode[], after: readonly WorldNode[]): number {
  const programs = new Map(before.map(({ id, params }) => [id, programOf(params)]));
  return after.filter(({ id, params }) => programs.get(id) !== programOf(params)).length;
}

function programOf(params: WorldNode['params']): string {
  return JSON.stringify((params as Readonly<Record<string, unknown>>)['steps'] ?? null);
}
