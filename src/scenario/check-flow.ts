/** Follows the work of an upload through the groups: it must come to an end, and reach every step on its way. */
import { type Step, steps } from '../models/facts.ts';
import type { StepProgram } from '../models/parameters.ts';
import { eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';

/** Work that goes from one group to others; to one of several where they take it from the same queue. */
interface Passing {
  to: readonly string[];
  isCall: boolean;
  path: Path;
}

/** Who passes work to whom, by group. */
type Flow = ReadonlyMap<string, readonly Passing[]>;

/** Checks the way of the work; where groups are wrong, only what is known of the others. */
export function checkFlow(draft: Draft, architecture: Architecture): void {
  const flow = flowOf(architecture);
  checkCycles(draft, flow);
  checkSources(draft, architecture, flow);
  if (draft.isSound(['topology']) && draft.isSound(['parameters'])) checkReach(draft, architecture, flow);
}

function groupsOf({ components }: Architecture): DraftComponent[] {
  return [...components.values()].filter(({ kind }) => kind === 'instance-group');
}

function programsOf(group: DraftComponent): readonly StepProgram[] {
  return group.valueOf<StepProgram[]>('steps') ?? [];
}

function flowOf(architecture: Architecture): Flow {
  const groups = groupsOf(architecture);
  const takers = new Map<string, string[]>();
  for (const group of groups) {
    const queue = group.valueOf<string | null>('queue');
    if (typeof queue === 'string') takers.set(queue, [...(takers.get(queue) ?? []), group.id]);
  }
  return new Map(groups.map((group) => [group.id, passingsOf(group, takers)]));
}

function passingsOf(group: DraftComponent, takers: ReadonlyMap<string, readonly string[]>): Passing[] {
  const path = group.pathOf('steps');
  return programsOf(group).flatMap((program, place) =>
    (['before', 'after'] as const).flatMap((when) =>
      (program[when] ?? []).flatMap(({ to, operation }, n): Passing[] => {
        const at = [...path, place, when, n, 'to'];
        if (operation === 'upload' || operation === 'hand-on') return [{ to: [to], isCall: true, path: at }];
        return operation === 'send' ? [{ to: takers.get(to) ?? [], isCall: false, path: at }] : [];
      }),
    ),
  );
}

/** Work that comes back to a group it has been at would go round for ever: calls lock up, messages multiply. */
function checkCycles(draft: Draft, flow: Flow): void {
  const done = new Set<string>();
  const visit = (group: string, way: readonly string[]): void => {
    for (const { to, path } of flow.get(group) ?? []) {
      for (const next of to) {
        const at = way.indexOf(next);
        if (at >= 0) {
          const cycle = [...way.slice(at), next].join(' → ');
          draft.report(path, `a component from which the work does not come back; here it goes round: ${cycle}`);
        } else if (!done.has(next)) visit(next, [...way, next]);
      }
    }
    done.add(group);
  };
  for (const group of flow.keys()) if (!done.has(group)) visit(group, [group]);
}

/** Slots that ask a queue for work are not there for callers. */
function checkSources(draft: Draft, { components, links }: Architecture, flow: Flow): void {
  const takesFromQueue = (id: string): boolean => typeof components.get(id)?.valueOf('queue') === 'string';
  const allowed = (id: string): string => `a group that is called; "${id}" takes its work from a queue`;
  for (const passings of flow.values()) {
    for (const { to, isCall, path } of passings) {
      for (const id of to) if (isCall && takesFromQueue(id)) draft.report(path, allowed(id));
    }
  }
  for (const { from, to, path } of links) {
    if (components.get(from)?.kind !== 'client' || !takesFromQueue(to)) continue;
    draft.report(path === null ? (components.get(to) as DraftComponent).pathOf('queue') : [...path, 'to'], allowed(to));
  }
}

/** An upload is watchable when every step that some group does has been done for it. */
function checkReach(draft: Draft, architecture: Architecture, flow: Flow): void {
  const own = new Map(groupsOf(architecture).map((group) => [group.id, programsOf(group).map(({ step }) => step)]));
  const needed = steps.filter((step) => [...own.values()].some((each) => each.includes(step)));
  const known = new Map<string, ReadonlySet<Step>>();

  const reachedFrom = (group: string): ReadonlySet<Step> => {
    const before = known.get(group);
    if (before !== undefined) return before;
    const reached = new Set(own.get(group));
    known.set(group, reached);
    for (const { to } of flow.get(group) ?? []) {
      // Of several that take from one queue, any may be the one: only what all of them reach is sure.
      const [first, ...others] = to.map(reachedFrom);
      for (const step of first ?? []) if (others.every((other) => other.has(step))) reached.add(step);
    }
    return reached;
  };

  for (const client of architecture.components.values()) {
    if (client.kind !== 'client') continue;
    const entry = architecture.links.find(({ from }) => from === client.id)?.to;
    if (entry === undefined) continue;
    const reached = reachedFrom(entry);
    const missed = needed.filter((step) => !reached.has(step));
    if (missed.length === 0) continue;
    draft.report(
      client.path,
      `an architecture in which the uploads of "${client.id}" reach every step; they never reach ${eitherOf(missed)}`,
    );
  }
}
