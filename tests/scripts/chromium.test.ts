/** Where `npm test` takes its Chromium from. */
import { expect, it } from 'vitest';
import { planForChromium } from '../../scripts/chromium.mjs';

const bare = { named: undefined, namedExists: false, onPath: undefined, isRoot: false, isDebian: false };

it('takes the one that CHROMIUM_PATH names before one on PATH', () => {
  const machine = { ...bare, named: '/opt/chromium', namedExists: true, onPath: '/usr/bin/chromium' };
  expect(planForChromium(machine)).toEqual({ use: '/opt/chromium' });
});

it('says so when CHROMIUM_PATH names no file, and takes no other behind its back', () => {
  const machine = { ...bare, named: '/opt/chromium', namedExists: false, onPath: '/usr/bin/chromium' };
  expect(planForChromium(machine)).toEqual({ missing: '/opt/chromium' });
});

it('takes one on PATH before installing one', () => {
  const machine = { ...bare, onPath: '/usr/bin/chromium', isRoot: true, isDebian: true };
  expect(planForChromium(machine)).toEqual({ use: '/usr/bin/chromium' });
});

it('asks apt-get first where we are root on Debian', () => {
  expect(planForChromium({ ...bare, isRoot: true, isDebian: true })).toEqual({ tryInOrder: ['apt', 'playwright'] });
});

it.each([
  { ...bare, isRoot: true },
  { ...bare, isDebian: true },
])('asks Playwright where apt-get cannot help', (machine) => {
  expect(planForChromium(machine)).toEqual({ tryInOrder: ['playwright'] });
});
