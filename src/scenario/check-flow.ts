/** Follows the work of an upload through the architecture: it must come to an end, and reach every step on its way. */
import { type EventType, type Step, steps } from '../models/facts.ts';
import type { BusRule } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import { eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { type Flow, flowOf, programsOf, type Way } from './flow.ts';

/** Checks the way of the work; where components are wrong, only what is known of the others. */
export function checkFlow(draft: Draft, architecture: Architecture): void {
  const flow = flowOf(architecture);
  checkSources(draft, architecture, flow);
  checkCycles(draft, architecture, flow);
  checkStandstill(draft, architecture, flow);
  if (draft.isSound(['topology']) && draft.isSound(['parameters'])) checkReach(draft, architecture, flow);
}

/**
 * Kinds through which work may come back to where it has been: rules and filters decide whether it does, and the real
 * services do not prevent it. Through the others it would go round for ever: calls lock up, messages multiply.
 */
const mayLoop: readonly ComponentKind[] = ['event-bus', 'topic', 'bucket', 'stream', 'table'];

/** A component where work has come, and the event that it tells of; null where that is not known: it may be any. */
interface Stop extends Way {
  event: EventType | null;
}

/**
 * What comes out of a queue tells of a known event, and a step may be done for others only: so services may tell each
 * other by queues, as long as none tells of it again. A call holds whoever waits for it, whatever it
 * tells of, so calls never come back.
 */
function checkCycles(draft: Draft, { components }: Architecture, flow: Flow): void {
  const done = new Set<string>();
  const keyOf = ({ id, event }: Stop): string => `${id} ${event}`;
  const visit = (stop: Stop, before: readonly Stop[]): void => {
    const way = [...before, stop];
    for (const next of stopsAfter(stop, flow)) {
      const kind = components.get(next.id)?.kind;
      if (kind === undefined || mayLoop.includes(kind)) continue;
      const at = way.findIndex((each) => keyOf(each) === keyOf(next));
      if (at >= 0) reportCycle(draft, [...way.slice(at), next]);
      else if (!done.has(keyOf(next))) visit(next, way);
    }
    done.add(keyOf(stop));
  };
  for (const { id, kind } of components.values()) {
    const start: Stop = { id, path: null, event: null };
    if (!done.has(keyOf(start)) && !mayLoop.includes(kind)) visit(start, []);
  }
}

function stopsAfter({ id, event }: Stop, flow: Flow): Stop[] {
  return (flow.get(id) ?? []).flatMap((passing) => {
    if (event !== null && passing.on !== undefined && !passing.on.includes(event)) return [];
    const told = passing.event === 'same' ? event : (passing.event ?? null);
    return passing.to.map((way) => ({ ...way, event: told }));
  });
}

/** Tells of a cycle where it closes; in a stage, which is written elsewhere, at what the scenario has set on the way. */
function reportCycle(draft: Draft, cycle: readonly Way[]): void {
  const place = cycle.slice(1).findLast(({ path }) => path !== null && draft.has(path));
  if (place === undefined) return;
  const round = cycle.map(({ id }) => id).join(' → ');
  draft.report(place.path as Path, `a component from which the work does not come back; here it goes round: ${round}`);
}

/** Least latency of some link in a loop. Our choice: what goes round in no time at all does so without end. */
const LEAST_LOOP_MS = 1;

/** Work that may come back must take time on its way round: else time stands still while it goes round. */
function checkStandstill(draft: Draft, { links }: Architecture, flow: Flow): void {
  const instant = new Map<string, Path>();
  for (const { from, to, path } of links) {
    if (path === null || (draft.at<number>(...path, 'latencyMs') ?? LEAST_LOOP_MS) >= LEAST_LOOP_MS) continue;
    // Work goes along a link or, where the callee hands it out, against it.
    instant.set(`${from} ${to}`, path).set(`${to} ${from}`, path);
  }
  if (instant.size === 0) return;
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    for (const { id: next } of (flow.get(id) ?? []).flatMap(({ to }) => to)) {
      const path = instant.get(`${id} ${next}`);
      if (path === undefined) continue;
      const at = way.indexOf(next);
      if (at >= 0) {
        const round = [...way.slice(at), next].join(' → ');
        draft.report(
          [...path, 'latencyMs'],
          `at least ${LEAST_LOOP_MS} on one link of a loop; here work goes round in no time: ${round}`,
        );
      } else if (!done.has(next)) visit(next, [...way, next]);
    }
    done.add(id);
  };
  for (const id of flow.keys()) if (!done.has(id)) visit(id, [id]);
}

/** Slots that ask a queue for work are not there for callers. */
function checkSources(draft: Draft, { components }: Architecture, flow: Flow): void {
  for (const [from, passings] of flow) {
    for (const { id, path } of passings.flatMap(({ to, isRequest }) => (isRequest ? to : []))) {
      const group = components.get(id);
      if (group?.kind !== 'instance-group' || typeof group.valueOf('queue') !== 'string') continue;
      if (path !== null && draft.has(path)) {
        draft.report(path, `a group that is called; "${id}" takes its work from a queue`);
      } else {
        draft.report(
          group.pathOf('queue'),
          `null: "${id}" is called by "${from}", and takes no work from a queue besides`,
        );
      }
    }
  }
}

/** An upload is watchable when every step that some component does has been done for it. */
function checkReach(draft: Draft, architecture: Architecture, flow: Flow): void {
  const own = new Map(
    [...architecture.components.values()].map((each) => [
      each.id,
      programsOf(each).flatMap(({ step }) => (step === 'extra' ? [] : [step])),
    ]),
  );
  const needed = steps.filter((step) => [...own.values()].some((each) => each.includes(step)));
  for (const client of architecture.components.values()) {
    if (client.kind !== 'client' || client.valueOf('sends') !== 'uploads') continue;
    const reached = reachedFrom(client.id, own, flow);
    const missed = needed.filter((step) => !reached.has(step));
    if (missed.length > 0) report(draft, architecture, client, missed);
  }
}

/** Told of a rule that leads nowhere, if there is one; else of the client. */
function report(draft: Draft, { components }: Architecture, client: DraftComponent, missed: readonly Step[]): void {
  for (const bus of components.values()) {
    if (bus.kind !== 'event-bus') continue;
    const place = (bus.valueOf<BusRule[]>('rules') ?? []).findIndex(({ targets }) => targets.length === 0);
    if (place < 0) continue;
    draft.report(
      [...bus.pathOf('rules'), place, 'targets'],
      `at least one target: the uploads of "${client.id}" never reach ${eitherOf(missed)}`,
    );
    return;
  }
  draft.report(
    client.path,
    `an architecture in which the uploads of "${client.id}" reach every step; they never reach ${eitherOf(missed)}`,
  );
}

/**
 * The steps that are sure to be reached. What is reached grows until nothing is added any more, as work may come back.
 */
function reachedFrom(client: string, own: ReadonlyMap<string, readonly Step[]>, flow: Flow): ReadonlySet<Step> {
  const reached = new Map([...own].map(([id, each]) => [id, new Set(each)]));
  const stepsOf = (id: string): ReadonlySet<Step> => reached.get(id) ?? new Set();
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, passings] of flow) {
      const mine = reached.get(id) as Set<Step>;
      const before = mine.size;
      for (const { to, isCopied, isOnFailure } of passings) {
        if (isOnFailure) continue;
        const each = to.map((way) => stepsOf(way.id));
        // Of several that share the work, any may be the one: only what all of them reach is sure.
        for (const step of steps) {
          if (each.length > 0 && (isCopied ? each.some((s) => s.has(step)) : each.every((s) => s.has(step))))
            mine.add(step);
        }
      }
      if (mine.size > before) grew = true;
    }
  }
  return stepsOf(client);
}
