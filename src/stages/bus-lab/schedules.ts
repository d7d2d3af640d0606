/**
 * sweeper ← lab-bus → reporter
 *
 * Nobody sends anything: two rules have a schedule instead of a pattern. One fires every so often, one at the minutes of
 * a calendar. The run begins on a Friday, minutes before midnight in UTC, so the weekend begins in the middle of it.
 */

import type { BusRule } from '../../models/parameters.ts';
import type { Stage } from '../stage.ts';
import { extra } from '../work.ts';

/** The rules of the bench, with these schedules. */
export function scheduleRules(sweep: string, report: string) {
  return [
    { name: 'sweep', schedule: sweep, targets: [{ to: 'sweeper' }] },
    { name: 'report', schedule: report, targets: [{ to: 'reporter' }] },
  ] as const satisfies readonly BusRule[];
}

/** A Friday; the minutes are few, so that the weekend comes soon. Our choice. */
const FRIDAY_EVENING = '2030-01-04T23:55:20Z';
export const EVERY_MINUTE = 'rate(1 minute)';
export const WEEKDAYS_BY_THE_MINUTE = 'cron(* * ? * MON-FRI *)';

export const busSchedules = {
  id: 'bus-schedules',
  rung: 6,
  durationSeconds: 600,
  offers: [
    ['lab-bus', 'scheduleJitterSeconds'],
    ['sweeper', 'errorShare'],
    ['reporter', 'errorShare'],
  ],
  nodes: [
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [330, 70],
      params: {
        type: 'default',
        startsAt: FRIDAY_EVENING,
        // As real ones are: late within their minute.
        scheduleJitterSeconds: 10,
        rules: scheduleRules(EVERY_MINUTE, WEEKDAYS_BY_THE_MINUTE),
      },
    },
    // A whole vCPU each, so that two seconds of work are two seconds.
    {
      id: 'sweeper',
      kind: 'function',
      at: [0, 40],
      params: { memoryMegabytes: 1769, timeoutSeconds: 300, steps: [extra(2)] },
    },
    {
      id: 'reporter',
      kind: 'function',
      at: [770, 40],
      params: { memoryMegabytes: 1769, timeoutSeconds: 300, steps: [extra(2)] },
    },
  ],
  links: [
    { from: 'lab-bus', to: 'sweeper' },
    { from: 'lab-bus', to: 'reporter' },
  ],
} as const satisfies Stage;
