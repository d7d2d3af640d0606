import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/canvas/geometry.ts';
import { boundsOf, boxesOf, type Density, densityFor, shapeOf, viewportFor } from '../../src/canvas/layout.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';

const densities: readonly Density[] = ['full', 'compact'];

function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const along = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, along);
}

describe('the places of components', () => {
  for (const id of stageIds) {
    it.each(densities)(`leave room for links between all boxes: ${id}, %s`, (density) => {
      const boxes = boxesOf(stages[id], density);
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) expect(gapBetween(a, b)).toBeGreaterThanOrEqual(20);
      });
    });
  }

  it('are those of the topology in the roomy picture', () => {
    expect(boxesOf(stages.queued, 'full').map(({ x, y }) => [x, y])).toEqual(stages.queued.nodes.map(({ at }) => at));
  });

  it('keep people at the same distance from what they call, in every stage', () => {
    const places = stageIds.map((id) => boxesOf(stages[id], 'full')[0]);
    for (const place of places) expect(place).toEqual(places[0]);
  });

  it('include what hangs under a queue', () => {
    const onlyQueue = { nodes: [{ id: 'queue', kind: 'queue', at: [0, 0] }], links: [] } as const;
    const [box] = boxesOf(onlyQueue, 'full') as [Box];
    expect(boundsOf(onlyQueue, 'full').height).toBeGreaterThan(box.height);
  });
});

describe('the shape of a group', () => {
  it('follows from what it does', () => {
    const shapes = (id: 'monolith' | 'queued') => stages[id].nodes.map((node) => shapeOf(node));
    expect(shapes('monolith')).toEqual(['client', 'host']);
    expect(shapes('queued')).toEqual(['client', 'tier', 'bucket', 'queue', 'fleet', 'table']);
  });
});

describe('the density', () => {
  it('is roomy in the window of a laptop with both panels, compact on a phone', () => {
    expect(densityFor(stages.queued, { width: 825, height: 640 })).toBe('full');
    expect(densityFor(stages.queued, { width: 390, height: 420 })).toBe('compact');
    expect(densityFor(stages.queued, { width: 1024, height: 300 })).toBe('compact');
  });

  it('shows everything on a phone at a size that can still be read', () => {
    expect(viewportFor(stages.queued, 'compact', { width: 390, height: 420 }).zoom).toBeGreaterThan(0.7);
  });
});
