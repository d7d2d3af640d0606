/** Where components are on their way from one stage to the next. Pure. */
import type { Topology } from '../models/topology.ts';
import type { Box, Viewport } from './geometry.ts';

/** A stage as it stood on the screen. */
export interface Standing {
  topology: Topology;
  /** In the order of the topology, in canvas units. */
  boxes: readonly Box[];
  viewport: Viewport;
}

/** Begins and ends slowly. */
export function easeInOut(share: number): number {
  const t = Math.max(0, Math.min(1, share));
  return t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
}

/**
 * The boxes of the new stage after `share` of the way, in its own canvas units: those of components that were there
 * before come from where they were on the screen, all others stand at their places.
 */
export function placesOnTheWay(
  from: Standing,
  topology: Topology,
  boxes: readonly Box[],
  viewport: Viewport | null,
  share: number,
): readonly Box[] {
  if (!viewport) return boxes;
  const before = new Map(from.topology.nodes.map(({ id }, index) => [id, from.boxes[index]]));
  return topology.nodes.map(({ id }, index) => {
    const box = boxes[index] as Box;
    const old = before.get(id);
    if (!old) return box;
    const start = {
      x: onScreen(old.x + old.width / 2, from.viewport.x, from.viewport.zoom, viewport.x, viewport.zoom),
      y: onScreen(old.y + old.height / 2, from.viewport.y, from.viewport.zoom, viewport.y, viewport.zoom),
    };
    const rest = 1 - share;
    return {
      ...box,
      x: box.x + (start.x - box.width / 2 - box.x) * rest,
      y: box.y + (start.y - box.height / 2 - box.y) * rest,
    };
  });
}

/** A coordinate of one view in another in which it is at the same pixel. */
function onScreen(at: number, offset: number, zoom: number, newOffset: number, newZoom: number): number {
  return (at * zoom + offset - newOffset) / newZoom;
}
