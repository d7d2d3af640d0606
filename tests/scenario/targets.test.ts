/** What targets mean in an architecture, form by form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults } from '../../src/models/facts.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import {
  componentsAt,
  isFormFor,
  meansSomething,
  struckBy,
  struckByFault,
  targetsFor,
  usualTarget,
} from '../../src/scenario/targets.ts';
import { type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { drawnFault, faultIn } from '../support/any-fault.ts';
import { problemsOf } from '../support/problems.ts';

/** What is struck, in words: an id, `from>to` for a link, `id/part` for a part. */
function inWords(scenario: Scenario, struck: ReturnType<typeof struckBy>): string[] {
  const { nodes, links } = planOf(scenario);
  const idOf = (component: number | undefined): string => nodes[component ?? -1]?.id ?? '?';
  return struck.map(({ component, link, part }) => {
    if (link >= 0) return `${idOf(component)}>${idOf(links[link]?.to)}`;
    return part === '' ? idOf(component) : `${idOf(component)}/${part}`;
  });
}

function meant(stage: StageId, target: string): string[] {
  const scenario = newScenario(stage);
  const { nodes, links } = planOf(scenario);
  return inWords(scenario, struckBy(target, nodes, links));
}

describe('a target', () => {
  it.each<[StageId, string, string[]]>([
    ['queued', 'fleet', ['fleet']],
    ['queued', 'nobody', []],
    ['queued', '', []],
    ['queued', 'step:process', ['fleet']],
    ['queued', 'step:store', ['fleet']],
    ['tiers', 'step:store', ['store']],
    ['event-driven', 'step:process', ['process-480p', 'process-720p', 'process-1080p']],
    ['queued', 'step:sleep', []],
    ['queued', 'kind:queue', ['queue']],
    ['event-driven', 'kind:client', ['users', 'viewers', 'players']],
    ['queued', 'kind:function', []],
    ['queued', 'kind:quue', []],
    ['load-balanced', 'zone:a', ['upload/0', 'process/0', 'store/0', 'manage/0']],
    ['load-balanced', 'zone:b', ['upload/1', 'process/1', 'store/1', 'manage/1']],
    ['load-balanced', 'zone:c', []],
    ['load-balanced', 'zone:e', []],
    ['monolith', 'zone:b', []],
    ['queued', 'link:users>upload', ['users>upload']],
    ['queued', 'link:upload>users', []],
    ['queued', 'link:users>nobody', []],
    ['queued', 'link:users', []],
    ['queued', 'link:users>upload>queue', []],
    ['queued', 'link:>', []],
    ['monolith', 'into:process', ['users>monolith']],
    ['tiers', 'into:process', ['upload>process']],
    ['load-balanced', 'into:process', ['lb-process>process']],
    ['queued', 'into:process', ['fleet>queue']],
    ['queued', 'into:upload', ['users>upload']],
    ['event-driven', 'into:manage', ['bus>manage']],
    ['real-time-stream', 'into:extra', ['statistics>clicks']],
    ['queued', 'into:sleep', []],
    ['event-driven', 'rule:bus/retry', ['bus/retry']],
    ['event-driven', 'rule:bus/', []],
    ['event-driven', 'rule:bus', []],
    ['event-driven', 'rule:nobody/retry', []],
    ['queued', 'constructor:fleet', []],
    ['queued', 'toString:', []],
  ])('in %s: %s', (stage, target, expected) => {
    expect(meant(stage, target)).toEqual(expected);
  });

  it('means components as a whole only where it means no link, zone or rule', () => {
    const { nodes } = planOf(newScenario('load-balanced'));
    expect(componentsAt('step:upload', nodes)).toHaveLength(1);
    expect(componentsAt('zone:a', nodes)).toEqual([]);
    expect(componentsAt('into:process', nodes)).toEqual([]);
    expect(componentsAt('rule:bus/retry', planOf(newScenario('event-driven')).nodes)).toEqual([]);
  });

  it.each([
    ['crash', ['fleet', 'step:process', 'kind:queue']],
    ['zone-loss', ['zone:a']],
    ['cut-link', ['link:a>b', 'into:process']],
    ['rule-mismatch', ['fleet', 'kind:queue', 'rule:bus/retry']],
  ] as const)('has a form that is for %s, or not', (fault, own) => {
    const all = [
      'fleet',
      'step:process',
      'kind:queue',
      'zone:a',
      'link:a>b',
      'into:process',
      'rule:bus/retry',
      'valueOf:x',
    ];
    expect(all.filter((target) => isFormFor(fault, target))).toEqual(own);
  });

  it('is struck whole or not at all: one part that the fault means nothing to, and it is no target', () => {
    const { nodes, links } = planOf(newScenario('serverless'));
    const steps = struckBy('step:upload', nodes, links).map(({ component }) => nodes[component]?.kind);
    expect(struckByFault('role-missing', 'kind:function', nodes, links).length).toBeGreaterThan(1);
    expect(struckByFault('role-missing', 'kind:bucket', nodes, links)).toEqual([]);
    expect(meansSomething('role-missing', 'step:upload', nodes, links)).toBe(
      steps.every((kind) => kind === 'function') && steps.length > 0,
    );
  });

  it('is somebody who uploads, for what comes with uploads', () => {
    const { nodes, links } = planOf(newScenario('event-driven'));
    expect(nodes.filter(({ kind }) => kind === 'client').length).toBeGreaterThan(1);
    expect(targetsFor('poison-messages', nodes, links)).toEqual(['users']);
    expect(meansSomething('poison-messages', 'kind:client', nodes, links)).toBe(true);
    expect(targetsFor('traffic-surge', nodes, links).length).toBeGreaterThan(1);
  });

  it('is a queue from which somebody receives, for what only those see who do', () => {
    const { nodes, links } = planOf(newScenario('event-driven'));
    expect(nodes.some(({ kind }) => kind === 'queue')).toBe(true);
    expect(usualTarget('short-visibility', nodes, links)).toBeNull();
    const queued = planOf(newScenario('queued'));
    expect(targetsFor('short-visibility', queued.nodes, queued.links)).toEqual(['queue']);
    expect(usualTarget('short-visibility', queued.nodes, queued.links)).toBe('kind:queue');
  });

  it('is a rule that is there, with what the fault needs of it', () => {
    const { nodes, links } = planOf(newScenario('serverless-cron'));
    expect(meansSomething('silent-schedule', 'rule:bus/every-minute', nodes, links)).toBe(true);
    expect(meansSomething('silent-schedule', 'rule:bus/every-hour', nodes, links)).toBe(false);
    expect(meansSomething('rule-mismatch', 'rule:bus/every-minute', nodes, links)).toBe(false);
    expect(meansSomething('rule-mismatch', 'bus', nodes, links)).toBe(false);
    expect(targetsFor('silent-schedule', nodes, links)).toEqual(['rule:bus/every-minute']);
    expect(usualTarget('rule-mismatch', nodes, links)).toBeNull();
    const events = planOf(newScenario('event-driven'));
    expect(targetsFor('rule-mismatch', events.nodes, events.links)).toContain('rule:bus/manage');
    expect(targetsFor('silent-schedule', events.nodes, events.links)).toEqual([]);
  });

  it('that is usual is the first of the catalogue that means something, else whatever there is', () => {
    const usual = (stage: StageId, fault: (typeof faults)[number]): string | null => {
      const { nodes, links } = planOf(newScenario(stage));
      return usualTarget(fault, nodes, links);
    };
    expect(usual('queued', 'duplicate-delivery')).toBe('kind:queue');
    expect(usual('monolith', 'duplicate-delivery')).toBeNull();
    expect(usual('real-time-stream', 'cut-link')).toBe('link:viewers>clicks');
    expect(usual('monolith', 'traffic-surge')).toBe('kind:client');
    expect(usual('serverless-cron', 'traffic-surge')).toBeNull();
  });
});

describe('any fault at any of its targets', () => {
  it('is valid in every stage, at any time and with any strength that it may have', () => {
    const injected = fc.record({
      drawn: drawnFault(),
      at: fc.integer({ min: 0, max: 299 }),
      lasts: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...stageIds), fc.array(injected, { maxLength: 8 }), (stage, all) => {
        const bare = newScenario(stage, { durationSeconds: 300 });
        const interventions = all.flatMap(({ drawn, at, lasts }) => {
          const until = lasts === undefined ? undefined : Math.min(300, at + lasts);
          return faultIn(bare, drawn, at, until) ?? [];
        });
        expect(problemsOf({ ...bare, interventions })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is never anything but a list of what is there, whatever is written', () => {
    const forms = fc.constantFrom('step', 'kind', 'zone', 'link', 'into', 'rule', 'constructor', '__proto__', '');
    const rest = fc.oneof(fc.constantFrom('users', 'process', 'a', 'users>upload', 'bus/retry', '>', '/'), fc.string());
    const target = fc.oneof(
      fc.string(),
      fc.tuple(forms, rest).map((parts) => parts.join(':')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...stageIds), target, fc.constantFrom(...faults), (stage, text, fault) => {
        const { nodes, links } = planOf(newScenario(stage));
        for (const { component, link } of struckBy(text, nodes, links)) {
          expect(nodes[component]).toBeDefined();
          expect(link < 0 || links[link]?.from === component).toBe(true);
        }
        const isMeant = struckByFault(fault, text, nodes, links).length > 0;
        expect(isMeant || !meansSomething(fault, text, nodes, links)).toBe(true);
        const problems = problemsOf({
          ...newScenario(stage),
          interventions: [{ kind: 'fault', fault, target: text, atSeconds: 1 }],
        });
        expect(problems.length === 0).toBe(isMeant);
      }),
      { numRuns: 400 },
    );
  });
});
