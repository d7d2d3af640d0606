/**
 * The small picture of a run, for many side by side: shapes without words, links, and every message on its way, all on
 * one canvas. It is a picture and nothing else: what it shows is told in words beside it.
 */
import { useEffect, useMemo, useRef } from 'react';
import type { Topology } from '../models/topology.ts';
import { stages } from '../stages/catalogue.ts';
import { useRun } from '../stores/session-context.tsx';
import { LESS_MOTION } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { troubleOfLink, wasCut } from './faults-now.ts';
import { type Box, fitted, pointTable, routeLinks } from './geometry.ts';
import { shapeOf } from './layout.ts';
import { drawMessages } from './message-layer/draw-messages.ts';
import { type LinkTables, placedMessages, placeMessages } from './message-layer/place-messages.ts';
import { styleFromTokens, watchTheme } from './message-layer/style-from-tokens.ts';
import { miniBoundsOf, miniBoxesOf } from './mini/mini-places.ts';
import { type MiniStyle, type Painted, paint, paintLinkTrouble, paintSuffering } from './mini/paint.ts';
import { numberIn } from './params-now.ts';
import { travelsOf } from './travels.ts';
import './mini-canvas.css';

/** Distance of each direction from the line, in units of the ground. */
const LANE = 1.6;
/** Links lie closer together than in the large picture: at this share. Our choice. */
const LINK_SCALE = 0.25;
/** Messages are drawn at this share of their size in the large picture. Our choice: still a dot, a square or a cross. */
const MESSAGE_SCALE = 0.62;
/** Kept free round the picture, in pixels. */
const MARGINS = { top: 3, right: 3, bottom: 3, left: 3 };

/** Draws the run of the `RunProvider` around it. Fills its parent, which must have a size. */
export function MiniCanvas() {
  const run = useRun();
  const isStill = useMedia(LESS_MOTION);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useMemo(() => {
    const topology: Topology = stages[run.stage];
    const boxes = miniBoxesOf(topology);
    const numberOf = (id: string) => topology.nodes.findIndex((node) => node.id === id);
    const ends = topology.links.map(({ from, to }) => ({ from: numberOf(from), to: numberOf(to) }));
    const links: LinkTables = {
      points: routeLinks(boxes, ends, LINK_SCALE).map(({ curve }) => pointTable(curve)),
      travels: travelsOf(topology),
      wasCut: (link: number, sentAt: number) => wasCut(run.store.getState().scenario, link, sentAt),
    };
    const painted = topology.nodes.map(
      (node, index): Painted => ({
        box: boxes[index] as Box,
        shape: shapeOf(node),
        slotsPerInstance: numberIn(node.params ?? {}, 'slotsPerInstance'),
      }),
    );
    return { links, painted, bounds: miniBoundsOf(boxes, links.points) };
  }, [run]);

  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) return;
    const placed = placedMessages();
    let styles = { messages: styleFromTokens(element), shapes: miniStyle(element) };
    let size = { width: 0, height: 0 };
    let drawn: unknown[] = [];
    const draw = () => {
      const frame = run.frames.latest();
      const now = [frame, frame?.t, run.frames.tick(), styles, size];
      if (size.width === 0 || now.every((each, index) => each === drawn[index])) return;
      drawn = now;
      const width = Math.round(size.width * devicePixelRatio);
      const height = Math.round(size.height * devicePixelRatio);
      // Setting a size empties the canvas, even the same one.
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      const { x, y, zoom } = fitted(drawing.bounds, size, MARGINS, Number.POSITIVE_INFINITY);
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, width, height);
      const ratio = devicePixelRatio;
      pen.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
      const { scenario } = run.store.getState();
      const t = frame?.t ?? 0;
      const troubles = drawing.links.points.map((_, link) => troubleOfLink(scenario, link, t));
      drawLinks(
        pen,
        drawing.links.points.filter((_, link) => troubles[link]?.isCut !== true),
        styles.shapes.link,
      );
      if (frame) {
        placeMessages(frame.hops, drawing.links, { isStepped: isStill, lane: LANE }, placed);
        drawMessages(pen, placed, styles.messages, [], MESSAGE_SCALE / Math.sqrt(Math.max(0.5, zoom)));
      }
      drawing.painted.forEach((each, index) => {
        const view = frame?.view[index];
        if (view) paint(pen, view, each, styles.shapes);
        if (frame?.suffering.includes(index)) paintSuffering(pen, each.box, styles.shapes);
      });
      drawing.links.points.forEach((table, link) => {
        const trouble = troubles[link];
        if (trouble) paintLinkTrouble(pen, table, trouble.isCut, styles.shapes);
      });
    };
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      size = { width: entry.contentRect.width, height: entry.contentRect.height };
      draw();
    });
    observer.observe(element);
    const unwatch = watchTheme(() => {
      styles = { messages: styleFromTokens(element), shapes: miniStyle(element) };
    });
    let next = requestAnimationFrame(function tick() {
      draw();
      next = requestAnimationFrame(tick);
    });
    return () => {
      cancelAnimationFrame(next);
      observer.disconnect();
      unwatch();
    };
  }, [run, drawing, isStill]);

  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas does not take the focus
  return <canvas ref={canvas} className="mini-canvas" aria-hidden="true" />;
}

function drawLinks(pen: CanvasRenderingContext2D, tables: readonly Float32Array[], colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const table of tables) {
    pen.moveTo(table[0] as number, table[1] as number);
    // Every fourth point is enough at this size.
    for (let i = 8; i < table.length - 2; i += 8) pen.lineTo(table[i] as number, table[i + 1] as number);
    pen.lineTo(table[table.length - 2] as number, table[table.length - 1] as number);
  }
  pen.stroke();
}

function miniStyle(element: Element): MiniStyle {
  const tokens = getComputedStyle(element);
  const token = (name: string) => tokens.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    quiet: token('--border-strong'),
    surface: token('--surface'),
    border: token('--border-strong'),
    link: token('--link'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    waiting: token('--waiting'),
    waitingSoft: token('--waiting-soft'),
    done: token('--done'),
    doneSoft: token('--done-soft'),
    failed: token('--failed'),
    failedSoft: token('--failed-soft'),
    starting: token('--starting-line'),
    startingSoft: token('--starting-soft'),
    idle: token('--idle'),
    idleSoft: token('--idle-soft'),
  };
}
