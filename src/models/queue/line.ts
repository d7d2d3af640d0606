/**
 * The order in which the messages of a queue are handed out. A standard queue has one line, more or less in order. A FIFO
 * queue has a line for each group, in order; between groups, the one that could have been handed out for longest is next.
 */
import type { Group, QueueContext, QueueState } from './queue-state.ts';

/** How far back in the line the message may stand that a standard queue hands out before its turn. Our choice. */
const REACH = 10;

/** Items that can be seen. */
export function visibleCount(state: QueueState): number {
  return state.visible.length - state.head - state.gone + state.visibleInGroups;
}

/** Whether anything can be handed out: in a FIFO queue not all that is visible. */
export function hasNext(state: QueueState): boolean {
  return state.head < state.visible.length || state.ready.size > 0;
}

/** The item enters the line: at the end, but that of a group keeps the order in which its items were sent. */
export function enterLine(ctx: QueueContext, state: QueueState, id: number, upload: number): void {
  if (!ctx.prepared.isFifo) {
    state.visible.push(id);
    return;
  }
  const number = groupOf(ctx, upload);
  const group = state.groups.get(number) ?? { waiting: [], head: 0, inFlight: 0 };
  state.groups.set(number, group);
  state.visibleInGroups += 1;
  const last = group.waiting.at(-1);
  const isYoungest = last === undefined || last < id;
  const place = isYoungest ? -1 : group.waiting.findIndex((other, at) => at >= group.head && other > id);
  if (place < 0) group.waiting.push(id);
  else group.waiting.splice(place, 0, id);
  if (group.inFlight === 0) state.ready.add(number);
}

/**
 * Takes the next item out of the line. The group that it belongs to stays open for the same hand-out: `endHandOut` closes
 * it, `leaveGroup` says that one of its items is no longer in flight.
 */
export function takeNext(ctx: QueueContext, state: QueueState): number {
  if (!ctx.prepared.isFifo) return takeFromLine(ctx, state);
  const [number, group] = firstReady(state) as [number, Group];
  const id = group.waiting[group.head] as number;
  group.head += 1;
  group.inFlight += 1;
  state.visibleInGroups -= 1;
  shortenGroup(group);
  if (group.waiting.length === 0) state.ready.delete(number);
  return id;
}

/** A hand-out is complete: the group that it ended in gives nothing to others until all of it is back or gone. */
export function endHandOut(state: QueueState): void {
  const first = firstReady(state);
  if (first !== undefined && first[1].inFlight > 0) state.ready.delete(first[0]);
}

/** One item of the upload's group is no longer in flight; with the last one the group may be handed out again. */
export function leaveGroup(ctx: QueueContext, state: QueueState, upload: number): void {
  if (!ctx.prepared.isFifo) return;
  const number = groupOf(ctx, upload);
  const group = state.groups.get(number) as Group;
  group.inFlight -= 1;
  if (group.inFlight > 0) return;
  if (group.waiting.length > group.head) state.ready.add(number);
  else state.groups.delete(number);
}

/**
 * Takes items out of the line that could be seen and are in the queue no longer: their numbers, with their uploads. In the
 * line of a standard queue they stay until their turn, or until half of it is gone: so none has to be looked for.
 */
export function leaveLines(ctx: QueueContext, state: QueueState, gone: ReadonlyMap<number, number>): void {
  if (!ctx.prepared.isFifo) {
    state.gone += gone.size;
    skipGone(state);
    return;
  }
  for (const number of new Set([...gone.values()].map((upload) => groupOf(ctx, upload)))) {
    leaveLineOfGroup(state, number, gone);
  }
}

/** Those that go are the oldest of the group, and these stand first. */
function leaveLineOfGroup(state: QueueState, number: number, gone: ReadonlyMap<number, number>): void {
  const group = state.groups.get(number) as Group;
  while (gone.has(group.waiting[group.head] as number)) {
    group.head += 1;
    state.visibleInGroups -= 1;
  }
  shortenGroup(group);
  if (group.waiting.length > 0) return;
  state.ready.delete(number);
  if (group.inFlight === 0) state.groups.delete(number);
}

/** Lets go of what is before the head, now and then. */
function shortenGroup(group: Group): void {
  const { waiting, head } = group;
  if (head < waiting.length && (head <= 64 || head * 2 <= waiting.length)) return;
  group.waiting = waiting.slice(head);
  group.head = 0;
}

function takeFromLine(ctx: QueueContext, state: QueueState): number {
  const { outOfOrderShare } = ctx.params;
  if (outOfOrderShare > 0 && state.gone > 0) dropGone(state);
  const { visible, head } = state;
  if (outOfOrderShare > 0 && visible.length - head > 1 && ctx.uniform(ctx.prepared.order) < outOfOrderShare) {
    const others = Math.min(REACH, visible.length - head) - 1;
    const place = head + 1 + Math.floor(ctx.uniform(ctx.prepared.order) * others);
    const first = visible[head] as number;
    visible[head] = visible[place] as number;
    visible[place] = first;
  }
  const id = visible[head] as number;
  advance(state);
  return id;
}

function advance(state: QueueState): void {
  state.head += 1;
  skipGone(state);
}

/** Brings the head to the next one that is in the queue, and lets go of the rest, now and then. */
function skipGone(state: QueueState): void {
  const { visible, items } = state;
  while (state.gone > 0 && !items.has(visible[state.head] as number)) {
    state.head += 1;
    state.gone -= 1;
  }
  if (state.gone * 2 > visible.length - state.head) dropGone(state);
  else if (state.head > 64 && state.head * 2 > visible.length) {
    state.visible = visible.slice(state.head);
    state.head = 0;
  }
}

function dropGone(state: QueueState): void {
  const { visible, head, items } = state;
  state.visible = visible.filter((id, place) => place >= head && items.has(id));
  state.head = 0;
  state.gone = 0;
}

function firstReady(state: QueueState): [number, Group] | undefined {
  for (const number of state.ready) return [number, state.groups.get(number) as Group];
  return undefined;
}

/** Group of a message of this upload, as those who receive it see it: -1 in a standard queue, which has none. */
export function messageGroupOf(ctx: QueueContext, upload: number): number {
  return ctx.prepared.isFifo ? groupOf(ctx, upload) : -1;
}

/** Group of a message; what belongs to no upload is in the first. */
function groupOf(ctx: QueueContext, upload: number): number {
  return upload < 0 ? 0 : upload % ctx.params.messageGroups;
}
