/**
 * One run in progress: the components of a topology with their states, the messages between them, the book of
 * uploads, and what is going to be done to them. All state is plain data, so a world can be copied in mid-flight.
 */
import { copyData } from '../engine/copy.ts';
import { Simulation } from '../engine/simulation.ts';
import { type SimTime, seconds } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { Component } from './component.ts';
import { FACT, FAULT } from './facts.ts';
import type { Json } from './json.ts';
import { type Ledger, ledger } from './ledger.ts';
import { copyMessagePool, type MessagePool, messagePool } from './message.ts';
import type { Strike } from './model.ts';
import type { ComponentKind } from './registry.ts';
import { partsNeeded } from './work/parts.ts';

/** A component, ready to run: every parameter has a value. */
export interface WorldNode {
  id: string;
  kind: ComponentKind;
  params: Readonly<Record<string, unknown>>;
}

export interface WorldLink {
  from: number;
  to: number;
  latency: SimTime;
}

/**
 * What is done to the world at a time; everything is already looked up. A fault with a `link` strikes that link, and
 * `component` is where the link begins; else `link` is -1.
 */
export type Act =
  | {
      at: SimTime;
      kind: 'fault-begins' | 'fault-ends';
      intervention: number;
      component: number;
      link: number;
      strike: Strike;
    }
  | { at: SimTime; kind: 'upload'; intervention: number; component: number }
  | { at: SimTime; kind: 'set'; intervention: number; component: number; parameter: string; value: unknown };

/** What faults do to links, by number of the link. */
export interface LinkStates {
  /** Added to the latency, µs. */
  addedLatency: Float64Array;
  /** How many faults cut it at the moment. */
  cuts: Int32Array;
}

/** What a world is made of. */
export interface WorldPlan {
  seed: number;
  nodes: readonly WorldNode[];
  links: readonly WorldLink[];
  /** In order of time; equal times keep their order. */
  acts: readonly Act[];
}

export class World {
  readonly plan: WorldPlan;
  readonly simulation: Simulation;
  readonly uploads: Ledger;
  readonly messages: MessagePool;
  readonly linkStates: LinkStates;
  readonly components: readonly Component[];
  /** Bits of the parts that this architecture does; an upload with all of them is watchable. */
  readonly partsNeeded: number;
  /** What events say; number 0 is nothing. */
  readonly contents: Json[];
  /** The place of each content, by its text. */
  readonly contentPlaces: Map<string, number>;
  #acts: readonly Act[];
  #nextAct: number;

  constructor(plan: WorldPlan, from?: World) {
    this.plan = plan;
    this.#acts = plan.acts;
    this.#nextAct = from ? from.#nextAct : 0;
    this.simulation = from ? from.simulation.copy() : new Simulation(plan.seed);
    this.uploads = from ? copyData(from.uploads) : ledger();
    this.messages = from ? copyMessagePool(from.messages) : messagePool();
    this.linkStates = from
      ? copyData(from.linkStates)
      : { addedLatency: new Float64Array(plan.links.length), cuts: new Int32Array(plan.links.length) };
    this.components = plan.nodes.map((node, index) => new Component(this, index, node));
    this.partsNeeded = partsNeeded(plan.nodes);
    this.contents = from ? from.contents.slice() : [null];
    this.contentPlaces = new Map(from ? from.contentPlaces : [['null', 0]]);
    this.simulation.connect(this.components);
    this.components.forEach((component, index) => {
      const old = from?.components[index];
      if (old) component.resume(old);
      else component.prepare();
    });
  }

  /** Lets every component begin, at time 0. Observers that should hear the beginning are attached before. */
  start(): void {
    for (const component of this.components) component.start();
  }

  get now(): SimTime {
    return this.simulation.now;
  }

  observe(observer: Observer): () => void {
    return this.simulation.observe(observer);
  }

  /** Handles everything due at or before `t`, then stands at `t`. What is done at a time comes before its events. */
  runUntil(t: SimTime): void {
    for (let act = this.#acts[this.#nextAct]; act && act.at <= t; act = this.#acts[this.#nextAct]) {
      this.simulation.runBefore(act.at);
      this.#do(act);
    }
    this.simulation.runUntil(t);
  }

  /** Handles the next thing due by `t`; false, standing at `t`, if there is none. For checks after every event. */
  stepUntil(t: SimTime): boolean {
    const act = this.#acts[this.#nextAct];
    const next = this.simulation.nextAt();
    if (act && act.at <= t && act.at <= next) {
      this.simulation.runBefore(act.at);
      this.#do(act);
      return true;
    }
    if (next > t) {
      this.simulation.runUntil(t);
      return false;
    }
    return this.simulation.step();
  }

  /**
   * A second future from this moment, in which `acts` are done instead: all of those already done must be the same.
   * Observers are not taken along.
   */
  copy(acts: readonly Act[] = this.#acts): World {
    const next = acts[this.#nextAct];
    if (next && next.at < this.now) throw new Error(`it is ${this.now}: too late for what is to be done at ${next.at}`);
    return new World({ ...this.plan, acts }, this);
  }

  /** Visits the number of every upload that is somewhere in the system, once per place. */
  visitHeld(visit: (upload: number) => void): void {
    for (const message of this.messages.all) if (message.caller >= 0 && message.upload >= 0) visit(message.upload);
    for (const component of this.components) component.visitHeld(visit);
  }

  #do(act: Act): void {
    this.#nextAct += 1;
    const component = this.components[act.component] as Component;
    if (act.kind === 'upload') component.uploadByHand();
    else if (act.kind === 'set') component.turn(act.parameter, act.value, act.intervention);
    else if (act.link < 0) component.fault(act.strike, act.kind === 'fault-begins', act.intervention);
    else this.#faultOfLink(act);
  }

  #faultOfLink({ kind, intervention, component, link, strike }: FaultAct): void {
    const { addedLatency, cuts } = this.linkStates;
    const sign = kind === 'fault-begins' ? 1 : -1;
    if (strike.fault === 'cut-link') cuts[link] = (cuts[link] as number) + sign;
    else addedLatency[link] = (addedLatency[link] as number) + sign * seconds(strike.strength);
    const fact = FACT[kind === 'fault-begins' ? 'fault.began' : 'fault.ended'];
    this.simulation.record(fact, component, -1, intervention, strike.strength, link + 1, FAULT[strike.fault]);
  }
}

type FaultAct = Extract<Act, { strike: Strike }>;
