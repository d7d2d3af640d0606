/**
 * What a queue is billed for (Amazon SQS): each request counts: every send (also one that is recognised as sent before),
 * every poll (answered with messages or without), every delete (also one that comes too late and deletes nothing), every
 * change of a visibility timeout. A request may carry up to ten messages. All fit into one piece of 64 KB. A FIFO queue
 * has a price of its own. What the service moves by itself, dead letters and their way back, is left out (our choice).
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { FACT, OPERATION } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import type { AddLine, Passing, Reading } from './meter.ts';

/** What a queue used. */
export interface QueueUsage {
  kind: 'queue';
  isFifo: boolean;
  sends: number;
  /** Polls that were answered with a message, and with nothing. */
  polls: number;
  emptyPolls: number;
  deletes: number;
  extensions: number;
}

/** Plain data. */
interface QueueState {
  sends: Recent;
  polls: Recent;
  emptyPolls: Recent;
  deletes: Recent;
  extensions: Recent;
}

const QUEUED = FACT['message.queued'];
const HELD_BACK = FACT['message.delayed'];
const DEDUPLICATED = FACT['message.deduplicated'];
const POLLED = FACT['queue.polled'];

/** Values of column c of `message.queued`: it came by being sent. The others were counted before, or came by themselves. */
const SENT = 0;

export class QueueMeter {
  readonly kind = 'queue';
  readonly #isFifo: boolean;
  readonly #state: QueueState;

  constructor({ params }: WorldNode, from?: QueueMeter) {
    this.#isFifo = params['type'] === 'fifo';
    this.#state = from ? copyData(from.#state) : queueState();
  }

  tell(at: SimTime, kind: number, _subject: number, _a: number, b: number, c: number): void {
    const { sends, polls, emptyPolls } = this.#state;
    if (kind === POLLED) countOne(b === 0 ? emptyPolls : polls, at);
    else if (kind === QUEUED ? c === SENT : kind === HELD_BACK || kind === DEDUPLICATED) countOne(sends, at);
  }

  requested(at: SimTime, { operation }: Passing): void {
    if (operation === OPERATION.delete) countOne(this.#state.deletes, at);
    else if (operation === OPERATION.extend) countOne(this.#state.extensions, at);
  }

  usage({ count }: Reading): QueueUsage {
    const { sends, polls, emptyPolls, deletes, extensions } = this.#state;
    return {
      kind: 'queue',
      isFifo: this.#isFifo,
      sends: count(sends),
      polls: count(polls),
      emptyPolls: count(emptyPolls),
      deletes: count(deletes),
      extensions: count(extensions),
    };
  }
}

export function billQueue(usage: QueueUsage, add: AddLine): void {
  const price = usage.isFifo ? 'sqs.fifo' : 'sqs.standard';
  add('sends', price, 'working', usage.sends);
  add('polls', price, 'working', usage.polls);
  add('empty-polls', price, 'idle', usage.emptyPolls);
  add('deletes', price, 'working', usage.deletes);
  add('extensions', price, 'working', usage.extensions);
}

function queueState(): QueueState {
  return { sends: recent(), polls: recent(), emptyPolls: recent(), deletes: recent(), extensions: recent() };
}
