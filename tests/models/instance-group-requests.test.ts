/** Requests to a group by the rules that its parameters set: waiting, being down, speed, errors, and duplicates. */
import { describe, expect, it } from 'vitest';
import type { StepProgram } from '../../src/models/parameters.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

type GroupParams = Parameters<typeof group>[1];
type Rest = Parameters<typeof aScenario>[2];

/** People who wait three seconds for an answer at most, and servers that process for two. */
function servers(times: number[], params: GroupParams = {}, interventions: Intervention[] = [], rest: Rest = {}) {
  const nodes = [people({ times, timeoutSeconds: 3 }), group('servers', params)];
  return aScenario(nodes, ['people servers'], { interventions, ...rest });
}

/** A front that calls a back, and waits for it for a second at most. */
function frontAndBack(back: GroupParams, interventions: Intervention[] = []) {
  const steps: StepProgram[] = [{ step: 'upload', work: [lasting(1)], after: [{ to: 'back', operation: 'upload' }] }];
  const nodes = [people({ times: [1] }), group('front', { steps, callTimeoutSeconds: 1 }), group('back', back)];
  return aScenario(nodes, ['people front', 'front back'], { interventions });
}

/** People whose every upload is poison, a front, and workers behind a queue. */
function poisoned(steps: StepProgram[]) {
  const nodes = [
    people({ times: [1], poisonShare: 1 }),
    group('front', { steps: [{ step: 'upload', work: [lasting(1)], after: [{ to: 'queue', operation: 'send' }] }] }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 10, maxReceiveCount: 2 }),
    group('workers', { queue: 'queue', steps }),
  ];
  return aScenario(nodes, ['people front', 'front queue', 'workers queue']);
}

const crash = (atSeconds: number, untilSeconds: number): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target: 'servers',
  atSeconds,
  untilSeconds,
});

const brief: Wanted = {
  without: [
    'instance.launched',
    'instance.running',
    'instance.in-service',
    'message.sent',
    'upload.started',
    'step.began',
    'step.finished',
    'message.queued',
    'queue.polled',
    'fault.began',
    'fault.ended',
    'request.given-up',
  ],
};

const threeStretches: StepProgram[] = [
  { step: 'process', work: [lasting(2), { ...lasting(2), cpuShare: 0.5 }, { ...lasting(2), cpuShare: 0 }] },
];

describe('a request', () => {
  it.each([
    [
      'is refused when it has waited for a slot as long as it may; one that got a slot in time is not',
      servers([1, 1.2, 1.5], { backlogTimeoutSeconds: 1.7 }),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.300 servers request.waiting upload 1 as number 1',
        '1.600 servers request.waiting upload 2 as number 2',
        '3.000 servers request.refused upload 1 because waited-too-long',
        '3.100 servers upload.watchable upload 0',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.100 servers request.taken upload 2',
        '3.100 servers job.began upload 2 instance 0 job 0',
        '3.100 people upload.refused upload 1 because waited-too-long',
        '3.200 people upload.accepted upload 0',
        '4.500 people request.timed-out upload upload 2 after 3.000',
        '4.500 people upload.refused upload 2 because timed-out',
        '5.100 servers message.taken upload 2 because none',
        '5.100 servers job.finished upload 2 instance 0 job 0',
      ],
    ],
    [
      'to a group that is not there, and is silent, hears nothing until its caller gives up',
      servers([1], { minimum: 0, desired: 0, whenDown: 'silent' }),
      brief,
      [
        '1.100 servers request.refused upload 0 in silence because connection-refused',
        '4.000 people request.timed-out upload upload 0 after 3.000',
        '4.000 people upload.refused upload 0 because timed-out',
        '4.000 servers message.taken upload 0 because timed-out',
      ],
    ],
    [
      'that was at work, that waited or that comes, when the group goes down in silence, hears nothing',
      servers([1, 1.2, 2.5], { whenDown: 'silent' }, [crash(2, 5)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.300 servers request.waiting upload 1 as number 1',
        '2.000 servers instance.crashed instance 0 with 1 jobs',
        '2.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.000 servers request.refused upload 1 in silence because connection-reset',
        '2.600 servers request.refused upload 2 in silence because connection-refused',
        '4.000 people request.timed-out upload upload 0 after 3.000',
        '4.000 people upload.refused upload 0 because timed-out',
        '4.000 servers message.taken upload 0 because timed-out',
        '4.200 people request.timed-out upload upload 1 after 3.000',
        '4.200 people upload.refused upload 1 because timed-out',
        '4.200 servers message.taken upload 1 because timed-out',
        '5.500 people request.timed-out upload upload 2 after 3.000',
        '5.500 people upload.refused upload 2 because timed-out',
        '5.500 servers message.taken upload 2 because timed-out',
      ],
    ],
    [
      'whose caller is hung up on in silence fails the caller after the time-out of its calls',
      frontAndBack({ minimum: 0, desired: 0, whenDown: 'silent' }),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 back request.refused upload 0 in silence because connection-refused',
        '3.100 front request.timed-out upload upload 0 after 1.000',
        '3.100 back message.taken upload 0 because timed-out',
        '3.100 front job.failed upload 0 instance 0 job 0 because dependency-failed',
        '3.200 people upload.refused upload 0 because dependency-failed',
      ],
    ],
    [
      'whose work calls somebody slow fails after the time-out of calls; the other works on for nobody',
      frontAndBack({ steps: [{ step: 'process', work: [lasting(4)] }] }),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 back job.began upload 0 instance 0 job 0',
        '3.100 front request.timed-out upload upload 0 after 1.000',
        '3.100 front job.failed upload 0 instance 0 job 0 because dependency-failed',
        '3.200 people upload.refused upload 0 because dependency-failed',
        '6.200 back message.taken upload 0 because none',
        '6.200 back job.finished upload 0 instance 0 job 0',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('a taller machine', () => {
  it.each([
    [
      'of the reference size takes the time that is set',
      servers([1], { steps: threeStretches }),
      { only: ['step.began'] },
      [
        '1.100 servers step.began process upload 0 instance 0 until 3.100',
        '3.100 servers step.began process upload 0 instance 0 until 5.100',
        '5.100 servers step.began process upload 0 instance 0 until 7.100',
      ],
    ],
    [
      'with twice the vCPU takes half, but for the share that vCPU do not shorten',
      servers([1], { instanceType: 'c5.xlarge', steps: threeStretches }),
      { only: ['step.began'] },
      [
        '1.100 servers step.began process upload 0 instance 0 until 2.100',
        '2.100 servers step.began process upload 0 instance 0 until 3.600',
        '3.600 servers step.began process upload 0 instance 0 until 5.600',
      ],
    ],
    [
      'with four times the vCPU takes a quarter, with the same exception',
      servers([1], { instanceType: 'c5.2xlarge', steps: threeStretches }),
      { only: ['step.began'] },
      [
        '1.100 servers step.began process upload 0 instance 0 until 1.600',
        '1.600 servers step.began process upload 0 instance 0 until 2.850',
        '2.850 servers step.began process upload 0 instance 0 until 4.850',
      ],
    ],
    [
      'is no faster beyond the threads that the work can use',
      servers([1], { instanceType: 'c5.2xlarge', threads: 4, steps: threeStretches }),
      { only: ['step.began'] },
      [
        '1.100 servers step.began process upload 0 instance 0 until 2.100',
        '2.100 servers step.began process upload 0 instance 0 until 3.600',
        '3.600 servers step.began process upload 0 instance 0 until 5.600',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('work', () => {
  it('ends in an error about as often as is set, drawn from a stream of its own', () => {
    const uploads = Array.from({ length: 400 }, (_, n) => 1 + n / 10);
    const ends = (errorShare: number) => {
      const steps: StepProgram[] = [{ step: 'process', work: [{ seconds: { kind: 'exponential', mean: 1 } }] }];
      const scenario = servers(uploads, { errorShare, slotsPerInstance: 1000, steps });
      return factsOf(scenario, { only: ['job.finished', 'job.failed'] });
    };
    const failed = ends(0.25).filter((line) => line.includes('because work-failed'));
    // 400 throws with probability 0.25: 100 in the mean, standard deviation 8.7; four of those either way.
    expect(Math.abs(failed.length - 100) < 35).toBe(true);
    // When each ends is what it was without errors.
    const times = (lines: string[]) => lines.map((line) => line.split(' ')[0]);
    expect(times(ends(0.25))).toEqual(times(ends(0)));
  });

  it.each([
    [
      'of the step process on poison fails every time, until the message goes to the dead letters',
      poisoned([{ step: 'process', work: [lasting(1)] }]),
      brief,
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '2.200 queue message.received upload 0 item 0 for time 1 visible again at 12.200',
        '2.300 front job.finished upload 0 instance 0 job 0',
        '2.300 workers job.began upload 0 instance 0 job 0',
        '2.400 people upload.accepted upload 0',
        '3.300 workers job.failed upload 0 instance 0 job 0 because poison-message',
        '12.200 queue message.reappeared upload 0 item 0 received 1 times',
        '12.200 queue message.received upload 0 item 0 for time 2 visible again at 22.200',
        '12.300 workers job.began upload 0 instance 0 job 0',
        '13.300 workers job.failed upload 0 instance 0 job 0 because poison-message',
        '22.200 queue message.reappeared upload 0 item 0 received 2 times',
        '22.200 queue message.dead-lettered upload 0 item 0 received 2 times',
        '22.200 queue upload.dead-lettered upload 0 because too-many-receives',
      ],
    ],
    [
      'on poison fails at the last of store and manage where nobody of the group processes',
      poisoned([
        { step: 'store', work: [lasting(1)] },
        { step: 'manage', work: [lasting(1)] },
      ]),
      { only: ['step.began', 'job.failed', 'upload.dead-lettered'] },
      [
        '1.100 front step.began upload upload 0 instance 0 until 2.100',
        '2.300 workers step.began store upload 0 instance 0 until 3.300',
        '3.300 workers step.began manage upload 0 instance 0 until 4.300',
        '4.300 workers job.failed upload 0 instance 0 job 0 because poison-message',
        '12.300 workers step.began store upload 0 instance 0 until 13.300',
        '13.300 workers step.began manage upload 0 instance 0 until 14.300',
        '14.300 workers job.failed upload 0 instance 0 job 0 because poison-message',
        '22.200 queue upload.dead-lettered upload 0 because too-many-receives',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
