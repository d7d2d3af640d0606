/**
 * The messages that are on their way at one moment of the picture, and how many of them are drawn. While there are few,
 * each is a dot. Beyond that one dot stands for k of them. A link on which too much moves shows flow.
 */
import type { SimTime } from '../engine/time.ts';
import type { TraceColumns } from '../engine/trace.ts';
import type { Choreography } from './choreography.ts';
import { carriesNews } from './news.ts';

/** Dots drawn at most. Our choice: more cannot be told apart. */
export const MOST_DOTS = 400;

/** Messages per second on the wall from which on a link shows flow. Our choice: at 0.6 s a hop 36 dots lie on it, touching. */
const FLOW_FROM_PER_WALL_SECOND = 60;

/** Over how long messages are counted for the flow, in seconds on the wall. */
export const FLOW_WINDOW_WALL_SECONDS = 1;

/** What one dot may stand for: 1, 2, 5, 10, 20, 50 … 5 million. */
const dotSizes: readonly number[] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap((tens) => [
  tens,
  2 * tens,
  5 * tens,
]);

/** How many lots there are: 2^32. */
const LOTS = 4_294_967_296;

/** More tries than this are not told apart. */
const MOST_ATTEMPTS = 255;

/** Hops that the first arrays have room for. */
const FIRST_CAPACITY = 256;

/** Dots to draw, as columns; the arrays are longer than `length`, and are used again for the next frame. */
export interface Hops {
  length: number;
  link: Uint16Array;
  /** 1 if it travels back to the caller, against the link. */
  back: Uint8Array;
  /** Way done in the direction of travel, 0 to 1. */
  position: Float32Array;
  /** Number of the upload it belongs to, or -1. */
  upload: Int32Array;
  messageId: Int32Array;
  /** Code of what it asks for. */
  operation: Uint8Array;
  /** Code of why it failed, 0 if it did not. */
  reason: Uint8Array;
  /** How often the same had been tried before, from 0 to 255. */
  attempt: Uint8Array;
  /** When it truly left and arrives, µs. */
  sentAt: Float64Array;
  arrivesAt: Float64Array;
}

/** What moves along each link, by number of the link × 2 + 1 if back. */
export interface Flows {
  /** Messages with news per second on the wall, counted over the last second on the wall. */
  perWallSecond: Float64Array;
  /** 1 where there are too many for dots, or they are too quick: the link shows flow. */
  isFlowing: Uint8Array;
}

function emptyHops(capacity: number): Hops {
  return {
    length: 0,
    link: new Uint16Array(capacity),
    back: new Uint8Array(capacity),
    position: new Float32Array(capacity),
    upload: new Int32Array(capacity),
    messageId: new Int32Array(capacity),
    operation: new Uint8Array(capacity),
    reason: new Uint8Array(capacity),
    attempt: new Uint8Array(capacity),
    sentAt: new Float64Array(capacity),
    arrivesAt: new Float64Array(capacity),
  };
}

/**
 * A number from 0 to `LOTS` - 1 for each message. One that is drawn at k messages per dot is drawn at fewer too, so dots
 * only come or go when k changes; and it has nothing of the pattern in which messages follow one another.
 */
function lotOf(messageId: number): number {
  let lot = Math.imul(messageId + 1, 0x9e3779b1);
  lot = Math.imul(lot ^ (lot >>> 15), 0x85ebca6b);
  return (lot ^ (lot >>> 13)) >>> 0;
}

/** Follows the messages of a run through the picture, from frame to frame. */
export class Traffic {
  /** Dots of the last frame. */
  hops: Hops = emptyHops(FIRST_CAPACITY);
  readonly flows: Flows;
  /** How many messages a dot of the last frame stands for. */
  messagesPerDot = 1;

  readonly #mostDots: number;
  /** Rows and lots of those on their way that last long enough to be seen, in the order in which they started. */
  #rows = new Uint32Array(FIRST_CAPACITY);
  #lots = new Uint32Array(FIRST_CAPACITY);
  #count = 0;
  /** By link and direction: of those with news that started within the window, how many are too quick to be drawn. */
  readonly #quick: Uint32Array;
  /** By link and direction: which of those on their way stands in where no other is drawn. */
  readonly #standIn: Int32Array;
  readonly #drawn: Uint32Array;

  constructor(links: number, mostDots: number) {
    this.#mostDots = mostDots;
    this.flows = { perWallSecond: new Float64Array(links * 2), isFlowing: new Uint8Array(links * 2) };
    this.#quick = new Uint32Array(links * 2);
    this.#standIn = new Int32Array(links * 2);
    this.#drawn = new Uint32Array(links * 2);
  }

  /** Forgets everything that is on its way. */
  clear(): void {
    this.#count = 0;
    this.#quick.fill(0);
    this.flows.perWallSecond.fill(0);
  }

  /** A hop starts to be shown. */
  start(facts: TraceColumns, row: number, choreography: Choreography): void {
    this.#countFlow(facts, row, choreography, 1);
    if ((choreography.hopTime[row] as number) < choreography.shortestDot) return;
    if (this.#count === this.#rows.length) this.#grow();
    this.#rows[this.#count] = row;
    this.#lots[this.#count] = lotOf(facts.subject[row] as number);
    this.#count += 1;
  }

  /** A hop started longer ago than the flow is counted over. */
  leaveWindow(facts: TraceColumns, row: number, choreography: Choreography): void {
    this.#countFlow(facts, row, choreography, -1);
  }

  #countFlow(facts: TraceColumns, row: number, choreography: Choreography, change: number): void {
    if (!carriesNews(facts, row)) return;
    const way = facts.b[row] as number;
    const { perWallSecond } = this.flows;
    perWallSecond[way] = (perWallSecond[way] as number) + change / FLOW_WINDOW_WALL_SECONDS;
    if ((choreography.hopTime[row] as number) >= choreography.shortestDot) return;
    this.#quick[way] = (this.#quick[way] as number) + change;
  }

  /** Works out the dots of a frame. `follow` is an upload whose messages are always drawn, or null. */
  draw(facts: TraceColumns, choreography: Choreography, t: SimTime, follow: number | null): void {
    this.#dropArrived(choreography, t);
    const { perWallSecond, isFlowing } = this.flows;
    for (let way = 0; way < isFlowing.length; way += 1) {
      const tooMany = (perWallSecond[way] as number) >= FLOW_FROM_PER_WALL_SECOND;
      isFlowing[way] = tooMany || (this.#quick[way] as number) > 0 ? 1 : 0;
    }
    this.messagesPerDot = this.#chooseDotSize();
    const below = LOTS / this.messagesPerDot;
    this.#chooseStandIns(facts, below);
    const followed = follow ?? -2;
    let { hops } = this;
    if (hops.position.length < this.#count) {
      hops = emptyHops(this.#rows.length);
      this.hops = hops;
    }
    hops.length = 0;
    for (let i = 0; i < this.#count; i += 1) {
      const row = this.#rows[i] as number;
      const isDrawn =
        (this.#lots[i] as number) < below ||
        facts.upload[row] === followed ||
        this.#standIn[facts.b[row] as number] === i;
      if (isDrawn) drawHop(hops, facts, row, choreography, t);
    }
  }

  #dropArrived(choreography: Choreography, t: SimTime): void {
    let kept = 0;
    for (let i = 0; i < this.#count; i += 1) {
      const row = this.#rows[i] as number;
      if (choreography.shownAt(row) + (choreography.hopTime[row] as number) <= t) continue;
      this.#rows[kept] = row;
      this.#lots[kept] = this.#lots[i] as number;
      kept += 1;
    }
    this.#count = kept;
  }

  /** The smallest number of messages per dot with which there are not too many dots. */
  #chooseDotSize(): number {
    for (const size of dotSizes) {
      if (this.#count <= this.#mostDots) return size;
      const below = LOTS / size;
      let dots = 0;
      for (let i = 0; i < this.#count; i += 1) if ((this.#lots[i] as number) < below) dots += 1;
      if (dots <= this.#mostDots) return size;
    }
    return dotSizes[dotSizes.length - 1] as number;
  }

  /** Where messages are on their way but none is drawn, one is: of these the one with the smallest lot. */
  #chooseStandIns(facts: TraceColumns, below: number): void {
    this.#standIn.fill(-1);
    if (this.messagesPerDot === 1) return;
    this.#drawn.fill(0);
    for (let i = 0; i < this.#count; i += 1) {
      const way = facts.b[this.#rows[i] as number] as number;
      const lot = this.#lots[i] as number;
      if (lot < below) {
        this.#drawn[way] = 1;
        this.#standIn[way] = -1;
      } else if (this.#drawn[way] === 0) {
        const other = this.#standIn[way] as number;
        if (other < 0 || lot < (this.#lots[other] as number)) this.#standIn[way] = i;
      }
    }
  }

  #grow(): void {
    const rows = new Uint32Array(this.#rows.length * 2);
    const lots = new Uint32Array(rows.length);
    rows.set(this.#rows);
    lots.set(this.#lots);
    this.#rows = rows;
    this.#lots = lots;
  }
}

function drawHop(hops: Hops, facts: TraceColumns, row: number, choreography: Choreography, t: SimTime): void {
  const place = hops.length;
  hops.length = place + 1;
  const way = facts.b[row] as number;
  const code = facts.c[row] as number;
  hops.link[place] = way >> 1;
  hops.back[place] = way & 1;
  hops.position[place] = (t - choreography.shownAt(row)) / (choreography.hopTime[row] as number);
  hops.upload[place] = facts.upload[row] as number;
  hops.messageId[place] = facts.subject[row] as number;
  hops.operation[place] = code & 255;
  hops.reason[place] = (code >> 8) & 255;
  hops.attempt[place] = Math.min(MOST_ATTEMPTS, code >> 16);
  hops.sentAt[place] = facts.at[row] as number;
  hops.arrivesAt[place] = facts.a[row] as number;
}
