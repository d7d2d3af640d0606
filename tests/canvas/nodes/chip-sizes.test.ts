import { describe, expect, it } from 'vitest';
import { chipGrid, chipPlace, chipRooms, reachOf } from '../../../src/canvas/nodes/chip-sizes.ts';
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

  it('are rings up to a hundred and four, then squares', () => {
    expect(chipGrid(104, fleet, true).detail).toBe('ring');
    expect(chipGrid(105, fleet, true).detail).toBe('cell');
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

describe('in every room for chips', () => {
  const rooms = Object.entries(chipRooms).flatMap(([shape, byDensity]) =>
    Object.entries(byDensity).map(([density, room]) => [`${shape}, ${density}`, room] as const),
  );

  it.each(rooms)('each keeps its shape and stays inside and apart, or there is a count: %s', (_, room) => {
    for (let count = 1; count <= 200; count += 1) {
      const grid = chipGrid(count, room, room.height > 100);
      if (grid.detail === 'count') continue;
      expect(grid.width >= 3.5 && (grid.detail === 'words' || grid.width === grid.height), `${count}`).toBe(true);
      const places = Array.from({ length: count }, (__, place) => chipPlace(place, count, grid, room, true));
      for (const { x, y } of places) {
        expect(Math.min(x, y), `${count}`).toBeGreaterThanOrEqual(-1e-6);
        expect(x + grid.width, `${count}`).toBeLessThanOrEqual(room.width + 1e-6);
        expect(y + grid.height, `${count}`).toBeLessThanOrEqual(room.height + 1e-6);
      }
      const [first, second] = places;
      if (first && second)
        expect(Math.max(second.x - first.x - grid.width, second.y - first.y - grid.height)).toBeGreaterThan(0);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    }
  });

  it('a hundred environments give way to a count where there is least room', () => {
    expect(chipGrid(100, chipRooms.function.small, false).detail).toBe('count');
    expect(chipGrid(4, chipRooms.function.small, false).detail).toBe('ring');
  });

  it('chips are hit beside themselves, but never where the next one is', () => {
    for (const [, room] of rooms) {
      for (let count = 1; count <= 60; count += 1) {
        const grid = chipGrid(count, room, false);
        const reach = reachOf(count, grid);
        if (grid.columns > 1) expect(2 * reach.x).toBeLessThanOrEqual(grid.gap);
        if (count > grid.columns) expect(2 * reach.y).toBeLessThanOrEqual(grid.gap);
      }
    }
    expect(reachOf(1, chipGrid(1, chipRooms.function.small, false))).toEqual({ x: 5, y: 5 });
  });
});
