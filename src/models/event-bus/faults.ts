/** What faults do to a bus: rules that take nothing or never fire, copies that come twice or late. */
import { scaled } from '../../engine/distributions.ts';
import type { JsonObject } from '../json.ts';
import type { FaultOverrides } from '../model.ts';
import type { BusRule, Values } from '../parameters.ts';
import type { eventBusParameters } from './params.ts';

type Overrides = FaultOverrides<Values<typeof eventBusParameters>>;

/** As somebody writes who mistypes the source: a pattern in order, which no event fits. */
const mistyped: JsonObject = { source: ['nobody'] };

export const ruleMismatch: Overrides = {
  overrides: ({ rules }, { part }) => ({
    rules: rules.map((rule) =>
      isMeant(rule, part) && rule.pattern !== undefined ? { ...rule, pattern: mistyped } : rule,
    ),
  }),
};

export const silentSchedule: Overrides = {
  overrides: ({ rules }, { part }) => ({
    rules: rules.map((rule) => (isMeant(rule, part) && rule.schedule !== undefined ? withoutSchedule(rule) : rule)),
  }),
};

export const duplicateDelivery: Overrides = {
  overrides: ({ duplicateShare }, { strength }) => ({ duplicateShare: Math.max(duplicateShare, strength) }),
};

export const slowDown: Overrides = {
  overrides: ({ latency }, { strength }) => ({ latency: scaled(latency, strength) }),
};

/** Whether a rule is the one that is struck; '' is each of them. */
function isMeant({ name }: BusRule, part: string): boolean {
  return part === '' || part === name;
}

function withoutSchedule({ schedule: _, ...rule }: BusRule): BusRule {
  return rule;
}
