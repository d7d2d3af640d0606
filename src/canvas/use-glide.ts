/** Components that stay from one stage to the next glide from their old places to the new ones. */
import { useEffect, useRef, useState } from 'react';
import type { Topology } from '../models/topology.ts';
import type { Box, Viewport } from './geometry.ts';
import { easeInOut, placesOnTheWay, type Standing } from './glide.ts';

/** How long it takes, in ms. Our choice: slow enough to follow with the eyes, short enough not to wait for. */
const GLIDE_MS = 500;

interface Glide {
  from: Standing;
  /** 0 to 1. */
  share: number;
}

/**
 * The boxes to draw now; null where everything stands at its place. `viewport` is where one stands to see all of the new
 * stage; null before it is known. With `isStill` nothing ever glides.
 */
export function useGlide(
  topology: Topology,
  boxes: readonly Box[],
  viewport: Viewport | null,
  isStill: boolean,
): readonly Box[] | null {
  const [shown, setShown] = useState({ topology, boxes, viewport });
  const [glide, setGlide] = useState<Glide | null>(null);
  const current = glide ? placesOnTheWay(glide.from, topology, boxes, viewport, easeInOut(glide.share)) : boxes;
  if (shown.topology !== topology || shown.boxes !== boxes || shown.viewport !== viewport) {
    setShown({ topology, boxes, viewport });
    if (shown.topology !== topology && shown.viewport && viewport && !isStill) {
      const before = glide
        ? placesOnTheWay(glide.from, shown.topology, shown.boxes, shown.viewport, easeInOut(glide.share))
        : shown.boxes;
      setGlide({ from: { topology: shown.topology, boxes: before, viewport: shown.viewport }, share: 0 });
    } else if (shown.topology !== topology) setGlide(null);
  }
  const from = glide?.from;
  const frame = useRef(0);
  useEffect(() => {
    if (!from) return;
    let began: number | null = null;
    const step = (now: number) => {
      began ??= now;
      const share = (now - began) / GLIDE_MS;
      if (share >= 1) return setGlide(null);
      setGlide({ from, share });
      frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame.current);
  }, [from]);
  return glide ? current : null;
}
