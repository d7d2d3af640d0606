/** Brings a group to as many instances as desired, and says which of them go first. */
import { seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import { counts, type GroupContext, type GroupState, type Instance } from './group-state.ts';
import { launch, remove, zoneSizes } from './life.ts';

/** What `desired.changed` says was measured where nothing was. */
export const BY_HAND = -1;
export const BY_SCHEDULE = -2;

/** An instance-hour as billed. */
const HOUR = seconds(3600);

/** More than any rank of a policy: numbers of instances, slots, and µs of an hour. */
const BEYOND_ALL_RANKS = seconds(1e6);

/** `wanted`, brought between minimum and maximum. */
export function clampDesired({ minimum, maximum }: GroupState, wanted: number): number {
  return Math.max(Math.min(minimum, maximum), Math.min(maximum, wanted));
}

/** Changes desired and brings the group there. `measured` is told as the reason. */
export function setDesired(ctx: GroupContext, state: GroupState, desired: number, measured: number): void {
  if (desired === state.desired) return;
  ctx.record(FACT['desired.changed'], -1, -1, desired, state.desired, measured);
  state.desired = desired;
  state.lastChangeAt = ctx.now();
  reconcile(ctx, state, false);
}

/** Launches what is missing, where there is a zone for it, and takes away what is too much, as far as it may go. */
export function reconcile(ctx: GroupContext, state: GroupState, isReplacement: boolean): void {
  let present = 0;
  for (const instance of state.instances) if (counts(instance)) present += 1;
  while (present < state.desired && launch(ctx, state, isReplacement)) present += 1;
  for (; present > state.desired; present -= 1) {
    const next = firstToGo(ctx, state);
    if (next === undefined) break;
    remove(ctx, state, next);
  }
  state.surplus = present - state.desired;
}

/**
 * First those that are down or not yet up (our choice: they do nothing yet), then one of the largest zone, by the
 * termination policy; of equals the first in the list. None if all that are left are protected.
 */
function firstToGo(ctx: GroupContext, state: GroupState): Instance | undefined {
  const isProtecting = ctx.params.protectAtWork === 'yes';
  const rank = rankOf(ctx, state);
  let best: Instance | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const instance of state.instances) {
    if (!counts(instance) || (isProtecting && instance.busy + instance.held.length > 0)) continue;
    const own = instance.phase === 'in-service' ? rank(instance) : readiness[instance.phase];
    if (own < least) {
      best = instance;
      least = own;
    }
  }
  return best;
}

/** Ranks of those that are not in service; all others are 0 or above. */
const readiness = { crashed: -3, pending: -2, starting: -1, draining: 0, gone: 0 } as const;

/** Who in service goes first, by the termination policy: the lowest rank. */
function rankOf(ctx: GroupContext, state: GroupState): (instance: Instance) => number {
  const rank = rankByPolicy(ctx, state);
  if (ctx.params.zones === 1) return rank;
  const sizes = zoneSizes(ctx, state);
  const largest = Math.max(...sizes);
  // Zones are kept balanced before all else, whatever the policy.
  return (instance) => rank(instance) + (sizes[instance.zone] === largest ? 0 : BEYOND_ALL_RANKS);
}

function rankByPolicy(ctx: GroupContext, state: GroupState): (instance: Instance) => number {
  switch (ctx.params.terminationPolicy) {
    case 'oldest':
      return ({ id }) => id;
    case 'newest':
      return ({ id }) => state.nextInstance - id;
    case 'default': {
      const now = ctx.now();
      // Whoever comes to the end of a paid hour first.
      return ({ runningAt }) => HOUR - 1 - ((now - runningAt) % HOUR);
    }
    default:
      return ({ busy }) => busy;
  }
}
