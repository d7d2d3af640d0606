/** Every bench of the labs, in every form: it runs, it has something to work, it tells a story, and it claims something. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { instruments } from '../../src/labs/instruments.ts';
import { claims, claimsOf, stories } from '../../src/lessons/catalogue.ts';
import type { Parameter } from '../../src/models/parameters.ts';
import { models } from '../../src/models/registry.ts';
import { usualKnobs } from '../../src/panels/knobs/knobs.ts';
import { createSimulation, nodesOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import {
  type BenchId,
  benchesOf,
  benchIds,
  formsOf,
  isOnBench,
  type LabId,
  labIds,
  labOf,
  type StageId,
  stageIds,
  stages,
  storyOf,
} from '../../src/stages/catalogue.ts';
import type { Stage } from '../../src/stages/stage.ts';
import { isTextKey, textOf } from '../../src/text/text.ts';
import { Conservation } from '../support/conservation.ts';

const vocabularies = ['neutral', 'aws'] as const;
const forms: readonly StageId[] = benchIds.flatMap(formsOf);
/** Moments of a run at which everything is counted again, however long it is. */
const LOOKS = 50;

describe('a bench', () => {
  it.each(forms)('runs to its end and conserves uploads all the way: %s', (stage) => {
    const scenario = newScenario(stage);
    expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
    const conservation = new Conservation();
    const world = createSimulation(scenario, conservation);
    for (let look = 1; look <= LOOKS; look += 1) {
      world.runUntil(seconds((scenario.durationSeconds * look) / LOOKS));
      expect(conservation.breachesIn(world)).toEqual([]);
    }
  });

  it.each(forms)(
    'has a name, a title, a line, and a word for each of its components, in both vocabularies: %s',
    (id) => {
      const own = ['', '.title', '.line'].map((part) => `stage.${id}${part}`);
      const named = stages[id].nodes.flatMap((node) => [`node.${node.id}`, `node.${node.id}.what`]);
      const keys = [...own, ...named, `omitted.${storyOf(id)}`];
      expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
      for (const vocabulary of vocabularies) {
        const words = keys.map((key) => textOf(vocabulary, key));
        expect(words.filter((each) => each.trim() === '' || /[{}]/.test(each))).toEqual([]);
      }
    },
  );

  it.each(forms)('has no people of the story, whose traffic is another: %s', (id) => {
    expect(stages[id].nodes.map((node) => node.id)).not.toContain('users');
  });

  it.each(forms)('offers parameters that its components have, and offers them beside it: %s', (id) => {
    const { offers = [] }: Stage = stages[id];
    const nodes = nodesOf(newScenario(id));
    const unknown = offers.filter(([component, parameter]) => {
      const node = nodes.find((each) => each.id === component);
      return node === undefined || !Object.hasOwn(models[node.kind].parameters as Record<string, Parameter>, parameter);
    });
    expect(unknown).toEqual([]);
    const shown = usualKnobs([id]).map(({ component, parameter }) => `${component}.${parameter}`);
    const missing = offers.map((offer) => offer.join('.')).filter((offer) => !shown.includes(offer));
    expect(missing).toEqual([]);
  });

  it.each(benchIds)('has an instrument, a story and a claim: %s', (bench) => {
    expect(instruments[bench]).toBeDefined();
    expect(stories[bench].passages.length).toBeGreaterThanOrEqual(3);
    expect(claimsOf(bench).length).toBeGreaterThanOrEqual(1);
  });

  it.each(benchIds)('stands in one lab: %s', (bench) => {
    expect(labIds.filter((lab) => benchesOf(lab).includes(bench))).toEqual([labOf(bench)]);
  });
});

describe('the benches', () => {
  it('have an instrument each, and none is left over', () => {
    expect(Object.keys(instruments).toSorted()).toEqual([...benchIds].toSorted());
  });

  it('are all that stands in a lab, in their forms', () => {
    expect(stageIds.filter(isOnBench).toSorted()).toEqual([...forms].toSorted());
  });

  it.each<[LabId, number]>([
    ['function-lab', 15],
    ['bus-lab', 10],
  ])('of the %s claim %i things at least', (lab, least) => {
    const own = claims.filter(({ stage }) => isOnBench(stage) && labOf(storyOf(stage) as BenchId) === lab);
    expect(own.length).toBeGreaterThanOrEqual(least);
  });

  it('claim nothing that is not run on a bench of their lab', () => {
    const labOfStage = (stage: StageId): LabId | null => (isOnBench(stage) ? labOf(storyOf(stage) as BenchId) : null);
    const elsewhere = claims.flatMap(({ id, stage, scenario, foil }) => {
      const lab = labOfStage(stage);
      if (lab === null) return [];
      const run = [scenario, foil.scenario].map((each) => labOfStage(each.stage));
      return run.every((each) => each === lab) ? [] : [id];
    });
    expect(elsewhere).toEqual([]);
  });
});
