/** The story of this bench, and what it claims. Words: `text/bus-lab/schedules.ts`. */
import { busSchedules, EVERY_MINUTE, scheduleRules, WEEKDAYS_BY_THE_MINUTE } from '../../stages/bus-lab/schedules.ts';
import type { Claim } from '../claim.ts';
import { lasting, on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** A day earlier nothing ends at midnight. */
const THURSDAY_EVENING = '2030-01-03T23:55:20Z';
/** Twenty seconds before five full minutes, and ten after them. */
const BEFORE_FIVE = '2030-01-04T23:54:40Z';
const AFTER_FIVE = '2030-01-04T23:55:10Z';
/** Longer than a minute, so that the next one comes before it is done. */
const LONG_SECONDS = 90;
const SHORT_SECONDS = 2;

/** Every scene says which schedules, how late they are, and how long the sweep takes, so that none depends on another. */
function scene(
  moment: Pick<Scene, 'at' | 'speed'>,
  { rules = scheduleRules(EVERY_MINUTE, WEEKDAYS_BY_THE_MINUTE), jitter = 10, sweepSeconds = SHORT_SECONDS } = {} as {
    rules?: ReturnType<typeof scheduleRules>;
    jitter?: number;
    sweepSeconds?: number;
  },
): Scene {
  return {
    ...moment,
    faults: [],
    set: [
      { component: 'lab-bus', parameter: 'rules', value: rules },
      { component: 'lab-bus', parameter: 'scheduleJitterSeconds', value: jitter },
      { component: 'sweeper', parameter: 'steps', value: lasting(busSchedules, 'sweeper', sweepSeconds).steps },
    ],
  };
}

export const busSchedulesStory: Story = {
  stage: 'bus-schedules',
  passages: [
    {
      id: 'what',
      components: ['lab-bus', 'sweeper', 'reporter'],
      links: [
        ['lab-bus', 'sweeper'],
        ['lab-bus', 'reporter'],
      ],
      scene: scene({ at: 'start', speed: 10 }),
    },
    {
      id: 'rate',
      components: ['lab-bus', 'sweeper'],
      links: [['lab-bus', 'sweeper']],
      scene: scene(
        { at: 'start', speed: 10 },
        { rules: scheduleRules('rate(5 minutes)', 'cron(0/5 * ? * * *)'), jitter: 0 },
      ),
    },
    {
      id: 'weekend',
      components: ['lab-bus', 'reporter'],
      links: [['lab-bus', 'reporter']],
      scene: scene({ at: 200, speed: 10 }),
    },
    { id: 'utc', components: ['lab-bus'], links: [] },
    {
      id: 'late',
      components: ['lab-bus', 'sweeper', 'reporter'],
      links: [],
      scene: scene({ at: 'start', speed: 10 }, { jitter: 50 }),
    },
    {
      id: 'overlap',
      components: ['sweeper'],
      links: [['lab-bus', 'sweeper']],
      scene: scene({ at: 50, speed: 10 }, { sweepSeconds: LONG_SECONDS }),
    },
  ],
};

const runsOf = (of: string) => ({ measure: 'runs', of }) as const;

export const busSchedulesClaims: readonly Claim[] = [
  {
    id: 'weekdays-end-at-midnight-of-utc',
    stage: 'bus-schedules',
    scenario: on('bus-schedules'),
    condition: [
      { left: runsOf('reporter'), is: 'equal', right: 4 },
      { left: runsOf('sweeper'), is: 'more', right: { ...runsOf('reporter'), times: 2 } },
    ],
    numbers: { n: runsOf('reporter'), of: runsOf('sweeper') },
    foil: { scenario: on('bus-schedules', { parameters: { 'lab-bus': { startsAt: THURSDAY_EVENING } } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'never', when: [{ left: runsOf('reporter'), is: 'equal', right: 0 }] },
        {
          id: 'before',
          when: [
            { left: runsOf('reporter'), is: 'more', right: 0 },
            { left: runsOf('reporter'), is: 'at-most', right: 5 },
          ],
        },
        { id: 'all', when: [{ left: runsOf('reporter'), is: 'more', right: 5 }] },
      ],
    },
  },
  {
    id: 'a-rate-counts-from-its-beginning',
    stage: 'bus-schedules',
    scenario: atFullFive(BEFORE_FIVE),
    condition: [
      { left: runsOf('reporter'), is: 'equal', right: 1 },
      { left: runsOf('sweeper'), is: 'equal', right: 0 },
    ],
    numbers: { n: runsOf('reporter'), of: runsOf('sweeper') },
    foil: { scenario: atFullFive(AFTER_FIVE) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'both',
          when: [
            { left: runsOf('reporter'), is: 'at-least', right: 1 },
            { left: runsOf('sweeper'), is: 'at-least', right: 1 },
          ],
        },
        {
          id: 'calendar',
          when: [
            { left: runsOf('reporter'), is: 'at-least', right: 1 },
            { left: runsOf('sweeper'), is: 'equal', right: 0 },
          ],
        },
        {
          id: 'rate',
          when: [
            { left: runsOf('reporter'), is: 'equal', right: 0 },
            { left: runsOf('sweeper'), is: 'at-least', right: 1 },
          ],
        },
        {
          id: 'neither',
          when: [
            { left: runsOf('reporter'), is: 'equal', right: 0 },
            { left: runsOf('sweeper'), is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'the-clock-does-not-wait-for-the-work',
    stage: 'bus-schedules',
    scenario: sweepingFor(LONG_SECONDS),
    condition: [{ left: { measure: 'environments-most', of: 'sweeper' }, is: 'at-least', right: 2 }],
    numbers: { n: { measure: 'environments-most', of: 'sweeper' } },
    foil: { scenario: sweepingFor(SHORT_SECONDS) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'waits', when: [{ left: { measure: 'environments-most', of: 'sweeper' }, is: 'at-most', right: 1 }] },
        { id: 'two', when: [{ left: { measure: 'environments-most', of: 'sweeper' }, is: 'equal', right: 2 }] },
        { id: 'more', when: [{ left: { measure: 'environments-most', of: 'sweeper' }, is: 'more', right: 2 }] },
      ],
    },
  },
];

/** Two minutes with both forms of "every five minutes". */
function atFullFive(startsAt: string) {
  const rules = scheduleRules('rate(5 minutes)', 'cron(0/5 * ? * * *)');
  return on('bus-schedules', { durationSeconds: 120, parameters: { 'lab-bus': { startsAt, rules } } });
}

function sweepingFor(seconds: number) {
  return on('bus-schedules', { parameters: { sweeper: lasting(busSchedules, 'sweeper', seconds) } });
}
