/** How the targets of a load balancer stand in its fan: one line each while there is room. Pure. */
import type { TargetState, TargetView } from '../../playback/views/load-balancer-view.ts';

/** How many targets are in which state. */
export function countTargets(targets: readonly TargetView[]): Record<TargetState, number> {
  const counts: Record<TargetState, number> = { initial: 0, healthy: 0, unhealthy: 0, draining: 0 };
  for (const { state } of targets) counts[state] += 1;
  return counts;
}

/**
 * How a load balancer is: `healthy` where it has somebody to send requests to; `starting` where none is healthy yet, but
 * none was found ill either, as at the start; `failed` where there is nobody else.
 */
export function healthOf(counts: Readonly<Record<TargetState, number>>): 'healthy' | 'starting' | 'failed' {
  if (counts.healthy > 0) return 'healthy';
  return counts.initial > 0 && counts.unhealthy === 0 ? 'starting' : 'failed';
}

/** A target in the fan: where its line ends, in canvas units. */
export interface Ray {
  target: TargetView;
  x: number;
  y: number;
}

export interface Fan {
  rays: Ray[];
  /** Side of the sign at the end of a line. */
  size: number;
  /** Targets for which there is no room. */
  beyond: number;
}

/** Least distance between two lines, in canvas units. Our choice: signs still stand apart. */
const LEAST_PITCH = 9;
/** Largest sign. Our choice. */
const LARGEST_SIGN = 14;

/** Lays the targets over the height, in as many columns as they need; those beyond the room are counted. */
export function layFan(targets: readonly TargetView[], width: number, height: number): Fan {
  const perColumn = Math.max(1, Math.floor(height / LEAST_PITCH));
  const mostColumns = Math.max(1, Math.floor(width / 2 / LEAST_PITCH));
  const shown = targets.slice(0, perColumn * mostColumns);
  const columns = Math.max(1, Math.ceil(shown.length / perColumn));
  const rows = Math.ceil(shown.length / columns);
  const pitch = rows === 0 ? height : height / rows;
  const size = Math.min(LARGEST_SIGN, pitch * 0.8);
  const rays = shown.map((target, place) => ({
    target,
    x: width - size / 2 - (columns - 1 - (place % columns)) * (size + 2),
    y: pitch * (Math.floor(place / columns) + 0.5),
  }));
  return { rays, size, beyond: targets.length - shown.length };
}
