/** What is said of a request on one way, at a moment. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import { REASON, reasonOf } from '../../../models/reasons.ts';
import { formatDuration } from '../../../ui/format.ts';
import type { Say } from '../../../ui/use-text.ts';
import type { LaneId, LaneStory, Try } from './lanes.ts';

const lasting = (from: SimTime, to: SimTime): string => formatDuration(toSeconds(Math.max(0, to - from)));

/** Where it is now. `isTold`: what was given up is told to a destination, and not laid with dead letters. */
export function sayState(id: LaneId, story: LaneStory, now: SimTime, isTold: boolean, say: Say): string {
  const { state, nextAt } = story;
  const reason = say(`reason.${reasonOf(story.reason)}`);
  switch (state) {
    case 'put-aside':
      return say(isTold ? 'lab.invocations.state.destination' : 'lab.invocations.state.put-aside', { reason });
    case 'dropped':
      return say('lab.invocations.state.dropped', { reason });
    case 'done':
      return say(story.isTold ? 'lab.invocations.state.done.told' : 'lab.invocations.state.done');
    case 'left':
      return say(story.askedAt < 0 ? 'lab.invocations.state.unsent' : 'lab.invocations.state.left');
    case 'held':
      return say('lab.invocations.state.batch.held', { time: lasting(now, nextAt < 0 ? now : nextAt) });
    case 'waiting':
      return sayWaiting(id, story, now, say);
    default:
      return say(`lab.invocations.state.${state}`);
  }
}

function sayWaiting(id: LaneId, { nextAt, askedAt, tries }: LaneStory, now: SimTime, say: Say): string {
  if (id === 'call') return say('lab.invocations.state.call.waiting');
  if (id === 'batch') return say('lab.invocations.state.batch.waiting');
  if (id === 'event') {
    return nextAt < 0
      ? say('lab.invocations.state.event.waiting')
      : say('lab.invocations.state.event.next', { time: lasting(now, nextAt) });
  }
  const hasFailed = tries.some(({ reason }) => reason !== REASON.none);
  return say(hasFailed ? 'lab.invocations.state.record.blocks' : 'lab.invocations.state.record.waiting', {
    time: lasting(askedAt, now),
  });
}

/** Who waited, for how long, and what for. */
export function sayHandover(id: LaneId, { askedAt, answeredAt, answer, leftAt }: LaneStory, say: Say): string | null {
  if (askedAt < 0) return null;
  if (answeredAt < 0 && leftAt >= 0) return say('lab.invocations.waited.left', { time: lasting(askedAt, leftAt) });
  if (answeredAt < 0) return say('lab.invocations.waited.not-yet');
  const time = lasting(askedAt, answeredAt);
  if (answer !== REASON.none) {
    return say('lab.invocations.waited.error', { time, reason: say(`reason.${reasonOf(answer)}`) });
  }
  return say(id === 'call' ? 'lab.invocations.waited.done' : 'lab.invocations.waited.taken', { time });
}

/** One try in a line; times are from when the request was sent. */
export function sayTry({ began, ended, reason }: Try, place: number, from: SimTime, say: Say): string {
  const n = String(place + 1);
  const at = lasting(from, began);
  if (ended === null) return say('lab.invocations.try.running', { n, at });
  const time = lasting(began, ended);
  if (reason === REASON.none) return say('lab.invocations.try.done', { n, at, time });
  return say('lab.invocations.try.failed', { n, at, time, reason: say(`reason.${reasonOf(reason)}`) });
}
