/** Traffic of one's own: how it is scaled, and the way back. */
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  firstScaling,
  type TrafficFile,
  trafficOf,
  withStoryTraffic,
} from '../../src/panels/traffic/traffic-draft.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { applyRecording, readRecordedTraffic } from '../../src/scenario/recorded-traffic.ts';

/** Three days by the hour; each hour counts as many as its number. */
function threeDays(): TrafficFile {
  const lines = Array.from({ length: 72 }, (_, hour) => {
    const day = String(10 + Math.floor(hour / 24)).padStart(2, '0');
    return `2014-04-${day} ${String(hour % 24).padStart(2, '0')}:00:00,${hour % 24}`;
  });
  const read = readRecordedTraffic(lines.join('\n'));
  if (!read.ok) throw new Error('the file of the test cannot be read');
  return { name: 'three-days.csv', ...read };
}

describe('traffic of one’s own', () => {
  it('begins with the first whole day, in ten minutes, with one upload every two seconds on average', () => {
    const file = threeDays();
    const traffic = trafficOf(file, firstScaling(file));
    expect(dateOf(file, firstScaling(file).fromDay)).toBe('2014-04-11');
    expect(traffic.durationSeconds).toBe(600);
    expect(traffic.ratePerSecond).toBe(0.5);
    expect(traffic.expectedUploads).toBeCloseTo(300, 0);
  });

  it('can be given a peak instead of a mean', () => {
    const file = threeDays();
    const traffic = trafficOf(file, { ...firstScaling(file), uploadsPerSecond: 1, of: 'peak' });
    expect(Math.max(...traffic.recording.factors) * traffic.ratePerSecond).toBeCloseTo(1, 3);
  });

  it('says what is out of range', () => {
    const file = threeDays();
    expect(() => trafficOf(file, { ...firstScaling(file), days: Number.NaN })).toThrow(RangeError);
    expect(() => trafficOf(file, { ...firstScaling(file), days: 3 })).toThrow('days is 3');
  });

  it('gives way to the traffic of the story, and everything else stays', () => {
    const file = threeDays();
    const story = newScenario('queued', {
      seed: 7,
      parameters: { users: { masterMegabytesPerMinute: 100 }, queue: { maxReceiveCount: 5 } },
    });
    const own = applyRecording(story, trafficOf(file, { ...firstScaling(file), minutesPerDay: 2 }));
    expect(own.durationSeconds).toBe(120);
    expect(withStoryTraffic(own)).toEqual(story);
  });
});
