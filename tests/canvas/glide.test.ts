import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewport } from '../../src/canvas/geometry.ts';
import { easeInOut, placesOnTheWay } from '../../src/canvas/glide.ts';
import { boxesOf, type Look, viewportFor } from '../../src/canvas/layout.ts';
import type { Topology } from '../../src/models/topology.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';

const look: Look = { density: 'compact', arrangement: 'tall' };
const window = { width: 800, height: 560 };
const anyStage = fc.constantFrom(...stageIds);

function standing(topology: Topology) {
  return { topology, boxes: boxesOf(topology, look), viewport: viewportFor(topology, look, window) };
}

/** The middle of a box on the screen. */
function seen({ x, y, width, height }: { x: number; y: number; width: number; height: number }, view: Viewport) {
  return [(x + width / 2) * view.zoom + view.x, (y + height / 2) * view.zoom + view.y] as const;
}

describe('on the way from one stage to another', () => {
  it('components begin where they were on the screen, whatever the new zoom, and end at their places', () => {
    fc.assert(
      fc.property(anyStage, anyStage, (a, b) => {
        const from = standing(stages[a]);
        const { topology, boxes, viewport } = standing(stages[b]);
        const begun = placesOnTheWay(from, topology, boxes, viewport, 0);
        expect(placesOnTheWay(from, topology, boxes, viewport, 1)).toEqual(boxes);
        topology.nodes.forEach(({ id }, index) => {
          const old = from.topology.nodes.findIndex((node) => node.id === id);
          const box = begun[index];
          const was = from.boxes[old];
          if (!box) throw new Error(`${id} has no box`);
          if (!was) {
            expect(box).toEqual(boxes[index]);
            return;
          }
          const [x, y] = seen(box, viewport);
          const [oldX, oldY] = seen(was, from.viewport);
          expect(x).toBeCloseTo(oldX, 6);
          expect(y).toBeCloseTo(oldY, 6);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('they begin and end slowly, and never turn back', () => {
    expect([easeInOut(-1), easeInOut(0), easeInOut(0.5), easeInOut(1), easeInOut(2)]).toEqual([0, 0, 0.5, 1, 1]);
    for (let share = 0; share < 1; share += 0.05) expect(easeInOut(share + 0.05)).toBeGreaterThan(easeInOut(share));
  });
});
