/** What scenes and claims have in common. */
import { describe, expect, it } from 'vitest';
import { BEFORE_THE_FIRST } from '../../src/lessons/scenes.ts';
import { FACT } from '../../src/models/facts.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { recordRun, reelOf } from '../support/recorded-run.ts';

describe('the moment before the first video', () => {
  it('is a moment before it, and no more', () => {
    const { facts } = reelOf(recordRun(newScenario('serverless')).chunks);
    const first = facts.kind.indexOf(FACT['upload.started']);
    const wait = (facts.at[first] as number) / 1_000_000 - BEFORE_THE_FIRST;
    expect(wait).toBeGreaterThan(0.5);
    expect(wait).toBeLessThan(3);
  });
});
