/** The book of uploads: each is entered once and comes to exactly one outcome. */

export const outcomes = ['open', 'watchable', 'refused', 'lost', 'dead-lettered'] as const;
export type Outcome = (typeof outcomes)[number];
export const OUTCOME = Object.fromEntries(outcomes.map((outcome, code) => [outcome, code])) as Readonly<
  Record<Outcome, number>
>;

/** Marks of an upload, as bits. */
export const MARK = {
  /** A copy of it lies in dead letters. */
  deadLettered: 1,
  /** It cannot be processed, however often that is tried. */
  poison: 2,
} as const;

/** Plain data: columns by upload number, and totals by outcome. */
export interface Ledger {
  count: number;
  lengthSeconds: Float64Array;
  megabytes: Float64Array;
  /** Bit per part of the work that has been done for the upload; see `work/parts.ts`. */
  done: Uint16Array;
  outcome: Uint8Array;
  marks: Uint8Array;
  /** In how many places something is kept that may still bring the upload forward: messages, jobs, items of queues … */
  places: Int32Array;
  /** Why it last failed somewhere; a code of `REASON`. */
  failedBecause: Uint8Array;
  /** Number of the component where that was. */
  failedAt: Uint16Array;
  /** How many uploads stand at each outcome, by code. */
  totals: number[];
}

const columns = [
  'lengthSeconds',
  'megabytes',
  'done',
  'outcome',
  'marks',
  'places',
  'failedBecause',
  'failedAt',
] as const satisfies readonly (keyof Ledger)[];

export function ledger(capacity = 256): Ledger {
  return {
    count: 0,
    lengthSeconds: new Float64Array(capacity),
    megabytes: new Float64Array(capacity),
    done: new Uint16Array(capacity),
    outcome: new Uint8Array(capacity),
    marks: new Uint8Array(capacity),
    places: new Int32Array(capacity),
    failedBecause: new Uint8Array(capacity),
    failedAt: new Uint16Array(capacity),
    totals: outcomes.map(() => 0),
  };
}

/** Enters an upload; returns its number. */
export function enterUpload(book: Ledger, lengthSeconds: number, megabytes: number): number {
  const upload = book.count;
  if (upload === book.outcome.length) grow(book);
  book.count = upload + 1;
  book.lengthSeconds[upload] = lengthSeconds;
  book.megabytes[upload] = megabytes;
  addTo(book.totals, OUTCOME.open, 1);
  return upload;
}

/** Gives an open upload its outcome; false if it already had one, which then stays. */
export function closeUpload(book: Ledger, upload: number, outcome: number): boolean {
  if (book.outcome[upload] !== OUTCOME.open) return false;
  book.outcome[upload] = outcome;
  addTo(book.totals, OUTCOME.open, -1);
  addTo(book.totals, outcome, 1);
  return true;
}

/** Opens an upload again that was dead-lettered; false if it was not. */
export function reopenUpload(book: Ledger, upload: number): boolean {
  if (book.outcome[upload] !== OUTCOME['dead-lettered']) return false;
  book.outcome[upload] = OUTCOME.open;
  book.marks[upload] = (book.marks[upload] as number) & ~MARK.deadLettered;
  addTo(book.totals, OUTCOME['dead-lettered'], -1);
  addTo(book.totals, OUTCOME.open, 1);
  return true;
}

function addTo(totals: number[], outcome: number, change: number): void {
  totals[outcome] = (totals[outcome] as number) + change;
}

function grow(book: Ledger): void {
  const larger = ledger(book.outcome.length * 2);
  for (const name of columns) larger[name].set(book[name]);
  Object.assign(book, { ...larger, count: book.count, totals: book.totals });
}
