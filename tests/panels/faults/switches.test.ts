/** The switches that break something: offered where they mean something, in words, and few. */
import { describe, expect, it } from 'vitest';
import { faultSwitches, MOST_SWITCHES } from '../../../src/panels/faults/switches.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { type StageId, stageIds } from '../../../src/stages/catalogue.ts';

const names = (stages: readonly StageId[]): string[] =>
  faultSwitches(stages).map(({ fault, targets: [target] }) => `${fault} ${target}`);

describe('the switches of a stage', () => {
  it.each(stageIds)('of %s strike something, each in one place', (stage) => {
    const switches = faultSwitches([stage]);
    expect(switches.length).toBeGreaterThan(0);
    expect(switches.length).toBeLessThanOrEqual(MOST_SWITCHES);
    for (const { fault, targets } of switches) {
      for (const target of targets) {
        const struck = newScenario(stage, { interventions: [{ kind: 'fault', fault, target, atSeconds: 10 }] });
        expect(parseScenario(struck)).toMatchObject({ ok: true });
      }
    }
    expect(new Set(names([stage])).size).toBe(switches.length);
  });

  it('are one for the monolith, where every step goes down with the others', () => {
    expect(faultSwitches(['monolith'])).toEqual([
      {
        label: 'break.monolith',
        fault: 'crash',
        targets: ['step:process', 'step:upload', 'step:store', 'step:manage', 'monolith'],
      },
    ]);
  });

  it('are one for each place where a step is done', () => {
    expect(names(['queued'])).toEqual(['crash step:process', 'crash step:upload', 'instance-loss step:process']);
    expect(names(['load-balanced'])).toEqual([
      'crash step:process',
      'crash step:upload',
      'crash step:store',
      'crash step:manage',
      'instance-loss step:process',
    ]);
  });

  it('offer no loss of an instance where only functions run', () => {
    expect(names(['serverless'])).toEqual(['crash step:process', 'crash step:store', 'crash step:manage']);
  });

  it('name what does other work in a small stage', () => {
    expect(names(['database-trigger'])).toEqual(['crash step:manage', 'crash indexer']);
    expect(names(['serverless-cron'])).toEqual(['crash report']);
  });
});

describe('the switches of stages side by side', () => {
  it('are those that mean something to at least one of them', () => {
    expect(names(['monolith', 'queued'])).toEqual([
      'crash step:process',
      'crash step:upload',
      'crash step:store',
      'crash step:manage',
      'instance-loss step:process',
    ]);
    expect(names(['file-processing', 'serverless-cron'])).toEqual([
      'crash step:process',
      'crash step:store',
      'crash report',
    ]);
  });

  it('are none where nothing is on screen that can be changed', () => {
    expect(faultSwitches([])).toEqual([]);
  });
});
