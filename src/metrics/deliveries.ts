/** How what was published reached those whom it is for: retries, dead letters, and what was given up. */
import { FACT } from '../models/facts.ts';
import { byReason, countReason, countsByReason } from './outcomes.ts';
import type { CountsByReason } from './summaries.ts';

/** Plain data. */
export interface Deliveries {
  retried: number;
  deadLettered: number;
  deadLetteredBy: number[];
  dropped: number;
  droppedBy: number[];
}

export interface DeliveriesReport {
  /** Copies that were taken over, by answer. */
  delivered: number;
  retried: number;
  deadLettered: number;
  deadLetteredByReason: CountsByReason;
  /** Given up without dead letters to put them into. */
  dropped: number;
  droppedByReason: CountsByReason;
}

const RETRIED = FACT['delivery.retried'];
const DEAD_LETTERED = FACT['delivery.dead-lettered'];
const DROPPED = FACT['delivery.dropped'];

export function deliveries(): Deliveries {
  return { retried: 0, deadLettered: 0, deadLetteredBy: countsByReason(), dropped: 0, droppedBy: countsByReason() };
}

/** Takes in a fact of a topic or a bus; those that say nothing of deliveries change nothing. */
export function tellDeliveries(deliveries: Deliveries, kind: number, c: number): void {
  if (kind === RETRIED) {
    deliveries.retried += 1;
  } else if (kind === DEAD_LETTERED) {
    deliveries.deadLettered += 1;
    countReason(deliveries.deadLetteredBy, c);
  } else if (kind === DROPPED) {
    deliveries.dropped += 1;
    countReason(deliveries.droppedBy, c);
  }
}

/** @param delivered how many copies were taken over, which the messages tell */
export function deliveriesReport(deliveries: Deliveries, delivered: number): DeliveriesReport {
  const { retried, deadLettered, deadLetteredBy, dropped, droppedBy } = deliveries;
  return {
    delivered,
    retried,
    deadLettered,
    deadLetteredByReason: byReason(deadLetteredBy),
    dropped,
    droppedByReason: byReason(droppedBy),
  };
}
