/** How much room the lanes take, and how the lines of runs are told apart. */
import { describe, expect, it } from 'vitest';
import { areNamedOnce, laneLayout } from '../../../src/panels/time/lane-layout.ts';
import { runLine } from '../../../src/panels/time/run-lines.ts';

const REM = 16;
const runs = (n: number, name = 'Tiers') => Array.from({ length: n }, () => ({ name, hasUploads: true }));

describe('the lanes of many runs', () => {
  it('leave the picture its room: four take less than thirteen lines, and seven four more', () => {
    const four = laneLayout(runs(4), 1, false, REM).height;
    expect(four).toBeLessThan(13 * REM);
    expect(laneLayout(runs(7), 1, false, REM).height).toBeLessThan(four + 4 * REM);
    expect(laneLayout(runs(7), 1, false, REM).height).toBeLessThan(18 * REM);
  });

  it('name each once, where its uploads are; not where one of them takes none', () => {
    expect(areNamedOnce(runs(2))).toBe(false);
    expect(areNamedOnce(runs(3))).toBe(true);
    expect(areNamedOnce([...runs(3), { hasUploads: false }])).toBe(false);
  });

  it('have room for a line of small print each, or for all names where they stand in every lane', () => {
    for (const { id, labelHeight } of laneLayout(runs(7), 1, false, REM).lanes) {
      if (id === 'uploads') expect(labelHeight).toBeGreaterThanOrEqual(0.9 * REM);
    }
    // A name, and under it what the numbers of the uploads are; on a phone, too.
    for (const isPhone of [false, true]) {
      const instances = laneLayout(runs(4), 1, isPhone, REM).lanes.find(({ id }) => id === 'instances');
      expect(instances?.labelHeight).toBeGreaterThanOrEqual(2 * 0.9 * REM);
    }
    const [waiting] = laneLayout([...runs(6), { name: 'Tiers', hasUploads: false }], 1, false, REM).lanes;
    // A heading, and seven names in two columns.
    expect(waiting?.labelHeight).toBeGreaterThanOrEqual(5 * 0.9 * REM);
  });
});

describe('the lines of seven runs', () => {
  const lines = Array.from({ length: 7 }, (_, place) => runLine(place));

  it('differ in colour, and in dashes for whoever does not see that', () => {
    expect(new Set(lines.map(({ colour }) => colour)).size).toBe(7);
    expect(new Set(lines.map(({ dashes }) => dashes)).size).toBe(7);
  });

  it('have no colour that means a state', () => {
    for (const { colour } of lines) expect(colour).toMatch(/^var\(--(ink|accent|run-\d)\)$/);
  });
});
