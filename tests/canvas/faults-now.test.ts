/** Which faults the picture shows, and in what words. */
import { describe, expect, it } from 'vitest';
import {
  faultSentence,
  faultsOfComponent,
  faultsOfLink,
  lostZones,
  shortStrength,
  strengthWords,
  strikesRule,
  troubleOfLink,
  wasCut,
} from '../../src/canvas/faults-now.ts';
import { seconds } from '../../src/engine/time.ts';
import { faultCatalogue } from '../../src/faults/catalogue.ts';
import { faults } from '../../src/models/facts.ts';
import { nodesOf, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { FaultIntervention, Scenario } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
import { text } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';

const say: Say = (key, ...args) => text('neutral', key, ...args);

type Given = Omit<FaultIntervention, 'kind' | 'atSeconds' | 'untilSeconds'>;

/** A stage in which these last from 10 to 20 s. */
function struck(stage: StageId, ...given: Given[]): Scenario {
  const interventions = given.map((each) => ({ kind: 'fault', atSeconds: 10, untilSeconds: 20, ...each }) as const);
  return newScenario(stage, { interventions });
}

const at = (scenario: Scenario, id: string, t: number) => {
  const index = nodesOf(scenario).findIndex((node) => node.id === id);
  return faultsOfComponent(scenario, index, seconds(t)).map(({ fault }) => fault);
};

/** Number of the link between two components. */
function linkOf(scenario: Scenario, from: string, to: string): number {
  const { nodes, links } = planOf(scenario);
  return links.findIndex((link) => nodes[link.from]?.id === from && nodes[link.to]?.id === to);
}

describe('the faults of a component', () => {
  it('are those that strike it while they last, the latest last, each kind once', () => {
    const scenario = struck(
      'tiers',
      { fault: 'slow-down', target: 'process' },
      { fault: 'crash', target: 'step:process' },
      { fault: 'slow-down', target: 'step:process' },
    );
    expect([9, 10, 20].map((t) => at(scenario, 'process', t))).toEqual([[], ['crash', 'slow-down'], []]);
    expect(at(scenario, 'upload', 15)).toEqual([]);
  });

  it('are not those of its links', () => {
    const scenario = struck('tiers', { fault: 'cut-link', target: 'link:upload>process' });
    expect(at(scenario, 'upload', 15)).toEqual([]);
    expect(at(scenario, 'process', 15)).toEqual([]);
    const link = linkOf(scenario, 'upload', 'process');
    expect(faultsOfLink(scenario, link, seconds(15)).map(({ fault }) => fault)).toEqual(['cut-link']);
    expect(faultsOfLink(scenario, linkOf(scenario, 'users', 'upload'), seconds(15))).toEqual([]);
  });

  it('are told of whatever shares the machine, too', () => {
    const scenario = struck('tiers-on-one-server', { fault: 'crash', target: 'step:upload' });
    expect(at(scenario, 'manage', 15)).toEqual(['crash']);
  });

  it('say which zones are lost', () => {
    const scenario = struck('load-balanced', { fault: 'zone-loss', target: 'zone:b' });
    const index = nodesOf(scenario).findIndex(({ id }) => id === 'process');
    expect(lostZones(faultsOfComponent(scenario, index, seconds(15)))).toEqual([1]);
  });
});

describe('a link', () => {
  const cut = { fault: 'cut-link', target: 'into:process' } as const;
  const slow = { fault: 'added-latency', target: 'into:process' } as const;

  it('is cut, or slower by the sum of what is added', () => {
    const scenario = struck('tiers', cut, slow, { ...slow, strength: 0.5 });
    const link = linkOf(scenario, 'upload', 'process');
    expect(troubleOfLink(scenario, link, seconds(15))).toEqual({ isCut: true, addedSeconds: 2.5 });
    expect(troubleOfLink(scenario, link, seconds(20))).toBeNull();
    expect(troubleOfLink(struck('tiers', slow), link, seconds(15))).toEqual({ isCut: false, addedSeconds: 2 });
  });

  it('stops what was sent while it was cut', () => {
    const scenario = struck('tiers', cut);
    const link = linkOf(scenario, 'upload', 'process');
    expect([9.9, 10, 19.9, 20].map((t) => wasCut(scenario, link, seconds(t)))).toEqual([false, true, true, false]);
    expect(wasCut(scenario, link + 1, seconds(15))).toBe(false);
    expect(wasCut(newScenario('tiers'), link, seconds(15))).toBe(false);
  });
});

describe('a rule', () => {
  const rule = { name: 'store', targets: [] };
  it('is struck by its name or with all the others, if it has what the fault disables', () => {
    const matching = { ...rule, pattern: {} };
    const timed = { ...rule, schedule: 'rate(1 minute)' };
    expect(strikesRule({ fault: 'rule-mismatch', part: 'store' }, matching)).toBe(true);
    expect(strikesRule({ fault: 'rule-mismatch', part: '' }, matching)).toBe(true);
    expect(strikesRule({ fault: 'rule-mismatch', part: 'other' }, matching)).toBe(false);
    expect(strikesRule({ fault: 'rule-mismatch', part: '' }, timed)).toBe(false);
    expect(strikesRule({ fault: 'silent-schedule', part: 'store' }, timed)).toBe(true);
    expect(strikesRule({ fault: 'crash', part: '' }, matching)).toBe(false);
  });
});

describe('in words, a fault', () => {
  it('says how strongly it strikes, in its own unit', () => {
    expect(strengthWords('slow-down', 4, say)).toBe('×4');
    expect(strengthWords('added-latency', 2.5, say)).toBe('2.5 s');
    expect(strengthWords('error-share', 0.5, say)).toBe('50%');
    expect(strengthWords('throttling', 0.2, say)).toBe('0.2 a second');
    expect(strengthWords('concurrency-limit', 1, say)).toBe('1 environment');
    expect(strengthWords('memory-leak', 5, say)).toBe('5 pieces of work');
    expect(strengthWords('crash', 0, say)).toBe('');
  });

  it('says it shorter where there is little room', () => {
    expect(shortStrength('throttling', 0.2, say)).toBe('0.2/s');
    expect(shortStrength('concurrency-limit', 1, say)).toBe('1');
    expect(shortStrength('memory-leak', 5, say)).toBe('5');
    expect(shortStrength('slow-down', 4, say)).toBe('×4');
  });

  it.each(faults)('%s has a sentence with its strength and what it does', (fault) => {
    const usual = faultCatalogue[fault].strength?.usual ?? 0;
    const lasting = { intervention: 0, target: 'x', from: 0, until: null, link: -1 };
    const part = fault === 'zone-loss' ? '1' : '';
    const sentence = faultSentence({ ...lasting, fault, strength: usual, part }, say);
    expect(sentence).toContain(strengthWords(fault, usual, say));
    expect(sentence).toContain(say(`fault.${fault}.what`));
    if (fault === 'zone-loss') expect(sentence).toContain('zone b');
  });
});
