/** Checks how a topology hangs together: ids, links, and who calls whom. */
import { type ComponentKind, componentKinds } from '../models/registry.ts';
import { anyOf, didYouMean, eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { aKind } from './parameter-rules.ts';
import { isReserved } from './plain-data.ts';

/** The part that each kind takes in calls: links lead from those that call to those that are called. */
const part: Readonly<Record<ComponentKind, { calls: boolean; isCalled: boolean }>> = {
  client: { calls: true, isCalled: false },
  gateway: { calls: true, isCalled: true },
  'load-balancer': { calls: true, isCalled: true },
  'instance-group': { calls: true, isCalled: true },
  function: { calls: true, isCalled: true },
  // A queue hands its dead letters on to another, a bucket tells of new objects, a table of changed items.
  queue: { calls: true, isCalled: true },
  topic: { calls: true, isCalled: true },
  stream: { calls: false, isCalled: true },
  'event-bus': { calls: true, isCalled: true },
  bucket: { calls: true, isCalled: true },
  table: { calls: true, isCalled: true },
};

/** Kinds from which exactly one link leads away: everything that comes goes on there. */
const oneLink: readonly ComponentKind[] = ['client', 'gateway'];

const callers = componentKinds.filter((kind) => part[kind].calls);
const called = componentKinds.filter((kind) => part[kind].isCalled);

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
    if (component.kind === 'load-balancer') checkTargets(draft, architecture, component);
  }
}

function checkLinks(draft: Draft, { components, links, hasAllComponents }: Architecture): void {
  const ids = [...components.keys()];
  const seen = new Set<string>();
  for (const { from, to, path } of links) {
    if (path === null) continue;
    for (const [key, id, kinds, allowed] of [
      ['from', from, callers, `a component that calls others: ${eitherOf(callers.map(aKind))}`],
      ['to', to, called, `a component that is called: ${eitherOf(called.map(aKind))}`],
    ] as const) {
      const component = components.get(id);
      if (component === undefined) {
        if (hasAllComponents)
          draft.report([...path, key], () => `one of the components ${anyOf(ids)}${didYouMean(id, ids)}`);
      } else if (!kinds.includes(component.kind)) {
        draft.report([...path, key], `${allowed}; "${id}" is ${aKind(component.kind)}`);
      }
    }
    const pair = `${from} ${to}`;
    if (from === to) draft.report([...path, 'to'], 'another component than the one that the link leads from');
    else if (seen.has(pair)) draft.report(path, `at most one link from "${from}" to "${to}"`);
    seen.add(pair);
  }
}

function checkOneLink(draft: Draft, { links, hasAllLinks }: Architecture, component: DraftComponent): void {
  const own = links.filter(({ from }) => from === component.id);
  if (own.length !== 1 && hasAllLinks) {
    const what = `${aKind(component.kind)} with exactly one link that leads away from it`;
    draft.report(component.path, `${what}; here ${own.length} do`);
  }
}

function checkTargets(draft: Draft, { components, links }: Architecture, balancer: DraftComponent): void {
  for (const { from, to, path } of links) {
    const kind = components.get(to)?.kind;
    if (from !== balancer.id || path === null || kind === undefined || kind === 'instance-group') continue;
    draft.report(
      [...path, 'to'],
      `an instance group, because the link comes from a load balancer; "${to}" is ${aKind(kind)}`,
    );
  }
}
