/** Time, order and chance of one run: jumps from event to event, and tells observers what happened. */
import { Calendar } from './calendar.ts';
import { RandomStreams } from './random.ts';
import type { SimTime } from './time.ts';
import type { Observer } from './trace.ts';

/** Where an event goes: the kind and the two numbers mean what the addressed component says. */
export interface Handler {
  handle(kind: number, a: number, b: number): void;
}

export class Simulation {
  /** The present. */
  now: SimTime = 0;
  /** Events handled so far. */
  events = 0;
  readonly #calendar: Calendar;
  readonly #streams: RandomStreams;
  #handlers: readonly Handler[] = [];
  #observers: readonly Observer[] = [];
  /** Who is told, by kind of fact: nobody, the one observer who hears it, or somebody who passes it on to all of those. */
  #listeners: readonly (Observer | null)[] = listenersAmong([]);

  constructor(seed: number, calendar = new Calendar(), streams = new RandomStreams(seed)) {
    this.#calendar = calendar;
    this.#streams = streams;
  }

  /** Says who handles the events of component 0, 1, 2 … */
  connect(handlers: readonly Handler[]): void {
    this.#handlers = handlers;
  }

  /** From now on `observer` hears each fact of the kinds it wants to hear. Returns how to stop. */
  observe(observer: Observer): () => void {
    this.#listenWith([...this.#observers, observer]);
    return () => this.#listenWith(this.#observers.filter((each) => each !== observer));
  }

  #listenWith(observers: readonly Observer[]): void {
    this.#observers = observers;
    this.#listeners = listenersAmong(observers);
  }

  /** Tells the observers that something happened just now. Columns as in `models/facts.ts`. */
  record(kind: number, component: number, upload: number, subject: number, a: number, b: number, c: number): void {
    const listener = this.#listeners[kind] as Observer | null;
    if (listener !== null) listener.fact(this.now, kind, component, upload, subject, a, b, c);
  }

  /** Plans an event at `at`, which must not lie in the past. */
  schedule(at: SimTime, component: number, kind: number, a: number, b: number): void {
    this.#calendar.schedule(at, component, kind, a, b);
  }

  /** The handle of the random stream of this name. */
  openStream(name: string): number {
    return this.#streams.open(name);
  }

  /** The next number of a stream, strictly between 0 and 1. */
  uniform(stream: number): number {
    return this.#streams.uniform(stream);
  }

  /** When the next event is due; Infinity when nothing is planned. */
  nextAt(): SimTime {
    return this.#calendar.nextAt();
  }

  /** Handles the next event; false when nothing is planned. */
  step(): boolean {
    if (!this.#calendar.pop()) return false;
    this.#handle();
    return true;
  }

  /** Handles every event due at or before `t`, then stands at `t`. */
  runUntil(t: SimTime): void {
    while (this.#calendar.pop(t)) this.#handle();
    if (t > this.now) this.now = t;
  }

  /** Handles every event due before `t`, then stands at `t`: what happens at `t` is still to come. */
  runBefore(t: SimTime): void {
    while (this.#calendar.pop(t - 1)) this.#handle();
    if (t > this.now) this.now = t;
  }

  /** Gives the event just popped to the component that it is for. */
  #handle(): void {
    const { at, component, kind, a, b } = this.#calendar;
    this.now = at;
    this.events += 1;
    (this.#handlers[component] as Handler).handle(kind, a, b);
  }

  /** A second future from this moment. Handlers and observers are not copied: the copy's owner connects its own. */
  copy(): Simulation {
    const copy = new Simulation(0, this.#calendar.copy(), this.#streams.copy());
    copy.now = this.now;
    copy.events = this.events;
    return copy;
  }
}

/** As many kinds of fact as there can be: the code of one is a byte in the trace. */
const KINDS = 256;

/** Who hears of a fact, for each kind there can be. */
function listenersAmong(observers: readonly Observer[]): (Observer | null)[] {
  const chains = new Map<string, Observer>();
  return Array.from({ length: KINDS }, (_, kind) => {
    const hearing = observers.filter(({ hears }) => hears === undefined || hears.includes(kind));
    if (hearing.length < 2) return hearing[0] ?? null;
    const key = hearing.map((each) => observers.indexOf(each)).join();
    const chain = chains.get(key) ?? hearing.reduceRight((rest, first) => new Both(first, rest));
    chains.set(key, chain);
    return chain;
  });
}

/** Passes each fact on to one observer and then to another. */
class Both implements Observer {
  readonly #first: Observer;
  readonly #second: Observer;

  constructor(first: Observer, second: Observer) {
    this.#first = first;
    this.#second = second;
  }

  fact(
    at: SimTime,
    kind: number,
    component: number,
    upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void {
    this.#first.fact(at, kind, component, upload, subject, a, b, c);
    this.#second.fact(at, kind, component, upload, subject, a, b, c);
  }
}
