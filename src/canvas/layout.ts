/** How large each component is drawn and where it stands, in canvas units, in the roomy and in the compact pictures. */
import type { ComponentKind } from '../models/registry.ts';
import type { Topology, TopologyNode } from '../models/topology.ts';
import { type CompactArrangement, compactPlacesOf, hasRoomy } from './compact-places.ts';
import {
  type Box,
  boxAround,
  boxAroundCurve,
  chooseWays,
  fitted,
  type Margins,
  pathsAlong,
  type Viewport,
  type Way,
} from './geometry.ts';
import { travelsOf } from './travels.ts';

/**
 * `full` has all words; `compact` is for small windows: half the size, the same type, fewer words; `small` is for many
 * components in small windows: a third of the size, a name and a number each.
 */
export type Density = 'full' | 'compact' | 'small';

/**
 * A way to draw a stage: which words, and how components stand: `roomy` at the places of the stage; `wide` and `tall`
 * closer together, for windows of these shapes. Only the roomy arrangement has room for all words.
 */
export type Look =
  | { density: 'full'; arrangement: 'roomy' }
  | { density: 'compact' | 'small'; arrangement: CompactArrangement };

const roomyLook: Look = { density: 'full', arrangement: 'roomy' };
const otherLooks: readonly Look[] = [
  { density: 'compact', arrangement: 'wide' },
  { density: 'compact', arrangement: 'tall' },
  { density: 'small', arrangement: 'wide' },
  { density: 'small', arrangement: 'tall' },
];

/** Every way in which this architecture is drawn. */
export function looksOf(topology: Topology): readonly Look[] {
  return hasRoomy(topology) ? [roomyLook, ...otherLooks] : otherLooks;
}

/**
 * How a group of instances is drawn: `host` is one box with several steps inside, `fleet` takes its work from a queue
 * and comes and goes, `tier` is called and is simply there.
 */
export type GroupShape = 'host' | 'fleet' | 'tier';

export type Shape = Exclude<ComponentKind, 'instance-group'> | GroupShape;

/** The shape of a node of the topology. */
export function shapeOf(node: TopologyNode): Shape {
  if (node.kind !== 'instance-group') return node.kind;
  if (typeof node.params?.['queue'] === 'string') return 'fleet';
  const steps = node.params?.['steps'];
  return Array.isArray(steps) && steps.length > 1 ? 'host' : 'tier';
}

interface Size {
  width: number;
  height: number;
}

/** Our choice: the places in the stages are made for the roomy sizes. */
const sizes: Record<Density, Record<Shape, Size>> = {
  full: {
    client: { width: 120, height: 120 },
    host: { width: 430, height: 360 },
    tier: { width: 130, height: 120 },
    fleet: { width: 246, height: 252 },
    queue: { width: 204, height: 120 },
    bucket: { width: 138, height: 116 },
    table: { width: 138, height: 88 },
    gateway: { width: 138, height: 116 },
    'load-balancer': { width: 178, height: 132 },
    function: { width: 204, height: 148 },
    topic: { width: 146, height: 112 },
    stream: { width: 204, height: 136 },
    'event-bus': { width: 340, height: 108 },
  },
  compact: {
    client: { width: 80, height: 84 },
    host: { width: 268, height: 236 },
    tier: { width: 89, height: 84 },
    fleet: { width: 162, height: 150 },
    queue: { width: 124, height: 84 },
    bucket: { width: 96, height: 70 },
    table: { width: 128, height: 66 },
    gateway: { width: 104, height: 70 },
    'load-balancer': { width: 112, height: 80 },
    function: { width: 124, height: 92 },
    topic: { width: 96, height: 70 },
    stream: { width: 118, height: 84 },
    'event-bus': { width: 190, height: 74 },
  },
  small: {
    client: { width: 68, height: 52 },
    host: { width: 176, height: 136 },
    tier: { width: 70, height: 52 },
    fleet: { width: 98, height: 74 },
    queue: { width: 86, height: 48 },
    bucket: { width: 66, height: 44 },
    table: { width: 96, height: 44 },
    gateway: { width: 72, height: 44 },
    'load-balancer': { width: 78, height: 50 },
    function: { width: 80, height: 60 },
    topic: { width: 66, height: 44 },
    stream: { width: 86, height: 48 },
    'event-bus': { width: 124, height: 42 },
  },
};

/** How much closer the middles of components stand in the pictures that are not roomy; `small` is made out of `compact`. */
const compactScale = { x: 0.55, y: 0.58 };
const smallScale = { x: 0.66, y: 0.58 };

/** The dead letters hang under their queue: by how much they reach below it. In the small picture they have no room. */
const annexHeight: Record<Density, number> = { full: 46, compact: 32, small: 0 };
/** The sign of a fault sits on the upper border of a group: by how much it rises above it. */
const badgeRise: Record<Density, number> = { full: 0, compact: 17, small: 12 };

/** Whether dead letters are counted under a queue: where somebody takes messages out of it, and may fail to. */
export function annexesOf(topology: Topology): boolean[] {
  const travels = travelsOf(topology);
  return topology.nodes.map(
    ({ id, kind }) => kind === 'queue' && topology.links.some(({ to }, link) => to === id && travels[link] === 'poll'),
  );
}

/** The box of each component, in the order of the topology. */
export function boxesOf(topology: Topology, { density, arrangement }: Look): Box[] {
  if (density === 'full') return topology.nodes.map((node) => ({ ...corner(node), ...sizes.full[shapeOf(node)] }));
  const places = compactPlacesOf(topology, arrangement);
  return topology.nodes.map((node) => {
    const shape = shapeOf(node);
    const roomy = { ...corner(node), ...sizes.full[shape] };
    const [x, y] = places?.middles[node.id] ?? [
      (roomy.x + roomy.width / 2) * compactScale.x,
      (roomy.y + roomy.height / 2) * compactScale.y,
    ];
    const own = places?.sizes[node.id];
    if (density === 'compact') return boxAt(x, y, own ?? sizes.compact[shape]);
    const small = own && { width: own.width * smallScale.x, height: sizes.small[shape].height };
    return boxAt(x * smallScale.x, y * smallScale.y, small ?? sizes.small[shape]);
  });
}

function corner({ at: [x, y] }: TopologyNode): { x: number; y: number } {
  return { x, y };
}

function boxAt(middleX: number, middleY: number, { width, height }: Size): Box {
  return {
    x: Math.round(middleX - width / 2),
    y: Math.round(middleY - height / 2),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** The components at the ends of each link, by their numbers. */
export function endsOf({ nodes, links }: Topology): { from: number; to: number }[] {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const numberOf = (id: string): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`a link names "${id}", which is not a node of this topology`);
    return index;
  };
  return links.map(({ from, to }) => ({ from: numberOf(from), to: numberOf(to) }));
}

/** Ways depend on the places alone, and are worth keeping: to find one, many are tried. */
const knownWays = new WeakMap<Topology, Map<string, Way[]>>();

/** On which sides the links of this picture leave and come in. */
export function waysOf(topology: Topology, look: Look): readonly Way[] {
  const key = `${look.density} ${look.arrangement}`;
  const byLook = knownWays.get(topology) ?? new Map<string, Way[]>();
  knownWays.set(topology, byLook);
  const ways = byLook.get(key) ?? chooseWays(boxesOf(topology, look), endsOf(topology), scaleOf[look.density]);
  byLook.set(key, ways);
  return ways;
}

/** Everything that is to be seen at once: the boxes with the rings round them, what hangs on them, and the links. */
export function boundsOf(topology: Topology, look: Look): Box {
  const paths = pathsAlong(boxesOf(topology, look), endsOf(topology), waysOf(topology, look), scaleOf[look.density]);
  return boxAround([ringedBounds(topology, look), ...paths.map(({ curve }) => boxAroundCurve(curve))]);
}

/** How far the ring round what the story speaks of reaches beyond its box, in canvas units. */
const ringBrim: Record<Density, number> = { full: 9, compact: 9, small: 6 };

function ringedBounds(topology: Topology, look: Look): Box {
  const brim = ringBrim[look.density];
  const rings = boxesOf(topology, look).map(({ x, y, width, height }) => ({
    x: x - brim,
    y: y - brim,
    width: width + 2 * brim,
    height: height + 2 * brim,
  }));
  return boxAround([...rings, ...drawnBoxesOf(topology, look)]);
}

/** How far the frame of a machine reaches beyond what runs on it, in canvas units. */
const machineBrim: Record<Density, number> = { full: 30, compact: 20, small: 14 };

/** Who runs on whose machine: numbers of components that share one, by the machine. */
function machinesOf({ nodes }: Topology): number[][] {
  const byHost = new Map<string, number[]>();
  nodes.forEach(({ params }, index) => {
    const host = params?.['runsOn'];
    if (typeof host !== 'string') return;
    const guests = byHost.get(host) ?? [nodes.findIndex(({ id }) => id === host)];
    byHost.set(host, [...guests, index]);
  });
  return [...byHost.values()];
}

/** The frame of each machine round the boxes of what runs on it. */
export function machineFrames(topology: Topology, boxes: readonly Box[], density: Density): Box[] {
  const brim = machineBrim[density];
  return machinesOf(topology).map((components) => {
    const { x, y, width, height } = boxAround(components.map((index) => boxes[index] as Box));
    return { x: x - brim, y: y - brim, width: width + 2 * brim, height: height + 2 * brim };
  });
}

/** The boxes with what hangs on them, and the frames round them. */
function drawnBoxesOf(topology: Topology, look: Look): Box[] {
  const annexes = annexesOf(topology);
  const boxes = boxesOf(topology, look);
  const hanging = boxes.map((box, index) => {
    const rise = badgeRise[look.density];
    const hangs = annexes[index] ? annexHeight[look.density] : 0;
    return { ...box, y: box.y - rise, height: box.height + rise + hangs };
  });
  return [...hanging, ...machineFrames(topology, boxes, look.density)];
}

/** Kept free round the picture, in pixels: in the roomy one, below, for the legend and the buttons. */
const margins: Record<Density, Margins> = {
  full: { top: 28, right: 24, bottom: 64, left: 24 },
  compact: { top: 3, right: 3, bottom: 3, left: 3 },
  small: { top: 3, right: 3, bottom: 3, left: 3 },
};

/** In the others legend and buttons are small; where components would lie under them, a strip is kept free below, this high. */
const STRIP = 38;
/** What lies in the lower corners there, in pixels, at the left and at the right. */
const corners = [
  { width: 82, height: 36 },
  { width: 104, height: 36 },
] as const;
/** Beside the legend, who made the drawing board. */
const credit = { left: 82, width: 76, height: 20 } as const;

/** A picture with room to spare is not blown up beyond this. Our choice. */
const mostFittedZoom: Record<Density, number> = { full: 1.35, compact: 1.5, small: 1.35 };

/** Where to stand so that the whole picture is seen in a window of this size. */
export function viewportFor(topology: Topology, look: Look, window: Size): Viewport {
  return viewportOn(boundsOf(topology, look), topology, look, window);
}

function viewportOn(bounds: Box, topology: Topology, look: Look, window: Size): Viewport {
  const boxes = drawnBoxesOf(topology, look);
  const free = margins[look.density];
  const viewport = fitted(bounds, window, free, mostFittedZoom[look.density]);
  if (
    look.density === 'full' ||
    boxes.slice(0, topology.nodes.length).every((box) => isClearOfCorners(box, viewport, window))
  )
    return viewport;
  return fitted(bounds, window, { ...free, bottom: STRIP }, mostFittedZoom[look.density]);
}

function isClearOfCorners(box: Box, { x, y, zoom }: Viewport, window: Size): boolean {
  const [left, right] = corners;
  const fromBottom = window.height - ((box.y + box.height) * zoom + y);
  const fromLeft = box.x * zoom + x;
  const fromRight = window.width - ((box.x + box.width) * zoom + x);
  const toRight = (box.x + box.width) * zoom + x;
  const isUnderCredit = fromLeft < credit.left + credit.width && toRight > credit.left && fromBottom < credit.height;
  return (
    (fromBottom >= left.height || fromLeft >= left.width) &&
    (fromBottom >= right.height || fromRight >= right.width) &&
    !isUnderCredit
  );
}

/** What the legend of the roomy picture takes in the lower left corner when it is open, in pixels, its distance from the edges included. */
const openLegend = { width: 292, height: 172 } as const;

/** Whether the legend of the roomy picture, when it is open, lies on none of the components. */
export function hasRoomForLegend(topology: Topology, viewport: Viewport, window: Size): boolean {
  return drawnBoxesOf(topology, roomyLook)
    .slice(0, topology.nodes.length)
    .every(
      ({ x, y, height }) =>
        x * viewport.zoom + viewport.x >= openLegend.width ||
        (y + height) * viewport.zoom + viewport.y <= window.height - openLegend.height,
    );
}

/** The roomy picture is shown where its words stay legible: at this much of its full size or more. Our choice. */
const LEAST_ROOMY_ZOOM = 0.78;
/** The same for the compact one: its smallest words, of 11.5 units, are nearly 9 pixels high then. Our choice. */
const LEAST_COMPACT_ZOOM = 0.76;

/** Windows that are so many times as wide as high are low. Our choice. */
const LOW = 1.9;
/** How much larger the other arrangement must be to be preferred, so that stages in one window mostly share theirs. Our choice. */
const MUCH_LARGER = 1.1;

/** Which picture suits a window of this size; `isSmall` rules out the roomy one. */
export function lookFor(topology: Topology, window: Size, isSmall = false): Look {
  // Components decide: links take time to find, and hardly reach beyond them.
  const zoom = (look: Look) => viewportOn(ringedBounds(topology, look), topology, look, window).zoom;
  if (!isSmall && hasRoomy(topology) && zoom(roomyLook) >= LEAST_ROOMY_ZOOM) return roomyLook;
  const [usual, other] = window.width > window.height * LOW ? (['wide', 'tall'] as const) : (['tall', 'wide'] as const);
  for (const density of ['compact', 'small'] as const) {
    const zooms = [usual, other].map((arrangement) => zoom({ density, arrangement })) as [number, number];
    const arrangement = zooms[1] > zooms[0] * MUCH_LARGER ? other : usual;
    if (density === 'small' || Math.max(...zooms) >= LEAST_COMPACT_ZOOM) return { density, arrangement };
  }
  return roomyLook;
}

/** Size of each density, against the full one: what lies between components shrinks with them. */
export const scaleOf: Readonly<Record<Density, number>> = { full: 1, compact: 0.7, small: 0.5 };
