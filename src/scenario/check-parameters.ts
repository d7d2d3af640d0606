/** Checks parameters that have the right form for what only the architecture can tell: whether they fit together. */
import type { Task } from '../models/facts.ts';
import type { Call, StepProgram } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import { anyOf, didYouMean, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import { checkEventBus } from './check-event-bus.ts';
import { checkFunction } from './check-function.ts';
import { checkBounds, checkPolicies } from './check-group.ts';
import { checkBucket, checkQueue, checkTable, checkTopic } from './check-messaging.ts';
import { checkBalancer, checkGateway } from './check-proxies.ts';
import { checkExists, checkTarget } from './check-target.ts';
import type { Draft } from './draft.ts';
import { paramsRules } from './parameter-rules.ts';

/** What kinds of component each call can be made to. */
const calledKinds: Readonly<Record<Call['operation'], readonly ComponentKind[]>> = {
  upload: ['instance-group', 'load-balancer', 'gateway', 'function'],
  'hand-on': ['instance-group', 'load-balancer', 'gateway', 'function'],
  put: ['bucket'],
  get: ['bucket'],
  send: ['queue'],
  write: ['table'],
  read: ['table'],
  publish: ['topic', 'event-bus'],
  append: ['stream'],
  deliver: ['function', 'queue', 'topic', 'event-bus', 'stream', 'instance-group', 'load-balancer'],
};

/** What calls can say of an object: something lies there under its name, or is told of. */
const carriesNoObject: readonly Call['operation'][] = ['write', 'read'];

/** What is checked of the components of a kind beyond the form of each value. */
const checks: Partial<
  Record<ComponentKind, (draft: Draft, architecture: Architecture, component: DraftComponent) => void>
> = {
  client: (draft, _, component) => checkTraffic(draft, component),
  queue: checkQueue,
  bucket: checkBucket,
  table: checkTable,
  topic: checkTopic,
  'event-bus': checkEventBus,
  'instance-group': checkGroup,
  'load-balancer': checkBalancer,
  gateway: checkGateway,
  function: (draft, architecture, component) => {
    const steps = component.valueOf<StepProgram[]>('steps');
    if (steps !== undefined) checkSteps(draft, architecture, component, steps);
    checkFunction(draft, architecture, component);
  },
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
  for (const component of architecture.components.values()) checks[component.kind]?.(draft, architecture, component);
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
  if (typeof queue === 'string') checkTarget(draft, architecture, group, group.pathOf('queue'), queue, ['queue']);
  const balancer = group.valueOf<string | null>('loadBalancer');
  if (typeof balancer === 'string') checkRegistration(draft, architecture, group, balancer);
  checkMachines(draft, architecture, group);
  checkPolicies(draft, architecture, group);
}

function checkSteps(
  draft: Draft,
  architecture: Architecture,
  group: DraftComponent,
  programs: readonly StepProgram[],
): void {
  const path = group.pathOf('steps');
  if (programs.length === 0) {
    const who = group.kind === 'function' ? 'a function' : 'a group';
    draft.report(path, `at least one step: ${who} without work answers nobody`);
  }
  const own = new Set<Task>();
  programs.forEach((program, place) => {
    const { step } = program;
    if (own.has(step))
      draft.report(
        [...path, place, 'step'],
        `a step that the ${group.kind === 'function' ? 'function' : 'group'} does not already do`,
      );
    own.add(step);
    for (const when of ['before', 'after', 'onFailure'] as const) {
      (program[when] ?? []).forEach((call, n) => {
        checkCall(draft, architecture, group, call, [...path, place, when, n]);
      });
    }
  });
  const answerAfter = group.valueOf<string>('answerAfter');
  if (programs.length > 0 && answerAfter !== undefined && answerAfter !== 'last' && !own.has(answerAfter as Task)) {
    const where = group.isSet('answerAfter') ? group.pathOf('answerAfter') : path;
    draft.report(where, `${anyOf([...own, 'last'])}, because "${group.id}" does no other step`);
  }
}

function checkCall(draft: Draft, architecture: Architecture, group: DraftComponent, call: Call, path: Path): void {
  const { to, operation, object } = call;
  checkTarget(draft, architecture, group, [...path, 'to'], to, calledKinds[operation]);
  if (object !== undefined && carriesNoObject.includes(operation)) {
    draft.report([...path, 'object'], `nothing: a call to ${operation} carries no object`);
  }
}

/** Whose machines a group shares must have machines of its own, of the size that the group counts on. */
function checkMachines(draft: Draft, architecture: Architecture, group: DraftComponent): void {
  const id = group.valueOf<string | null>('runsOn');
  if (typeof id !== 'string') return;
  const path = group.pathOf('runsOn');
  if (!checkExists(draft, architecture, path, id, ['instance-group'])) return;
  const host = architecture.components.get(id);
  if (host === undefined) return;
  if (id === group.id || typeof host.valueOf('runsOn') === 'string') {
    draft.report(path, 'a group that has machines of its own');
    return;
  }
  const type = host.valueOf<string>('instanceType');
  if (type === undefined || type === group.valueOf('instanceType')) return;
  draft.report(group.pathOf('instanceType'), `"${type}", because "${group.id}" runs on the machines of "${id}"`);
}

/** Instances get requests of the load balancer at which they are registered only where a link leads from it to the group. */
function checkRegistration(draft: Draft, architecture: Architecture, group: DraftComponent, id: string): void {
  const path = group.pathOf('loadBalancer');
  if (!checkExists(draft, architecture, path, id, ['load-balancer'])) return;
  if (!architecture.hasAllLinks || architecture.pairs.has(`${id} ${group.id}`)) return;
  draft.report(path, `a load balancer from which a link leads to "${group.id}"; none leads there from "${id}"`);
}
