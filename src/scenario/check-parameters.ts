/** Checks parameters that have the right form for what only the architecture can tell: whether they fit together. */
import type { Step } from '../models/facts.ts';
import type { Call, ScalingPolicy, StepProgram } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import { anyOf, didYouMean, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { aKind, paramsRules } from './parameter-rules.ts';

/** What kind of component each call is made to. */
const calledKind: Readonly<Record<Call['operation'], ComponentKind>> = {
  upload: 'instance-group',
  'hand-on': 'instance-group',
  put: 'bucket',
  get: 'bucket',
  send: 'queue',
  write: 'table',
};

/** Checks that `parameters` names components of the architecture, and holds what it sets against their declarations. */
export function checkParameters(draft: Draft, { components, hasAllComponents }: Architecture): void {
  const ids = [...components.keys()];
  for (const id of draft.keysAt('parameters')) {
    const component = components.get(id);
    if (component !== undefined) draft.check(paramsRules[component.kind], ['parameters', id]);
    else if (hasAllComponents) {
      draft.report(['parameters', id], () => `no key but ids of components: ${anyOf(ids)}${didYouMean(id, ids)}`);
    }
  }
}

/** Checks that the values that hold for each component fit together, and fit the other components. */
export function checkValues(draft: Draft, architecture: Architecture): void {
  for (const component of architecture.components.values()) {
    if (component.kind === 'client') checkTraffic(draft, component);
    if (component.kind === 'instance-group') checkGroup(draft, architecture, component);
  }
}

function checkTraffic(draft: Draft, client: DraftComponent): void {
  if (client.valueOf('arrivals') === 'recorded' && client.valueOf('recording') === null) {
    draft.report(client.pathOf('recording'), 'a recording: binSeconds and factors, because arrivals is "recorded"');
  }
}

function checkGroup(draft: Draft, architecture: Architecture, group: DraftComponent): void {
  checkBounds(draft, group);
  const steps = group.valueOf<StepProgram[]>('steps');
  if (steps !== undefined) checkSteps(draft, architecture, group, steps);
  const queue = group.valueOf<string | null>('queue');
  if (typeof queue === 'string') checkTarget(draft, architecture, group, group.pathOf('queue'), queue, 'queue');
  const scaling = group.valueOf<ScalingPolicy | null>('scaling');
  if (scaling !== undefined && scaling !== null) checkScaling(draft, architecture, group, scaling);
}

function checkBounds(draft: Draft, group: DraftComponent): void {
  const minimum = group.valueOf<number>('minimum');
  const maximum = group.valueOf<number>('maximum');
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return;
  if (group.isSet('minimum')) draft.report(group.pathOf('minimum'), `at most the maximum, which is ${maximum}`);
  else draft.report(group.pathOf('maximum'), `at least the minimum, which is ${minimum}`);
}

function checkSteps(
  draft: Draft,
  architecture: Architecture,
  group: DraftComponent,
  programs: readonly StepProgram[],
): void {
  const path = group.pathOf('steps');
  if (programs.length === 0) draft.report(path, 'at least one step: a group without work answers nobody');
  const own = new Set<Step>();
  programs.forEach(({ step, before = [], after = [] }, place) => {
    if (own.has(step)) draft.report([...path, place, 'step'], 'a step that the group does not already do');
    own.add(step);
    before.forEach((call, n) => {
      checkCall(draft, architecture, group, call, [...path, place, 'before', n]);
    });
    after.forEach((call, n) => {
      checkCall(draft, architecture, group, call, [...path, place, 'after', n]);
    });
  });
  const answerAfter = group.valueOf<string>('answerAfter');
  if (programs.length > 0 && answerAfter !== undefined && answerAfter !== 'last' && !own.has(answerAfter as Step)) {
    const where = group.isSet('answerAfter') ? group.pathOf('answerAfter') : path;
    draft.report(where, `${anyOf([...own, 'last'])}, because "${group.id}" does no other step`);
  }
}

function checkCall(draft: Draft, architecture: Architecture, group: DraftComponent, call: Call, path: Path): void {
  const { to, operation, object } = call;
  checkTarget(draft, architecture, group, [...path, 'to'], to, calledKind[operation]);
  if (object !== undefined && (operation === 'send' || operation === 'write')) {
    draft.report([...path, 'object'], `nothing: a call to ${operation} carries no object`);
  }
}

/** Checks that `id` is a component of the kind, and that a link leads there from the group. */
function checkTarget(
  draft: Draft,
  architecture: Architecture,
  group: DraftComponent,
  path: Path,
  id: string,
  kind: ComponentKind,
): void {
  const { components, pairs, hasAllComponents, hasAllLinks } = architecture;
  const component = components.get(id);
  if (component?.kind !== kind) {
    if (component === undefined && !hasAllComponents) return;
    draft.report(path, () => {
      const ids = idsOf(architecture, kind);
      const hint = component === undefined ? didYouMean(id, ids) : `; "${id}" is ${aKind(component.kind)}`;
      return `the id of ${aKind(kind)} (${choiceOf(ids)})${hint}`;
    });
  } else if (hasAllLinks && !pairs.has(`${group.id} ${id}`)) {
    draft.report(path, `${aKind(kind)} that a link leads to from "${group.id}"; none leads to "${id}"`);
  }
}

function idsOf({ components }: Architecture, kind: ComponentKind): string[] {
  return [...components.values()].filter((each) => each.kind === kind).map(({ id }) => id);
}

function choiceOf(ids: readonly string[]): string {
  return ids.length === 0 ? 'there is none' : anyOf(ids);
}

function checkScaling(
  draft: Draft,
  architecture: Architecture,
  group: DraftComponent,
  { queue, steps }: ScalingPolicy,
): void {
  const { components, hasAllComponents } = architecture;
  const path = group.pathOf('scaling');
  const queues = idsOf(architecture, 'queue');
  if (!queues.includes(queue) && (hasAllComponents || components.has(queue))) {
    draft.report([...path, 'queue'], `the id of a queue (${choiceOf(queues)})${didYouMean(queue, queues)}`);
  }
  for (let place = 1; place < steps.length; place += 1) {
    const before = steps[place - 1]?.from ?? 0;
    if ((steps[place]?.from ?? 0) > before) continue;
    draft.report([...path, 'steps', place, 'from'], `more than ${before}, that of the step before: steps ascend`);
  }
}
