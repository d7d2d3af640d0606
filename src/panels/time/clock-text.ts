/** Simulated time as short figures: beside an entry of the log, and at a tick of the axis. */
import { formatClock } from '../../ui/format.ts';

/** Minutes and seconds, `02:44`, cut to the whole second; from an hour on `1:02:44`. */
export function minuteText(tSeconds: number): string {
  return formatClock(tSeconds).replace(/\.\d$/, '');
}

/** The time at a tick of the axis, `2:00`: shorter than on a clock, as it stands beside others. */
export function tickText(tSeconds: number): string {
  return minuteText(tSeconds).replace(/^0/, '');
}
