/** What is advised: for every combination of answers a stage, with reasons that its claims show. */
import { describe, expect, it } from 'vitest';
import { claimOf } from '../../src/lessons/catalogue.ts';
import { type Answers, advise, type QuestionId, questionIds, questions } from '../../src/lessons/choose.ts';
import type { Claim } from '../../src/lessons/claim.ts';
import { isLadderId, ladderIds, storyOf } from '../../src/stages/catalogue.ts';
import { isTextKey } from '../../src/text/text.ts';

/** Every combination, also of some of the questions only. */
const combinations: readonly Answers[] = questionIds.reduce<readonly Answers[]>(
  (soFar, question) =>
    soFar.flatMap((answers) => [answers, ...questions[question].map((answer) => ({ ...answers, [question]: answer }))]),
  [{}],
);
const answered = combinations.filter((answers) => Object.keys(answers).length > 0);
const whole = combinations.filter((answers) => Object.keys(answers).length === questionIds.length);

/** Rungs of the stages that a claim runs: its own, its foil, and what these are compared with. */
function rungsIn({ stage, scenario, against, foil }: Claim): readonly string[] {
  const scenarios = [scenario, against, foil.scenario, foil.against].flatMap((each) => (each ? [each.stage] : []));
  return [stage, ...scenarios].map((each) => {
    const story = storyOf(each);
    return isLadderId(story) ? story : 'serverless';
  });
}

it('there are as many combinations as answers make', () => {
  expect(combinations).toHaveLength(3 * 4 * 4 * 4 * 4);
  expect(whole).toHaveLength(2 * 3 * 3 * 3 * 3);
});

it('nothing is advised before anything was answered', () => {
  expect(advise({})).toBeNull();
});

describe('every combination of answers', () => {
  it('leads to one of the seven, with two reasons or more, each of another claim', () => {
    for (const answers of answered) {
      const advice = advise(answers);
      expect(ladderIds, JSON.stringify(answers)).toContain(advice?.stage);
      const claims = advice?.reasons.map(({ claim }) => claim) ?? [];
      expect(claims.length, JSON.stringify(answers)).toBeGreaterThanOrEqual(2);
      expect(claims.length).toBeLessThanOrEqual(4);
      expect(new Set(claims).size).toBe(claims.length);
    }
  });

  it('is supported by claims that are there, and that run the stage or compare with it', () => {
    for (const answers of answered) {
      const advice = advise(answers);
      if (!advice) throw new Error('nothing advised');
      for (const { claim } of [...advice.reasons, advice.price]) {
        const found = claimOf(claim);
        if (!found) throw new Error(`there is no claim "${claim}"`);
        expect(rungsIn(found), `${claim} for ${advice.stage}`).toContain(advice.stage);
      }
    }
  });

  it('has words', () => {
    const ids = answered.flatMap((answers) => {
      const advice = advise(answers);
      return advice ? [...advice.reasons, advice.price].map(({ id }) => `choose.reason.${id}`) : [];
    });
    const keys = questionIds.flatMap((question: QuestionId) => [
      `choose.${question}`,
      ...questions[question].map((answer) => `choose.${question}.${answer}`),
    ]);
    expect([...new Set([...ids, ...keys])].filter((key) => !isTextKey(key))).toEqual([]);
  });

  it('leads to the same again', () => {
    for (const answers of whole) expect(advise({ ...answers })).toEqual(advise(answers));
  });
});

it('each of the seven is the best for somebody', () => {
  const advised = new Set(whole.map((answers) => advise(answers)?.stage));
  expect(ladderIds.filter((stage) => !advised.has(stage))).toEqual([]);
});

it('what is advised fits best, and what comes next is another', () => {
  for (const answers of whole) {
    const advice = advise(answers);
    if (!advice) throw new Error('nothing advised');
    expect(advice.fit[advice.stage]).toBe(1);
    expect(Math.max(...Object.values(advice.fit))).toBe(1);
    expect(Math.min(...Object.values(advice.fit))).toBeGreaterThanOrEqual(0);
    expect(advice.also).not.toBe(advice.stage);
  }
});

describe('the advice is what the stories teach', () => {
  it.each([
    [{ answer: 'now', wait: 'no', spikes: 'steady', rarity: 'always', parties: 'one' }, 'monolith'],
    [{ answer: 'now', wait: 'minute', spikes: 'steady', rarity: 'always', parties: 'few' }, 'tiers'],
    [{ answer: 'now', wait: 'no', spikes: 'daily', rarity: 'always', parties: 'one' }, 'load-balanced'],
    [{ answer: 'receipt', wait: 'long', spikes: 'bursts', rarity: 'sometimes', parties: 'one' }, 'queued'],
    [{ answer: 'receipt', wait: 'minute', spikes: 'steady', rarity: 'always', parties: 'few' }, 'microservices'],
    [{ answer: 'receipt', wait: 'minute', spikes: 'daily', rarity: 'sometimes', parties: 'many' }, 'event-driven'],
    [{ answer: 'receipt', wait: 'no', spikes: 'bursts', rarity: 'rare', parties: 'one' }, 'serverless'],
  ] as const satisfies readonly (readonly [Answers, string])[])('%o leads to %s', (answers, stage) => {
    expect(advise(answers)?.stage).toBe(stage);
  });

  it('never holds whoever needs the answer now behind a queue, unless work may wait', () => {
    for (const answers of whole) {
      if (answers.answer === 'now' && answers.wait === 'no') expect(advise(answers)?.stage).not.toBe('queued');
    }
  });
});
