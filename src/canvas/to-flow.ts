/** From an architecture to what React Flow draws: nodes with their places, edges with their paths. Pure. */
import type { Edge, Node } from '@xyflow/react';
import type { ComponentKind } from '../models/registry.ts';
import type { Topology } from '../models/topology.ts';
import { type LinkPath, routeLinks } from './geometry.ts';
import { type Arrangement, boxesOf, type Density, densityOf, type Shape, shapeOf } from './layout.ts';
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
}

export type ComponentFlowNode = Node<ComponentData, 'component'>;

export interface LinkData extends Record<string, unknown> {
  /** Number of the link in the run. */
  index: number;
  path: LinkPath;
  travels: Travels;
  density: Density;
}

export type LinkFlowEdge = Edge<LinkData, 'link'>;

export interface Flow {
  nodes: ComponentFlowNode[];
  edges: LinkFlowEdge[];
}

export interface FlowOptions {
  arrangement: Arrangement;
  /** Name of a component, by its id. */
  nameOf: (id: string) => string;
  /** Id of the element that describes the component that has the focus. */
  describedBy?: string;
}

/** Nodes and edges in the order of the topology, so that their indexes are the numbers of components and links. */
export function toFlow(topology: Topology, { arrangement, nameOf, describedBy }: FlowOptions): Flow {
  const density = densityOf(arrangement);
  const boxes = boxesOf(topology, arrangement);
  const indexOf = new Map(topology.nodes.map(({ id }, index) => [id, index]));
  const numberOf = (id: string): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`a link names "${id}", which is not a node of this topology`);
    return index;
  };
  const paths = routeLinks(
    boxes,
    topology.links.map(({ from, to }) => ({ from: numberOf(from), to: numberOf(to) })),
  );
  const travels = travelsOf(topology);
  const nodes = topology.nodes.map((node, index): ComponentFlowNode => {
    const { x, y, width, height } = boxes[index] as (typeof boxes)[number];
    const name = nameOf(node.id);
    return {
      id: node.id,
      type: 'component',
      position: { x, y },
      width,
      height,
      ariaLabel: name,
      ...(describedBy === undefined ? {} : { domAttributes: { 'aria-describedby': describedBy } }),
      data: { index, id: node.id, kind: node.kind, shape: shapeOf(node), density, name },
    };
  });
  const edges = topology.links.map(({ from, to }, index): LinkFlowEdge => {
    const path = paths[index] as LinkPath;
    return {
      id: `${from} to ${to} ${index}`,
      type: 'link',
      source: from,
      target: to,
      data: { index, path, travels: travels[index] as Travels, density },
    };
  });
  return { nodes, edges };
}
