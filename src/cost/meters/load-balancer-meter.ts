/**
 * What a load balancer is billed for (Elastic Load Balancing, Application Load Balancer): the hours it is there, and
 * capacity units (LCU), of which the largest of these counts, averaged over what is read:
 * - new connections, 25 a second; each request is one (our choice),
 * - active connections, 3,000 a minute: those without an answer,
 * - data, 1 GB an hour: what the uploads carry (0.4 GB where functions stand behind it, to which no video goes here),
 * - evaluations of rules: none, as the first ten rules are free.
 * Of the hours, those while it holds a request are working, the others idle. A part of an hour counts as that part and
 * not as a whole one, as a load balancer is there long before and after a run (our choice).
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { type Level, level, setLevel } from '../../metrics/level.ts';
import { OPERATION } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, countSome, type Recent, recent } from '../recent.ts';
import { type AddLine, MEGABYTES_PER_GB, type Passing, type Reading, SECONDS_PER_HOUR } from './meter.ts';

/** What one LCU holds, by the price book. */
const NEW_CONNECTIONS_PER_LCU_HOUR = 25 * SECONDS_PER_HOUR;
const ACTIVE_CONNECTIONS_PER_LCU = 3000;
const GB_PER_LCU_HOUR = 1;

/** What a load balancer used. */
export interface LoadBalancerUsage {
  kind: 'load-balancer';
  /** While it held a request, and while it held none. */
  workingHours: number;
  idleHours: number;
  newConnections: number;
  /** Connections × hours. */
  activeConnectionHours: number;
  gigabytes: number;
  /** What is billed: the largest of the three, in LCU × hours. */
  lcuHours: number;
}

/** Plain data. */
interface BalancerState {
  requests: Recent;
  megabytes: Recent;
  open: Level;
  busy: Level;
}

export class LoadBalancerMeter {
  readonly kind = 'load-balancer';
  readonly #state: BalancerState;

  constructor(_node: WorldNode, from?: LoadBalancerMeter) {
    this.#state = from ? copyData(from.#state) : balancerState();
  }

  /** Only `request.routed`: its column c says twice how many MB it carries. */
  tell(at: SimTime, _kind: number, _subject: number, _a: number, _b: number, c: number): void {
    countSome(this.#state.megabytes, at, c >> 1);
  }

  requested(at: SimTime, { operation }: Passing): void {
    if (operation === OPERATION.check) return;
    countOne(this.#state.requests, at);
    this.#open(at, 1);
  }

  answered(at: SimTime, { operation }: Passing): void {
    if (operation !== OPERATION.check) this.#open(at, -1);
  }

  usage({ spent, count, seconds }: Reading): LoadBalancerUsage {
    const { requests, megabytes, open, busy } = this.#state;
    const workingHours = spent(busy) / SECONDS_PER_HOUR;
    const newConnections = count(requests);
    const activeConnectionHours = spent(open) / SECONDS_PER_HOUR;
    const gigabytes = count(megabytes) / MEGABYTES_PER_GB;
    return {
      kind: 'load-balancer',
      workingHours,
      idleHours: seconds / SECONDS_PER_HOUR - workingHours,
      newConnections,
      activeConnectionHours,
      gigabytes,
      lcuHours: Math.max(
        newConnections / NEW_CONNECTIONS_PER_LCU_HOUR,
        activeConnectionHours / ACTIVE_CONNECTIONS_PER_LCU,
        gigabytes / GB_PER_LCU_HOUR,
      ),
    };
  }

  #open(at: SimTime, by: number): void {
    const { open, busy } = this.#state;
    setLevel(open, at, open.value + by);
    setLevel(busy, at, open.value > 0 ? 1 : 0);
  }
}

export function billLoadBalancer(usage: LoadBalancerUsage, add: AddLine): void {
  add('balancer-hours', 'alb.hour', 'working', usage.workingHours);
  add('balancer-hours', 'alb.hour', 'idle', usage.idleHours);
  add('capacity-units', 'alb.lcu', 'working', usage.lcuHours);
}

function balancerState(): BalancerState {
  return { requests: recent(), megabytes: recent(), open: level(), busy: level() };
}
