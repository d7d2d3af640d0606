/** Requests that wait for a slot, in the order in which they came. They leave in nearly that order. */
import type { SimTime } from '../engine/time.ts';

/** A ring that doubles when it is full. Plain data. */
export interface Line {
  head: number;
  length: number;
  /** Number of each request, and since when it has waited; the length is a power of two. */
  request: Float64Array;
  since: Float64Array;
  /** Upload that it is about, or -1. */
  upload: Float64Array;
}

/** What is answered instead of a time in line where nobody had to wait. */
export const NO_WAIT = -1;

/** Room at the start. Our choice. */
const FIRST_CAPACITY = 16;

export function line(): Line {
  return {
    head: 0,
    length: 0,
    request: new Float64Array(FIRST_CAPACITY),
    since: new Float64Array(FIRST_CAPACITY),
    upload: new Float64Array(FIRST_CAPACITY),
  };
}

/** A request joins at the end. */
export function join(line: Line, at: SimTime, request: number, upload: number): void {
  if (line.length === line.request.length) grow(line);
  const place = (line.head + line.length) & (line.request.length - 1);
  line.request[place] = request;
  line.since[place] = at;
  line.upload[place] = upload;
  line.length += 1;
}

/** Since when the first has waited; -1 when nobody waits. */
export function firstSince(line: Line): SimTime {
  return line.length === 0 ? -1 : (line.since[line.head] as number);
}

/** The first that is about this upload leaves; the answer is since when it has waited, or -1 if there is none. */
export function leaveFirstOf(line: Line, upload: number): SimTime {
  const mask = line.request.length - 1;
  for (let place = 0; place < line.length; place += 1) {
    if (line.upload[(line.head + place) & mask] !== upload) continue;
    const since = line.since[(line.head + place) & mask] as number;
    leavePlace(line, place);
    return since;
  }
  return -1;
}

/** Whether this request waits here; if so it leaves, from wherever it stands. One that stands first leaves in one step. */
export function leaveLine(line: Line, request: number): boolean {
  const mask = line.request.length - 1;
  for (let place = 0; place < line.length; place += 1) {
    if (line.request[(line.head + place) & mask] !== request) continue;
    leavePlace(line, place);
    return true;
  }
  return false;
}

/** Whoever stands here, counted from the first, leaves; those before move up. */
function leavePlace(line: Line, from: number): void {
  const mask = line.request.length - 1;
  for (let place = from; place > 0; place -= 1) {
    const to = (line.head + place) & mask;
    const before = (line.head + place - 1) & mask;
    line.request[to] = line.request[before] as number;
    line.since[to] = line.since[before] as number;
    line.upload[to] = line.upload[before] as number;
  }
  line.head = (line.head + 1) & mask;
  line.length -= 1;
}

function grow(line: Line): void {
  const mask = line.request.length - 1;
  const request = new Float64Array(line.request.length * 2);
  const since = new Float64Array(line.request.length * 2);
  const upload = new Float64Array(line.request.length * 2);
  for (let place = 0; place < line.length; place += 1) {
    request[place] = line.request[(line.head + place) & mask] as number;
    since[place] = line.since[(line.head + place) & mask] as number;
    upload[place] = line.upload[(line.head + place) & mask] as number;
  }
  line.request = request;
  line.since = since;
  line.upload = upload;
  line.head = 0;
}
