/** What lies on what in the chart of costs. */
import { expect, it } from 'vitest';
import { coveredBy } from '../../../src/compare/costs/chart-places.ts';

const at = (y: number) => [
  { x: 0, y: 10 },
  { x: 50, y },
];

it('counts for each mark the later lines that have one on it, and no earlier ones', () => {
  const lines = [at(100), at(40), at(42), at(41)];
  expect(coveredBy(lines, 3)).toEqual([
    [3, 0],
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
});
