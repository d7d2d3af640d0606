/** What of a picture is lit up, because the story speaks of it. Pure. */
import type { Topology } from '../models/topology.ts';
import type { Highlight } from '../stores/session.ts';

/** Whether a component is lit up. */
export function isComponentLit(highlight: Highlight | null, id: string): boolean {
  return highlight?.components.includes(id) ?? false;
}

/** Whether a link is lit up, whichever way it is named: who calls is not what the story tells. */
export function isLinkLit(highlight: Highlight | null, from: string, to: string): boolean {
  return highlight?.links.some(([a, b]) => (a === from && b === to) || (a === to && b === from)) ?? false;
}

/** The highlight, if anything that it names is in this architecture; else null, and nothing is dimmed for it. */
export function litOf(highlight: Highlight | null, topology: Topology): Highlight | null {
  const isThere =
    topology.nodes.some(({ id }) => isComponentLit(highlight, id)) ||
    topology.links.some(({ from, to }) => isLinkLit(highlight, from, to));
  return isThere ? highlight : null;
}
