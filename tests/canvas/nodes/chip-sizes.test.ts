import { describe, expect, it } from 'vitest';
import { chipGrid } from '../../../src/canvas/nodes/chip-sizes.ts';
import { MOST_INSTANCES } from '../../../src/models/instance-group/scaling-params.ts';

const fleet = { width: 218, height: 144 };

/** Whether this many chips of the grid fit into the room. */
function fits(count: number, room = fleet, mayHaveWords = true): boolean {
  const { width, height, gap, columns } = chipGrid(count, room, mayHaveWords);
  const rows = Math.ceil(count / columns);
  return columns * (width + gap) - gap <= room.width + 1e-6 && rows * (height + gap) - gap <= room.height + 1e-6;
}

describe('the chips of a fleet', () => {
  it('say what they do while they are six or fewer', () => {
    expect(chipGrid(6, fleet, true).detail).toBe('words');
    expect(chipGrid(7, fleet, true).detail).toBe('ring');
  });

  it('are rings up to sixty, then squares', () => {
    expect(chipGrid(60, fleet, true).detail).toBe('ring');
    expect(chipGrid(61, fleet, true).detail).toBe('cell');
  });

  it('have no words where there is no room for them', () => {
    expect(chipGrid(2, { width: 106, height: 40 }, false).detail).toBe('ring');
  });

  it('never leave their room, up to the most instances a group may have', () => {
    for (let count = 1; count <= MOST_INSTANCES; count += 1) expect(fits(count), `${count} chips`).toBe(true);
    for (const count of [1, 2, 5, 20, 60]) expect(fits(count, { width: 62, height: 28 }, false)).toBe(true);
  });

  it('shrink only as they get more', () => {
    let last = Number.POSITIVE_INFINITY;
    for (let count = 1; count <= MOST_INSTANCES; count += 1) {
      const { width } = chipGrid(count, fleet, true);
      expect(width).toBeLessThanOrEqual(last + 1e-9);
      last = width;
    }
  });
});
