/** One component of a world: its model, its state, and the hands with which the model acts. */
import { copyData } from '../engine/copy.ts';
import type { Handler, Simulation } from '../engine/simulation.ts';
import { type SimTime, seconds } from '../engine/time.ts';
import { FACT, FAULT } from './facts.ts';
import type { Json } from './json.ts';
import { closeUpload, enterUpload, type Ledger, MARK, OUTCOME, reopenUpload } from './ledger.ts';
import { freeMessage, type Message, type MessagePool, noBatch, takeMessage } from './message.ts';
import type { Context, FaultOverrides, Model, Strike } from './model.ts';
import { REASON } from './reasons.ts';
import { type ComponentKind, models } from './registry.ts';
import { isSameStrike } from './work/strikes.ts';
import type { World, WorldLink, WorldNode } from './world.ts';

/** A model whose parameters and state are of some kind or other: only its own functions know which. */
type AnyModel = Model<never, unknown, unknown>;
type AnyContext = Context<never, unknown>;
type Overrides = FaultOverrides<never>;

type Values = Readonly<Record<string, unknown>>;

/** Other values of parameters while a fault lasts; or, once it is over, what stays of it. Never changed once it is made. */
interface Overlay {
  strike: Strike;
  isOver: boolean;
  /** What stayed of it and has been set since: that holds. */
  setSince: readonly string[];
}

/** The event that a message arrives; wakes of models are 0 or above. */
const ARRIVES = -1;

/** One component of a world: its model, its state, and the context through which the model acts. */
export class Component implements Context<Readonly<Record<string, unknown>>, unknown>, Handler {
  readonly id: string;
  readonly kind: ComponentKind;
  /** As they are set, with what faults make of them. */
  params: Readonly<Record<string, unknown>>;
  prepared: unknown = undefined;
  state: unknown = undefined;
  readonly index: number;
  /** As they are set. */
  #set: Readonly<Record<string, unknown>>;
  #overlays: readonly Overlay[] = [];
  readonly #world: World;
  readonly #model: AnyModel;
  /** Itself, as its model sees it. */
  readonly #context = this as unknown as AnyContext;
  // What every event needs, at hand:
  readonly #simulation: Simulation;
  readonly #messages: MessagePool;
  readonly #uploads: Ledger;
  readonly #links: readonly WorldLink[];
  readonly #receive: AnyModel['receive'];
  readonly #wake: AnyModel['wake'];

  constructor(world: World, index: number, node: WorldNode) {
    this.id = node.id;
    this.kind = node.kind;
    this.params = node.params;
    this.#set = node.params;
    this.index = index;
    this.#world = world;
    this.#model = models[node.kind] as unknown as AnyModel;
    this.#simulation = world.simulation;
    this.#messages = world.messages;
    this.#uploads = world.uploads;
    this.#links = world.plan.links;
    this.#receive = this.#model.receive;
    this.#wake = this.#model.wake;
  }

  prepare(): void {
    this.prepared = this.#model.prepare(this as unknown as Context<never, undefined>);
  }

  start(): void {
    this.state = this.#model.start(this.#context);
  }

  /** Takes over where another world's component stands. */
  resume(other: Component): void {
    this.params = other.params;
    this.#set = other.#set;
    this.#overlays = other.#overlays;
    this.prepare();
    this.state = copyData(other.state);
  }

  handle(kind: number, a: number, b: number): void {
    if (kind === ARRIVES) this.#arrive(a);
    else this.#wake(this.#context, this.state, kind, a, b);
  }

  /** A request belongs to the model until it is answered; an answer is gone once it has been heard. */
  #arrive(slot: number): void {
    const message = this.#messages.all[slot] as Message;
    if (message.isAnswer === 0) {
      if (message.isStopped === 1) this.answer(message, REASON['link-cut']);
      else this.#receive(this.#context, this.state, message);
      return;
    }
    if (message.isHungUp === 0) this.#receive(this.#context, this.state, message);
    this.#free(message, REASON.none);
  }

  visitHeld(visit: (upload: number) => void): void {
    this.#model.holds(this.state, visit);
  }

  /** A measurement of this component; throws if it has no such gauge. */
  gauge(name: string): number {
    const read = this.#model.gauges?.[name];
    if (!read) throw new Error(`${this.kind} "${this.id}" has no gauge "${name}"`);
    return read(this.state, this.#simulation.now);
  }

  // What is done to it

  uploadByHand(): void {
    if (!this.#model.uploadByHand) throw new Error(`nobody uploads at ${this.kind} "${this.id}"`);
    this.#model.uploadByHand(this.#context, this.state);
  }

  turn(parameter: string, value: unknown, intervention: number): void {
    const place = Object.keys(models[this.kind].parameters).indexOf(parameter);
    if (place < 0) throw new Error(`${this.kind} "${this.id}" has no parameter "${parameter}"`);
    this.#model.beforeTurn?.(this.#context, this.state);
    this.#set = { ...this.#set, [parameter]: value };
    this.#overlays = this.#overlays.map((overlay) =>
      overlay.isOver ? { ...overlay, setSince: [...overlay.setSince, parameter] } : overlay,
    );
    this.#layParams();
    this.record(FACT['parameter.set'], -1, intervention, typeof value === 'number' ? value : 0, 0, place);
    this.#model.turned?.(this.#context, this.state, parameter as never);
  }

  fault(strike: Strike, begins: boolean, intervention: number): void {
    const behaviour = this.#model.faults?.[strike.fault];
    if (!behaviour) throw new Error(`fault "${strike.fault}" means nothing to ${this.kind} "${this.id}"`);
    const fact = FACT[begins ? 'fault.began' : 'fault.ended'];
    this.record(fact, -1, intervention, strike.strength, 0, FAULT[strike.fault]);
    if ('begin' in behaviour) behaviour[begins ? 'begin' : 'end'](this.#context, this.state, strike);
    else if (begins) this.#override([...this.#overlays, { strike, isOver: false, setSince: [] }]);
    else this.#endOverlay(behaviour, strike);
  }

  /** Of equal ones, as by two targets that mean the same, one ends. */
  #endOverlay({ afterwards }: Overrides, strike: Strike): void {
    const overlays = [...this.#overlays];
    const place = overlays.findIndex((each) => !each.isOver && isSameStrike(each.strike, strike));
    const over = overlays[place];
    if (over === undefined) return;
    overlays.splice(place, 1, ...(afterwards === undefined ? [] : [{ ...over, isOver: true }]));
    this.#override(overlays);
  }

  /** Lets other overlays hold, and tells the model of each parameter that this changes. */
  #override(overlays: readonly Overlay[]): void {
    const before = this.params;
    this.#model.beforeTurn?.(this.#context, this.state);
    this.#overlays = overlays;
    this.#layParams();
    for (const parameter of Object.keys(this.params)) {
      if (!isSameValue(this.params[parameter], before[parameter])) {
        this.#model.turned?.(this.#context, this.state, parameter as never);
      }
    }
  }

  /** Each overlay lies on what those before it make of the parameters as they are set. */
  #layParams(): void {
    this.params = this.#set;
    for (const overlay of this.#overlays) this.params = Object.assign({}, this.params, this.#laid(overlay));
    this.prepare();
  }

  #laid({ strike, isOver, setSince }: Overlay): Values {
    const behaviour = this.#model.faults?.[strike.fault] as unknown as Overrides;
    const params = this.params as never;
    if (!isOver) return behaviour.overrides(params, strike);
    const stays = Object.entries(behaviour.afterwards?.(params, strike) ?? {});
    return Object.fromEntries(stays.filter(([parameter]) => !setSince.includes(parameter)));
  }

  // Context

  now(): SimTime {
    return this.#simulation.now;
  }

  stream(name: string): number {
    return this.#simulation.openStream(`${this.id}: ${name}`);
  }

  uniform(stream: number): number {
    return this.#simulation.uniform(stream);
  }

  wakeAfter(delay: SimTime, wake: number, a: number, b: number): void {
    this.#simulation.schedule(this.#simulation.now + delay, this.index, wake, a, b);
  }

  record(fact: number, upload: number, subject: number, a: number, b: number, c: number): void {
    this.#simulation.record(fact, this.index, upload, subject, a, b, c);
  }

  linkTo(id: string): number {
    const { nodes } = this.#world.plan;
    const link = this.#links.findIndex(({ from, to }) => from === this.index && nodes[to]?.id === id);
    if (link < 0) throw new Error(`no link leads from "${this.id}" to "${id}"`);
    return link;
  }

  onlyLink(): number {
    const link = this.#links.findIndex(({ from }) => from === this.index);
    if (link < 0 || this.#links.some(({ from }, other) => from === this.index && other !== link)) {
      throw new Error(`"${this.id}" needs exactly one link that leads away from it`);
    }
    return link;
  }

  linksAway(): readonly number[] {
    return this.#links.flatMap(({ from }, link) => (from === this.index ? [link] : []));
  }

  targetOf(link: number): number {
    return (this.#links[link] as WorldLink).to;
  }

  callers(): readonly number[] {
    return this.#links.filter(({ to }) => to === this.index).map(({ from }) => from);
  }

  kindOf(component: number): ComponentKind {
    return (this.#world.components[component] as Component).kind;
  }

  idOf(component: number): string {
    return (this.#world.components[component] as Component).id;
  }

  idsOf(kind: ComponentKind): readonly string[] {
    return this.#world.plan.nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  }

  componentOf(id: string): number {
    const component = this.#world.plan.nodes.findIndex((node) => node.id === id);
    if (component < 0) throw new Error(`"${this.id}" names "${id}", which does not exist`);
    return component;
  }

  content(json: Json): number {
    const { contents, contentPlaces } = this.#world;
    const text = JSON.stringify(json);
    const known = contentPlaces.get(text);
    if (known !== undefined) return known;
    const place = contents.push(json) - 1;
    contentPlaces.set(text, place);
    return place;
  }

  contentOf(content: number): Json {
    return this.#world.contents[content] as Json;
  }

  call(link: number, operation: number, upload: number, token: number, attempt = 0): Message {
    const message = this.#post(link, operation, upload, attempt);
    message.token = token;
    this.#travel(message, message.callee);
    return message;
  }

  handOn(link: number, operation: number, upload: number, attempt = 0): Message {
    const message = this.#post(link, operation, upload, attempt);
    message.isOneWay = 1;
    this.#travel(message, message.callee);
    return message;
  }

  answer(message: Message, reason: number = REASON.none): void {
    if (message.isOneWay === 1 || message.isHungUp === 1) {
      this.#takeAway(message, reason);
      return;
    }
    message.isAnswer = 1;
    message.reason = reason;
    this.#travel(message, message.caller);
  }

  drop(message: Message, reason: number): void {
    if (message.isOneWay === 1 || message.isHungUp === 1) this.#takeAway(message, reason);
    else {
      message.isDropped = 1;
      message.isUnconnected = message.arrivesAt === this.#simulation.now ? 1 : 0;
    }
  }

  hangUp(messageSlot: number): void {
    const message = this.message(messageSlot);
    message.isHungUp = 1;
    if (message.isDropped === 1) this.#takeAway(message, REASON['timed-out']);
  }

  carry(message: Message, upload: number): void {
    message.upload = upload;
    this.keep(upload);
  }

  tell(component: number, wake: number, a: number, b: number): void {
    this.#simulation.schedule(this.#simulation.now, component, wake, a, b);
  }

  message(slot: number): Message {
    return this.#messages.all[slot] as Message;
  }

  measure(id: string, gauge: string): number {
    const component = this.#world.components.find((each) => each.id === id);
    if (!component) throw new Error(`"${this.id}" measures "${id}", which does not exist`);
    return component.gauge(gauge);
  }

  startUpload(lengthSeconds: number, megabytes: number, byHand: boolean): number {
    const upload = enterUpload(this.#uploads, lengthSeconds, megabytes);
    this.record(FACT['upload.started'], upload, -1, lengthSeconds, Math.round(megabytes), byHand ? 1 : 0);
    return upload;
  }

  lengthSeconds(upload: number): number {
    return this.#uploads.lengthSeconds[upload] as number;
  }

  megabytes(upload: number): number {
    return this.#uploads.megabytes[upload] as number;
  }

  accept(upload: number): void {
    this.record(FACT['upload.accepted'], upload, -1, 0, 0, 0);
  }

  refuse(upload: number, reason: number): void {
    if (closeUpload(this.#uploads, upload, OUTCOME.refused)) {
      this.record(FACT['upload.refused'], upload, -1, 0, 0, reason);
    }
  }

  keep(upload: number): void {
    if (upload < 0) return;
    const { places } = this.#uploads;
    places[upload] = (places[upload] as number) + 1;
  }

  release(upload: number, reason: number = REASON.none): void {
    if (upload < 0) return;
    const { places, failedBecause, failedAt, outcome } = this.#uploads;
    if (reason !== REASON.none) {
      failedBecause[upload] = reason;
      failedAt[upload] = this.index;
    }
    const left = (places[upload] as number) - 1;
    places[upload] = left;
    if (left === 0 && outcome[upload] === OUTCOME.open) this.#endNowhere(upload);
  }

  /** An open upload that nothing can bring forward any more; told of where it last failed. */
  #endNowhere(upload: number): void {
    const { marks, failedBecause, failedAt } = this.#uploads;
    const hasFailed = failedBecause[upload] !== REASON.none;
    const reason = hasFailed ? (failedBecause[upload] as number) : REASON['nobody-took-over'];
    const component = hasFailed ? (failedAt[upload] as number) : this.index;
    const isDeadLettered = ((marks[upload] as number) & MARK.deadLettered) !== 0;
    closeUpload(this.#uploads, upload, isDeadLettered ? OUTCOME['dead-lettered'] : OUTCOME.lost);
    const fact = FACT[isDeadLettered ? 'upload.dead-lettered' : 'upload.lost'];
    this.#simulation.record(fact, component, upload, -1, 0, 0, reason);
  }

  deadLetter(upload: number, reason: number): void {
    if (upload < 0) return;
    this.#mark(upload, MARK.deadLettered);
    this.release(upload, reason);
  }

  redrive(upload: number): void {
    if (upload < 0) return;
    this.keep(upload);
    if (reopenUpload(this.#uploads, upload)) this.record(FACT['upload.reopened'], upload, -1, 0, 0, 0);
  }

  isOpen(upload: number): boolean {
    return this.#uploads.outcome[upload] === OUTCOME.open;
  }

  markPoison(upload: number): void {
    this.#mark(upload, MARK.poison);
  }

  isPoison(upload: number): boolean {
    return upload >= 0 && ((this.#uploads.marks[upload] as number) & MARK.poison) !== 0;
  }

  partsDone(upload: number, parts: number): void {
    const { done } = this.#uploads;
    const { partsNeeded: needed } = this.#world;
    const all = (done[upload] as number) | parts;
    done[upload] = all;
    if ((all & needed) === needed && closeUpload(this.#uploads, upload, OUTCOME.watchable)) {
      this.record(FACT['upload.watchable'], upload, -1, 0, 0, 0);
    }
  }

  isDone(upload: number, parts: number): boolean {
    return ((this.#uploads.done[upload] as number) & parts) === parts;
  }

  #mark(upload: number, mark: number): void {
    const { marks } = this.#uploads;
    marks[upload] = (marks[upload] as number) | mark;
  }

  /** A request to which no answer goes back is gone; told of where it was. */
  #takeAway(message: Message, reason: number): void {
    const { callee, upload, id, operation } = message;
    this.#simulation.record(FACT['message.taken'], callee, upload, id, operation, 0, reason);
    this.#free(message, reason);
  }

  /** The message is gone, and keeps its upload no longer. */
  #free(message: Message, reason: number): void {
    const { upload } = message;
    freeMessage(this.#messages, message);
    if (upload >= 0) this.release(upload, reason);
  }

  #post(link: number, operation: number, upload: number, attempt: number): Message {
    const message = takeMessage(this.#messages);
    message.operation = operation;
    message.upload = upload;
    message.attempt = attempt;
    message.link = link;
    message.caller = this.index;
    message.callee = (this.#links[link] as WorldLink).to;
    message.sentAt = this.#simulation.now;
    if (upload >= 0) this.keep(upload);
    return message;
  }

  #travel(message: Message, to: number): void {
    const { upload, link, operation, attempt, isAnswer } = message;
    const { cuts, addedLatency } = this.#world.linkStates;
    if (cuts[link] !== 0) stop(message);
    const isNews = isAnswer === 1 && message.isStopped === 1;
    const latency = (this.#links[link] as WorldLink).latency + (addedLatency[link] as number);
    const arrivesAt = this.#simulation.now + latency + (isNews ? UNTIL_UNREACHABLE : 0);
    message.arrivesAt = arrivesAt;
    const fact = FACT['message.sent'];
    const c = operation + 256 * message.reason + 65_536 * attempt;
    this.record(fact, upload, message.id, arrivesAt, link * 2 + isAnswer, c);
    this.#simulation.schedule(arrivesAt, to, ARRIVES, message.slot, 0);
  }
}

/**
 * How long a caller asks in vain for the way along a cut link. Our choice, as of a machine that asks thrice before it says
 * "no route to host"; also so that whoever asks again and again never does so at one moment for ever.
 */
const UNTIL_UNREACHABLE = seconds(1);

/**
 * Nothing gets through. A request comes to nothing where it should arrive, and an answer brings nothing but that: whoever
 * waits soon learns that it failed, whether or not the work was done. Our choice: where packets vanish in silence it takes
 * until a time-out. What is under way when the link is cut arrives.
 */
function stop(message: Message): void {
  if (message.isAnswer === 0) {
    message.isStopped = 1;
    return;
  }
  message.reason = REASON['link-cut'];
  message.item = -1;
  message.batch = noBatch;
}

/** Values of a shape of their own are made anew each time they are laid over. */
function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
