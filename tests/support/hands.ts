/**
 * Tests of one kind at a time: components run as they are, but for those that the test plays itself. Whoever is played
 * sends what the test says, when it says so, and hears what comes.
 */
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import type { Component } from '../../src/models/component.ts';
import {
  EVENT,
  type EventType,
  OBJECT,
  OPERATION,
  type Operation,
  operations,
  type StoredObject,
} from '../../src/models/facts.ts';
import type { BatchEntry, Message } from '../../src/models/message.ts';
import { REASON, type Reason, reasonOf } from '../../src/models/reasons.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import { World } from '../../src/models/world.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { Conservation } from './conservation.ts';
import { linesOf, type Wanted } from './facts.ts';
import { aScenario } from './small-scenario.ts';

/** What a request or an answer says; as it arrived. */
export type Heard = Readonly<Message> & { readonly atSeconds: number };

/** What a request says beyond where it goes and what it asks for. */
export interface Saying {
  upload?: number;
  object?: StoredObject;
  event?: EventType;
  megabytes?: number;
  item?: number;
  receipt?: number;
  most?: number;
  batch?: readonly BatchEntry[];
  /** Why it is a dead letter. */
  reason?: Reason;
}

interface Rest {
  /** Ids of the components that the test plays; the first one where nothing is said. */
  played?: readonly string[];
  interventions?: readonly Intervention[];
  seed?: number;
  latencyMs?: number;
}

/** A world in which some components are played by hand. Nothing is checked of it, so anything can be linked to anything. */
export class Hands {
  readonly world: World;
  /** Answers and requests that arrived at those who are played, in order. */
  readonly answers: Heard[] = [];
  readonly requests: Heard[] = [];
  /** How a request is answered that arrives at somebody who is played: at once, for a reason; `null`: not at all. */
  reply: (request: Heard) => Reason | null = () => 'none';
  readonly #trace = new TraceRecorder();
  readonly #conservation = new Conservation();
  readonly #played: readonly Component[];

  constructor(nodes: readonly TopologyNode[], links: readonly string[], { played, ...rest }: Rest = {}) {
    const plan = planOf(aScenario(nodes, links, rest));
    this.world = new World(plan);
    this.world.observe(this.#trace);
    this.world.observe(this.#conservation);
    const ids = played ?? [nodes[0]?.id];
    this.#played = this.world.components.filter(({ id }) => ids.includes(id));
    this.world.simulation.connect(
      this.world.components.map((component) =>
        this.#played.includes(component) ? { handle: (kind, a, b) => this.#hear(component, kind, a, b) } : component,
      ),
    );
    this.world.start();
  }

  /** Lets the world run to a time, and whatever is wrong with it then be an error. */
  until(atSeconds: number): this {
    const at = seconds(atSeconds);
    do {
      const breaches = this.#conservation.breachesIn(this.world);
      if (breaches.length > 0) throw new Error(`at ${toSeconds(this.world.now)} s: ${breaches.join('; ')}`);
    } while (this.world.stepUntil(at));
    return this;
  }

  /** A new upload of a minute and 60 MB, accepted; it is lost if nothing keeps it. */
  upload(): number {
    return this.#hand().startUpload(60, 60, false);
  }

  /** The first who is played asks something of another. */
  ask(to: string, operation: Operation, saying: Saying = {}): Message {
    const hand = this.#hand();
    const { upload = -1, object, event, reason, ...others } = saying;
    const link = hand.linkTo(to);
    const code = OPERATION[operation];
    const message = hand.call(link, code, upload, 0);
    Object.assign(message, others);
    if (object !== undefined) message.object = OBJECT[object];
    if (event !== undefined) message.event = EVENT[event];
    if (reason !== undefined) message.reason = REASON[reason];
    return message;
  }

  /** Asks, and runs on until the answer is there. */
  askNow(to: string, operation: Operation, saying: Saying = {}): Heard {
    const { id } = this.ask(to, operation, saying);
    const before = this.answers.length;
    for (;;) {
      const answer = this.answers.slice(before).find((each) => each.id === id);
      if (answer) return answer;
      if (!this.world.stepUntil(Number.MAX_SAFE_INTEGER)) throw new Error(`${operation} is never answered`);
    }
  }

  /** Asks the same of another so often at the same time, and tells how often it was answered for which reason. */
  burst(to: string, operation: Operation, count: number, saying: Saying = {}): Partial<Record<Reason, number>> {
    const before = this.answers.length;
    for (let i = 0; i < count; i += 1) this.ask(to, operation, saying);
    this.world.runUntil(this.world.now);
    const counts: Partial<Record<Reason, number>> = {};
    for (const answer of this.answers.slice(before)) {
      const reason = becauseOf(answer);
      counts[reason] = (counts[reason] ?? 0) + 1;
    }
    return counts;
  }

  /** Facts so far, as lines; without what was sent, unless it is asked for. */
  told(wanted: Wanted = {}): string[] {
    const without = wanted.only === undefined ? [...(wanted.without ?? []), 'message.sent' as const] : wanted.without;
    return linesOf(this.#trace.columns, this.world.plan, without === undefined ? wanted : { ...wanted, without });
  }

  /** What was asked of those who are played, a line each. */
  asked(): string[] {
    return this.requests.map(
      ({ atSeconds, operation, upload, attempt, callee }) =>
        `${atSeconds.toFixed(3)} ${this.world.plan.nodes[callee]?.id} ${operations[operation]} upload ${upload}${attempt > 0 ? ` try ${attempt + 1}` : ''}`,
    );
  }

  /** State of a component. */
  stateOf<S>(id: string): S {
    return this.#component(id).state as S;
  }

  gauge(id: string, name: string): number {
    return this.#component(id).gauge(name);
  }

  #component(id: string): Component {
    return this.world.components[this.#hand().componentOf(id)] as Component;
  }

  #hand(): Component {
    return this.#played[0] as Component;
  }

  #hear(component: Component, kind: number, a: number, b: number): void {
    if (kind >= 0) return;
    const message = this.world.messages.all[a] as Message;
    const heard: Heard = { ...message, atSeconds: toSeconds(this.world.now) };
    if (message.isAnswer === 0) {
      this.requests.push(heard);
      const reason = this.reply(heard);
      if (reason !== null) component.answer(message, REASON[reason]);
      return;
    }
    if (message.isHungUp === 0) this.answers.push(heard);
    // The component hears nothing of it, and the message is freed.
    message.isHungUp = 1;
    component.handle(kind, a, b);
  }
}

export function becauseOf({ reason }: Heard): Reason {
  return reasonOf(reason);
}
