import { describe, expect, it } from 'vitest';
import { type Box, boxAroundCurve, pathsAlong } from '../../src/canvas/geometry.ts';
import {
  annexesOf,
  boundsOf,
  boxesOf,
  type Density,
  endsOf,
  hasRoomForLegend,
  type Look,
  lookFor,
  looksOf,
  scaleOf,
  shapeOf,
  viewportFor,
  waysOf,
} from '../../src/canvas/layout.ts';
import { type StageId, stageIds, stages } from '../../src/stages/catalogue.ts';

const roomy: Look = { density: 'full', arrangement: 'roomy' };
const wide: Look = { density: 'compact', arrangement: 'wide' };
const tall: Look = { density: 'compact', arrangement: 'tall' };
const nameOf = ({ density, arrangement }: Look) => `${density}, ${arrangement}`;

/** Room for a link between two boxes, in canvas units. */
const leastGap: Record<Density, number> = { full: 20, compact: 12, small: 8 };
/** How far the dead letters reach below their queue. */
const annex: Record<Density, number> = { full: 46, compact: 32, small: 0 };

function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const along = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, along);
}

/** By id, where components have their middles. */
function middlesOf(id: StageId, look: Look): Map<string, readonly [number, number]> {
  const boxes = boxesOf(stages[id], look);
  return new Map(
    stages[id].nodes.map((node, index) => {
      const { x, y, width, height } = boxes[index] as Box;
      return [node.id, [x + width / 2, y + height / 2]];
    }),
  );
}

describe('the places of components', () => {
  for (const id of stageIds) {
    it.each(looksOf(stages[id]).map((look) => [nameOf(look), look] as const))(
      `leave room for links: ${id}, %s`,
      (_, look) => {
        const hanging = annexesOf(stages[id]);
        const boxes = boxesOf(stages[id], look).map((box, index) =>
          hanging[index] ? { ...box, height: box.height + annex[look.density] } : box,
        );
        boxes.forEach((a, i) => {
          boxes.slice(i + 1).forEach((b, j) => {
            const pair = `${stages[id].nodes[i]?.id} and ${stages[id].nodes[i + 1 + j]?.id}`;
            expect(gapBetween(a, b), pair).toBeGreaterThanOrEqual(leastGap[look.density]);
          });
        });
      },
    );
  }

  it('are those of the topology in the roomy picture', () => {
    expect(boxesOf(stages.queued, roomy).map(({ x, y }) => [x, y])).toEqual(stages.queued.nodes.map(({ at }) => at));
  });

  it('are the same from stage to stage: people and upload everywhere', () => {
    for (const look of looksOf(stages.monolith)) {
      for (const component of ['users', 'upload']) {
        const all = stageIds
          // Its people ask at a gateway first, which stands between them and the rest.
          .filter((id) => id !== 'serverless-gateway')
          .flatMap((id) => middlesOf(id, look).get(component) ?? []);
        expect(new Set(all).size, `${component}, ${nameOf(look)}`).toBe(2);
      }
    }
  });

  /** Stages among which nothing that is in two of them moves. */
  const families: readonly (readonly StageId[])[] = [
    ['tiers', 'tiers-on-one-server', 'load-balanced', 'queued-steps', 'database-trigger', 'file-processing'],
    ['microservices', 'microservices-1', 'microservices-2', 'microservices-3', 'microservices-4'],
    ['event-driven', 'event-driven-1', 'event-driven-2', 'event-driven-3', 'event-driven-4'],
  ];

  it.each(families)('are the same for everything among %s and its like', (...ids) => {
    for (const look of looksOf(stages[ids[0] as StageId])) {
      const places = new Map<string, readonly [number, number]>();
      for (const id of ids) {
        for (const [component, middle] of middlesOf(id, look)) {
          const before = places.get(component) ?? middle;
          // A tier and a fleet of the same name differ in size: in the roomy picture their corners agree.
          const distance = Math.max(Math.abs(before[0] - middle[0]), Math.abs(before[1] - middle[1]));
          expect(distance, `${component} in ${id}, ${nameOf(look)}`).toBeLessThanOrEqual(
            look.density === 'full' ? 70 : 1,
          );
          places.set(component, before);
        }
      }
    }
  });

  it('keep people at the same distance from what they call, in every stage that has uploaders', () => {
    const places = stageIds
      .filter((id) => stages[id].nodes[0]?.id === 'users')
      .map((id) => boxesOf(stages[id], roomy)[0]);
    expect(places.length).toBeGreaterThan(10);
    for (const place of places) expect(place).toEqual(places[0]);
  });

  const drained = {
    nodes: [
      { id: 'queue', kind: 'queue', at: [0, 0] },
      { id: 'fleet', kind: 'instance-group', at: [300, 0], params: { queue: 'queue' } },
    ],
    links: [{ from: 'fleet', to: 'queue' }],
  } as const;

  it('include what hangs under a queue that somebody takes from', () => {
    const boxes = boxesOf(drained, roomy);
    expect(annexesOf(drained)).toEqual([true, false]);
    expect(annexesOf({ nodes: drained.nodes.slice(0, 1), links: [] })).toEqual([false]);
    const onlyQueue = {
      nodes: [drained.nodes[0], { ...drained.nodes[1], at: [300, -200] }],
      links: drained.links,
    } as const;
    const bottom = (boxes[0] as Box).y + (boxes[0] as Box).height;
    const bounds = boundsOf(onlyQueue, roomy);
    expect(bounds.y + bounds.height).toBeGreaterThan(bottom);
  });

  it('of a topology that is no stage are its own, drawn together', () => {
    const [queue, fleet] = boxesOf(drained, tall) as [Box, Box];
    expect(fleet.x - queue.x).toBeLessThan(300);
    expect(gapBetween(queue, fleet)).toBeGreaterThan(0);
  });
});

describe('the shape of a group', () => {
  it('follows from what it does', () => {
    const shapes = (id: 'monolith' | 'queued') => stages[id].nodes.map((node) => shapeOf(node));
    expect(shapes('monolith')).toEqual(['client', 'host']);
    expect(shapes('queued')).toEqual(['client', 'tier', 'bucket', 'queue', 'fleet', 'table']);
  });
});

describe('the look', () => {
  const { queued } = stages;
  /** Smallest type, in canvas units. */
  const smallest: Record<Density, number> = { full: 11.5, compact: 11.5, small: 11 };
  const pixelsIn = (id: StageId, window: { width: number; height: number }, isSmall = false) => {
    const look = lookFor(stages[id], window, isSmall);
    return smallest[look.density] * viewportFor(stages[id], look, window).zoom;
  };

  it('is roomy in the window of a laptop with both panels, but not where only the compact picture is wanted', () => {
    expect(lookFor(queued, { width: 825, height: 640 })).toEqual(roomy);
    expect(lookFor(queued, { width: 825, height: 640 }, true).density).toBe('compact');
  });

  it('is wide in a low window and tall in a narrow one', () => {
    expect(lookFor(queued, { width: 1024, height: 300 })).toEqual(wide);
    expect(lookFor(queued, { width: 390, height: 420 })).toEqual(tall);
  });

  /** The grown forms show how much there is of it; one looks closer by zooming. */
  const isGrown = (id: StageId) => /-[1-4]$/.test(id);
  const plain = stageIds.filter((id) => !isGrown(id));

  it.each(plain)('has type of 9 pixels and more beside both panels of a laptop, and on a small one: %s', (id) => {
    expect(pixelsIn(id, { width: 800, height: 560 })).toBeGreaterThanOrEqual(8.7);
    expect(pixelsIn(id, { width: 700, height: 400 })).toBeGreaterThanOrEqual(8.7);
  });

  it.each(plain)('is still legible side by side and on a phone: %s', (id) => {
    expect(pixelsIn(id, { width: 548, height: 375 }, true)).toBeGreaterThanOrEqual(8.7);
    expect(pixelsIn(id, { width: 390, height: 300 })).toBeGreaterThanOrEqual(7.5);
  });

  it('shows all of it, clear of what lies in the lower corners', () => {
    const window = { width: 700, height: 400 };
    const under = [
      { x: 0, y: 364, width: 82, height: 36 },
      { x: 596, y: 364, width: 104, height: 36 },
    ];
    for (const id of stageIds) {
      const look = lookFor(stages[id], window, true);
      const { x, y, zoom } = viewportFor(stages[id], look, window);
      for (const box of boxesOf(stages[id], look)) {
        const seen = { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom, height: box.height * zoom };
        expect(seen.x).toBeGreaterThanOrEqual(0);
        expect(seen.y).toBeGreaterThanOrEqual(0);
        expect(seen.x + seen.width).toBeLessThanOrEqual(window.width);
        expect(seen.y + seen.height).toBeLessThanOrEqual(window.height);
        for (const each of under) expect(gapBetween(seen, each), id).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('shows every link to its farthest point, and the ring round what is lit up', () => {
    const window = { width: 810, height: 593 };
    for (const id of stageIds) {
      const look = lookFor(stages[id], window);
      const { x, y, zoom } = viewportFor(stages[id], look, window);
      const boxes = boxesOf(stages[id], look);
      const ring = look.density === 'small' ? 6 : 9;
      const seen = [
        ...pathsAlong(boxes, endsOf(stages[id]), waysOf(stages[id], look), scaleOf[look.density]).map(({ curve }) =>
          boxAroundCurve(curve),
        ),
        ...boxes.map((box) => ({
          x: box.x - ring,
          y: box.y - ring,
          width: box.width + 2 * ring,
          height: box.height + 2 * ring,
        })),
      ];
      for (const box of seen) {
        expect(box.x * zoom + x, id).toBeGreaterThanOrEqual(0);
        expect(box.y * zoom + y, id).toBeGreaterThanOrEqual(0);
        expect((box.x + box.width) * zoom + x, id).toBeLessThanOrEqual(window.width);
        expect((box.y + box.height) * zoom + y, id).toBeLessThanOrEqual(window.height);
      }
    }
  });
});

describe('the open legend', () => {
  it('has room where nothing stands in its corner, and none where somebody does', () => {
    const window = { width: 840, height: 570 };
    const hasRoom = (id: StageId): boolean =>
      hasRoomForLegend(stages[id], viewportFor(stages[id], roomy, window), window);
    expect(hasRoom('monolith')).toBe(true);
    expect(hasRoom('file-processing')).toBe(false);
  });
});
