/** Checks of functions: whether what they are fed from, tell, may call and run fits together. */
import { type Runtime, runtimes } from '../models/function/runtimes.ts';
import type { Destinations, EventSourceMapping, FunctionVersion } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import { checkTarget } from './check-target.ts';
import type { Draft } from './draft.ts';

/** AWS Lambda, destinations of asynchronous invocations: a bucket takes failures only. */
const successKinds: readonly ComponentKind[] = ['queue', 'topic', 'function', 'event-bus'];
const failureKinds: readonly ComponentKind[] = [...successKinds, 'bucket'];
/** AWS Lambda: DeadLetterConfig. */
const deadLetterKinds: readonly ComponentKind[] = ['queue', 'topic'];
/** AWS Lambda: on-failure destination of a mapping of a stream. */
const discardKinds: readonly ComponentKind[] = ['queue', 'topic', 'bucket'];

/** AWS Lambda: what must stay free for functions that reserve nothing. */
const LEAST_UNRESERVED = 100;
/** AWS Lambda: unzipped, with layers. Images may be larger. */
const LARGEST_ZIP_MEGABYTES = 250;
/** AWS Lambda: messages of a FIFO queue in one batch; and of any queue without a window. */
const LARGEST_FIFO_BATCH = 10;
const LARGEST_BATCH_WITHOUT_WINDOW = 10;

export function checkFunction(draft: Draft, architecture: Architecture, component: DraftComponent): void {
  const mappings = component.valueOf<EventSourceMapping[]>('mappings') ?? [];
  mappings.forEach((mapping, place) => {
    checkMapping(draft, architecture, component, mapping, place);
    // AWS Lambda API, CreateEventSourceMapping: a second one of the same pair is a conflict.
    if (mappings.findIndex(({ from }) => from === mapping.from) === place) return;
    draft.report([...component.pathOf('mappings'), place, 'from'], 'a queue or stream that no mapping before it names');
  });
  checkDestinations(draft, architecture, component);
  checkVersions(draft, component);
  checkPackage(draft, component);
  checkAccount(draft, architecture, component);
  checkReserved(draft, architecture, component);
  checkProvisioned(draft, architecture, component);
  checkDoors(draft, architecture, component);
}

function checkMapping(
  draft: Draft,
  architecture: Architecture,
  component: DraftComponent,
  mapping: EventSourceMapping,
  place: number,
): void {
  const path = [...component.pathOf('mappings'), place];
  checkTarget(draft, architecture, component, [...path, 'from'], mapping.from, ['queue', 'stream']);
  const source = architecture.components.get(mapping.from);
  if (mapping.onFailure !== undefined) {
    checkDestination(draft, architecture, component, [...path, 'onFailure'], mapping.onFailure, discardKinds);
  }
  const forStreams = ['bisect', 'maximumRetries', 'maximumAgeSeconds', 'onFailure', 'parallelisation'] as const;
  const forQueues = ['pollers', 'maximumConcurrency'] as const;
  if (source?.kind === 'queue') {
    for (const key of forStreams) {
      if (mapping[key] !== undefined) draft.report([...path, key], `nothing: "${mapping.from}" is a queue`);
    }
    checkQueueBatch(draft, path, mapping, source.valueOf('type') === 'fifo');
  } else if (source?.kind === 'stream') {
    for (const key of forQueues) {
      if (mapping[key] !== undefined) draft.report([...path, key], `nothing: "${mapping.from}" is a stream`);
    }
  }
}

function checkQueueBatch(
  draft: Draft,
  path: Path,
  { batchSize = 1, windowSeconds = 0 }: EventSourceMapping,
  isFifo: boolean,
): void {
  if (isFifo && windowSeconds > 0) {
    draft.report([...path, 'windowSeconds'], '0, because the queue is "fifo": its batches have no window');
  }
  if (isFifo && batchSize > LARGEST_FIFO_BATCH) {
    draft.report([...path, 'batchSize'], `at most ${LARGEST_FIFO_BATCH}, because the queue is "fifo"`);
  } else if (batchSize > LARGEST_BATCH_WITHOUT_WINDOW && windowSeconds < 1) {
    draft.report([...path, 'batchSize'], `at most ${LARGEST_BATCH_WITHOUT_WINDOW}, or a windowSeconds of at least 1`);
  }
}

function checkDestinations(draft: Draft, architecture: Architecture, component: DraftComponent): void {
  const { onSuccess, onFailure, deadLetter } = component.valueOf<Destinations>('destinations') ?? {};
  const path = component.pathOf('destinations');
  for (const [key, id, kinds] of [
    ['onSuccess', onSuccess, successKinds],
    ['onFailure', onFailure, failureKinds],
    ['deadLetter', deadLetter, deadLetterKinds],
  ] as const) {
    if (id !== undefined) checkDestination(draft, architecture, component, [...path, key], id, kinds);
  }
}

/** AWS Lambda delivers to standard queues only. */
function checkDestination(
  draft: Draft,
  architecture: Architecture,
  component: DraftComponent,
  path: Path,
  id: string,
  kinds: readonly ComponentKind[],
): void {
  checkTarget(draft, architecture, component, path, id, kinds);
  const target = architecture.components.get(id);
  if (target?.kind !== 'queue' || target.valueOf('type') !== 'fifo') return;
  draft.report(path, `a standard queue: functions do not deliver to FIFO queues; "${id}" is "fifo"`);
}

/** An alias stands for published versions; only one of those can be kept ready, or started from a snapshot. */
function checkVersions(draft: Draft, component: DraftComponent): void {
  const published = component.valueOf<FunctionVersion[]>('versions')?.map(({ version }) => version);
  const alias = component.valueOf<number>('aliasVersion');
  if (published === undefined || alias === undefined) return;
  for (const name of ['aliasVersion', 'secondVersion']) {
    const version = component.valueOf<number>(name) ?? 0;
    if (version === 0 || published.includes(version)) continue;
    draft.report(component.pathOf(name), `0 or one of the versions (${published.join(', ') || 'there is none'})`);
  }
  if (alias > 0) {
    if (component.valueOf<number>('secondVersion') !== alias) return;
    draft.report(component.pathOf('secondVersion'), `0 or another version than aliasVersion, which is ${alias}`);
    return;
  }
  const needsAlias = (name: string): void =>
    draft.report(component.pathOf('aliasVersion'), `a published version, because ${name}; $LATEST cannot be used so`);
  if ((component.valueOf<number>('secondVersion') ?? 0) > 0) needsAlias('secondVersion is set');
  if ((component.valueOf<number>('provisionedConcurrency') ?? 0) > 0) needsAlias('provisionedConcurrency is set');
  if (component.valueOf('snapStart') === 'yes') needsAlias('snapStart is "yes"');
}

function checkPackage(draft: Draft, component: DraftComponent): void {
  const runtime = component.valueOf<Runtime>('runtime');
  if (runtime === undefined) return;
  const size = component.valueOf<number>('packageMegabytes') ?? 0;
  if (size > LARGEST_ZIP_MEGABYTES && runtime !== 'container') {
    draft.report(
      component.pathOf('packageMegabytes'),
      `at most ${LARGEST_ZIP_MEGABYTES}, because runtime is "${runtime}"`,
    );
  }
  if (component.valueOf('snapStart') !== 'yes') return;
  if (runtimes[runtime].restore === null) {
    draft.report(component.pathOf('snapStart'), `"no", because runtime is "${runtime}"`);
  } else if ((component.valueOf<number>('provisionedConcurrency') ?? 0) > 0) {
    draft.report(component.pathOf('snapStart'), '"no", because provisionedConcurrency is set');
  }
}

/** All functions are of one account, which has one limit. Told of the later of two that say otherwise. */
function checkAccount(draft: Draft, { components }: Architecture, component: DraftComponent): void {
  const account = component.valueOf<number>('accountConcurrency');
  const first = [...components.values()].find(({ kind }) => kind === 'function');
  const ofFirst = first?.valueOf<number>('accountConcurrency');
  if (first === undefined || account === undefined || ofFirst === undefined || account === ofFirst) return;
  const [told, other, limit] = component.isSet('accountConcurrency')
    ? [component, first, ofFirst]
    : [first, component, account];
  const allowed = `${limit}, as "${other.id}" has it: "${first.id}" and "${component.id}" share one account`;
  draft.report(told.pathOf('accountConcurrency'), allowed);
}

/** What is kept ready for functions that reserve nothing is taken from what the account does not reserve. */
function checkProvisioned(draft: Draft, { components }: Architecture, component: DraftComponent): void {
  const account = component.valueOf<number>('accountConcurrency');
  const reserved = component.valueOf<number>('reservedConcurrency');
  const provisioned = component.valueOf<number>('provisionedConcurrency') ?? 0;
  if (account === undefined || reserved === undefined || reserved >= 0 || provisioned === 0) return;
  let others = 0;
  for (const other of components.values()) {
    if (other.kind !== 'function' || other.id === component.id) continue;
    const ofOther = other.valueOf<number>('reservedConcurrency') ?? 0;
    others += ofOther >= 0 ? ofOther : (other.valueOf<number>('provisionedConcurrency') ?? 0);
  }
  const most = Math.max(0, account - LEAST_UNRESERVED - others);
  if (provisioned <= most) return;
  const allowed = `at most ${most}: of the ${account} of the account ${LEAST_UNRESERVED} stay unreserved`;
  draft.report(component.pathOf('provisionedConcurrency'), allowed);
}

/** What is reserved for functions is taken from the account, which must keep something for all others. */
function checkReserved(draft: Draft, { components }: Architecture, component: DraftComponent): void {
  const reserved = component.valueOf<number>('reservedConcurrency');
  const account = component.valueOf<number>('accountConcurrency');
  const provisioned = component.valueOf<number>('provisionedConcurrency') ?? 0;
  if (reserved === undefined || account === undefined) return;
  if (reserved >= 0 && provisioned > reserved) {
    const allowed = `at most what is reserved, which is ${reserved}`;
    draft.report(component.pathOf('provisionedConcurrency'), allowed);
  }
  if (reserved <= 0) return;
  let others = 0;
  for (const other of components.values()) {
    if (other.kind !== 'function' || other.id === component.id) continue;
    others += Math.max(0, other.valueOf<number>('reservedConcurrency') ?? 0);
  }
  if (reserved + others + LEAST_UNRESERVED <= account) return;
  const most = Math.max(0, account - LEAST_UNRESERVED - others);
  const allowed = `at most ${most}: of the ${account} of the account ${LEAST_UNRESERVED} stay unreserved`;
  draft.report(component.pathOf('reservedConcurrency'), allowed);
}

/** Who is named by the role or the policy must be there to be named. */
function checkDoors(draft: Draft, { components, pairs, ...known }: Architecture, component: DraftComponent): void {
  if (!known.hasAllComponents || !known.hasAllLinks) return;
  for (const [name, isLinked, what] of [
    [
      'privateNeighbours',
      (id: string) => pairs.has(`${component.id} ${id}`),
      `to which a link leads from "${component.id}"`,
    ],
    ['mayCall', (id: string) => pairs.has(`${component.id} ${id}`), `to which a link leads from "${component.id}"`],
    ['invokedBy', (id: string) => pairs.has(`${id} ${component.id}`), `from which a link leads to "${component.id}"`],
  ] as const) {
    component.valueOf<string[] | null>(name)?.forEach((id, place) => {
      if (components.has(id) && isLinked(id)) return;
      draft.report([...component.pathOf(name), place], `the id of a component ${what}`);
    });
  }
}
