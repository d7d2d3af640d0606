/** Simulated time as short figures: beside an entry of the log, and at a tick of the axis. */
import { formatClock } from '../../ui/format.ts';

/** Minutes and seconds, `02:44`, cut to the whole second; from an hour on `1:02:44`. */
export function minuteText(tSeconds: number): string {
  return formatClock(tSeconds).replace(/\.\d$/, '');
}

/** A moment that stands still, to the millisecond where it is finer than a tenth: `01:40.020`, so that each step shows. */
export function exactText(tSeconds: number): string {
  const milliseconds = Math.floor(tSeconds * 1000 + 1e-6) % 1000;
  if (milliseconds % 100 === 0) return formatClock(tSeconds);
  return formatClock(tSeconds).replace(/\.\d$/, `.${String(milliseconds).padStart(3, '0')}`);
}

/** The time at a tick of the axis, `2:00`: shorter than on a clock, as it stands beside others. */
export function tickText(tSeconds: number): string {
  return minuteText(tSeconds).replace(/^0/, '');
}
