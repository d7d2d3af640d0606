/** Replacement of the unhealthy: a look at every instance once a period, by what its machine and its load balancer say. */
import { seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import { reconcile } from './fleet.ts';
import type { GroupContext, GroupState, Instance } from './group-state.ts';
import { remove } from './life.ts';

/** The unhealthy go, at work or not, protected or not, and others are launched in their place. */
export function checkHealth(ctx: GroupContext, state: GroupState): void {
  const unhealthy = state.instances.filter((instance) => isUnhealthy(ctx, instance));
  for (const instance of unhealthy) {
    ctx.record(FACT['instance.unhealthy'], -1, instance.id, 0, 0, 0);
    remove(ctx, state, instance);
    reconcile(ctx, state, true);
  }
}

/** One that has left `running` counts at once; what the load balancer finds counts after the grace period. */
function isUnhealthy(ctx: GroupContext, { phase, isFoundUnhealthy, inServiceAt }: Instance): boolean {
  if (phase === 'crashed') return true;
  if (phase !== 'in-service' || isFoundUnhealthy === 0) return false;
  return ctx.now() >= inServiceAt + seconds(ctx.params.healthGraceSeconds);
}
