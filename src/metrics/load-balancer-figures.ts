/** What one load balancer passed on, to whom, and how its targets did. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { changeLevel, type Level, level, levelSeconds } from './level.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';
import { type OverTime, overTime } from './summaries.ts';

/** A target: an instance of one of the groups behind it. Plain data. */
interface Target {
  link: number;
  instance: number;
  zone: number;
  routed: number;
  isRegistered: boolean;
  isHealthy: boolean;
  /** 1 while it is healthy. */
  healthy: Level;
}

/** Plain data. */
interface BalancerState {
  /** By link and instance. */
  targets: Map<number, Target>;
  registered: Level;
  healthy: Level;
  routed: number;
  routedWhileFailingOpen: number;
  clientsGone: number;
  failingOpen: Level;
}

export interface TargetReport {
  /** Which of the load balancer's links leads to its group, in the order of the architecture, and which instance it is. */
  link: number;
  instance: number;
  zone: number;
  requestsRouted: number;
  isRegisteredAtEnd: boolean;
  isHealthyAtEnd: boolean;
  healthySeconds: number;
}

export interface LoadBalancerReport {
  /** Counted in requests. */
  traffic: TrafficReport;
  requestsRouted: number;
  /** Sent to unhealthy targets because no registered one was healthy. */
  requestsRoutedFailingOpen: number;
  failingOpenSeconds: number;
  /** Answers by their HTTP status: 502 a target refused or hung up, 503 none was registered, 504 none answered in time. */
  badGateway502: number;
  unavailable503: number;
  gatewayTimeOut504: number;
  /** Callers that hung up before they had an answer. */
  clientsGone: number;
  registeredTargets: OverTime;
  healthyTargets: OverTime;
  /** In the order in which they were registered. */
  targets: TargetReport[];
}

/** Columns of a load balancer's samples: targets now; requests routed and refused, from the start. */
export const loadBalancerColumns = ['healthy', 'unhealthy', 'requests', 'refused'] as const;

const ROUTED = FACT['request.routed'];
const CLIENT_GONE = FACT['client.gone'];
const REGISTERED = FACT['target.registered'];
const HEALTHY = FACT['target.healthy'];
const UNHEALTHY = FACT['target.unhealthy'];
const DEREGISTERED = FACT['target.deregistered'];
const FAIL_OPEN_BEGAN = FACT['fail-open.began'];
const FAIL_OPEN_ENDED = FACT['fail-open.ended'];

/** A link and an instance as one number; instances are never as many. */
const LINK = 4_294_967_296;

export class LoadBalancerFigures {
  readonly kind = 'load-balancer';
  readonly state: BalancerState;

  constructor(_node: WorldNode, from?: LoadBalancerFigures) {
    this.state = from ? copyData(from.state) : balancerState();
  }

  tell(at: SimTime, kind: number, _upload: number, subject: number, a: number, b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case ROUTED:
        state.routed += 1;
        state.routedWhileFailingOpen += c & 1;
        this.#target(b, a, 0).routed += 1;
        return NO_WAIT;
      case CLIENT_GONE:
        state.clientsGone += 1;
        return NO_WAIT;
      case REGISTERED:
        this.#register(at, this.#target(a, subject, b), true);
        return NO_WAIT;
      case HEALTHY:
        this.#turn(at, this.#target(a, subject, b), true);
        return NO_WAIT;
      case UNHEALTHY:
        this.#turn(at, this.#target(a, subject, b), false);
        return NO_WAIT;
      case DEREGISTERED: {
        const target = this.#target(a, subject, b);
        this.#turn(at, target, false);
        this.#register(at, target, false);
        return NO_WAIT;
      }
      case FAIL_OPEN_BEGAN:
        changeLevel(state.failingOpen, at, 1);
        return NO_WAIT;
      case FAIL_OPEN_ENDED:
        changeLevel(state.failingOpen, at, -1);
        return NO_WAIT;
      default:
        return NO_WAIT;
    }
  }

  report(at: SimTime, requests: Requests, component: number): LoadBalancerReport {
    const { targets, registered, healthy, routed, routedWhileFailingOpen, clientsGone, failingOpen } = this.state;
    const traffic = requests.trafficOf(component);
    const { refusedByReason } = traffic;
    return {
      traffic,
      requestsRouted: routed,
      requestsRoutedFailingOpen: routedWhileFailingOpen,
      failingOpenSeconds: levelSeconds(failingOpen, at),
      badGateway502: refusedByReason['bad-gateway'] ?? 0,
      unavailable503: refusedByReason['no-target'] ?? 0,
      gatewayTimeOut504: refusedByReason['gateway-time-out'] ?? 0,
      clientsGone,
      registeredTargets: overTime(registered, at),
      healthyTargets: overTime(healthy, at),
      targets: [...targets.values()].map((target) => ({
        link: target.link,
        instance: target.instance,
        zone: target.zone,
        requestsRouted: target.routed,
        isRegisteredAtEnd: target.isRegistered,
        isHealthyAtEnd: target.isHealthy,
        healthySeconds: levelSeconds(target.healthy, at),
      })),
    };
  }

  sample(
    columns: Record<(typeof loadBalancerColumns)[number], Float64Array>,
    row: number,
    _at: SimTime,
    requests: Requests,
    component: number,
  ): void {
    const { registered, healthy } = this.state;
    columns.healthy[row] = healthy.value;
    columns.unhealthy[row] = registered.value - healthy.value;
    columns.requests[row] = requests.arrivedAt(component);
    columns.refused[row] = requests.refusedAt(component);
  }

  #target(link: number, instance: number, zone: number): Target {
    const { targets } = this.state;
    const key = link * LINK + instance;
    let target = targets.get(key);
    if (!target) {
      target = { link, instance, zone, routed: 0, isRegistered: false, isHealthy: false, healthy: level() };
      targets.set(key, target);
    }
    return target;
  }

  #register(at: SimTime, target: Target, isRegistered: boolean): void {
    if (target.isRegistered === isRegistered) return;
    target.isRegistered = isRegistered;
    changeLevel(this.state.registered, at, isRegistered ? 1 : -1);
  }

  #turn(at: SimTime, target: Target, isHealthy: boolean): void {
    if (target.isHealthy === isHealthy) return;
    target.isHealthy = isHealthy;
    const by = isHealthy ? 1 : -1;
    changeLevel(target.healthy, at, by);
    changeLevel(this.state.healthy, at, by);
  }
}

function balancerState(): BalancerState {
  return {
    targets: new Map(),
    registered: level(),
    healthy: level(),
    routed: 0,
    routedWhileFailingOpen: 0,
    clientsGone: 0,
    failingOpen: level(),
  };
}
