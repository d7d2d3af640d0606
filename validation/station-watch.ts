/** Watches the stations of a run through its facts: who comes when, waits how long, leaves when. */
import { type SimTime, toSeconds } from '../src/engine/time.ts';
import type { Observer } from '../src/engine/trace.ts';
import { FACT } from '../src/models/facts.ts';
import type { LongRun } from './formulas.ts';

const WAITING = FACT['request.waiting'];
const REFUSED = FACT['request.refused'];
const BEGAN = FACT['job.began'];
const FINISHED = FACT['job.finished'];
const QUEUED = FACT['message.queued'];
const RECEIVED = FACT['message.received'];
const DELETED = FACT['message.deleted'];

/** What is counted from `from` on until `until`: those who come then, however long they stay. */
export interface Window {
  from: SimTime;
  until: SimTime;
}

/** A station is a component at which somebody comes, is served and leaves: a group of instances, or a queue. */
class Watch {
  readonly #window: Window;
  #came = new Float64Array(1024).fill(-1);
  #number = 0;
  #busy = 0;
  #since: SimTime = 0;
  /** Sums over time of the number of people, of its square, and of servers at work. */
  #numberArea = 0;
  #squareArea = 0;
  #busyArea = 0;
  /** Counts and sums over those who come within the window. */
  #refused = 0;
  #began = 0;
  #waited = 0;
  #left = 0;
  #waits: SimTime = 0;
  #times: SimTime = 0;

  constructor(window: Window) {
    this.#window = window;
  }

  come(at: SimTime, upload: number): void {
    this.#pass(at);
    if (upload >= this.#came.length) this.#grow(upload);
    this.#came[upload] = at;
    this.#number += 1;
  }

  refuse(at: SimTime): void {
    if (this.#counts(at)) this.#refused += 1;
  }

  begin(at: SimTime, upload: number): void {
    if (!this.#isHere(upload)) this.come(at, upload);
    this.#pass(at);
    this.#busy += 1;
    const came = this.#came[upload] as SimTime;
    if (!this.#counts(came)) return;
    this.#began += 1;
    this.#waits += at - came;
    if (at > came) this.#waited += 1;
  }

  leave(at: SimTime, upload: number): void {
    this.#pass(at);
    this.#busy -= 1;
    this.#number -= 1;
    const came = this.#came[upload] as SimTime;
    this.#came[upload] = -1;
    if (!this.#counts(came)) return;
    this.#left += 1;
    this.#times += at - came;
  }

  result(): LongRun {
    const span = this.#window.until - this.#window.from;
    const number = this.#numberArea / span;
    return {
      refusedShare: this.#refused / (this.#refused + this.#began),
      waitingShare: this.#waited / this.#began,
      busy: this.#busyArea / span,
      number,
      numberVariance: this.#squareArea / span - number * number,
      waitSeconds: toSeconds(this.#waits / this.#began),
      timeSeconds: toSeconds(this.#times / this.#left),
      throughput: this.#left / toSeconds(span),
    };
  }

  /** Everything stays as it is until `at`. */
  #pass(at: SimTime): void {
    const { from, until } = this.#window;
    const held = Math.min(at, until) - Math.max(this.#since, from);
    this.#since = at;
    if (held <= 0) return;
    this.#numberArea += this.#number * held;
    this.#squareArea += this.#number * this.#number * held;
    this.#busyArea += this.#busy * held;
  }

  #counts(at: SimTime): boolean {
    return at >= this.#window.from && at < this.#window.until;
  }

  #isHere(upload: number): boolean {
    return upload < this.#came.length && (this.#came[upload] as number) >= 0;
  }

  #grow(upload: number): void {
    const came = new Float64Array(Math.max(upload + 1, this.#came.length * 2)).fill(-1);
    came.set(this.#came);
    this.#came = came;
  }
}

export class StationWatch implements Observer {
  readonly hears = [WAITING, REFUSED, BEGAN, FINISHED, QUEUED, RECEIVED, DELETED];
  readonly #watches: readonly Watch[];

  /** Watches the components of these numbers from 0 on. */
  constructor(components: number, window: Window) {
    this.#watches = Array.from({ length: components }, () => new Watch(window));
  }

  fact(at: SimTime, kind: number, component: number, upload: number): void {
    const watch = this.#watches[component] as Watch;
    if (kind === WAITING || kind === QUEUED) watch.come(at, upload);
    else if (kind === BEGAN || kind === RECEIVED) watch.begin(at, upload);
    else if (kind === FINISHED || kind === DELETED) watch.leave(at, upload);
    else watch.refuse(at);
  }

  /** What was measured at a component, by its number. */
  at(component: number): LongRun {
    return (this.#watches[component] as Watch).result();
  }
}
