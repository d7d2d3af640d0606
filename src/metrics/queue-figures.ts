/** What one queue did: how many messages it held, how old the oldest was, and for how long each waited to be taken. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import { type Age, age, changeLevel, type Level, level, setOldest } from './level.ts';
import { enter, firstRow, leave, type Roll, roll, rowOf } from './roll.ts';

/** Columns of the roll of items. */
const QUEUED_AT = 0;
const VISIBLE_SINCE = 1;
/** `VISIBLE_SINCE` of an item in flight. */
const IN_FLIGHT = -1;

/** Plain data. */
interface QueueState {
  arrived: number;
  received: number;
  deleted: number;
  redelivered: number;
  deadLettered: number;
  polls: number;
  emptyPolls: number;
  visible: Level;
  inFlight: Level;
  /**
   * Age of the message that has been in the queue longest, visible or in flight: what Amazon SQS calls
   * ApproximateAgeOfOldestMessage, without its exception for messages received more than three times.
   */
  oldest: Age;
  items: Roll;
}

const QUEUED = FACT['message.queued'];
const RECEIVED = FACT['message.received'];
const DELETED = FACT['message.deleted'];
const REAPPEARED = FACT['message.reappeared'];
const DEAD_LETTERED = FACT['message.dead-lettered'];
const POLLED = FACT['queue.polled'];

const NO_WAIT = -1;

export class QueueFigures {
  readonly kind = 'queue';
  /** Time from being visible to being handed out, in seconds, of every hand-out. */
  readonly waiting: QuantileSketch;
  readonly state: QueueState;

  constructor(from?: QueueFigures) {
    this.waiting = from ? from.waiting.copy() : new QuantileSketch();
    this.state = from ? copyData(from.state) : queueState();
  }

  /** Takes in a fact of this queue. Answers for how long the item had been visible that was handed out, in µs, or -1. */
  tell(at: SimTime, kind: number, item: number, b: number): SimTime {
    const { state } = this;
    switch (kind) {
      case QUEUED:
        this.#enter(at, item);
        return NO_WAIT;
      case RECEIVED:
        return this.#handOut(at, item);
      case REAPPEARED:
        state.redelivered += 1;
        this.#setVisible(at, item);
        return NO_WAIT;
      case DELETED:
        state.deleted += 1;
        this.#remove(at, item);
        return NO_WAIT;
      case DEAD_LETTERED:
        state.deadLettered += 1;
        this.#remove(at, item);
        return NO_WAIT;
      case POLLED:
        state.polls += 1;
        if (b === 0) state.emptyPolls += 1;
        return NO_WAIT;
      default:
        return NO_WAIT;
    }
  }

  copy(): QueueFigures {
    return new QueueFigures(this);
  }

  #enter(at: SimTime, item: number): void {
    const { state } = this;
    const row = enter(state.items, item);
    this.#column(QUEUED_AT)[row] = at;
    this.#column(VISIBLE_SINCE)[row] = at;
    state.arrived += 1;
    changeLevel(state.visible, at, 1);
    this.#lookForOldest(at);
  }

  #handOut(at: SimTime, item: number): SimTime {
    const { state } = this;
    const row = this.#row(item);
    const visibleSince = this.#column(VISIBLE_SINCE);
    const waited = at - (visibleSince[row] as number);
    visibleSince[row] = IN_FLIGHT;
    state.received += 1;
    changeLevel(state.visible, at, -1);
    changeLevel(state.inFlight, at, 1);
    this.waiting.add(waited / MICROSECONDS_PER_SECOND);
    return waited;
  }

  #setVisible(at: SimTime, item: number): void {
    const { state } = this;
    this.#column(VISIBLE_SINCE)[this.#row(item)] = at;
    changeLevel(state.visible, at, 1);
    changeLevel(state.inFlight, at, -1);
  }

  #remove(at: SimTime, item: number): void {
    const { state } = this;
    const wasInFlight = this.#column(VISIBLE_SINCE)[this.#row(item)] === IN_FLIGHT;
    changeLevel(wasInFlight ? state.inFlight : state.visible, at, -1);
    leave(state.items, item);
    this.#lookForOldest(at);
  }

  #lookForOldest(at: SimTime): void {
    const { items, oldest } = this.state;
    const row = firstRow(items);
    setOldest(oldest, at, row < 0 ? -1 : (this.#column(QUEUED_AT)[row] as number));
  }

  #row(item: number): number {
    const row = rowOf(this.state.items, item);
    if (row < 0) throw new Error(`item ${item} is not in the queue`);
    return row;
  }

  #column(column: number): Float64Array {
    return this.state.items.columns[column] as Float64Array;
  }
}

function queueState(): QueueState {
  return {
    arrived: 0,
    received: 0,
    deleted: 0,
    redelivered: 0,
    deadLettered: 0,
    polls: 0,
    emptyPolls: 0,
    visible: level(),
    inFlight: level(),
    oldest: age(),
    items: roll(2),
  };
}
