/** The sentences of claims, with the figures of their runs in them. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../src/lessons/catalogue.ts';
import { type Claim, checkClaim } from '../../src/lessons/claim.ts';
import { foilSentenceOf, rounded, sentenceOf } from '../../src/lessons/sentence.ts';

describe('the sentence of a claim', () => {
  it.each(claims.map((claim) => [claim.id, claim] as const))('has every place filled: %s', (_, claim) => {
    const result = checkClaim(claim);
    for (const vocabulary of ['neutral', 'aws'] as const) {
      expect(sentenceOf(claim, result, vocabulary)).not.toMatch(/[{}]|NaN|null|undefined/);
      expect(foilSentenceOf(claim, vocabulary)).not.toMatch(/[{}]/);
    }
  });

  it('says how many there were', () => {
    const claim = claims.find(({ id }) => id === 'fails-together') as Claim;
    expect(sentenceOf(claim, checkClaim(claim), 'neutral')).toBe(
      'The monolith fails together: while it is down, nobody can even upload. All 5 who try see an error.',
    );
  });

  it('is not told without its figures', () => {
    const claim = claims.find(({ id }) => id === 'fails-together') as Claim;
    expect(() => sentenceOf(claim, { numbers: { n: null } }, 'neutral')).toThrow('nothing was measured for {n}');
    expect(() => sentenceOf(claim, { numbers: {} }, 'neutral')).toThrow('nothing was measured for {n}');
  });

  it.each([
    [7.4219, 's', 7.4],
    [19.8125, 's', 20],
    [0.39479, 'USD/h', 0.39],
    [0.00473, 'USD/h', 0.005],
    [39.479, 'USD', 39.48],
    [264, 'messages', 264],
  ] as const)('rounds %d %s to %d', (value, unit, read) => {
    expect(rounded(value, unit)).toBe(read);
  });
});
