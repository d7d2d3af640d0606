/** Follows the work of an upload through the architecture: it must come to an end, and reach every step on its way. */
import { type Step, steps } from '../models/facts.ts';
import type { ComponentKind } from '../models/registry.ts';
import { eitherOf } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { type Flow, flowOf, programsOf } from './flow.ts';

/** Checks the way of the work; where components are wrong, only what is known of the others. */
export function checkFlow(draft: Draft, architecture: Architecture): void {
  const flow = flowOf(architecture);
  checkCycles(draft, architecture, flow);
  checkSources(draft, architecture, flow);
  if (draft.isSound(['topology']) && draft.isSound(['parameters'])) checkReach(draft, architecture, flow);
}

/**
 * Kinds through which work may come back to where it has been: rules and filters decide whether it does, and the real
 * services do not prevent it. Through the others it would go round for ever: calls lock up, messages multiply.
 */
const mayLoop: readonly ComponentKind[] = ['event-bus', 'topic', 'bucket', 'stream', 'table'];

function checkCycles(draft: Draft, { components }: Architecture, flow: Flow): void {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    for (const { to, path } of flow.get(id) ?? []) {
      for (const next of to) {
        const kind = components.get(next)?.kind;
        if (kind === undefined || mayLoop.includes(kind)) continue;
        const at = way.indexOf(next);
        if (at >= 0) {
          const cycle = [...way.slice(at), next].join(' → ');
          draft.report(path, `a component from which the work does not come back; here it goes round: ${cycle}`);
        } else if (!done.has(next)) visit(next, [...way, next]);
      }
    }
    done.add(id);
  };
  for (const { id, kind } of components.values()) if (!done.has(id) && !mayLoop.includes(kind)) visit(id, [id]);
}

/** Slots that ask a queue for work are not there for callers. */
function checkSources(draft: Draft, { components }: Architecture, flow: Flow): void {
  const isTaker = (id: string): boolean => {
    const component = components.get(id);
    return component?.kind === 'instance-group' && typeof component.valueOf('queue') === 'string';
  };
  for (const passings of flow.values()) {
    for (const { to, isCall, path } of passings) {
      for (const id of to) {
        if (isCall && isTaker(id)) draft.report(path, `a group that is called; "${id}" takes its work from a queue`);
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
    if (missed.length > 0) report(draft, client, missed);
  }
}

function report(draft: Draft, client: DraftComponent, missed: readonly Step[]): void {
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
      for (const { to, isCopied } of passings) {
        const each = to.map(stepsOf);
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
