/** The list of faults, and ids that stay while a fault is changed. */
import { describe, expect, it } from 'vitest';
import { listedFaults } from '../../../src/panels/faults/listed-faults.ts';
import { renamed } from '../../../src/panels/faults/stable-ids.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { FaultIntervention } from '../../../src/scenario/scenario.ts';

const crash = (atSeconds: number, target = 'step:process'): FaultIntervention => ({
  kind: 'fault',
  fault: 'crash',
  target,
  atSeconds,
});

describe('the list of faults', () => {
  it('has each fault once, by its beginning, whatever else is done to the runs', () => {
    const one = newScenario('monolith', { interventions: [crash(200), { kind: 'upload', atSeconds: 1 }, crash(50)] });
    const other = newScenario('queued', { interventions: [crash(200), crash(120)] });
    const runs = [one, other].map((scenario) => ({ scenario, branchScenario: null }));
    expect(listedFaults(runs).map(({ fault }) => fault.atSeconds)).toEqual([50, 120, 200]);
  });

  it('keeps what was just lifted out, as long as the pale line shows it', () => {
    const branchScenario = newScenario('queued', { interventions: [crash(50), crash(200)] });
    const scenario = newScenario('queued', { interventions: [crash(200)] });
    expect(listedFaults([{ scenario, branchScenario }])).toEqual([
      { fault: crash(50), isLifted: true },
      { fault: crash(200), isLifted: false },
    ]);
    expect(listedFaults([{ scenario, branchScenario: null }])).toHaveLength(1);
  });
});

describe('ids of faults', () => {
  it('stay while a fault moves, and are never given again', () => {
    const first = renamed([], [crash(50), crash(200)], 0);
    expect(first.map(({ id }) => id)).toEqual(['1', '2']);
    const shifted = renamed(first, [crash(200), crash(210)], 2);
    expect(shifted.map(({ id }) => id)).toEqual(['2', '1']);
    const another = { ...crash(5), fault: 'slow-down' } as const;
    expect(renamed(shifted, [crash(200), another], 2).map(({ id }) => id)).toEqual(['2', '3']);
  });
});
