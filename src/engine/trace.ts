/**
 * What happened, as columns of numbers: one row a fact, in the order in which it happened.
 * The engine knows rows only; `models/facts.ts` says what each kind of fact means.
 */
import type { SimTime } from './time.ts';

/** Hears each fact as it happens. Must not touch the simulation. */
export interface Observer {
  /** Codes of the kinds of fact that it wants to hear of; it is told of no others. All of them where nothing is said. */
  readonly hears?: readonly number[];
  /**
   * @param at when it happened
   * @param kind code of the fact's kind
   * @param component index of the component where it happened
   * @param upload number of the upload it concerns, or -1
   * @param subject what it happened to (an instance, a message …), or -1
   */
  fact(
    at: SimTime,
    kind: number,
    component: number,
    upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void;
}

/** A piece of a trace: `length` facts, column by column. Plain data, so it can be transferred between threads. */
export interface TraceColumns {
  length: number;
  at: Float64Array;
  kind: Uint8Array;
  component: Uint16Array;
  upload: Int32Array;
  subject: Int32Array;
  a: Float64Array;
  b: Float64Array;
  c: Int32Array;
}

/** Empty columns with room for `capacity` facts. */
export function traceColumns(capacity: number): TraceColumns {
  return {
    length: 0,
    at: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    component: new Uint16Array(capacity),
    upload: new Int32Array(capacity),
    subject: new Int32Array(capacity),
    a: new Float64Array(capacity),
    b: new Float64Array(capacity),
    c: new Int32Array(capacity),
  };
}

/** The rows from `start` up to and without `end`, in arrays of exactly that length. */
export function sliceTrace(columns: TraceColumns, start = 0, end = columns.length): TraceColumns {
  return {
    length: end - start,
    at: columns.at.slice(start, end),
    kind: columns.kind.slice(start, end),
    component: columns.component.slice(start, end),
    upload: columns.upload.slice(start, end),
    subject: columns.subject.slice(start, end),
    a: columns.a.slice(start, end),
    b: columns.b.slice(start, end),
    c: columns.c.slice(start, end),
  };
}

/** An observer that keeps every fact, growing as needed. */
export class TraceRecorder implements Observer {
  columns: TraceColumns;

  constructor(capacity = 4096) {
    this.columns = traceColumns(capacity);
  }

  fact(
    at: SimTime,
    kind: number,
    component: number,
    upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void {
    let columns = this.columns;
    const row = columns.length;
    if (row === columns.at.length) columns = this.#grow();
    columns.at[row] = at;
    columns.kind[row] = kind;
    columns.component[row] = component;
    columns.upload[row] = upload;
    columns.subject[row] = subject;
    columns.a[row] = a;
    columns.b[row] = b;
    columns.c[row] = c;
    columns.length = row + 1;
  }

  /** Gives away what was recorded so far and starts anew. */
  take(): TraceColumns {
    const taken = sliceTrace(this.columns);
    this.columns.length = 0;
    return taken;
  }

  #grow(): TraceColumns {
    const old = this.columns;
    const grown = traceColumns(old.at.length * 2);
    grown.length = old.length;
    grown.at.set(old.at);
    grown.kind.set(old.kind);
    grown.component.set(old.component);
    grown.upload.set(old.upload);
    grown.subject.set(old.subject);
    grown.a.set(old.a);
    grown.b.set(old.b);
    grown.c.set(old.c);
    this.columns = grown;
    return grown;
  }
}
