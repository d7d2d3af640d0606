/**
 * What a function is billed for (AWS Lambda, x86): every request, and its time × memory, to the millisecond, the start of
 * the environment included (since August 2025). Time that environments are kept ready by provisioned concurrency costs by
 * the second, busy or not, and the time at work in one of them has a lower price. Nothing is billed between invocations.
 * - starting: the part of an invocation that was the start of its environment.
 * - wasted: an invocation that ended in an error, or did again what had been done before, with its start.
 * - idle: environments kept ready by provisioned concurrency while nothing runs in them.
 * It falls due when the invocation ends.
 */
import { copyData } from '../../engine/copy.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../../engine/time.ts';
import { FACT } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, countSome, type Recent, recent } from '../recent.ts';
import type { AddLine, Reading } from './meter.ts';

/** Lambda counts memory in binary gigabytes. */
const MB_PER_GB = 1024;

/** What a function used. */
export interface FunctionUsage {
  kind: 'function';
  requests: number;
  wastedRequests: number;
  workingGbSeconds: number;
  startingGbSeconds: number;
  wastedGbSeconds: number;
  /** Kept ready by provisioned concurrency, whether busy or not. */
  provisionedGbSeconds: number;
}

/** Plain data. Seconds are those billed. */
interface FunctionState {
  requests: Recent;
  wastedRequests: Recent;
  workingSeconds: Recent;
  startingSeconds: Recent;
  wastedSeconds: Recent;
  /** Environments whose present invocation does something again. */
  again: Set<number>;
}

const FINISHED = FACT['invocation.finished'];
const DUPLICATE_DONE = FACT['duplicate.done'];

export class FunctionMeter {
  readonly kind = 'function';
  readonly #memoryGb: number;
  readonly #provisioned: number;
  readonly #state: FunctionState;

  constructor({ params }: WorldNode, from?: FunctionMeter) {
    this.#memoryGb = ((params['memoryMegabytes'] ?? 0) as number) / MB_PER_GB;
    this.#provisioned = (params['provisionedConcurrency'] ?? 0) as number;
    this.#state = from ? copyData(from.#state) : functionState();
  }

  tell(at: SimTime, kind: number, subject: number, a: number, b: number, c: number): void {
    const state = this.#state;
    if (kind === DUPLICATE_DONE) {
      state.again.add(subject);
    } else if (kind === FINISHED) {
      const isWasted = state.again.delete(subject) || (c & 255) !== 0;
      const billed = a / MICROSECONDS_PER_SECOND;
      const start = b / MICROSECONDS_PER_SECOND;
      if (isWasted) {
        countOne(state.wastedRequests, at);
        countSome(state.wastedSeconds, at, billed);
      } else {
        countOne(state.requests, at);
        countSome(state.workingSeconds, at, billed - start);
        countSome(state.startingSeconds, at, start);
      }
    }
  }

  usage({ count, seconds }: Reading): FunctionUsage {
    const { requests, wastedRequests, workingSeconds, startingSeconds, wastedSeconds } = this.#state;
    const gb = this.#memoryGb;
    return {
      kind: 'function',
      requests: count(requests),
      wastedRequests: count(wastedRequests),
      workingGbSeconds: count(workingSeconds) * gb,
      startingGbSeconds: count(startingSeconds) * gb,
      wastedGbSeconds: count(wastedSeconds) * gb,
      provisionedGbSeconds: this.#provisioned * gb * seconds,
    };
  }
}

export function billFunction(usage: FunctionUsage, add: AddLine): void {
  const duration = usage.provisionedGbSeconds > 0 ? 'lambda.pc-duration.x86' : 'lambda.gb-s.x86';
  add('invocations', 'lambda.requests', 'working', usage.requests);
  add('invocations', 'lambda.requests', 'wasted', usage.wastedRequests);
  add('duration', duration, 'working', usage.workingGbSeconds);
  add('duration', duration, 'starting', usage.startingGbSeconds);
  add('duration', duration, 'wasted', usage.wastedGbSeconds);
  add('kept-ready', 'lambda.pc.x86', 'idle', usage.provisionedGbSeconds);
}

function functionState(): FunctionState {
  return {
    requests: recent(),
    wastedRequests: recent(),
    workingSeconds: recent(),
    startingSeconds: recent(),
    wastedSeconds: recent(),
    again: new Set(),
  };
}
