/**
 * The lives of a function's environments and the calls they handled, read off the facts of a run up to a moment. It goes on
 * from where it stood; to an earlier moment, or after facts were taken away, it begins anew.
 */
import type { SimTime } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';
import type { Reel } from '../../../playback/reel.ts';

/** One call that an environment has taken. Times in µs; -1 for what has not happened. */
export interface HandledCall {
  /** In the order in which calls were begun, from 1. */
  number: number;
  environment: number;
  /** 1 where it had to wait for the start of the environment. */
  isCold: number;
  began: SimTime;
  ended: SimTime;
  /** How long it waited for the start of its environment. */
  waited: SimTime;
  /** What the counter in memory said after it had counted this one. */
  counter: number;
  hasFailed: boolean;
}

export interface EnvironmentLife {
  /** Number of the environment in the facts; never used again. */
  id: number;
  /** Where it stands in the grid: the first place that was free. */
  place: number;
  /** 1 if it is kept ready for an alias: started without a call that waits. */
  isAhead: number;
  launchedAt: SimTime;
  /** The package is there. */
  runningAt: SimTime;
  inServiceAt: SimTime;
  /** Since when it has been warm and idle; -1 while it is not. */
  idleSince: SimTime;
  goneAt: SimTime;
  /** Numbers of the calls it has taken: each leaves a file in its /tmp. */
  calls: number[];
  /** The counter in its memory; begins anew where the program was started again. */
  counter: number;
}

/** What an environment does at a moment. */
export type EnvironmentPhase = 'download' | 'init' | 'busy' | 'idle' | 'gone';

/** `instance.launched`, column c. */
const LAUNCHED_AHEAD = 3;

export class EnvironmentLog {
  readonly #component: number;
  #generation = -1;
  #row = 0;
  #t: SimTime = -1;
  /** By number of the environment. */
  environments: EnvironmentLife[] = [];
  /** By number of the call less 1. */
  calls: HandledCall[] = [];
  /** Calls that were turned away, by their times. */
  throttledAt: SimTime[] = [];
  /** Who stands, or last stood, at each place of the grid. */
  places: EnvironmentLife[] = [];

  /** `component`: the number of the function. */
  constructor(component: number) {
    this.#component = component;
  }

  /** Takes in all facts up to and with `t`. */
  readUntil(reel: Reel, t: SimTime): void {
    if (reel.generation !== this.#generation || t < this.#t || reel.facts.length < this.#row) this.#beginAnew(reel);
    const { facts } = reel;
    for (; this.#row < facts.length && (facts.at[this.#row] as number) <= t; this.#row += 1)
      this.#read(facts, this.#row);
    this.#t = t;
  }

  #beginAnew(reel: Reel): void {
    this.#generation = reel.generation;
    this.#row = 0;
    this.environments = [];
    this.calls = [];
    this.throttledAt = [];
    this.places = [];
  }

  #read(facts: TraceColumns, row: number): void {
    if (facts.component[row] !== this.#component) return;
    const at = facts.at[row] as number;
    const subject = facts.subject[row] as number;
    switch (facts.kind[row]) {
      case FACT['instance.launched']:
        this.#launch(at, subject, facts.c[row] === LAUNCHED_AHEAD ? 1 : 0);
        return;
      case FACT['invocation.throttled']:
        this.throttledAt.push(at);
        return;
    }
    const environment = this.environments[subject];
    if (environment === undefined) return;
    switch (facts.kind[row]) {
      case FACT['instance.running']:
        environment.runningAt = at;
        return;
      case FACT['instance.in-service']:
        environment.inServiceAt = at;
        if (environment.isAhead === 1) environment.idleSince = at;
        return;
      case FACT['job.began']:
        this.#begin(at, environment, facts.c[row] as number);
        return;
      case FACT['job.finished']:
      case FACT['job.failed']:
        this.#end(at, environment, facts.kind[row] === FACT['job.failed']);
        return;
      // The program goes down and is started again with the next call; what lies in /tmp stays.
      case FACT['instance.crashed']:
        environment.counter = 0;
        return;
      case FACT['instance.gone']:
        environment.goneAt = at;
        environment.idleSince = -1;
    }
  }

  #launch(at: SimTime, id: number, isAhead: number): void {
    const free = this.places.findIndex(({ goneAt }) => goneAt >= 0);
    const place = free < 0 ? this.places.length : free;
    const environment: EnvironmentLife = {
      id,
      place,
      isAhead,
      launchedAt: at,
      runningAt: -1,
      inServiceAt: -1,
      idleSince: -1,
      goneAt: -1,
      calls: [],
      counter: 0,
    };
    this.environments[id] = environment;
    this.places[place] = environment;
  }

  #begin(at: SimTime, environment: EnvironmentLife, isCold: number): void {
    const number = this.calls.length + 1;
    const isFirst = environment.calls.length === 0;
    environment.calls.push(number);
    environment.counter += 1;
    environment.idleSince = -1;
    this.calls.push({
      number,
      environment: environment.id,
      isCold,
      began: at,
      ended: -1,
      waited: isCold === 1 && isFirst && environment.isAhead === 0 ? at - environment.launchedAt : 0,
      counter: environment.counter,
      hasFailed: false,
    });
  }

  #end(at: SimTime, environment: EnvironmentLife, hasFailed: boolean): void {
    const call = this.calls[(environment.calls.at(-1) as number) - 1] as HandledCall;
    call.ended = at;
    call.hasFailed = hasFailed;
    environment.idleSince = at;
  }
}

export function phaseOf({ runningAt, inServiceAt, idleSince, goneAt }: EnvironmentLife): EnvironmentPhase {
  if (goneAt >= 0) return 'gone';
  if (idleSince >= 0) return 'idle';
  if (inServiceAt >= 0) return 'busy';
  return runningAt >= 0 ? 'init' : 'download';
}

/** The grid at a moment: who stands at each place; those that went so long ago that they are forgotten leave it empty. */
export function gridAt(
  places: readonly EnvironmentLife[],
  t: SimTime,
  forgottenAfter: SimTime,
): readonly (EnvironmentLife | null)[] {
  const shown = places.map((each) => (each.goneAt >= 0 && t - each.goneAt >= forgottenAfter ? null : each));
  return shown.slice(0, shown.findLastIndex((each) => each !== null) + 1);
}

/** What the counters say together that are still there, and how many calls there have been. */
export function countedTogether({ environments, calls }: Pick<EnvironmentLog, 'environments' | 'calls'>): {
  there: number;
  all: number;
} {
  const there = environments.reduce((sum, { goneAt, counter }) => sum + (goneAt < 0 ? counter : 0), 0);
  return { there, all: calls.length };
}
