/** Every message in flight, drawn on one canvas that lies over the links and under the nodes; React renders it once. */
import { useStore, ViewportPortal } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRun, useSessionState } from '../../stores/session-context.tsx';
import type { Box } from '../geometry.ts';
import { drawMessages, type MessageStyle } from './draw-messages.ts';
import { type LinkTables, type PlacedMessages, placeMessages } from './place-messages.ts';
import { styleFromTokens, watchTheme } from './style-from-tokens.ts';

interface MessageLayerProps {
  links: LinkTables;
  /** The part of the picture where links run. */
  bounds: Box;
  /** Where to note what was drawn where, for the pointer. */
  placed: PlacedMessages;
  /** Messages stand instead of gliding. */
  isStepped: boolean;
}

/** How far messages reach beyond their links, in canvas units: half a dot, a lane, and the ring round what is followed. */
const MARGIN = 24;
/** Distance of each direction from the line. Our choice: two dots can pass. */
const LANE = 3.4;
/** Most pixels of the canvas: four million cost 16 MB and some milliseconds to clear. Our choice. */
const MOST_PIXELS = 4_000_000;
/** After the last change of the zoom, until the canvas is made anew in that sharpness, in ms. */
const SETTLE_MS = 120;

export function MessageLayer({ links, bounds, placed, isStepped }: MessageLayerProps) {
  const { frames } = useRun();
  const follow = useSessionState((session) => session.follow);
  const canvas = useRef<HTMLCanvasElement>(null);
  const zoom = useStore((flow) => flow.transform[2]);
  const sharpness = useSharpness(zoom, bounds);
  const x = bounds.x - MARGIN;
  const y = bounds.y - MARGIN;
  const width = bounds.width + 2 * MARGIN;
  const height = bounds.height + 2 * MARGIN;
  const scale = scaleAt(sharpness / devicePixelRatio);

  // Before the browser paints: making a canvas larger empties it.
  useLayoutEffect(() => {
    const element = canvas.current;
    const surface = element?.getContext('2d');
    if (!element || !surface) return;
    let style: MessageStyle = styleFromTokens(element);
    let drawn: unknown[] = [];
    const draw = () => {
      const frame = frames.latest();
      // A picture that stands still is not drawn again.
      const now = [frame, frame?.t, frames.tick(), style];
      if (now.every((each, index) => each === drawn[index])) return;
      drawn = now;
      surface.setTransform(1, 0, 0, 1, 0, 0);
      surface.clearRect(0, 0, element.width, element.height);
      placed.length = 0;
      if (!frame) return;
      surface.setTransform(sharpness, 0, 0, sharpness, -x * sharpness, -y * sharpness);
      placeMessages(frame.hops, links, { isStepped, lane: LANE }, placed);
      drawMessages(surface, placed, style, rowsOf(frame.hops, follow), scale);
    };
    draw();
    let next = requestAnimationFrame(function tick() {
      draw();
      next = requestAnimationFrame(tick);
    });
    const unwatch = watchTheme(() => {
      style = styleFromTokens(element);
    });
    return () => {
      cancelAnimationFrame(next);
      unwatch();
    };
  }, [frames, links, placed, isStepped, follow, sharpness, scale, x, y]);

  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas does not take the focus; its messages are told in words elsewhere */}
      <canvas
        ref={canvas}
        className="message-layer"
        aria-hidden="true"
        width={Math.ceil(width * sharpness)}
        height={Math.ceil(height * sharpness)}
        style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      />
    </ViewportPortal>
  );
}

/** Messages shrink less than the picture does, and grow less: their size is what is read. */
function scaleAt(zoom: number): number {
  return 1 / Math.sqrt(Math.max(0.3, Math.min(3, zoom)));
}

function rowsOf(hops: { length: number; upload: ArrayLike<number> }, follow: number | null): number[] {
  const rows: number[] = [];
  if (follow === null) return rows;
  for (let row = 0; row < hops.length; row += 1) if (hops.upload[row] === follow) rows.push(row);
  return rows;
}

/** Canvas pixels per canvas unit: what the screen shows, once the zoom has come to rest. */
function useSharpness(zoom: number, bounds: Box): number {
  const most = Math.sqrt(MOST_PIXELS / ((bounds.width + 2 * MARGIN) * (bounds.height + 2 * MARGIN)));
  const wanted = Math.min(most, zoom * devicePixelRatio);
  const [sharpness, setSharpness] = useState(wanted);
  useEffect(() => {
    if (wanted === sharpness) return;
    const timer = setTimeout(() => setSharpness(wanted), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, sharpness]);
  return sharpness;
}
