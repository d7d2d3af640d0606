/** The state of a load balancer: plain data. Places of targets are reused once nothing is open there any more. */
import type { SimTime } from '../../engine/time.ts';
import type { Context } from '../model.ts';
import type { Values } from '../parameters.ts';
import type { ProxiedList } from '../proxy/proxied.ts';
import type { loadBalancerParameters } from './params.ts';

/** `initial`: registered, and no check passed or failed often enough yet. `gone`: the place is free. */
export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'gone';

export interface Target {
  /** Where it stands in the list of targets; the token of its checks. */
  place: number;
  state: TargetState;
  /** Counts registrations and departures of the place, so that a deadline knows whether it is still meant. */
  life: number;
  /** Number of its group, the link that leads there, and which instance of it, in which zone. */
  group: number;
  link: number;
  instance: number;
  zone: number;
  /** Checks passed and failed in a row. */
  passed: number;
  failed: number;
  /** Check that is under way, by place in the message pool; -1 for none. */
  check: number;
  /** Requests under way. */
  open: number;
  /** Since when it is healthy, µs; means nothing while it is not. */
  healthySince: SimTime;
  /** When its slow start began, µs; -1 if it is in none. */
  slowSince: SimTime;
  /** What it has saved up or overdrawn of its share, while shares differ. */
  credit: number;
}

/** Targets among which a request is sent on in turn: all, or those of one zone. */
export interface Pool {
  /** -1: all zones. */
  zone: number;
  /** Places of the targets. */
  places: number[];
  /** Whose turn it is, as a position in `places`. */
  next: number;
}

export interface LoadBalancerState {
  targets: Target[];
  freePlaces: number[];
  pools: Pool[];
  /** Zone whose turn it is, as a position in `pools`. */
  nextPool: number;
  failsOpen: boolean;
  requests: ProxiedList;
}

export interface Prepared {
  /** Link to each group, by the number of the group. */
  linkOf: ReadonlyMap<number, number>;
  /** Stream of the random choice; -1 where nothing is left to chance. */
  choice: number;
  /** Length of a slow start, µs; 0 for none. */
  slowStart: SimTime;
}

export type LoadBalancerContext = Context<Values<typeof loadBalancerParameters>, Prepared>;

/** The target that is this instance of this group; undefined if there is none. */
export function findTarget(state: LoadBalancerState, group: number, instance: number): Target | undefined {
  return state.targets.find((each) => each.state !== 'gone' && each.group === group && each.instance === instance);
}

export function isRegistered({ state }: Target): boolean {
  return state !== 'draining' && state !== 'gone';
}

export function takeTarget(
  state: LoadBalancerState,
  group: number,
  link: number,
  instance: number,
  zone: number,
): Target {
  const place = state.freePlaces.pop();
  const target: Target = {
    place: place ?? state.targets.length,
    state: 'initial',
    life: place === undefined ? 0 : (state.targets[place] as Target).life,
    group,
    link,
    instance,
    zone,
    passed: 0,
    failed: 0,
    check: -1,
    open: 0,
    healthySince: 0,
    slowSince: -1,
    credit: 0,
  };
  state.targets[target.place] = target;
  return target;
}

export function freeTarget(state: LoadBalancerState, target: Target): void {
  target.state = 'gone';
  target.life += 1;
  state.freePlaces.push(target.place);
}

/** Tells something of a target; the columns as `facts.ts` says, with the requests under way unless told otherwise. */
export function tellTarget(ctx: LoadBalancerContext, fact: number, target: Target, open = target.open): void {
  ctx.record(fact, -1, target.instance, target.link, target.zone, open);
}
