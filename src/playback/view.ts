/**
 * What can be seen of each component at one moment: a fold over facts. Plain data, so a keyframe is a copy of it.
 *
 * What is shown may lag behind what happened, by a different time for each upload. So the fold comes to the same view,
 * to the order of the entries, whether two facts of different uploads are told in the order in which they happened or
 * in the other: sums are exact, lists are kept in order of number or time, and what comes too late is passed over.
 */
import type { SimTime } from '../engine/time.ts';
import type { TraceColumns } from '../engine/trace.ts';
import { type FactKind, factKinds, OBJECT } from '../models/facts.ts';
import type { InstancePhase } from '../models/instance-group/group-state.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';

/** What is seen of the people. */
export interface ClientView {
  kind: 'client';
  started: number;
  accepted: number;
  refused: number;
  /** Requests that wait for an answer. */
  waiting: number;
}

/** A piece of work in a slot. */
export interface JobView {
  job: number;
  upload: number;
  began: SimTime;
  /** Code of the step it is at, -1 before the first. */
  step: number;
  /** Code of the object being made, 0 for none. */
  makes: number;
  /**
   * When the present stretch of work began and will be finished; both the same while it waits for an answer.
   * In a director's picture these are the times at which it is shown to begin and to end.
   */
  stepBegan: SimTime;
  stepEnds: SimTime;
}

export interface InstanceView {
  id: number;
  phase: Exclude<InstancePhase, 'gone'>;
  /** Since when it is in this phase. */
  since: SimTime;
  /** When it will be in service, while pending or starting; else the same as `since`. */
  until: SimTime;
  /** In the order in which they began. */
  jobs: JobView[];
  /** Since when it has had nothing to do; meaningless while it has jobs. */
  idleSince: SimTime;
}

/** A request that waits for a slot. */
export interface RequestView {
  upload: number;
  since: SimTime;
}

export interface GroupView {
  kind: 'instance-group';
  desired: number;
  /** In the order in which they came. */
  instances: InstanceView[];
  /** Requests that wait for a slot, by message number, oldest first. */
  backlog: Map<number, RequestView>;
  /** Largest number of a message that ever waited here, -1 before the first: what keeps `backlog` in order. */
  newestRequest: number;
  /** Faults that last. */
  faults: number;
  refused: number;
  finished: number;
  failed: number;
}

/** An item in a queue. */
export interface ItemView {
  item: number;
  upload: number;
  since: SimTime;
  receiveCount: number;
  /** When it will be visible again, while in flight; -1 while visible. */
  visibleAgainAt: SimTime;
}

export interface DeadLetterView {
  upload: number;
  at: SimTime;
}

export interface QueueView {
  kind: 'queue';
  /** Visible and in flight, by item, oldest first. */
  items: Map<number, ItemView>;
  /** Largest number of an item that ever lay here, -1 before the first: what keeps `items` in order. */
  newestItem: number;
  visible: number;
  inFlight: number;
  /** Those given up, oldest first. */
  deadLetters: DeadLetterView[];
  faults: number;
}

export interface BucketView {
  kind: 'bucket';
  masters: number;
  renditions: number;
  megabytes: number;
  faults: number;
}

export interface TableView {
  kind: 'table';
  items: number;
  faults: number;
}

export type ComponentView = ClientView | GroupView | QueueView | BucketView | TableView;

/** The whole of what can be seen, one entry per component in the order of their numbers. */
export type View = ComponentView[];

/** The view of each kind, so that the compiler names a kind that has none. */
export type ViewOf<K extends ComponentKind> = Extract<ComponentView, { kind: K }>;

// The beginning

/** What can be seen before the first fact. */
export function emptyView(nodes: readonly WorldNode[]): View {
  return nodes.map((node) => emptyOf[node.kind](node));
}

const emptyOf: { readonly [K in ComponentKind]: (node: WorldNode) => ViewOf<K> } = {
  client: () => ({ kind: 'client', started: 0, accepted: 0, refused: 0, waiting: 0 }),
  'instance-group': ({ params }) => ({
    kind: 'instance-group',
    desired: desiredAtStart(params),
    instances: [],
    backlog: new Map(),
    newestRequest: -1,
    faults: 0,
    refused: 0,
    finished: 0,
    failed: 0,
  }),
  queue: () => ({
    kind: 'queue',
    items: new Map(),
    newestItem: -1,
    visible: 0,
    inFlight: 0,
    deadLetters: [],
    faults: 0,
  }),
  bucket: () => ({ kind: 'bucket', masters: 0, renditions: 0, megabytes: 0, faults: 0 }),
  table: () => ({ kind: 'table', items: 0, faults: 0 }),
};

/** What a group starts with is no fact of its own: desired, brought between minimum and maximum. */
function desiredAtStart(params: WorldNode['params']): number {
  const { desired, minimum, maximum } = params as { desired: number; minimum: number; maximum: number };
  return Math.max(Math.min(minimum, maximum), Math.min(maximum, desired));
}

// Copies

/** A view that goes on independently. */
export function copyView(view: View): View {
  return view.map((component) => copyComponent(component));
}

function copyComponent<K extends ComponentKind>(component: ViewOf<K>): ViewOf<K> {
  return (copyOf[component.kind as K] as (component: ViewOf<K>) => ViewOf<K>)(component);
}

const copyOf: { readonly [K in ComponentKind]: (component: ViewOf<K>) => ViewOf<K> } = {
  client: (client) => ({ ...client }),
  'instance-group': (group) => ({
    ...group,
    instances: group.instances.map((instance) => ({ ...instance, jobs: instance.jobs.map((job) => ({ ...job })) })),
    backlog: copyEntries(group.backlog, ({ upload, since }) => ({ upload, since })),
  }),
  queue: (queue) => ({
    ...queue,
    // Field by field: a spread of ten thousand items takes several times as long.
    items: copyEntries(queue.items, ({ item, upload, since, receiveCount, visibleAgainAt }) => ({
      item,
      upload,
      since,
      receiveCount,
      visibleAgainAt,
    })),
    deadLetters: queue.deadLetters.map((letter) => ({ ...letter })),
  }),
  bucket: (bucket) => ({ ...bucket }),
  table: (table) => ({ ...table }),
};

function copyEntries<T>(entries: ReadonlyMap<number, T>, copy: (entry: T) => T): Map<number, T> {
  const copies = new Map<number, T>();
  for (const [key, entry] of entries) copies.set(key, copy(entry));
  return copies;
}

// The fold

/** Takes one fact into the view. */
export function applyFact(view: View, columns: TraceColumns, row: number): void {
  (foldOf[columns.kind[row] as number] as Fold)(view, columns, row);
}

type Fold = (view: View, columns: TraceColumns, row: number) => void;

/** A fact that changes nothing that can be seen at a component. */
const unseen: Fold = () => {};

const folds: Readonly<Record<FactKind, Fold>> = {
  'upload.started': on('client', (client) => {
    client.started += 1;
    client.waiting += 1;
  }),
  'upload.accepted': on('client', (client) => {
    client.accepted += 1;
    client.waiting -= 1;
  }),
  'upload.refused': on('client', (client) => {
    client.refused += 1;
    client.waiting -= 1;
  }),
  'upload.watchable': unseen,
  'upload.lost': unseen,
  'upload.dead-lettered': unseen,
  'message.sent': unseen,
  'request.waiting': on('instance-group', (group, columns, row) => {
    const message = columns.subject[row] as number;
    group.backlog.set(message, { upload: columns.upload[row] as number, since: columns.at[row] as number });
    if (message < group.newestRequest) putInOrder(group.backlog, message, group.newestRequest);
    else group.newestRequest = message;
  }),
  'request.refused': on('instance-group', (group, columns, row) => {
    group.backlog.delete(columns.subject[row] as number);
    group.refused += 1;
  }),
  'job.began': on('instance-group', beginJob),
  'job.finished': on('instance-group', (group, columns, row) => {
    group.finished += 1;
    endJob(group, columns, row);
  }),
  'job.failed': on('instance-group', (group, columns, row) => {
    group.failed += 1;
    endJob(group, columns, row);
  }),
  'step.began': on('instance-group', (group, columns, row) => {
    const job = jobIn(group, columns, row);
    if (!job) return;
    const code = columns.c[row] as number;
    job.step = code & 255;
    job.makes = code >> 8;
    job.stepBegan = columns.at[row] as number;
    job.stepEnds = columns.a[row] as number;
  }),
  'step.finished': on('instance-group', (group, columns, row) => {
    const job = jobIn(group, columns, row);
    if (!job) return;
    job.makes = 0;
    job.stepBegan = columns.at[row] as number;
    job.stepEnds = job.stepBegan;
  }),
  'instance.launched': on('instance-group', (group, columns, row) => {
    // A restart goes on with the same instance; its start is told by `instance.running`.
    if (columns.c[row] === 1) return;
    const id = columns.subject[row] as number;
    const since = columns.at[row] as number;
    const until = columns.a[row] as number;
    const launched: InstanceView = { id, phase: 'pending', since, until, jobs: [], idleSince: since };
    group.instances.splice(placeOf(group.instances, id), 0, launched);
  }),
  'instance.running': on('instance-group', (group, columns, row) => {
    enterPhase(group, columns, row, 'starting', columns.a[row] as number);
  }),
  'instance.in-service': on('instance-group', (group, columns, row) => {
    const at = columns.at[row] as number;
    const instance = enterPhase(group, columns, row, 'in-service', at);
    if (instance) instance.idleSince = at;
  }),
  'instance.draining': on('instance-group', (group, columns, row) => {
    // It may have gone down before this is told.
    if (instanceAt(group, columns, row)?.phase !== 'in-service') return;
    enterPhase(group, columns, row, 'draining', columns.at[row] as number);
  }),
  'instance.gone': on('instance-group', (group, columns, row) => {
    const id = columns.subject[row] as number;
    const place = placeOf(group.instances, id);
    if (group.instances[place]?.id === id) group.instances.splice(place, 1);
  }),
  'instance.crashed': on('instance-group', (group, columns, row) => {
    const at = columns.at[row] as number;
    const instance = enterPhase(group, columns, row, 'crashed', at);
    if (!instance) return;
    instance.jobs = [];
    instance.idleSince = at;
  }),
  'desired.changed': on('instance-group', (group, columns, row) => {
    group.desired = columns.a[row] as number;
  }),
  'message.queued': on('queue', (queue, columns, row) => {
    const item = columns.subject[row] as number;
    const upload = columns.upload[row] as number;
    const since = columns.at[row] as number;
    queue.items.set(item, { item, upload, since, receiveCount: 0, visibleAgainAt: -1 });
    if (item < queue.newestItem) putInOrder(queue.items, item, queue.newestItem);
    else queue.newestItem = item;
    queue.visible += 1;
  }),
  'message.received': on('queue', (queue, columns, row) => {
    const item = queue.items.get(columns.subject[row] as number);
    if (!item) return;
    countItem(queue, item, -1);
    item.visibleAgainAt = columns.a[row] as number;
    item.receiveCount = columns.b[row] as number;
    queue.inFlight += 1;
  }),
  'message.deleted': on('queue', dropItem),
  'message.reappeared': on('queue', (queue, columns, row) => {
    const item = queue.items.get(columns.subject[row] as number);
    if (!item) return;
    countItem(queue, item, -1);
    item.visibleAgainAt = -1;
    item.receiveCount = columns.b[row] as number;
    queue.visible += 1;
  }),
  'message.dead-lettered': on('queue', (queue, columns, row) => {
    dropItem(queue, columns, row);
    const letter = { upload: columns.upload[row] as number, at: columns.at[row] as number };
    insertSorted(queue.deadLetters, letter, (a, b) => a.at - b.at || a.upload - b.upload);
  }),
  'queue.polled': unseen,
  'object.stored': on('bucket', (bucket, columns, row) => {
    if (columns.c[row] === OBJECT.master) bucket.masters += 1;
    else bucket.renditions += 1;
    bucket.megabytes += wholeKilobytes(columns.a[row] as number);
  }),
  'object.fetched': unseen,
  'item.written': on('table', (table) => {
    table.items += 1;
  }),
  'fault.began': (view, columns, row) => countFault(view, columns, row, 1),
  'fault.ended': (view, columns, row) => countFault(view, columns, row, -1),
  'parameter.set': unseen,
};

/** By code of the kind. */
const foldOf: readonly Fold[] = factKinds.map((kind) => folds[kind]);

/** A fold at components of one kind; throws if the fact is told of another. */
function on<K extends ComponentKind>(
  kind: K,
  fold: (component: ViewOf<K>, columns: TraceColumns, row: number) => void,
): Fold {
  return (view, columns, row) => {
    const component = view[columns.component[row] as number];
    if (component?.kind !== kind) throw notOfKind(component, columns, row, kind);
    fold(component as ViewOf<K>, columns, row);
  };
}

function notOfKind(component: ComponentView | undefined, columns: TraceColumns, row: number, kind: string): Error {
  const fact = factKinds[columns.kind[row] as number];
  const number = columns.component[row];
  return new Error(`"${fact}" is told of component ${number}, a ${component?.kind ?? 'stranger'}, not a ${kind}`);
}

function countFault(view: View, columns: TraceColumns, row: number, change: number): void {
  const component = view[columns.component[row] as number];
  if (!component || component.kind === 'client') throw notOfKind(component, columns, row, 'component with faults');
  component.faults += change;
}

// Instances and their jobs

/** Place of the instance with this number, or where it belongs: instances stand in the order of their numbers. */
function placeOf(instances: readonly InstanceView[], id: number): number {
  let low = 0;
  let high = instances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instances[middle] as InstanceView).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The instance that a fact is about; undefined if it is not there (any more). */
function instanceAt(group: GroupView, columns: TraceColumns, row: number): InstanceView | undefined {
  const id = columns.subject[row] as number;
  const instance = group.instances[placeOf(group.instances, id)];
  return instance?.id === id ? instance : undefined;
}

function enterPhase(
  group: GroupView,
  columns: TraceColumns,
  row: number,
  phase: InstanceView['phase'],
  until: SimTime,
): InstanceView | undefined {
  const instance = instanceAt(group, columns, row);
  if (!instance) return undefined;
  instance.phase = phase;
  instance.since = columns.at[row] as number;
  instance.until = until;
  return instance;
}

function beginJob(group: GroupView, columns: TraceColumns, row: number): void {
  const upload = columns.upload[row] as number;
  const began = columns.at[row] as number;
  leaveBacklog(group, upload);
  const instance = instanceAt(group, columns, row);
  if (!instance || !canHaveBegun(instance, began)) return;
  const job = columns.b[row] as number;
  const view: JobView = { job, upload, began, step: -1, makes: 0, stepBegan: began, stepEnds: began };
  insertSorted(instance.jobs, view, (a, b) => a.began - b.began || a.job - b.job || a.upload - b.upload);
}

/** False for what began before the instance went down, and is told only now. */
function canHaveBegun({ phase, since }: InstanceView, began: SimTime): boolean {
  return (phase === 'in-service' || phase === 'draining') && began >= since;
}

/** A job does not say which request it came from: the oldest of its upload, if any waits. */
function leaveBacklog(group: GroupView, upload: number): void {
  if (group.backlog.size === 0) return;
  for (const [message, request] of group.backlog) {
    if (request.upload !== upload) continue;
    group.backlog.delete(message);
    return;
  }
}

/** The numbers of jobs are used again, so the upload has to agree too. */
function placeOfJob(jobs: readonly JobView[], job: number, upload: number): number {
  for (let place = 0; place < jobs.length; place += 1) {
    const each = jobs[place] as JobView;
    if (each.job === job && each.upload === upload) return place;
  }
  return -1;
}

/** The job that a fact of a group is about; undefined if it is not there (any more). */
export function jobAt(view: View, columns: TraceColumns, row: number): JobView | undefined {
  const group = view[columns.component[row] as number];
  return group?.kind === 'instance-group' ? jobIn(group, columns, row) : undefined;
}

function jobIn(group: GroupView, columns: TraceColumns, row: number): JobView | undefined {
  const instance = instanceAt(group, columns, row);
  return instance?.jobs[placeOfJob(instance.jobs, columns.b[row] as number, columns.upload[row] as number)];
}

function endJob(group: GroupView, columns: TraceColumns, row: number): void {
  const instance = instanceAt(group, columns, row);
  if (!instance) return;
  const place = placeOfJob(instance.jobs, columns.b[row] as number, columns.upload[row] as number);
  if (place < 0) return;
  instance.jobs.splice(place, 1);
  instance.idleSince = Math.max(instance.idleSince, columns.at[row] as number);
}

// Queues

/** Counts an item in or out where it now stands: visible or in flight. */
function countItem(queue: QueueView, item: ItemView, change: number): void {
  if (item.visibleAgainAt < 0) queue.visible += change;
  else queue.inFlight += change;
}

function dropItem(queue: QueueView, columns: TraceColumns, row: number): void {
  const item = queue.items.get(columns.subject[row] as number);
  if (!item) return;
  countItem(queue, item, -1);
  queue.items.delete(item.item);
}

// Order and sums

/**
 * Moves the entry that was just added before all those with larger numbers, of which the largest is at most `newest`.
 * It is seldom late by more than a few, so looking for those few costs less than sorting.
 */
function putInOrder<T>(entries: Map<number, T>, added: number, newest: number): void {
  const later: number[] = [];
  if (newest - added < entries.size) {
    for (let number = added + 1; number <= newest; number += 1) if (entries.has(number)) later.push(number);
  } else {
    for (const number of entries.keys()) if (number > added) later.push(number);
  }
  for (const number of later) {
    const entry = entries.get(number) as T;
    entries.delete(number);
    entries.set(number, entry);
  }
}

/** Inserts from the end, where a new entry mostly belongs. */
function insertSorted<T>(entries: T[], entry: T, compare: (a: T, b: T) => number): void {
  let place = entries.length;
  while (place > 0 && compare(entries[place - 1] as T, entry) > 0) place -= 1;
  entries.splice(place, 0, entry);
}

/** Rounded to 1/1024 of a megabyte, so that sums are exact and do not depend on their order. */
function wholeKilobytes(megabytes: number): number {
  return Math.round(megabytes * 1024) / 1024;
}
