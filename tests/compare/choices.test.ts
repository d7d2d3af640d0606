/** What a choice makes of those that stand side by side. */
import { describe, expect, it } from 'vitest';
import { choiceGroups, replaced, withNext, without } from '../../src/compare/choices.ts';
import { architectureIds } from '../../src/stages/catalogue.ts';

describe('the choices', () => {
  it('hold every stage once, but for those to which nobody uploads', () => {
    const offered = choiceGroups.flatMap(({ stages }) => stages);
    expect(new Set(offered).size).toBe(offered.length);
    expect(architectureIds.filter((stage) => !offered.includes(stage))).toEqual([
      'serverless-cron',
      'real-time-stream',
    ]);
    expect(offered).toContain('function-memory');
  });
});

describe('a choice', () => {
  it('puts another stage in a place, or has two change places', () => {
    expect(replaced(['monolith', 'queued', 'tiers'], 1, 'serverless')).toEqual(['monolith', 'serverless', 'tiers']);
    expect(replaced(['monolith', 'queued', 'tiers'], 0, 'tiers')).toEqual(['tiers', 'queued', 'monolith']);
    expect(replaced(['monolith', 'queued'], 0, 'monolith')).toEqual(['monolith', 'queued']);
    expect(() => replaced(['monolith', 'queued'], 2, 'tiers')).toThrow('there is no place 2 among 2');
  });

  it('takes one away', () => {
    expect(without(['monolith', 'queued', 'tiers'], 1)).toEqual(['monolith', 'tiers']);
  });

  it('adds the next step of the ladder, or the first that is missing once the top is there', () => {
    expect(withNext(['monolith', 'queued'])).toEqual(['monolith', 'queued', 'microservices']);
    expect(withNext(['queued', 'monolith'])).toEqual(['queued', 'monolith', 'microservices']);
    expect(withNext(['monolith', 'serverless'])).toEqual(['monolith', 'serverless', 'tiers']);
    expect(withNext(['event-driven-4', 'monolith'])).toEqual(['event-driven-4', 'monolith', 'serverless']);
  });
});
