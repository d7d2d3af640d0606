import { expect, it } from 'vitest';
import { fewStruckBy, stagesStruckBy } from '../../../src/panels/faults/where-struck.ts';
import { architectureIds, isOnBench } from '../../../src/stages/catalogue.ts';

it('finds a schedule that can fall silent in few places, one of them no bench', () => {
  const few = fewStruckBy('silent-schedule') ?? [];
  expect(few).toContain('bus-schedules');
  expect(few.filter((stage) => !isOnBench(stage))).toEqual(['serverless-cron']);
});

it('names no places where a crash can strike: it can in every architecture', () => {
  expect(stagesStruckBy('crash')).toEqual(expect.arrayContaining([...architectureIds]));
  expect(fewStruckBy('crash')).toBeNull();
});
