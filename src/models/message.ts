/** What travels along a link. One record serves a request and, turned round, its answer. */

export interface Message {
  /** Place in the pool, reused after the message is gone. */
  slot: number;
  /** Number of the message, never reused. */
  id: number;
  operation: number;
  upload: number;
  link: number;
  /** Component that sent the request and hears the answer. */
  caller: number;
  callee: number;
  /** The caller's own number for what it waits for. */
  token: number;
  /** What it is about: code of `OBJECT`; 0, the master, where nothing else is said. */
  object: number;
  megabytes: number;
  /** Code of `EVENT`; 0 if it tells of none. */
  event: number;
  /** What else an event says: its place in the world's list of contents; 0 for nothing. */
  content: number;
  /** How often the same has been tried before, from 0. */
  attempt: number;
  /** Instance of the callee that it is for; -1 for any. */
  target: number;
  /** Item of a queue that is handed out, extended or deleted, with the receipt of that hand-out; -1 for none. */
  item: number;
  receipt: number;
  /** Of an item that is handed out by itself: how often it has been received, this time included; else 0. */
  receiveCount: number;
  /** `receive`, `fetch`: how many are wanted at most. */
  most: number;
  /** `receive`: how long it waits where there is nothing, s; -1 for as long as the queue says. */
  waitSeconds: number;
  /**
   * All that a queue hands out where more than one was wanted, all that a stream hands out, or all that is deleted at
   * once. The array is never changed once it is set: copies of a world share it.
   */
  batch: readonly BatchEntry[];
  /** 1 once it is on its way back. */
  isAnswer: number;
  /** 1 if nobody waits for an answer. */
  isOneWay: number;
  /** 1 if the caller is no longer there. */
  isHungUp: number;
  /** 1 if the callee stays silent: it is gone as soon as the caller is. */
  isDropped: number;
  /** 1 if it was dropped at the very moment of its arrival: the callee never took the connection. */
  isUnconnected: number;
  /** 1 if the link was cut as it was sent: the callee never sees it. */
  isStopped: number;
  /**
   * Code of why it failed; 0 if it did not. On the request that brings a dead letter to a queue: why it is one. The
   * queue then keeps it as such, and the upload counts as dead-lettered if nothing else can bring it forward.
   */
  reason: number;
  /** When it was sent, µs; and when the request, or by now its answer, arrives. */
  sentAt: number;
  arrivesAt: number;
}

/** One of several things in one message. Never changed once it is made. */
export interface BatchEntry {
  /** Item of a queue with its receipt, or record of a stream (receipt 0). */
  readonly item: number;
  readonly receipt: number;
  readonly upload: number;
  readonly object: number;
  readonly event: number;
  readonly content: number;
  /** Message group of a FIFO queue, whose messages are to be worked on in order; -1 for none. */
  readonly group: number;
  /** How often it has been received, this time included. */
  readonly receiveCount: number;
  /** When it was sent first, µs. */
  readonly sentAt: number;
}

export const noBatch: readonly BatchEntry[] = [];

/** All messages under way or held; plain data, so it can be copied. */
export interface MessagePool {
  all: Message[];
  free: number[];
  nextId: number;
  live: number;
}

export function messagePool(): MessagePool {
  return { all: [], free: [], nextId: 0, live: 0 };
}

/** Most messages at once. Our choice: no scenario that means something comes near, and a page has memory for them. */
export const MOST_MESSAGES = 2_000_000;

/** A blank message from the pool; throws if there are too many: then work goes round and multiplies. */
export function takeMessage(pool: MessagePool): Message {
  if (pool.live >= MOST_MESSAGES) {
    throw new Error(`more than ${MOST_MESSAGES} messages are under way at once: work comes back and multiplies`);
  }
  pool.live += 1;
  const slot = pool.free.pop();
  if (slot === undefined) {
    const message: Message = {
      slot: pool.all.length,
      id: pool.nextId,
      operation: 0,
      upload: -1,
      link: 0,
      caller: 0,
      callee: 0,
      token: 0,
      object: 0,
      megabytes: 0,
      event: 0,
      content: 0,
      attempt: 0,
      target: -1,
      item: -1,
      receipt: 0,
      receiveCount: 0,
      most: 1,
      waitSeconds: -1,
      batch: noBatch,
      isAnswer: 0,
      isOneWay: 0,
      isHungUp: 0,
      isDropped: 0,
      isUnconnected: 0,
      isStopped: 0,
      reason: 0,
      sentAt: 0,
      arrivesAt: 0,
    };
    pool.nextId += 1;
    pool.all.push(message);
    return message;
  }
  const message = pool.all[slot] as Message;
  message.id = pool.nextId;
  pool.nextId += 1;
  message.upload = -1;
  message.object = 0;
  message.megabytes = 0;
  message.event = 0;
  message.content = 0;
  message.attempt = 0;
  message.target = -1;
  message.item = -1;
  message.receipt = 0;
  message.receiveCount = 0;
  message.most = 1;
  message.waitSeconds = -1;
  message.batch = noBatch;
  message.isAnswer = 0;
  message.isOneWay = 0;
  message.isHungUp = 0;
  message.isDropped = 0;
  message.isUnconnected = 0;
  message.isStopped = 0;
  message.reason = 0;
  message.sentAt = 0;
  return message;
}

/** Gives a message back. Its caller is set to -1, which marks the place as empty. */
export function freeMessage(pool: MessagePool, message: Message): void {
  if (message.caller === -1) throw new Error(`message ${message.id} is given back a second time`);
  message.caller = -1;
  pool.live -= 1;
  pool.free.push(message.slot);
}

/** Copies the pool, so that both go on independently. */
export function copyMessagePool(pool: MessagePool): MessagePool {
  return {
    all: pool.all.map((message) => ({ ...message })),
    free: pool.free.slice(),
    nextId: pool.nextId,
    live: pool.live,
  };
}
