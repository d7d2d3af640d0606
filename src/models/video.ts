/** How large what is made of a video is. Our choice: usual bit rates of H.264 for the web (2.5, 5 and 8 Mbit/s). */
import type { StoredObject } from './facts.ts';

export const renditionMegabytesPerMinute: Readonly<Record<Exclude<StoredObject, 'master'>, number>> = {
  '480p': 18.75,
  '720p': 37.5,
  '1080p': 60,
};
