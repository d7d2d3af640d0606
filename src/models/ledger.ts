/** The book of uploads: each is entered once and comes to exactly one outcome. */

export const outcomes = ['open', 'watchable', 'refused', 'lost', 'dead-lettered'] as const;
export type Outcome = (typeof outcomes)[number];
export const OUTCOME = Object.fromEntries(outcomes.map((outcome, code) => [outcome, code])) as Readonly<
  Record<Outcome, number>
>;

/** Plain data: columns by upload number, and totals by outcome. */
export interface Ledger {
  count: number;
  lengthSeconds: Float64Array;
  megabytes: Float64Array;
  /** Bit per step that has been done for the upload. */
  stepsDone: Uint8Array;
  outcome: Uint8Array;
  /** How many uploads stand at each outcome, by code. */
  totals: number[];
}

export function ledger(capacity = 256): Ledger {
  return {
    count: 0,
    lengthSeconds: new Float64Array(capacity),
    megabytes: new Float64Array(capacity),
    stepsDone: new Uint8Array(capacity),
    outcome: new Uint8Array(capacity),
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

function addTo(totals: number[], outcome: number, change: number): void {
  totals[outcome] = (totals[outcome] as number) + change;
}

function grow(book: Ledger): void {
  const capacity = book.outcome.length * 2;
  const lengthSeconds = new Float64Array(capacity);
  lengthSeconds.set(book.lengthSeconds);
  const megabytes = new Float64Array(capacity);
  megabytes.set(book.megabytes);
  const stepsDone = new Uint8Array(capacity);
  stepsDone.set(book.stepsDone);
  const outcome = new Uint8Array(capacity);
  outcome.set(book.outcome);
  Object.assign(book, { lengthSeconds, megabytes, stepsDone, outcome });
}
