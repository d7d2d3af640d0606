/** Every claim holds in its scenario, and does not on its foil. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../src/lessons/catalogue.ts';
import { type Claim, checkClaim, type Setting } from '../../src/lessons/claim.ts';
import { measureIds } from '../../src/lessons/measures.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { type StageId, stageIds, stages } from '../../src/stages/catalogue.ts';
import { type Catalogue, catalogue } from '../../src/text/catalogue.ts';
import { isTextKey } from '../../src/text/text.ts';
import type { Entry } from '../../src/text/words.ts';

const byId = claims.map((claim) => [claim.id, claim] as const);

/** The places of a sentence, in either vocabulary. */
function placesOf(key: string): string[] {
  const entry: Entry = catalogue[key as keyof Catalogue];
  const forms = typeof entry === 'string' ? [entry] : [entry.neutral, entry.aws];
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{([^}|]+)/g)].map(([, name]) => name as string)))];
}

/** The same with other people, other videos, other latencies. */
function reseeded({ scenario, against, foil, ...rest }: Claim, seed: number): Claim {
  const again = (setting: Setting): Setting => {
    const other = setting.against === undefined ? {} : { against: { ...setting.against, seed } };
    return { ...setting, scenario: { ...setting.scenario, seed }, ...other };
  };
  const own = again(against === undefined ? { scenario } : { scenario, against });
  return { ...rest, ...own, foil: { ...foil, ...again(foil) } };
}

describe('every claim', () => {
  it.each(byId)('holds, and fails on its foil: %s', (_, claim) => {
    const result = checkClaim(claim);
    expect(result.claim).toMatchObject({ holds: true });
    expect(result.foil).toMatchObject({ holds: false });
    expect(result.isProven).toBe(true);
  });

  it.each(byId)('holds whatever the luck, and fails on its foil whatever the luck: %s', (_, claim) => {
    for (const seed of [2, 3, 4, 5, 6]) {
      const { claim: own, foil } = checkClaim(reseeded(claim, seed));
      expect({ seed, claim: own.holds, foil: foil.holds }).toEqual({ seed, claim: true, foil: false });
    }
  });

  it.each(byId)('has something to measure on both sides, on its foil too: %s', (_, claim) => {
    const { claim: own, foil, numbers } = checkClaim(claim);
    for (const { left, right } of [...own.comparisons, ...foil.comparisons]) {
      expect(left).not.toBeNull();
      expect(right).not.toBeNull();
    }
    expect(Object.values(numbers)).not.toContain(null);
  });

  it.each(byId)('is about valid scenarios: %s', (_, { scenario, against, foil }) => {
    for (const each of [scenario, against, foil.scenario, foil.against]) {
      if (each !== undefined) expect(parseScenario(each)).toEqual({ ok: true, scenario: each });
    }
  });

  it.each(byId)('has a sentence that takes its figures, and a word on why the foil fails: %s', (id, { numbers }) => {
    expect(isTextKey(`claim.${id}`)).toBe(true);
    expect(isTextKey(`claim.${id}.foil`)).toBe(true);
    expect(placesOf(`claim.${id}`).toSorted()).toEqual(Object.keys(numbers ?? {}).toSorted());
    expect(placesOf(`claim.${id}.foil`)).toEqual([]);
  });

  it.each(byId)('compares its foil with another run wherever it does so itself: %s', (_, { against, foil }) => {
    expect(foil.against === undefined).toBe(against === undefined);
  });

  it.each(byId)('has each comparison of its own kind, none of them twice: %s', (_, { condition }) => {
    const written = condition.map((each) => JSON.stringify(each));
    expect(new Set(written).size).toBe(written.length);
  });
});

describe('the claims', () => {
  it('have names of their own', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });

  it('are thirty at least, four for each rung', () => {
    expect(claims.length).toBeGreaterThanOrEqual(30);
    for (let rung = 1; rung <= 7; rung += 1) {
      const own = claims.filter(({ stage }) => stages[stage].rung === rung);
      expect(own.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('leave out no story, and no form of a stage but those that have some of the services only', () => {
    const claimed = new Set<StageId>(claims.map(({ stage }) => stage));
    expect(stageIds.filter((id) => !claimed.has(id) && !/-[1-4]$/.test(id))).toEqual([]);
  });

  it('have no words that no claim and no measure stands for', () => {
    const written = Object.keys(catalogue).filter((key) => /^(claim|measure)\./.test(key));
    const meant = [
      ...claims.flatMap(({ id }) => [`claim.${id}`, `claim.${id}.foil`]),
      ...measureIds.map((id) => `measure.${id}`),
    ];
    expect(written.toSorted()).toEqual(meant.toSorted());
  });

  it('use every measure', () => {
    const text = JSON.stringify(claims);
    expect(measureIds.filter((id) => !text.includes(`"measure":"${id}"`))).toEqual([]);
  });
});

describe('checking a claim', () => {
  const [first] = claims as [Claim];

  it('gives the same twice', () => {
    expect(checkClaim(first)).toEqual(checkClaim(first));
  });

  it('does not take a claim for proven that holds on its foil as well', () => {
    const { isProven, claim, foil } = checkClaim({ ...first, foil: { scenario: first.scenario } });
    expect([isProven, claim.holds, foil.holds]).toEqual([false, true, true]);
  });

  it('takes nothing for equal, or less, or more, where there is nothing to measure', () => {
    const nobodyComes = { ...first.scenario, parameters: { users: { arrivals: 'none' } } };
    const median = { measure: 'accepted-median' } as const;
    for (const is of ['less', 'at-most', 'equal', 'at-least', 'more'] as const) {
      const { claim } = checkClaim({ ...first, scenario: nobodyComes, condition: [{ left: median, is, right: 0 }] });
      expect(claim).toEqual({ holds: false, comparisons: [{ left: null, right: 0, holds: false }] });
    }
  });

  it('knows less from at most, and at least from more', () => {
    const started = { measure: 'started' } as const;
    const holds = (is: 'less' | 'at-most' | 'equal' | 'at-least' | 'more', right: number) =>
      checkClaim({ ...first, condition: [{ left: started, is, right }] }).claim.holds;
    const relations = ['less', 'at-most', 'equal', 'at-least', 'more'] as const;
    expect(relations.map((is) => holds(is, 5))).toEqual([false, true, true, true, false]);
    expect(relations.map((is) => holds(is, 6))).toEqual([true, true, false, false, false]);
    expect(relations.map((is) => holds(is, 4))).toEqual([false, false, false, true, true]);
  });

  it('says so when another run is wanted and there is none, or a component that is not there or of another kind', () => {
    const check = (left: Claim['condition'][number]['left']) => () =>
      checkClaim({ ...first, condition: [{ left, is: 'more', right: 0 }] });
    expect(check({ measure: 'started', in: 'against' })).toThrow('wanted of another run');
    expect(check({ measure: 'runs', of: 'nobody' })).toThrow('there is no component "nobody"');
    expect(check({ measure: 'runs', of: 'monolith' })).toThrow('"monolith" is of the kind instance-group');
  });
});
