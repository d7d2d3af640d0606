/** How an architecture grows with its services: the queues, rules and links it takes, counted in its data. */
import type { BusRule } from '../../models/parameters.ts';
import type { Topology } from '../../models/topology.ts';
import { formsOf, type StageId, stages, storyOf } from '../../stages/catalogue.ts';

export interface Growth {
  queues: number;
  rules: number;
  links: number;
}

/** Those to which services can be added, one by one. */
export const growing = ['microservices', 'event-driven'] as const;
export type Growing = (typeof growing)[number];

/** Which of them a stage is a form of; null if it is none of theirs. */
export function growingOf(stage: StageId): Growing | null {
  return growing.find((each) => each === storyOf(stage)) ?? null;
}

/** How many services have been added in this form of a stage. */
export function servicesIn(stage: StageId): number {
  return formsOf(storyOf(stage)).indexOf(stage);
}

/** How many can be added. */
export function mostServices(which: Growing): number {
  return formsOf(which).length - 1;
}

/** The form with so many services added; throws if there is none. */
export function formWith(which: Growing, services: number): StageId {
  const form = formsOf(which)[services];
  if (form === undefined) throw new RangeError(`${which} has no form with ${services} more services`);
  return form;
}

/** What an architecture takes, as it comes. */
export function growthOf({ nodes, links }: Topology): Growth {
  const buses = nodes.filter(({ kind }) => kind === 'event-bus');
  const rules = buses.flatMap(({ params }) => (params?.['rules'] ?? []) as readonly BusRule[]);
  return { queues: nodes.filter(({ kind }) => kind === 'queue').length, rules: rules.length, links: links.length };
}

/** What the service with this number, from 1, brought with it. */
export function broughtBy(which: Growing, service: number): Growth {
  const before = growthOf(stages[formWith(which, service - 1)]);
  const after = growthOf(stages[formWith(which, service)]);
  return {
    queues: after.queues - before.queues,
    rules: after.rules - before.rules,
    links: after.links - before.links,
  };
}
