/**
 * The ways down which a request goes on this bench, and what has become of one request on each of them: read from the
 * facts up to a moment, and from nothing else.
 */
import type { SimTime } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';
import { REASON } from '../../../models/reasons.ts';
import type { WorldPlan } from '../../../models/world.ts';

export const laneIds = ['call', 'event', 'batch', 'record'] as const;
/** Called and waited for; handed over; fetched from a queue; read from a stream. */
export type LaneId = (typeof laneIds)[number];

/** By id of the components: who runs, where it writes, where the site sends it, and where it is told how that came out. */
export const laneParts: Readonly<Record<LaneId, { handler: string; account: string; entry: string }>> = {
  call: { handler: 'call-handler', account: 'call-account', entry: 'call-handler' },
  event: { handler: 'event-handler', account: 'event-account', entry: 'event-handler' },
  batch: { handler: 'batch-handler', account: 'batch-account', entry: 'event-queue' },
  record: { handler: 'record-handler', account: 'record-account', entry: 'event-stream' },
};

/** What is booked for each request. Our choice. */
export const DEPOSIT = 20;

/** One run at one request. */
export interface Try {
  began: SimTime;
  /** Null while it runs. */
  ended: SimTime | null;
  /** Code of `REASON`: why it failed. */
  reason: number;
}

/**
 * - `coming` not there yet; `waiting` for a run, at first or again; `held` handed out of the queue, waiting in a batch;
 *   `running`; `left` while the site was gone before it had an answer, or before it sent anything down this way;
 * - `answered`, `error` the caller has its answer; `done`; `put-aside` with the dead letters, or told to a destination;
 *   `dropped` and gone.
 */
export type LaneState =
  | 'coming'
  | 'waiting'
  | 'held'
  | 'running'
  | 'left'
  | 'answered'
  | 'error'
  | 'done'
  | 'put-aside'
  | 'dropped';

/** What has become of a request on one way. */
export interface LaneStory {
  state: LaneState;
  /** When the site sent it off, and when it heard of it again, with the reason of that answer; -1 if not yet. */
  askedAt: SimTime;
  answeredAt: SimTime;
  answer: number;
  /** When the site came to an end with the request before it had an answer; -1 if it has not. */
  leftAt: SimTime;
  tries: Try[];
  /** When it is tried again, or seen again; -1 where nobody knows. */
  nextAt: SimTime;
  /** When it came to its end; -1 if it has not. */
  endedAt: SimTime;
  /** Code of `REASON`: why it was given up. */
  reason: number;
  /** How often the item of the request was written. */
  writes: number;
  /** How often it came: what is handed over twice, or copied by the queue, is there more than once. */
  copies: number;
  /** How often the function recognised it as done before, and left it alone. */
  recognised: number;
  /** Whether somebody was told that it went well. */
  isTold: boolean;
  /** Other requests whose item was written more than once. */
  othersWrittenAgain: number;
}

/** Where the parts of a lane stand in a plan. */
interface Lane {
  id: LaneId;
  handler: number;
  account: number;
  entry: number;
  site: number;
  link: number;
  failuresLink: number;
  successesLink: number;
}

/** What the present batch of the reader of the stream holds of the request; its place in it is -1 while it is not begun. */
interface BatchSoFar {
  size: number;
  begun: number;
  place: number;
}

function lanesOf({ nodes, links }: WorldPlan): Lane[] {
  const componentOf = (id: string): number => nodes.findIndex((node) => node.id === id);
  const linkOf = (from: string, to: string): number =>
    links.findIndex((link) => link.from === componentOf(from) && link.to === componentOf(to));
  return laneIds.map((id) => {
    const { handler, account, entry } = laneParts[id];
    return {
      id,
      handler: componentOf(handler),
      account: componentOf(account),
      entry: componentOf(entry),
      site: componentOf('site'),
      link: linkOf('site', entry),
      failuresLink: linkOf(handler, 'failures'),
      successesLink: linkOf(handler, 'successes'),
    };
  });
}

/** A request as it was sent: by whom, and when. */
export interface Sent {
  upload: number;
  at: SimTime;
  /** Whether the saboteur sent it. */
  isPoison: boolean;
}

/** Every request sent up to `until`, in order. */
export function requestsUntil(facts: TraceColumns, plan: WorldPlan, until: SimTime): Sent[] {
  const saboteur = plan.nodes.findIndex(({ id }) => id === 'saboteur');
  const sent: Sent[] = [];
  for (let row = 0; row < facts.length; row += 1) {
    const at = facts.at[row] as number;
    if (at > until) break;
    if (facts.kind[row] !== FACT['upload.started']) continue;
    sent.push({ upload: facts.upload[row] as number, at, isPoison: facts.component[row] === saboteur });
  }
  return sent;
}

/** What became of one request on every way, up to and including `until`. */
export function laneStories(
  facts: TraceColumns,
  plan: WorldPlan,
  upload: number,
  until: SimTime,
): Record<LaneId, LaneStory> {
  const readers = lanesOf(plan).map((lane) => new LaneReader(lane, upload, until));
  for (let row = 0; row < facts.length; row += 1) {
    const at = facts.at[row] as number;
    if (at > until) break;
    for (const reader of readers) {
      reader.tell(
        at,
        facts.kind[row] as number,
        facts.component[row] as number,
        facts.upload[row] as number,
        facts.a[row] as number,
        facts.b[row] as number,
        facts.c[row] as number,
      );
    }
  }
  return Object.fromEntries(readers.map(({ lane, story }) => [lane.id, story])) as Record<LaneId, LaneStory>;
}

/** Last column of `message.sent`: the operation, and from here on the reason. */
const REASONS_FROM = 256;

/** Last column of `message.queued`: how it came. */
const SENT = 0;
const COPIED = 2;

class LaneReader {
  readonly lane: Lane;
  readonly story: LaneStory = {
    state: 'coming',
    askedAt: -1,
    answeredAt: -1,
    answer: REASON.none,
    leftAt: -1,
    tries: [],
    nextAt: -1,
    endedAt: -1,
    reason: REASON.none,
    writes: 0,
    copies: 0,
    recognised: 0,
    isTold: false,
    othersWrittenAgain: 0,
  };
  readonly #upload: number;
  readonly #until: SimTime;
  #batch: BatchSoFar = { size: 0, begun: 0, place: -1 };

  constructor(lane: Lane, upload: number, until: SimTime) {
    this.lane = lane;
    this.#upload = upload;
    this.#until = until;
  }

  tell(at: SimTime, kind: number, component: number, upload: number, a: number, b: number, c: number): void {
    const { lane, story } = this;
    if (component === lane.account && kind === FACT['item.written']) {
      if (upload === this.#upload) story.writes = c;
      else if (c === 2) story.othersWrittenAgain += 1;
      return;
    }
    if (lane.id === 'record' && component === lane.handler) this.#tellBatch(at, kind, upload, a);
    if (upload !== this.#upload) return;
    if (kind === FACT['message.sent']) this.#tellSent(at, component, a, b, c);
    else if (component === lane.handler) this.#tellRun(at, kind, b, c);
    else if (component === lane.entry) this.#tellQueue(at, kind, a, c);
    else if (component === lane.site && kind === FACT['job.failed']) this.#leave(at);
  }

  /** The reader of a shard says of a batch how many failed, from the first failure on: what stands before is done. */
  #tellBatch(at: SimTime, kind: number, upload: number, a: number): void {
    const batch = this.#batch;
    if (kind === FACT['batch.began']) this.#batch = { size: a, begun: 0, place: -1 };
    else if (kind === FACT['job.began']) {
      if (upload === this.#upload) batch.place = batch.begun;
      batch.begun += 1;
    } else if (kind === FACT['batch.finished'] && batch.place >= 0) this.#end('done', at);
    else if (kind === FACT['batch.failed'] && batch.place >= 0 && batch.place < batch.size - a) this.#end('done', at);
  }

  #tellSent(at: SimTime, component: number, arrivesAt: SimTime, b: number, c: number): void {
    const { lane, story } = this;
    const link = Math.floor(b / 2);
    if (link === lane.link) {
      if (b % 2 === 0) {
        story.askedAt = at;
        story.state = 'waiting';
      } else if (arrivesAt <= this.#until) {
        story.answeredAt = arrivesAt;
        story.answer = Math.floor(c / REASONS_FROM) % REASONS_FROM;
        if (lane.id === 'call') this.#end(story.answer === REASON.none ? 'answered' : 'error', arrivesAt);
      }
    } else if (component === lane.handler && b % 2 === 0 && link === lane.failuresLink) {
      this.#end('put-aside', story.endedAt < 0 ? at : story.endedAt);
    } else if (component === lane.handler && b % 2 === 0 && link === lane.successesLink) story.isTold = true;
  }

  #tellRun(at: SimTime, kind: number, b: number, c: number): void {
    const { lane, story } = this;
    switch (kind) {
      case FACT['invocation.queued']:
        story.copies += 1;
        return;
      case FACT['duplicate.recognised']:
        story.recognised += 1;
        return;
      case FACT['job.began']:
        story.tries.push({ began: at, ended: null, reason: REASON.none });
        // A message stays hidden for as long as it was, whatever the run comes to.
        if (lane.id !== 'batch') story.nextAt = -1;
        if (story.endedAt < 0) story.state = 'running';
        return;
      case FACT['job.finished']:
      case FACT['job.failed']: {
        const open = story.tries.find(({ ended }) => ended === null);
        if (open !== undefined) {
          open.ended = at;
          open.reason = c;
        }
        if (lane.id === 'event' && kind === FACT['job.finished']) this.#end('done', at);
        else if (story.endedAt < 0) story.state = lane.id === 'batch' ? 'held' : 'waiting';
        return;
      }
      case FACT['invocation.retried']:
      case FACT['invocation.throttled']:
        story.nextAt = b;
        return;
      case FACT['invocation.dropped']:
        story.reason = c;
        this.#end('dropped', at);
    }
  }

  #tellQueue(at: SimTime, kind: number, a: number, c: number): void {
    const { lane, story } = this;
    if (lane.id !== 'batch') return;
    if (kind === FACT['message.received']) {
      story.nextAt = a;
      if (story.endedAt < 0) story.state = 'held';
    } else if (kind === FACT['message.reappeared']) {
      story.nextAt = -1;
      if (story.endedAt < 0) story.state = 'waiting';
    } else if (kind === FACT['message.deleted']) this.#end('done', at);
    else if (kind === FACT['message.dead-lettered']) {
      story.reason = REASON['too-many-receives'];
      this.#end('put-aside', at);
    } else if (kind === FACT['message.queued'] && (c === SENT || c === COPIED)) story.copies += 1;
  }

  /** The site is at an end with the request. Who called has no answer any more; what was handed over goes its way. */
  #leave(at: SimTime): void {
    const { lane, story } = this;
    if (story.answeredAt >= 0) return;
    story.leftAt = at;
    if (lane.id === 'call' || story.askedAt < 0) this.#end('left', at);
  }

  #end(state: LaneState, at: SimTime): void {
    this.story.state = state;
    this.story.endedAt = at;
    this.story.nextAt = -1;
  }
}

/** What stands in the account of a request that was written so often, by what each write says. */
export function balanceAfter(writes: number): { set: number; add: number } {
  return { set: writes === 0 ? 0 : DEPOSIT, add: DEPOSIT * writes };
}
