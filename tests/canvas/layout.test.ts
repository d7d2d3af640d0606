import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/canvas/geometry.ts';
import { type Arrangement, arrangementFor, boundsOf, boxesOf, shapeOf, viewportFor } from '../../src/canvas/layout.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';

const arrangements: readonly Arrangement[] = ['roomy', 'wide', 'tall'];

function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const along = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, along);
}

describe('the places of components', () => {
  for (const id of stageIds) {
    it.each(arrangements)(`leave room for links between all boxes: ${id}, %s`, (arrangement) => {
      const boxes = boxesOf(stages[id], arrangement);
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) expect(gapBetween(a, b)).toBeGreaterThanOrEqual(20);
      });
    });
  }

  it('are those of the topology in the roomy picture', () => {
    expect(boxesOf(stages.queued, 'roomy').map(({ x, y }) => [x, y])).toEqual(stages.queued.nodes.map(({ at }) => at));
  });

  it('keep people at the same distance from what they call, in every stage', () => {
    const places = stageIds.map((id) => boxesOf(stages[id], 'roomy')[0]);
    for (const place of places) expect(place).toEqual(places[0]);
  });

  it('include what hangs under a queue', () => {
    const onlyQueue = { nodes: [{ id: 'queue', kind: 'queue', at: [0, 0] }], links: [] } as const;
    const [box] = boxesOf(onlyQueue, 'roomy') as [Box];
    expect(boundsOf(onlyQueue, 'roomy').height).toBeGreaterThan(box.height);
  });
});

describe('the shape of a group', () => {
  it('follows from what it does', () => {
    const shapes = (id: 'monolith' | 'queued') => stages[id].nodes.map((node) => shapeOf(node));
    expect(shapes('monolith')).toEqual(['client', 'host']);
    expect(shapes('queued')).toEqual(['client', 'tier', 'bucket', 'queue', 'fleet', 'table']);
  });
});

describe('the arrangement', () => {
  const { queued } = stages;
  /** Smallest type in a compact node, in canvas units. */
  const SMALLEST = 11.5;
  const smallestIn = (window: { width: number; height: number }) =>
    SMALLEST * viewportFor(queued, arrangementFor(queued, window, true), window).zoom;

  it('is roomy in the window of a laptop with both panels, but not where only the compact picture is wanted', () => {
    expect(arrangementFor(queued, { width: 825, height: 640 })).toBe('roomy');
    expect(arrangementFor(queued, { width: 825, height: 640 }, true)).not.toBe('roomy');
  });

  it('is wide in a low window and tall in a narrow one', () => {
    expect(arrangementFor(queued, { width: 1024, height: 300 })).toBe('wide');
    expect(arrangementFor(queued, { width: 390, height: 420 })).toBe('tall');
  });

  it('keeps words legible side by side on a small laptop, on a large one, and on a phone', () => {
    expect(smallestIn({ width: 470, height: 218 })).toBeGreaterThan(8.75);
    expect(smallestIn({ width: 548, height: 375 })).toBeGreaterThan(11);
    expect(smallestIn({ width: 390, height: 338 })).toBeGreaterThan(10);
  });

  it.each(['wide', 'tall'] as const)('leaves the lower left corner free for the legend: %s', (arrangement) => {
    for (const id of stageIds) {
      const bounds = boundsOf(stages[id], arrangement);
      const corner = { x: bounds.x, y: bounds.y + bounds.height - 36, width: 68, height: 36 };
      for (const box of boxesOf(stages[id], arrangement)) expect(gapBetween(box, corner)).toBeGreaterThanOrEqual(0);
    }
  });
});
