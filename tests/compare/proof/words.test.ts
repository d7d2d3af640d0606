/** Proofs in words: what is run, what was measured, and what came of a prediction. */
import { describe, expect, it } from 'vitest';
import { placeOfClaim } from '../../../src/compare/proof/claims-around.ts';
import { differencesOf, sorted } from '../../../src/compare/proof/differences.ts';
import { amount, comparisonLine, figures } from '../../../src/compare/proof/measured-words.ts';
import { canAsk, standingOf } from '../../../src/compare/proof/prediction.ts';
import { curveSentences, happened } from '../../../src/compare/proof/verdict-words.ts';
import { claims } from '../../../src/lessons/catalogue.ts';
import type { Claim } from '../../../src/lessons/claim.ts';
import { checkClaim, endOf } from '../../../src/lessons/claim.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { type TextKey, text } from '../../../src/text/text.ts';
import type { Say } from '../../../src/ui/use-text.ts';

const say: Say = (key: TextKey, ...args: unknown[]) => text('neutral', key as 'unit.messages', ...(args as [{ n: 1 }]));
const saying = { say, vocabulary: 'neutral' } as const;

function claimNamed(id: string): Claim {
  const found = claims.find((claim) => claim.id === id);
  if (!found) throw new Error(`there is no claim ${id}`);
  return found;
}

describe('what is run', () => {
  it('is said where it differs from the architecture as it comes', () => {
    expect(differencesOf(newScenario('queued'), saying)).toEqual([]);
    const scenario = newScenario('queued', {
      durationSeconds: 120,
      parameters: { users: { arrivals: 'times', times: [1, 2, 3], poisonShare: 0.15 }, queue: { type: 'fifo' } },
      interventions: [
        { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 75, untilSeconds: 110 },
        { kind: 'set', target: 'fleet', parameter: 'maximum', value: 3, atSeconds: 60 },
      ],
    });
    expect(differencesOf(scenario, saying)).toEqual([
      'Processing down from 01:15 to 01:50.',
      '3 uploads, at 1, 2, 3 s.',
      'Uploaders, poison videos: 15%.',
      'Queue, order: Strictly in order.',
      'Processing fleet, maximum: 3 instances from 01:00 on.',
      '2 min long.',
    ]);
  });

  it('tells versions, callers and feeds by what is in them, and no length that the bench has anyway', () => {
    const versions = newScenario('function-versions', {
      interventions: [
        {
          kind: 'set',
          target: 'handler',
          parameter: 'versions',
          value: [{ version: 1 }, { version: 2, errorShare: 0.6 }],
          atSeconds: 60,
        },
      ],
    });
    expect(differencesOf(versions, saying)).toEqual([
      'Function, versions: 1, 2 (60% of its work fails) from 01:00 on.',
    ]);
    const doors = newScenario('function-permissions', {
      parameters: { handler: { invokedBy: ['photos'], mayCall: [] } },
    });
    expect(differencesOf(doors, saying)).toEqual([
      'Function, may be called by: Pictures.',
      'Function, may call: none.',
    ]);
    const stream = newScenario('real-time-stream', {
      parameters: { statistics: { mappings: [{ from: 'clicks', batchSize: 1 }] } },
    });
    expect(differencesOf(stream, saying)).toEqual(['Statistics, fed from: Stream of clicks (1 at once at most).']);
  });

  it('is sorted into what both runs have and what only one has', () => {
    const { both, claim, foil } = sorted(claimNamed('poison-ends-in-dead-letters'), (each) =>
      differencesOf(each, saying),
    );
    expect(both.length).toBeGreaterThan(0);
    expect(claim).toEqual([]);
    expect(foil).toHaveLength(1);
  });

  it('can be said of every claim', () => {
    const lines = claims.flatMap(({ scenario, foil }) =>
      [scenario, foil.scenario].map((each) => differencesOf(each, saying)),
    );
    expect(lines.flat().length).toBeGreaterThan(claims.length);
  });
});

describe('what was measured', () => {
  it('stands with the name of each figure, and what is needed, whether that was found or not', () => {
    const claim = claimNamed('fleet-from-nothing-to-nothing');
    const [, most] = claim.condition;
    if (!most) throw new Error('it has three comparisons');
    const holds = comparisonLine(most, { left: 6, right: 3, holds: true }, {}, say, 'neutral');
    expect(holds).toEqual({
      holds: true,
      left: 'most instances in service (Processing fleet)',
      right: null,
      found: '6, at least 3 needed',
    });
    const fails = comparisonLine(most, { left: 2, right: 3, holds: false }, { fleet: 'process' }, say, 'neutral');
    expect(fails.left).toBe('most instances in service (Processing)');
    expect(fails.found).toBe('2, at least 3 needed');
    expect(comparisonLine(most, { left: null, right: 3, holds: false }, {}, say, 'neutral').found).toBeNull();
  });

  it('names the run that it is compared with, and how many times as much', () => {
    const [first] = claimNamed('scales-together').condition;
    if (!first) throw new Error('it has a comparison');
    const { right } = comparisonLine(first, { left: 2, right: 1.9, holds: true }, {}, say, 'neutral');
    expect(right).toBe('1.9 × cost per hour of the run, in the run that it is compared with $1.00 /h');
  });

  it('is never written the same where it is not the same', () => {
    expect(figures(0.4321, 0.4319, 'USD')).toEqual(['0.4321', '0.4319']);
    expect(figures(2, 2, 'uploads')).toEqual(['2', '2']);
  });

  it('counts in words, and in whole numbers', () => {
    expect([1, 2.26, 6.7, 12.4].map((n) => amount('neutral', n, 'instances'))).toEqual([
      '1 instance',
      '2 instances',
      '7 instances',
      '12 instances',
    ]);
    expect(amount('neutral', 0.41, 'USD/h')).toBe('$0.41 /h');
  });
});

describe('the sentence of a claim', () => {
  it('has what was measured, and says so where nothing was', () => {
    const claim = claimNamed('fails-together');
    const result = checkClaim(claim);
    expect(happened(claim, result, say, 'neutral')).toContain('All 5 who try');
    const nothing = { ...result, numbers: { n: null } };
    expect(happened(claim, nothing, say, 'neutral')).toBe('There was nothing to measure, so nothing can be said.');
  });
});

describe('a prediction', () => {
  it('is right if it came about, and unclear if none of the answers did', () => {
    expect(standingOf('a', { outcome: 'a' })).toBe('right');
    expect(standingOf('a', { outcome: 'b' })).toBe('wrong');
    expect(standingOf('a', { outcome: null })).toBe('unclear');
  });

  it('is asked for where there is a question, in words', () => {
    const claim = claimNamed('fails-together');
    expect(canAsk(claim)).toBe(true);
    expect(canAsk({ ...claim, id: 'nobody-has-words-for-it' })).toBe(false);
  });

  it('that was drawn is told by its peak and its end, beside those of the run', () => {
    const drawn = { peak: 12, peakAt: 150, end: 2, isFlat: false };
    const real = { peak: 6, peakAt: 46, end: 0, isFlat: false };
    expect(curveSentences(drawn, real, 'instances', say, 'neutral')).toEqual([
      'You drew a peak of 12 instances at 02:30; it was 6 instances at 00:46.',
      'At the end you drew 2 instances; it was 0 instances.',
    ]);
    const flat = { peak: 3, peakAt: 0, end: 3, isFlat: true };
    expect(curveSentences(flat, flat, 'slots', say, 'neutral')).toEqual([
      'You drew 3 slots throughout; it stayed at 3 slots.',
    ]);
    expect(curveSentences(drawn, flat, 'slots', say, 'neutral')[0]).toContain('it stayed at 3 slots throughout');
    expect(curveSentences(flat, real, 'slots', say, 'neutral')[0]).toContain('there was a peak of 6 slots at 00:46');
  });
});

describe('the place of a claim', () => {
  it('is counted in its story, and the last leads to the first', () => {
    const claim = claimNamed('fails-together');
    const { n, of, next } = placeOfClaim(claim);
    expect([n, of]).toEqual([1, claims.filter(({ stage }) => stage === 'monolith').length]);
    expect(next?.stage).toBe('monolith');
    const last = claims.filter(({ stage }) => stage === 'monolith').at(-1) as Claim;
    expect(placeOfClaim(last).next?.id).toBe('fails-together');
  });

  it('ends when the longer of its two runs does', () => {
    const { scenario, foil } = claimNamed('fails-together');
    const short = { ...claimNamed('fails-together'), scenario: { ...scenario, durationSeconds: 60 } };
    expect(endOf(short)).toBe(foil.scenario.durationSeconds);
  });
});
