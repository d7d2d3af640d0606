/** Work may come back through a topic, a bus or a bucket, as in life; but not in no time, and not without end. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { MOST_MESSAGES, messagePool, takeMessage } from '../../src/models/message.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { parseScenario, sentenceOf } from '../../src/scenario/schema.ts';
import { aScenario, component, people } from '../support/small-scenario.ts';

/** A function that publishes to the topic that calls it. */
function loop(latencyMs: number) {
  const work = { step: 'process', work: [], after: [{ to: 'topic', operation: 'publish' }] } as const;
  return aScenario(
    [
      people({ times: [0] }),
      component('work', 'function', { steps: [work] }),
      component('topic', 'topic', { subscriptions: [{ to: 'work' }], deliveryDelay: { kind: 'constant', value: 0 } }),
    ],
    ['people work', 'work topic', 'topic work'],
    { durationSeconds: 3, latencyMs },
  );
}

describe('a loop', () => {
  it('is allowed if it takes time, and goes round until the run ends', () => {
    expect(parseScenario(loop(1)).ok).toBe(true);
    const world = createSimulation(loop(1));
    world.runUntil(seconds(3));
    expect(world.now).toBe(seconds(3));
  });

  it.each([0, 0.5])('in which every link takes %d ms is told where it closes', (latencyMs) => {
    const parsed = parseScenario(loop(latencyMs));
    expect(parsed.ok ? [] : parsed.problems.map(sentenceOf)).toEqual([
      `topology.links[2].latencyMs is ${latencyMs}; allowed is at least 1 on one link of a loop; here work goes round in no time: work → topic → work`,
    ]);
  });

  it('that multiplies ends in an error before memory does', () => {
    const pool = messagePool();
    pool.live = MOST_MESSAGES;
    expect(() => takeMessage(pool)).toThrow('more than 2000000 messages are under way at once');
  });
});
