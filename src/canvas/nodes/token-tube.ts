/** How the messages of a queue lie in its tube: large while they are few, smaller and in rows as they get more. Pure. */
import type { QueueView } from '../../playback/views/queue-view.ts';

export type TokenLook = 'visible' | 'in-flight' | 'delayed';

export interface Token {
  x: number;
  y: number;
  look: TokenLook;
  /** It was handed out before and came back, or is out for a second time. */
  isReturned: boolean;
  upload: number;
}

export interface Tube {
  /** Side of a token. */
  size: number;
  tokens: Token[];
  /** Messages that have no room in the tube. */
  beyond: number;
}

/** Sides and gaps of tokens, largest first. Our choice: down to a size at which a token still is a square. */
const sizes = [
  { size: 14, gap: 4 },
  { size: 9, gap: 3 },
  { size: 6, gap: 2 },
  { size: 4, gap: 1.5 },
] as const;

/**
 * Lays the oldest messages at the right end, where they are taken, row by row to the left.
 * @param width and height: the room inside the tube, in canvas units
 */
export function layTokens(view: QueueView, width: number, height: number): Tube {
  const count = view.items.size;
  const fits = ({ size, gap }: { size: number; gap: number }) => ({
    columns: Math.floor((width + gap) / (size + gap)),
    rows: Math.floor((height + gap) / (size + gap)),
  });
  const smallest = sizes[sizes.length - 1] as (typeof sizes)[number];
  const chosen = sizes.find((each) => fits(each).columns * fits(each).rows >= count) ?? smallest;
  const { columns, rows } = fits(chosen);
  const { size, gap } = chosen;
  // Upright columns from the right, filled from the top: the line stays in order at every size.
  const used = Math.min(rows, Math.max(1, Math.ceil(count / columns)));
  const top = (height - (used * (size + gap) - gap)) / 2;
  const tokens: Token[] = [];
  for (const item of view.items.values()) {
    if (tokens.length >= columns * rows) break;
    const place = tokens.length;
    tokens.push({
      x: width - size - Math.floor(place / used) * (size + gap),
      y: top + (place % used) * (size + gap),
      look: item.visibleAgainAt < 0 ? 'visible' : item.isDelayed ? 'delayed' : 'in-flight',
      isReturned: item.receiveCount > (item.visibleAgainAt < 0 ? 0 : 1),
      upload: item.upload,
    });
  }
  return { size, tokens, beyond: count - tokens.length };
}

/** When the message that has waited longest came in, of those that can be seen; null if there is none. */
export function oldestVisible(view: QueueView): number | null {
  for (const item of view.items.values()) if (item.visibleAgainAt < 0) return item.since;
  return null;
}
