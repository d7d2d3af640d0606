/** From an architecture to what React Flow draws: nodes with their places, edges with their paths. Pure. */
import type { Edge, Node, NodeHandle, Position } from '@xyflow/react';
import type { ComponentKind } from '../models/registry.ts';
import type { Topology } from '../models/topology.ts';
import { type Box, type LabelSize, type LinkPath, pathsAlong, roomForLabels } from './geometry.ts';
import { annexesOf, boxesOf, type Density, endsOf, type Look, type Shape, scaleOf, shapeOf, waysOf } from './layout.ts';
import { type Travels, travelsOf } from './travels.ts';

/** What the node of a component knows: who it is. How it does, it reads from the run. */
export interface ComponentData extends Record<string, unknown> {
  /** Number of the component in the run. */
  index: number;
  /** Its name in the topology. */
  id: string;
  kind: ComponentKind;
  shape: Shape;
  density: Density;
  /** Its name in the picture. */
  name: string;
  /** How wide it is drawn, in canvas units. */
  width: number;
  /** Its dead letters are counted under it. */
  hasAnnex: boolean;
  /** Whom it is linked to and who stands above its middle, by id. */
  above: readonly string[];
}

export type ComponentFlowNode = Node<ComponentData, 'component'>;

export interface LinkData extends Record<string, unknown> {
  /** Number of the link in the run. */
  index: number;
  path: LinkPath;
  travels: Travels;
  density: Density;
  /** Number of the event bus that it comes from, whose rules decide whether anything passes; null for any other. */
  bus: number | null;
  /** Where its words stand; null where there is no room for any. */
  label: LinkPath['label'] | null;
}

export type LinkFlowEdge = Edge<LinkData, 'link'>;

export interface Flow {
  nodes: ComponentFlowNode[];
  edges: LinkFlowEdge[];
}

export interface FlowOptions {
  look: Look;
  /** Name of a component, by its id. */
  nameOf: (id: string) => string;
  /** Its name where there is little room; missing: the same. */
  shortNameOf?: (id: string) => string;
  /** Where components are on their way to their places; else they stand there. */
  boxes?: readonly Box[];
  /** Id of the element that describes the component that has the focus. */
  describedBy?: string;
}

/** Where links end for React Flow; their paths are their own. */
function handlesOf(width: number, height: number): NodeHandle[] {
  const at = { y: height / 2, width: 1, height: 1 };
  return [
    { ...at, type: 'source', position: 'right' as Position.Right, x: width },
    { ...at, type: 'target', position: 'left' as Position.Left, x: 0 },
  ];
}

/** The rate beside a link where too much moves along it, such as `0.4/s`, in the size of its type. */
const rateSizes: Readonly<Record<Exclude<Density, 'full'>, LabelSize>> = {
  compact: { width: 32, height: 13 },
  small: { width: 27, height: 11 },
};

/** Nodes and edges in the order of the topology, so that their indexes are the numbers of components and links. */
export function toFlow(
  topology: Topology,
  { look, nameOf, shortNameOf = nameOf, boxes: moving, describedBy }: FlowOptions,
): Flow {
  const { density } = look;
  const boxes = moving ?? boxesOf(topology, look);
  const annexes = annexesOf(topology);
  const ends = endsOf(topology);
  const scale = scaleOf[density];
  const paths = pathsAlong(boxes, ends, waysOf(topology, look), scale);
  const labels = density === 'full' ? paths.map(({ label }) => label) : roomForLabels(paths, boxes, rateSizes[density]);
  const travels = travelsOf(topology);
  const nodes = topology.nodes.map((node, index): ComponentFlowNode => {
    const { x, y, width, height } = boxes[index] as Box;
    return {
      id: node.id,
      type: 'component',
      position: { x, y },
      width,
      height,
      // What React Flow would else measure anew whenever something moves, and draw no links meanwhile.
      measured: { width, height },
      handles: handlesOf(width, height),
      ariaLabel: nameOf(node.id),
      ...(describedBy === undefined ? {} : { domAttributes: { 'aria-describedby': describedBy } }),
      data: {
        index,
        id: node.id,
        kind: node.kind,
        shape: shapeOf(node),
        density,
        // Beside the name of a function stands how often it has run.
        name: density === 'full' && node.kind !== 'function' ? nameOf(node.id) : shortNameOf(node.id),
        width,
        hasAnnex: annexes[index] === true,
        above: topology.links.flatMap(({ to }, link) => {
          const end = ends[link] as { from: number; to: number };
          const other = boxes[end.to] as Box;
          return end.from === index && other.y + other.height / 2 < y + height / 2 ? [to] : [];
        }),
      },
    };
  });
  const busAt = (index: number | undefined) =>
    index !== undefined && topology.nodes[index]?.kind === 'event-bus' ? index : null;
  const edges = topology.links.map(({ from, to }, index): LinkFlowEdge => {
    const path = paths[index] as LinkPath;
    return {
      id: `${from} to ${to} ${index}`,
      type: 'link',
      source: from,
      target: to,
      data: {
        index,
        path,
        travels: travels[index] as Travels,
        density,
        bus: busAt(ends[index]?.from),
        label: labels[index] ?? null,
      },
    };
  });
  return { nodes, edges };
}
