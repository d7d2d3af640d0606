/**
 * The event calendar: hands out events by time, and events of equal time in the order in which they were scheduled.
 *
 * What is scheduled for the present moment comes after everything else that is due then, so it waits in a line of its
 * own. The other events are in a binary heap while they are few, and in a radix heap (radix-calendar.ts) while they are
 * many: each is the faster one there (docs/decisions/0002-radix-calendar.md).
 */
import { RadixCalendar } from './radix-calendar.ts';
import type { SimTime } from './time.ts';

/** As many events as the heap holds. Our choice: about here the radix heap becomes the faster one. */
const FEW = 32;
/** With as few left they go back into the heap. Our choice: far enough below not to go back and forth. */
const FEW_AGAIN = 8;

/** A pending event has a row of four 32-bit words (the next row of its line, component, kind and a), and b beside it. */
const ROW_BITS = 2;
const COMPONENT = 1;
const KIND = 2;
const A = 3;
/** No row: the end of a line. */
const NONE = -1;

/** The events to come, each addressed to a component, and in the public fields the one popped last. */
export class Calendar {
  /** When the popped event was due; 0 before the first. Nothing can be scheduled before it. */
  at: SimTime = 0;
  /** Whom the popped event is for. */
  component = 0;
  /** What the popped event is; its component says what the number means. */
  kind = 0;
  /** First number of the popped event. */
  a = 0;
  /** Second number of the popped event. */
  b = 0;

  #words = new Int32Array(FEW << ROW_BITS);
  #numbers = new Float64Array(FEW);
  /** From here on rows have never been used. */
  #unused = 0;
  /** The row given back last, first of a list of such rows. */
  #free = NONE;
  /** The line of the present moment: first and last row. */
  #lineFirst = NONE;
  #lineLast = NONE;
  #lineSize = 0;
  /** The heap: when each event is due, the order of scheduling, and its row. A parent comes before its children. */
  #times = new Float64Array(FEW);
  #orders = new Float64Array(FEW);
  #rows = new Int32Array(FEW);
  #heapSize = 0;
  #nextOrder = 0;
  /** Where the events are instead of in the heap, while they are many. */
  #many: RadixCalendar | null = null;

  /** How many events are pending. */
  get size(): number {
    return this.#lineSize + (this.#many === null ? this.#heapSize : this.#many.size);
  }

  /**
   * Plans an event.
   * @param at whole microseconds, not before the event popped last
   * @param component signed 32-bit integer, as are `kind` and `a`
   * @param b any number
   */
  schedule(at: SimTime, component: number, kind: number, a: number, b: number): void {
    if (at === this.at) {
      const row = this.#fillRow(component, kind, a, b);
      if (this.#lineSize === 0) this.#lineFirst = row;
      else this.#words[this.#lineLast << ROW_BITS] = row;
      this.#lineLast = row;
      this.#lineSize += 1;
      return;
    }
    if (!(at > this.at && at <= Number.MAX_SAFE_INTEGER && Math.floor(at) === at)) this.#refuse(at, component, kind);
    if (this.#heapSize === FEW) this.#becomeMany();
    if (this.#many === null) this.#push(at, this.#fillRow(component, kind, a, b));
    else this.#many.schedule(at, component, kind, a, b);
  }

  /** When the next event is due; Infinity when nothing is planned. */
  nextAt(): SimTime {
    if (this.#lineSize > 0) return this.at;
    if (this.#many !== null) return this.#many.nextAt();
    return this.#heapSize === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] as SimTime);
  }

  /**
   * Takes the next event out into the public fields, if it is due at or before `until`. False, with the fields as they
   * were, when nothing is planned until then.
   */
  pop(until: SimTime = Number.POSITIVE_INFINITY): boolean {
    if (this.#many !== null) return this.#popMany(this.#many, until);
    if (this.#lineSize > 0 && (this.#heapSize === 0 || (this.#times[0] as SimTime) > this.at))
      return this.#popLine(until);
    if (this.#heapSize === 0) return false;
    const at = this.#times[0] as SimTime;
    if (at > until) return false;
    const row = this.#rows[0] as number;
    this.at = at;
    this.#removeFirst();
    this.#showRow(row);
    return true;
  }

  /** A second calendar with the same events; from here on they go separate ways. */
  copy(): Calendar {
    const copy = new Calendar();
    copy.at = this.at;
    copy.component = this.component;
    copy.kind = this.kind;
    copy.a = this.a;
    copy.b = this.b;
    copy.#words = this.#words.slice();
    copy.#numbers = this.#numbers.slice();
    copy.#unused = this.#unused;
    copy.#free = this.#free;
    copy.#lineFirst = this.#lineFirst;
    copy.#lineLast = this.#lineLast;
    copy.#lineSize = this.#lineSize;
    copy.#times = this.#times.slice();
    copy.#orders = this.#orders.slice();
    copy.#rows = this.#rows.slice();
    copy.#heapSize = this.#heapSize;
    copy.#nextOrder = this.#nextOrder;
    copy.#many = this.#many === null ? null : this.#many.copy();
    return copy;
  }

  #popLine(until: SimTime): boolean {
    if (this.at > until) return false;
    const row = this.#lineFirst;
    this.#lineFirst = this.#words[row << ROW_BITS] as number;
    this.#lineSize -= 1;
    this.#showRow(row);
    return true;
  }

  #popMany(many: RadixCalendar, until: SimTime): boolean {
    if (this.#lineSize > 0 && many.nextAt() > this.at) return this.#popLine(until);
    if (!many.pop(until)) return false;
    this.at = many.at;
    this.component = many.component;
    this.kind = many.kind;
    this.a = many.a;
    this.b = many.b;
    if (many.size <= FEW_AGAIN) this.#becomeFew(many);
    return true;
  }

  /** Writes an event into a row of its own. */
  #fillRow(component: number, kind: number, a: number, b: number): number {
    let row = this.#free;
    if (row === NONE) {
      row = this.#unused;
      if (row === this.#numbers.length) this.#grow();
      this.#unused = row + 1;
    } else {
      this.#free = this.#words[row << ROW_BITS] as number;
    }
    const words = this.#words;
    const first = row << ROW_BITS;
    words[first + COMPONENT] = component;
    words[first + KIND] = kind;
    words[first + A] = a;
    this.#numbers[row] = b;
    return row;
  }

  /** Puts the event of a row into the public fields, and gives the row back. */
  #showRow(row: number): void {
    const words = this.#words;
    const first = row << ROW_BITS;
    this.component = words[first + COMPONENT] as number;
    this.kind = words[first + KIND] as number;
    this.a = words[first + A] as number;
    this.b = this.#numbers[row] as number;
    words[first] = this.#free;
    this.#free = row;
  }

  /** Puts an event into the heap. It was scheduled last, so it stays below those that are due at the same time. */
  #push(at: SimTime, row: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const rows = this.#rows;
    let place = this.#heapSize;
    this.#heapSize = place + 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const time = times[parent] as SimTime;
      if (time <= at) break;
      times[place] = time;
      orders[place] = orders[parent] as number;
      rows[place] = rows[parent] as number;
      place = parent;
    }
    times[place] = at;
    orders[place] = this.#nextOrder;
    rows[place] = row;
    this.#nextOrder += 1;
  }

  /** Takes the first event out of the heap: the last one sinks from its place to where it belongs. */
  #removeFirst(): void {
    const times = this.#times;
    const orders = this.#orders;
    const rows = this.#rows;
    const last = this.#heapSize - 1;
    this.#heapSize = last;
    const at = times[last] as SimTime;
    const order = orders[last] as number;
    let place = 0;
    for (let child = 1; child < last; child = 2 * place + 1) {
      let time = times[child] as SimTime;
      const right = child + 1;
      if (right < last) {
        const other = times[right] as SimTime;
        if (other < time || (other === time && (orders[right] as number) < (orders[child] as number))) {
          child = right;
          time = other;
        }
      }
      if (time > at || (time === at && (orders[child] as number) > order)) break;
      times[place] = time;
      orders[place] = orders[child] as number;
      rows[place] = rows[child] as number;
      place = child;
    }
    times[place] = at;
    orders[place] = order;
    rows[place] = rows[last] as number;
  }

  /** Pours the heap into a radix heap, in order. */
  #becomeMany(): void {
    const many = new RadixCalendar();
    const words = this.#words;
    while (this.#heapSize > 0) {
      const row = this.#rows[0] as number;
      const first = row << ROW_BITS;
      const component = words[first + COMPONENT] as number;
      const kind = words[first + KIND] as number;
      const a = words[first + A] as number;
      many.schedule(this.#times[0] as SimTime, component, kind, a, this.#numbers[row] as number);
      this.#removeFirst();
      words[first] = this.#free;
      this.#free = row;
    }
    this.#many = many;
  }

  /** Pours the radix heap into the heap, in order. */
  #becomeFew(many: RadixCalendar): void {
    while (many.pop()) this.#push(many.at, this.#fillRow(many.component, many.kind, many.a, many.b));
    this.#many = null;
  }

  /** Doubles the number of rows. */
  #grow(): void {
    const words = new Int32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    const numbers = new Float64Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  #refuse(at: SimTime, component: number, kind: number): never {
    throw new RangeError(
      `cannot schedule at ${at} (component ${component}, kind ${kind}): ` +
        `a time is a whole number of microseconds from ${this.at}, the present, to ${Number.MAX_SAFE_INTEGER}`,
    );
  }
}
