/** Services that come later, in the order in which they come: work without which a video is watchable all the same. */

export interface NewService {
  id: string;
  /** Of work for each event, on the reference machine. Our choice. */
  seconds: number;
  at: readonly [x: number, y: number];
}

export const newServices: readonly NewService[] = [
  { id: 'captions', seconds: 0.5, at: [1560, -200] },
  { id: 'billing', seconds: 0.1, at: [1560, 0] },
  { id: 'audit', seconds: 0.05, at: [1560, 300] },
  { id: 'recommendations', seconds: 0.2, at: [1560, 500] },
];
