/** What one queue did: how many messages it held, how old the oldest was, and for how long each waited to be taken. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { type Age, age, ageSeconds, changeLevel, type Level, level, setOldest } from './level.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';
import { enter, firstRow, leave, type Roll, roll, rowOf } from './roll.ts';
import { type AgeOverTime, ageOverTime, type OverTime, overTime, type TimesSeconds, timesOf } from './summaries.ts';

/** Columns of the roll of items. */
const QUEUED_AT = 0;
const VISIBLE_SINCE = 1;
/** `VISIBLE_SINCE` of an item in flight, and of one that is not to be seen yet. */
const IN_FLIGHT = -1;
const DELAYED = -2;

/** Plain data. */
interface QueueState {
  arrived: number;
  received: number;
  /** Of these, messages that had been handed out before. */
  receivedAgain: number;
  deleted: number;
  reappeared: number;
  deadLettered: number;
  expired: number;
  /** Dead letters that were moved back, here or to another queue, and those that left this queue so. */
  redriven: number;
  movedAway: number;
  duplicated: number;
  deduplicated: number;
  extended: number;
  polls: number;
  emptyPolls: number;
  pollsRefused: number;
  visible: Level;
  inFlight: Level;
  delayed: Level;
  /**
   * Age of the message that has been in the queue longest, visible or in flight: what Amazon SQS calls
   * ApproximateAgeOfOldestMessage, without its exception for messages received more than three times.
   */
  oldest: Age;
  items: Roll;
}

export interface QueueReport {
  /** Counted in messages: served are those deleted, refused those given up. */
  traffic: TrafficReport;
  /** Messages that came here: deleted, among the dead letters, expired, moved away, or still there. */
  messagesArrived: number;
  /** Times that a message was handed out. */
  messagesReceived: number;
  messagesDeleted: number;
  /** Of these, times that it had been handed out before. */
  messagesRedelivered: number;
  /** Times that a message was seen again because nobody deleted it in time, whether it was handed out again or not. */
  messagesReappeared: number;
  messagesDeadLettered: number;
  /** Gone because nobody deleted them before their time of retention was over. */
  messagesExpired: number;
  /** Dead letters moved back, from here, to be tried again. */
  messagesRedriven: number;
  /** Copies that the queue made by itself, and messages that it recognised as sent before. */
  messagesDuplicated: number;
  messagesDeduplicated: number;
  messagesAtEnd: number;
  visibilityExtended: number;
  polls: number;
  emptyPolls: number;
  /** Of the empty ones, those refused because too many messages were in flight. */
  pollsRefused: number;
  visibleMessages: OverTime;
  inFlightMessages: OverTime;
  delayedMessages: OverTime;
  /** Age of the message that has been here longest, visible or in flight. */
  oldestMessage: AgeOverTime;
  /** Time from being visible to being handed out, of every hand-out. */
  waiting: TimesSeconds;
}

/** Columns of a queue's samples. Messages visible and in flight; age of the one that has been in the queue longest, 0 when there is none; dead letters so far. */
export const queueColumns = ['visible', 'inFlight', 'oldestAgeSeconds', 'deadLettered'] as const;

const QUEUED = FACT['message.queued'];
const HELD_BACK = FACT['message.delayed'];
const RECEIVED = FACT['message.received'];
const DELETED = FACT['message.deleted'];
const REAPPEARED = FACT['message.reappeared'];
const DEAD_LETTERED = FACT['message.dead-lettered'];
const DUPLICATED = FACT['message.duplicated'];
const DEDUPLICATED = FACT['message.deduplicated'];
const EXPIRED = FACT['message.expired'];
const REDRIVEN = FACT['message.redriven'];
const EXTENDED = FACT['visibility.extended'];
const POLLED = FACT['queue.polled'];

export class QueueFigures {
  readonly kind = 'queue';
  /** Time from being visible to being handed out, in seconds, of every hand-out. */
  readonly waiting: QuantileSketch;
  readonly state: QueueState;

  constructor(_node: WorldNode, from?: QueueFigures) {
    this.waiting = from ? from.waiting.copy() : new QuantileSketch();
    this.state = from ? copyData(from.state) : queueState();
  }

  /** Takes in a fact of this queue. Answers for how long the item had been visible that was handed out, in µs, or -1. */
  tell(at: SimTime, kind: number, _upload: number, item: number, a: number, b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case QUEUED:
        this.#enter(at, item);
        return NO_WAIT;
      case RECEIVED:
        if (b > 1) state.receivedAgain += 1;
        return this.#handOut(at, item);
      case REAPPEARED:
        state.reappeared += 1;
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
        if (c !== 0) state.pollsRefused += 1;
        return NO_WAIT;
      default:
        this.#tellMore(at, kind, item, a);
        return NO_WAIT;
    }
  }

  report(at: SimTime, requests: Requests, component: number): QueueReport {
    const { state, waiting } = this;
    const { visible, inFlight, delayed, oldest } = state;
    const there = visible.value + inFlight.value + delayed.value;
    return {
      traffic: {
        arrived: state.arrived - state.movedAway,
        served: state.deleted,
        refused: state.deadLettered + state.expired,
        refusedByReason: {
          ...(state.deadLettered > 0 ? { 'too-many-receives': state.deadLettered } : {}),
          ...(state.expired > 0 ? { 'retention-ended': state.expired } : {}),
        },
        retried: state.redriven,
        redelivered: state.receivedAgain + requests.retriedAt(component),
        atEnd: there,
      },
      messagesArrived: state.arrived,
      messagesReceived: state.received,
      messagesDeleted: state.deleted,
      messagesRedelivered: state.receivedAgain,
      messagesReappeared: state.reappeared,
      messagesDeadLettered: state.deadLettered,
      messagesExpired: state.expired,
      messagesRedriven: state.redriven,
      messagesDuplicated: state.duplicated,
      messagesDeduplicated: state.deduplicated,
      messagesAtEnd: there,
      visibilityExtended: state.extended,
      polls: state.polls,
      emptyPolls: state.emptyPolls,
      pollsRefused: state.pollsRefused,
      visibleMessages: overTime(visible, at),
      inFlightMessages: overTime(inFlight, at),
      delayedMessages: overTime(delayed, at),
      oldestMessage: ageOverTime(oldest, at),
      waiting: timesOf(waiting),
    };
  }

  sample(columns: Record<(typeof queueColumns)[number], Float64Array>, row: number, at: SimTime): void {
    const { visible, inFlight, oldest, deadLettered } = this.state;
    columns.visible[row] = visible.value;
    columns.inFlight[row] = inFlight.value;
    columns.oldestAgeSeconds[row] = ageSeconds(oldest, at);
    columns.deadLettered[row] = deadLettered;
  }

  #tellMore(at: SimTime, kind: number, item: number, a: number): void {
    const { state } = this;
    switch (kind) {
      case HELD_BACK:
        this.#enterAs(at, item, DELAYED);
        changeLevel(state.delayed, at, 1);
        return;
      case EXPIRED:
        state.expired += 1;
        this.#remove(at, item);
        return;
      case REDRIVEN:
        state.redriven += 1;
        if (a === 1) {
          state.movedAway += 1;
          this.#remove(at, item);
        }
        return;
      case DUPLICATED:
        state.duplicated += 1;
        return;
      case DEDUPLICATED:
        state.deduplicated += 1;
        return;
      case EXTENDED:
        state.extended += 1;
    }
  }

  /** An item can be seen: a new one, or one that was delayed until now. */
  #enter(at: SimTime, item: number): void {
    const { state } = this;
    const row = rowOf(state.items, item);
    if (row < 0) {
      this.#enterAs(at, item, at);
    } else {
      this.#column(VISIBLE_SINCE)[row] = at;
      changeLevel(state.delayed, at, -1);
    }
    changeLevel(state.visible, at, 1);
  }

  #enterAs(at: SimTime, item: number, visibleSince: SimTime): void {
    const { state } = this;
    const row = enter(state.items, item);
    this.#column(QUEUED_AT)[row] = at;
    this.#column(VISIBLE_SINCE)[row] = visibleSince;
    state.arrived += 1;
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
    const visibleSince = this.#column(VISIBLE_SINCE)[this.#row(item)];
    const where =
      visibleSince === IN_FLIGHT ? state.inFlight : visibleSince === DELAYED ? state.delayed : state.visible;
    changeLevel(where, at, -1);
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
    receivedAgain: 0,
    deleted: 0,
    reappeared: 0,
    deadLettered: 0,
    expired: 0,
    redriven: 0,
    movedAway: 0,
    duplicated: 0,
    deduplicated: 0,
    extended: 0,
    polls: 0,
    emptyPolls: 0,
    pollsRefused: 0,
    visible: level(),
    inFlight: level(),
    delayed: level(),
    oldest: age(),
    items: roll(2),
  };
}
