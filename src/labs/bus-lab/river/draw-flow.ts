/** Draws what floats on the river, and notes where, so that it can be hit by a pointer or a finger. */
import type { Dot, Flow } from './flow.ts';
import { copyPlace, eventPlace, type RiverLayout } from './river-layout.ts';

/** Colours, from the tokens of the page. */
export interface FlowStyle {
  event: string;
  copy: string;
  fading: string;
  halo: string;
  ink: string;
}

export function flowStyle(element: Element): FlowStyle {
  const tokens = getComputedStyle(element);
  const token = (name: string): string => tokens.getPropertyValue(name).trim();
  return {
    event: token('--in-transit'),
    copy: token('--done'),
    fading: token('--border-strong'),
    halo: token('--surface'),
    ink: token('--ink'),
  };
}

export interface PlacedDot {
  dot: Dot;
  x: number;
  y: number;
}

/** Where each dot stands in the picture; those whose producer or post is not there are left out. */
export function placedDots({ dots }: Flow, layout: RiverLayout, idOf: (component: number) => string): PlacedDot[] {
  return dots.flatMap((dot) => {
    const place =
      dot.kind === 'event'
        ? eventPlace(layout, idOf(dot.pass.from), dot.progress)
        : copyPlace(layout, dot.rule, dot.progress);
    return place ? [{ dot, ...place }] : [];
  });
}

/** Half the size of a dot, in px. Our choice: as in the large picture. */
const RADIUS = 4.5;

/** `chosen` is the event that the reader has picked, by its number; null for none. */
export function drawFlow(
  pen: CanvasRenderingContext2D,
  placed: readonly PlacedDot[],
  style: FlowStyle,
  chosen: number | null,
): void {
  for (const { dot, x, y } of placed) {
    if (dot.kind === 'copy') square(pen, x, y, style.copy, style.halo);
    else if (dot.pass.rules.length > 0) round(pen, x, y, style.event, style.halo);
    else ring(pen, x, y, style.fading, dot.strength);
    if (dot.pass.number === chosen) around(pen, x, y, style.ink);
  }
}

/** An event is round. */
function round(pen: CanvasRenderingContext2D, x: number, y: number, fill: string, halo: string): void {
  pen.fillStyle = halo;
  disc(pen, x, y, RADIUS + 1.2);
  pen.fillStyle = fill;
  disc(pen, x, y, RADIUS);
}

/** A copy is square. */
function square(pen: CanvasRenderingContext2D, x: number, y: number, fill: string, halo: string): void {
  pen.fillStyle = halo;
  pen.fillRect(x - RADIUS - 1, y - RADIUS - 1, 2 * RADIUS + 2, 2 * RADIUS + 2);
  pen.fillStyle = fill;
  pen.fillRect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
}

/** What no rule took is hollow, and gets fainter. */
function ring(pen: CanvasRenderingContext2D, x: number, y: number, line: string, strength: number): void {
  pen.globalAlpha = strength;
  pen.strokeStyle = line;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, RADIUS - 0.5, 0, 2 * Math.PI);
  pen.stroke();
  pen.globalAlpha = 1;
}

function around(pen: CanvasRenderingContext2D, x: number, y: number, ink: string): void {
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, RADIUS + 4, 0, 2 * Math.PI);
  pen.stroke();
}

function disc(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** What is nearest to a place, no farther than `reach` px; null where there is nothing. */
export function nearestDot(placed: readonly PlacedDot[], x: number, y: number, reach: number): PlacedDot | null {
  let nearest: PlacedDot | null = null;
  let best = reach * reach;
  for (const each of placed) {
    const away = (each.x - x) * (each.x - x) + (each.y - y) * (each.y - y);
    if (away > best) continue;
    best = away;
    nearest = each;
  }
  return nearest;
}
