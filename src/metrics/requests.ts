/**
 * How the requests to each component went, read off the messages alone, so that it is the same for every kind. Requests
 * that bring something count: those that only ask for work, confirm it or ask after somebody's health do not.
 */
import { copyData } from '../engine/copy.ts';
import { OPERATION, type Operation, operations } from '../models/facts.ts';
import { reasons } from '../models/reasons.ts';
import type { WorldLink } from '../models/world.ts';
import { byReason } from './outcomes.ts';
import type { CountsByReason } from './summaries.ts';

/**
 * What came to a component, whatever its kind: what has arrived was served, was refused, or is still there.
 * What counts as one (an upload, a request, a message …) is said with the report of each kind.
 */
export interface TrafficReport {
  arrived: number;
  served: number;
  /** Turned away, given up or ended in an error. */
  refused: number;
  refusedByReason: CountsByReason;
  /** Times that this component tried something again. */
  retried: number;
  /** Of what arrived, how often it was something that had come before: tried again by its sender, or given out again. */
  redelivered: number;
  /** Still there when the run ended: on the way in, waiting, or being worked on. */
  atEnd: number;
}

/** Whether a request brings something, by operation. */
const brings: Readonly<Record<Operation, boolean>> = {
  upload: true,
  'hand-on': true,
  deliver: true,
  put: true,
  get: true,
  send: true,
  receive: false,
  delete: false,
  extend: false,
  write: true,
  read: true,
  publish: true,
  append: true,
  fetch: false,
  check: false,
};
const bringsByCode = Uint8Array.from(operations, (operation) => (brings[operation] ? 1 : 0));

/** Plain data: counts by number of the component, and by component and reason. */
interface Counts {
  arrived: Float64Array;
  again: Float64Array;
  served: Float64Array;
  refused: Float64Array;
  refusedBy: Float64Array;
  delivered: Float64Array;
}

const DELIVER = OPERATION.deliver;

export class Requests {
  readonly #links: readonly WorldLink[];
  /** By number of a link: whom it leads to, and from whom. */
  readonly #to: Int32Array;
  readonly #from: Int32Array;
  readonly #counts: Counts;

  constructor(components: number, links: readonly WorldLink[], from?: Requests) {
    this.#links = links;
    this.#to = Int32Array.from(links, ({ to }) => to);
    this.#from = Int32Array.from(links, ({ from: caller }) => caller);
    this.#counts = from ? copyData(from.#counts) : noCounts(components);
  }

  /** Takes in a `message.sent`; `component` is who sent it. */
  sent(component: number, b: number, c: number): void {
    const operation = c & 255;
    if (bringsByCode[operation] === 0) return;
    const link = b >> 1;
    const counts = this.#counts;
    if ((b & 1) === 0) {
      const to = this.#to[link];
      if (to === undefined) throw new Error(`a message was sent along link ${link}, which does not exist`);
      counts.arrived[to] = (counts.arrived[to] as number) + 1;
      if (c >= 65_536) counts.again[to] = (counts.again[to] as number) + 1;
      return;
    }
    const reason = (c >> 8) & 255;
    this.#ended(component, reason);
    if (operation === DELIVER && reason === 0) {
      const from = this.#from[link] as number;
      counts.delivered[from] = (counts.delivered[from] as number) + 1;
    }
  }

  /** Takes in a `message.taken`: a request is done with, and no answer goes back. */
  taken(component: number, operation: number, reason: number): void {
    if (bringsByCode[operation] === 1) this.#ended(component, reason);
  }

  /** What came to a component as requests. */
  trafficOf(component: number): TrafficReport {
    const { arrived, again, served, refused, refusedBy } = this.#counts;
    const came = arrived[component] as number;
    const well = served[component] as number;
    const badly = refused[component] as number;
    const first = component * reasons.length;
    return {
      arrived: came,
      served: well,
      refused: badly,
      refusedByReason: byReason(Array.from(refusedBy.subarray(first, first + reasons.length))),
      retried: 0,
      redelivered: again[component] as number,
      atEnd: came - well - badly,
    };
  }

  arrivedAt(component: number): number {
    return this.#counts.arrived[component] as number;
  }

  /** Requests that came and had been tried before by their senders. */
  retriedAt(component: number): number {
    return this.#counts.again[component] as number;
  }

  refusedAt(component: number): number {
    return this.#counts.refused[component] as number;
  }

  /** Requests that came and have not been answered. */
  openAt(component: number): number {
    const { arrived, served, refused } = this.#counts;
    return (arrived[component] as number) - (served[component] as number) - (refused[component] as number);
  }

  /** Deliveries (`deliver`) of this component that were taken over. */
  deliveredBy(component: number): number {
    return this.#counts.delivered[component] as number;
  }

  copy(): Requests {
    return new Requests(this.#counts.arrived.length, this.#links, this);
  }

  #ended(component: number, reason: number): void {
    const counts = this.#counts;
    if (reason === 0) {
      counts.served[component] = (counts.served[component] as number) + 1;
      return;
    }
    counts.refused[component] = (counts.refused[component] as number) + 1;
    const place = component * reasons.length + reason;
    counts.refusedBy[place] = (counts.refusedBy[place] as number) + 1;
  }
}

function noCounts(components: number): Counts {
  return {
    arrived: new Float64Array(components),
    again: new Float64Array(components),
    served: new Float64Array(components),
    refused: new Float64Array(components),
    refusedBy: new Float64Array(components * reasons.length),
    delivered: new Float64Array(components),
  };
}
