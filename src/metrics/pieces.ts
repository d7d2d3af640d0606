/** How much happened in the last while: counts in pieces of time of equal length, of which only the latest are kept. */
import { type SimTime, seconds } from '../engine/time.ts';

/** Length of a piece, and how far back one can look. Our choice. */
export const PIECE_SECONDS = 5;
export const LOOKS_BACK_SECONDS = 60;

const PIECE = seconds(PIECE_SECONDS);
const BACK = LOOKS_BACK_SECONDS / PIECE_SECONDS;
/** Those that one can look back at, and the one that is not over. */
const KEPT = BACK + 1;

/** Plain data: `KEPT` cells a row; each says which piece it counts, and how much. */
export interface Pieces {
  piece: Float64Array;
  amount: Float64Array;
}

export function pieces(rows: number): Pieces {
  return { piece: new Float64Array(rows * KEPT).fill(-1), amount: new Float64Array(rows * KEPT) };
}

/** Counts one more in a row. What is older than what is kept is passed over. */
export function countIn(pieces: Pieces, row: number, at: SimTime): void {
  const cell = cellFor(pieces, row, at, 0);
  if (cell >= 0) pieces.amount[cell] = (pieces.amount[cell] as number) + 1;
}

/** Takes a level into a row: it was `before` until now. */
export function riseIn(pieces: Pieces, row: number, at: SimTime, before: number, after: number): void {
  const cell = cellFor(pieces, row, at, before);
  if (cell >= 0) pieces.amount[cell] = Math.max(pieces.amount[cell] as number, after);
}

/** Since when `amountBefore` counts, seen from `at`. */
export function looksBackTo(at: SimTime): SimTime {
  return Math.max(0, (Math.floor(at / PIECE) - BACK) * PIECE);
}

/** How much was counted in a row from `looksBackTo(at)` until now. */
export function amountBefore({ piece, amount }: Pieces, row: number, at: SimTime): number {
  const first = Math.floor(at / PIECE) - BACK;
  let sum = 0;
  for (let cell = row * KEPT; cell < (row + 1) * KEPT; cell += 1) {
    if ((piece[cell] as number) >= Math.max(first, 0)) sum += amount[cell] as number;
  }
  return sum;
}

/** How high the level of a row, which is `now`, was at most from `looksBackTo(at)` until now. */
export function highestBefore({ piece, amount }: Pieces, row: number, at: SimTime, now: number): number {
  const first = Math.floor(at / PIECE) - BACK;
  let highest = now;
  for (let cell = row * KEPT; cell < (row + 1) * KEPT; cell += 1) {
    if ((piece[cell] as number) >= Math.max(first, 0)) highest = Math.max(highest, amount[cell] as number);
  }
  return highest;
}

/** The cell of the piece of `at`, beginning with `amount` if that piece is new; -1 if it is no longer kept. */
function cellFor(pieces: Pieces, row: number, at: SimTime, amount: number): number {
  const piece = Math.floor(at / PIECE);
  const cell = row * KEPT + (piece % KEPT);
  const kept = pieces.piece[cell] as number;
  if (kept > piece) return -1;
  if (kept < piece) {
    pieces.piece[cell] = piece;
    pieces.amount[cell] = amount;
  }
  return cell;
}
