/**
 * What a component kind is to the simulation. A model is a value of functions over its own plain state:
 * it receives messages and wakes, acts only through its context, returns nothing and knows no neighbour.
 */
import type { SimTime } from '../engine/time.ts';
import type { Fault } from './facts.ts';
import type { Message } from './message.ts';
import type { Parameters, Values } from './parameters.ts';

/** The hands of a model: everything it can see and do. `V` are its parameter values, `C` what it prepared from them. */
export interface Context<V, C> {
  readonly id: string;
  readonly params: V;
  readonly prepared: C;
  now(): SimTime;
  /** The next number, strictly between 0 and 1, of this component's own stream of this name. */
  stream(name: string): number;
  uniform(stream: number): number;
  /** Calls `wake` of this component when `delay` is over. */
  wakeAfter(delay: SimTime, wake: number, a: number, b: number): void;
  /** Tells that something happened here; `fact` is a code of `FACT`, and the columns mean what `facts.ts` says. */
  record(fact: number, upload: number, subject: number, a: number, b: number, c: number): void;
  /** Number of the link to a component; throws if there is none. */
  linkTo(id: string): number;
  /** Number of the one link that leads away from here; throws if there is not exactly one. */
  onlyLink(): number;
  /**
   * Sends a request along a link; its answer comes back to `receive`. What else it carries is put on the message that
   * is returned, at once. `token` is the caller's own number for what it waits for.
   */
  call(link: number, operation: number, upload: number, token: number): Message;
  /** Passes work on; no answer comes back. As with `call`, what else it carries is put on the message. */
  handOn(link: number, operation: number, upload: number): Message;
  /**
   * Turns a request round; `reason` is the code of why it failed, if it did. The message may be gone afterwards: do not
   * touch it again.
   */
  answer(message: Message, reason?: number): void;
  /** Stops waiting for the answer to a request: it will not arrive. */
  hangUp(messageSlot: number): void;
  /** A request that was put aside, by its place in the pool. */
  message(slot: number): Message;
  /** A measurement of another component. */
  measure(id: string, gauge: string): number;

  /** Enters a new upload; returns its number. */
  startUpload(lengthSeconds: number, megabytes: number, byHand: boolean): number;
  lengthSeconds(upload: number): number;
  megabytes(upload: number): number;
  /** The person was told that it worked. */
  accept(upload: number): void;
  /** The person saw an error; `reason` is a code, as in the two below. */
  refuse(upload: number, reason: number): void;
  /** Accepted, but it will never be watchable. */
  lose(upload: number, reason: number): void;
  deadLetter(upload: number, reason: number): void;
  /** A step of the upload is done; when all steps of the architecture are, it is watchable. */
  stepDone(upload: number, step: number): void;
}

/** How a fault of one kind begins and ends at a component. */
export interface FaultBehaviour<S, X> {
  begin(ctx: X, state: S): void;
  end(ctx: X, state: S): void;
}

export interface Model<D extends Parameters = Parameters, S = unknown, C = unknown> {
  kind: string;
  parameters: D;
  /** Works out what is needed again and again from the parameters; done anew when one is turned. Not part of the state. */
  prepare(ctx: Context<Values<D>, undefined>): C;
  /** The state at the start, and the first wakes. The state is plain data: numbers, strings, arrays, maps, records. */
  start(ctx: Context<Values<D>, C>): S;
  receive(ctx: Context<Values<D>, C>, state: S, message: Message): void;
  wake(ctx: Context<Values<D>, C>, state: S, wake: number, a: number, b: number): void;
  /** A parameter is about to be turned; `params` and `prepared` are still the old ones. */
  beforeTurn?(ctx: Context<Values<D>, C>, state: S): void;
  /** `parameter` has just been turned; `params` and `prepared` are the new ones. */
  turned?(ctx: Context<Values<D>, C>, state: S, parameter: keyof D): void;
  /** Starts one more upload now. */
  uploadByHand?(ctx: Context<Values<D>, C>, state: S): void;
  faults?: Partial<Record<Fault, FaultBehaviour<S, Context<Values<D>, C>>>>;
  /** What others may measure. */
  gauges?: Readonly<Record<string, (state: S) => number>>;
  /** Visits every upload in its keeping, apart from messages. */
  holds(state: S, visit: (upload: number) => void): void;
}
