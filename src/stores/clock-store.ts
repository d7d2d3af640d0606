/** The one clock of the page: every run on screen shows the same moment. */
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Simulated seconds per second on the wall at the start: five minutes play in one. */
export const DEFAULT_SPEED = 5;

export interface ClockState {
  /** Simulated seconds since the start. */
  t: number;
  speed: number;
  playing: boolean;
}

export type ClockStore = StoreApi<ClockState>;

export function createClockStore(): ClockStore {
  return createStore<ClockState>(() => ({ t: 0, speed: DEFAULT_SPEED, playing: false }));
}
