/**
 * What floats on the river at a moment: a function of what has come along the bus, of the time and of the speed alone.
 * Where each thing stands is said as a share of its way; `river-layout.ts` knows where that is in the picture.
 */
import type { SimTime } from '../../../engine/time.ts';
import type { BusPasses, Pass } from '../bus-passes.ts';

/** How long an event takes from its producer to the end of the river, and a copy from its post to its target, in seconds
 * on the wall. Our choice: slow enough to be followed. The true times are of a fraction of a second. */
export const FLOW_WALL_SECONDS = 5;
export const BRANCH_WALL_SECONDS = 1.2;

/** The share of the whole way that lies before the river. Our choice. */
export const MOUTH = 0.22;
/** From where on there are posts, and up to where. */
const FIRST_POST = MOUTH + 0.1;
const LAST_POST = 0.9;

/** Most dots of one producer that are drawn at once. Our choice: more cannot be followed. */
const MOST_DOTS_EACH = 24;

/** How many events a dot may stand for. */
const STEPS = [1, 2, 5] as const;

/** An event on its way. */
export interface EventDot {
  kind: 'event';
  pass: Pass;
  /** How far it has come, 0 at its producer, 1 at the end of the river. */
  progress: number;
  /** How much is left of it to be seen, 1 to 0: an event that no rule took fades. */
  strength: number;
}

/** A copy on its way from a post to a target. */
export interface CopyDot {
  kind: 'copy';
  pass: Pass;
  rule: string;
  /** 0 at the post, 1 at the target. */
  progress: number;
}

export type Dot = EventDot | CopyDot;

export interface Flow {
  dots: readonly Dot[];
  /** How many events a dot stands for, by number of the producer; those with no dot are missing. */
  eventsPerDot: ReadonlyMap<number, number>;
}

export interface FlowSettings {
  /** Names of the posts, in the order in which they stand along the river. */
  posts: readonly string[];
  t: SimTime;
  /** Simulated seconds per second on the wall. */
  speed: number;
  /** Reduced motion: things stand where they come to, and do not glide. */
  isStepped: boolean;
}

/** Where a post stands, as a share of the whole way of an event. */
export function postAt(place: number, posts: number): number {
  return posts <= 1 ? (FIRST_POST + LAST_POST) / 2 : FIRST_POST + ((LAST_POST - FIRST_POST) * place) / (posts - 1);
}

/** What is to be drawn. */
export function flowAt(passes: BusPasses, { posts, t, speed, isStepped }: FlowSettings): Flow {
  const whole = FLOW_WALL_SECONDS * speed * 1e6;
  const branch = BRANCH_WALL_SECONDS * speed * 1e6;
  // A copy that branched off at the last post may still be on its way when its event is gone.
  const inSight = passes.between(t - whole - branch, t);
  const eventsPerDot = new Map([...countedByProducer(inSight)].map(([from, n]) => [from, eventsFor(n)] as const));
  const stations = [0, MOUTH, ...posts.map((_, place) => postAt(place, posts.length)), 1];
  const dots: Dot[] = [];
  for (const pass of inSight) {
    if (pass.place % (eventsPerDot.get(pass.from) ?? 1) !== 0) continue;
    const gone = (t - pass.at) / whole;
    if (gone <= 1) {
      const progress = isStepped ? lastOf(stations, gone) : gone;
      dots.push({ kind: 'event', pass, progress, strength: pass.rules.length > 0 ? 1 : strengthAt(progress) });
    }
    for (const rule of pass.rules) {
      const place = posts.indexOf(rule);
      if (place < 0) continue;
      const branched = (t - pass.at - postAt(place, posts.length) * whole) / branch;
      if (branched < 0 || branched > 1) continue;
      dots.push({ kind: 'copy', pass, rule, progress: isStepped ? Math.round(branched) : branched });
    }
  }
  return { dots, eventsPerDot };
}

function countedByProducer(passes: readonly Pass[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { from } of passes) counts.set(from, (counts.get(from) ?? 0) + 1);
  return counts;
}

/** How many events a dot stands for so that there are not too many: 1, 2, 5, 10, 20 … */
export function eventsFor(events: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of STEPS) if (events <= step * power * MOST_DOTS_EACH) return step * power;
  }
}

/** What no rule took is whole up to the first post, and gone at the end of the river; never so faint that it is lost. */
function strengthAt(progress: number): number {
  const left = 1 - (progress - FIRST_POST) / (1 - FIRST_POST);
  return Math.max(0.15, Math.min(1, left));
}

function lastOf(stations: readonly number[], progress: number): number {
  return stations.reduce((last, station) => (station <= progress ? station : last), 0);
}
