/** The same arithmetic in the browser as in Node (math.test.ts asserts the same constant there). */
import { expect, it } from 'vitest';
import { ARITHMETIC_DIGEST, arithmeticDigest } from '../support/arithmetic-digest.ts';

it('computes and draws the same numbers in the browser as in Node, bit for bit', () => {
  expect(arithmeticDigest()).toBe(ARITHMETIC_DIGEST);
});
