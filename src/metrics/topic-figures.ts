/** What was published to one topic, and how its copies fared. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { type Deliveries, type DeliveriesReport, deliveries, deliveriesReport, tellDeliveries } from './deliveries.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';

/** Plain data. */
interface TopicState {
  published: number;
  copies: number;
  unmatched: number;
  deliveries: Deliveries;
}

export interface TopicReport {
  /** Counted in what was published. */
  traffic: TrafficReport;
  published: number;
  /** Copies made: one for each subscriber whose filter let it through. */
  copies: number;
  /** Published, and nobody subscribes to it. */
  unmatched: number;
  deliveries: DeliveriesReport;
}

/** Columns of a topic's samples, from the start. */
export const topicColumns = ['published', 'delivered', 'retried', 'deadLettered'] as const;

const PUBLISHED = FACT['event.published'];
const UNMATCHED = FACT['event.unmatched'];

export class TopicFigures {
  readonly kind = 'topic';
  readonly state: TopicState;

  constructor(_node: WorldNode, from?: TopicFigures) {
    this.state = from ? copyData(from.state) : { published: 0, copies: 0, unmatched: 0, deliveries: deliveries() };
  }

  tell(_at: SimTime, kind: number, _upload: number, _subject: number, _a: number, b: number, c: number): SimTime {
    const { state } = this;
    if (kind === PUBLISHED) {
      state.published += 1;
      state.copies += b;
    } else if (kind === UNMATCHED) {
      state.unmatched += 1;
    } else {
      tellDeliveries(state.deliveries, kind, c);
    }
    return NO_WAIT;
  }

  report(_at: SimTime, requests: Requests, component: number): TopicReport {
    const { published, copies, unmatched, deliveries } = this.state;
    return {
      traffic: { ...requests.trafficOf(component), retried: deliveries.retried },
      published,
      copies,
      unmatched,
      deliveries: deliveriesReport(deliveries, requests.deliveredBy(component)),
    };
  }

  sample(
    columns: Record<(typeof topicColumns)[number], Float64Array>,
    row: number,
    _at: SimTime,
    requests: Requests,
    component: number,
  ): void {
    const { published, deliveries } = this.state;
    columns.published[row] = published;
    columns.delivered[row] = requests.deliveredBy(component);
    columns.retried[row] = deliveries.retried;
    columns.deadLettered[row] = deliveries.deadLettered;
  }
}
