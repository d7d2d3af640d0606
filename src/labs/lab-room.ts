/** How picture and instrument share the middle of the page. */

/** What is shown: one of the two alone, or both. */
export const roomViews = ['picture', 'both', 'instrument'] as const;

export interface LabRoom {
  view: (typeof roomViews)[number];
  /** The part of the height that the picture has where both are shown. */
  share: number;
}

/** Below and above, one of the two could not be read any more. Our choice. */
export const LEAST_SHARE = 0.2;
export const MOST_SHARE = 0.8;

/** The instrument is what one comes for, so it has the larger part. Our choice. */
export const firstRoom: LabRoom = { view: 'both', share: 0.4 };

export function withShare(room: LabRoom, share: number): LabRoom {
  return { ...room, share: Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share)) };
}
