/** The catalogue of faults, the models and the stages agree on who can be struck by what. */
import { describe, expect, it } from 'vitest';
import { faultCatalogue, faultFamilies, kindsStruckBy, usualStrength } from '../../src/faults/catalogue.ts';
import { type Fault, faults } from '../../src/models/facts.ts';
import type { Model } from '../../src/models/model.ts';
import { componentKinds, models } from '../../src/models/registry.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { isFormFor, meansSomething, struckByFault, targetsFor, usualTarget } from '../../src/scenario/targets.ts';
import { type StageId, stageIds } from '../../src/stages/catalogue.ts';

const plans = Object.fromEntries(stageIds.map((stage) => [stage, planOf(newScenario(stage))])) as Record<
  StageId,
  ReturnType<typeof planOf>
>;

/** Fewest faults that mean something in a stage, and fewest stages in which a fault does. Our choice. */
const FEWEST_FAULTS = 11;

function stagesWith(fault: Fault): StageId[] {
  return stageIds.filter((stage) => usualTarget(fault, plans[stage].nodes, plans[stage].links) !== null);
}

describe('the catalogue of faults', () => {
  it('knows every fault, and no other', () => {
    expect(Object.keys(faultCatalogue)).toEqual([...faults]);
  });

  it('has something under every heading, at least twenty in all', () => {
    const families = new Set(faults.map((fault) => faultCatalogue[fault].family));
    expect([...families].toSorted()).toEqual(faultFamilies.toSorted());
    expect(faults.length).toBeGreaterThanOrEqual(20);
  });

  it.each(faults)('says who is struck by %s: models know it, or it is of links', (fault) => {
    const isOfLinks = faultCatalogue[fault].scope === 'link';
    expect(kindsStruckBy(fault).length > 0).toBe(!isOfLinks);
  });

  it.each(componentKinds)('knows every fault that the model of %s does', (kind) => {
    const known = Object.keys((models[kind] as Pick<Model, 'faults'>).faults ?? {});
    expect(known.filter((fault) => !(faults as readonly string[]).includes(fault))).toEqual([]);
  });

  it.each(faults)('gives %s a strength that it can have, or none', (fault) => {
    const { strength } = faultCatalogue[fault];
    if (strength === null) {
      expect(usualStrength(fault)).toBe(0);
      return;
    }
    const { min, max, usual, integer, unit } = strength;
    expect(min).toBeGreaterThanOrEqual(0);
    expect(max).toBeGreaterThan(min);
    expect(usual).toBeGreaterThanOrEqual(min);
    expect(usual).toBeLessThanOrEqual(max);
    if (integer === true) expect([min, max, usual].every(Number.isInteger)).toBe(true);
    if (unit === 'share') expect(max).toBe(1);
    // So many times as much as nothing at all, or once, would be no fault.
    if (unit === 'times') expect(usual).toBeGreaterThan(1);
  });

  it.each(faults)(
    'names usual targets of the form that %s strikes, each of which means something somewhere',
    (fault) => {
      const { usualTargets } = faultCatalogue[fault];
      expect(new Set(usualTargets).size).toBe(usualTargets.length);
      expect(usualTargets.filter((target) => !isFormFor(fault, target))).toEqual([]);
      const meant = usualTargets.filter((target) =>
        stageIds.some((stage) => meansSomething(fault, target, plans[stage].nodes, plans[stage].links)),
      );
      expect(meant).toEqual([...usualTargets]);
    },
  );
});

describe('in the stages', () => {
  it.each(stageIds)('%s meets at least so many faults', (stage) => {
    const { nodes, links } = plans[stage];
    const meant = faults.filter((fault) => usualTarget(fault, nodes, links) !== null);
    expect(meant.length).toBeGreaterThanOrEqual(FEWEST_FAULTS);
  });

  it.each(faults)('%s strikes at least one', (fault) => {
    expect(stagesWith(fault)).not.toEqual([]);
  });

  it.each(faults)('every single thing that %s can strike is struck by it, and nothing twice', (fault) => {
    for (const stage of stageIds) {
      const { nodes, links } = plans[stage];
      const targets = targetsFor(fault, nodes, links);
      expect(new Set(targets).size).toBe(targets.length);
      for (const target of targets) {
        const struck = struckByFault(fault, target, nodes, links);
        expect(struck.length).toBeGreaterThan(0);
        expect(new Set(struck.map((each) => JSON.stringify(each))).size).toBe(struck.length);
      }
    }
  });

  it('wherever people upload, more of them can; and every link can be slow or cut', () => {
    for (const stage of stageIds) {
      const { nodes, links } = plans[stage];
      const hasPeople = nodes.some(({ kind }) => kind === 'client');
      expect(stagesWith('traffic-surge').includes(stage)).toBe(hasPeople);
      for (const fault of ['cut-link', 'added-latency'] as const) {
        expect(targetsFor(fault, nodes, links)).toHaveLength(links.length);
        expect(usualTarget(fault, nodes, links)).not.toBeNull();
      }
    }
  });
});
