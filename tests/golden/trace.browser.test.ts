/** The same digests are asserted in Node by trace.test.ts, which also writes them. */
import { describe, expect, it } from 'vitest';
import { ladderIds } from '../../src/stages/catalogue.ts';
import { traceDigest } from '../support/trace-digest.ts';
import digests from './trace-digests.json';

describe('an hour of each stage', () => {
  it.each(ladderIds)('of %s is in the browser, to the last bit, what it is in Node', (stage) => {
    expect(traceDigest(stage)).toEqual(digests[stage]);
  });
});
