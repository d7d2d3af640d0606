/**
 * What came of the two doors in a run up to a moment, read off the facts: how often each link was used and denied, who saw
 * an error, what was tried again and given up, and what stays where it lies.
 */
import type { SimTime } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT, operations } from '../../../models/facts.ts';
import { REASON } from '../../../models/reasons.ts';
import type { Reel } from '../../../playback/reel.ts';

/** `message.sent`, column c: operation + 256 × reason + 65,536 × attempt. */
const REASON_STEP = 256;
const ATTEMPT_STEP = 65_536;

const ASKING: readonly string[] = ['receive', 'fetch', 'delete', 'extend', 'check'];
/** Whether a request only asks for work, or confirms it, by code of the operation. */
const onlyAsks = operations.map((operation) => ASKING.includes(operation));

/** One way between two components. */
export interface LinkCounts {
  /** Requests that brought something, tries again included. */
  asked: number;
  /** Of those, turned away because the resource policy does not name who asks. */
  denied: number;
  /** Messages that were read along it. */
  read: number;
}

/** One component. */
export interface PlaceCounts {
  /** People who were told that it worked, and those who saw an error. */
  accepted: number;
  sawError: number;
  /** Notifications or copies that were given up. */
  givenUp: number;
  /** Messages that were taken in, and those that are done with. */
  queued: number;
  deleted: number;
}

/** All of it, up to one moment. */
export interface DoorLog {
  links: readonly LinkCounts[];
  places: readonly PlaceCounts[];
  runs: number;
  /** When each run failed because its role did not allow the next call, µs. */
  deniedRunsAt: readonly SimTime[];
  /** Events that the function tried again, and gave up. */
  retried: number;
  dropped: number;
}

const { 'message.sent': SENT, 'upload.accepted': ACCEPTED, 'request.given-up': REFUSED } = FACT;
const { 'delivery.dropped': DELIVERY_DROPPED, 'delivery.dead-lettered': DELIVERY_KEPT } = FACT;
const { 'message.queued': QUEUED, 'message.deleted': DELETED, 'message.received': RECEIVED } = FACT;
const { 'invocation.finished': FINISHED, 'invocation.retried': RETRIED, 'invocation.dropped': DROPPED } = FACT;

export interface DoorPlan {
  /** Number of the function. */
  handler: number;
  links: readonly { from: number; to: number }[];
  components: number;
}

/** Everything up to and with `t`. */
export function doorLog({ facts }: Pick<Reel, 'facts'>, { handler, links, components }: DoorPlan, t: SimTime): DoorLog {
  const counts: LinkCounts[] = links.map(() => ({ asked: 0, denied: 0, read: 0 }));
  const places: PlaceCounts[] = Array.from({ length: components }, () => ({
    accepted: 0,
    sawError: 0,
    givenUp: 0,
    queued: 0,
    deleted: 0,
  }));
  const deniedRunsAt: SimTime[] = [];
  const log = { runs: 0, retried: 0, dropped: 0 };
  for (let row = 0; row < facts.length && (facts.at[row] as number) <= t; row += 1) {
    const kind = facts.kind[row] as number;
    const component = facts.component[row] as number;
    const place = places[component] as PlaceCounts;
    if (kind === SENT) tellSent(counts, facts, row);
    else if (kind === ACCEPTED) place.accepted += 1;
    else if (kind === REFUSED) place.sawError += 1;
    else if (kind === DELIVERY_DROPPED || kind === DELIVERY_KEPT) place.givenUp += 1;
    else if (kind === QUEUED) place.queued += 1;
    else if (kind === DELETED) place.deleted += 1;
    else if (kind === RECEIVED) {
      const link = links.findIndex(({ from, to }) => from === handler && to === component);
      if (link >= 0) (counts[link] as LinkCounts).read += 1;
    } else if (component !== handler) continue;
    else if (kind === FINISHED) {
      log.runs += 1;
      if (((facts.c[row] as number) & 255) === REASON['execution-role-missing'])
        deniedRunsAt.push(facts.at[row] as number);
    } else if (kind === RETRIED) log.retried += 1;
    else if (kind === DROPPED) log.dropped += 1;
  }
  return { links: counts, places, deniedRunsAt, ...log };
}

function tellSent(counts: LinkCounts[], { b, c }: TraceColumns, row: number): void {
  const way = b[row] as number;
  const what = c[row] as number;
  const counted = counts[Math.floor(way / 2)];
  if (counted === undefined || onlyAsks[what & (REASON_STEP - 1)]) return;
  if (way % 2 === 0) counted.asked += 1;
  else if (Math.floor((what % ATTEMPT_STEP) / REASON_STEP) === REASON['resource-policy-missing']) counted.denied += 1;
}
