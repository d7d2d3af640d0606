/** The scenario of a stage as it comes. */
import { describe, expect, it } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { problemsOf } from '../support/problems.ts';

describe('a new scenario', () => {
  it.each(stageIds)('of %s is valid', (stage) => {
    expect(problemsOf(newScenario(stage))).toEqual([]);
  });

  it('takes over what is to differ, and nothing else', () => {
    expect(newScenario('queued', { seed: 9, defaults: 'real' })).toEqual({
      version: 2,
      stage: 'queued',
      defaults: 'real',
      parameters: {},
      seed: 9,
      durationSeconds: 300,
      interventions: [],
    });
  });
});
