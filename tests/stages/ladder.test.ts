/** Every stage of the ladder and every small one: valid, laid out, and run through the five minutes of the class. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/canvas/geometry.ts';
import { boxesOf } from '../../src/canvas/layout.ts';
import { seconds } from '../../src/engine/time.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import {
  architectureIds,
  formsOf,
  ladderIds,
  stageIds,
  stages,
  storyIds,
  storyOf,
} from '../../src/stages/catalogue.ts';
import { withConsumers } from '../../src/stages/event-driven.ts';
import { withServices } from '../../src/stages/microservices.ts';
import type { Stage } from '../../src/stages/stage.ts';
import { isTextKey } from '../../src/text/text.ts';
import { Conservation } from '../support/conservation.ts';
import { crashOfProcessing } from '../support/ladder-digest.ts';

/** Done by servers on the lower rungs, by functions on the upper ones. */
const becomesFunction = ['process', 'process-480p', 'process-720p', 'process-1080p', 'store', 'manage'];

function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const along = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, along);
}

describe('the ladder', () => {
  it('says of each stage what it is called', () => {
    expect(stageIds.map((id) => stages[id].id)).toEqual(stageIds);
  });

  it('tells a story of every stage, and shows each story in the form of its name first', () => {
    for (const id of stageIds) expect(formsOf(storyOf(id))).toContain(id);
    for (const story of storyIds) expect(formsOf(story)[0]).toBe(story);
    expect(ladderIds.map((id) => stages[id].rung)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('goes up from one rung to the next, to seven', () => {
    const rungs = architectureIds.map((id) => stages[id].rung);
    expect(rungs).toEqual(rungs.toSorted());
    expect([...new Set(rungs)]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('keeps what stays at its place, and of one kind but where servers become functions', () => {
    const seen = new Map<string, TopologyNode>();
    for (const { nodes } of architectureIds.map((id) => stages[id])) {
      for (const node of nodes as readonly TopologyNode[]) {
        const before = seen.get(node.id);
        if (before !== undefined) expect({ id: node.id, at: node.at }).toEqual({ id: node.id, at: before.at });
        if (before !== undefined && !becomesFunction.includes(node.id)) expect(node.kind).toBe(before.kind);
        seen.set(node.id, node);
      }
    }
  });

  it.each(Object.entries<Stage>(stages))('leaves room for links between the boxes of %s', (_, stage) => {
    const boxes = boxesOf(stage, { density: 'full', arrangement: 'roomy' });
    const tooClose = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b, j) => {
        const names = [i, i + 1 + j].map((place) => stage.nodes[place]?.id);
        return gapBetween(a, b) < 20 ? [names.join(' and ')] : [];
      }),
    );
    expect(tooClose).toEqual([]);
  });
});

describe('the words of the ladder', () => {
  it.each(stageIds)('name %s and each of its components', (id) => {
    const keys = ['', '.title', '.line'].map((part) => `stage.${id}${part}`);
    const nodes = stages[id].nodes.flatMap((node) => [`node.${node.id}`, `node.${node.id}.what`]);
    expect([...keys, ...nodes].filter((key) => !isTextKey(key))).toEqual([]);
  });
});

describe('the five minutes of the class', () => {
  it.each(stageIds)('are a valid scenario of %s', (stage) => {
    const scenario = newScenario(stage);
    expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
  });

  it.each(architectureIds)('refuse nobody, lose nothing, and leave nothing waiting in %s', (stage) => {
    const { uploads } = createReport(newScenario(stage));
    expect(uploads).toMatchObject({ refused: 0, lost: 0, deadLettered: 0, open: 0 });
    expect(uploads.watchable).toBe(uploads.started);
  });

  it.each(stageIds)('conserve uploads at every moment in %s, with processing down for a while', (stage) => {
    const conservation = new Conservation();
    const scenario = newScenario(stage, { durationSeconds: 200, interventions: crashOfProcessing(stages[stage]) });
    const world = createSimulation(scenario, conservation);
    for (let second = 1; second <= scenario.durationSeconds; second += 1) {
      world.runUntil(seconds(second));
      expect(conservation.breachesIn(world)).toEqual([]);
    }
  });
});

describe('a service more', () => {
  const count = (stage: { nodes: readonly TopologyNode[] }, kind: string) =>
    stage.nodes.filter((node) => node.kind === kind).length;

  it('is a queue more for everybody who is there already, and one rule more on a bus', () => {
    const queues = [0, 1, 2, 3, 4].map((n) => count(withServices(n), 'queue'));
    expect(queues).toEqual([5, 11, 18, 26, 35]);
    const rules = [0, 1, 2, 3, 4].map((n) => {
      const bus = withConsumers(n).nodes.find(({ id }) => id === 'bus') as TopologyNode;
      return (bus.params?.['rules'] as unknown[] | undefined)?.length;
    });
    expect(rules.map((each) => (each ?? 0) - (rules[0] ?? 0))).toEqual([0, 1, 2, 3, 4]);
    expect(count(withConsumers(4), 'queue')).toBe(count(withConsumers(0), 'queue'));
  });
});
