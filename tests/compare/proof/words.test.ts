/** Proofs in words: what is run, what was measured, and what came of a prediction. */
import { describe, expect, it } from 'vitest';
import { placeOfClaim } from '../../../src/compare/proof/claims-around.ts';
import { descriptionOf, differencesOf, sorted } from '../../../src/compare/proof/differences.ts';
import { amount, comparisonLine, figures } from '../../../src/compare/proof/measured-words.ts';
import { canAsk, standingOf } from '../../../src/compare/proof/prediction.ts';
import { curveSentences, happened } from '../../../src/compare/proof/verdict-words.ts';
import { claims } from '../../../src/lessons/catalogue.ts';
import type { Claim } from '../../../src/lessons/claim.ts';
import { checkClaim, endOf } from '../../../src/lessons/claim.ts';
import type { StepProgram } from '../../../src/models/parameters.ts';
import type { WorldNode } from '../../../src/models/world.ts';
import { encodeScenario } from '../../../src/scenario/codec.ts';
import { nodesOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { StageId } from '../../../src/stages/catalogue.ts';
import { type TextKey, text } from '../../../src/text/text.ts';
import type { Say } from '../../../src/ui/use-text.ts';

const say: Say = (key: TextKey, ...args: unknown[]) => text('neutral', key as 'unit.messages', ...(args as [{ n: 1 }]));
const saying = { say, vocabulary: 'neutral' } as const;
const inServices = {
  say: ((key: TextKey, ...args: unknown[]) => text('aws', key as 'unit.messages', ...(args as [{ n: 1 }]))) as Say,
  vocabulary: 'aws',
} as const;

function claimNamed(id: string): Claim {
  const found = claims.find((claim) => claim.id === id);
  if (!found) throw new Error(`there is no claim ${id}`);
  return found;
}

function nodeOf(stage: StageId, id: string): WorldNode {
  const found = nodesOf(newScenario(stage)).find((node) => node.id === id);
  if (!found) throw new Error(`${stage} has no ${id}`);
  return found;
}

function stepsOf(stage: StageId, id: string): readonly StepProgram[] {
  return nodeOf(stage, id).params['steps'] as readonly StepProgram[];
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
      'Uploaders: 3 come, at 1, 2, 3 s.',
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
      'Function: has a version 2 that fails in 60% of its work from 01:00 on.',
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
    expect(differencesOf(stream, saying)).toEqual([
      'Statistics, batch for one run: 1 at most.',
      'Statistics, waits for more: 0 s.',
    ]);
  });

  it('tells of a value with parts what in it is not the same', () => {
    const [step] = stepsOf('function-memory', 'handler');
    const computing = newScenario('function-memory', {
      parameters: { handler: { steps: [{ ...step, work: step?.work.map((work) => ({ ...work, cpuShare: 0.1 })) }] } },
    });
    expect(differencesOf(computing, saying)).toEqual(['Function, how much of its work computes: 10%.']);
    const [asked] = stepsOf('function-invocations', 'site');
    const calls = asked?.after
      ?.map((call) => ({ ...call, operation: 'deliver' }))
      .filter(({ to }) => to !== 'event-queue');
    const handedOver = newScenario('function-invocations', {
      parameters: { site: { steps: [{ ...asked, after: calls }] } },
    });
    expect(differencesOf(handedOver, saying)).toEqual([
      'Site: hands the event over to Stream, and does not wait.',
      'Site: hands the event over to By call, and does not wait.',
      'Site: no longer sends to Queue.',
    ]);
    const told = newScenario('file-processing', { parameters: { bucket: { notifications: [{ to: 'process' }] } } });
    expect(differencesOf(told, saying)).toEqual(['Object store, tells Processing of: every object.']);
    const [first, ...others] = nodeOf('bus-schedules', 'lab-bus').params['rules'] as { name: string }[];
    const rules = [{ ...first, schedule: 'rate(5 minutes)' }, ...others];
    const rarer = newScenario('bus-schedules', { parameters: { 'lab-bus': { rules } } });
    expect(differencesOf(rarer, saying)).toEqual(['Bus, rule sweep, schedule: rate(5 minutes).']);
  });

  it('tells lengths, and who never comes, of whom it is so', () => {
    const scenario = newScenario('function-permissions', {
      parameters: {
        callers: { arrivals: 'none' },
        askers: { arrivals: 'none' },
        handler: { idleSeconds: { kind: 'constant', value: 120 } },
      },
    });
    expect(differencesOf(scenario, saying)).toEqual([
      'Callers, Askers: nobody comes.',
      'Function, kept warm for: 2 m 00 s.',
    ]);
  });

  it('says what version it is by its name, and of which code the errors are', () => {
    const scenario = newScenario('function-versions', { parameters: { handler: { aliasVersion: 0, errorShare: 1 } } });
    expect(differencesOf(scenario, saying)).toEqual([
      'Function, version in use: The newest code.',
      'Function, errors of the newest code: 100%.',
    ]);
    expect(differencesOf(scenario, inServices)).toEqual([
      'Lambda function, alias: $LATEST.',
      'Lambda function, errors of $LATEST: 100%.',
    ]);
    const snapshot = newScenario('function-runtimes', { parameters: { handler: { snapStart: 'yes' } } });
    expect(differencesOf(snapshot, inServices)).toEqual(['Lambda function, SnapStart: Yes.']);
  });

  it('says until when something was so that is turned again', () => {
    const turned = (value: number, atSeconds: number) =>
      ({ kind: 'set', target: 'handler', parameter: 'secondVersionShare', value, atSeconds }) as const;
    const back = newScenario('function-versions', { interventions: [turned(0.1, 60), turned(0, 90)] });
    expect(differencesOf(back, saying)).toEqual([
      'Function, share of the second version: 10% from 01:00 to 01:30.',
      'Function, share of the second version: 0% from 01:30 on.',
    ]);
  });

  it('is sorted into what both runs have and what only one has', () => {
    const { both, claim, foil } = sorted(claimNamed('poison-ends-in-dead-letters'), saying);
    expect(both.length).toBeGreaterThan(0);
    expect(claim).toEqual([]);
    expect(foil).toHaveLength(1);
  });

  it('is in both only what has the same value in both', () => {
    const kept = (value: number) =>
      newScenario('function-environments', {
        parameters: { callers: { ratePerSecond: 2 }, handler: { idleSeconds: { kind: 'constant', value } } },
      });
    expect(sorted({ scenario: kept(20), foil: { scenario: kept(0.2) } }, saying)).toEqual({
      both: ['Callers, traffic: 2 /s.'],
      claim: ['Function, kept warm for: 20 s.'],
      foil: ['Function, kept warm for: 0.2 s.'],
    });
    // Others stay away from the one run than from the other.
    const without = (id: string) => newScenario('function-permissions', { parameters: { [id]: { arrivals: 'none' } } });
    expect(sorted({ scenario: without('callers'), foil: { scenario: without('photographers') } }, saying)).toEqual({
      both: [],
      claim: ['Callers: nobody comes.'],
      foil: ['Senders: nobody comes.'],
    });
  });

  it('is as it comes where nothing is done, apart from what is done to both', () => {
    const plain = newScenario('function-network');
    const changed = newScenario('function-network', { parameters: { handler: { vpc: 'without-way-out' } } });
    const described = descriptionOf({ scenario: changed, foil: { scenario: plain } }, 'foil', saying);
    expect(described).toEqual(['As it comes.']);
    const shared = { scenario: changed, foil: { scenario: changed } };
    expect(descriptionOf(shared, 'foil', saying)).toEqual(['As it comes, apart from what both runs share.']);
  });

  /** What fits into a few lines at the head of a picture, in signs. Our choice. */
  const MOST_SIGNS = 300;
  const MOST_LINES = 8;

  it.each(claims.map((claim) => [claim.id, claim] as const))('%s: is said in words, and briefly', (_, claim) => {
    for (const each of [saying, inServices]) {
      const { both } = sorted(claim, each);
      const [own, foil] = [descriptionOf(claim, 'claim', each), descriptionOf(claim, 'foil', each)];
      for (const lines of [both, own, foil]) {
        expect(lines.join(' ').length).toBeLessThan(MOST_SIGNS);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        // Data stands nowhere but in the patterns of rules, which readers write so themselves.
        for (const line of lines) {
          expect(line).not.toMatch(/set for this run|undefined|null|NaN|"kind"/);
          expect(line.replace(/pattern: \{.*\}/, '')).not.toMatch(/[{}[\]]/);
        }
      }
      const isSameRun = encodeScenario(claim.scenario) === encodeScenario(claim.foil.scenario);
      if (!isSameRun && claim.scenario.stage === claim.foil.scenario.stage) expect(own).not.toEqual(foil);
      const line = text(each.vocabulary, `stage.${claim.scenario.stage}.line` as 'stage.monolith.line');
      expect([...own, ...foil]).not.toContain(line);
    }
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
