/**
 * What a function is billed for (AWS Lambda, x86): every request, and its time × memory, to the millisecond, the start of
 * the environment included (since August 2025). Time that environments are kept ready by provisioned concurrency costs by
 * the second (AWS rounds that up to five minutes, which is left out), busy or not, and the time at work in one of them has a lower price. Nothing is billed between invocations.
 * - starting: the part of an invocation that was the start of its environment.
 * - wasted: an invocation that ended in an error, or did again what had been done before, with its start.
 * - idle: environments kept ready by provisioned concurrency while nothing runs in them.
 * It falls due when the invocation ends.
 */
import { copyData } from '../../engine/copy.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../../engine/time.ts';
import { type Level, level, setLevel } from '../../metrics/level.ts';
import { FACT } from '../../models/facts.ts';
import { serverlessFunctionParameters } from '../../models/function/params.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, countSome, type Recent, recent } from '../recent.ts';
import { shares } from '../shares.ts';
import type { AddLine, Reading, Split } from './meter.ts';

/** Lambda counts memory in binary gigabytes. */
const MB_PER_GB = 1024;

/** `instance.launched`, column c: the environment is one of those that are kept ready. */
const LAUNCHED_AHEAD = 3;

/** `invocation.finished`, column c, from here on: it ran in one of them. */
const AHEAD = 16_777_216;

/** What a function used. */
export interface FunctionUsage {
  kind: 'function';
  requests: number;
  wastedRequests: number;
  /** Time at work × memory; none of it is idle, as nothing is billed between invocations. */
  gbSeconds: Split;
  /** The same in environments that are kept ready. */
  readyGbSeconds: Split;
  /** How long environments were kept ready, busy or not, × memory. */
  keptReadyGbSeconds: number;
}

/** Billed time × memory, by what it was paid for. Plain data. */
interface Paid {
  working: Recent;
  starting: Recent;
  wasted: Recent;
}

/** Plain data. */
interface FunctionState {
  memoryGb: number;
  provisioned: number;
  requests: Recent;
  wastedRequests: Recent;
  paid: Paid;
  paidReady: Paid;
  /** Memory of environments whose version was published with its own, GB; all others have that of the function. */
  ownGb: Map<number, number>;
  /** Environments that are kept ready; the memory of as many of them as are asked for. */
  ready: Set<number>;
  readyGb: Level;
  /** Environments whose present invocation does something again. */
  again: Set<number>;
}

const FINISHED = FACT['invocation.finished'];
const DUPLICATE_DONE = FACT['duplicate.done'];
const LAUNCHED = FACT['instance.launched'];
const GONE = FACT['instance.gone'];

/** Places of the parameters that count, among the declarations. */
const names = Object.keys(serverlessFunctionParameters);
const MEMORY = names.indexOf('memoryMegabytes');
const PROVISIONED = names.indexOf('provisionedConcurrency');

export class FunctionMeter {
  readonly kind = 'function';
  readonly #state: FunctionState;

  constructor({ params }: WorldNode, from?: FunctionMeter) {
    this.#state = from ? copyData(from.#state) : functionState(params);
  }

  tell(at: SimTime, kind: number, subject: number, a: number, b: number, c: number): void {
    const state = this.#state;
    switch (kind) {
      case FINISHED:
        this.#finish(at, subject, a / MICROSECONDS_PER_SECOND, b / MICROSECONDS_PER_SECOND, c);
        return;
      case DUPLICATE_DONE:
        state.again.add(subject);
        return;
      case LAUNCHED:
        if (b > 0) state.ownGb.set(subject, b / MB_PER_GB);
        if (c === LAUNCHED_AHEAD) state.ready.add(subject);
        break;
      case GONE:
        state.ownGb.delete(subject);
        state.ready.delete(subject);
        break;
      default:
        if (c === MEMORY) state.memoryGb = a / MB_PER_GB;
        else if (c === PROVISIONED) state.provisioned = a;
    }
    setLevel(state.readyGb, at, this.#readyGb());
  }

  usage({ spent, count }: Reading): FunctionUsage {
    const { requests, wastedRequests, paid, paidReady, readyGb } = this.#state;
    return {
      kind: 'function',
      requests: count(requests),
      wastedRequests: count(wastedRequests),
      gbSeconds: splitOf(paid, count),
      readyGbSeconds: splitOf(paidReady, count),
      keptReadyGbSeconds: spent(readyGb),
    };
  }

  #readyGb(): number {
    const { ready, provisioned, memoryGb, ownGb } = this.#state;
    if (ownGb.size === 0) return Math.min(ready.size, provisioned) * memoryGb;
    return [...ready].slice(0, provisioned).reduce((sum, each) => sum + (ownGb.get(each) ?? memoryGb), 0);
  }

  #finish(at: SimTime, environment: number, billed: number, start: number, c: number): void {
    const state = this.#state;
    const memoryGb = state.ownGb.get(environment) ?? state.memoryGb;
    const paid = c >= AHEAD ? state.paidReady : state.paid;
    if (state.again.delete(environment) || (c & 255) !== 0) {
      countOne(state.wastedRequests, at);
      countSome(paid.wasted, at, billed * memoryGb);
    } else {
      countOne(state.requests, at);
      countSome(paid.working, at, (billed - start) * memoryGb);
      countSome(paid.starting, at, start * memoryGb);
    }
  }
}

export function billFunction(usage: FunctionUsage, add: AddLine): void {
  add('invocations', 'lambda.requests', 'working', usage.requests);
  add('invocations', 'lambda.requests', 'wasted', usage.wastedRequests);
  for (const share of shares) add('duration', 'lambda.gb-s.x86', share, usage.gbSeconds[share]);
  for (const share of shares) add('duration-ready', 'lambda.pc-duration.x86', share, usage.readyGbSeconds[share]);
  add('kept-ready', 'lambda.pc.x86', 'idle', usage.keptReadyGbSeconds);
}

function splitOf({ working, starting, wasted }: Paid, count: Reading['count']): Split {
  return { working: count(working), idle: 0, starting: count(starting), wasted: count(wasted) };
}

function functionState(params: WorldNode['params']): FunctionState {
  return {
    memoryGb: (params['memoryMegabytes'] as number) / MB_PER_GB,
    provisioned: params['provisionedConcurrency'] as number,
    requests: recent(),
    wastedRequests: recent(),
    paid: { working: recent(), starting: recent(), wasted: recent() },
    paidReady: { working: recent(), starting: recent(), wasted: recent() },
    ownGb: new Map(),
    ready: new Set(),
    readyGb: level(),
    again: new Set(),
  };
}
