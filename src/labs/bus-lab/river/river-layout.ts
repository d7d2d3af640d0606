/**
 * Where the river runs, and what stands along it: producers, posts, targets. Lengths in px. Where there is room it runs
 * from left to right, with posts above it; on a phone from top to bottom, with posts beside it.
 */
import { MOUTH, postAt } from './flow.ts';

export interface Place {
  x: number;
  y: number;
}

export interface ProducerPlace {
  id: string;
  /** Where its events come from. */
  source: Place;
  /** Where its name stands: the middle of its left edge. */
  label: Place;
  /** Across the river, from the middle: producers keep to a lane of their own. */
  lane: number;
}

export interface PostPlace {
  name: string;
  /** On the bank. */
  foot: Place;
  /** Where copies leave to. */
  head: Place;
  /** Where the name stands: the middle of its lower edge, or of its left edge on a phone. */
  label: Place;
}

export interface RiverLayout {
  isUpright: boolean;
  width: number;
  height: number;
  /** Middle of the river where it begins and where it ends, and how broad it is. */
  mouth: Place;
  end: Place;
  breadth: number;
  producers: readonly ProducerPlace[];
  posts: readonly PostPlace[];
}

/** From this width on it runs from left to right, in rem. Our choice: seven names fit side by side, in two rows. */
const LEAST_WIDE_REM = 40;

export function riverLayout(
  width: number,
  rem: number,
  producers: readonly string[],
  posts: readonly string[],
): RiverLayout {
  return width >= LEAST_WIDE_REM * rem
    ? lyingLayout(width, rem, producers, posts)
    : uprightLayout(width, rem, producers, posts);
}

function lanesOf(count: number, breadth: number): number[] {
  const pitch = count === 0 ? 0 : (breadth * 0.8) / count;
  return Array.from({ length: count }, (_, place) => (place - (count - 1) / 2) * pitch);
}

function lyingLayout(width: number, rem: number, producers: readonly string[], posts: readonly string[]): RiverLayout {
  const breadth = 2.6 * rem;
  const height = Math.max(13, 2.1 * producers.length + 2) * rem;
  const left = 9.5 * rem;
  const y = height - breadth / 2 - 3.2 * rem;
  const end = { x: width - 5.5 * rem, y };
  // What lies before the mouth is so long that events keep their pace.
  const mouth = { x: left + (end.x - left) * MOUTH, y };
  const lanes = lanesOf(producers.length, breadth);
  const row = (height - 1.2 * rem) / Math.max(1, producers.length);
  return {
    isUpright: false,
    width,
    height,
    mouth,
    end,
    breadth,
    producers: producers.map((id, place) => {
      const middle = 0.6 * rem + row * (place + 0.5);
      return { id, source: { x: left, y: middle }, label: { x: 0, y: middle }, lane: lanes[place] as number };
    }),
    posts: posts.map((name, place) => {
      const x = left + (end.x - left) * postAt(place, posts.length);
      const bank = y - breadth / 2;
      // Names of neighbours stand in two rows, so that long ones fit.
      const head = { x: x + 0.9 * rem, y: bank - (place % 2 === 0 ? 2 : 4.6) * rem };
      return { name, foot: { x, y: bank }, head, label: { x: head.x, y: head.y - 0.5 * rem } };
    }),
  };
}

function uprightLayout(
  width: number,
  rem: number,
  producers: readonly string[],
  posts: readonly string[],
): RiverLayout {
  const breadth = 2.4 * rem;
  // Names of producers left of it, names of rules right of it.
  const x = Math.max(10.6 * rem, width * 0.4) + breadth / 2;
  const top = 1 * rem;
  const row = 1.7 * rem;
  const begin = top + row * producers.length;
  const reach = Math.max(4, 2.9 * posts.length + 2) * rem;
  // The posts begin where the names of the producers end.
  const first = postAt(0, posts.length) - MOUTH;
  const mouth = { x, y: begin };
  const end = { x, y: begin + reach / (1 - first / (1 - MOUTH)) };
  const lanes = lanesOf(producers.length, breadth);
  return {
    isUpright: true,
    width,
    height: end.y + 2.6 * rem,
    mouth,
    end,
    breadth,
    producers: producers.map((id, place) => {
      const y = top + row * (place + 0.3);
      return { id, source: { x: x - breadth / 2 - 0.8 * rem, y }, label: { x: 0, y }, lane: lanes[place] as number };
    }),
    posts: posts.map((name, place) => {
      const share = (postAt(place, posts.length) - MOUTH) / (1 - MOUTH);
      const y = mouth.y + (end.y - mouth.y) * share;
      const foot = { x: x + breadth / 2, y };
      const head = { x: foot.x + 1.2 * rem, y: y + 0.3 * rem };
      return { name, foot, head, label: { x: head.x + 0.3 * rem, y: head.y } };
    }),
  };
}

/** Where an event of a producer stands that has come so far; null if there is no such producer. */
export function eventPlace(layout: RiverLayout, producer: string, progress: number): Place | null {
  const from = layout.producers.find(({ id }) => id === producer);
  if (!from) return null;
  const { mouth, end, isUpright } = layout;
  const across = isUpright ? { x: from.lane, y: 0 } : { x: 0, y: from.lane };
  const into = { x: mouth.x + across.x, y: mouth.y + across.y };
  if (progress < MOUTH) return bent(from.source, into, progress / MOUTH, isUpright);
  const share = (progress - MOUTH) / (1 - MOUTH);
  return { x: into.x + (end.x - mouth.x) * share, y: into.y + (end.y - mouth.y) * share };
}

/** Where a copy stands that has come so far from a post to its target; null if there is no such post. */
export function copyPlace(layout: RiverLayout, rule: string, progress: number): Place | null {
  const post = layout.posts.find(({ name }) => name === rule);
  if (!post) return null;
  const { foot, head } = post;
  return { x: foot.x + (head.x - foot.x) * progress, y: foot.y + (head.y - foot.y) * progress };
}

/** The way of a producer's events into the river, as an SVG path. */
export function tributary({ mouth, isUpright }: RiverLayout, { source, lane }: ProducerPlace): string {
  const into = isUpright ? { x: mouth.x + lane, y: mouth.y } : { x: mouth.x, y: mouth.y + lane };
  const [one, other] = bends(source, into, isUpright);
  const at = ({ x, y }: Place): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${at(source)} C${at(one)} ${at(other)} ${at(into)}`;
}

/** It leaves sideways, and comes in along the river. */
function bends(source: Place, into: Place, isUpright: boolean): [Place, Place] {
  const middle = (source.x + into.x) / 2;
  return isUpright
    ? [
        { x: into.x, y: source.y },
        { x: into.x, y: source.y },
      ]
    : [
        { x: middle, y: source.y },
        { x: middle, y: into.y },
      ];
}

function bent(source: Place, into: Place, share: number, isUpright: boolean): Place {
  const [one, other] = bends(source, into, isUpright);
  const rest = 1 - share;
  const [a, b, c, d] = [rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share];
  return {
    x: a * source.x + b * one.x + c * other.x + d * into.x,
    y: a * source.y + b * one.y + c * other.y + d * into.y,
  };
}
