/** The figures of a run, kept up with every fact: how uploads ended, how long they took, what each component did. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { FACT, type FactKind, factKinds } from '../models/facts.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import { FaultFigures, faultFacts } from './fault-figures.ts';
import { type Figures, figuresFor } from './figures.ts';
import { Losses } from './losses.ts';
import { countDeadLetter, countReason, type Outcomes, outcomes, reopen } from './outcomes.ts';
import { Requests } from './requests.ts';
import { UploadTimes } from './upload-times.ts';

/**
 * Who reads a fact of each kind: how uploads end, the component where it happened, or how requests go. Those that say
 * nothing about figures are not heard.
 */
const readerOf: Readonly<Record<FactKind, 'upload' | 'component' | 'message' | null>> = {
  'upload.started': 'upload',
  'upload.accepted': 'upload',
  'upload.refused': 'upload',
  'upload.watchable': 'upload',
  'upload.lost': 'upload',
  'upload.dead-lettered': 'upload',
  'upload.reopened': 'upload',
  'message.sent': 'message',
  'message.taken': 'message',
  'request.retried': 'component',
  'request.timed-out': 'component',
  'request.routed': 'component',
  'client.gone': 'component',
  'circuit.opened': 'component',
  'circuit.half-opened': null,
  'circuit.closed': null,
  'retry.withheld': 'component',
  'request.given-up': 'component',
  'event.raised': 'component',
  'event.taken': 'component',
  'request.waiting': 'component',
  'request.taken': null,
  'request.refused': 'component',
  'job.began': 'component',
  'job.finished': 'component',
  'job.failed': 'component',
  'step.began': null,
  'step.finished': 'component',
  'duplicate.done': 'component',
  'duplicate.recognised': 'component',
  'instance.launched': 'component',
  'instance.running': 'component',
  'instance.in-service': 'component',
  'instance.draining': 'component',
  'instance.gone': 'component',
  'instance.crashed': 'component',
  'instance.unhealthy': 'component',
  'target.registered': 'component',
  'target.healthy': 'component',
  'target.unhealthy': 'component',
  'target.deregistered': 'component',
  'target.drained': null,
  'fail-open.began': 'component',
  'fail-open.ended': 'component',
  'desired.changed': 'component',
  'message.queued': 'component',
  'message.received': 'component',
  'message.deleted': 'component',
  'message.reappeared': 'component',
  'message.dead-lettered': 'component',
  'message.delayed': 'component',
  'message.duplicated': 'component',
  'message.deduplicated': 'component',
  'message.expired': 'component',
  'message.redriven': 'component',
  'visibility.extended': 'component',
  'queue.polled': 'component',
  'object.stored': 'component',
  'object.fetched': 'component',
  'item.written': 'component',
  'item.read': 'component',
  'notification.sent': 'component',
  'event.published': 'component',
  'event.unmatched': 'component',
  'rule.matched': 'component',
  'delivery.retried': 'component',
  'delivery.dead-lettered': 'component',
  'delivery.dropped': 'component',
  'event.archived': 'component',
  'event.replayed': 'component',
  'schedule.fired': 'component',
  'record.appended': 'component',
  'records.fetched': 'component',
  'record.expired': 'component',
  'invocation.queued': 'component',
  'invocation.throttled': 'component',
  'invocation.retried': 'component',
  'invocation.dropped': 'component',
  'invocation.finished': 'component',
  'batch.began': 'component',
  'batch.finished': null,
  'batch.failed': 'component',
  'batch.bisected': 'component',
  'fault.began': null,
  'fault.ended': null,
  'parameter.set': null,
};

const readerNames = [null, 'upload', 'component', 'message'] as const;
const UPLOAD = readerNames.indexOf('upload');
const COMPONENT = readerNames.indexOf('component');
/** Place of the reader in `readerNames`, by code of the fact's kind. */
const readers = Uint8Array.from(factKinds, (kind) => readerNames.indexOf(readerOf[kind]));
/** 1 for the kinds of fact that say something of what faults do, by code. */
const concernsFaults = Uint8Array.from(factKinds, (_, code) => Number(faultFacts.includes(code)));
/** All kinds of fact that are read by anybody. */
const heard: readonly number[] = factKinds.flatMap((_, code) =>
  readers[code] !== 0 || concernsFaults[code] === 1 ? [code] : [],
);

const STARTED = FACT['upload.started'];
const ACCEPTED = FACT['upload.accepted'];
const REFUSED = FACT['upload.refused'];
const WATCHABLE = FACT['upload.watchable'];
const LOST = FACT['upload.lost'];
const DEAD_LETTERED = FACT['upload.dead-lettered'];
const SENT = FACT['message.sent'];

export class RunMetrics implements Observer {
  readonly hears = heard;
  readonly outcomes: Outcomes;
  readonly times: UploadTimes;
  /** How the requests to each component went. */
  readonly requests: Requests;
  /** What each component did, in the order of their numbers. */
  readonly components: readonly Figures[];
  /** What faults did to the rest. */
  readonly faults: FaultFigures;
  /** Where uploads ended badly. */
  readonly losses: Losses;
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];

  /** For a run of these components; without links, no message may be sent. */
  constructor(nodes: readonly WorldNode[], links: readonly WorldLink[] = [], from?: RunMetrics) {
    this.#nodes = nodes;
    this.#links = links;
    this.outcomes = from ? copyData(from.outcomes) : outcomes();
    this.times = from ? from.times.copy() : new UploadTimes();
    this.requests = from ? from.requests.copy() : new Requests(nodes.length, links);
    this.components = nodes.map((node, index) => figuresFor(node, from?.components[index]));
    this.faults = from ? from.faults.copy() : new FaultFigures(nodes, links);
    this.losses = from ? from.losses.copy() : new Losses(nodes);
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
    // Most facts are of messages, and few of these bring bad news.
    if (concernsFaults[kind] === 1 && (kind !== SENT || (c & 0xff00) !== 0)) {
      this.faults.fact(at, kind, component, upload, subject, a, b, c);
    }
    if (reader === COMPONENT) {
      const figures = this.components[component];
      if (figures === undefined) throw new Error(`component ${component} of a fact at ${at} µs does not exist`);
      const waited = figures.tell(at, kind, upload, subject, a, b, c);
      if (waited > 0) this.times.waited(upload, waited);
    } else if (reader === UPLOAD) {
      this.#tellUpload(at, kind, upload, c);
      this.losses.fact(at, kind, component, upload, subject, a, b, c);
      const figures = this.components[component];
      if (figures !== undefined && figures.kind === 'client') figures.tell(at, kind, upload, subject, a, b, c);
    } else if (kind === SENT) {
      this.requests.sent(component, b, c);
    } else if (reader !== 0) {
      this.requests.taken(component, a, c);
    }
  }

  /** A second reader that has heard the same; from here on they go separate ways. */
  copy(): RunMetrics {
    return new RunMetrics(this.#nodes, this.#links, this);
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
        times.lost(upload);
        return;
      case DEAD_LETTERED:
        countDeadLetter(outcomes, upload, c);
        times.deadLettered(upload);
        return;
      default:
        reopen(outcomes, upload);
    }
  }
}
