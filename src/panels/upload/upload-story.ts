/** What became of one upload, read off the facts that concern it. */
import type { SimTime } from '../../engine/time.ts';
import type { TraceColumns } from '../../engine/trace.ts';
import { FACT, type FactKind, factKinds, objects, type Step, type StoredObject, steps } from '../../models/facts.ts';
import type { Outcome } from '../../models/ledger.ts';
import { type Reason, reasonOf } from '../../models/reasons.ts';
import type { ComponentView } from '../../playback/view.ts';
import type { GroupView } from '../../playback/views/group-view.ts';
import type { WithInstances } from '../../playback/views/instances.ts';
import type { QueueView } from '../../playback/views/queue-view.ts';

/** Where an upload stands at a moment. */
export type Whereabouts =
  | { at: 'not-yet' }
  /** Sent, and neither waiting nor worked on. */
  | { at: 'on-its-way' }
  /** In the line before a group of instances. */
  | { at: 'line'; since: SimTime }
  /** In a queue, visible. */
  | { at: 'queue'; since: SimTime }
  /** Held back by a queue, not visible yet. */
  | { at: 'delayed'; since: SimTime }
  /** Taken over by a function, to be worked on later. */
  | { at: 'function-queue'; since: SimTime }
  /** In a stream, not fetched yet. */
  | { at: 'stream'; since: SimTime }
  /** Something failed, and is going to be tried again. */
  | { at: 'retry'; since: SimTime }
  /** Taken from a queue, the work not begun. */
  | { at: 'in-flight'; since: SimTime }
  /** Taken from a queue by somebody who failed: it stays in flight until the queue makes it visible again. */
  | { at: 'returning'; since: SimTime }
  /** In a slot; `makes` where something is being made. */
  | { at: 'work'; step: Step; makes: StoredObject | null; since: SimTime }
  | { at: 'end'; outcome: Exclude<Outcome, 'open'>; reason: Reason; since: SimTime };

export interface UploadStory {
  where: Whereabouts;
  /** When it was sent; -1 if not yet. */
  startedAt: SimTime;
  /** When the person was told that it worked; -1 if not, or not yet. */
  acceptedAt: SimTime;
  /** Whether its message was taken from a queue, and neither deleted nor given back. */
  isTaken: boolean;
}

const outcomeOf: Partial<Record<FactKind, Exclude<Outcome, 'open'>>> = {
  'upload.watchable': 'watchable',
  'upload.refused': 'refused',
  'upload.lost': 'lost',
  'upload.dead-lettered': 'dead-lettered',
};

/** Rows of the facts that concern an upload, in order. */
export function rowsOf(facts: TraceColumns, upload: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < facts.length; row += 1) {
    if (facts.upload[row] === upload && facts.kind[row] !== FACT['message.sent']) rows.push(row);
  }
  return rows;
}

/** Where an upload stands at `t`, given the rows that concern it. */
export function storyAt(facts: TraceColumns, rows: readonly number[], t: SimTime): UploadStory {
  const story: UploadStory = { where: { at: 'not-yet' }, startedAt: -1, acceptedAt: -1, isTaken: false };
  for (const row of rows) {
    if ((facts.at[row] as number) > t) break;
    tell(story, facts, row);
  }
  return story;
}

function tell(story: UploadStory, facts: TraceColumns, row: number): void {
  const at = facts.at[row] as number;
  const kind = factKinds[facts.kind[row] as number] as FactKind;
  const c = facts.c[row] as number;
  if (kind === 'upload.reopened') {
    story.where = { at: 'on-its-way' };
    return;
  }
  if (kind === 'upload.accepted') {
    story.acceptedAt = at;
    return;
  }
  const outcome = outcomeOf[kind];
  if (outcome !== undefined) {
    story.where = { at: 'end', outcome, reason: reasonOf(c), since: at };
    return;
  }
  // What still happens to it after its end, as a second delivery may, changes nothing for the person.
  if (story.where.at === 'end') return;
  if (kind === 'upload.started') {
    story.startedAt = at;
    story.where = { at: 'on-its-way' };
    return;
  }
  if (kind === 'message.received') story.isTaken = true;
  if (kind === 'message.reappeared' || kind === 'message.deleted') story.isTaken = false;
  if (kind === 'job.failed' && story.isTaken) {
    story.where = { at: 'returning', since: at };
    return;
  }
  const next = stretchOf(kind, at, c);
  if (next) story.where = next;
}

/** What begins with a fact, if it changes where the upload is. */
function stretchOf(kind: FactKind, at: SimTime, c: number): Whereabouts | null {
  switch (kind) {
    case 'request.waiting':
      return { at: 'line', since: at };
    case 'invocation.queued':
      return { at: 'function-queue', since: at };
    case 'invocation.retried':
    case 'delivery.retried':
    case 'request.retried':
      return { at: 'retry', since: at };
    case 'record.appended':
      return { at: 'stream', since: at };
    case 'message.delayed':
      return { at: 'delayed', since: at };
    case 'message.queued':
    case 'message.reappeared':
      return { at: 'queue', since: at };
    case 'message.received':
      return { at: 'in-flight', since: at };
    case 'step.began': {
      const made = objects[c >> 8];
      const makes = c >> 8 === 0 || made === undefined ? null : made;
      return { at: 'work', step: steps[c & 255] as Step, makes, since: at };
    }
    case 'job.failed':
      return { at: 'on-its-way' };
    default:
      return null;
  }
}

/**
 * The story as the picture shows it, which may lag behind the facts: where the picture has the upload in a line, a queue
 * or a slot, it is said to be there. What has ended has ended.
 */
export function asShown(story: UploadStory, upload: number, view: readonly ComponentView[]): UploadStory {
  if (story.where.at === 'end' || story.where.at === 'not-yet') return story;
  const workers = view.filter((each) => 'instances' in each);
  const groups = view.filter((each) => each.kind === 'instance-group');
  const queues = view.filter((each) => each.kind === 'queue');
  const where = workIn(workers, upload) ?? lineIn(groups, upload) ?? queueIn(queues, upload, story.where);
  return where ? { ...story, where } : story;
}

function workIn(workers: readonly WithInstances[], upload: number): Whereabouts | null {
  for (const { instances } of workers) {
    for (const { phase, jobs } of instances) {
      const job = phase === 'crashed' ? undefined : jobs.find((each) => each.upload === upload);
      const step = job && steps[job.step];
      if (step) return { at: 'work', step, makes: (job.makes && objects[job.makes]) || null, since: job.stepBegan };
    }
  }
  return null;
}

function lineIn(groups: readonly GroupView[], upload: number): Whereabouts | null {
  for (const { backlog } of groups) {
    for (const request of backlog.values()) {
      if (request.upload === upload) return { at: 'line', since: request.since };
    }
  }
  return null;
}

function queueIn(queues: readonly QueueView[], upload: number, told: Whereabouts): Whereabouts | null {
  for (const { items } of queues) {
    for (const item of items.values()) {
      if (item.upload !== upload) continue;
      if (item.visibleAgainAt < 0) return { at: 'queue', since: item.since };
      if (item.isDelayed) return { at: 'delayed', since: item.since };
      return told.at === 'returning' ? told : { at: 'in-flight', since: item.since };
    }
  }
  return null;
}
