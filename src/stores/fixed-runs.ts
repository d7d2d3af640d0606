/** Runs that nobody can change: those of the front page, and how fast these and a proof are played. */
import type { Recording } from '../models/parameters.ts';
import { SPEEDS } from '../playback/pacer.ts';
import { newScenario } from '../scenario/new-scenario.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import type { LadderId } from '../stages/catalogue.ts';

/**
 * The traffic of the front page, two minutes: a few people, then for half a minute more than one machine can
 * bear, then nobody. Our choice, so that the seven differ before fifteen seconds are over, loading included.
 */
export const burstTraffic: Recording = { binSeconds: 10, factors: [1, 6, 8, 6, 1, 0, 0, 0, 0, 0, 0, 0] };

/** A stage under the one burst of the front page. */
export function burst(stage: LadderId): StageScenario {
  return newScenario(stage, {
    durationSeconds: burstTraffic.binSeconds * burstTraffic.factors.length,
    parameters: { users: { recording: burstTraffic } },
  });
}

/** Simulated seconds a second on the front page: the burst is over after four seconds, all of it after twelve. */
export const HOME_SPEED = 10;

/** The longest that a proof plays, in seconds on the wall. Our choice. */
const MOST_PROOF_SECONDS = 30;

/** The slowest speed at which a proof of this length is over in half a minute; never slower than life. */
export function proofSpeed(durationSeconds: number): number {
  return SPEEDS.find((speed) => speed >= 1 && durationSeconds / speed <= MOST_PROOF_SECONDS) ?? 1;
}
