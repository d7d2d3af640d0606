/** What is seen of a bus: its rules, and the events that passed. */
import type { SimTime } from '../../engine/time.ts';
import { copyDeliveries, deliveryFolds, noDeliveries, type WithDeliveries } from './deliveries-view.ts';
import { copyEntries } from './entries.ts';
import { faultFolds, type KindView } from './kind-view.ts';

/** What one rule did. */
export interface RuleView {
  /** Events that it matched, and times that its schedule came round. */
  matched: number;
  /** When it did so last, -1 before the first time. */
  lastAt: SimTime;
}

export interface EventBusView extends WithDeliveries {
  kind: 'event-bus';
  published: number;
  /** Events that its own schedules made. */
  fired: number;
  unmatched: number;
  /** When the last event came that no rule matched; -1 before the first. */
  lastUnmatchedAt: SimTime;
  archived: number;
  replayed: number;
  /** By number of the rule; those that never matched are missing. */
  rules: Map<number, RuleView>;
  faults: number;
}

export const eventBusView: KindView<EventBusView> = {
  empty: () => ({
    kind: 'event-bus',
    published: 0,
    fired: 0,
    unmatched: 0,
    lastUnmatchedAt: -1,
    archived: 0,
    replayed: 0,
    rules: new Map(),
    faults: 0,
    ...noDeliveries(),
  }),
  copy: (bus) => ({
    ...bus,
    rules: copyEntries(bus.rules, (rule) => ({ ...rule })),
    retries: copyDeliveries(bus.retries),
  }),
  folds: {
    ...faultFolds,
    ...deliveryFolds,
    'event.published': (bus) => {
      bus.published += 1;
    },
    'event.unmatched': (bus, columns, row) => {
      bus.unmatched += 1;
      bus.lastUnmatchedAt = Math.max(bus.lastUnmatchedAt, columns.at[row] as number);
    },
    'rule.matched': (bus, columns, row) => ruleDid(bus, columns.subject[row] as number, columns.at[row] as number),
    'schedule.fired': (bus, columns, row) => {
      bus.fired += 1;
      ruleDid(bus, columns.subject[row] as number, columns.at[row] as number);
    },
    'event.archived': (bus) => {
      bus.archived += 1;
    },
    'event.replayed': (bus) => {
      bus.replayed += 1;
    },
  },
};

function ruleDid({ rules }: EventBusView, number: number, at: SimTime): void {
  let rule = rules.get(number);
  if (!rule) {
    rule = { matched: 0, lastAt: -1 };
    rules.set(number, rule);
  }
  rule.matched += 1;
  rule.lastAt = Math.max(rule.lastAt, at);
}
