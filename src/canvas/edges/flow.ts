/** Where messages are too many for dots: how many pass along a link, and how wide the band is that shows it. Pure. */
import { toSeconds } from '../../engine/time.ts';
import type { Frame } from '../../playback/director.ts';
import { FLOW_WINDOW_WALL_SECONDS } from '../../playback/hops.ts';

export interface LinkFlow {
  /** Messages per second on the wall: requests, or what comes back where only that carries something. */
  perWallSecond: number;
  /** The same per simulated second. */
  perSecond: number;
}

/** A rate is not measured over less than this, in simulated seconds. Our choice. */
const LEAST_SECONDS = 0.05;

/** The flow along a link; null where messages are few enough to be dots. */
export function flowOf({ flows, speed, t }: Pick<Frame, 'flows' | 'speed' | 't'>, link: number): LinkFlow | null {
  const there = link * 2;
  const back = there + 1;
  if (flows.isFlowing[there] !== 1 && flows.isFlowing[back] !== 1) return null;
  const perWallSecond = flows.perWallSecond[there] || flows.perWallSecond[back] || 0;
  // Fast enough, what is counted reaches back to before the start.
  const simulatedSeconds = Math.max(LEAST_SECONDS, Math.min(FLOW_WINDOW_WALL_SECONDS * speed, toSeconds(t)));
  return { perWallSecond, perSecond: (perWallSecond * FLOW_WINDOW_WALL_SECONDS) / simulatedSeconds };
}

/** Slower than this a rate says nothing: one message that passed long ago. Per simulated second; our choice. */
const LEAST_RATE = 0.05;

/** Whether the rate of a flow is worth saying. */
export function isWorthSaying({ perSecond }: LinkFlow): boolean {
  return perSecond >= LEAST_RATE;
}

/** Narrowest and widest band, in canvas units. Our choice. */
const NARROWEST = 3;
const WIDEST = 16;

/** Width of the band: its area grows with the flow, so the width with the root, within limits. */
export function flowWidth(perWallSecond: number): number {
  return Math.min(WIDEST, NARROWEST + Math.sqrt(perWallSecond) * 0.45);
}
