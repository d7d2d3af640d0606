/**
 * What a component kind is to the simulation. A model is a value of functions over its own plain state:
 * it receives messages and wakes, acts only through its context, returns nothing and knows no neighbour.
 */
import type { SimTime } from '../engine/time.ts';
import type { Fault } from './facts.ts';
import type { Json } from './json.ts';
import type { Message } from './message.ts';
import type { Parameters, Values } from './parameters.ts';
import type { ComponentKind } from './registry.ts';

/** The hands of a model: everything it can see and do. `V` are its parameter values, `C` what it prepared from them. */
export interface Context<V, C> {
  readonly id: string;
  /** Number of this component. */
  readonly index: number;
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
  /** Numbers of all links that lead away from here, in their order. */
  linksAway(): readonly number[];
  /** Number of the component that a link leads to. */
  targetOf(link: number): number;
  /** Numbers of the components from which a link leads here. */
  callers(): readonly number[];
  kindOf(component: number): ComponentKind;
  idOf(component: number): string;
  /** Ids of all components of a kind. */
  idsOf(kind: ComponentKind): readonly string[];
  /** Number of a component; throws if there is none with this id. */
  componentOf(id: string): number;
  /** Place of what an event says in the world's list; equal contents have one place. 0 is nothing at all, null. */
  content(json: Json): number;
  contentOf(content: number): Json;
  /**
   * Sends a request along a link; its answer comes back to `receive`. What else it carries is put on the message that
   * is returned, at once. `token` is the caller's own number for what it waits for; `attempt` says how often the same
   * has been tried before (0 where nothing is said).
   */
  call(link: number, operation: number, upload: number, token: number, attempt?: number): Message;
  /** Passes work on; no answer comes back. As with `call`, what else it carries is put on the message. */
  handOn(link: number, operation: number, upload: number, attempt?: number): Message;
  /**
   * Turns a request round; `reason` is the code of why it failed, if it did. The message may be gone afterwards: do not
   * touch it again.
   */
  answer(message: Message, reason?: number): void;
  /** Stays silent: the request is never answered, and gone when its caller hangs up. As with `answer`, let it be. */
  drop(message: Message, reason: number): void;
  /** Stops waiting for the answer to a request: it will not arrive. */
  hangUp(messageSlot: number): void;
  /**
   * Says what upload an answer carries that was sent without one (a poll), before it is answered; messages that were
   * called or handed on with an upload carry it already.
   */
  carry(message: Message, upload: number): void;
  /**
   * Wakes another component at this very moment, after what is already due: how services of one provider tell each
   * other of instances coming and going. Costs nothing, and is no message.
   */
  tell(component: number, wake: number, a: number, b: number): void;
  /** A request that was put aside, by its place in the pool. */
  message(slot: number): Message;
  /** A measurement of another component. */
  measure(id: string, gauge: string): number;

  /** Enters a new upload; returns its number. */
  startUpload(lengthSeconds: number, megabytes: number, byHand: boolean): number;
  lengthSeconds(upload: number): number;
  megabytes(upload: number): number;
  /** Whether it has come to no outcome yet. */
  isOpen(upload: number): boolean;
  /** From now on it cannot be processed, however often that is tried. */
  markPoison(upload: number): void;
  isPoison(upload: number): boolean;
  /** The person was told that it worked. */
  accept(upload: number): void;
  /** The person saw an error; `reason` is a code, as in the two below. */
  refuse(upload: number, reason: number): void;
  /**
   * Something is kept here from now on that may bring the upload forward. Messages do this by themselves; jobs, items of
   * queues, deliveries that wait and the like have to say it. Uploads below 0 are none.
   */
  keep(upload: number): void;
  /**
   * What was kept is gone; `reason` says why, if it failed. An open upload that is kept nowhere any more is lost.
   */
  release(upload: number, reason?: number): void;
  /** What was kept now lies in dead letters. An open upload that is kept nowhere any more is then dead-lettered. */
  deadLetter(upload: number, reason: number): void;
  /** What lay in dead letters is kept again; the upload is open once more if that was its outcome. */
  redrive(upload: number): void;
  /** Parts of the work are done (bits, see `work/parts.ts`); with all that the architecture does it is watchable. */
  partsDone(upload: number, parts: number): void;
  /** Whether all these parts were done before. */
  isDone(upload: number, parts: number): boolean;
}

/** One fault as it strikes a component. Plain data. */
export interface Strike {
  fault: Fault;
  /** In the unit that the fault's catalogue entry gives; 0 where it has no strength. */
  strength: number;
  /** When it began; tells it from others of the same kind. */
  since: SimTime;
  /** Which part of the component: the number of a zone, from 0, or the name of a rule; '' for all of it. */
  part: string;
}

/** What a model does as a fault of one kind begins and ends. `strike` is the same, but for its identity, both times. */
export interface FaultActions<S, X> {
  begin(ctx: X, state: S, strike: Strike): void;
  end(ctx: X, state: S, strike: Strike): void;
}

/**
 * A fault that is other values of parameters while it lasts: wrong settings, lower limits. They are worked out anew, from
 * the parameters as set and as faults that began earlier make them, whenever one of those changes. What is turned meanwhile
 * counts again when it ends. `turned` of the model is called for each of them, whether or not a reader could turn it.
 */
export interface FaultOverrides<V> {
  overrides(params: V, strike: Strike): Partial<V>;
  /** What stays of it when it is over, until that parameter is turned. */
  afterwards?(params: V, strike: Strike): Partial<V>;
}

/** How a fault of one kind shows at a component. */
export type FaultBehaviour<V, S, X> = FaultActions<S, X> | FaultOverrides<V>;

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
  faults?: Partial<Record<Fault, FaultBehaviour<Values<D>, S, Context<Values<D>, C>>>>;
  /** What others may measure. */
  gauges?: Readonly<Record<string, (state: S, now: SimTime) => number>>;
  /** Visits every upload once for each time that it was kept (`keep`, `redrive`) and not yet given up. */
  holds(state: S, visit: (upload: number) => void): void;
}
