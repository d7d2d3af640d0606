/** What came along one bus, which rules it matched, and how the copies fared. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { type Deliveries, type DeliveriesReport, deliveries, deliveriesReport, tellDeliveries } from './deliveries.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';

/** What one rule did. Plain data. */
interface Rule {
  matched: number;
  copies: number;
  fired: number;
}

/** Plain data. */
interface BusState {
  published: number;
  unmatched: number;
  archived: number;
  replayed: number;
  fired: number;
  /** By number of the rule; rules that never matched are missing. */
  rules: Map<number, Rule>;
  deliveries: Deliveries;
}

export interface RuleReport {
  /** Place of the rule among those of the bus, from 0. */
  rule: number;
  /** Events that it matched, and copies made of them: one for each target. */
  matched: number;
  copies: number;
  /** Times that its schedule came round. */
  fired: number;
}

export interface EventBusReport {
  /** Counted in what was published. */
  traffic: TrafficReport;
  published: number;
  /** Events that no rule matched. */
  unmatched: number;
  archived: number;
  replayed: number;
  schedulesFired: number;
  /** Those that matched or fired at least once, in their order. */
  rules: RuleReport[];
  deliveries: DeliveriesReport;
}

/** Columns of a bus's samples, from the start. */
export const eventBusColumns = ['published', 'unmatched', 'delivered', 'retried', 'deadLettered'] as const;

const PUBLISHED = FACT['event.published'];
const UNMATCHED = FACT['event.unmatched'];
const MATCHED = FACT['rule.matched'];
const ARCHIVED = FACT['event.archived'];
const REPLAYED = FACT['event.replayed'];
const FIRED = FACT['schedule.fired'];

export class EventBusFigures {
  readonly kind = 'event-bus';
  readonly state: BusState;

  constructor(_node: WorldNode, from?: EventBusFigures) {
    this.state = from ? copyData(from.state) : busState();
  }

  tell(_at: SimTime, kind: number, _upload: number, subject: number, _a: number, b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case PUBLISHED:
        state.published += 1;
        return NO_WAIT;
      case UNMATCHED:
        state.unmatched += 1;
        return NO_WAIT;
      case MATCHED: {
        const rule = this.#rule(subject);
        rule.matched += 1;
        rule.copies += b;
        return NO_WAIT;
      }
      case ARCHIVED:
        state.archived += 1;
        return NO_WAIT;
      case REPLAYED:
        state.replayed += 1;
        return NO_WAIT;
      case FIRED:
        state.fired += 1;
        this.#rule(subject).fired += 1;
        return NO_WAIT;
      default:
        tellDeliveries(state.deliveries, kind, c);
        return NO_WAIT;
    }
  }

  report(_at: SimTime, requests: Requests, component: number): EventBusReport {
    const { published, unmatched, archived, replayed, fired, rules, deliveries } = this.state;
    const sorted = [...rules].sort(([one], [other]) => one - other);
    return {
      traffic: { ...requests.trafficOf(component), retried: deliveries.retried },
      published,
      unmatched,
      archived,
      replayed,
      schedulesFired: fired,
      rules: sorted.map(([rule, did]) => ({ rule, ...did })),
      deliveries: deliveriesReport(deliveries, requests.deliveredBy(component)),
    };
  }

  sample(
    columns: Record<(typeof eventBusColumns)[number], Float64Array>,
    row: number,
    _at: SimTime,
    requests: Requests,
    component: number,
  ): void {
    const { published, unmatched, deliveries } = this.state;
    columns.published[row] = published;
    columns.unmatched[row] = unmatched;
    columns.delivered[row] = requests.deliveredBy(component);
    columns.retried[row] = deliveries.retried;
    columns.deadLettered[row] = deliveries.deadLettered;
  }

  #rule(number: number): Rule {
    const { rules } = this.state;
    let rule = rules.get(number);
    if (!rule) {
      rule = { matched: 0, copies: 0, fired: 0 };
      rules.set(number, rule);
    }
    return rule;
  }
}

function busState(): BusState {
  return {
    published: 0,
    unmatched: 0,
    archived: 0,
    replayed: 0,
    fired: 0,
    rules: new Map(),
    deliveries: deliveries(),
  };
}
