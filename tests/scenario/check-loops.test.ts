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

function problems(scenario: unknown): string[] {
  const parsed = parseScenario(scenario);
  return parsed.ok ? [] : parsed.problems.map(sentenceOf);
}

/** Two functions that tell each other by queues what they have done, and hear of one event only. */
function tellEachOther(hears: 'clicked' | 'item-changed', tells: 'clicked' | 'item-changed') {
  const one = (id: string, other: string) =>
    component(id, 'function', {
      steps: [
        { step: 'extra', on: [hears], work: [], after: [{ to: `to-${other}`, operation: 'send', event: tells }] },
        { step: 'process', work: [] },
      ],
      mappings: [{ from: `to-${id}` }],
    });
  return aScenario(
    [people({ times: [0] }), one('a', 'b'), one('b', 'a'), component('to-a', 'queue'), component('to-b', 'queue')],
    ['people a', 'a to-b', 'b to-b', 'b to-a', 'a to-a'],
  );
}

describe('two that tell each other by queues', () => {
  it('may do so where neither tells of what it is told', () => {
    expect(problems(tellEachOther('clicked', 'item-changed'))).toEqual([]);
  });

  it('may not where what they are told makes them tell it', () => {
    expect(problems(tellEachOther('clicked', 'clicked'))).toEqual([
      'topology.nodes[1].params.steps[0].after[0].to is "to-b"; allowed is a component from which the work does not come back; here it goes round: to-b → b → to-a → a → to-b',
    ]);
  });

  it('may not call each other all the same, as who waits holds a slot', () => {
    const one = (id: string, to: string) =>
      component(id, 'function', {
        steps: [
          { step: 'process', on: ['none'], work: [] },
          { step: 'extra', on: ['clicked'], work: [], after: [{ to, operation: 'upload' }] },
        ],
      });
    const scenario = aScenario([people(), one('a', 'b'), one('b', 'a')], ['people a', 'a b', 'b a']);
    expect(problems(scenario)).toEqual([expect.stringContaining('here it goes round: a → b → a')]);
  });
});

describe('a loop', () => {
  it('is allowed if it takes time, and goes round until the run ends', () => {
    expect(parseScenario(loop(1)).ok).toBe(true);
    const world = createSimulation(loop(1));
    world.runUntil(seconds(3));
    expect(world.now).toBe(seconds(3));
  });

  it.each([0, 0.5])('in which every link takes %d ms is told where it closes', (latencyMs) => {
    expect(problems(loop(latencyMs))).toEqual([
      `topology.links[2].latencyMs is ${latencyMs}; allowed is at least 1 on one link of a loop; here work goes round in no time: work → topic → work`,
    ]);
  });

  it('that multiplies ends in an error before memory does', () => {
    const pool = messagePool();
    pool.live = MOST_MESSAGES;
    expect(() => takeMessage(pool)).toThrow('more than 2000000 messages are under way at once');
  });
});
