/** What is said of a fault that lasts at the part that is looked at. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { sayFault } from '../../src/panels/inspector/fault-line.ts';
import { nodesOf, topologyOf } from '../../src/scenario/create-simulation.ts';
import { faultsAt } from '../../src/scenario/lasting-faults.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { FaultIntervention } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';

function saidOf(stage: StageId, component: string, given: Omit<FaultIntervention, 'kind' | 'atSeconds'>): string[] {
  const scenario = newScenario(stage, { interventions: [{ kind: 'fault', atSeconds: 10, ...given }] });
  const index = nodesOf(scenario).findIndex(({ id }) => id === component);
  const { links } = topologyOf(scenario);
  return faultsAt(scenario, index, seconds(20)).map((each) => sayFault('neutral', each, component, links));
}

describe('a fault that lasts', () => {
  it('is told by its name, and until when', () => {
    expect(saidOf('tiers', 'process', { fault: 'crash', target: 'step:process' })).toEqual([
      'Crash, until it is repaired',
    ]);
    expect(saidOf('tiers', 'process', { fault: 'crash', target: 'step:process', untilSeconds: 130 })).toEqual([
      'Crash, until 02:10',
    ]);
  });

  it('is told with its strength', () => {
    expect(saidOf('tiers', 'store', { fault: 'slow-down', target: 'store', strength: 4 })).toEqual([
      'Slow, ×4, until it is repaired',
    ]);
  });

  it('is told with the link, the zone or the rule that it strikes', () => {
    expect(saidOf('tiers', 'process', { fault: 'cut-link', target: 'into:process', untilSeconds: 60 })).toEqual([
      'Link cut: the link from upload to processing, until 01:00',
    ]);
    expect(saidOf('load-balanced', 'process', { fault: 'zone-loss', target: 'zone:b', untilSeconds: 60 })).toEqual([
      'Zone lost: zone b, until 01:00',
    ]);
    expect(saidOf('event-driven', 'bus', { fault: 'rule-mismatch', target: 'rule:bus/store' })).toEqual([
      'Rule matches nothing: rule store of the event bus, until it is repaired',
    ]);
  });
});
