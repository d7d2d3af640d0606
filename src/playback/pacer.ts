/** From time on the wall to simulated time: how far the clock goes between two frames. */

/** Speeds on offer: simulated seconds per second on the wall. */
export const SPEEDS: readonly number[] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * The longest step on the wall that counts, in seconds: a tab that was hidden goes on where it stopped, it does not
 * leap. Our choice: six frames at 60 a second, so that a slow frame or two still count in full.
 */
export const LONGEST_WALL_STEP_SECONDS = 0.1;

export interface Pace {
  /** Simulated seconds since the start. */
  t: number;
  playing: boolean;
  speed: number;
  /** Up to when the run is known; the clock waits there. */
  recordedUntilSeconds: number;
  /** How long the run lasts; the clock stops there. */
  durationSeconds: number;
}

/** Where the clock stands `wallSeconds` later, and whether it still runs: at the end it stops. */
export function advance(pace: Pace, wallSeconds: number): { t: number; playing: boolean } {
  const { t, playing, speed, recordedUntilSeconds, durationSeconds } = pace;
  if (!playing) return { t, playing };
  const wallStep = Math.max(0, Math.min(wallSeconds, LONGEST_WALL_STEP_SECONDS));
  const known = Math.min(recordedUntilSeconds, durationSeconds);
  // Somebody may have jumped beyond what is known: the clock waits there, it does not go back.
  const next = Math.max(t, Math.min(t + wallStep * speed, known));
  return next >= durationSeconds ? { t: durationSeconds, playing: false } : { t: next, playing };
}
