/**
 * Where an intervention strikes. A target is written so that the same words mean something in every architecture that has
 * such a part:
 * - `processing` the component of this id,
 * - `step:process` whichever components do that step; `kind:queue` all of that kind,
 * - `zone:a` one availability zone (a to d), in every group that has instances there,
 * - `link:users>upload` the link between two components; `into:process` the links by which that step gets its work,
 * - `rule:bus/renditions` one rule of an event bus.
 */
import { type FaultScope, faultCatalogue, kindsStruckBy } from '../faults/catalogue.ts';
import type { Fault, Step } from '../models/facts.ts';
import type { BusRule } from '../models/parameters.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';

/** As above. */
export type Target = string;

/** One thing that is struck. */
export interface Struck {
  /** Number of the component; of a link, where it begins. */
  component: number;
  /** Number of the link; -1 if it is the component that is struck. */
  link: number;
  /** Zone, from 0, or name of a rule; '' for all of the component. */
  part: string;
}

/** The availability zones that a group may have, by number. */
export const zoneNames = ['a', 'b', 'c', 'd'] as const;

type Nodes = readonly WorldNode[];
type Links = readonly Pick<WorldLink, 'from' | 'to'>[];

interface Form {
  scopes: readonly FaultScope[];
  struck: (rest: string, nodes: Nodes, links: Links) => Struck[];
}

/** How targets of each form begin, which scopes they are for, and what they mean. An id has no such beginning. */
const forms: Readonly<Record<string, Form>> = {
  step: { scopes: ['component'], struck: (step, nodes) => whole(doing(step, nodes)) },
  kind: { scopes: ['component', 'rule'], struck: (kind, nodes) => whole(every(nodes, (node) => node.kind === kind)) },
  zone: { scopes: ['zone'], struck: inZone },
  link: { scopes: ['link'], struck: (ends, nodes, links) => ofLinks(linksBetween(ends, nodes, links), links) },
  into: { scopes: ['link'], struck: (step, nodes, links) => ofLinks(linksInto(step, nodes, links), links) },
  rule: { scopes: ['rule'], struck: ofRule },
};

/** All that a target means in an architecture; nothing if it means nothing there. */
export function struckBy(target: Target, nodes: Nodes, links: Links): Struck[] {
  const { form, rest } = partsOf(target);
  if (form === null) return whole(every(nodes, ({ id }) => id === target));
  return formOf(form)?.struck(rest, nodes, links) ?? [];
}

/** Numbers of the components that a target means as a whole; none if it means none, or a part or a link. */
export function componentsAt(target: Target, nodes: Nodes): number[] {
  return struckBy(target, nodes, []).flatMap(({ component, link, part }) =>
    link < 0 && part === '' ? [component] : [],
  );
}

/** All that a fault strikes at a target; nothing if it cannot strike there. */
export function struckByFault(fault: Fault, target: Target, nodes: Nodes, links: Links): Struck[] {
  if (!isFormFor(fault, target)) return [];
  const struck = struckBy(target, nodes, links);
  return struck.every((each) => canStrike(fault, each, nodes)) ? struck : [];
}

/** Whether targets of this form are for this fault at all, whatever the architecture. */
export function isFormFor(fault: Fault, target: Target): boolean {
  const { scope } = faultCatalogue[fault];
  const { form } = partsOf(target);
  return form === null ? scope === 'component' || scope === 'rule' : (formOf(form)?.scopes.includes(scope) ?? false);
}

/** Whether a fault means something to what a target has struck. */
export function canStrike(fault: Fault, { component, link, part }: Struck, nodes: Nodes): boolean {
  if (link >= 0) return true;
  const node = nodes[component] as WorldNode;
  if (!kindsStruckBy(fault).includes(node.kind)) return false;
  return (
    faultCatalogue[fault].scope !== 'rule' || rulesFor(fault, node).some(({ name }) => part === '' || part === name)
  );
}

/** Whether anything can come of a fault where it strikes: poison comes with uploads, and a message is seen by receivers. */
function isFelt(fault: Fault, { component, link }: Struck, nodes: Nodes): boolean {
  const { id, kind, params } = nodes[component] as WorldNode;
  if (link >= 0) return true;
  if (fault === 'poison-messages') return params['sends'] === 'uploads';
  if (kind === 'queue' && RECEIVING.includes(fault)) return nodes.some((node) => sourcesOf(node).includes(id));
  return true;
}

/** Faults that change what those see who receive from a queue; of a queue from which nobody does, nothing. */
const RECEIVING: readonly Fault[] = ['short-visibility', 'duplicate-delivery'];

/** Ids of what a worker fetches its work from: a queue, or the sources of a function's mappings. */
function sourcesOf({ params }: WorldNode): unknown[] {
  const { queue, mappings } = params;
  return [queue, ...((mappings ?? []) as { from: string }[]).map(({ from }) => from)];
}

/** Whether a fault at this target strikes anything in an architecture, and anything can come of it there. */
export function meansSomething(fault: Fault, target: Target, nodes: Nodes, links: Links): boolean {
  return struckByFault(fault, target, nodes, links).some((struck) => isFelt(fault, struck, nodes));
}

/** Where a fault strikes in an architecture if nobody says; null if it can strike nowhere there. */
export function usualTarget(fault: Fault, nodes: Nodes, links: Links): Target | null {
  const { usualTargets } = faultCatalogue[fault];
  const usual = usualTargets.find((target) => meansSomething(fault, target, nodes, links));
  return usual ?? targetsFor(fault, nodes, links)[0] ?? null;
}

/** Every single thing that a fault can strike in an architecture. */
export function targetsFor(fault: Fault, nodes: Nodes, links: Links): Target[] {
  const { scope } = faultCatalogue[fault];
  return candidates[scope](fault, nodes, links).filter((target) => meansSomething(fault, target, nodes, links));
}

const candidates: Readonly<Record<FaultScope, (fault: Fault, nodes: Nodes, links: Links) => Target[]>> = {
  component: (_fault, nodes) => nodes.map(({ id }) => id),
  zone: () => zoneNames.map((zone) => `zone:${zone}`),
  link: (_fault, nodes, links) => links.map(({ from, to }) => `link:${nodes[from]?.id}>${nodes[to]?.id}`),
  rule: (fault, nodes) => nodes.flatMap((node) => rulesFor(fault, node).map(({ name }) => `rule:${node.id}/${name}`)),
};

/** The rules of a bus that a fault means something to: those with a pattern, or those with a schedule. */
function rulesFor(fault: Fault, { kind, params }: WorldNode): readonly BusRule[] {
  if (kind !== 'event-bus') return [];
  const rules = params['rules'] as readonly BusRule[];
  return rules.filter(({ pattern, schedule }) => (fault === 'silent-schedule' ? schedule : pattern) !== undefined);
}

/** Undefined where somebody has written what no target begins with. */
function formOf(form: string): Form | undefined {
  return Object.hasOwn(forms, form) ? forms[form] : undefined;
}

function partsOf(target: Target): { form: string | null; rest: string } {
  const colon = target.indexOf(':');
  return colon < 0 ? { form: null, rest: target } : { form: target.slice(0, colon), rest: target.slice(colon + 1) };
}

function whole(components: readonly number[]): Struck[] {
  return components.map((component) => ({ component, link: -1, part: '' }));
}

function inZone(name: string, nodes: Nodes): Struck[] {
  const zone = (zoneNames as readonly string[]).indexOf(name);
  if (zone < 0) return [];
  const groups = every(nodes, ({ params }) => typeof params['zones'] === 'number' && params['zones'] > zone);
  return groups.map((component) => ({ component, link: -1, part: String(zone) }));
}

function ofRule(path: string, nodes: Nodes): Struck[] {
  const slash = path.indexOf('/');
  const part = path.slice(slash + 1);
  if (slash < 0 || part === '') return [];
  return every(nodes, ({ id }) => id === path.slice(0, slash)).map((component) => ({ component, link: -1, part }));
}

function ofLinks(numbers: readonly number[], links: Links): Struck[] {
  return numbers.map((link) => ({ component: (links[link] as Links[number]).from, link, part: '' }));
}

function linksBetween(ends: string, nodes: Nodes, links: Links): number[] {
  const [from, to, ...more] = ends.split('>').map((end) => nodes.findIndex(({ id }) => id === end));
  if (more.length > 0) return [];
  return links.flatMap((link, number) => (link.from === from && link.to === to ? [number] : []));
}

/** Links from callers, and those to where the work is fetched: a queue, or the sources of a function's mappings. */
function linksInto(step: string, nodes: Nodes, links: Links): number[] {
  const workers = doing(step, nodes);
  const isFetchedFrom = (worker: number, source: number): boolean =>
    sourcesOf(nodes[worker] as WorldNode).includes(nodes[source]?.id);
  return links.flatMap(({ from, to }, number) => {
    const isCalled = workers.includes(to) && !workers.includes(from);
    return isCalled || (workers.includes(from) && isFetchedFrom(from, to)) ? [number] : [];
  });
}

function doing(step: string, nodes: Nodes): number[] {
  return every(nodes, ({ params }) =>
    ((params['steps'] ?? []) as { step: Step | 'extra' }[]).some((each) => each.step === step),
  );
}

function every(nodes: Nodes, wanted: (node: WorldNode) => boolean): number[] {
  return nodes.flatMap((node, index) => (wanted(node) ? [index] : []));
}
