/** Runs that nobody can change: those of the front page; and how fast these, a proof and a stage are played at first. */
import type { Recording } from '../models/parameters.ts';
import { SPEEDS } from '../playback/pacer.ts';
import { newScenario } from '../scenario/new-scenario.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import { isStageId, type LadderId, stages } from '../stages/catalogue.ts';
import type { Stage } from '../stages/stage.ts';
import { DEFAULT_SPEED } from './clock-store.ts';
import type { Screen } from './session.ts';

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

/** Simulated seconds a second at which an architecture is played at first; on other screens that are no table as well. */
export function startSpeedOf(screen: Screen): number {
  if (!isStageId(screen)) return DEFAULT_SPEED;
  const { startSpeed = DEFAULT_SPEED }: Stage = stages[screen];
  return startSpeed;
}

/** The longest that a proof plays, in seconds on the wall. Our choice. */
const MOST_PROOF_SECONDS = 30;

/**
 * The slowest speed at which a proof of this length is over in half a minute; never slower than life. A run of many hours
 * takes a speed beyond those on offer, in the same steps of 1, 2 and 5.
 */
export function proofSpeed(durationSeconds: number): number {
  const isEnough = (speed: number): boolean => speed >= 1 && durationSeconds / speed <= MOST_PROOF_SECONDS;
  const offered = SPEEDS.find(isEnough);
  if (offered !== undefined) return offered;
  let decade = SPEEDS.at(-1) as number;
  for (;;) {
    const beyond = [2, 5, 10].map((step) => step * decade).find(isEnough);
    if (beyond !== undefined) return beyond;
    decade *= 10;
  }
}
