/** What faults do to a group: its machines, its processes, its versions and its settings. */
import type { Model, Strike } from '../model.ts';
import { endStrike, isSameStrike, isStruck, whileItLasts } from '../work/strikes.ts';
import { reconcile } from './fleet.ts';
import { counts, type GroupContext, type GroupPlan, type GroupState, type Instance } from './group-state.ts';
import { crash, crashAndRestart, isHeldDown, restart, startAnew } from './life.ts';
import type { instanceGroupParameters } from './params.ts';
import { resetBacklogIfNobodyServes } from './requests.ts';

/** A share of a whole number that comes to a whole number may be a hair more than that. */
const HAIR = 1e-9;

/** How high the policy of a group that cannot wake aims, percent. Our choice: it never comes to that. */
const TARGET_OF_THE_STUCK = 60;

export const groupFaults = {
  crash: {
    begin(ctx, state, strike) {
      state.strikes.push(strike);
      takeDown(ctx, state, () => true);
    },
    end(ctx, state, strike) {
      endStrike(state.strikes, strike);
      bringBack(ctx, state);
    },
  },
  'instance-loss': {
    begin(ctx, state, strike) {
      const inService = state.instances.filter(({ phase }) => phase === 'in-service');
      const first = inService.toSorted((a, b) => a.id - b.id)[0];
      if (first === undefined) return;
      first.lostBy = strike;
      takeDown(ctx, state, (instance) => instance === first);
    },
    end(ctx, state, strike) {
      const lost = state.instances.find((instance) => isLostBy(instance, strike));
      if (lost !== undefined) lost.lostBy = null;
      bringBack(ctx, state);
    },
  },
  'zone-loss': {
    begin(ctx, state, strike) {
      state.strikes.push(strike);
      takeDown(ctx, state, ({ zone }) => String(zone) === strike.part);
    },
    end(ctx, state, strike) {
      endStrike(state.strikes, strike);
      bringBack(ctx, state);
      // What could be launched nowhere can be launched now.
      if (state.surplus < 0) reconcile(ctx, state, false);
    },
  },
  'memory-leak': {
    ...whileItLasts,
    begin(_ctx, state, strike) {
      state.strikes.push(strike);
      for (const instance of state.instances) instance.pieces = 0;
    },
  },
  'slow-down': whileItLasts,
  'error-share': whileItLasts,
  'bad-deployment': {
    begin(ctx, state, strike) {
      state.strikes.push(strike);
      const present = state.instances.filter(counts).toSorted((a, b) => a.id - b.id);
      for (const instance of present.slice(0, Math.ceil(strike.strength * present.length - HAIR))) {
        instance.isBad = 1;
        if (instance.phase === 'in-service') crashAndRestart(ctx, state, instance);
      }
      afterLosses(ctx, state);
    },
    end(ctx, state, strike) {
      endStrike(state.strikes, strike);
      if (isStruck(state.strikes, 'bad-deployment')) return;
      for (const instance of state.instances) {
        if (instance.isBad === 0) continue;
        instance.isBad = 0;
        if (instance.phase === 'starting') startAnew(ctx, instance);
      }
    },
  },
  'stuck-at-zero': {
    overrides: () => ({
      minimum: 0,
      desired: 0,
      scaling: [{ kind: 'target-tracking', metric: 'utilisation', target: TARGET_OF_THE_STUCK }],
    }),
  },
} satisfies Model<typeof instanceGroupParameters, GroupState, GroupPlan>['faults'];

/** The memory of a process is full: it is killed with all it was at, and started again. */
export function kill(ctx: GroupContext, state: GroupState, instance: Instance): void {
  crashAndRestart(ctx, state, instance);
  afterLosses(ctx, state);
}

function takeDown(ctx: GroupContext, state: GroupState, isHit: (instance: Instance) => boolean): void {
  for (const instance of state.instances) if (isHit(instance)) crash(ctx, state, instance);
  afterLosses(ctx, state);
}

function afterLosses(ctx: GroupContext, state: GroupState): void {
  resetBacklogIfNobodyServes(ctx, state);
  // Who was at work and protected may go now.
  if (state.surplus > 0) reconcile(ctx, state, false);
}

/** Whatever is down and no longer held down starts again. */
function bringBack(ctx: GroupContext, state: GroupState): void {
  for (const instance of state.instances) if (!isHeldDown(state, instance)) restart(ctx, instance);
}

function isLostBy({ phase, lostBy }: Instance, strike: Strike): boolean {
  return phase === 'crashed' && lostBy !== null && isSameStrike(lostBy, strike);
}
