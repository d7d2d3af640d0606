/** How architectures grow with their services, and consumers that are added live. */
import { describe, expect, it } from 'vitest';
import {
  broughtBy,
  formWith,
  growing,
  growingOf,
  growthOf,
  mostServices,
  servicesIn,
} from '../../src/panels/story/growth.ts';
import { hasRule, liveRules, withRule } from '../../src/panels/story/live-consumers.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';
import { rules, searchRule, thumbnailsRule } from '../../src/stages/event-driven.ts';

describe('the growth of an architecture', () => {
  it('is counted in its data', () => {
    expect(growthOf(stages.monolith)).toEqual({ queues: 0, rules: 0, links: 1 });
    expect(growthOf(stages.queued)).toEqual({ queues: 1, rules: 0, links: 6 });
    expect(growthOf(stages['event-driven'])).toMatchObject({ queues: 1, rules: rules.length });
  });

  it('is more with every service between partners: each wants a queue from everybody who is there', () => {
    const brought = [1, 2, 3, 4].map((service) => broughtBy('microservices', service));
    expect(brought).toEqual([6, 7, 8, 9].map((queues) => ({ queues, rules: 0, links: 2 * queues })));
  });

  it('is one rule and one link for every service with a bus', () => {
    for (const service of [1, 2, 3, 4]) {
      expect(broughtBy('event-driven', service)).toEqual({ queues: 0, rules: 1, links: 1 });
    }
  });

  it('goes from form to form, and back', () => {
    for (const which of growing) {
      expect(mostServices(which)).toBe(4);
      for (const services of [0, 1, 2, 3, 4]) {
        const form = formWith(which, services);
        expect([growingOf(form), servicesIn(form)]).toEqual([which, services]);
      }
      expect(() => formWith(which, 5)).toThrow(RangeError);
    }
    expect(stageIds.filter((stage) => growingOf(stage) !== null)).toHaveLength(10);
  });
});

describe('a consumer that is added live', () => {
  it('is one rule more, and taken away one rule less', () => {
    const more = withRule(rules, thumbnailsRule, true);
    expect(more).toEqual([...rules, thumbnailsRule]);
    expect(withRule(more, thumbnailsRule, true)).toEqual(more);
    expect(withRule(more, thumbnailsRule, false)).toEqual(rules);
    expect([hasRule(rules, searchRule), hasRule(more, thumbnailsRule)]).toEqual([false, true]);
  });

  it('is there already, and goes by the name of its rule', () => {
    const ids = stages['event-driven'].nodes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(liveRules.map(({ name }) => name)));
  });
});
