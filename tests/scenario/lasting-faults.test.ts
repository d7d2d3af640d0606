/** Which faults last where, at a moment. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { nodesOf } from '../../src/scenario/create-simulation.ts';
import { faultsAt } from '../../src/scenario/lasting-faults.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { FaultIntervention } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';

type Given = Omit<FaultIntervention, 'kind'>;

function lasting(stage: StageId, given: readonly Given[], id: string, t: number) {
  const scenario = newScenario(stage, { interventions: given.map((each) => ({ kind: 'fault', ...each })) });
  const index = nodesOf(scenario).findIndex((node) => node.id === id);
  return faultsAt(scenario, index, seconds(t));
}

describe('the faults that last', () => {
  const crash: Given = { fault: 'crash', target: 'step:process', atSeconds: 100, untilSeconds: 160 };

  it('begin at their time and are over at their end', () => {
    const names = (t: number) => lasting('tiers', [crash], 'process', t).map(({ fault }) => fault);
    expect([names(99.9), names(100), names(159.9), names(160)]).toEqual([[], ['crash'], ['crash'], []]);
  });

  it('last where they strike and nowhere else, for good where no end is said, each with its strength', () => {
    const slow: Given = { fault: 'slow-down', target: 'step:process', atSeconds: 50, strength: 4 };
    expect(lasting('tiers', [crash, slow], 'process', 120)).toMatchObject([
      { fault: 'slow-down', strength: 4, until: null, link: -1, intervention: 1 },
      { fault: 'crash', strength: 0, until: seconds(160), link: -1, intervention: 0 },
    ]);
    expect(lasting('tiers', [crash, slow], 'store', 120)).toEqual([]);
  });

  it('are as strong as usual where nothing is said', () => {
    const errors: Given = { fault: 'error-share', target: 'step:process', atSeconds: 0 };
    expect(lasting('tiers', [errors], 'process', 1)).toMatchObject([{ strength: 0.5 }]);
  });

  it('of a link last at both of its ends', () => {
    const cut: Given = { fault: 'cut-link', target: 'link:upload>process', atSeconds: 10 };
    const at = (id: string) => lasting('tiers', [cut], id, 20).map(({ fault, link }) => [fault, link >= 0]);
    expect([at('upload'), at('process'), at('users')]).toEqual([[['cut-link', true]], [['cut-link', true]], []]);
  });

  it('last at whatever shares the machine with what is struck', () => {
    const host: Given = { ...crash, target: 'step:upload' };
    expect(lasting('tiers-on-one-server', [host], 'manage', 120)).toHaveLength(1);
  });

  it('say which part they strike', () => {
    const zone: Given = { fault: 'zone-loss', target: 'zone:b', atSeconds: 10 };
    expect(lasting('load-balanced', [zone], 'process', 20)).toMatchObject([{ part: '1' }]);
  });
});
