/** Checks how a topology hangs together: ids, links, and who calls whom. */
import { type ComponentKind, componentKinds } from '../models/registry.ts';
import { anyOf, didYouMean, eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import { targetKinds } from './check-event-bus.ts';
import { notifiedKinds, subscribingKinds } from './check-messaging.ts';
import { behindGateway } from './check-proxies.ts';
import type { Draft } from './draft.ts';
import { workers } from './flow.ts';
import { aKind } from './parameter-rules.ts';
import { isReserved } from './plain-data.ts';

/** Everything that can be called. */
const called = componentKinds.filter((kind) => kind !== 'client');

/** Where links can lead from each kind: from those that call, tell or fetch to those that are called, told or asked. */
const leadsTo: Readonly<Record<ComponentKind, readonly ComponentKind[]>> = {
  client: called,
  gateway: behindGateway,
  'load-balancer': ['instance-group'],
  'instance-group': called,
  function: called,
  // To that of its dead letters.
  queue: ['queue'],
  topic: subscribingKinds,
  stream: [],
  'event-bus': targetKinds,
  bucket: notifiedKinds,
  // What changes in a table can be told to a stream.
  table: ['stream'],
};

/** Kinds from which others fetch: links lead from the others to them. */
const isFetchedFrom: readonly ComponentKind[] = ['queue', 'stream'];

/** Kinds from which exactly one link leads away: everything that comes goes on there. */
const oneLink: readonly ComponentKind[] = ['client', 'gateway'];

/** Checks that no two nodes have the same id: the first thing to know, as everything else goes by ids. */
export function checkIds(draft: Draft): void {
  const places = new Map<string, Path[]>();
  for (const place of draft.keysAt('topology', 'nodes')) {
    const path = ['topology', 'nodes', Number(place), 'id'];
    const id = draft.at<string>(...path);
    if (id !== undefined) places.set(id, [...(places.get(id) ?? []), path]);
  }
  for (const [id, paths] of places) {
    for (const path of paths) {
      if (isReserved(id)) draft.report(path, 'another id: every object of the language has something of this name');
      else if (paths.length > 1) draft.report(path, 'an id that no other component has');
    }
  }
}

/** Checks the links of a topology that is part of the scenario. */
export function checkTopology(draft: Draft, architecture: Architecture): void {
  checkLinks(draft, architecture);
  for (const component of architecture.components.values()) {
    if (oneLink.includes(component.kind)) checkOneLink(draft, architecture, component);
  }
}

function checkLinks(draft: Draft, { components, links, hasAllComponents }: Architecture): void {
  const ids = [...components.keys()];
  const seen = new Set<string>();
  for (const { from, to, path } of links) {
    if (path === null) continue;
    for (const [key, id] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (components.has(id) || !hasAllComponents) continue;
      draft.report([...path, key], () => `one of the components ${anyOf(ids)}${didYouMean(id, ids)}`);
    }
    checkKinds(draft, components.get(from), components.get(to), path);
    const pair = `${from} ${to}`;
    if (from === to) draft.report([...path, 'to'], 'another component than the one that the link leads from');
    else if (seen.has(pair)) draft.report(path, `at most one link from "${from}" to "${to}"`);
    seen.add(pair);
  }
}

/** Checks that a link between two kinds can mean something. */
function checkKinds(draft: Draft, from: DraftComponent | undefined, to: DraftComponent | undefined, path: Path): void {
  if (from === undefined || to === undefined || from === to) return;
  const kinds = leadsTo[from.kind];
  if (kinds.includes(to.kind)) return;
  const isReader = isFetchedFrom.includes(from.kind) && workers.includes(to.kind);
  const hint = isReader ? `; to take from "${from.id}", "${to.id}" needs a link that leads the other way` : '';
  if (kinds.length === 0) {
    draft.report([...path, 'from'], `any component but ${aKind(from.kind)}, from which no link leads away${hint}`);
  } else if (kinds === called) {
    draft.report([...path, 'to'], `any component but ${aKind(to.kind)}, which nobody calls`);
  } else {
    const allowed = `${eitherOf(kinds.map(aKind))}, because the link comes from ${aKind(from.kind)}`;
    draft.report([...path, 'to'], `${allowed}; "${to.id}" is ${aKind(to.kind)}${hint}`);
  }
}

function checkOneLink(draft: Draft, { links, hasAllLinks }: Architecture, component: DraftComponent): void {
  const own = links.filter(({ from }) => from === component.id);
  if (own.length !== 1 && hasAllLinks) {
    const what = `${aKind(component.kind)} with exactly one link that leads away from it`;
    draft.report(component.path, `${what}; here ${own.length} do`);
  }
}
