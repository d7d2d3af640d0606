/** What a queue knows. Plain data. */
import type { SimTime } from '../../engine/time.ts';
import type { BatchEntry } from '../message.ts';
import type { Context } from '../model.ts';
import type { Values } from '../parameters.ts';
import type { queueParameters } from './params.ts';

/** What a queue works out from its parameters. */
export interface Prepared {
  isFifo: boolean;
  /** Link to the queue of the dead letters, and to the queue that dead letters are moved back to; -1 for none. */
  deadLetterLink: number;
  redriveLink: number;
  /** Streams of chance, none of which is drawn from while its share is 0. */
  order: number;
  duplicates: number;
  shortPolls: number;
}

export type QueueContext = Context<Values<typeof queueParameters>, Prepared>;

export interface Item {
  upload: number;
  /** Codes of `OBJECT` and `EVENT`, and the place of what the event says. */
  object: number;
  event: number;
  content: number;
  receiveCount: number;
  /** Number of the hand-out that is out; `VISIBLE` or `DELAYED` if there is none. Deleting needs the newest. */
  receipt: number;
  /** From when on its age and its time of retention count, µs. */
  sentAt: SimTime;
  /** When it will be seen (again), µs; means nothing while it is visible. */
  visibleAt: SimTime;
  /** 1 if it lies here as a dead letter, so that nothing is kept that could bring the upload forward. */
  isDeadLetter: number;
  /** 1 if it is what is left of one that was deleted: it is not left over a second time. */
  isCopy: number;
}

/** Values of `receipt`. */
export const VISIBLE = 0;
export const DELAYED = -1;

/** The messages of one group of a FIFO queue. */
export interface Group {
  /** Items that can be seen, in the order in which they were sent, from `head` on. */
  waiting: number[];
  head: number;
  /** Items handed out. While there are any, no other poll gets more of this group. */
  inFlight: number;
}

export interface QueueState {
  /** In the order in which they came, which is that of their ages unless `isMixed`. */
  items: Map<number, Item>;
  /** The smallest number of an item, or `nextItem` if there is none. */
  firstItem: number;
  /** Standard queue: items that can be seen, in the order in which they will be handed out, from `head` on. */
  visible: number[];
  head: number;
  /** Of these, those that are no longer in the queue; the one at `head` is never one of them. */
  gone: number;
  /** FIFO queue: groups that hold anything, by number, and those of them that may be handed out, next one first. */
  groups: Map<number, Group>;
  ready: Set<number>;
  /** Items of all groups that can be seen. */
  visibleInGroups: number;
  /** FIFO queue: when something was sent last, by what it was; oldest first. */
  lastSent: Map<string, SimTime>;
  inFlight: number;
  delayed: number;
  /** Dead letters that are kept here, oldest first, as they were when they became dead letters. */
  deadLetters: BatchEntry[];
  nextItem: number;
  nextReceipt: number;
  /** Polls that wait for a message, by place in the pool, from `pollHead` on. */
  polls: number[];
  pollHead: number;
  /** When retention is looked at next, µs; Infinity while that is not planned. */
  looksAt: SimTime;
  /** Age of the youngest item so far; and 1 once an older one came after it (a dead letter keeps its age). */
  latestSentAt: SimTime;
  isMixed: number;
  /** 1 while the next redrive is planned, and the number of the plan. */
  isRedriving: number;
  redrivePlan: number;
}

export function queueState(): QueueState {
  return {
    items: new Map(),
    firstItem: 0,
    visible: [],
    head: 0,
    gone: 0,
    groups: new Map(),
    ready: new Set(),
    visibleInGroups: 0,
    lastSent: new Map(),
    inFlight: 0,
    delayed: 0,
    deadLetters: [],
    nextItem: 0,
    nextReceipt: 1,
    polls: [],
    pollHead: 0,
    looksAt: Number.POSITIVE_INFINITY,
    latestSentAt: 0,
    isMixed: 0,
    isRedriving: 0,
    redrivePlan: 0,
  };
}

/** The item that has been here longest; undefined if there is none. */
export function oldestItem({ items, firstItem, isMixed }: QueueState): Item | undefined {
  if (isMixed === 0) return items.get(firstItem);
  let oldest: Item | undefined;
  for (const item of items.values()) if (oldest === undefined || item.sentAt < oldest.sentAt) oldest = item;
  return oldest;
}

/** The item is here no longer. */
export function forgetItem(state: QueueState, id: number): void {
  const { items, nextItem } = state;
  items.delete(id);
  if (id !== state.firstItem) return;
  let first = id + 1;
  while (first < nextItem && !items.has(first)) first += 1;
  state.firstItem = first;
}
