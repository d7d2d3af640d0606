/** An architecture written out: which components there are, how they are set, and which of them talk. */
import type { ComponentKind } from './registry.ts';

export interface TopologyNode {
  /** Unique within the topology; also the component's name in links, faults and reports. */
  id: string;
  kind: ComponentKind;
  /** Place of the upper left corner in the picture, in canvas units. */
  at: readonly [x: number, y: number];
  /** What differs from the defaults of the kind. */
  params?: Readonly<Record<string, unknown>>;
}

export interface TopologyLink {
  from: string;
  to: string;
  /** One way, in milliseconds; 20 ms where nothing is said (our choice: a call between neighbouring services). */
  latencyMs?: number;
}

export interface Topology {
  nodes: readonly TopologyNode[];
  links: readonly TopologyLink[];
}

/** Latency of a link that does not say its own. Our choice. */
export const DEFAULT_LATENCY_MS = 20;
