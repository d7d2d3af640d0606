/** The observer of the benchmark: what one wants to know of a queueing network, from its facts. */
import { type SimTime, toSeconds } from '../src/engine/time.ts';
import type { Observer } from '../src/engine/trace.ts';
import { FACT } from '../src/models/facts.ts';

const STARTED = FACT['upload.started'];
const WATCHABLE = FACT['upload.watchable'];

/** Counts facts and customers, and averages the time in the system and the number in it over time. */
export class Averages implements Observer {
  facts = 0;
  served = 0;
  #inSystem = 0;
  #timeInSystem: SimTime = 0;
  #area = 0;
  #since: SimTime = 0;
  #startedAt = new Float64Array(1024);

  fact(at: SimTime, kind: number, _component: number, upload: number): void {
    this.facts += 1;
    if (kind === STARTED) this.#start(at, upload);
    else if (kind === WATCHABLE) this.#finish(at, upload);
  }

  #start(at: SimTime, upload: number): void {
    if (upload >= this.#startedAt.length) this.#grow();
    this.#startedAt[upload] = at;
    this.#change(at, 1);
  }

  #finish(at: SimTime, upload: number): void {
    this.served += 1;
    this.#timeInSystem += at - (this.#startedAt[upload] as SimTime);
    this.#change(at, -1);
  }

  get meanSeconds(): number {
    return toSeconds(this.#timeInSystem / this.served);
  }

  get meanNumber(): number {
    return this.#area / this.#since;
  }

  #change(at: SimTime, by: number): void {
    this.#area += this.#inSystem * (at - this.#since);
    this.#since = at;
    this.#inSystem += by;
  }

  #grow(): void {
    const startedAt = new Float64Array(this.#startedAt.length * 2);
    startedAt.set(this.#startedAt);
    this.#startedAt = startedAt;
  }
}
