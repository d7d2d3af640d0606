/** What must hold of a world at every moment, and a recount of everything that it counts as it goes. */
import type { SimTime } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import type { ClientState } from '../../src/models/client/client-state.ts';
import type { Component } from '../../src/models/component.ts';
import type { BusState } from '../../src/models/event-bus/bus-state.ts';
import { FACT, type FactKind, OPERATION } from '../../src/models/facts.ts';
import { type FunctionState, SOURCE } from '../../src/models/function/function-state.ts';
import type { GatewayState } from '../../src/models/gateway/gateway.ts';
import type { GroupState, Instance } from '../../src/models/instance-group/group-state.ts';
import { OUTCOME, type Outcome, outcomes } from '../../src/models/ledger.ts';
import { isRegistered, type LoadBalancerState } from '../../src/models/load-balancer/targets.ts';
import type { ProxiedList } from '../../src/models/proxy/proxied.ts';
import type { QueueState } from '../../src/models/queue/queue-state.ts';
import type { ComponentKind } from '../../src/models/registry.ts';
import type { StreamState } from '../../src/models/stream/stream.ts';
import type { World } from '../../src/models/world.ts';

/** The fact that tells of each outcome. */
const factOf: Readonly<Record<Exclude<Outcome, 'open'>, FactKind>> = {
  watchable: 'upload.watchable',
  refused: 'upload.refused',
  lost: 'upload.lost',
  'dead-lettered': 'upload.dead-lettered',
};

/** Enters a breach where two figures that must agree do not. */
type Compare = (what: string, found: number | string, expected: number | string) => void;

/** Listens to a world from its beginning, and says at any moment what is wrong with it. */
export class Conservation implements Observer {
  readonly #told = new Map<number, number>();
  #latest: SimTime = 0;
  #wentBack = false;
  readonly #standIns: readonly ComponentKind[];

  /** @param standIns kinds in whose place another model runs, with a state of its own that is not recounted */
  constructor(standIns: readonly ComponentKind[] = []) {
    this.#standIns = standIns;
  }

  fact(at: SimTime, kind: number): void {
    this.#told.set(kind, this.#toldOf(kind) + 1);
    if (at < this.#latest) this.#wentBack = true;
    this.#latest = at;
  }

  /** Every breach at this moment, in words; none in a world that is well. */
  breachesIn(world: World): string[] {
    const breaches: string[] = [];
    const compare: Compare = (what, found, expected) => {
      if (found !== expected) breaches.push(`${what}: ${found} where ${expected} was expected`);
    };
    if (this.#wentBack || world.now < this.#latest) breaches.push(`the clock went back to ${world.now}`);
    this.#compareUploads(world, compare);
    for (const upload of openButNowhere(world)) breaches.push(`upload ${upload} is open, but nowhere`);
    comparePlaces(world, compare);
    compareMessages(world, compare);
    for (const component of world.components) {
      if (!this.#standIns.includes(component.kind)) recounts[component.kind]?.(component, world, compare);
    }
    return breaches;
  }

  #compareUploads({ uploads }: World, compare: Compare): void {
    const byOutcome = outcomes.map(() => 0);
    for (const outcome of uploads.outcome.subarray(0, uploads.count)) {
      byOutcome[outcome] = (byOutcome[outcome] as number) + 1;
    }
    compare('totals by outcome', uploads.totals.join(), byOutcome.join());
    compare('uploads told of', this.#toldOf(FACT['upload.started']), uploads.count);
    for (const [outcome, fact] of Object.entries(factOf)) {
      const total = uploads.totals[OUTCOME[outcome as Outcome]] as number;
      const reopened = outcome === 'dead-lettered' ? this.#toldOf(FACT['upload.reopened']) : 0;
      compare(`uploads told of as ${outcome}`, this.#toldOf(FACT[fact]) - reopened, total);
    }
  }

  #toldOf(kind: number): number {
    return this.#told.get(kind) ?? 0;
  }
}

/** Uploads that have no outcome yet and that nobody holds. */
function openButNowhere(world: World): number[] {
  const held = heldIn(world);
  const { count, outcome } = world.uploads;
  return Array.from({ length: count }, (_, upload) => upload).filter(
    (upload) => outcome[upload] === OUTCOME.open && !held.has(upload),
  );
}

/** In how many places each upload is kept; those kept nowhere are left out. */
function heldIn(world: World): ReadonlyMap<number, number> {
  const held = new Map<number, number>();
  world.visitHeld((upload) => held.set(upload, (held.get(upload) ?? 0) + 1));
  return held;
}

function comparePlaces(world: World, compare: Compare): void {
  const held = heldIn(world);
  const { count, places } = world.uploads;
  for (let upload = 0; upload < count; upload += 1) {
    compare(`places of upload ${upload}`, places[upload] as number, held.get(upload) ?? 0);
  }
}

function compareMessages({ messages }: World, compare: Compare): void {
  const live = messages.all.filter(({ caller }) => caller >= 0);
  compare('live messages', messages.live, live.length);
  compare('free places for messages', new Set(messages.free).size, messages.all.length - live.length);
}

/** What is recounted of some kinds. */
const recounts: Partial<Record<ComponentKind, (component: Component, world: World, compare: Compare) => void>> = {
  client: recountClient,
  queue: recountQueue,
  stream: recountStream,
  'event-bus': recountBus,
  'instance-group': recountGroup,
  'load-balancer': recountBalancer,
  gateway: recountGateway,
  function: recountFunction,
};

function recountFunction({ id, state }: Component, world: World, compare: Compare): void {
  const { environments, freePlaces, idle, provisionedIdle, atWork, provisioned, jobs, events, waiting } =
    state as FunctionState;
  const live = environments.filter(({ phase }) => phase !== 'gone');
  const active = jobs.all.filter(({ isActive }) => isActive === 1);
  const onDemand = live.filter((each) => each.isProvisioned === 0);
  compare(`${id}: free places`, new Set(freePlaces).size, environments.length - live.length);
  compare(`${id}: at work`, atWork, onDemand.filter(({ phase }) => phase !== 'idle').length);
  compare(`${id}: kept ready`, provisioned, live.length - onDemand.length);
  for (const [pool, isProvisioned] of [
    [idle, 0],
    [provisionedIdle, 1],
  ] as const) {
    const pooled = [...pool].flatMap(([version, places]) => places.map((place) => `${place} of ${version}`));
    const resting = live
      .filter((each) => each.phase === 'idle' && each.isProvisioned === isProvisioned)
      .map(({ place, version }) => `${place} of ${version}`);
    compare(`${id}: idle`, pooled.toSorted().join(), resting.toSorted().join());
  }
  for (const { place, phase, source, subject, job } of live) {
    const who = `${id}: place ${place}, ${phase}`;
    compare(`${who}, jobs`, active.filter((each) => each.place === place).length, job < 0 ? 0 : 1);
    if (phase === 'idle' || phase === 'busy') compare(`${who}, has a run`, `${source >= 0}`, `${phase === 'busy'}`);
    if (source === SOURCE.caller && job < 0) compareRequest(`${who}, request`, subject, world, compare);
  }
  for (const job of active) {
    if (job.call >= 0) comparePlea(`${id}: call of a job`, job.call, job.index, undefined, world, compare);
    if (job.request >= 0) compareRequest(`${id}: request of a job`, job.request, world, compare);
  }
  const held = [...events.values()];
  compare(`${id}: events that wait`, waiting, held.filter(({ phase }) => phase === 'waiting').length);
  const running = live.filter(({ source }) => source === SOURCE.event).map(({ subject }) => subject);
  const known = held.filter(({ phase }) => phase === 'running').map(({ number }) => number);
  compare(`${id}: events that run`, running.toSorted().join(), known.toSorted().join());
  compareFeeding(id, state as FunctionState, world, compare);
}

/** Pollers, readers and their batches. */
function compareFeeding(id: string, state: FunctionState, world: World, compare: Compare): void {
  const { environments, batches, pollers, readers, lanes } = state;
  const running = environments.filter(({ source }) => source === SOURCE.batch).map(({ subject }) => subject);
  compare(`${id}: batches`, running.toSorted().join(), [...batches.keys()].toSorted().join());
  for (const { index, phase, poll } of pollers) {
    const who = `${id}: poller ${index}`;
    compare(`${who}, polls`, `${poll >= 0}`, `${phase === 'polling'}`);
    if (poll >= 0) comparePlea(`${who}, poll`, poll, index, OPERATION.receive, world, compare);
  }
  for (const { index, lanesAtWork } of readers) {
    compare(`${id}: reader ${index}, lanes`, lanesAtWork, lanes.filter(({ reader }) => reader === index).length);
  }
}

function recountBalancer({ id, state }: Component, world: World, compare: Compare): void {
  const { targets, freePlaces, pools, requests } = state as LoadBalancerState;
  recountProxied(id, requests, world, compare);
  const open = requests.all.filter(({ isOpen }) => isOpen === 1);
  compare(`${id}: free places`, freePlaces.length, targets.filter((target) => target.state === 'gone').length);
  for (const { place, state: health, open: counted, check } of targets) {
    const who = `${id}: target ${place}, ${health}`;
    if (health === 'gone') {
      compare(`${who}, requests`, open.filter(({ target }) => target === place).length, 0);
      continue;
    }
    compare(`${who}, requests`, counted, open.filter(({ target }) => target === place).length);
    if (check >= 0) comparePlea(`${who}, check`, check, place, OPERATION.check, world, compare);
    if (health === 'draining') compare(`${who}, with nothing under way`, counted > 0 ? 'no' : 'yes', 'no');
  }
  const registered = targets.filter(isRegistered);
  const healthy = registered.filter((target) => target.state === 'healthy');
  const wanted = (healthy.length > 0 ? healthy : registered).map(({ place }) => place);
  const chosenFrom = pools.flatMap(({ places }) => places);
  compare(`${id}: targets to choose from`, chosenFrom.toSorted().join(), wanted.toSorted().join());
}

function recountGateway({ id, state }: Component, world: World, compare: Compare): void {
  recountProxied(id, (state as GatewayState).requests, world, compare);
}

/** Requests that were passed on: the caller's is held here, and the other one is waited for. */
function recountProxied(id: string, { all, free }: ProxiedList, world: World, compare: Compare): void {
  const open = all.filter(({ isOpen }) => isOpen === 1);
  compare(`${id}: free places of requests`, new Set(free).size, all.length - open.length);
  for (const { place, request, call } of open) {
    compareRequest(`${id}: request passed on`, request, world, compare);
    comparePlea(`${id}: request waited for`, call, place, undefined, world, compare);
  }
}

function recountClient({ id, params, state }: Component, world: World, compare: Compare): void {
  const { tokens, errands } = state as ClientState;
  const most = params['retryBudgetTokens'] as number;
  compare(`${id}: tokens`, tokens >= 0 && tokens <= most ? 'within the budget' : tokens, 'within the budget');
  const active = errands.all.filter(({ isActive }) => isActive === 1);
  compare(`${id}: free errands`, errands.free.length, errands.all.length - active.length);
  const index = world.components.findIndex((each) => each.id === id);
  const asked = world.messages.all.filter(({ caller, isHungUp }) => caller === index && isHungUp === 0).length;
  const backingOff = active.filter(({ isBackingOff }) => isBackingOff === 1).length;
  compare(`${id}: errands under way`, asked + backingOff, active.length);
}

function recountQueue({ id, params, state }: Component, world: World, compare: Compare): void {
  const { items, firstItem, nextItem, visible, head, gone, groups, ready } = state as QueueState;
  const { inFlight, delayed, polls, pollHead } = state as QueueState;
  const all = [...items];
  const inLines = [...groups.values()].flatMap((group) => group.waiting.slice(group.head));
  const line = visible.slice(head);
  const seen = [...line.filter((item) => items.has(item)), ...inLines];
  compare(`${id}: gone that are in line`, gone, line.length + inLines.length - seen.length);
  compare(`${id}: next in line is gone`, line.length > 0 && !items.has(line[0] as number) ? 1 : 0, 0);
  compare(`${id}: first item`, firstItem, all[0]?.[0] ?? nextItem);
  compare(`${id}: visible in groups`, (state as QueueState).visibleInGroups, inLines.length);
  compare(`${id}: visible`, new Set(seen).size, seen.length);
  compare(`${id}: in flight`, inFlight, all.filter(([, { receipt }]) => receipt > 0).length);
  compare(`${id}: delayed`, delayed, all.filter(([, { receipt }]) => receipt < 0).length);
  const visibleItems = all.filter(([, { receipt }]) => receipt === 0).map(([item]) => item);
  compare(`${id}: visible`, seen.toSorted().join(), visibleItems.toSorted().join());
  for (const [number, { waiting, head: first, inFlight: out }] of groups) {
    const who = `${id}: group ${number}`;
    const members = all.filter(
      ([, { upload }]) => Math.max(0, upload) % (params['messageGroups'] as number) === number,
    );
    compare(`${who}, in flight`, out, members.filter(([, { receipt }]) => receipt > 0).length);
    compare(`${who}, ready`, `${ready.has(number)}`, `${out === 0 && waiting.length > first}`);
    const order = waiting.slice(first);
    compare(`${who}, order`, order.join(), order.toSorted((a, b) => a - b).join());
  }
  compare(`${id}: ready groups that hold nothing`, [...ready].filter((number) => !groups.has(number)).length, 0);
  for (const slot of polls.slice(pollHead)) {
    const { caller, operation, isAnswer } = message(world, slot);
    compare(`${id}: waiting poll`, `${caller >= 0} ${operation} ${isAnswer}`, `true ${OPERATION.receive} 0`);
  }
  const awaited = polls.slice(pollHead).filter((slot) => message(world, slot).isHungUp === 0);
  const isFull = inFlight >= (params['inFlightLimit'] as number);
  const available = params['type'] === 'fifo' ? ready.size : seen.length;
  compare(`${id}: visible while polls wait`, awaited.length > 0 && !isFull ? available : 0, 0);
}

function recountBus({ id, state }: Component, world: World, compare: Compare): void {
  const { copies, targets, archive, archiveHead, archiveLooksAt, firstTargets, firesAt, replays } = state as BusState;
  const active = copies.all.filter(({ isActive }) => isActive === 1);
  compare(`${id}: free places`, new Set(copies.free).size, copies.all.length - active.length);
  for (const { index, place, call } of active) {
    compare(`${id}: target of a copy`, targets[place] === undefined ? 'unknown' : 'known', 'known');
    if (call >= 0) comparePlea(`${id}: call of a copy`, call, index, OPERATION.deliver, world, compare);
  }
  const times = archive.slice(archiveHead).map(({ at }) => at);
  compare(`${id}: order of the archive`, times.join(), times.toSorted((a, b) => a - b).join());
  const isLookPast = archiveLooksAt >= 0 && archiveLooksAt < world.now;
  compare(`${id}: look at the archive`, isLookPast ? 'past' : 'to come', 'to come');
  compare(`${id}: rules with a schedule`, firesAt.length, firstTargets.length);
  compare(`${id}: replays`, replays.map(({ number }) => number).join(), replays.map((_, place) => place).join());
}

function recountStream({ id, state }: Component, world: World, compare: Compare): void {
  const { shards, readers, nextRecord } = state as StreamState;
  const seen = new Set<number>();
  shards.forEach(({ records, head, looksAt }, shard) => {
    const who = `${id}: shard ${shard}`;
    const items = records.slice(head).map(({ item }) => item);
    compare(`${who}, order`, items.join(), items.toSorted((a, b) => a - b).join());
    for (const item of items) seen.add(item);
    compare(`${who}, look at the oldest`, items.length === 0 || looksAt >= world.now ? 'planned' : 'none', 'planned');
    const checkpoints = readers.map((reader) => reader.checkpoints[shard] as number);
    compare(`${who}, checkpoints ahead`, checkpoints.filter((each) => each > nextRecord).length, 0);
    const passed = readers.length === 0 ? 0 : Math.min(...checkpoints);
    compare(`${who}, kept for nobody`, items.filter((item) => item < passed).length, 0);
  });
  compare(
    `${id}: records in one shard`,
    seen.size,
    sum(shards, ({ records, head }) => records.length - head),
  );
}

function recountGroup({ id, params, state }: Component, world: World, compare: Compare): void {
  const { instances, freePlaces, placeOf, freeSlots, inService, jobs, desired, surplus } = state as GroupState;
  const slotsPerInstance = params['slotsPerInstance'] as number;
  const active = jobs.all.filter(({ isActive }) => isActive === 1);
  const serving = instances.filter(({ phase }) => phase === 'in-service');
  compare(`${id}: in service`, inService, serving.length);
  compare(
    `${id}: free slots`,
    freeSlots,
    sum(serving, ({ busy }) => slotsPerInstance - busy),
  );
  compare(`${id}: desired`, instances.filter(isWanted).length - surplus, desired);
  compare(`${id}: free places`, freePlaces.length, instances.filter(({ phase }) => phase === 'gone').length);
  compare(`${id}: known instances`, placeOf.size, instances.length - freePlaces.length);
  compare(`${id}: free jobs`, jobs.free.length, jobs.all.length - active.length);
  for (const instance of instances) {
    const { place, phase, busy, polls, pauses, backlog, held, atWork } = instance;
    const who = `${id}: place ${place}`;
    compare(`${who}, busy`, busy, active.filter((job) => job.place === place).length);
    compare(`${who}, slots`, busy + polls.length <= slotsPerInstance ? 'enough' : 'too few', 'enough');
    const isUp = phase === 'in-service' || phase === 'draining';
    if (!isUp) compare(`${who}, ${phase}`, busy + polls.length + pauses + backlog.length + held.length, 0);
    if (phase !== 'gone') compare(`${who}, known`, placeOf.get(instance.id) ?? 'nowhere', place);
    // A message whose message group is being worked on waits for that, not for a slot.
    const startable = held.filter(({ group }) => group < 0 || atWork.every((other) => other.group !== group));
    if (busy < slotsPerInstance) compare(`${who}, waiting beside free slots`, backlog.length + startable.length, 0);
    for (const slot of polls) comparePlea(`${who}, poll`, slot, place, OPERATION.receive, world, compare);
    for (const slot of backlog) compareRequest(`${who}: waiting request`, slot, world, compare);
  }
  for (const job of active) {
    if (job.call >= 0) comparePlea(`${id}: call of a job`, job.call, job.index, undefined, world, compare);
    if (job.request >= 0) compareRequest(`${id}: request of a job`, job.request, world, compare);
  }
  compareBacklogs(id, state as GroupState, world, compare);
}

function compareBacklogs(id: string, state: GroupState, world: World, compare: Compare): void {
  const { instances, backlog, backlogHead, waitingAtInstances, freeSlots, inService } = state;
  compare(
    `${id}: requests that wait at instances`,
    waitingAtInstances,
    sum(instances, (instance) => instance.backlog.length),
  );
  const waiting = backlog.slice(backlogHead);
  for (const slot of waiting) compareRequest(`${id}: waiting request`, slot, world, compare);
  if (freeSlots > 0) compare(`${id}: requests that wait beside free slots`, waiting.length, 0);
  if (inService === 0) compare(`${id}: requests that wait for nobody`, waiting.length, 0);
}

function isWanted({ phase }: Instance): boolean {
  return phase !== 'gone' && phase !== 'draining';
}

/** A message that its sender waits for: alive, not given up, and with the sender's token. */
function comparePlea(
  what: string,
  slot: number,
  token: number,
  operation: number | undefined,
  world: World,
  compare: Compare,
): void {
  const found = message(world, slot);
  compare(what, `${found.caller >= 0} ${found.isHungUp} ${found.token}`, `true 0 ${token}`);
  if (operation !== undefined) compare(what, found.operation, operation);
}

/** A request that is held by whom it was sent to: alive, and not answered yet. */
function compareRequest(what: string, slot: number, world: World, compare: Compare): void {
  const found = message(world, slot);
  compare(what, `${found.caller >= 0} ${found.isAnswer}`, 'true 0');
}

function message(world: World, slot: number) {
  const found = world.messages.all[slot];
  if (!found) throw new Error(`no message has the place ${slot}`);
  return found;
}

function sum<T>(all: readonly T[], amount: (each: T) => number): number {
  return all.reduce((total, each) => total + amount(each), 0);
}
