/** The figures of a run, kept up with every fact: how uploads ended, how long they took, what each component did. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { FACT, type FactKind, factKinds } from '../models/facts.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { GroupFigures } from './group-figures.ts';
import { countReason, type Outcomes, outcomes } from './outcomes.ts';
import { QueueFigures } from './queue-figures.ts';
import { UploadTimes } from './upload-times.ts';

/** What the people at one client saw. Plain data. */
export interface ClientFigures {
  kind: 'client';
  started: number;
  accepted: number;
  refused: number;
}

/** What was put into a bucket and taken out. Plain data. */
export interface BucketFigures {
  kind: 'bucket';
  stored: number;
  fetched: number;
  megabytesStored: number;
}

/** What was written to a table. Plain data. */
export interface TableFigures {
  kind: 'table';
  written: number;
}

type PlainFigures = ClientFigures | BucketFigures | TableFigures;
type Figures = PlainFigures | GroupFigures | QueueFigures;

/** Who reads a fact of each kind. Of those that are not here nothing is asked: they say nothing about figures. */
const readerOf: Readonly<Partial<Record<FactKind, 'upload' | 'group' | 'queue' | 'store'>>> = {
  'upload.started': 'upload',
  'upload.accepted': 'upload',
  'upload.refused': 'upload',
  'upload.watchable': 'upload',
  'upload.lost': 'upload',
  'upload.dead-lettered': 'upload',
  'request.waiting': 'group',
  'request.refused': 'group',
  'job.began': 'group',
  'job.finished': 'group',
  'job.failed': 'group',
  'instance.launched': 'group',
  'instance.running': 'group',
  'instance.in-service': 'group',
  'instance.draining': 'group',
  'instance.gone': 'group',
  'instance.crashed': 'group',
  'desired.changed': 'group',
  'message.queued': 'queue',
  'message.received': 'queue',
  'message.deleted': 'queue',
  'message.reappeared': 'queue',
  'message.dead-lettered': 'queue',
  'queue.polled': 'queue',
  'object.stored': 'store',
  'object.fetched': 'store',
  'item.written': 'store',
};

const readerNames = [undefined, 'upload', 'group', 'queue', 'store'] as const;
const NOBODY = readerNames.indexOf(undefined);
const UPLOAD = readerNames.indexOf('upload');
const GROUP = readerNames.indexOf('group');
const QUEUE = readerNames.indexOf('queue');
/** Place of the reader in `readerNames`, by code of the fact's kind. */
const readers = Uint8Array.from(factKinds, (kind) => readerNames.indexOf(readerOf[kind]));
const heard: readonly number[] = factKinds.flatMap((_, code) => (readers[code] === NOBODY ? [] : [code]));

const STARTED = FACT['upload.started'];
const ACCEPTED = FACT['upload.accepted'];
const REFUSED = FACT['upload.refused'];
const WATCHABLE = FACT['upload.watchable'];
const LOST = FACT['upload.lost'];
const STORED = FACT['object.stored'];

export class RunMetrics implements Observer {
  readonly hears = heard;
  readonly outcomes: Outcomes;
  readonly times: UploadTimes;
  /** What each component did, in the order of their numbers. */
  readonly components: readonly Figures[];
  readonly #nodes: readonly WorldNode[];

  constructor(nodes: readonly WorldNode[], from?: RunMetrics) {
    this.#nodes = nodes;
    this.outcomes = from ? copyData(from.outcomes) : outcomes();
    this.times = from ? from.times.copy() : new UploadTimes();
    this.components = nodes.map((node, index) => figuresFor(node, from?.components[index]));
  }

  fact(
    at: SimTime,
    kind: number,
    component: number,
    upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void {
    const reader = readers[kind];
    if (reader === NOBODY) return;
    const figures = this.components[component];
    if (reader === UPLOAD) {
      this.#tellUpload(at, kind, upload, c);
      if (figures && figures.kind === 'client') tellClient(figures, kind);
      return;
    }
    if (figures === undefined) throw new Error(`component ${component} of a fact at ${at} µs does not exist`);
    if (reader === GROUP && figures.kind === 'instance-group') {
      const waited = figures.tell(at, kind, subject, a, c);
      if (waited > 0) this.times.waited(upload, waited);
    } else if (reader === QUEUE && figures.kind === 'queue') {
      const waited = figures.tell(at, kind, subject, b);
      if (waited > 0) this.times.waited(upload, waited);
    } else if (figures.kind === 'bucket') {
      tellBucket(figures, kind, a);
    } else if (figures.kind === 'table') {
      figures.written += 1;
    }
  }

  /** A second reader that has heard the same; from here on they go separate ways. */
  copy(): RunMetrics {
    return new RunMetrics(this.#nodes, this);
  }

  #tellUpload(at: SimTime, kind: number, upload: number, c: number): void {
    const { outcomes, times } = this;
    switch (kind) {
      case STARTED:
        outcomes.started += 1;
        outcomes.startedByHand += c;
        times.started(at, upload);
        return;
      case ACCEPTED:
        outcomes.accepted += 1;
        times.accepted(at, upload);
        return;
      case WATCHABLE:
        outcomes.watchable += 1;
        times.watchable(at, upload);
        return;
      case REFUSED:
        outcomes.refused += 1;
        countReason(outcomes.refusedBy, c);
        times.refused(upload);
        return;
      case LOST:
        outcomes.lost += 1;
        countReason(outcomes.lostBy, c);
        times.failed(upload);
        return;
      default:
        outcomes.deadLettered += 1;
        countReason(outcomes.deadLetteredBy, c);
        times.failed(upload);
    }
  }
}

const newFigures: Readonly<Record<ComponentKind, (node: WorldNode) => Figures>> = {
  client: () => ({ kind: 'client', started: 0, accepted: 0, refused: 0 }),
  'instance-group': (node) => new GroupFigures(node),
  queue: () => new QueueFigures(),
  bucket: () => ({ kind: 'bucket', stored: 0, fetched: 0, megabytesStored: 0 }),
  table: () => ({ kind: 'table', written: 0 }),
};

function figuresFor(node: WorldNode, from: Figures | undefined): Figures {
  if (from === undefined) return newFigures[node.kind](node);
  if (from.kind === 'instance-group') return from.copy(node);
  return from.kind === 'queue' ? from.copy() : copyData(from);
}

function tellClient(client: ClientFigures, kind: number): void {
  if (kind === STARTED) client.started += 1;
  else if (kind === ACCEPTED) client.accepted += 1;
  else if (kind === REFUSED) client.refused += 1;
}

function tellBucket(bucket: BucketFigures, kind: number, megabytes: number): void {
  if (kind === STORED) {
    bucket.stored += 1;
    bucket.megabytesStored += megabytes;
  } else {
    bucket.fetched += 1;
  }
}
