/**
 * The events of note in a trace: few enough to be read and to be jumped between. For the log, the summary and the keys
 * that lead to the next and the previous one. The sentences for them stand in the catalogue of words.
 */
import { copyData } from '../engine/copy.ts';
import { type SimTime, seconds } from '../engine/time.ts';
import type { TraceColumns } from '../engine/trace.ts';
import { FACT, type FactKind, type Fault, factKinds, faults } from '../models/facts.ts';
import type { Parameter } from '../models/parameters.ts';
import { REASON, type Reason, reasonOf } from '../models/reasons.ts';
import { models } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { type Fleet, fleet, fleetSize, tellFleet } from './fleet.ts';

interface At {
  at: SimTime;
  /** Number of the component where it happened. */
  component: number;
}

/** Something worth telling; `kind` says what. */
export type NotableEvent = At &
  (
    | { kind: 'fault-began' | 'fault-ended'; fault: Fault; intervention: number }
    /** Somebody turned a parameter. `value` is null where it is not a number. */
    | { kind: 'parameter-set'; parameter: string; value: number | null; intervention: number }
    /** `instances` went down at the same moment, and `jobs` with them. `instance` is the first of them. */
    | { kind: 'instances-crashed'; instance: number; instances: number; jobs: number }
    /** After there was none, an instance is in service. */
    | { kind: 'back-in-service'; instance: number }
    /** `measured` is what the policy measured, by its own measure; null unless a policy did it. */
    | { kind: 'desired-changed'; from: number; to: number; by: 'policy' | 'hand' | 'schedule'; measured: number | null }
    /** The last instance of a group is gone: none of it runs and none is billed. */
    | { kind: 'fleet-at-zero' }
    /** A request waits for a free slot, after a time in which none began to wait here. */
    | { kind: 'waiting-began'; upload: number }
    /** Of all uploads, this one was watchable before any other. */
    | { kind: 'first-watchable'; upload: number }
    /** An upload was refused after a time without refusals for this reason. */
    | { kind: 'refusals-began'; upload: number; reason: Reason }
    /** `uploads` were lost at the same moment, `upload` first, after a time without losses for this reason. */
    | { kind: 'lost'; upload: number; uploads: number; reason: Reason }
    /** A message was received too often; after a time without such. */
    | { kind: 'dead-lettered'; upload: number; receiveCount: number }
    /** What became of an upload that was made by hand. */
    | { kind: 'hand-upload-started' | 'hand-upload-accepted' | 'hand-upload-watchable'; upload: number }
    | NoteOfKinds
    | { kind: 'hand-upload-refused' | 'hand-upload-lost' | 'hand-upload-dead-lettered'; upload: number; reason: Reason }
  );

export type NotableKind = NotableEvent['kind'];

/** What is of note about components of the various kinds; each is told again after a time without such. */
type NoteOfKinds =
  /** Somebody tries again; something came too fast; runs, deliveries and events fail or are given up: why, and first for whom. */
  | {
      kind:
        | 'retries-began'
        | 'throttling-began'
        | 'runs-failed'
        | 'event-retried'
        | 'event-dropped'
        | 'delivery-retried'
        | 'delivery-dead-lettered'
        | 'delivery-dropped'
        | 'batch-failed';
      upload: number;
      reason: Reason;
    }
  /** Nobody answered in time; an environment had to be started first; work was done a second time, or seen to be done … */
  | {
      kind:
        | 'time-outs-began'
        | 'cold-start'
        | 'duplicate-done'
        | 'duplicate-recognised'
        | 'unmatched'
        | 'message-expired'
        | 'record-expired'
        | 'redriven'
        | 'batch-bisected';
      upload: number;
    }
  | { kind: 'circuit-opened' | 'circuit-closed' | 'fail-open-began' | 'fail-open-ended' | 'replayed' }
  | { kind: 'target-unhealthy' | 'target-healthy' | 'instance-unhealthy'; instance: number }
  | { kind: 'schedule-fired'; rule: number };

/** `desired.changed`, column c, where nothing was measured. */
const SET_BY_HAND = -1;
const SET_BY_SCHEDULE = -2;

/** Waiting, refusals, losses and dead letters are told again after this long without one of their kind. Our choice. */
const QUIET = seconds(20);

/** What the reader remembers from one piece of a trace to the next. Plain data. */
interface Memory {
  /** By component: its instances, if it is a group. */
  fleets: (Fleet | null)[];
  /** When something of a kind was last, by kind, component and reason. */
  lastAt: Map<string, SimTime>;
  /** Uploads made by hand. */
  byHand: number[];
  /** Whether any upload has become watchable. */
  hasWatchable: boolean;
  /** By component and fault: how many last. Several of a kind may strike one component; it lasts from the first to the last. */
  faults: number[];
  /** Targets of load balancers that are unhealthy: component, link and instance. */
  unhealthy: Set<string>;
}

/** One row of a trace. */
interface Fact {
  at: SimTime;
  kind: FactKind;
  component: number;
  upload: number;
  subject: number;
  a: number;
  b: number;
  c: number;
}

/** What a fact says that is of note about its component; null if it does not. */
const notes: Readonly<Partial<Record<FactKind, (fact: Fact) => NoteOfKinds | null>>> = {
  'request.retried': ({ upload, c }) => ({ kind: 'retries-began', upload, reason: reasonOf(c) }),
  'request.timed-out': ({ upload }) => (upload < 0 ? null : { kind: 'time-outs-began', upload }),
  'circuit.opened': () => ({ kind: 'circuit-opened' }),
  'circuit.closed': () => ({ kind: 'circuit-closed' }),
  'target.unhealthy': ({ subject }) => ({ kind: 'target-unhealthy', instance: subject }),
  'fail-open.began': () => ({ kind: 'fail-open-began' }),
  'fail-open.ended': () => ({ kind: 'fail-open-ended' }),
  'instance.unhealthy': ({ subject }) => ({ kind: 'instance-unhealthy', instance: subject }),
  'invocation.throttled': ({ upload, c }) => ({ kind: 'throttling-began', upload, reason: reasonOf(c) }),
  'invocation.finished': ({ upload, c }) =>
    (c & 255) === 0 ? null : { kind: 'runs-failed', upload, reason: reasonOf(c & 255) },
  'invocation.retried': ({ upload, c }) => ({ kind: 'event-retried', upload, reason: reasonOf(c) }),
  'invocation.dropped': ({ upload, c }) => ({ kind: 'event-dropped', upload, reason: reasonOf(c) }),
  'delivery.retried': ({ upload, c }) => ({ kind: 'delivery-retried', upload, reason: reasonOf(c) }),
  'delivery.dead-lettered': ({ upload, c }) => ({ kind: 'delivery-dead-lettered', upload, reason: reasonOf(c) }),
  'delivery.dropped': ({ upload, c }) => ({ kind: 'delivery-dropped', upload, reason: reasonOf(c) }),
  'batch.failed': ({ upload, c }) => ({ kind: 'batch-failed', upload, reason: reasonOf(c) }),
  'batch.bisected': ({ upload }) => ({ kind: 'batch-bisected', upload }),
  'job.began': ({ upload, c }) => (c === 1 ? { kind: 'cold-start', upload } : null),
  'duplicate.done': ({ upload }) => ({ kind: 'duplicate-done', upload }),
  'duplicate.recognised': ({ upload }) => ({ kind: 'duplicate-recognised', upload }),
  'event.unmatched': ({ upload }) => ({ kind: 'unmatched', upload }),
  'event.replayed': () => ({ kind: 'replayed' }),
  'schedule.fired': ({ subject }) => ({ kind: 'schedule-fired', rule: subject }),
  'message.expired': ({ upload }) => ({ kind: 'message-expired', upload }),
  'message.redriven': ({ upload }) => ({ kind: 'redriven', upload }),
  'record.expired': ({ upload }) => ({ kind: 'record-expired', upload }),
};

/** What is read; all other kinds are passed over at once. */
const interesting: readonly FactKind[] = [
  'upload.started',
  'upload.accepted',
  'upload.refused',
  'upload.watchable',
  'upload.lost',
  'upload.dead-lettered',
  'request.waiting',
  'job.began',
  'job.finished',
  'job.failed',
  'instance.launched',
  'instance.running',
  'instance.in-service',
  'instance.draining',
  'instance.gone',
  'instance.crashed',
  'desired.changed',
  'message.dead-lettered',
  'fault.began',
  'fault.ended',
  'parameter.set',
  'request.refused',
  'target.healthy',
  ...(Object.keys(notes) as FactKind[]),
];
const isInteresting = Uint8Array.from(factKinds, (kind) => (interesting.includes(kind) ? 1 : 0));

/** Reads a trace piece by piece, in order, and tells what is of note in each. Pieces are cut between two moments. */
export class NotableReader {
  readonly #nodes: readonly WorldNode[];
  readonly #memory: Memory;

  constructor(nodes: readonly WorldNode[], from?: NotableReader) {
    this.#nodes = nodes;
    this.#memory = from ? copyData(from.#memory) : memory(nodes);
  }

  /** The events of note among these facts, which follow on those read before. */
  read(facts: TraceColumns): NotableEvent[] {
    const events: NotableEvent[] = [];
    for (let row = 0; row < facts.length; row += 1) {
      if (isInteresting[facts.kind[row] as number] === 1) this.#tell(factAt(facts, row), events);
    }
    return events;
  }

  /** A reader that stands where this one does, for another future. */
  copy(): NotableReader {
    return new NotableReader(this.#nodes, this);
  }

  #tell(fact: Fact, events: NotableEvent[]): void {
    const { at, kind, component } = fact;
    if (kind.startsWith('upload.')) return this.#tellUpload(fact, events);
    this.#tellOfKind(fact, events);
    const fleet = this.#memory.fleets[component];
    if (fleet) return this.#tellGroup(fleet, fact, events);
    if (kind === 'message.dead-lettered' && this.#isNew(fact, 0)) {
      events.push({ at, component, kind: 'dead-lettered', upload: fact.upload, receiveCount: fact.b });
    }
    this.#tellIntervention(fact, events);
  }

  #tellOfKind(fact: Fact, events: NotableEvent[]): void {
    const { at, kind, component, subject, c, upload } = fact;
    const { unhealthy } = this.#memory;
    const target = `${component} ${fact.a} ${subject}`;
    if (kind === 'target.healthy') {
      // Only those that had been unhealthy: that a new one becomes healthy goes without saying.
      if (unhealthy.delete(target)) events.push({ at, component, kind: 'target-healthy', instance: subject });
      return;
    }
    if (kind === 'target.unhealthy') unhealthy.add(target);
    const throttled = kind === 'request.refused' && c === REASON.throttled;
    const note = throttled
      ? ({ kind: 'throttling-began', upload, reason: 'throttled' } as const)
      : (notes[kind]?.(fact) ?? null);
    if (note === null) return;
    const of =
      'reason' in note ? REASON[note.reason] : 'instance' in note ? note.instance : 'rule' in note ? note.rule : 0;
    if (this.#isQuiet(`${note.kind} ${component} ${of}`, at)) events.push({ at, component, ...note });
  }

  #tellUpload(fact: Fact, events: NotableEvent[]): void {
    const { at, component, upload, c } = fact;
    const { byHand } = this.#memory;
    if (fact.kind === 'upload.started' && c === 1) byHand.push(upload);
    const isByHand = byHand.includes(upload);
    switch (fact.kind) {
      case 'upload.started':
        if (isByHand) events.push({ at, component, kind: 'hand-upload-started', upload });
        return;
      case 'upload.accepted':
        if (isByHand) events.push({ at, component, kind: 'hand-upload-accepted', upload });
        return;
      case 'upload.watchable':
        if (isByHand) events.push({ at, component, kind: 'hand-upload-watchable', upload });
        else if (!this.#memory.hasWatchable) events.push({ at, component, kind: 'first-watchable', upload });
        this.#memory.hasWatchable = true;
        return;
      case 'upload.refused':
        if (isByHand) events.push({ at, component, kind: 'hand-upload-refused', upload, reason: reasonOf(c) });
        else if (this.#isNew(fact, c))
          events.push({ at, component, kind: 'refusals-began', upload, reason: reasonOf(c) });
        return;
      case 'upload.lost':
        if (isByHand) events.push({ at, component, kind: 'hand-upload-lost', upload, reason: reasonOf(c) });
        else this.#tellLoss(fact, events);
        return;
      default:
        // That others are among the dead letters is told of their message.
        if (isByHand) events.push({ at, component, kind: 'hand-upload-dead-lettered', upload, reason: reasonOf(c) });
    }
  }

  #tellLoss(fact: Fact, events: NotableEvent[]): void {
    const { at, component, upload } = fact;
    const reason = reasonOf(fact.c);
    const isNew = this.#isNew(fact, fact.c);
    if (isNew) {
      events.push({ at, component, kind: 'lost', upload, uploads: 1, reason });
      return;
    }
    const same = sameMoment(events, fact, 'lost');
    if (same?.reason === reason) same.uploads += 1;
  }

  #tellGroup(fleet: Fleet, fact: Fact, events: NotableEvent[]): void {
    const { at, component, subject, a, b, c } = fact;
    const served = fleet.inService.value;
    tellFleet(fleet, at, FACT[fact.kind], subject);
    switch (fact.kind) {
      case 'request.waiting':
        if (this.#isNew(fact, 0)) events.push({ at, component, kind: 'waiting-began', upload: fact.upload });
        return;
      case 'instance.crashed': {
        const same = sameMoment(events, fact, 'instances-crashed');
        if (!same) events.push({ at, component, kind: 'instances-crashed', instance: subject, instances: 1, jobs: b });
        else {
          same.instances += 1;
          same.jobs += b;
        }
        return;
      }
      case 'instance.in-service':
        if (served === 0 && at > 0) events.push({ at, component, kind: 'back-in-service', instance: subject });
        return;
      case 'instance.gone':
        if (fleetSize(fleet) === 0) events.push({ at, component, kind: 'fleet-at-zero' });
        return;
      case 'desired.changed': {
        const by = c === SET_BY_HAND ? 'hand' : c === SET_BY_SCHEDULE ? 'schedule' : 'policy';
        events.push({ at, component, kind: 'desired-changed', from: b, to: a, by, measured: c < 0 ? null : c });
        return;
      }
      default:
        this.#tellIntervention(fact, events);
    }
  }

  #tellIntervention({ at, kind, component, subject: intervention, a, c }: Fact, events: NotableEvent[]): void {
    if (kind === 'parameter.set') {
      const node = this.#nodes[component] as WorldNode;
      const [parameter, declared] = Object.entries(models[node.kind].parameters)[c] as [string, Parameter];
      const value = declared.type === 'number' ? a : null;
      events.push({ at, component, kind: 'parameter-set', parameter, value, intervention });
      return;
    }
    if (kind !== 'fault.began' && kind !== 'fault.ended') return;
    const lasting = this.#memory.faults;
    const which = component * faults.length + c;
    const before = lasting[which] ?? 0;
    const after = before + (kind === 'fault.began' ? 1 : -1);
    lasting[which] = after;
    const fault = faults[c] as Fault;
    if (before === 0) events.push({ at, component, kind: 'fault-began', fault, intervention });
    else if (after === 0) events.push({ at, component, kind: 'fault-ended', fault, intervention });
  }

  /** Whether it has been quiet for a while; from now on it is not. */
  #isNew({ at, kind, component }: Fact, reason: number): boolean {
    return this.#isQuiet(`${kind} ${component} ${reason}`, at);
  }

  #isQuiet(key: string, at: SimTime): boolean {
    const lastAt = this.#memory.lastAt.get(key) ?? Number.NEGATIVE_INFINITY;
    this.#memory.lastAt.set(key, at);
    return at - lastAt >= QUIET;
  }
}

function memory(nodes: readonly WorldNode[]): Memory {
  const fleets = nodes.map(({ kind }) => (kind === 'instance-group' ? fleet() : null));
  return {
    fleets,
    lastAt: new Map(),
    byHand: [],
    hasWatchable: false,
    faults: nodes.flatMap(() => faults.map(() => 0)),
    unhealthy: new Set(),
  };
}

function factAt(facts: TraceColumns, row: number): Fact {
  return {
    at: facts.at[row] as number,
    kind: factKinds[facts.kind[row] as number] as FactKind,
    component: facts.component[row] as number,
    upload: facts.upload[row] as number,
    subject: facts.subject[row] as number,
    a: facts.a[row] as number,
    b: facts.b[row] as number,
    c: facts.c[row] as number,
  };
}

/** The latest event of this kind, if it was at the same moment and place as the fact. */
function sameMoment<K extends NotableKind>(
  events: readonly NotableEvent[],
  { at, component }: Fact,
  kind: K,
): Extract<NotableEvent, { kind: K }> | undefined {
  const last = events.findLast((event) => event.kind === kind) as Extract<NotableEvent, { kind: K }> | undefined;
  return last?.at === at && last.component === component ? last : undefined;
}
