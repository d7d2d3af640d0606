/**
 * The event calendar for many events: hands them out by time, and those of equal time in the order of scheduling.
 *
 * It is a radix heap with 32 slots a level. It may be, because simulated time never runs backwards.
 *
 * How it works. A time is read as eleven digits to the base 32. An event waits in the list that belongs to the highest
 * digit in which its time differs from the present (the level) and to that digit's value (the slot). So the earliest
 * events are in the lowest slot in use of the lowest level in use. When that list holds several, its earliest time
 * becomes the present and all of them move to lower levels. An event moves at most once a level, and is compared only
 * with those of its own list.
 *
 * Why the order is total. Events of equal time always share a list. A list grows at its end, and is spread over levels
 * that are empty at that moment, in its own order. So events of equal time stand in the order of scheduling, without
 * sequence numbers.
 */
import type { SimTime } from './time.ts';

/** A digit has 5 bits, so that one 32-bit mask tells which slots of a level are in use. */
const DIGIT_BITS = 5;
const DIGIT_MASK = 31;
/** A time is kept in two parts: 30 low bits (levels 0 to 5) and 23 high ones (levels 6 to 10). */
const LOW_PART = 1_073_741_824;
const LOW_MASK = LOW_PART - 1;
const LOW_LEVELS = 6;
const LEVELS = 11;
const LISTS = LEVELS << DIGIT_BITS;

/**
 * A pending event is a row of eight 32-bit words: the next row of its list, component, kind, a, the two parts of its
 * time, and b as a double in the last two. Rows are named by the place of their first word.
 */
const ROW = 8;
const COMPONENT = 1;
const KIND = 2;
const A = 3;
const HIGH = 4;
const LOW = 5;
/** Place of b, counted in doubles. */
const B = 3;

/** Rows at the start; doubles when they run out. Our choice. */
const FIRST_CAPACITY = 64;
/** No row: the end of a list. */
const NONE = -1;
/** `#next` when the next event has to be looked for. */
const UNKNOWN = -1;

/** Many events to come, and in the public fields the one popped last. What they mean says `Calendar`, which owns this. */
export class RadixCalendar {
  at: SimTime = 0;
  component = 0;
  kind = 0;
  a = 0;
  b = 0;

  #size = 0;
  #words = new Int32Array(FIRST_CAPACITY * ROW);
  /** The same memory as `#words`, for b. */
  #doubles = new Float64Array(this.#words.buffer);
  /** From here on rows have never been used. */
  #unused = 0;
  /** The row given back last, first of a list of such rows. */
  #free = NONE;
  /** First and last row of each list in use. A list is level * 32 + slot. */
  #first = new Int32Array(LISTS);
  #last = new Int32Array(LISTS);
  /** Which lists are in use: a bit a slot for each level, and a bit a level. */
  #slotsInUse = new Int32Array(LEVELS);
  #levelsInUse = 0;
  /** The two parts of the present. */
  #nowHigh = 0;
  #nowLow = 0;
  /** When the next event is due (Infinity: never; or UNKNOWN), and its list. */
  #next: SimTime = Number.POSITIVE_INFINITY;
  #nextList = 0;

  /** How many events are pending. */
  get size(): number {
    return this.#size;
  }

  /** Plans an event. Its time is a whole number, and not before the event popped last: who calls has checked that. */
  schedule(at: SimTime, component: number, kind: number, a: number, b: number): void {
    const high = (at / LOW_PART) | 0;
    const low = at & LOW_MASK;
    let row = this.#free;
    if (row === NONE) {
      row = this.#unused;
      this.#unused = row + ROW;
      if (row === this.#words.length) this.#grow();
    } else {
      this.#free = this.#words[row] as number;
    }
    const words = this.#words;
    words[row + COMPONENT] = component;
    words[row + KIND] = kind;
    words[row + A] = a;
    words[row + HIGH] = high;
    words[row + LOW] = low;
    this.#doubles[(row >> 1) + B] = b;
    const list = this.#append(row, high, low);
    this.#size += 1;
    if (at < this.#next) {
      this.#next = at;
      this.#nextList = list;
    }
  }

  /** When the next event is due; Infinity when nothing is planned. */
  nextAt(): SimTime {
    if (this.#next === UNKNOWN) this.#findNext();
    return this.#next;
  }

  /**
   * Takes the next event out into the public fields, if it is due at or before `until`. False, with the fields as they
   * were, when nothing is planned until then.
   */
  pop(until: SimTime = Number.POSITIVE_INFINITY): boolean {
    if (this.#size === 0) return false;
    if (this.#next === UNKNOWN) this.#findNext();
    const at = this.#next;
    if (at > until) return false;
    const words = this.#words;
    let list = this.#nextList;
    let row = this.#first[list] as number;
    let following = words[row] as number;
    if (list > DIGIT_MASK && following !== NONE) {
      // Not alone, and not at level 0, where the times of a list are all equal.
      this.#spread(list, at);
      list = at & DIGIT_MASK;
      this.#nextList = list;
      row = this.#first[list] as number;
      following = words[row] as number;
    }
    if (following === NONE) {
      this.#clear(list);
      this.#next = UNKNOWN;
    } else {
      this.#first[list] = following;
    }
    this.#nowHigh = words[row + HIGH] as number;
    this.#nowLow = words[row + LOW] as number;
    this.at = at;
    this.component = words[row + COMPONENT] as number;
    this.kind = words[row + KIND] as number;
    this.a = words[row + A] as number;
    this.b = this.#doubles[(row >> 1) + B] as number;
    words[row] = this.#free;
    this.#free = row;
    this.#size -= 1;
    return true;
  }

  /** A second calendar with the same events; from here on they go separate ways. */
  copy(): RadixCalendar {
    const copy = new RadixCalendar();
    copy.at = this.at;
    copy.component = this.component;
    copy.kind = this.kind;
    copy.a = this.a;
    copy.b = this.b;
    copy.#size = this.#size;
    copy.#words = this.#words.slice();
    copy.#doubles = new Float64Array(copy.#words.buffer);
    copy.#unused = this.#unused;
    copy.#free = this.#free;
    copy.#first = this.#first.slice();
    copy.#last = this.#last.slice();
    copy.#slotsInUse = this.#slotsInUse.slice();
    copy.#levelsInUse = this.#levelsInUse;
    copy.#nowHigh = this.#nowHigh;
    copy.#nowLow = this.#nowLow;
    copy.#next = this.#next;
    copy.#nextList = this.#nextList;
    return copy;
  }

  /** Puts a row at the end of the list where its time belongs, seen from the present. Returns the list. */
  #append(row: number, high: number, low: number): number {
    const highDifference = high ^ this.#nowHigh;
    let level: number;
    let slot: number;
    if (highDifference === 0) {
      level = levelOf(low ^ this.#nowLow);
      slot = (low >>> (level * DIGIT_BITS)) & DIGIT_MASK;
    } else {
      level = levelOf(highDifference);
      slot = (high >>> (level * DIGIT_BITS)) & DIGIT_MASK;
      level += LOW_LEVELS;
    }
    const list = (level << DIGIT_BITS) + slot;
    const bit = 1 << slot;
    const slots = this.#slotsInUse[level] as number;
    const words = this.#words;
    words[row] = NONE;
    if ((slots & bit) === 0) {
      this.#slotsInUse[level] = slots | bit;
      this.#levelsInUse |= 1 << level;
      this.#first[list] = row;
    } else {
      words[this.#last[list] as number] = row;
    }
    this.#last[list] = row;
    return list;
  }

  /** Notes that a list is in use no longer. */
  #clear(list: number): void {
    const level = list >> DIGIT_BITS;
    const slots = (this.#slotsInUse[level] as number) & ~(1 << (list & DIGIT_MASK));
    this.#slotsInUse[level] = slots;
    if (slots === 0) this.#levelsInUse &= ~(1 << level);
  }

  /** Makes `now`, the earliest time of the earliest list, the present, and moves that list's events to lower levels. */
  #spread(list: number, now: SimTime): void {
    this.#clear(list);
    this.#nowHigh = (now / LOW_PART) | 0;
    this.#nowLow = now & LOW_MASK;
    const words = this.#words;
    let row = this.#first[list] as number;
    while (row !== NONE) {
      const following = words[row] as number;
      this.#append(row, words[row + HIGH] as number, words[row + LOW] as number);
      row = following;
    }
  }

  /** Finds the earliest list and the earliest time in it. */
  #findNext(): void {
    if (this.#size === 0) {
      this.#next = Number.POSITIVE_INFINITY;
      return;
    }
    const level = lowestBit(this.#levelsInUse);
    const list = (level << DIGIT_BITS) + lowestBit(this.#slotsInUse[level] as number);
    const words = this.#words;
    let row = this.#first[list] as number;
    let high = words[row + HIGH] as number;
    let low = words[row + LOW] as number;
    if (level > 0) {
      for (row = words[row] as number; row !== NONE; row = words[row] as number) {
        const rowHigh = words[row + HIGH] as number;
        const rowLow = words[row + LOW] as number;
        if (rowHigh < high || (rowHigh === high && rowLow < low)) {
          high = rowHigh;
          low = rowLow;
        }
      }
    }
    this.#next = high * LOW_PART + low;
    this.#nextList = list;
  }

  /** Doubles the number of rows. */
  #grow(): void {
    const words = new Int32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#doubles = new Float64Array(words.buffer);
  }
}

/** The digit that holds the highest bit set, from 0; 0 for 0. Below 30 bits, 13/64 divides like 1/5. */
function levelOf(difference: number): number {
  return ((31 - Math.clz32(difference | 1)) * 13) >> 6;
}

/** The place of the lowest bit set, from 0. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
