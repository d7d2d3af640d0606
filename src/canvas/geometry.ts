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
/** How far a quarter of an ellipse pulls its control points. */
const ROUND = 0.55;

/** The links of a picture, one path each, in the same order. Avoids the boxes that a link does not belong to. */
export function routeLinks(boxes: readonly Box[], links: readonly { from: number; to: number }[]): LinkPath[] {
  const sides = links.map(({ from, to }) => chooseSides(boxes, from, to));
  const places = sharedPlaces(boxes, links, sides);
  return links.map(({ from, to }, link) => {
    const [fromSide, toSide] = sides[link] as SidePair;
    const a = boxes[from] as Box;
    const b = boxes[to] as Box;
    const [start, end] = anchors(a, fromSide, b, toSide, places[link] as [number, number]);
    return finish(start, fromSide, end, toSide);
  });
}

type SidePair = readonly [Side, Side];

/** The first of the possible pairs of sides whose curve stays clear of all other boxes. */
function chooseSides(boxes: readonly Box[], from: number, to: number): SidePair {
  const a = boxes[from] as Box;
  const b = boxes[to] as Box;
  const pairs = sidesInOrder(a, b);
  const free = pairs.find(([fromSide, toSide]) => {
    const [start, end] = anchors(a, fromSide, b, toSide, [0, 0]);
    return isClear(curveBetween(start, fromSide, end, toSide), boxes, from, to);
  });
  return free ?? (pairs[0] as SidePair);
}

/** Facing sides come first; then out at the top or bottom and in at the side, which keeps rows free; then over or under. */
function sidesInOrder(a: Box, b: Box): SidePair[] {
  const across: Side = centre(b).x >= centre(a).x ? 'right' : 'left';
  const along: Side = centre(b).y >= centre(a).y ? 'bottom' : 'top';
  const bent: SidePair[] = [
    [along, opposite[across]],
    [across, opposite[along]],
    ['top', 'top'],
    ['bottom', 'bottom'],
  ];
  if (overlap(a.y, a.height, b.y, b.height) >= LEAST_OVERLAP) return [[across, opposite[across]], ...bent];
  if (overlap(a.x, a.width, b.x, b.width) >= LEAST_OVERLAP) return [[along, opposite[along]], ...bent];
  return bent;
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

/** Links that share a side of a box stand apart, in the order of where they lead: offsets at both ends, by link. */
function sharedPlaces(
  boxes: readonly Box[],
  links: readonly { from: number; to: number }[],
  sides: readonly SidePair[],
): [number, number][] {
  const places = links.map((): [number, number] => [0, 0]);
  const bySide = new Map<string, { link: number; end: 0 | 1; towards: number }[]>();
  links.forEach(({ from, to }, link) => {
    for (const end of [0, 1] as const) {
      const side = (sides[link] as SidePair)[end];
      const key = `${end === 0 ? from : to} ${side}`;
      const other = centre(boxes[end === 0 ? to : from] as Box);
      const list = bySide.get(key) ?? [];
      list.push({ link, end, towards: isHorizontal(side) ? other.y : other.x });
      bySide.set(key, list);
    }
  });
  for (const list of bySide.values()) {
    list.sort((a, b) => a.towards - b.towards || a.link - b.link);
    list.forEach(({ link, end }, place) => {
      (places[link] as [number, number])[end] = (place - (list.length - 1) / 2) * LINK_GAP;
    });
  }
  return places;
}

/** Ends of a link: facing boxes are joined where they overlap, so that the link is straight. */
function anchors(a: Box, fromSide: Side, b: Box, toSide: Side, places: readonly [number, number]): [Point, Point] {
  const facing = toSide === opposite[fromSide];
  const shared: Partial<Point> = !facing
    ? {}
    : isHorizontal(fromSide)
      ? { y: middleOfOverlap(a.y, a.height, b.y, b.height) }
      : { x: middleOfOverlap(a.x, a.width, b.x, b.width) };
  return [pointOnSide(a, fromSide, shared, places[0]), pointOnSide(b, toSide, shared, places[1])];
}

function middleOfOverlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return (Math.max(start, otherStart) + Math.min(start + length, otherStart + otherLength)) / 2;
}

function pointOnSide(box: Box, side: Side, at: Partial<Point>, offset: number): Point {
  const middle = centre(box);
  if (isHorizontal(side)) {
    const y = between(box.y, (at.y ?? middle.y) + offset, box.y + box.height);
    return { x: side === 'left' ? box.x : box.x + box.width, y };
  }
  const x = between(box.x, (at.x ?? middle.x) + offset, box.x + box.width);
  return { x, y: side === 'top' ? box.y : box.y + box.height };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function curveBetween(start: Point, fromSide: Side, end: Point, toSide: Side): LinkPath['curve'] {
  if (fromSide === toSide) {
    const reach = (ARC_REACH + Math.hypot(end.x - start.x, end.y - start.y) * ARC_RISE) * (fromSide === 'top' ? -1 : 1);
    return [start, { x: start.x, y: start.y + reach }, { x: end.x, y: end.y + reach }, end];
  }
  const facing = toSide === opposite[fromSide];
  const pull = facing ? 0.5 : ROUND;
  return [start, pulled(start, fromSide, end, pull), pulled(end, toSide, start, pull), end];
}

/** Leaves a box at a right angle. */
function pulled(at: Point, side: Side, towards: Point, pull: number): Point {
  return isHorizontal(side)
    ? { x: at.x + (towards.x - at.x) * pull, y: at.y }
    : { x: at.x, y: at.y + (towards.y - at.y) * pull };
}

function isClear(curve: LinkPath['curve'], boxes: readonly Box[], from: number, to: number): boolean {
  const table = pointTable(curve);
  return boxes.every((box, index) => {
    if (index === from || index === to) return true;
    for (let i = 0; i < table.length; i += 2) {
      if (isInside(box, table[i] as number, table[i + 1] as number)) return false;
    }
    return true;
  });
}

export function isInside(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function finish(start: Point, fromSide: Side, end: Point, toSide: Side): LinkPath {
  const curve = curveBetween(start, fromSide, end, toSide);
  return { curve, fromSide, toSide, label: labelPlace(curve, fromSide, toSide) };
}

/** Above a level link, right of an upright one, on the outside of a bend. */
function labelPlace(curve: LinkPath['curve'], fromSide: Side, toSide: Side): LinkPath['label'] {
  const middle = bezier(curve, 0.5);
  if (fromSide === toSide) {
    return { x: middle.x, y: middle.y + (fromSide === 'top' ? -LABEL_GAP : 2 * LABEL_GAP), anchor: 'middle' };
  }
  if (toSide === opposite[fromSide]) {
    return isHorizontal(fromSide)
      ? { x: middle.x, y: middle.y - LABEL_GAP, anchor: 'middle' }
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
