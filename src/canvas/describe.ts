/** Tooltips in words: what something is, what it is doing, and since when. Pure but for the words. */
import { MICROSECONDS_PER_SECOND, type SimTime, toSeconds } from '../engine/time.ts';
import { operations } from '../models/facts.ts';
import { reasonOf } from '../models/reasons.ts';
import type { InstanceView, JobView } from '../playback/views/instances.ts';
import { isTextKey, text, textOf, type Vocabulary } from '../text/text.ts';
import { formatClock, formatDuration } from '../ui/format.ts';
import type { Say } from '../ui/use-text.ts';
import { zoneLetter } from './faults-now.ts';
import { type InstanceState, type Resting, stateOf } from './nodes/group-summary.ts';
import { stateKeys } from './nodes/state-keys.ts';

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

/** Its name where there is little room. */
export function shortName(vocabulary: Vocabulary, id: string): string {
  const key = `canvas.short.${id}`;
  if (isTextKey(key)) return textOf(vocabulary, key);
  const [producer, consumer] = id.split('-to-');
  // Who takes from it stands beside it.
  if (producer === undefined || consumer === undefined) return componentName(vocabulary, id);
  return text(vocabulary, 'canvas.short.between', { producer: shortName(vocabulary, producer) });
}

/** What a component is for. */
export function componentPurpose(vocabulary: Vocabulary, id: string, kind: string): string {
  const key = `node.${id}.what`;
  return isTextKey(key) ? textOf(vocabulary, key) : textOf(vocabulary, `component.${kind}.what`);
}

/** An instance in one line, for those who do not see its chip. */
export function instanceLabel(
  instance: InstanceView,
  state: InstanceState,
  slots: number,
  say: Say,
  saysZone = false,
): string {
  const zone = saysZone ? `, ${say('canvas.fault.zone', { zone: zoneLetter(instance.zone) })}` : '';
  const words = `${say(stateKeys[state])}${zone}`;
  const [job] = instance.jobs;
  const at = job && slots === 1 ? `, ${jobWord(job, say)}` : '';
  return say('canvas.instance.label', { id: String(instance.id), state: `${words}${at}` });
}

/** An instance: what it is at, for how long, and what that costs. */
export function describeInstance(
  instance: InstanceView,
  resting: Resting,
  group: string,
  t: SimTime,
  say: Say,
): Description {
  const state = stateOf(instance, resting);
  const since = state === resting ? instance.idleSince : instance.since;
  const title = say('canvas.instance.title', { id: String(instance.id), group });
  const what = say(phaseKeys[instance.phase]);
  if (state === resting) {
    return { title, what: say(restingKeys[resting]), doing: [say('canvas.since', { since: ago(t, since, say) })] };
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

const restingKeys = { idle: 'canvas.instance.idle', warm: 'canvas.instance.warm' } as const satisfies Record<
  Resting,
  string
>;

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
  /** How often the same was tried before. */
  attempt: number;
  sentAt: SimTime;
  /** Names of the components at the two ends of the link. */
  caller: string;
  callee: string;
  /** The answer of a poll brings no work. */
  isEmpty: boolean;
}

export function describeMessage(message: MessageFacts, say: Say): Description {
  const { operation, isBack, upload, reason, attempt, sentAt, caller, callee, isEmpty } = message;
  const name = say(`operation.${operations[operation] ?? 'upload'}` as const);
  const title = isBack ? say('canvas.message.answer', { operation: name }) : name;
  const [from, to] = isBack ? [callee, caller] : [caller, callee];
  return {
    title: reason === 0 ? title : say('canvas.message.failed', { title, reason: say(`reason.${reasonOf(reason)}`) }),
    what: say('canvas.message.way', { from, to }),
    doing: [
      ...(upload >= 0 ? [say('canvas.message.upload', { upload: String(upload) })] : []),
      ...(attempt > 0 ? [say('canvas.message.again', { n: attempt + 1 })] : []),
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

/** Seconds from `since` to `t`. */
export function lasted(t: SimTime, since: SimTime): number {
  return Math.max(0, t - since) / MICROSECONDS_PER_SECOND;
}

/** When something was, and how long ago. */
export function ago(t: SimTime, since: SimTime, say: Say): string {
  return say('canvas.ago', {
    clock: formatClock(toSeconds(Math.max(0, since))),
    time: formatAge(lasted(t, since)),
  });
}
