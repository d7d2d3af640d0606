/** Traffic of one's own before it is played: the file that was read, and how it is to be scaled. */

import { scenarioDefaults } from '../../scenario/new-scenario.ts';
import { type CountRow, daysIn, type RecordedTraffic, toRecording } from '../../scenario/recorded-traffic.ts';
import type { StageScenario } from '../../scenario/scenario.ts';

export interface TrafficFile {
  name: string;
  rows: readonly CountRow[];
  intervalSeconds: number;
  notes: readonly string[];
}

export interface Scaling {
  fromDay: number;
  days: number;
  minutesPerDay: number;
  uploadsPerSecond: number;
  /** Whether `uploadsPerSecond` is the mean over the whole run, or what the busiest moment reaches. */
  of: 'mean' | 'peak';
}

/** A day in ten minutes with some three hundred uploads: enough to see the fleet follow the day. Our choice. */
const MINUTES_PER_DAY = 10;
const MEAN_UPLOADS_PER_SECOND = 0.5;

/** How a file is scaled until the reader says otherwise: its first whole day, or its only one. */
export function firstScaling({ rows }: TrafficFile): Scaling {
  return {
    fromDay: daysIn(rows) > 2 ? 1 : 0,
    days: 1,
    minutesPerDay: MINUTES_PER_DAY,
    uploadsPerSecond: MEAN_UPLOADS_PER_SECOND,
    of: 'mean',
  };
}

/** The traffic that comes of a file and a scaling; throws a RangeError that says what is out of range. */
export function trafficOf({ rows }: TrafficFile, scaling: Scaling): RecordedTraffic {
  const { of, uploadsPerSecond, ...options } = scaling;
  const asMean = toRecording(rows, { ...options, meanUploadsPerSecond: uploadsPerSecond });
  if (of === 'mean') return asMean;
  const peak = asMean.recording.factors.reduce((most, factor) => Math.max(most, factor), 0);
  return toRecording(rows, { ...options, meanUploadsPerSecond: peak === 0 ? 0 : uploadsPerSecond / peak });
}

/** A day of the file as a date. */
export function dateOf({ rows }: TrafficFile, day: number): string {
  const first = Math.floor((rows[0]?.atSeconds ?? 0) / 86_400);
  return new Date((first + day) * 86_400_000).toISOString().slice(0, 10);
}

/** The scenario under the traffic of the story again; everything else that was set stays. */
export function withStoryTraffic(scenario: StageScenario): StageScenario {
  const { users, ...others } = scenario.parameters;
  const { arrivals: _arrivals, ratePerSecond: _rate, recording: _recording, times: _times, ...kept } = users ?? {};
  const parameters = Object.keys(kept).length > 0 ? { ...others, users: kept } : others;
  const { durationSeconds } = scenarioDefaults;
  const interventions = scenario.interventions.filter(({ atSeconds }) => atSeconds <= durationSeconds);
  return { ...scenario, parameters, durationSeconds, interventions };
}
