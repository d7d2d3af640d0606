/** Which target gets the next request. */
import { FACT } from '../facts.ts';
import { isRegistered, type LoadBalancerContext, type LoadBalancerState, type Pool, type Target } from './targets.ts';

/**
 * To be called after anything that changes which targets there are or how they are: those that are healthy get the
 * requests; if none is, all that are registered do, because a wrong check is more likely than that all are broken.
 */
export function reviewTargets(ctx: LoadBalancerContext, state: LoadBalancerState): void {
  const registered = state.targets.filter(isRegistered);
  const healthy = registered.filter((target) => target.state === 'healthy');
  renewPools(ctx, state, healthy.length > 0 ? healthy : registered);
  const failsOpen = healthy.length === 0 && registered.some((target) => target.state === 'unhealthy');
  if (failsOpen === state.failsOpen) return;
  state.failsOpen = failsOpen;
  ctx.record(FACT[failsOpen ? 'fail-open.began' : 'fail-open.ended'], -1, -1, registered.length, 0, 0);
}

/** One pool of all, or, without cross-zone, one for each zone that has something to offer. */
function renewPools(ctx: LoadBalancerContext, state: LoadBalancerState, targets: readonly Target[]): void {
  const isCrossZone = ctx.params.crossZone === 'on';
  const pools: Pool[] = [];
  for (const target of targets) {
    const zone = isCrossZone ? -1 : target.zone;
    const pool = pools.find((each) => each.zone === zone);
    if (pool) pool.places.push(target.place);
    else pools.push({ zone, places: [target.place], next: 0 });
  }
  pools.sort((a, b) => a.zone - b.zone);
  for (const pool of pools) {
    const before = state.pools.find(({ zone }) => zone === pool.zone);
    if (before) pool.next = turnIn(pool.places, before);
  }
  state.pools = pools;
  state.nextPool = pools.length === 0 ? 0 : state.nextPool % pools.length;
}

/** Whoever's turn it was keeps it; of those that are gone it goes to the next one that is still there. */
function turnIn(places: readonly number[], { places: before, next }: Pool): number {
  const inTheirOrder = [...before.slice(next), ...before.slice(0, next)];
  const whose = inTheirOrder.find((place) => places.includes(place));
  return whose === undefined ? 0 : places.indexOf(whose);
}

/** The target of the next request; undefined if none is registered. */
export function chooseTarget(ctx: LoadBalancerContext, state: LoadBalancerState): Target | undefined {
  const pool = state.pools[state.nextPool];
  if (!pool) return undefined;
  state.nextPool = (state.nextPool + 1) % state.pools.length;
  if (ctx.params.algorithm === 'least-outstanding') return leastBusyOf(state, pool);
  if (ctx.params.algorithm === 'weighted-random') return byChance(ctx, state, pool);
  return ctx.prepared.slowStart > 0 ? byShare(ctx, state, pool) : inTurn(state, pool);
}

function inTurn(state: LoadBalancerState, pool: Pool): Target {
  const place = pool.places[pool.next] as number;
  pool.next = (pool.next + 1) % pool.places.length;
  return state.targets[place] as Target;
}

/** The one with the fewest requests under way; of several the one whose turn comes first. */
function leastBusyOf(state: LoadBalancerState, pool: Pool): Target {
  const { places } = pool;
  let chosen = pool.next;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < places.length && least > 0; i += 1) {
    const position = (pool.next + i) % places.length;
    const { open } = state.targets[places[position] as number] as Target;
    if (open < least) {
      chosen = position;
      least = open;
    }
  }
  pool.next = (chosen + 1) % places.length;
  return state.targets[places[chosen] as number] as Target;
}

function byChance(ctx: LoadBalancerContext, state: LoadBalancerState, pool: Pool): Target {
  let left = ctx.uniform(ctx.prepared.choice) * totalShare(ctx, state, pool);
  for (const place of pool.places) {
    const target = state.targets[place] as Target;
    left -= shareOf(ctx, target);
    if (left < 0) return target;
  }
  return inTurn(state, pool);
}

/**
 * In turn where shares differ: each target saves up its share, whoever has saved most is chosen and pays for all. With
 * equal shares that is plain round robin.
 */
function byShare(ctx: LoadBalancerContext, state: LoadBalancerState, pool: Pool): Target {
  const total = totalShare(ctx, state, pool);
  let chosen = state.targets[pool.places[0] as number] as Target;
  for (const place of pool.places) {
    const target = state.targets[place] as Target;
    target.credit += shareOf(ctx, target);
    if (target.credit > chosen.credit) chosen = target;
  }
  chosen.credit -= total;
  return chosen;
}

function totalShare(ctx: LoadBalancerContext, state: LoadBalancerState, pool: Pool): number {
  return pool.places.reduce((sum, place) => sum + shareOf(ctx, state.targets[place] as Target), 0);
}

/** 1, or less in a slow start: it rises in a straight line from 0. */
function shareOf(ctx: LoadBalancerContext, target: Target): number {
  if (target.slowSince < 0) return 1;
  const age = ctx.now() - target.slowSince;
  const { slowStart } = ctx.prepared;
  if (age < slowStart) return age / slowStart;
  target.slowSince = -1;
  return 1;
}

/**
 * A target has become healthy: it starts slowly if another one has been healthy before, and is at its full share. Targets
 * that are registered together, where there were none, therefore all begin with their full share.
 */
export function beginSlowStart(ctx: LoadBalancerContext, state: LoadBalancerState, target: Target): void {
  target.healthySince = ctx.now();
  target.slowSince = -1;
  if (ctx.prepared.slowStart === 0) return;
  const earlier = state.targets.filter((each) => each.state === 'healthy' && each.healthySince < ctx.now());
  if (earlier.some((each) => shareOf(ctx, each) === 1)) target.slowSince = ctx.now();
}
