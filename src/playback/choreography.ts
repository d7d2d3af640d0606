/**
 * When each fact of a run is shown. A hop between two components takes milliseconds and would not be seen, so it is
 * stretched on the wall; what happens at a component is then shown when the stretched hop arrives there. A function of
 * the trace and the speed alone.
 *
 * - Each upload's story is told in order at each component: nothing is shown there before what came earlier.
 * - A hop starts when its sender's story has got that far, and lasts 0.6 s on the wall. The receiver's story goes on
 *   when it has arrived. So hops of one message follow one another, and those of different branches fly together.
 * - Messages that only ask or confirm are not stretched; they carry the story at their true latency. What goes the same
 *   way in a row, such as three renditions, follows more closely.
 * - Nothing is shown before it happened, later than 2 s on the wall after it, later than 10 simulated seconds after it,
 *   or after the end of the run: the picture never strays far from the figures beside it. The further it lags, the
 *   quicker the hops; where there is too little time left for one to be seen, it gives way to flow.
 * - Work is shown for at least half of its true time, so that the story catches up without skipping the work.
 * - A slot shows one job at a time: one that is over but still to be shown to its end yields to the next.
 * - An instance drains and goes only when the last of its work was shown. A crash is shown at once; what is told
 *   later of its work is passed over by the view.
 */
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { type FactKind, factKinds } from '../models/facts.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import { GroupStory } from './group-story.ts';
import { carriesNews } from './news.ts';
import { PendingRows } from './pending-rows.ts';
import type { Reel } from './reel.ts';

/** How long a hop lasts on the wall, in seconds. Our choice: long enough to follow with the eye, short enough to wait for. */
export const HOP_WALL_SECONDS = 0.6;

/** The least between two hops of one upload that go the same way in a row, in seconds on the wall. Our choice: a dot apart. */
const FOLLOW_WALL_SECONDS = 0.2;

/** The most by which the picture may lag behind the truth, in seconds on the wall. Our choice: three hops and a bit. */
export const PATH_LAG_WALL_SECONDS = 2;

/**
 * The most by which the picture may lag, in simulated seconds. Our choice: what 2 s on the wall are at the speed at which the stories play, so that
 * at high speeds the picture tells of the same moment as the figures; what moves is then shown as flow.
 */
export const MOST_LAG_SECONDS = 10;

/**
 * The most that one hop takes of the lag that is left. Our choice: two hops in a row take nearly their full time, and even
 * the fourth without a pause in between is still seen.
 */
const SHARE_OF_LAG = 0.5;

/** A hop shorter than this on the wall, in seconds, is not drawn as a dot. Our choice: nine frames at 60 a second. */
export const READABLE_WALL_SECONDS = 0.15;

/** Fastest speed that lags and hops have room for in their columns (2^32 µs), with much to spare. */
const FASTEST = 2000;

/** Rows that the first arrays have room for. */
const FIRST_CAPACITY = 4096;

/** The most by which the picture lags at a speed, in simulated seconds. */
export function longestLagSeconds(speed: number): number {
  return Math.min(PATH_LAG_WALL_SECONDS * speed, MOST_LAG_SECONDS);
}

/** When work that is shown to begin at `shownBegan` is shown to end, if nothing cuts it short. */
export function shownEndOf(shownBegan: SimTime, began: SimTime, ends: SimTime): SimTime {
  return Math.max(ends, shownBegan + Math.ceil((ends - began) / 2));
}

export class Choreography {
  readonly speed: number;
  /** The most by which a fact may be shown late. */
  readonly longestLag: SimTime;
  /** No hop is shown for longer than this. */
  readonly longestHop: SimTime;
  /** A hop that is shown for less is not drawn as a dot. */
  readonly shortestDot: SimTime;
  /** Rows in the order in which they are shown: by shown time, equal times in the order of the trace. */
  order: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  /** How many of `order` are known. */
  ordered = 0;
  /** By row: how long after it happened a fact is shown. For a hop, when it is shown to start. */
  lag: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  /** By row of a `message.sent`: how long the hop is shown. */
  hopTime: Uint32Array = new Uint32Array(FIRST_CAPACITY);

  readonly #reel: Reel;
  readonly #links: readonly WorldLink[];
  readonly #components: number;
  readonly #groups: readonly GroupStory[];
  readonly #hop: SimTime;
  readonly #follow: SimTime;
  readonly #endsAt: SimTime;
  readonly #pending: PendingRows;
  /** By upload × components + component: up to when, in shown time, the upload's story at the component is told. */
  #told = new Float64Array(FIRST_CAPACITY);
  /** The same, 1 + the row of the hop with news that left there last; 0 if something else was told since. */
  #lastHop: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  /** Rows before this one have been looked at. */
  #row = 0;

  /**
   * @param speed simulated seconds per second on the wall, above 0 and at most 2000
   * @param endsAt when the run ends: by then everything is shown
   */
  constructor(
    reel: Reel,
    nodes: readonly WorldNode[],
    links: readonly WorldLink[],
    speed: number,
    endsAt: SimTime = Number.POSITIVE_INFINITY,
  ) {
    if (!(speed > 0 && speed <= FASTEST)) throw new RangeError(`speed ${speed} is not above 0 and at most ${FASTEST}`);
    this.speed = speed;
    // Beyond the speed at which the longest lag is reached, hops no longer grow in simulated time.
    const pace = longestLagSeconds(speed) / PATH_LAG_WALL_SECONDS;
    this.longestLag = onTheWall(PATH_LAG_WALL_SECONDS, pace);
    this.#endsAt = endsAt;
    this.shortestDot = onTheWall(READABLE_WALL_SECONDS, speed);
    this.#pending = new PendingRows(this.longestLag);
    this.#hop = onTheWall(HOP_WALL_SECONDS, pace);
    this.#follow = onTheWall(FOLLOW_WALL_SECONDS, pace);
    this.longestHop = links.reduce((longest, { latency }) => Math.max(longest, latency), this.#hop);
    this.#reel = reel;
    this.#links = links;
    this.#components = nodes.length;
    this.#groups = nodes.map(({ kind, params }) => {
      return new GroupStory(kind === 'function' ? 1 : ((params['slotsPerInstance'] ?? 0) as number));
    });
  }

  /** When the fact of this row is shown. */
  shownAt(row: number): SimTime {
    return (this.#reel.facts.at[row] as number) + (this.lag[row] as number);
  }

  /** Puts everything that is shown up to `t` into `order`. `t` is at most what the reel has recorded. */
  extendTo(t: SimTime): void {
    const { at, kind, length } = this.#reel.facts;
    const pending = this.#pending;
    this.#makeRoom(length);
    let row = this.#row;
    while (row < length && (at[row] as number) <= t) {
      // A stretch at a time: nothing that comes after it is shown within it.
      const stretchEnds = Math.min(t, pending.endOfBucket(at[row] as number));
      this.ordered = pending.takeBucketsBefore(at[row] as number, this.order, this.ordered);
      for (; row < length && (at[row] as number) <= stretchEnds; row += 1) {
        const now = at[row] as number;
        const rule = this.#rules[kind[row] as number];
        const shown = rule ? rule(row, now) : now;
        this.lag[row] = shown - now;
        pending.add(shown, row);
      }
    }
    this.#row = row;
    this.ordered = pending.takeUntil(t, this.order, this.ordered);
  }

  /** The first place in `order` that is shown at or after `t`. */
  placeAt(t: SimTime): number {
    let low = 0;
    let high = this.ordered;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shownAt(this.order[middle] as number) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last moment at which what happened at `at` may be shown. */
  #latest(at: SimTime): SimTime {
    return Math.max(at, Math.min(at + this.longestLag, this.#endsAt));
  }

  // Stories

  /** Shows a fact when its upload's story has got that far at its component. */
  #tell = (row: number, now: SimTime, earliest = now): SimTime => {
    const { upload, component } = this.#reel.facts;
    // What belongs to no upload has no story to wait for.
    if ((upload[row] as number) < 0) return Math.min(Math.max(now, earliest), this.#latest(now));
    const place = this.#placeOf(upload[row] as number, component[row] as number);
    const shown = Math.min(Math.max(now, earliest, this.#told[place] as number), this.#latest(now));
    if (shown > (this.#told[place] as number)) this.#told[place] = shown;
    this.#lastHop[place] = 0;
    return shown;
  };

  #hopOf = (row: number, now: SimTime): SimTime => {
    const { facts } = this.#reel;
    const upload = facts.upload[row] as number;
    const arrives = facts.a[row] as number;
    const code = facts.b[row] as number;
    const hasNews = carriesNews(facts, row);
    const start = hasNews ? this.#startOf(row, now) : this.#tell(row, now);
    const latency = arrives - now;
    const left = this.#latest(now) - start;
    const stretched = Math.min(this.#hop, Math.floor(left * SHARE_OF_LAG));
    const wanted = start + (hasNews ? Math.max(latency, stretched) : latency);
    const end = Math.max(start, Math.min(Math.max(wanted, arrives), this.#latest(arrives)));
    this.hopTime[row] = end - start;
    if (upload >= 0) {
      const { from, to } = this.#links[code >> 1] as WorldLink;
      const place = this.#placeOf(upload, (code & 1) === 1 ? from : to);
      if (end > (this.#told[place] as number)) this.#told[place] = end;
    }
    return start;
  };

  /** A hop that goes the same way as the one before follows it closely, without waiting for the confirmation. */
  #startOf(row: number, now: SimTime): SimTime {
    const { upload, component, b } = this.#reel.facts;
    if ((upload[row] as number) < 0) return now;
    const place = this.#placeOf(upload[row] as number, component[row] as number);
    const last = (this.#lastHop[place] as number) - 1;
    const follows = last >= 0 && b[last] === b[row];
    const start = follows
      ? Math.min(Math.max(now, this.shownAt(last) + this.#follow), this.#latest(now))
      : this.#tell(row, now);
    // What is told here later does not start earlier.
    if (start > (this.#told[place] as number)) this.#told[place] = start;
    this.#lastHop[place] = row + 1;
    return start;
  }

  #jobBegan = (row: number, now: SimTime): SimTime => {
    const { subject, component, b } = this.#reel.facts;
    const group = this.#groups[component[row] as number] as GroupStory;
    const slot = group.freeSlot(subject[row] as number, now);
    const shown = this.#tell(row, now, slot.shownBegan);
    if (slot.shownEnd > shown) {
      this.#pending.remove(slot.shownEnd, slot.endRow);
      this.#pending.add(shown, slot.endRow);
      this.lag[slot.endRow] = shown - (this.#reel.facts.at[slot.endRow] as number);
    }
    slot.isBusy = true;
    slot.shownBegan = shown;
    group.jobs[b[row] as number] = { slot, began: now, shownBegan: shown };
    group.showWork(subject[row] as number, shown);
    return shown;
  };

  #jobEnded = (row: number, now: SimTime): SimTime => {
    const { subject, component, b } = this.#reel.facts;
    const group = this.#groups[component[row] as number] as GroupStory;
    const shown = this.#tell(row, now);
    const job = group.jobs[b[row] as number];
    if (job) {
      job.slot.isBusy = false;
      job.slot.endRow = row;
      job.slot.shownEnd = shown;
    }
    group.showWork(subject[row] as number, shown);
    return shown;
  };

  #stepBegan = (row: number, now: SimTime): SimTime => {
    const { component, b } = this.#reel.facts;
    const shown = this.#tell(row, now);
    const job = (this.#groups[component[row] as number] as GroupStory).jobs[b[row] as number];
    if (job) {
      job.began = now;
      job.shownBegan = shown;
    }
    return shown;
  };

  #stepFinished = (row: number, now: SimTime): SimTime => {
    const { component, b } = this.#reel.facts;
    const job = (this.#groups[component[row] as number] as GroupStory).jobs[b[row] as number];
    return this.#tell(row, now, job ? shownEndOf(job.shownBegan, job.began, now) : now);
  };

  #instanceLeaves = (row: number, now: SimTime): SimTime => {
    const { subject, component } = this.#reel.facts;
    const group = this.#groups[component[row] as number] as GroupStory;
    return Math.max(now, group.workShownUntil(subject[row] as number));
  };

  #instanceCrashed = (row: number, now: SimTime): SimTime => {
    const { subject, component } = this.#reel.facts;
    (this.#groups[component[row] as number] as GroupStory).clear(subject[row] as number);
    return now;
  };

  /** How the shown time of a fact is found, by code of its kind; undefined where it is shown as it happens. */
  readonly #rules: readonly (((row: number, now: SimTime) => SimTime) | undefined)[] = rulesByCode({
    'message.sent': this.#hopOf,
    'job.began': this.#jobBegan,
    'job.finished': this.#jobEnded,
    'job.failed': this.#jobEnded,
    'step.began': this.#stepBegan,
    'step.finished': this.#stepFinished,
    'instance.draining': this.#instanceLeaves,
    'instance.gone': this.#instanceLeaves,
    'instance.crashed': this.#instanceCrashed,
    'instance.launched': undefined,
    'instance.running': undefined,
    'instance.in-service': undefined,
    'desired.changed': undefined,
    'queue.polled': undefined,
    'fault.began': undefined,
    'fault.ended': undefined,
    'parameter.set': undefined,
    'upload.started': this.#tell,
    'upload.accepted': this.#tell,
    'upload.refused': this.#tell,
    'upload.watchable': this.#tell,
    'upload.lost': this.#tell,
    'upload.dead-lettered': this.#tell,
    'request.waiting': this.#tell,
    'request.taken': this.#tell,
    'request.refused': this.#tell,
    'message.queued': this.#tell,
    'message.received': this.#tell,
    'message.deleted': this.#tell,
    'message.reappeared': this.#tell,
    'message.dead-lettered': this.#tell,
    'object.stored': this.#tell,
    'object.fetched': this.#tell,
    'item.written': this.#tell,
    'upload.reopened': this.#tell,
    'message.taken': this.#tell,
    'request.retried': this.#tell,
    'request.timed-out': this.#tell,
    'request.given-up': this.#tell,
    'event.raised': this.#tell,
    'event.taken': this.#tell,
    'request.routed': this.#tell,
    'client.gone': this.#tell,
    'retry.withheld': this.#tell,
    'duplicate.done': this.#tell,
    'duplicate.recognised': this.#tell,
    'message.delayed': this.#tell,
    'message.duplicated': this.#tell,
    'message.deduplicated': this.#tell,
    'message.expired': this.#tell,
    'message.redriven': this.#tell,
    'visibility.extended': this.#tell,
    'item.read': this.#tell,
    'notification.sent': this.#tell,
    'event.published': this.#tell,
    'event.unmatched': this.#tell,
    'rule.matched': this.#tell,
    'delivery.retried': this.#tell,
    'delivery.dead-lettered': this.#tell,
    'delivery.dropped': this.#tell,
    'event.archived': this.#tell,
    'event.replayed': this.#tell,
    'record.appended': this.#tell,
    'records.fetched': this.#tell,
    'record.expired': this.#tell,
    'invocation.queued': this.#tell,
    'invocation.throttled': this.#tell,
    'invocation.retried': this.#tell,
    'invocation.dropped': this.#tell,
    'invocation.finished': this.#tell,
    'batch.began': this.#tell,
    'batch.finished': this.#tell,
    'batch.failed': this.#tell,
    'batch.bisected': this.#tell,
    'circuit.opened': undefined,
    'circuit.half-opened': undefined,
    'circuit.closed': undefined,
    'instance.unhealthy': undefined,
    'target.registered': undefined,
    'target.healthy': undefined,
    'target.unhealthy': undefined,
    'target.deregistered': undefined,
    'target.drained': undefined,
    'fail-open.began': undefined,
    'fail-open.ended': undefined,
    'schedule.fired': undefined,
  });

  #placeOf(upload: number, component: number): number {
    const place = upload * this.#components + component;
    if (place >= this.#told.length) {
      const more = new Float64Array(Math.max(place + 1, this.#told.length * 2));
      more.set(this.#told);
      this.#told = more;
      this.#lastHop = withRoom(this.#lastHop, more.length);
    }
    return place;
  }

  #makeRoom(rows: number): void {
    if (rows <= this.order.length) return;
    const room = Math.max(rows, this.order.length * 2);
    this.order = withRoom(this.order, room);
    this.lag = withRoom(this.lag, room);
    this.hopTime = withRoom(this.hopTime, room);
  }
}

type Rule = (row: number, now: SimTime) => SimTime;

function rulesByCode(rules: Readonly<Record<FactKind, Rule | undefined>>): readonly (Rule | undefined)[] {
  return factKinds.map((kind) => rules[kind]);
}

function onTheWall(wallSeconds: number, speed: number): SimTime {
  return Math.round(wallSeconds * speed * MICROSECONDS_PER_SECOND);
}

function withRoom(column: Uint32Array, room: number): Uint32Array {
  const more = new Uint32Array(room);
  more.set(column);
  return more;
}
