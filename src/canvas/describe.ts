/** Tooltips in words: what something is, what it is doing, and since when. Pure but for the words. */
import { MICROSECONDS_PER_SECOND, type SimTime, toSeconds } from '../engine/time.ts';
import { operations } from '../models/facts.ts';
import { reasonOf } from '../models/reasons.ts';
import type {
  BucketView,
  ClientView,
  ComponentView,
  GroupView,
  InstanceView,
  JobView,
  QueueView,
  TableView,
} from '../playback/view.ts';
import { isTextKey, textOf, type Vocabulary } from '../text/text.ts';
import { formatClock, formatCount, formatDuration, formatMegabytes } from '../ui/format.ts';
import type { Say } from '../ui/use-text.ts';
import { type InstanceState, instanceStates, stateOf, summaryOf } from './nodes/group-summary.ts';
import { oldestVisible } from './nodes/token-tube.ts';
import { numberIn, type Params } from './params-now.ts';

/** What a tooltip says. */
export interface Description {
  title: string;
  /** What it is; missing where the title says it. */
  what?: string;
  /** What it is doing, a sentence each. */
  doing: string[];
}

/** Name of a component in the picture: from the catalogue, or its id where the catalogue has none. */
export function componentName(vocabulary: Vocabulary, id: string): string {
  const key = `node.${id}`;
  return isTextKey(key) ? textOf(vocabulary, key) : id;
}

/** What a component is for. */
export function componentPurpose(vocabulary: Vocabulary, id: string, kind: string): string {
  const key = `node.${id}.what`;
  return isTextKey(key) ? textOf(vocabulary, key) : textOf(vocabulary, `component.${kind}.what`);
}

/** What a component is doing at `t`, a sentence each. */
export function doingOf(view: ComponentView, params: Params, t: SimTime, say: Say): string[] {
  switch (view.kind) {
    case 'client':
      return clientDoing(view, say);
    case 'instance-group':
      return groupDoing(view, params, t, say);
    case 'queue':
      return queueDoing(view, t, say);
    case 'bucket':
      return bucketDoing(view, say);
    case 'table':
      return tableDoing(view, say);
  }
}

function clientDoing({ started, accepted, refused, waiting }: ClientView, say: Say): string[] {
  return [
    say('canvas.client.doing', { n: started, accepted, refused }),
    ...(waiting > 0 ? [say('canvas.client.doing.waiting', { n: waiting })] : []),
  ];
}

function groupDoing(view: GroupView, params: Params, t: SimTime, say: Say): string[] {
  const { counts, total, jobs, slots, isDown } = summaryOf(view, numberIn(params, 'slotsPerInstance'));
  const since = isDown ? Math.max(...view.instances.map((instance) => instance.since)) : -1;
  return [
    ...(view.faults > 0 ? [say('fault.crash.what')] : []),
    ...(isDown ? [say('canvas.group.doing.down', { n: total, since: ago(t, since, say) })] : []),
    ...(total === 0 ? [say('canvas.group.doing.none')] : []),
    ...(total > 0 && !isDown ? [`${tally(counts, say)}.`] : []),
    ...(slots > 1 ? [say('canvas.group.doing.slots', { taken: jobs, n: slots })] : []),
    ...(view.backlog.size > 0 ? [say('canvas.group.doing.backlog', { n: view.backlog.size })] : []),
    ...(view.refused > 0 ? [say('canvas.group.doing.refused', { n: view.refused })] : []),
  ];
}

/** How many instances are in which state: `3 working, 2 starting`. */
export function tally(counts: Readonly<Record<InstanceState, number>>, say: Say): string {
  return instanceStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${formatCount(counts[state])} ${say(stateKeys[state])}`)
    .join(', ');
}

const stateKeys = {
  starting: 'state.starting',
  working: 'state.working',
  idle: 'canvas.chip.idle',
  draining: 'phase.draining',
  crashed: 'phase.crashed',
} as const satisfies Record<InstanceState, string>;

function queueDoing(view: QueueView, t: SimTime, say: Say): string[] {
  const oldest = oldestVisible(view);
  const dead = view.deadLetters.length;
  return [
    say('canvas.queue.doing', { n: view.visible, flying: view.inFlight }),
    ...(oldest === null ? [] : [say('canvas.queue.doing.oldest', { age: formatAge(lasted(t, oldest)) })]),
    ...(dead > 0 ? [say('canvas.queue.doing.dead', { n: dead })] : []),
  ];
}

function bucketDoing({ masters, renditions, megabytes }: BucketView, say: Say): string[] {
  return [say('canvas.bucket.doing', { masters, renditions, size: formatMegabytes(megabytes) })];
}

function tableDoing({ items }: TableView, say: Say): string[] {
  return [say('canvas.table.doing', { n: items })];
}

/** An instance in one line, for those who do not see its chip. */
export function instanceLabel(instance: InstanceView, slots: number, say: Say): string {
  const state = stateOf(instance);
  const words = say(stateKeys[state]);
  const [job] = instance.jobs;
  const at = job && slots === 1 ? `, ${jobWord(job, say)}` : '';
  return say('canvas.instance.label', { id: String(instance.id), state: `${words}${at}` });
}

/** An instance: what it is at, for how long, and what that costs. */
export function describeInstance(instance: InstanceView, group: string, t: SimTime, say: Say): Description {
  const state = stateOf(instance);
  const since = state === 'idle' ? instance.idleSince : instance.since;
  const title = say('canvas.instance.title', { id: String(instance.id), group });
  const what = say(phaseKeys[instance.phase]);
  if (state === 'idle') {
    return { title, what: say('canvas.instance.idle'), doing: [say('canvas.since', { since: ago(t, since, say) })] };
  }
  if (state === 'starting') {
    const left = formatAge(Math.ceil(lasted(instance.until, t)));
    return { title, what, doing: [say('canvas.instance.starting', { left })] };
  }
  if (instance.jobs.length === 0) return { title, what, doing: [say('canvas.since', { since: ago(t, since, say) })] };
  const doing = instance.jobs.slice(0, MOST_JOBS).map((job) => jobSentence(job, t, say));
  const more = instance.jobs.length - doing.length;
  return { title, what, doing: more > 0 ? [...doing, say('canvas.more', { n: more })] : doing };
}

/** Most pieces of work that a tooltip names one by one. Our choice. */
const MOST_JOBS = 4;

const phaseKeys = {
  pending: 'phase.pending.what',
  starting: 'phase.starting.what',
  'in-service': 'phase.in-service.what',
  draining: 'phase.draining.what',
  crashed: 'phase.crashed.what',
} as const satisfies Record<InstanceView['phase'], string>;

function jobSentence(job: JobView, t: SimTime, say: Say): string {
  return say('canvas.instance.job', {
    upload: String(job.upload),
    at: jobWord(job, say),
    time: formatAge(lasted(t, job.began)),
  });
}

/** What a piece of work is at, in one word. */
export function jobWord(job: { step: number; makes: number }, say: Say): string {
  if (job.step < 0) return say('canvas.chip.fetching');
  const rendition = renditionKeys[job.makes];
  return rendition ? say(rendition) : say(stepKeys[job.step] ?? 'canvas.chip.processing');
}

const renditionKeys = [undefined, 'object.480p', 'object.720p', 'object.1080p'] as const;
const stepKeys = [
  'canvas.chip.uploading',
  'canvas.chip.processing',
  'canvas.chip.storing',
  'canvas.chip.managing',
] as const;

/** A message on its way, as the message layer knows it. */
export interface MessageFacts {
  operation: number;
  isBack: boolean;
  /** -1 where it concerns none. */
  upload: number;
  /** Code of why it failed; 0 if it did not. */
  reason: number;
  sentAt: SimTime;
  /** Names of the components at the two ends of the link. */
  caller: string;
  callee: string;
  /** The answer of a poll brings no work. */
  isEmpty: boolean;
}

export function describeMessage(message: MessageFacts, say: Say): Description {
  const { operation, isBack, upload, reason, sentAt, caller, callee, isEmpty } = message;
  const name = say(`operation.${operations[operation] ?? 'upload'}` as const);
  const title = isBack ? say('canvas.message.answer', { operation: name }) : name;
  const [from, to] = isBack ? [callee, caller] : [caller, callee];
  return {
    title: reason === 0 ? title : say('canvas.message.failed', { title, reason: say(`reason.${reasonOf(reason)}`) }),
    what: say('canvas.message.way', { from, to }),
    doing: [
      ...(upload >= 0 ? [say('canvas.message.upload', { upload: String(upload) })] : []),
      ...(isEmpty ? [say('canvas.message.empty')] : []),
      ...(reason === 0 ? [] : [say(`reason.${reasonOf(reason)}.what`)]),
      say('canvas.message.sent', { clock: formatClock(toSeconds(sentAt)) }),
      ...(upload >= 0 ? [say('canvas.message.follow')] : []),
    ],
  };
}

/** How long something has gone on, in whole seconds, so that it can be read while it grows: `9 s`, `3 m 12 s`. */
export function formatAge(seconds: number): string {
  const whole = Math.floor(seconds);
  return whole < 60 ? `${whole} s` : formatDuration(whole);
}

function lasted(t: SimTime, since: SimTime): number {
  return Math.max(0, t - since) / MICROSECONDS_PER_SECOND;
}

function ago(t: SimTime, since: SimTime, say: Say): string {
  return say('canvas.ago', {
    clock: formatClock(toSeconds(Math.max(0, since))),
    time: formatAge(lasted(t, since)),
  });
}
