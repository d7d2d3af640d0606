/** The sentences of claims, with the figures of their runs in them. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../../src/lessons/catalogue.ts';
import { type Claim, checkClaim, type Measured } from '../../../src/lessons/claim.ts';
import { unitOf } from '../../../src/lessons/measures.ts';
import { foilSentenceOf, sentenceOf, told } from '../../../src/panels/story/claim-sentence.ts';
import { textOf } from '../../../src/text/text.ts';

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

  it('writes sums and times with their units, in the words of claims that have them', () => {
    const claim = claims.find(({ id }) => id === 'one-thread-is-no-faster') as Claim;
    expect(sentenceOf(claim, { numbers: { s: 0.9, usd: 0.00312, one: 0.00157 } }, 'neutral')).toMatch(
      /a call takes 900 ms.* cost \$0\.0031 instead of \$0\.0016\.$/,
    );
  });

  it.each(claims.map((claim) => [claim.id, claim] as const))(
    'says no unit beside a figure that has its own: %s',
    (_, claim) => {
      const places = Object.keys(claim.numbers ?? {}).filter((name) => {
        const figure = claim.numbers?.[name] as Measured;
        return ['s', 'USD', 'USD/h'].includes(unitOf(figure.measure));
      });
      for (const vocabulary of ['neutral', 'aws'] as const) {
        for (const name of places) {
          expect(textOf(vocabulary, `claim.${claim.id}`)).not.toMatch(
            new RegExp(`\\{${name}\\} (seconds|dollars|million)`),
          );
        }
      }
    },
  );

  it.each([
    [0.48, 's', '480 ms'],
    [7.4219, 's', '7.4 s'],
    [19.8125, 's', '20 s'],
    [0.39479, 'USD/h', '$0.39'],
    [0.00473, 'USD/h', '$0.0047'],
    [0.02371903, 'USD', '$0.024'],
    [39.479, 'USD', '$39.48'],
    [8.2417, 'instances', 8.2],
    [18.6, 'instances', 19],
    [264, 'messages', 264],
  ] as const)('writes %d %s as %s', (value, unit, read) => {
    expect(told(value, unit)).toBe(read);
  });
});
