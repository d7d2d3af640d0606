/** What an archive may be told to keep here: everything, or only events about long videos. */
import type { BusArchive } from '../../../models/parameters.ts';

export type Kept = 'all' | 'long';

/** From which length on a video is a long one, s. Our choice: about half of them are. */
export const LONG_SECONDS = 300;

const longOnes = { detail: { 'length-seconds': [{ numeric: ['>=', LONG_SECONDS] }] } };

export function withKept(kept: Kept, retentionSeconds: number): BusArchive {
  return kept === 'all' ? { retentionSeconds } : { pattern: longOnes, retentionSeconds };
}

export function keptOf(archive: BusArchive | null): Kept {
  return archive?.pattern === undefined ? 'all' : 'long';
}
