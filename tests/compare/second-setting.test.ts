/** The second setting of an architecture: what differs, what can be set, and what meets it. */
import { describe, expect, it } from 'vitest';
import {
  differenceWords,
  optionsOf,
  problemOf,
  settable,
  settingDifferences,
  valueWords,
} from '../../src/compare/second-setting.ts';
import { nodesOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { varied } from '../../src/stores/scenario-edits.ts';
import { isTextKey } from '../../src/text/text.ts';

const tiers = newScenario('tiers');
const wordsOf = (variant: Parameters<typeof settingDifferences>[1], stage = tiers): string[] =>
  settingDifferences(stage, variant).map((each) => differenceWords('neutral', each));

describe('what differs', () => {
  it('is said with both values, and the unit once', () => {
    expect(wordsOf({ upload: { slotsPerInstance: 30 } })).toEqual([
      'Upload: slots per instance 30 slots instead of 12',
    ]);
    expect(wordsOf({ process: { errorShare: 0.1 } })).toEqual(['Processing: errors 10% instead of 0%']);
    expect(wordsOf({ process: { instanceType: 'c5.large' } })).toEqual([
      'Processing: size of an instance 2 vCPU, 4 GB instead of 8 vCPU, 16 GB',
    ]);
  });

  it('is nothing where a value is set to what it is anyway', () => {
    expect(wordsOf({ upload: { slotsPerInstance: 12 } })).toEqual([]);
    expect(wordsOf(undefined)).toEqual([]);
  });
});

describe('what can be set', () => {
  it('is nothing of the traffic: the uploads are the same', () => {
    const users = settable(tiers).find(({ node }) => node.id === 'users');
    const names = users?.knobs.map(({ parameter }) => parameter);
    expect(names).toContain('retries');
    expect(names).not.toContain('ratePerSecond');
    expect(names).not.toContain('arrivals');
  });

  it('has words for every parameter and every option of every architecture', () => {
    const seen = new Set<string>();
    for (const stage of stageIds) {
      const scenario = newScenario(stage);
      for (const { knobs } of settable(scenario)) {
        for (const knob of knobs) {
          if (seen.has(`${knob.kind}.${knob.parameter}`)) continue;
          seen.add(`${knob.kind}.${knob.parameter}`);
          expect(isTextKey(`parameter.${knob.kind}.${knob.parameter}`), knob.parameter).toBe(true);
          for (const option of optionsOf(scenario, knob) ?? []) {
            const words = valueWords('neutral', knob, option);
            const isName = ['instanceType', 'zones'].includes(knob.parameter);
            expect(isName || isTextKey(`choice.${knob.kind}.${knob.parameter}.${option}`), words).toBe(true);
          }
        }
      }
    }
  });

  it('offers only what makes a scenario that holds', () => {
    for (const { knobs } of settable(tiers)) {
      for (const knob of knobs) {
        for (const option of optionsOf(tiers, knob) ?? []) {
          expect(problemOf(tiers, undefined, knob, option), `${knob.component} ${knob.parameter} ${option}`).toBe(null);
        }
      }
    }
  });

  it('is refused with path, value and what is allowed where it cannot be', () => {
    const knob = { component: 'upload', kind: 'instance-group', parameter: 'slotsPerInstance' } as const;
    expect(problemOf(tiers, undefined, knob, 0)).toMatchObject({
      path: expect.stringContaining('slotsPerInstance'),
      value: '0',
    });
    expect(problemOf(tiers, undefined, knob, 'many')).not.toBe(null);
    expect(problemOf(tiers, undefined, knob, 20)).toBe(null);
  });
});

describe('a second setting', () => {
  const struck = newScenario('tiers', {
    durationSeconds: 120,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 30, untilSeconds: 60 }],
  });
  const second = varied(struck, { upload: { slotsPerInstance: 1 } });

  it('meets the same uploads and the same faults, and runs otherwise', () => {
    const [a, b] = [createReport(struck), createReport(second)];
    expect(b.uploads.started).toBe(a.uploads.started);
    expect(b.scenario.interventions).toEqual(a.scenario.interventions);
    expect(b.faults.map(({ fault, beganSeconds }) => [fault, beganSeconds])).toEqual([['crash', 30]]);
    expect(b.uploads.accepted).not.toBe(a.uploads.accepted);
    expect(nodesOf(second).find(({ id }) => id === 'upload')?.params['slotsPerInstance']).toBe(1);
  });
});
