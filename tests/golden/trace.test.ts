/** The same digests are asserted in Chromium by trace.browser.test.ts. */
import { describe, it } from 'vitest';
import { ladderIds } from '../../src/stages/catalogue.ts';
import { expectGolden } from '../support/golden.ts';
import { traceDigest } from '../support/trace-digest.ts';

describe('an hour of each stage', () => {
  it('is in Node, to the last bit, what it was', () => {
    const digests = Object.fromEntries(ladderIds.map((stage) => [stage, traceDigest(stage)]));
    expectGolden('trace-digests.json', `${JSON.stringify(digests, null, 2)}\n`);
  });
});
