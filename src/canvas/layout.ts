/** How large each component is drawn and where it stands, in canvas units, in the roomy and in the compact picture. */
import type { ComponentKind } from '../models/registry.ts';
import type { Topology, TopologyNode } from '../models/topology.ts';
import { type Box, boxAround, fitted, type Margins, type Viewport } from './geometry.ts';

/** `full` has all words; `compact` is for small windows: half the size, the same type, fewer words. */
export type Density = 'full' | 'compact';

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
  },
  compact: {
    client: { width: 74, height: 84 },
    host: { width: 268, height: 236 },
    tier: { width: 84, height: 84 },
    fleet: { width: 162, height: 150 },
    queue: { width: 112, height: 84 },
    bucket: { width: 88, height: 70 },
    table: { width: 112, height: 66 },
  },
};

/** How much closer the middles of components stand in the compact picture. */
const compactScale = { x: 0.55, y: 0.58 };

/** The dead letters hang under their queue: by how much they reach below it. */
const annexHeight: Record<Density, number> = { full: 46, compact: 32 };

/** The box of each component, in the order of the topology. */
export function boxesOf(topology: Topology, density: Density): Box[] {
  return topology.nodes.map((node) => {
    const shape = shapeOf(node);
    const [x, y] = node.at;
    const roomy = { x, y, ...sizes.full[shape] };
    if (density === 'full') return roomy;
    const { width, height } = sizes.compact[shape];
    return {
      x: Math.round((x + roomy.width / 2) * compactScale.x - width / 2),
      y: Math.round((y + roomy.height / 2) * compactScale.y - height / 2),
      width,
      height,
    };
  });
}

/** Everything that is to be seen at once: the boxes, and what hangs on them. */
export function boundsOf(topology: Topology, density: Density): Box {
  const boxes = boxesOf(topology, density);
  return boxAround(
    boxes.map((box, index) => {
      const isQueue = topology.nodes[index]?.kind === 'queue';
      return isQueue ? { ...box, height: box.height + annexHeight[density] } : box;
    }),
  );
}

/** Kept free round the picture, in pixels: below, for the legend and the buttons. */
const margins: Record<Density, Margins> = {
  full: { top: 28, right: 24, bottom: 64, left: 24 },
  compact: { top: 18, right: 8, bottom: 62, left: 8 },
};

/** A picture with room to spare is not blown up beyond this. Our choice. */
const MOST_FITTED_ZOOM = 1.35;

/** Where to stand so that the whole picture is seen in a window of this size. */
export function viewportFor(topology: Topology, density: Density, window: Size): Viewport {
  return fitted(boundsOf(topology, density), window, margins[density], MOST_FITTED_ZOOM);
}

/** The roomy picture is shown where its words stay legible: at this much of its full size or more. Our choice. */
const LEAST_ROOMY_ZOOM = 0.78;

/** Which picture suits a window of this size. */
export function densityFor(topology: Topology, window: Size): Density {
  return viewportFor(topology, 'full', window).zoom >= LEAST_ROOMY_ZOOM ? 'full' : 'compact';
}
