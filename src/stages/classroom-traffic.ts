/**
 * The traffic of the stories: five minutes that look like a day. Quiet, then people come, a peak in the evening, and
 * quiet again, long enough to see what idles. All stages share it, so that every architecture meets the same uploads.
 */
import type { Recording } from '../models/parameters.ts';

export const classroomTraffic: Recording = {
  binSeconds: 15,
  factors: [0.3, 0.6, 0.8, 1, 1, 1, 1.1, 1.3, 1.3, 1.1, 0.9, 0.6, 0.3, 0, 0, 0, 0, 0, 0, 0],
};

/** What the node of the people sets, in every stage. */
export const classroomUsers = { arrivals: 'recorded', ratePerSecond: 0.4, recording: classroomTraffic } as const;
