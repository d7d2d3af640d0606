/** What must hold of a world at every moment, and a recount of everything that it counts as it goes. */
import type { SimTime } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import type { ClientState } from '../../src/models/client/client-state.ts';
import { FACT, type FactKind, OPERATION } from '../../src/models/facts.ts';
import type { GroupState, Instance } from '../../src/models/instance-group/group-state.ts';
import { OUTCOME, type Outcome, outcomes } from '../../src/models/ledger.ts';
import type { QueueState } from '../../src/models/queue/queue.ts';
import type { ComponentKind } from '../../src/models/registry.ts';
import type { Component, World } from '../../src/models/world.ts';

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
    for (const component of world.components) recounts[component.kind]?.(component, world, compare);
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
      compare(`uploads told of as ${outcome}`, this.#toldOf(FACT[fact]), total);
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
  'instance-group': recountGroup,
};

function recountClient({ id, params, state }: Component, _world: World, compare: Compare): void {
  const { tokens, backingOff } = state as ClientState;
  const most = params['retryBudgetTokens'] as number;
  compare(`${id}: tokens`, tokens >= 0 && tokens <= most ? 'within the budget' : tokens, 'within the budget');
  const tries = Math.max(0, ...backingOff.values());
  compare(`${id}: tries`, tries < (params['attempts'] as number) || tries === 0 ? 'allowed' : tries, 'allowed');
}

function recountQueue({ id, state }: Component, world: World, compare: Compare): void {
  const { items, visible, head, inFlight, polls, pollHead } = state as QueueState;
  const ids = [...items.keys()];
  const seen = visible.slice(head);
  compare(`${id}: visible`, new Set(seen).size, seen.length);
  const unseen = ids.filter((item) => items.get(item)?.receipt !== 0);
  compare(`${id}: in flight`, inFlight, unseen.length);
  compare(
    `${id}: visible`,
    seen.toSorted().join(),
    ids
      .filter((item) => !unseen.includes(item))
      .toSorted()
      .join(),
  );
  for (const slot of polls.slice(pollHead)) {
    const { caller, operation, isAnswer } = message(world, slot);
    compare(`${id}: waiting poll`, `${caller >= 0} ${operation} ${isAnswer}`, `true ${OPERATION.receive} 0`);
  }
  const awaited = polls.slice(pollHead).filter((slot) => message(world, slot).isHungUp === 0);
  compare(`${id}: visible while polls wait`, awaited.length > 0 ? seen.length : 0, 0);
}

function recountGroup({ id, params, state }: Component, world: World, compare: Compare): void {
  const { instances, freePlaces, freeSlots, inService, jobs, backlog, backlogHead, desired } = state as GroupState;
  const slotsPerInstance = params['slotsPerInstance'] as number;
  const active = jobs.all.filter(({ isActive }) => isActive === 1);
  const serving = instances.filter(({ phase }) => phase === 'in-service');
  compare(`${id}: in service`, inService, serving.length);
  compare(
    `${id}: free slots`,
    freeSlots,
    sum(serving, ({ busy }) => slotsPerInstance - busy),
  );
  compare(`${id}: desired`, instances.filter(isWanted).length, desired);
  compare(`${id}: free places`, freePlaces.length, instances.filter(({ phase }) => phase === 'gone').length);
  compare(`${id}: free jobs`, jobs.free.length, jobs.all.length - active.length);
  for (const { place, phase, busy, polls, pauses } of instances) {
    const who = `${id}: place ${place}`;
    compare(`${who}, busy`, busy, active.filter((job) => job.place === place).length);
    compare(`${who}, slots`, busy + polls.length <= slotsPerInstance ? 'enough' : 'too few', 'enough');
    if (phase !== 'in-service' && phase !== 'draining') compare(`${who}, ${phase}`, busy + polls.length + pauses, 0);
    for (const slot of polls) comparePlea(`${who}, poll`, slot, place, OPERATION.receive, world, compare);
  }
  for (const job of active) {
    if (job.call >= 0) comparePlea(`${id}: call of a job`, job.call, job.index, undefined, world, compare);
    if (job.request >= 0) compareRequest(`${id}: request of a job`, job.request, world, compare);
  }
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
