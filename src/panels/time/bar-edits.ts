/** What a drag or a key makes of a fault: another start, end or strength. Pure; times in simulated seconds. */
import { faultCatalogue } from '../../faults/catalogue.ts';
import type { Fault } from '../../models/facts.ts';
import { placeOf, SLIDER_PLACES, type SliderRange, valueAt } from '../../ui/slider-scale.ts';

/** What of a fault can be dragged. */
export interface BarValues {
  from: number;
  /** Null: until it is repaired. */
  until: number | null;
  /** In the unit of the catalogue; null where there is none. */
  strength: number | null;
}

/** Where a bar is taken: in the middle it moves as a whole. */
export type BarPart = 'middle' | 'start' | 'end';

/** Steps that people count time in, in seconds. */
const STEPS = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800, 3600];

/** The finest of them of which a run has no more than so many. */
function stepFor(durationSeconds: number, most: number): number {
  return STEPS.find((step) => durationSeconds / step <= most) ?? (STEPS.at(-1) as number);
}

/** To what a drag is rounded: no pixel is finer. */
export function dragStep(durationSeconds: number, width: number): number {
  return stepFor(durationSeconds, Math.max(1, width));
}

/** How far one press of an arrow goes. Our choice: 300 of them through the whole run. */
export function keyStep(durationSeconds: number): number {
  return stepFor(durationSeconds, 300);
}

/**
 * A bar of which a part was moved by `bySeconds`. It stays within the run and keeps a length of one step at least; an end
 * that is moved to the end of the run is open: the fault lasts until somebody repairs it.
 */
export function moved(
  { from, until, strength }: BarValues,
  part: BarPart,
  bySeconds: number,
  durationSeconds: number,
  step: number,
): BarValues {
  const end = until ?? durationSeconds;
  if (part === 'start') return { from: within(toStep(from + bySeconds, step), 0, end - step), until, strength };
  if (part === 'end') {
    const to = within(toStep(end + bySeconds, step), from + step, durationSeconds);
    return { from, until: to >= durationSeconds ? null : to, strength };
  }
  if (until === null)
    return { from: within(toStep(from + bySeconds, step), 0, durationSeconds - step), until, strength };
  const length = until - from;
  const start = within(toStep(from + bySeconds, step), 0, durationSeconds - length);
  return { from: start, until: tidy(start + length), strength };
}

/** Faults of which a smaller number strikes harder: after fewer pieces of work, sooner, or with room for fewer. */
const harderBelow: ReadonlySet<Fault> = new Set<Fault>([
  'memory-leak',
  'short-visibility',
  'throttling',
  'concurrency-limit',
]);

/** Harder by so many places of a slider, or softer where they are below zero; the same where there is no strength. */
export function strengthened(fault: Fault, values: BarValues, places: number): BarValues {
  const range = strengthRange(fault);
  if (range === null || values.strength === null) return values;
  const place = placeOf(values.strength, range);
  const by = harderBelow.has(fault) ? -places : places;
  const to = valueAt(within(place + by, 0, SLIDER_PLACES), range);
  // A whole number may need more than one place to become another one.
  const next = to === values.strength && range.integer ? to + Math.sign(by) : to;
  return { ...values, strength: within(next, range.min, range.max) };
}

/** How a slider spreads the strengths of a fault; null where it has none. */
export function strengthRange(fault: Fault): SliderRange | null {
  const { strength } = faultCatalogue[fault];
  if (strength === null) return null;
  const { min, max, integer, unit } = strength;
  return { min, max, log: unit !== 'share', ...(integer ? { integer } : {}) };
}

/** How hard a fault strikes, as a share of its range, from 0 to 1; 1 where it is there or not. */
export function strengthShare(fault: Fault, strength: number | null): number {
  const range = strengthRange(fault);
  if (range === null || strength === null) return 1;
  const share = placeOf(strength, range) / SLIDER_PLACES;
  return harderBelow.has(fault) ? 1 - share : share;
}

export function isEqual(one: BarValues, other: BarValues): boolean {
  return one.from === other.from && one.until === other.until && one.strength === other.strength;
}

function toStep(t: number, step: number): number {
  return tidy(Math.round(t / step) * step);
}

/** Takes away what the multiplication of decimal fractions leaves over. */
function tidy(t: number): number {
  return Math.round(t * 1000) / 1000;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
