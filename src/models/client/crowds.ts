/** What faults do to those who come: more of them, people without patience, and a site that nobody gets through to. */
import { type SimTime, seconds } from '../../engine/time.ts';
import type { FaultOverrides, Strike } from '../model.ts';
import type { Values } from '../parameters.ts';
import type { ClientContext, ClientState } from './client-state.ts';
import type { clientParameters } from './params.ts';

type ClientValues = Values<typeof clientParameters>;
type Overrides = FaultOverrides<ClientValues>;

/**
 * How callers behave who have lost their patience. Our choice: in the stages where people wait for all of the work, longer
 * than a video takes while nobody waits, so that nothing is wrong by itself; and far less than at the end of a full line.
 * Then again, almost at once and many times, whatever it costs the other side.
 */
const impatience = { timeoutSeconds: 25, attempts: 10, pauseSeconds: 1 } as const;

/** So many times as many come, however they come; of those who take turns, so many times as many people. */
function crowd({ ratePerSecond, population, times }: ClientValues, { strength, since }: Strike): Partial<ClientValues> {
  return {
    ratePerSecond: ratePerSecond * strength,
    population: Math.round(population * strength),
    times: multiplied(times, strength, since),
  };
}

/** Each time from `since` on as often as `strength` says; of parts of a person, as many whole ones as have added up. */
function multiplied(times: readonly number[], strength: number, since: SimTime): readonly number[] {
  const first = firstFrom(times, since);
  return times.flatMap((time, place) => {
    const before = Math.max(0, place - first);
    const count = place < first ? 1 : Math.floor((before + 1) * strength) - Math.floor(before * strength);
    return Array.from({ length: count }, () => time);
  });
}

/** Place of the first time at or after a moment. */
export function firstFrom(times: readonly number[], moment: SimTime): number {
  const place = times.findIndex((time) => seconds(time) >= moment);
  return place < 0 ? times.length : place;
}

function withoutPatience({ timeoutSeconds, attempts }: ClientValues): Partial<ClientValues> {
  return {
    timeoutSeconds:
      timeoutSeconds === 0 ? impatience.timeoutSeconds : Math.min(timeoutSeconds, impatience.timeoutSeconds),
    retries: 'fixed',
    attempts: Math.max(attempts, impatience.attempts),
    retryBaseSeconds: impatience.pauseSeconds,
    retryBudgetTokens: 0,
    breakerFailures: 0,
  };
}

export const trafficSurge: Overrides = { overrides: crowd };

/** What stays of the storm when the crowd has left is what keeps it going. */
export const retryStorm: Overrides = {
  overrides: (params, strike) => ({ ...crowd(params, strike), ...withoutPatience(params) }),
  afterwards: withoutPatience,
};

// An outage

/** The site cannot be reached from now on. */
export function beginOutage(state: ClientState, { strength, since }: Strike): void {
  state.outages.push({ waitingShare: strength, since });
}

/** True if it can be reached again. */
export function endOutage(state: ClientState, { strength, since }: Strike): boolean {
  const place = state.outages.findIndex((each) => each.since === since && each.waitingShare === strength);
  state.outages.splice(place, 1);
  return state.outages.length === 0;
}

/** Whether somebody who does not get through waits; of several outages the one in which fewest do counts. */
export function waitsOutside(ctx: ClientContext, { outages }: ClientState): boolean {
  const share = outages.reduce((least, { waitingShare }) => Math.min(least, waitingShare), 1);
  return share === 1 || ctx.uniform(ctx.prepared.herd) < share;
}
