/** Where each message stands in the picture now: what is drawn, and what the pointer can hit. Pure. */
import { REASON } from '../../models/reasons.ts';
import type { Hops } from '../../playback/hops.ts';
import { POINTS_PER_PATH } from '../geometry.ts';
import { type Mark, markOf, marks, type Travels } from '../travels.ts';

/** The links of a picture, as messages need them. */
export interface LinkTables {
  /** Points along each link, as of `pointTable`. */
  points: readonly Float32Array[];
  travels: readonly Travels[];
  /** Whether a link was cut when a message set out on it; where it is missing, none ever was. */
  wasCut?: (link: number, sentAt: number) => boolean;
}

/** How far along its link a message gets that is cut in the middle. */
const CUT_AT = 0.5;

/** Places of messages, in the rows of the hops. Arrays are used again from picture to picture; `length` says how many count. */
export interface PlacedMessages {
  length: number;
  x: Float32Array;
  y: Float32Array;
  /** Place in `marks`. */
  mark: Uint8Array;
}

export function placedMessages(): PlacedMessages {
  return {
    length: 0,
    x: new Float32Array(0),
    y: new Float32Array(0),
    mark: new Uint8Array(0),
  };
}

export interface Placing {
  /** Messages do not glide: they stand at a quarter, a half and three quarters of their link. */
  isStepped: boolean;
  /** Distance between the two directions of a link and its line, in canvas units. */
  lane: number;
}

const LINK_CUT = REASON['link-cut'];

const codeOf = Object.fromEntries(marks.map((mark, code) => [mark, code])) as Readonly<Record<Mark, number>>;

/** Where a message stands that does not glide. */
const stops = [0.25, 0.5, 0.75] as const;
/** Between messages that stand at the same stop, in canvas units. */
const STAND_GAP = 11;

/** Fills `placed` with the messages of `hops`. A link that is not in the picture throws. */
export function placeMessages(hops: Hops, links: LinkTables, placing: Placing, placed: PlacedMessages): void {
  if (placed.x.length < hops.length) grow(placed, hops.length);
  placed.length = hops.length;
  const standing = placing.isStepped ? new Map<number, number>() : null;
  for (let row = 0; row < hops.length; row += 1) {
    const link = hops.link[row] as number;
    const isBack = hops.back[row] === 1;
    const table = links.points[link];
    const travels = links.travels[link];
    if (!table || !travels) throw new Error(`a message travels along link ${link}, which is not in the picture`);
    let position = hops.position[row] as number;
    // What is cut turns round at the cut: a request gets no farther, and word of it comes back from there.
    const mayBeCut = !isBack || hops.reason[row] === LINK_CUT;
    const isCut = mayBeCut && links.wasCut?.(link, hops.sentAt[row] as number) === true;
    if (isCut) position = isBack ? 1 - CUT_AT + position * CUT_AT : position * CUT_AT;
    let lane = isBack ? -placing.lane : placing.lane;
    if (standing) {
      const stop = position < 1 / 3 ? 0 : position < 2 / 3 ? 1 : 2;
      const key = link * 6 + stop * 2 + (isBack ? 1 : 0);
      const place = standing.get(key) ?? 0;
      standing.set(key, place + 1);
      const perRow = Math.max(1, Math.floor(lengthOf(table) / 3 / STAND_GAP));
      position = (stops[stop] as number) + (besides(place % perRow) * STAND_GAP) / lengthOf(table);
      lane *= 1 + Math.floor(place / perRow) * 2;
    }
    put(placed, row, table, isBack ? 1 - position : position, lane);
    placed.mark[row] =
      codeOf[
        markOf(
          travels,
          hops.operation[row] as number,
          isBack,
          hops.upload[row] as number,
          hops.reason[row] as number,
          hops.attempt[row] as number,
        )
      ];
  }
}

/** 0, then 1 before and 1 behind, then 2 before and 2 behind … */
function besides(place: number): number {
  const distance = Math.ceil(place / 2);
  return place % 2 === 1 ? distance : -distance;
}

/** Puts a message at a share of the link's length, `lane` units to the right of the way the link leads. */
function put(placed: PlacedMessages, row: number, table: Float32Array, share: number, lane: number): void {
  const at = Math.max(0, Math.min(1, share)) * (POINTS_PER_PATH - 1);
  const point = Math.min(POINTS_PER_PATH - 2, Math.floor(at));
  const part = at - point;
  const x = table[point * 2] as number;
  const y = table[point * 2 + 1] as number;
  const dx = (table[point * 2 + 2] as number) - x;
  const dy = (table[point * 2 + 3] as number) - y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  placed.x[row] = x + dx * part - (dy / length) * lane;
  placed.y[row] = y + dy * part + (dx / length) * lane;
}

/** Points stand at equal distances, so one of them tells the length of all. */
function lengthOf(table: Float32Array): number {
  const dx = (table[2] as number) - (table[0] as number);
  const dy = (table[3] as number) - (table[1] as number);
  return Math.max(1, Math.sqrt(dx * dx + dy * dy) * (POINTS_PER_PATH - 1));
}

function grow(placed: PlacedMessages, length: number): void {
  const capacity = Math.max(64, length * 2);
  placed.x = new Float32Array(capacity);
  placed.y = new Float32Array(capacity);
  placed.mark = new Uint8Array(capacity);
}

/** Row of a message of this upload: the first of those with a place; -1 if there is none. */
export function rowOfUpload(hops: Pick<Hops, 'upload'>, placed: PlacedMessages, upload: number): number {
  for (let row = 0; row < placed.length; row += 1) if (hops.upload[row] === upload) return row;
  return -1;
}

/** Row of the message nearest to a point and no farther than `reach`; -1 if there is none. */
export function nearestMessage(placed: PlacedMessages, x: number, y: number, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; i < placed.length; i += 1) {
    const dx = (placed.x[i] as number) - x;
    const dy = (placed.y[i] as number) - y;
    const distance = dx * dx + dy * dy;
    // Of two in the same place the later one is drawn on top.
    if (distance <= least) {
      best = i;
      least = distance;
    }
  }
  return best;
}
