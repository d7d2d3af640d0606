/** What a change was, in words, for whoever takes it back. */
import { expect, it } from 'vitest';
import { changeWords } from '../../../src/panels/time/change-words.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';

const slow = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 98, untilSeconds: 216 } as const;
const without = newScenario('load-balanced');
const withFault = newScenario('load-balanced', { interventions: [slow] });

it('says of a fault that came what it is, and of one that was removed that it was', () => {
  expect(changeWords('neutral', without, withFault)).toBe('processing down, from 01:38 to 03:36');
  expect(changeWords('neutral', withFault, without)).toBe('removed, processing down, from 01:38 to 03:36');
});

it('says of a fault that was moved where it is now, and of equal scenarios nothing', () => {
  const moved = newScenario('load-balanced', { interventions: [{ ...slow, atSeconds: 60 }] });
  expect(changeWords('neutral', withFault, moved)).toBe('processing down, from 01:00 to 03:36');
  expect(changeWords('neutral', without, without)).toBeNull();
  expect(changeWords('neutral', without, newScenario('load-balanced', { seed: 2 }))).toBe('settings');
});
