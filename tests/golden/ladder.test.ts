/** The same digests are asserted in Chromium by ladder.browser.test.ts. */
import { expect, it } from 'vitest';
import { stageIds } from '../../src/stages/catalogue.ts';
import { expectGolden } from '../support/golden.ts';
import { ladderDigest } from '../support/ladder-digest.ts';

it('five minutes of each stage of the ladder are in Node, to the last bit, what they were', () => {
  const digests = Object.fromEntries(stageIds.map((id) => [id, ladderDigest(id)]));
  expect(Object.values(digests).every(({ facts }) => facts > 10)).toBe(true);
  expectGolden('ladder-digests.json', `${JSON.stringify(digests, null, 2)}\n`);
});
