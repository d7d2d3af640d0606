/** Draws messages on a canvas: one pass for each look, so that colours change seven times and not two thousand. */
import { type Mark, marks } from '../travels.ts';
import type { PlacedMessages } from './place-messages.ts';

/** Colours, from the tokens of the page. */
export interface MessageStyle {
  colours: Readonly<Record<Mark, string>>;
  /** Behind messages, so that they stand out from lines and from one another. */
  halo: string;
  /** Round what is followed. */
  ink: string;
}

/** Where the canvas draws: 2D contexts of pages and of workers both do. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillRect'
>;

/** From this many on, messages lose their halo and their curves: they are too many to be looked at one by one. Our choice. */
const MANY = 300;

/** Half the size of each look, in canvas units at full size. Our choice. */
const reach: Readonly<Record<Mark, number>> = {
  note: 2.4,
  poll: 3,
  transit: 4.8,
  retried: 4.2,
  waiting: 4.4,
  done: 4.8,
  failed: 4.6,
};

/** Radius of the ring round what is followed, in canvas units at full size. Our choice. */
const FOLLOWED_RING = 9;

/** Draws all messages, with a ring round those in the rows `followed`. `scale` makes them larger or smaller than above. */
export function drawMessages(
  surface: Surface,
  placed: PlacedMessages,
  style: MessageStyle,
  followed: readonly number[],
  scale: number,
): void {
  const isMany = placed.length > MANY;
  if (!isMany) drawHalos(surface, placed, style, scale);
  marks.forEach((mark, code) => {
    surface.fillStyle = style.colours[mark];
    surface.strokeStyle = style.colours[mark];
    if (isMany) drawRough(surface, placed, mark, code, reach[mark] * scale, style);
    else drawFine(surface, placed, mark, code, reach[mark] * scale);
  });
  if (followed.length > 0) drawFollowed(surface, placed, style, followed, scale);
}

function drawHalos(surface: Surface, placed: PlacedMessages, style: MessageStyle, scale: number): void {
  surface.fillStyle = style.halo;
  surface.beginPath();
  for (let i = 0; i < placed.length; i += 1) {
    const r = (reach[marks[placed.mark[i] as number] as Mark] + 1.6) * scale;
    const x = placed.x[i] as number;
    const y = placed.y[i] as number;
    surface.moveTo(x + r, y);
    surface.arc(x, y, r, 0, 2 * Math.PI);
  }
  surface.fill();
}

/** True shapes, one path for all of a look. */
function drawFine(surface: Surface, placed: PlacedMessages, mark: Mark, code: number, r: number): void {
  surface.beginPath();
  let any = false;
  for (let i = 0; i < placed.length; i += 1) {
    if (placed.mark[i] !== code) continue;
    any = true;
    const x = placed.x[i] as number;
    const y = placed.y[i] as number;
    if (mark === 'waiting') surface.fillRect(x - r, y - r, 2 * r, 2 * r);
    else if (mark === 'failed') {
      surface.moveTo(x - r, y - r);
      surface.lineTo(x + r, y + r);
      surface.moveTo(x + r, y - r);
      surface.lineTo(x - r, y + r);
    } else {
      surface.moveTo(x + r, y);
      surface.arc(x, y, r, 0, 2 * Math.PI);
    }
  }
  if (!any || mark === 'waiting') return;
  if (mark === 'failed' || mark === 'poll' || mark === 'retried') {
    surface.lineWidth = mark === 'poll' ? r * 0.55 : r * 0.6;
    surface.lineCap = 'round';
    surface.stroke();
  } else surface.fill();
}

/** The same shapes out of rectangles, which cost least of all. */
function drawRough(
  surface: Surface,
  placed: PlacedMessages,
  mark: Mark,
  code: number,
  r: number,
  style: MessageStyle,
): void {
  const isSquare = mark === 'waiting';
  const isSmall = mark === 'note';
  const isHollow = mark === 'poll' || mark === 'retried';
  const thin = r * 0.45;
  for (let i = 0; i < placed.length; i += 1) {
    if (placed.mark[i] !== code) continue;
    const x = placed.x[i] as number;
    const y = placed.y[i] as number;
    if (mark === 'failed') {
      // Upright instead of slanting: still a cross.
      surface.fillRect(x - r, y - thin / 2, 2 * r, thin);
      surface.fillRect(x - thin / 2, y - r, thin, 2 * r);
      continue;
    }
    if (isSquare || isSmall || isHollow) {
      surface.fillRect(x - r, y - r, 2 * r, 2 * r);
      continue;
    }
    // A disc of two rectangles.
    surface.fillRect(x - r, y - thin, 2 * r, 2 * thin);
    surface.fillRect(x - r * 0.75, y - r * 0.75, 1.5 * r, 1.5 * r);
    surface.fillRect(x - thin, y - r, 2 * thin, 2 * r);
  }
  if (!isHollow) return;
  surface.fillStyle = style.halo;
  const inner = r * 0.5;
  for (let i = 0; i < placed.length; i += 1) {
    if (placed.mark[i] !== code) continue;
    surface.fillRect((placed.x[i] as number) - inner, (placed.y[i] as number) - inner, 2 * inner, 2 * inner);
  }
}

/** A ring round each message of the upload that is followed. */
function drawFollowed(
  surface: Surface,
  placed: PlacedMessages,
  style: MessageStyle,
  rows: readonly number[],
  scale: number,
): void {
  const r = FOLLOWED_RING * scale;
  surface.strokeStyle = style.ink;
  surface.lineWidth = 1.8 * scale;
  surface.beginPath();
  for (const row of rows) {
    const x = placed.x[row] as number;
    const y = placed.y[row] as number;
    surface.moveTo(x + r, y);
    surface.arc(x, y, r, 0, 2 * Math.PI);
  }
  surface.stroke();
}
