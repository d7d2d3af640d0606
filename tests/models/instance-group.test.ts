import { describe, expect, it } from 'vitest';
import type { Call, StepProgram, Work } from '../../src/models/parameters.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

type GroupParams = Parameters<typeof group>[1];

/** People who upload at these times, and servers that process for two seconds. */
function servers(times: number[], params: GroupParams = {}, interventions: Intervention[] = []) {
  return aScenario([people({ times }), group('servers', params)], ['people servers'], { interventions });
}

/** People, a front that takes uploads in for a second and then calls, and a back that processes for two. */
function frontAndBack(
  times: number[],
  call: Call,
  front: GroupParams,
  back: GroupParams,
  interventions: Intervention[],
) {
  const steps: StepProgram[] = [{ step: 'upload', work: [lasting(1)], after: [call] }];
  const nodes = [people({ times }), group('front', { steps, ...front }), group('back', back)];
  return aScenario(nodes, ['people front', 'front back'], { interventions });
}

/** Workers that take messages from a queue, which the front fills in no time. */
function workers(times: number[], params: GroupParams = {}, interventions: Intervention[] = [], queue = {}) {
  const send: StepProgram[] = [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }];
  const nodes: TopologyNode[] = [
    people({ times }),
    group('front', { steps: send }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 10, ...queue }),
    group('workers', { queue: 'queue', ...params }),
  ];
  return aScenario(nodes, ['people front', 'front queue', 'workers queue'], { interventions });
}

const step = (name: StepProgram['step'], ...work: Work[]): StepProgram => ({ step: name, work });
const callBack: Call = { to: 'back', operation: 'upload' };
const handOnToBack: Call = { to: 'back', operation: 'hand-on' };

const crash = (target: string, atSeconds: number, untilSeconds?: number): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target,
  atSeconds,
  ...(untilSeconds === undefined ? {} : { untilSeconds }),
});

const turn = (target: string, parameter: string, value: number, atSeconds: number): Intervention => ({
  kind: 'set',
  target,
  parameter,
  value,
  atSeconds,
});

/** What is left out of most stories. */
const beginnings = [
  'instance.launched',
  'instance.running',
  'message.sent',
  'upload.started',
  'request.given-up',
] as const;
const atServers: Wanted = { at: 'servers', without: [...beginnings, 'instance.in-service'] };
const brief: Wanted = {
  without: [...beginnings, 'instance.in-service', 'step.began', 'step.finished', 'message.queued', 'queue.polled'],
};
const instancesOnly: Wanted = {
  only: [
    'instance.launched',
    'instance.running',
    'instance.in-service',
    'instance.draining',
    'instance.gone',
    'instance.crashed',
    'desired.changed',
  ],
};

describe('an instance group that is called', () => {
  it.each([
    [
      'does as many requests at once as there are slots; the others wait in order of arrival',
      servers([1, 1, 1.5, 2], { slotsPerInstance: 2 }),
      atServers,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.100 servers step.began process upload 0 instance 0 until 3.100',
        '1.100 servers job.began upload 1 instance 0 job 1',
        '1.100 servers step.began process upload 1 instance 0 until 3.100',
        '1.600 servers request.waiting upload 2 as number 1',
        '2.100 servers request.waiting upload 3 as number 2',
        '3.100 servers step.finished process upload 0 instance 0',
        '3.100 servers upload.watchable upload 0',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.100 servers request.taken upload 2 1 left waiting',
        '3.100 servers job.began upload 2 instance 0 job 0 1 left waiting',
        '3.100 servers step.began process upload 2 instance 0 until 5.100',
        '3.100 servers step.finished process upload 1 instance 0',
        '3.100 servers upload.watchable upload 1',
        '3.100 servers job.finished upload 1 instance 0 job 1',
        '3.100 servers request.taken upload 3',
        '3.100 servers job.began upload 3 instance 0 job 1',
        '3.100 servers step.began process upload 3 instance 0 until 5.100',
        '5.100 servers step.finished process upload 2 instance 0',
        '5.100 servers upload.watchable upload 2',
        '5.100 servers job.finished upload 2 instance 0 job 0',
        '5.100 servers step.finished process upload 3 instance 0',
        '5.100 servers upload.watchable upload 3',
        '5.100 servers job.finished upload 3 instance 0 job 1',
      ],
    ],
    [
      'gives work to the least busy instance',
      servers([1, 1, 1, 1], { slotsPerInstance: 2, desired: 2, maximum: 2 }),
      { only: ['job.began'] },
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.100 servers job.began upload 1 instance 1 job 1',
        '1.100 servers job.began upload 2 instance 0 job 2',
        '1.100 servers job.began upload 3 instance 1 job 3',
      ],
    ],
    [
      'refuses what comes when the backlog is full, and says so to the caller',
      servers([1, 1.2, 1.4], { backlogLimit: 1 }),
      { without: [...beginnings, 'instance.in-service', 'step.began', 'step.finished'] },
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.300 servers request.waiting upload 1 as number 1',
        '1.500 servers request.refused upload 2 because backlog-full',
        '1.600 people upload.refused upload 2 because backlog-full',
        '3.100 servers upload.watchable upload 0',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.100 servers request.taken upload 1',
        '3.100 servers job.began upload 1 instance 0 job 0',
        '3.200 people upload.accepted upload 0',
        '5.100 servers upload.watchable upload 1',
        '5.100 servers job.finished upload 1 instance 0 job 0',
        '5.200 people upload.accepted upload 1',
      ],
    ],
    [
      'refuses at once when nothing is in service',
      servers([1], { minimum: 0, desired: 0 }),
      brief,
      [
        '1.100 servers request.refused upload 0 because connection-refused',
        '1.200 people upload.refused upload 0 because connection-refused',
      ],
    ],
    [
      'does several steps one after another in one job, and the stretches of each',
      servers([1], {
        steps: [
          step('upload', lasting(1)),
          step('process', { ...lasting(1), makes: '480p' }, { ...lasting(2), makes: '1080p' }),
          step('manage'),
        ],
      }),
      { without: [...beginnings, 'instance.in-service'] },
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.100 servers step.began upload upload 0 instance 0 until 2.100',
        '2.100 servers step.finished upload upload 0 instance 0',
        '2.100 servers step.began process 480p upload 0 instance 0 until 3.100',
        '3.100 servers step.finished process upload 0 instance 0',
        '3.100 servers step.began process 1080p upload 0 instance 0 until 5.100',
        '5.100 servers step.finished process upload 0 instance 0',
        '5.100 servers upload.watchable upload 0',
        '5.100 servers job.finished upload 0 instance 0 job 0',
        '5.200 people upload.accepted upload 0',
      ],
    ],
    [
      'takes longer for a longer video where the work is per minute of video',
      aScenario(
        [
          people({ times: [1], videoMinutes: { kind: 'constant', value: 3 } }),
          group('servers', { steps: [step('process', { ...lasting(0.5), perVideoMinute: true })] }),
        ],
        ['people servers'],
      ),
      { only: ['step.began'] },
      ['1.100 servers step.began process upload 0 instance 0 until 2.600'],
    ],
    [
      'tells the caller after the step `answerAfter`, and goes on',
      servers([1], { answerAfter: 'upload', steps: [step('upload', lasting(1)), step('process', lasting(2))] }),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '2.200 people upload.accepted upload 0',
        '4.100 servers upload.watchable upload 0',
        '4.100 servers job.finished upload 0 instance 0 job 0',
      ],
    ],
    [
      'tells the caller after its last step where `answerAfter` is none of its own',
      servers([1], { answerAfter: 'manage' }),
      { only: ['upload.accepted'] },
      ['3.200 people upload.accepted upload 0'],
    ],
    [
      'holds its slot while it waits for what it calls',
      frontAndBack([1, 1.5], callBack, {}, {}, []),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.600 front request.waiting upload 1 as number 1',
        '2.200 back job.began upload 0 instance 0 job 0',
        '4.200 back job.finished upload 0 instance 0 job 0',
        '4.300 front upload.watchable upload 0',
        '4.300 front job.finished upload 0 instance 0 job 0',
        '4.300 front request.taken upload 1',
        '4.300 front job.began upload 1 instance 0 job 0',
        '4.400 people upload.accepted upload 0',
        '5.400 back job.began upload 1 instance 0 job 0',
        '7.400 back job.finished upload 1 instance 0 job 0',
        '7.500 front upload.watchable upload 1',
        '7.500 front job.finished upload 1 instance 0 job 0',
        '7.600 people upload.accepted upload 1',
      ],
    ],
    [
      'fails, and tells its caller, when what it calls refuses',
      frontAndBack([1], callBack, {}, { minimum: 0, desired: 0 }, []),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 back request.refused upload 0 because connection-refused',
        '2.300 front job.failed upload 0 instance 0 job 0 because dependency-failed',
        '2.400 people upload.refused upload 0 because dependency-failed',
      ],
    ],
    [
      'loses what it has accepted when what it calls afterwards refuses',
      aScenario(
        [
          people({ times: [1] }),
          group('front', {
            answerAfter: 'upload',
            steps: [step('upload', lasting(1)), { step: 'store', work: [], after: [callBack] }],
          }),
          group('back', { minimum: 0, desired: 0 }),
        ],
        ['people front', 'front back'],
      ),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 people upload.accepted upload 0',
        '2.200 back request.refused upload 0 because connection-refused',
        '2.300 front job.failed upload 0 instance 0 job 0 because dependency-failed',
        '2.300 front upload.lost upload 0 because dependency-failed',
      ],
    ],
    [
      'is free again at once when it hands work on',
      frontAndBack([1, 1.5], handOnToBack, {}, {}, []),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.600 front request.waiting upload 1 as number 1',
        '2.100 front job.finished upload 0 instance 0 job 0',
        '2.100 front request.taken upload 1',
        '2.100 front job.began upload 1 instance 0 job 0',
        '2.200 back job.began upload 0 instance 0 job 0',
        '2.200 back message.taken upload 0 because none',
        '2.200 people upload.accepted upload 0',
        '3.100 front job.finished upload 1 instance 0 job 0',
        '3.200 back request.waiting upload 1 as number 1',
        '3.200 people upload.accepted upload 1',
        '4.200 back upload.watchable upload 0',
        '4.200 back job.finished upload 0 instance 0 job 0',
        '4.200 back request.taken upload 1',
        '4.200 back job.began upload 1 instance 0 job 0',
        '4.200 back message.taken upload 1 because none',
        '6.200 back upload.watchable upload 1',
        '6.200 back job.finished upload 1 instance 0 job 0',
      ],
    ],
    [
      'loses what is handed on to it and refused: nobody waits for an answer',
      frontAndBack([1], handOnToBack, {}, { minimum: 0, desired: 0 }, []),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.100 front job.finished upload 0 instance 0 job 0',
        '2.200 back request.refused upload 0 because connection-refused',
        '2.200 back message.taken upload 0 because connection-refused',
        '2.200 people upload.accepted upload 0',
        '2.200 back upload.lost upload 0 because connection-refused',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

it('draws the times of each step from a stream of its own: another step changes nobody else', () => {
  const random = (name: StepProgram['step']): StepProgram => step(name, { seconds: { kind: 'exponential', mean: 2 } });
  const durations = (steps: StepProgram[], wanted: string): number[] =>
    factsOf(servers([1, 2, 3, 4], { slotsPerInstance: 4, steps }), { only: ['step.began'] })
      .filter((line) => line.includes(` ${wanted} `))
      .sort((a, b) => (a.split('upload ')[1] as string).localeCompare(b.split('upload ')[1] as string))
      .map((line) => Number(line.split(' until ')[1]) - Number(line.split(' ')[0]))
      .map((duration) => Math.round(duration * 100) / 100);
  const alone = durations([random('process')], 'process');
  const joined = durations([random('process'), random('store')], 'process');
  expect(new Set(alone).size).toBe(4);
  expect(joined).toEqual(alone);
});

describe('a crash', () => {
  it.each([
    [
      'answers the callers, those who wait too, with a reset connection; others are refused until the restart is over',
      servers([1, 1.2, 3, 5, 10], {}, [crash('servers', 2, 4)]),
      { without: ['message.sent', 'upload.started', 'step.began', 'step.finished', 'request.given-up'] },
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.300 servers request.waiting upload 1 as number 1',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 1 jobs',
        '2.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.000 servers request.refused upload 1 because connection-reset',
        '2.100 people upload.refused upload 0 because connection-reset',
        '2.100 people upload.refused upload 1 because connection-reset',
        '3.100 servers request.refused upload 2 because connection-refused',
        '3.200 people upload.refused upload 2 because connection-refused',
        '4.000 servers fault.ended crash',
        '4.000 servers instance.launched instance 0 in service at 9.000 restarted',
        '4.000 servers instance.running instance 0 in service at 9.000',
        '5.100 servers request.refused upload 3 because connection-refused',
        '5.200 people upload.refused upload 3 because connection-refused',
        '9.000 servers instance.in-service instance 0',
        '10.100 servers job.began upload 4 instance 0 job 0',
        '12.100 servers upload.watchable upload 4',
        '12.100 servers job.finished upload 4 instance 0 job 0',
        '12.200 people upload.accepted upload 4',
      ],
    ],
    [
      'loses work that had been accepted',
      servers([1], { answerAfter: 'upload', steps: [step('upload', lasting(1)), step('process', lasting(2))] }, [
        crash('servers', 3),
      ]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '2.200 people upload.accepted upload 0',
        '3.000 servers fault.began crash',
        '3.000 servers instance.crashed instance 0 with 1 jobs',
        '3.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '3.000 servers upload.lost upload 0 because crashed-after-accepting',
      ],
    ],
    [
      'loses work that had been handed on to it',
      frontAndBack([1], handOnToBack, {}, {}, [crash('back', 3)]),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.100 front job.finished upload 0 instance 0 job 0',
        '2.200 back job.began upload 0 instance 0 job 0',
        '2.200 back message.taken upload 0 because none',
        '2.200 people upload.accepted upload 0',
        '3.000 back fault.began crash',
        '3.000 back instance.crashed instance 0 with 1 jobs',
        '3.000 back job.failed upload 0 instance 0 job 0 because connection-reset',
        '3.000 back upload.lost upload 0 because crashed-after-accepting',
      ],
    ],
    [
      'of who is called fails the caller',
      frontAndBack([1], callBack, {}, {}, [crash('back', 3)]),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 back job.began upload 0 instance 0 job 0',
        '3.000 back fault.began crash',
        '3.000 back instance.crashed instance 0 with 1 jobs',
        '3.000 back job.failed upload 0 instance 0 job 0 because connection-reset',
        '3.100 front job.failed upload 0 instance 0 job 0 because dependency-failed',
        '3.200 people upload.refused upload 0 because dependency-failed',
      ],
    ],
    [
      'of the caller leaves what it called at work for nobody',
      frontAndBack([1], callBack, {}, {}, [crash('front', 3)]),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 back job.began upload 0 instance 0 job 0',
        '3.000 front fault.began crash',
        '3.000 front instance.crashed instance 0 with 1 jobs',
        '3.000 front job.failed upload 0 instance 0 job 0 because connection-reset',
        '3.100 people upload.refused upload 0 because connection-reset',
        '4.200 back message.taken upload 0 because none',
        '4.200 back job.finished upload 0 instance 0 job 0',
      ],
    ],
    [
      'leaves a message in its queue, where it is seen again after the visibility timeout',
      workers([1], {}, [crash('workers', 2, 4)]),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
        '1.300 front job.finished upload 0 instance 0 job 0',
        '1.300 workers job.began upload 0 instance 0 job 0',
        '1.400 people upload.accepted upload 0',
        '2.000 workers fault.began crash',
        '2.000 workers instance.crashed instance 0 with 1 jobs',
        '2.000 workers job.failed upload 0 instance 0 job 0 because connection-reset',
        '4.000 workers fault.ended crash',
        '11.200 queue message.reappeared upload 0 item 0 received 1 times',
        '11.200 queue message.received upload 0 item 0 for time 2 visible again at 21.200',
        '11.300 workers job.began upload 0 instance 0 job 0',
        '13.300 workers upload.watchable upload 0',
        '13.400 queue message.deleted upload 0 item 0',
        '13.500 workers job.finished upload 0 instance 0 job 0',
      ],
    ],
    [
      'while a message is on its way to the instance leaves that in the queue too',
      workers([1], {}, [crash('workers', 1.25, 4)]),
      { at: 'queue', without: ['message.sent', 'queue.polled'] },
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
        '11.200 queue message.reappeared upload 0 item 0 received 1 times',
        '11.200 queue message.received upload 0 item 0 for time 2 visible again at 21.200',
        '13.400 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'that lasts brings down what comes into service: no instance lives until the repair',
      servers([], { minimum: 1, maximum: 2 }, [crash('servers', 1, 20), turn('servers', 'desired', 2, 2)]),
      { at: 'servers' },
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers fault.began crash',
        '1.000 servers instance.crashed instance 0 with 0 jobs',
        '2.000 servers parameter.set desired to 2',
        '2.000 servers desired.changed from 1 to 2 by hand',
        '2.000 servers instance.launched instance 1 in service at 12.000',
        '4.000 servers instance.running instance 1 in service at 12.000',
        '12.000 servers instance.crashed instance 1 with 0 jobs',
        '20.000 servers fault.ended crash',
        '20.000 servers instance.launched instance 0 in service at 25.000 restarted',
        '20.000 servers instance.running instance 0 in service at 25.000',
        '20.000 servers instance.launched instance 1 in service at 25.000 restarted',
        '20.000 servers instance.running instance 1 in service at 25.000',
        '25.000 servers instance.in-service instance 0',
        '25.000 servers instance.in-service instance 1',
      ],
    ],
    [
      'that overlaps another lasts until both are repaired',
      servers([], {}, [crash('servers', 1, 5), crash('servers', 3, 10)]),
      { at: 'servers', without: ['instance.running'] },
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers fault.began crash',
        '1.000 servers instance.crashed instance 0 with 0 jobs',
        '3.000 servers fault.began crash',
        '5.000 servers fault.ended crash',
        '10.000 servers fault.ended crash',
        '10.000 servers instance.launched instance 0 in service at 15.000 restarted',
        '15.000 servers instance.in-service instance 0',
      ],
    ],
    [
      'during the restart starts it anew with the next repair',
      servers([], {}, [crash('servers', 1, 2), crash('servers', 4, 10)]),
      { at: 'servers', without: ['instance.running', 'fault.began', 'fault.ended'] },
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers instance.crashed instance 0 with 0 jobs',
        '2.000 servers instance.launched instance 0 in service at 7.000 restarted',
        '4.000 servers instance.crashed instance 0 with 0 jobs',
        '10.000 servers instance.launched instance 0 in service at 15.000 restarted',
        '15.000 servers instance.in-service instance 0',
      ],
    ],
    [
      'does not touch an instance that is still pending',
      servers([], { maximum: 2, pendingSeconds: 5 }, [turn('servers', 'desired', 2, 1), crash('servers', 2, 3)]),
      { ...instancesOnly, at: 'servers' },
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers desired.changed from 1 to 2 by hand',
        '1.000 servers instance.launched instance 1 in service at 14.000',
        '2.000 servers instance.crashed instance 0 with 0 jobs',
        '3.000 servers instance.launched instance 0 in service at 8.000 restarted',
        '3.000 servers instance.running instance 0 in service at 8.000',
        '6.000 servers instance.running instance 1 in service at 14.000',
        '8.000 servers instance.in-service instance 0',
        '14.000 servers instance.in-service instance 1',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('how many instances there are', () => {
  it.each([
    [
      'a launch takes its time: pending, unbilled; then running, billed, until it is in service',
      servers([], { maximum: 2, pendingSeconds: 3, bootSeconds: 4 }, [turn('servers', 'desired', 2, 1)]),
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers desired.changed from 1 to 2 by hand',
        '1.000 servers instance.launched instance 1 in service at 8.000',
        '4.000 servers instance.running instance 1 in service at 8.000',
        '8.000 servers instance.in-service instance 1',
      ],
    ],
    [
      'desired at the start is brought between minimum and maximum',
      servers([], { minimum: 2, desired: 0, maximum: 4 }),
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '0.000 servers instance.launched instance 1 in service at 0.000',
        '0.000 servers instance.running instance 1 in service at 0.000',
        '0.000 servers instance.in-service instance 1',
      ],
    ],
    [
      'a desired that is turned beyond maximum or minimum goes as far as these',
      servers([], { minimum: 1, desired: 2, maximum: 2 }, [
        turn('servers', 'desired', 9, 1),
        turn('servers', 'desired', 0, 2),
      ]),
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '0.000 servers instance.launched instance 1 in service at 0.000',
        '0.000 servers instance.running instance 1 in service at 0.000',
        '0.000 servers instance.in-service instance 1',
        '2.000 servers desired.changed from 2 to 1 by hand',
        '2.000 servers instance.draining instance 0',
        '2.000 servers instance.gone instance 0',
      ],
    ],
    [
      'a minimum that is turned up and a maximum that is turned down take desired with them',
      servers([], { minimum: 0, desired: 0, maximum: 2 }, [
        turn('servers', 'minimum', 1, 1),
        turn('servers', 'minimum', 0, 20),
        turn('servers', 'maximum', 0, 30),
      ]),
      [
        '1.000 servers desired.changed from 0 to 1 by hand',
        '1.000 servers instance.launched instance 0 in service at 11.000',
        '3.000 servers instance.running instance 0 in service at 11.000',
        '11.000 servers instance.in-service instance 0',
        '20.000 servers desired.changed from 1 to 0 by hand',
        '20.000 servers instance.draining instance 0',
        '20.000 servers instance.gone instance 0',
      ],
    ],
    [
      'one that is pending or starting goes first, at once; its boot is over',
      servers([], { minimum: 0, maximum: 3 }, [
        turn('servers', 'desired', 2, 1),
        turn('servers', 'desired', 3, 4),
        turn('servers', 'desired', 1, 5),
      ]),
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers desired.changed from 1 to 2 by hand',
        '1.000 servers instance.launched instance 1 in service at 11.000',
        '3.000 servers instance.running instance 1 in service at 11.000',
        '4.000 servers desired.changed from 2 to 3 by hand',
        '4.000 servers instance.launched instance 2 in service at 14.000',
        '5.000 servers desired.changed from 3 to 1 by hand',
        '5.000 servers instance.gone instance 2',
        '5.000 servers instance.gone instance 1',
      ],
    ],
    [
      'a crashed one goes before one that is pending',
      servers([], { minimum: 0, maximum: 2 }, [
        turn('servers', 'desired', 2, 4),
        crash('servers', 5, 7),
        turn('servers', 'desired', 1, 5.5),
      ]),
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.running instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '4.000 servers desired.changed from 1 to 2 by hand',
        '4.000 servers instance.launched instance 1 in service at 14.000',
        '5.000 servers instance.crashed instance 0 with 0 jobs',
        '5.500 servers desired.changed from 2 to 1 by hand',
        '5.500 servers instance.gone instance 0',
        '6.000 servers instance.running instance 1 in service at 14.000',
        '14.000 servers instance.in-service instance 1',
      ],
    ],
  ] as const)('%s', (_, scenario, expected) => {
    expect(factsOf(scenario, instancesOnly)).toEqual(expected);
  });

  it('the idle go before those at work; one at work finishes, drains meanwhile, and takes nothing new', () => {
    const scenario = servers([1, 1, 2.5], { minimum: 0, desired: 3, maximum: 3 }, [turn('servers', 'desired', 1, 2)]);
    expect(factsOf(scenario, { ...brief, at: 'servers' })).toEqual([
      '1.100 servers job.began upload 0 instance 0 job 0',
      '1.100 servers job.began upload 1 instance 1 job 1',
      '2.000 servers parameter.set desired to 1',
      '2.000 servers desired.changed from 3 to 1 by hand',
      '2.000 servers instance.draining instance 2',
      '2.000 servers instance.gone instance 2',
      '2.000 servers instance.draining instance 0',
      '2.600 servers request.waiting upload 2 as number 1',
      '3.100 servers upload.watchable upload 0',
      '3.100 servers job.finished upload 0 instance 0 job 0',
      '3.100 servers instance.gone instance 0',
      '3.100 servers upload.watchable upload 1',
      '3.100 servers job.finished upload 1 instance 1 job 1',
      '3.100 servers request.taken upload 2',
      '3.100 servers job.began upload 2 instance 1 job 1',
      '5.100 servers upload.watchable upload 2',
      '5.100 servers job.finished upload 2 instance 1 job 1',
    ]);
  });

  it('when the last one drains, those who wait are told so', () => {
    const scenario = servers([1, 1.2], { minimum: 0 }, [turn('servers', 'desired', 0, 2)]);
    expect(factsOf(scenario, brief)).toEqual([
      '1.100 servers job.began upload 0 instance 0 job 0',
      '1.300 servers request.waiting upload 1 as number 1',
      '2.000 servers parameter.set desired to 0',
      '2.000 servers desired.changed from 1 to 0 by hand',
      '2.000 servers instance.draining instance 0',
      '2.000 servers request.refused upload 1 because connection-reset',
      '2.100 people upload.refused upload 1 because connection-reset',
      '3.100 servers upload.watchable upload 0',
      '3.100 servers job.finished upload 0 instance 0 job 0',
      '3.100 servers instance.gone instance 0',
      '3.200 people upload.accepted upload 0',
    ]);
  });

  it('one that drains while a message is on its way to it does that work before it goes', () => {
    const scenario = workers([1], { minimum: 0 }, [turn('workers', 'desired', 0, 1.25)]);
    expect(factsOf(scenario, { ...brief, at: 'workers' })).toEqual([
      '1.250 workers parameter.set desired to 0',
      '1.250 workers desired.changed from 1 to 0 by hand',
      '1.250 workers instance.draining instance 0',
      '1.300 workers job.began upload 0 instance 0 job 0',
      '3.300 workers upload.watchable upload 0',
      '3.500 workers job.finished upload 0 instance 0 job 0',
      '3.500 workers instance.gone instance 0',
    ]);
  });

  it('one that crashes while it drains is gone for good', () => {
    const interventions = [turn('servers', 'desired', 0, 2), crash('servers', 2.5, 4)];
    expect(factsOf(servers([1], { minimum: 0 }, interventions), { ...brief, at: 'servers' })).toEqual([
      '1.100 servers job.began upload 0 instance 0 job 0',
      '2.000 servers parameter.set desired to 0',
      '2.000 servers desired.changed from 1 to 0 by hand',
      '2.000 servers instance.draining instance 0',
      '2.500 servers fault.began crash',
      '2.500 servers instance.crashed instance 0 with 1 jobs',
      '2.500 servers job.failed upload 0 instance 0 job 0 because connection-reset',
      '2.500 servers instance.gone instance 0',
      '4.000 servers fault.ended crash',
    ]);
  });
});

describe('an instance group that takes work from a queue', () => {
  it('asks for as many messages as it has free slots, and deletes each when its work is done', () => {
    const wanted: Wanted = { at: 'workers', without: [...beginnings, 'step.began', 'step.finished'] };
    expect(factsOf(workers([1, 1, 1], { slotsPerInstance: 2 }), wanted)).toEqual([
      '0.000 workers instance.in-service instance 0',
      '1.300 workers job.began upload 0 instance 0 job 0',
      '1.500 workers job.began upload 1 instance 0 job 1',
      '3.300 workers upload.watchable upload 0',
      '3.500 workers upload.watchable upload 1',
      '3.500 workers job.finished upload 0 instance 0 job 0',
      '3.700 workers job.finished upload 1 instance 0 job 1',
      '3.700 workers job.began upload 2 instance 0 job 1',
      '5.700 workers upload.watchable upload 2',
      '5.900 workers job.finished upload 2 instance 0 job 1',
    ]);
  });

  it('asks again at once after a long poll that was in vain', () => {
    const scenario = workers([], {}, [], { receiveWaitSeconds: 20 });
    expect(factsOf(scenario, { only: ['message.sent'], at: 'workers' })).toEqual([
      '0.000 workers message.sent receive to queue arrives 0.100',
      '20.200 workers message.sent receive to queue arrives 20.300',
      '40.400 workers message.sent receive to queue arrives 40.500',
    ]);
  });

  it('pauses until the poll interval is over where the queue answers at once', () => {
    const scenario = workers([3], { pollIntervalSeconds: 2 }, [], { receiveWaitSeconds: 0 });
    expect(factsOf(scenario, { only: ['message.sent'], at: 'workers' }).slice(0, 7)).toEqual([
      '0.000 workers message.sent receive to queue arrives 0.100',
      '2.000 workers message.sent receive to queue arrives 2.100',
      '4.000 workers message.sent receive to queue arrives 4.100',
      '6.200 workers message.sent delete upload 0 to queue arrives 6.300',
      '6.400 workers message.sent receive to queue arrives 6.500',
      '8.400 workers message.sent receive to queue arrives 8.500',
      '10.400 workers message.sent receive to queue arrives 10.500',
    ]);
  });

  it('leaves a message whose work failed in the queue', () => {
    const call: StepProgram[] = [{ step: 'process', work: [lasting(1)], after: [callBack] }];
    const nodes = [
      people({ times: [1] }),
      group('front', { steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }] }),
      component('queue', 'queue', { visibilityTimeoutSeconds: 10, maxReceiveCount: 2 }),
      group('workers', { queue: 'queue', steps: call }),
      group('back', { steps: [step('store', lasting(1))], minimum: 0, desired: 0 }),
    ];
    const scenario = aScenario(nodes, ['people front', 'front queue', 'workers queue', 'workers back']);
    expect(factsOf(scenario, { ...brief, only: [...lives, 'job.failed'] })).toEqual([
      '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
      '1.400 people upload.accepted upload 0',
      '2.500 workers job.failed upload 0 instance 0 job 0 because dependency-failed',
      '11.200 queue message.reappeared upload 0 item 0 received 1 times',
      '11.200 queue message.received upload 0 item 0 for time 2 visible again at 21.200',
      '12.500 workers job.failed upload 0 instance 0 job 0 because dependency-failed',
      '21.200 queue message.reappeared upload 0 item 0 received 2 times',
      '21.200 queue message.dead-lettered upload 0 item 0 received 2 times',
      '21.200 queue upload.dead-lettered upload 0 because too-many-receives',
    ]);
  });
});

/** What becomes of uploads and of the messages about them. */
const lives = [
  'upload.accepted',
  'upload.refused',
  'upload.watchable',
  'upload.lost',
  'upload.dead-lettered',
  'message.received',
  'message.deleted',
  'message.reappeared',
  'message.dead-lettered',
] as const;
