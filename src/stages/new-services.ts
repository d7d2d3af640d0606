/** Services that come later, in the order in which they come: work without which a video is watchable all the same. */

export interface NewService {
  id: string;
  /** Of work for each event, on the reference machine. Our choice. */
  seconds: number;
  at: readonly [x: number, y: number];
}

export const newServices: readonly NewService[] = [
  { id: 'captions', seconds: 0.5, at: [1960, 0] },
  { id: 'billing', seconds: 0.1, at: [2460, 0] },
  { id: 'audit', seconds: 0.05, at: [2960, 0] },
  { id: 'recommendations', seconds: 0.2, at: [3460, 0] },
];

/** Where the queue stands through which it hears of the producer with this number, from 0: in a column to its left. */
export function placeOfQueue({ at: [x] }: NewService, producer: number): readonly [x: number, y: number] {
  return [x - 260, -430 + 190 * producer];
}
