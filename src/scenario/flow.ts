/** Who passes work to whom in an architecture, whatever the kinds: what the checks of loops and of reach walk along. */
import type { EventType } from '../models/facts.ts';
import type { Call, Destinations, StepProgram } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';

/** Work that goes from one component to others. */
export interface Passing {
  /** Who gets it. */
  to: readonly Way[];
  /** Whether each of them gets a copy, or any one of them the only one. */
  isCopied: boolean;
  /** Whether it comes as a request, for which there must be a slot; else it is taken from where it lies. */
  isRequest: boolean;
  /** Whether it happens only when something has failed: then nothing is sure to come this way. */
  isOnFailure?: true;
  /** Whether it happens only for work that tells of one of these events; where nothing is said, for all. */
  on?: readonly EventType[];
  /** The event that is told of, where that is known; `same`: the one that came. */
  event?: EventType | 'same';
}

export interface Way {
  id: string;
  /** Where this is said; null if a stage says it, and no scenario. */
  path: Path | null;
}

/** Passings by component; every component is there. */
export type Flow = ReadonlyMap<string, readonly Passing[]>;

/** Kinds that do steps of the work. */
export const workers: readonly ComponentKind[] = ['instance-group', 'function'];

/** The steps that a component does. */
export function programsOf(component: DraftComponent): readonly StepProgram[] {
  return workers.includes(component.kind) ? (component.valueOf<StepProgram[]>('steps') ?? []) : [];
}

export function flowOf(architecture: Architecture): Flow {
  const takers = takersIn(architecture);
  return new Map(
    [...architecture.components.values()].map((component) => [
      component.id,
      [...passingsOf[component.kind](component, architecture), ...takenFrom(component, takers)],
    ]),
  );
}

type Passings = (component: DraftComponent, architecture: Architecture) => Passing[];

const none: Passings = () => [];

/** What each kind passes on by itself. */
const passingsOf: Readonly<Record<ComponentKind, Passings>> = {
  client: along,
  gateway: along,
  'load-balancer': along,
  'instance-group': callsOf,
  function: (component) => [...callsOf(component), ...destinationsOf(component)],
  queue: none,
  stream: none,
  bucket: copiesTo('notifications'),
  topic: copiesTo('subscriptions'),
  'event-bus': ruleTargetsOf,
  table: changesOf,
};

/** A copy of what comes, for one other. */
function copy(id: string, path: Path): Passing {
  return { to: [{ id, path }], isCopied: true, isRequest: true };
}

/** Everything to which a link leads: each gets a part of what comes. */
function along(component: DraftComponent, { links }: Architecture): Passing[] {
  const own = links.filter(({ from }) => from === component.id);
  const to = own.map(({ to: id, path }) => ({ id, path: path && [...path, 'to'] }));
  return [{ to, isCopied: false, isRequest: true }];
}

const passesOn: readonly Call['operation'][] = [
  'upload',
  'hand-on',
  'send',
  'put',
  'write',
  'publish',
  'append',
  'deliver',
];

function callsOf(component: DraftComponent): Passing[] {
  const path = component.pathOf('steps');
  return programsOf(component).flatMap((program, place) =>
    (['before', 'after', 'onFailure'] as const).flatMap((when) =>
      (program[when] ?? []).flatMap(({ to, operation, event }, n): Passing[] => {
        if (!passesOn.includes(operation)) return [];
        const passing = copy(to, [...path, place, when, n, 'to']);
        if (program.on !== undefined) passing.on = program.on;
        if (operation === 'send') passing.event = event ?? 'none';
        return [when === 'onFailure' ? { ...passing, isOnFailure: true } : passing];
      }),
    ),
  );
}

function copiesTo(parameter: string): Passings {
  return (component) =>
    (component.valueOf<{ to: string }[]>(parameter) ?? []).map(({ to }, n) =>
      copy(to, [...component.pathOf(parameter), n, 'to']),
    );
}

function ruleTargetsOf(component: DraftComponent): Passing[] {
  const rules = component.valueOf<{ targets: { to: string }[] }[]>('rules') ?? [];
  return rules.flatMap(({ targets }, rule) =>
    targets.map(({ to }, n) => copy(to, [...component.pathOf('rules'), rule, 'targets', n, 'to'])),
  );
}

function changesOf(component: DraftComponent): Passing[] {
  const to = component.valueOf<string | null>('changes');
  return typeof to === 'string' ? [copy(to, component.pathOf('changes'))] : [];
}

function destinationsOf(component: DraftComponent): Passing[] {
  const destinations = component.valueOf<Destinations>('destinations') ?? {};
  return (['onSuccess', 'onFailure', 'deadLetter'] as const).flatMap((when): Passing[] => {
    const to = destinations[when];
    if (to === undefined) return [];
    const passing = copy(to, [...component.pathOf('destinations'), when]);
    return [when === 'onSuccess' ? passing : { ...passing, isOnFailure: true }];
  });
}

/** Who takes work from queues and streams by itself, and where that is said. */
type Takers = ReadonlyMap<string, readonly Way[]>;

function takersIn({ components }: Architecture): Takers {
  const takers = new Map<string, Way[]>();
  const add = (from: unknown, id: string, path: Path): void => {
    if (typeof from === 'string') takers.set(from, [...(takers.get(from) ?? []), { id, path }]);
  };
  for (const component of components.values()) {
    if (component.kind === 'instance-group') add(component.valueOf('queue'), component.id, component.pathOf('queue'));
    if (component.kind !== 'function') continue;
    const mappings = component.valueOf<{ from: string }[]>('mappings') ?? [];
    mappings.forEach(({ from }, n) => {
      add(from, component.id, [...component.pathOf('mappings'), n, 'from']);
    });
  }
  return takers;
}

/** Of a queue's messages each goes to one of its takers; of a stream's records every taker gets a copy. */
function takenFrom({ id, kind }: DraftComponent, takers: Takers): Passing[] {
  const own = takers.get(id) ?? [];
  if (kind === 'stream') return own.map((taker) => ({ to: [taker], isCopied: true, isRequest: false }));
  return [{ to: own, isCopied: false, isRequest: false, event: 'same' }];
}
