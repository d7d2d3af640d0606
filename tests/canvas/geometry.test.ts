import { describe, expect, it } from 'vitest';
import {
  type Box,
  fitted,
  isInside,
  type LinkPath,
  POINTS_PER_PATH,
  pointTable,
  routeLinks,
  svgPath,
} from '../../src/canvas/geometry.ts';
import { boxesOf, looksOf, scaleOf } from '../../src/canvas/layout.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';

const left: Box = { x: 0, y: 0, width: 100, height: 80 };
const right: Box = { x: 200, y: 20, width: 100, height: 80 };
const above: Box = { x: 400, y: -300, width: 100, height: 80 };

/** The path of the only link from the first box to the second. */
function pathBetween(...boxes: [Box, Box, ...Box[]]): LinkPath {
  return routeLinks(boxes, [{ from: 0, to: 1 }])[0] as LinkPath;
}

describe('a link', () => {
  it('runs straight between boxes that face each other, where they overlap', () => {
    const { curve, fromSide, toSide } = pathBetween(left, right);
    expect([fromSide, toSide]).toEqual(['right', 'left']);
    expect(curve.map(({ y }) => y)).toEqual([50, 50, 50, 50]);
    expect([curve[0].x, curve[3].x]).toEqual([100, 200]);
  });

  it('runs upright between boxes that stand one above the other', () => {
    const below = { x: 20, y: 200, width: 100, height: 80 };
    const { curve, fromSide, toSide } = pathBetween(left, below);
    expect([fromSide, toSide]).toEqual(['bottom', 'top']);
    expect(curve.map(({ x }) => x)).toEqual([60, 60, 60, 60]);
  });

  it('leaves at the top and comes in at the side where the other box is above and beside', () => {
    const { curve, fromSide, toSide } = pathBetween(left, above);
    expect([fromSide, toSide]).toEqual(['top', 'left']);
    expect(curve[0]).toEqual({ x: 50, y: 0 });
    expect(curve[3]).toEqual({ x: 400, y: -260 });
  });

  it('takes another way where a box stands in between', () => {
    const far = { x: 420, y: 40, width: 100, height: 80 };
    const between = { x: 200, y: 0, width: 100, height: 110 };
    expect(pathBetween(left, far).fromSide).toBe('right');
    const around = pathBetween(left, far, between);
    expect([around.fromSide, around.toSide]).toEqual(['top', 'top']);
    expect(around.label.y).toBeLessThan(between.y);
  });

  it('keeps its distance from another one on the same side of a box', () => {
    const [one, two] = routeLinks(
      [left, right],
      [
        { from: 0, to: 1 },
        { from: 1, to: 0 },
      ],
    ) as [LinkPath, LinkPath];
    expect(two.curve[3].y - one.curve[0].y).toBe(20);
    expect(one.curve[0].y).toBe(one.curve[3].y);
    // The words of each stand on its own side, not on the other link.
    expect(one.label.y).toBeLessThan(one.curve[0].y);
    expect(two.label.y).toBeGreaterThan(two.curve[0].y);
  });

  it('has its words above it where it is level, and outside of its bend', () => {
    expect(pathBetween(left, right).label).toMatchObject({ x: 150, anchor: 'middle' });
    expect(pathBetween(left, right).label.y).toBeLessThan(50);
    const bent = pathBetween(left, above);
    const table = pointTable(bent.curve);
    const middleX = table[POINTS_PER_PATH] as number;
    expect(bent.label.anchor).toBe('end');
    expect(bent.label.x).toBeLessThan(middleX);
  });

  it('says its curve in the words of SVG', () => {
    expect(svgPath(pathBetween(left, right).curve)).toBe('M100,50 C150,50 150,50 200,50');
  });
});

describe('the links of every stage', () => {
  // Where services were added their links go behind one another and behind components: that is what is shown.
  for (const id of stageIds.filter((each) => !/^microservices-/.test(each))) {
    for (const look of looksOf(stages[id])) {
      it(`begin and end at their boxes and cross no other: ${id}, ${look.density}, ${look.arrangement}`, () => {
        const { nodes, links } = stages[id];
        const boxes = boxesOf(stages[id], look);
        const indexOf = (node: string) => nodes.findIndex((each) => each.id === node);
        const ends = links.map(({ from, to }) => ({ from: indexOf(from), to: indexOf(to) }));
        routeLinks(boxes, ends, scaleOf[look.density]).forEach(({ curve }, link) => {
          const { from, to } = ends[link] as { from: number; to: number };
          expect(isInside(boxes[from] as Box, curve[0].x, curve[0].y)).toBe(true);
          expect(isInside(boxes[to] as Box, curve[3].x, curve[3].y)).toBe(true);
          const table = pointTable(curve);
          boxes.forEach((box, index) => {
            if (index === from || index === to) return;
            for (let i = 0; i < table.length; i += 2) {
              expect(isInside(box, table[i] as number, table[i + 1] as number), `link ${link} crosses ${index}`).toBe(
                false,
              );
            }
          });
        });
      });
    }
  }
});

describe('the table of points along a curve', () => {
  const bent = pointTable(pathBetween(left, above).curve);

  it('goes from end to end', () => {
    expect([bent[0], bent[1]]).toEqual([50, 0]);
    expect([bent.at(-2), bent.at(-1)]).toEqual([400, -260]);
    expect(bent).toHaveLength(POINTS_PER_PATH * 2);
  });

  it('has equal distances, so that messages keep their pace round a bend', () => {
    const distances: number[] = [];
    for (let i = 2; i < bent.length; i += 2) {
      const dx = (bent[i] as number) - (bent[i - 2] as number);
      const dy = (bent[i + 1] as number) - (bent[i - 1] as number);
      distances.push(Math.hypot(dx, dy));
    }
    expect(Math.max(...distances) / Math.min(...distances)).toBeLessThan(1.02);
  });
});

describe('a fitted view', () => {
  const margins = { top: 10, right: 20, bottom: 50, left: 20 };

  it('shows everything in the middle of what the margins leave free', () => {
    const { x, y, zoom } = fitted({ x: 100, y: 0, width: 360, height: 100 }, { width: 400, height: 300 }, margins, 2);
    expect(zoom).toBe(1);
    expect(100 * zoom + x).toBe(20);
    expect(0 * zoom + y).toBe(10 + (300 - 10 - 50) / 2 - 50);
  });

  it('does not blow a small picture up beyond the limit', () => {
    expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, { width: 400, height: 300 }, margins, 1.35).zoom).toBe(1.35);
  });
});
