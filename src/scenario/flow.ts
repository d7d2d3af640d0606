/** Who passes work to whom in an architecture, whatever the kinds: what the checks of loops and of reach walk along. */
import type { Call, StepProgram } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';

/** Work that goes from one component to others. */
export interface Passing {
  /** Who gets it. */
  to: readonly string[];
  /** Whether each of them gets a copy, or any one of them the only one. */
  isCopied: boolean;
  /** Whether the work waits for the answer. */
  isCall: boolean;
  /** Where this is said. */
  path: Path;
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
  client: along(true),
  gateway: along(true),
  'load-balancer': along(true),
  'instance-group': callsOf,
  function: (component) => [...callsOf(component), ...destinationsOf(component)],
  queue: none,
  stream: none,
  bucket: copiesTo('notifications'),
  topic: copiesTo('subscriptions'),
  'event-bus': ruleTargetsOf,
  table: changesOf,
};

/** Everything to which a link leads: each gets a part of what comes, and what comes waits for the answer. */
function along(isCall: boolean): Passings {
  return (component, { components, links }) => {
    const own = links.filter(({ from }) => from === component.id);
    const [first] = own;
    if (first === undefined) return [];
    // A link of a stage stands in no scenario: then what can be wrong is only what was set of the callee.
    const path = first.path === null ? components.get(first.to)?.pathOf('queue') : [...first.path, 'to'];
    return [{ to: own.map(({ to }) => to), isCopied: false, isCall, path: path ?? component.path }];
  };
}

const waitsFor: readonly Call['operation'][] = ['upload'];
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
      (program[when] ?? []).flatMap(({ to, operation }, n): Passing[] => {
        if (!passesOn.includes(operation)) return [];
        const at = [...path, place, when, n, 'to'];
        return [
          { to: [to], isCopied: true, isCall: waitsFor.includes(operation) || operation === 'hand-on', path: at },
        ];
      }),
    ),
  );
}

function copiesTo(parameter: string): Passings {
  return (component) =>
    (component.valueOf<{ to: string }[]>(parameter) ?? []).map(({ to }, n) => ({
      to: [to],
      isCopied: true,
      isCall: false,
      path: [...component.pathOf(parameter), n, 'to'],
    }));
}

function ruleTargetsOf(component: DraftComponent): Passing[] {
  const rules = component.valueOf<{ targets: { to: string }[] }[]>('rules') ?? [];
  return rules.flatMap(({ targets }, rule) =>
    targets.map(({ to }, n) => ({
      to: [to],
      isCopied: true,
      isCall: false,
      path: [...component.pathOf('rules'), rule, 'targets', n, 'to'],
    })),
  );
}

function changesOf(component: DraftComponent): Passing[] {
  const to = component.valueOf<string | null>('changes');
  return typeof to === 'string' ? [{ to: [to], isCopied: true, isCall: false, path: component.pathOf('changes') }] : [];
}

function destinationsOf(component: DraftComponent): Passing[] {
  const destinations = component.valueOf<Record<string, string | undefined>>('destinations') ?? {};
  return Object.entries(destinations).flatMap(([when, to]) =>
    typeof to === 'string'
      ? [{ to: [to], isCopied: true, isCall: false, path: [...component.pathOf('destinations'), when] }]
      : [],
  );
}

/** Who takes work from queues and streams by itself, and where that is said. */
type Takers = ReadonlyMap<string, readonly { id: string; path: Path }[]>;

function takersIn({ components }: Architecture): Takers {
  const takers = new Map<string, { id: string; path: Path }[]>();
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
function takenFrom({ id, kind, path }: DraftComponent, takers: Takers): Passing[] {
  const own = takers.get(id) ?? [];
  if (own.length === 0) return [];
  if (kind === 'stream')
    return own.map((taker) => ({ to: [taker.id], isCopied: true, isCall: false, path: taker.path }));
  return [{ to: own.map((taker) => taker.id), isCopied: false, isCall: false, path: own[0]?.path ?? path }];
}
