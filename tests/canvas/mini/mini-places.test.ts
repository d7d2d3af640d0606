import { describe, expect, it } from 'vitest';
import { type Box, pointTable, routeLinks } from '../../../src/canvas/geometry.ts';
import { endsOf } from '../../../src/canvas/layout.ts';
import { miniBoundsOf, miniBoxesOf } from '../../../src/canvas/mini/mini-places.ts';
import { ladderIds, stages } from '../../../src/stages/catalogue.ts';

describe('the bounds of a small picture', () => {
  it.each(ladderIds)('hold every box with what sticks out of it, and every link: %s', (id) => {
    const boxes = miniBoxesOf(stages[id]);
    const tables = routeLinks(boxes, endsOf(stages[id]), 0.25).map(({ curve }) => pointTable(curve));
    const { x, y, width, height } = miniBoundsOf(boxes, tables);
    const isIn = (px: number, py: number) => px >= x && py >= y && px <= x + width && py <= y + height;
    for (const box of boxes as Box[]) {
      expect(isIn(box.x - 5, box.y - 5) && isIn(box.x + box.width + 5, box.y + box.height + 5)).toBe(true);
    }
    for (const table of tables) {
      for (let i = 0; i < table.length; i += 2) {
        expect(isIn((table[i] as number) - 3, (table[i + 1] as number) + 3)).toBe(true);
      }
    }
  });
});
