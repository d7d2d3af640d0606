/** How large each component is drawn and where it stands, in canvas units, in the roomy and in the compact picture. */
import type { ComponentKind } from '../models/registry.ts';
import type { Topology, TopologyNode } from '../models/topology.ts';
import { stages } from '../stages/catalogue.ts';
import { type Box, boxAround, fitted, type Margins, type Viewport } from './geometry.ts';

/** `full` has all words; `compact` is for small windows: half the size, the same type, fewer words. */
export type Density = 'full' | 'compact';

/** How components stand: `roomy` at the places of the stage; `wide` and `tall` compact, for windows of these shapes. */
export type Arrangement = 'roomy' | 'wide' | 'tall';

export function densityOf(arrangement: Arrangement): Density {
  return arrangement === 'roomy' ? 'full' : 'compact';
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
    queue: { width: 112, height: 84 },
    bucket: { width: 96, height: 70 },
    table: { width: 118, height: 66 },
    gateway: { width: 96, height: 70 },
    'load-balancer': { width: 112, height: 80 },
    function: { width: 124, height: 92 },
    topic: { width: 96, height: 70 },
    stream: { width: 118, height: 84 },
    'event-bus': { width: 190, height: 74 },
  },
};

/** How much closer the middles of components stand in the compact picture. */
const compactScale = { x: 0.55, y: 0.58 };

type Middles = Readonly<Record<string, readonly [x: number, y: number]>>;

/**
 * Middles of components that stand elsewhere in a compact picture, where the scaled places would leave a low or a
 * narrow window half empty and the words too small to read. Our choice.
 */
const moved: ReadonlyMap<Topology, Partial<Record<Arrangement, Middles>>> = new Map([
  [
    stages.queued,
    {
      wide: { users: [31, 139], metadata: [515, 14] },
      tall: {
        users: [41, 42],
        upload: [154, 42],
        bucket: [318, 42],
        queue: [150, 160],
        fleet: [318, 205],
        metadata: [150, 283],
      },
    },
  ],
]);

/** The dead letters hang under their queue: by how much they reach below it. */
const annexHeight: Record<Density, number> = { full: 46, compact: 32 };
/** The sign of a fault sits on the upper border of a group: by how much it rises above it in the compact picture. */
const BADGE_RISE = 17;

/** The box of each component, in the order of the topology. */
export function boxesOf(topology: Topology, arrangement: Arrangement): Box[] {
  const middles = moved.get(topology)?.[arrangement];
  return topology.nodes.map((node) => {
    const shape = shapeOf(node);
    const [x, y] = node.at;
    const roomy = { x, y, ...sizes.full[shape] };
    if (arrangement === 'roomy') return roomy;
    const { width, height } = sizes.compact[shape];
    const [middleX, middleY] = middles?.[node.id] ?? [
      (x + roomy.width / 2) * compactScale.x,
      (y + roomy.height / 2) * compactScale.y,
    ];
    return { x: Math.round(middleX - width / 2), y: Math.round(middleY - height / 2), width, height };
  });
}

/** Everything that is to be seen at once: the boxes, and what hangs on them. */
export function boundsOf(topology: Topology, arrangement: Arrangement): Box {
  const density = densityOf(arrangement);
  return boxAround(
    boxesOf(topology, arrangement).map((box, index) => {
      const kind = topology.nodes[index]?.kind;
      if (kind === 'queue') return { ...box, height: box.height + annexHeight[density] };
      const rises = kind === 'instance-group' && density === 'compact';
      return rises ? { ...box, y: box.y - BADGE_RISE, height: box.height + BADGE_RISE } : box;
    }),
  );
}

/**
 * Kept free round the picture, in pixels: in the roomy one, below, for the legend and the buttons. In the compact one
 * these are small and stand where the arrangements leave a corner free.
 */
const margins: Record<Density, Margins> = {
  full: { top: 28, right: 24, bottom: 64, left: 24 },
  compact: { top: 8, right: 8, bottom: 8, left: 8 },
};

/** A picture with room to spare is not blown up beyond this. Our choice. */
const MOST_FITTED_ZOOM = 1.35;

/** Where to stand so that the whole picture is seen in a window of this size. */
export function viewportFor(topology: Topology, arrangement: Arrangement, window: Size): Viewport {
  return fitted(boundsOf(topology, arrangement), window, margins[densityOf(arrangement)], MOST_FITTED_ZOOM);
}

/** The roomy picture is shown where its words stay legible: at this much of its full size or more. Our choice. */
const LEAST_ROOMY_ZOOM = 0.78;

/** Which picture suits a window of this size; `compact` rules out the roomy one. */
export function arrangementFor(topology: Topology, window: Size, compact = false): Arrangement {
  const zoom = (arrangement: Arrangement) => viewportFor(topology, arrangement, window).zoom;
  if (!compact && zoom('roomy') >= LEAST_ROOMY_ZOOM) return 'roomy';
  return zoom('tall') > zoom('wide') ? 'tall' : 'wide';
}
