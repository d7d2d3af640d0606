/** Values that change often, told seldom. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { nowAndThen } from '../../../src/panels/time/now-and-then.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watchedCount() {
  const store = createStore(() => ({ n: 0 }));
  const watched = nowAndThen([store], () => store.getState().n, Object.is, 250);
  const told: number[] = [];
  const stop = watched.subscribe(() => told.push(watched.read()));
  return { store, watched, told, stop };
}

describe('a value told now and then', () => {
  it('is told at once when it has been quiet', () => {
    const { store, told } = watchedCount();
    store.setState({ n: 1 });
    expect(told).toEqual([1]);
  });

  it('is told at most once in the time, and the last change is never missed', () => {
    const { store, told } = watchedCount();
    for (let n = 1; n <= 100; n += 1) {
      store.setState({ n });
      vi.advanceTimersByTime(10);
    }
    expect(told.length).toBeLessThanOrEqual(5);
    vi.advanceTimersByTime(250);
    expect(told.at(-1)).toBe(100);
    expect(told.length).toBeLessThanOrEqual(6);
  });

  it('is not told when nothing of it has changed', () => {
    const { store, told } = watchedCount();
    store.setState({ n: 0 });
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });

  it('reads the same until it is told, so that what is rendered does not change in between', () => {
    const { store, watched } = watchedCount();
    store.setState({ n: 1 });
    store.setState({ n: 2 });
    expect(watched.read()).toBe(1);
    vi.advanceTimersByTime(250);
    expect(watched.read()).toBe(2);
  });

  it('knows what changed while nobody listened', () => {
    const { store, watched, stop } = watchedCount();
    stop();
    store.setState({ n: 7 });
    watched.subscribe(() => {});
    expect(watched.read()).toBe(7);
  });

  it('lets go of everything when nobody listens any more', () => {
    const { store, told, stop } = watchedCount();
    store.setState({ n: 1 });
    store.setState({ n: 2 });
    stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([1]);
  });
});
