/** The same digests are asserted in Node by tests/stages/ladder.test.ts, which also writes them. */
import { describe, expect, it } from 'vitest';
import { stageIds } from '../../src/stages/catalogue.ts';
import { ladderDigest } from '../support/ladder-digest.ts';
import digests from './ladder-digests.json';

describe('five minutes of a stage of the ladder', () => {
  it.each(stageIds)('are in the browser, to the last bit, what they are in Node: %s', (id) => {
    expect(ladderDigest(id)).toEqual((digests as Readonly<Record<string, unknown>>)[id]);
  });
});
