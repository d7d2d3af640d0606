/** Where links run: from boxes to curves, and from curves to tables of points for the message layer. Canvas units. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** One link as a cubic curve from the border of one box to the border of another. */
export interface LinkPath {
  /** Start, two control points, end. */
  curve: readonly [Point, Point, Point, Point];
  fromSide: Side;
  toSide: Side;
  /** Where its words stand, and how they are set there. */
  label: Point & { anchor: 'start' | 'middle' | 'end' };
}

/** Two boxes face each other if they overlap by this much; less, and a straight link would graze a corner. Our choice. */
const LEAST_OVERLAP = 24;
/** Between links that share a side of a box. Our choice. */
const LINK_GAP = 20;
/** Between a link and its words. */
const LABEL_GAP = 11;
/** How far a link that goes over or under what is between reaches out: this much, and this share of its span. Our choice. */
const ARC_REACH = 60;
const ARC_RISE = 0.35;
/** Where that is not far enough, and something is still in the way: so many times as far. */
const FARTHER = [1, 0.6, 1.7] as const;
/** Where else a link may turn on its way from row to row: near where it leaves, or near where it comes in. */
const TURNS = [0.12, 0.88] as const;
/** How far a quarter of an ellipse pulls its control points. */
const ROUND = 0.55;
/** From this many times its breadth on a box is a rail: links meet it where they are nearest, not all in its middle. */
const RAIL = 4;

/**
 * The links of a picture, one path each, in the same order. Avoids the boxes that a link does not belong to.
 * @param scale size of the picture, against one with all words: what is small has links that lie closer together
 */
export function routeLinks(
  boxes: readonly Box[],
  links: readonly { from: number; to: number }[],
  scale = 1,
): LinkPath[] {
  return pathsAlong(boxes, links, chooseWays(boxes, links, scale), scale);
}

/** On which sides the links of a picture leave and come in. */
export function chooseWays(boxes: readonly Box[], links: readonly { from: number; to: number }[], scale = 1): Way[] {
  return links.map(({ from, to }) => chooseWay(boxes, from, to, scale));
}

/** The paths of links whose ways are known: while boxes move the links follow, and do not jump from side to side. */
export function pathsAlong(
  boxes: readonly Box[],
  links: readonly { from: number; to: number }[],
  ways: readonly Way[],
  scale = 1,
): LinkPath[] {
  const places = sharedPlaces(boxes, links, ways, LINK_GAP * scale);
  return links.map(({ from, to }, link) => {
    const way = ways[link] as Way;
    const place = places[link] as [number, number];
    const [start, end] = anchors(boxes[from] as Box, boxes[to] as Box, way, place);
    const curve = curveBetween(start, end, way, scale);
    const { fromSide, toSide } = way;
    // Words above the lower of two would stand on the upper.
    const isLower = place[0] > 0 && links.some((other, i) => i !== link && joinsTheSame(other, { from, to }));
    return { curve, fromSide, toSide, label: labelPlace(curve, fromSide, toSide, isLower) };
  });
}

/** On which side a link leaves, and on which it comes in. */
export interface Way {
  fromSide: Side;
  toSide: Side;
  /** How far it reaches out where the sides are the same, against the usual. */
  farther: number;
  /** Where it turns between sides that face each other, as a share of the way. */
  turn: number;
}

/** What a point outside of the picture costs, where one inside of a component costs 1. Our choice. */
const OUTSIDE = 0.12;
/** How far links may reach beyond the outermost boxes, at full size. Our choice. */
const BRIM = 24;

/**
 * The first of the possible ways that stays clear of all other boxes and within the picture; else the one of which least
 * does not.
 */
function chooseWay(boxes: readonly Box[], from: number, to: number, scale: number): Way {
  const a = boxes[from] as Box;
  const b = boxes[to] as Box;
  let best: Way | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const way of waysInOrder(a, b, scale)) {
    const [start, end] = anchors(a, b, way, [0, 0]);
    const cost = costOf(curveBetween(start, end, way, scale), boxes, from, to, BRIM * scale);
    if (cost >= least) continue;
    best = way;
    least = cost;
    if (least === 0) break;
  }
  return best as Way;
}

/**
 * Facing sides come first; then out at the top or bottom and in at the side, which keeps rows free; then from row to row
 * or column to column; then over, under or round.
 */
function waysInOrder(a: Box, b: Box, scale: number): Way[] {
  const across: Side = centre(b).x >= centre(a).x ? 'right' : 'left';
  const along: Side = centre(b).y >= centre(a).y ? 'bottom' : 'top';
  const overlapAlong = overlap(a.y, a.height, b.y, b.height);
  const overlapAcross = overlap(a.x, a.width, b.x, b.width);
  const pairs: [Side, Side][] = [];
  if (overlapAlong >= LEAST_OVERLAP * scale) pairs.push([across, opposite[across]]);
  else if (overlapAcross >= LEAST_OVERLAP * scale) pairs.push([along, opposite[along]]);
  pairs.push([along, opposite[across]], [across, opposite[along]]);
  // There must be room to turn in.
  if (overlapAlong <= -LEAST_OVERLAP * scale) pairs.push([along, opposite[along]]);
  if (overlapAcross <= -LEAST_OVERLAP * scale) pairs.push([across, opposite[across]]);
  const early = TURNS.flatMap((turn): Way[] =>
    pairs
      .filter(([from, to]) => to === opposite[from])
      .map(([fromSide, toSide]) => ({ fromSide, toSide, farther: 1, turn })),
  );
  // Round the side only from one to another above or below it.
  const round: readonly Side[] = overlapAcross > 0 ? ['top', 'bottom', 'right', 'left'] : ['top', 'bottom'];
  const arcs = FARTHER.flatMap((farther): Way[] =>
    round.map((side) => ({ fromSide: side, toSide: side, farther, turn: 0.5 })),
  );
  return [...pairs.map(([fromSide, toSide]): Way => ({ fromSide, toSide, farther: 1, turn: 0.5 })), ...early, ...arcs];
}

const opposite: Record<Side, Side> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };

function isHorizontal(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}

function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Whether a side is so long that links meet it where they are nearest. */
function isRail(box: Box, side: Side): boolean {
  return isHorizontal(side) ? box.height > box.width * RAIL : box.width > box.height * RAIL;
}

/** Links that share a side of a box stand apart, in the order of where they lead: offsets at both ends, by link. */
function sharedPlaces(
  boxes: readonly Box[],
  links: readonly { from: number; to: number }[],
  ways: readonly Way[],
  gap: number,
): [number, number][] {
  const places = links.map((): [number, number] => [0, 0]);
  const bySide = new Map<string, { link: number; end: 0 | 1; towards: number }[]>();
  links.forEach(({ from, to }, link) => {
    const way = ways[link] as Way;
    const meets = anchors(boxes[from] as Box, boxes[to] as Box, way, [0, 0]);
    for (const end of [0, 1] as const) {
      const side = end === 0 ? way.fromSide : way.toSide;
      const [here, there] = end === 0 ? [from, to] : [to, from];
      // Along a rail only those who meet it at the same place are in each other's way.
      const key = isRail(boxes[here] as Box, side) ? `${here} ${side} ${there}` : `${here} ${side}`;
      const other = isRail(boxes[there] as Box, side) ? (meets[1 - end] as Point) : centre(boxes[there] as Box);
      const list = bySide.get(key) ?? [];
      list.push({ link, end, towards: isHorizontal(side) ? other.y : other.x });
      bySide.set(key, list);
    }
  });
  for (const list of bySide.values()) {
    list.sort((a, b) => a.towards - b.towards || a.link - b.link);
    list.forEach(({ link, end }, place) => {
      (places[link] as [number, number])[end] = (place - (list.length - 1) / 2) * gap;
    });
  }
  return places;
}

/** Ends of a link: boxes that face each other are joined where they overlap, so that the link is straight. */
function anchors(a: Box, b: Box, { fromSide, toSide }: Way, places: readonly [number, number]): [Point, Point] {
  const shared = toSide === opposite[fromSide] ? middleOfOverlap(a, b, isHorizontal(fromSide)) : null;
  return [pointOnSide(a, fromSide, b, shared, places[0]), pointOnSide(b, toSide, a, shared, places[1])];
}

/** Null where there is none. */
function middleOfOverlap(a: Box, b: Box, isAlong: boolean): number | null {
  const [start, length, otherStart, otherLength] = isAlong
    ? [a.y, a.height, b.y, b.height]
    : [a.x, a.width, b.x, b.width];
  if (overlap(start, length, otherStart, otherLength) <= 0) return null;
  return (Math.max(start, otherStart) + Math.min(start + length, otherStart + otherLength)) / 2;
}

/** How far from its end a link meets a rail at least, as a share of its breadth. */
const RAIL_END = 0.25;

function pointOnSide(box: Box, side: Side, other: Box, shared: number | null, offset: number): Point {
  const middle = centre(box);
  const towards = centre(other);
  if (isHorizontal(side)) {
    const end = box.width * RAIL_END;
    const free = isRail(box, side) ? between(box.y + end, towards.y, box.y + box.height - end) : middle.y;
    const y = between(box.y, (shared ?? free) + offset, box.y + box.height);
    return { x: side === 'left' ? box.x : box.x + box.width, y };
  }
  const end = box.height * RAIL_END;
  const free = isRail(box, side) ? between(box.x + end, towards.x, box.x + box.width - end) : middle.x;
  const x = between(box.x, (shared ?? free) + offset, box.x + box.width);
  return { x, y: side === 'top' ? box.y : box.y + box.height };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function curveBetween(
  start: Point,
  end: Point,
  { fromSide, toSide, farther, turn }: Way,
  scale: number,
): LinkPath['curve'] {
  if (fromSide === toSide) {
    const span = Math.hypot(end.x - start.x, end.y - start.y);
    const isOutward = fromSide === 'bottom' || fromSide === 'right';
    const reach = (ARC_REACH * scale + span * ARC_RISE) * farther * (isOutward ? 1 : -1);
    return isHorizontal(fromSide)
      ? [start, { x: start.x + reach, y: start.y }, { x: end.x + reach, y: end.y }, end]
      : [start, { x: start.x, y: start.y + reach }, { x: end.x, y: end.y + reach }, end];
  }
  if (toSide === opposite[fromSide]) {
    return [start, pulled(start, fromSide, end, turn), pulled(end, toSide, start, 1 - turn), end];
  }
  return [start, pulled(start, fromSide, end, ROUND), pulled(end, toSide, start, ROUND), end];
}

/** Leaves a box at a right angle. */
function pulled(at: Point, side: Side, towards: Point, pull: number): Point {
  return isHorizontal(side)
    ? { x: at.x + (towards.x - at.x) * pull, y: at.y }
    : { x: at.x, y: at.y + (towards.y - at.y) * pull };
}

/** How many points of a curve lie in boxes that it does not join, and a little for those that lie outside of the picture. */
function costOf(curve: LinkPath['curve'], boxes: readonly Box[], from: number, to: number, brim: number): number {
  const table = pointTable(curve);
  const { x, y, width, height } = boxAround(boxes);
  const picture = { x: x - brim, y: y - brim, width: width + 2 * brim, height: height + 2 * brim };
  let cost = 0;
  for (let i = 0; i < table.length; i += 2) {
    if (!isInside(picture, table[i] as number, table[i + 1] as number)) cost += OUTSIDE;
  }
  boxes.forEach((box, index) => {
    if (index === from || index === to) return;
    for (let i = 0; i < table.length; i += 2) {
      if (isInside(box, table[i] as number, table[i + 1] as number)) cost += 1;
    }
  });
  return cost;
}

export function isInside(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function joinsTheSame(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

/** Above a level link, or under the lower of several between two boxes; right of an upright one, on the outside of a bend. */
function labelPlace(curve: LinkPath['curve'], fromSide: Side, toSide: Side, isLower: boolean): LinkPath['label'] {
  const middle = bezier(curve, 0.5);
  if (fromSide === toSide) {
    if (isHorizontal(fromSide)) {
      const isRight = fromSide === 'right';
      return { x: middle.x + (isRight ? LABEL_GAP : -LABEL_GAP), y: middle.y, anchor: isRight ? 'start' : 'end' };
    }
    return { x: middle.x, y: middle.y + (fromSide === 'top' ? -LABEL_GAP : 2 * LABEL_GAP), anchor: 'middle' };
  }
  if (toSide === opposite[fromSide]) {
    return isHorizontal(fromSide)
      ? { x: middle.x, y: middle.y + (isLower ? 2 * LABEL_GAP : -LABEL_GAP), anchor: 'middle' }
      : { x: middle.x + LABEL_GAP, y: middle.y, anchor: 'start' };
  }
  const [start, , , end] = curve;
  const corner = isHorizontal(fromSide) ? { x: end.x, y: start.y } : { x: start.x, y: end.y };
  const isLeft = corner.x < (start.x + end.x) / 2;
  const isAbove = corner.y < (start.y + end.y) / 2;
  return {
    x: middle.x + (isLeft ? -LABEL_GAP : LABEL_GAP),
    y: middle.y + (isAbove ? -LABEL_GAP / 2 : LABEL_GAP),
    anchor: isLeft ? 'end' : 'start',
  };
}

/** Words that stand beside links, in canvas units. */
export interface LabelSize {
  width: number;
  height: number;
}

/**
 * Where the words of each link have room: beside it, else on its other side, away from all boxes and other words; null
 * where there is none.
 */
export function roomForLabels(
  paths: readonly LinkPath[],
  boxes: readonly Box[],
  size: LabelSize,
): (LinkPath['label'] | null)[] {
  const taken: Box[] = [...boxes];
  return paths.map(({ curve, label }) => {
    const free = [label, mirrored(label, bezier(curve, 0.5))].find((place) => {
      const box = labelBox(place, size);
      return taken.every((other) => !isOverlapping(box, other));
    });
    if (!free) return null;
    taken.push(labelBox(free, size));
    return free;
  });
}

const otherAnchor = { start: 'end', middle: 'middle', end: 'start' } as const;

/** The same place on the other side of the link. */
function mirrored({ x, y, anchor }: LinkPath['label'], middle: Point): LinkPath['label'] {
  const isBeside = anchor !== 'middle';
  return {
    x: isBeside ? 2 * middle.x - x : x,
    y: isBeside ? y : 2 * middle.y - y + LABEL_GAP,
    anchor: otherAnchor[anchor],
  };
}

/** The words stand on their line: most of them is above it. */
function labelBox({ x, y, anchor }: LinkPath['label'], { width, height }: LabelSize): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - height * 0.8, width, height };
}

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function bezier([p0, p1, p2, p3]: LinkPath['curve'], t: number): Point {
  const s = 1 - t;
  const a = s * s * s;
  const b = 3 * s * s * t;
  const c = 3 * s * t * t;
  const d = t * t * t;
  return { x: a * p0.x + b * p1.x + c * p2.x + d * p3.x, y: a * p0.y + b * p1.y + c * p2.y + d * p3.y };
}

/** The curve in the words of SVG. */
export function svgPath([p0, p1, p2, p3]: LinkPath['curve']): string {
  return `M${p0.x},${p0.y} C${p1.x},${p1.y} ${p2.x},${p2.y} ${p3.x},${p3.y}`;
}

/** How far apart the ends of a curve are. */
export function spanOf([start, , , end]: LinkPath['curve']): number {
  return Math.hypot(end.x - start.x, end.y - start.y);
}

/** The point halfway along a curve. */
export function middleOf(curve: LinkPath['curve']): Point {
  const table = pointTable(curve);
  const first = POINTS_PER_PATH - 2;
  const between = (coordinate: number) =>
    ((table[first + coordinate] as number) + (table[first + 2 + coordinate] as number)) / 2;
  return { x: between(0), y: between(1) };
}

/** Points in a table: enough that a curve of a thousand pixels shows no corners. */
export const POINTS_PER_PATH = 64;

/** x and y of points at equal distances along the curve, one after another, from its start to its end. */
export function pointTable(curve: LinkPath['curve']): Float32Array {
  const fine = POINTS_PER_PATH * 4;
  const points: Point[] = [];
  const walked: number[] = [];
  let length = 0;
  for (let i = 0; i <= fine; i += 1) {
    const point = bezier(curve, i / fine);
    const last = points[i - 1];
    if (last) length += Math.hypot(point.x - last.x, point.y - last.y);
    points.push(point);
    walked.push(length);
  }
  const table = new Float32Array(POINTS_PER_PATH * 2);
  let at = 0;
  for (let i = 0; i < POINTS_PER_PATH; i += 1) {
    const wanted = (length * i) / (POINTS_PER_PATH - 1);
    while (at < fine - 1 && (walked[at + 1] as number) < wanted) at += 1;
    const before = walked[at] as number;
    const span = (walked[at + 1] as number) - before;
    const part = span > 0 ? (wanted - before) / span : 0;
    const a = points[at] as Point;
    const b = points[at + 1] as Point;
    table[i * 2] = a.x + (b.x - a.x) * part;
    table[i * 2 + 1] = a.y + (b.y - a.y) * part;
  }
  return table;
}

/** The smallest box around all of these; an empty one at the origin for none. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The smallest box around the curve of a link. */
export function boxAroundCurve(curve: LinkPath['curve']): Box {
  const points = Array.from({ length: POINTS_PER_PATH }, (_, i) => bezier(curve, i / (POINTS_PER_PATH - 1)));
  return boxAround(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
}

/** Where to stand so that all of `bounds` is seen, in the middle of a window. */
export interface Viewport extends Point {
  zoom: number;
}

/** Room that is kept free around the picture, in pixels. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The largest view of `bounds` in a window of this size, but no larger than `mostZoom`. */
export function fitted(
  bounds: Box,
  window: { width: number; height: number },
  margins: Margins,
  mostZoom: number,
): Viewport {
  const width = Math.max(1, window.width - margins.left - margins.right);
  const height = Math.max(1, window.height - margins.top - margins.bottom);
  const zoom = Math.min(mostZoom, width / bounds.width, height / bounds.height);
  return {
    x: margins.left + width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: margins.top + height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}
