/** Moments worth going to, read off the traffic. */
import { describe, expect, it } from 'vitest';
import { landmarksOf } from '../../src/panels/landmarks.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';

const withTraffic = (params: Record<string, unknown>, durationSeconds = 100) =>
  newScenario('queued', { durationSeconds, parameters: { users: params } });

describe('landmarks', () => {
  it('finds the evening peak and the quiet night of the story', () => {
    expect(landmarksOf(newScenario('monolith'))).toEqual({ peakSeconds: 120, quietSeconds: 195 });
  });

  it('takes the middle of the first busiest stretch', () => {
    const recording = { binSeconds: 10, factors: [0, 2, 2, 1, 2] };
    expect(landmarksOf(withTraffic({ arrivals: 'recorded', recording }))?.peakSeconds).toBe(20);
  });

  it('takes the longest stretch without anybody, not the first', () => {
    const recording = { binSeconds: 10, factors: [0, 1, 0, 0, 0, 1, 0, 0] };
    expect(landmarksOf(withTraffic({ arrivals: 'recorded', recording }))?.quietSeconds).toBe(20);
  });

  it('does not take a short pause for the night', () => {
    const factors = Array.from({ length: 40 }, (_, bin) => (bin === 7 ? 0 : 1));
    const recording = { binSeconds: 2, factors };
    expect(landmarksOf(withTraffic({ arrivals: 'recorded', recording }))?.quietSeconds).toBeNull();
  });

  it('looks no further than the run lasts', () => {
    const recording = { binSeconds: 10, factors: [1, 1, 1, 5, 0, 0, 0] };
    expect(landmarksOf(withTraffic({ arrivals: 'recorded', recording }, 30))).toEqual({
      peakSeconds: 15,
      quietSeconds: null,
    });
  });

  it('knows none where the traffic does not go up and down', () => {
    expect(landmarksOf(withTraffic({ arrivals: 'steady' }))).toBeNull();
  });
});
