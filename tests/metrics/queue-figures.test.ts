/** What a queue did, from facts made by hand. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { ageMaximumSeconds, ageSeconds, levelMaximum, levelSeconds } from '../../src/metrics/level.ts';
import type { QueueFigures } from '../../src/metrics/queue-figures.ts';
import { RunMetrics } from '../../src/metrics/run-metrics.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

function queueTold(...facts: Told[]): QueueFigures {
  const metrics = new RunMetrics([nodeOf('queue', 'queue')]);
  tell(metrics, ...facts);
  return metrics.components[0] as QueueFigures;
}

describe('a queue', () => {
  const story: Told[] = [
    [0, 'message.queued', { subject: 0, b: 1 }],
    [1, 'message.queued', { subject: 1, b: 2 }],
    [4, 'message.received', { subject: 0, b: 1 }], // after 4 s
    [6, 'message.received', { subject: 1, b: 1 }], // after 5 s
    [8, 'message.deleted', { subject: 1 }],
    [14, 'message.reappeared', { subject: 0, b: 1 }],
    [15, 'message.received', { subject: 0, b: 2 }], // after 1 s
    [18, 'message.deleted', { subject: 0 }],
  ];

  it('knows how many messages could be seen and how many were in flight', () => {
    const { state } = queueTold(...story);
    expect(levelSeconds(state.visible, seconds(20))).toBe(4 + 5 + 1);
    expect(levelSeconds(state.inFlight, seconds(20))).toBe(10 + 2 + 3);
    expect(levelMaximum(state.visible)).toBe(2);
    expect(levelMaximum(state.inFlight)).toBe(2);
    expect(state).toMatchObject({
      arrived: 2,
      received: 3,
      receivedAgain: 1,
      reappeared: 1,
      deleted: 2,
      deadLettered: 0,
    });
  });

  it('knows how long each message waited to be taken', () => {
    const { waiting } = queueTold(...story);
    expect(waiting.count).toBe(3);
    expect(waiting.mean).toBeCloseTo(10 / 3, 12);
    expect(waiting.max).toBe(5);
  });

  it('knows the age of the oldest, visible or in flight', () => {
    const at10 = queueTold(...story.slice(0, 5));
    expect(ageSeconds(at10.state.oldest, seconds(10))).toBe(10);
    const atEnd = queueTold(...story);
    expect(ageSeconds(atEnd.state.oldest, seconds(20))).toBe(0);
    expect(ageMaximumSeconds(atEnd.state.oldest, seconds(20))).toBe(18);
  });

  it('counts dead letters, which leave without being in flight', () => {
    const { state } = queueTold(
      [0, 'message.queued', { subject: 0, b: 1 }],
      [1, 'message.received', { subject: 0, b: 1 }],
      [5, 'message.reappeared', { subject: 0, b: 1 }],
      [7, 'message.dead-lettered', { subject: 0, b: 1 }],
    );
    // It was seen again, but handed out to nobody a second time.
    expect(state).toMatchObject({ deadLettered: 1, reappeared: 1, receivedAgain: 0 });
    expect([state.visible.value, state.inFlight.value]).toEqual([0, 0]);
    expect(state.items.count).toBe(0);
  });

  it('counts polls, answered with a message or without', () => {
    const { state } = queueTold([1, 'queue.polled', { b: 1 }], [2, 'queue.polled', { b: 0 }], [3, 'queue.polled', {}]);
    expect([state.polls, state.emptyPolls]).toEqual([3, 2]);
  });
});
