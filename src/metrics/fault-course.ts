/** One fault as its course is heard of, fact by fact, and what is judged of it: got over, caught up with, too many harmed. */
import { MICROSECONDS_PER_SECOND, type SimTime, seconds } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import { LOOKS_BACK_SECONDS } from './pieces.ts';
import { NOTICE } from './trouble.ts';

/** For so long it must stay well until a fault counts as got over, as for events of note. Our choice. */
const CALM_SECONDS = 20;
/** A part suffers, and people are harmed, if it is more than so many times as much as before the fault. Our choice. */
export const TIMES_BEFORE = 2;

export const CALM = seconds(CALM_SECONDS);
export const BACK = seconds(LOOKS_BACK_SECONDS);
const SENT = FACT['message.sent'];

/** One fault as far as it has been heard of. Plain data. */
export interface Course {
  /** As its facts say; the number of an intervention may change when others are added. */
  intervention: number;
  fault: number;
  began: SimTime;
  /** -1 while it lasts. */
  ended: SimTime;
  struck: number[];
  /** Links that it strikes. */
  links: number[];
  /** How often something went wrong at each component before it, and since. */
  before: number[];
  since: number[];
  /** How long that was before it. */
  beforeLasted: SimTime;
  /** Uploads that may end badly for `usualReasons` in `CALM` without being too many. */
  harmAllowed: number;
  /** For which uploads had ended badly in the minute before it. */
  usualReasons: number[];
  /** When uploads ended badly for these since, in the last `CALM`; those before `firstHarm` are no longer of interest. */
  harmAt: number[];
  firstHarm: number;
  /** When one was too many for the last time; -1 if none was. */
  harmedUntil: SimTime;
  /** The same, with those of `touched` that ended badly only when it had been got over. */
  hurtUntil: SimTime;
  /** What failed here or there while it had not been got over: numbers of uploads, and of what else there is, below 0. */
  touched: Set<number>;
  /** What is no upload and was given up. */
  givenUp: number;
  /** The latest upload that had been started when it began; when it ended (-2 while it lasts); at the last harm. */
  latestAtBegin: number;
  latestAtEnd: number;
  latestAtHarm: number;
  refused: number;
  lost: number;
  refusedUntilHarm: number;
  lostUntilHarm: number;
  /** Uploads accepted and not ended that are no more than before. */
  openAllowed: number;
  /** When there were no more again, from its end on; -1 until then. */
  caughtUpAt: SimTime;
  detectedAt: SimTime;
  detectedAtComponent: number;
  detectedByFact: number;
  /** Whether what was noticed was told of the component itself, and so means nothing if that was struck. */
  isOwnTrouble: boolean;
}

/** Which uploads get through. */
export interface GettingThrough {
  /** Numbers of the latest upload that was started, and of the latest of those that became watchable; -1 before any. */
  latest: number;
  latestWatchable: number;
  /** Accepted and not ended. */
  open: number;
  /** When an upload last became watchable, or was open after none had been. */
  movedAt: SimTime;
}

/** Whether a fault has ended and all has been calm since; what happens at `at` is not its doing any more. */
export function isGotOver({ ended, harmedUntil }: Course, at: SimTime): boolean {
  return ended >= 0 && at - Math.max(ended, harmedUntil) > CALM;
}

/** Whether a fault that has ended is only now caught up with, as so many uploads are accepted and have not ended. */
export function isCaughtUp({ ended, openAllowed, caughtUpAt }: Course, open: number): boolean {
  return caughtUpAt < 0 && ended >= 0 && open <= openAllowed;
}

/** Whether one more upload that ends badly for a reason is too many. It is counted. */
export function isTooMany(course: Course, at: SimTime, reason: number): boolean {
  const { harmAt, usualReasons, harmAllowed } = course;
  if (!usualReasons.includes(reason)) return true;
  // Facts come in order of time, so those that are too old are in front.
  while (course.firstHarm < harmAt.length && (harmAt[course.firstHarm] as number) <= at - CALM) course.firstHarm += 1;
  if (course.firstHarm > 1000 && course.firstHarm * 2 > harmAt.length) {
    harmAt.splice(0, course.firstHarm);
    course.firstHarm = 0;
  }
  harmAt.push(at);
  return harmAt.length - course.firstHarm > harmAllowed;
}

/** In seconds from its beginning; null if it is not over, or if nothing shows that it is. */
export function recovered(course: Course, at: SimTime, gettingThrough: GettingThrough): number | null {
  const { began, hurtUntil } = course;
  if (hurtUntil >= 0 && at - hurtUntil < CALM) return null;
  if (!isGettingThrough(course, at, gettingThrough)) return null;
  return hurtUntil < 0 ? 0 : (hurtUntil - began) / MICROSECONDS_PER_SECOND;
}

/** Whether uploads that began after the last harm became watchable; true also if nobody came who could have. */
function isGettingThrough(
  course: Course,
  at: SimTime,
  { latest, latestWatchable, open, movedAt }: GettingThrough,
): boolean {
  const { began, ended, latestAtBegin, latestAtEnd, latestAtHarm } = course;
  if ((ended < 0 ? latest : latestAtEnd) === latestAtBegin) return true;
  if (latestWatchable <= latestAtHarm) return false;
  return !(ended < 0 && open > 0 && at - Math.max(began, movedAt) > BACK);
}

/** Of several facts at the same moment the first is kept, but a component's own word is plainer than an answer to it. */
export function noticed(course: Course, at: SimTime, component: number, kind: number, said: number): void {
  const { detectedAt, detectedByFact } = course;
  if (at < course.began) return;
  const isPlainer = at === detectedAt && detectedByFact === SENT && kind !== SENT;
  if (detectedAt >= 0 && at >= detectedAt && !isPlainer) return;
  course.detectedAt = at;
  course.detectedAtComponent = component;
  course.detectedByFact = kind;
  course.isOwnTrouble = said !== NOTICE;
}
