/** Taking work from a queue by the rules of Amazon SQS: batches, deletion, visibility kept up, duplicates. */
import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../src/models/facts.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

type GroupParams = Parameters<typeof group>[1];

/** Three messages, more or less; workers that come at second 2 and process for two seconds. */
function workers(times: number[], params: GroupParams = {}, interventions: Intervention[] = [], queue = {}) {
  const nodes = [
    people({ times }),
    group('front', {
      slotsPerInstance: 10,
      steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }],
    }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 10, maxReceiveCount: 3, ...queue }),
    group('workers', { queue: 'queue', minimum: 0, desired: 0, pendingSeconds: 0, bootSeconds: 0, ...params }),
  ];
  return aScenario(nodes, ['people front', 'front queue', 'workers queue'], {
    interventions: [desire(1, 2), ...interventions],
    durationSeconds: 32,
  });
}

const crash = (atSeconds: number, untilSeconds: number): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target: 'workers',
  atSeconds,
  untilSeconds,
});

const desire = (value: number, atSeconds: number): Intervention => ({
  kind: 'set',
  target: 'workers',
  parameter: 'desired',
  value,
  atSeconds,
});

/** What the queue and the workers tell. */
const behindFront = (scenario: Parameters<typeof factsOf>[0], only: FactKind[]): string[] =>
  factsOf(scenario, { only }).filter((line) => !line.includes(' front '));

const ofMessages: FactKind[] = [
  'message.received',
  'message.deleted',
  'message.reappeared',
  'message.dead-lettered',
  'visibility.extended',
  'duplicate.done',
  'duplicate.recognised',
];
const fails = (errorShare: number, atSeconds: number): Intervention => ({
  kind: 'set',
  target: 'workers',
  parameter: 'errorShare',
  value: errorShare,
  atSeconds,
});

const messages: Wanted = { only: ofMessages };
const atWork: Wanted = {
  at: 'workers',
  only: ['job.began', 'job.finished', 'job.failed', 'instance.crashed', 'instance.draining', 'instance.gone'],
};

const long = [{ step: 'process', work: [lasting(14)] }] as const;

describe('a batch', () => {
  it.each([
    [
      'is asked for once, when the last one is done; those without a slot wait at the instance, out of sight',
      workers([1, 1, 1, 1], { receiveBatch: 3 }),
      { at: 'workers', only: ['message.sent', 'job.began', 'job.finished'] },
      [
        '2.000 workers message.sent receive to queue arrives 2.100',
        '2.200 workers job.began upload 0 instance 0 job 0',
        '4.200 workers message.sent delete upload 0 to queue arrives 4.300',
        '4.400 workers job.finished upload 0 instance 0 job 0',
        '4.400 workers job.began upload 1 instance 0 job 0',
        '6.400 workers message.sent delete upload 1 to queue arrives 6.500',
        '6.600 workers job.finished upload 1 instance 0 job 0',
        '6.600 workers job.began upload 2 instance 0 job 0',
        '8.600 workers message.sent delete upload 2 to queue arrives 8.700',
        '8.800 workers job.finished upload 2 instance 0 job 0',
        '8.800 workers message.sent receive to queue arrives 8.900',
        '9.000 workers job.began upload 3 instance 0 job 0',
        '11.000 workers message.sent delete upload 3 to queue arrives 11.100',
        '11.200 workers job.finished upload 3 instance 0 job 0',
        '11.200 workers message.sent receive to queue arrives 11.300',
        '31.400 workers message.sent receive to queue arrives 31.500',
      ],
    ],
    [
      'waits with its visibility timeout running: what is not begun in time is seen again, and done twice',
      workers([1, 1], { receiveBatch: 2, steps: [{ step: 'process', work: [lasting(6)] }] }),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '2.100 queue message.received upload 1 item 1 for time 1 visible again at 12.100',
        '8.300 queue message.deleted upload 0 item 0',
        '12.100 queue message.reappeared upload 1 item 1 received 1 times',
        '14.700 queue message.received upload 1 item 1 for time 2 visible again at 24.700',
        '20.800 workers duplicate.done upload 1 instance 0 job 0',
        '20.900 queue message.deleted upload 1 item 1',
      ],
    ],
    [
      'is shared out among all free slots',
      workers([1, 1, 1], { receiveBatch: 3, slotsPerInstance: 2 }),
      atWork,
      [
        '2.200 workers job.began upload 0 instance 0 job 0',
        '2.200 workers job.began upload 1 instance 0 job 1',
        '4.400 workers job.finished upload 0 instance 0 job 0',
        '4.400 workers job.began upload 2 instance 0 job 0',
        '4.400 workers job.finished upload 1 instance 0 job 1',
        '6.600 workers job.finished upload 2 instance 0 job 0',
      ],
    ],
    [
      'that went down with its instance is seen again in its queue, but for what was deleted',
      workers([1, 1, 1], { receiveBatch: 3 }, [crash(5, 6)]),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '2.100 queue message.received upload 1 item 1 for time 1 visible again at 12.100',
        '2.100 queue message.received upload 2 item 2 for time 1 visible again at 12.100',
        '4.300 queue message.deleted upload 0 item 0',
        '12.100 queue message.reappeared upload 1 item 1 received 1 times',
        '12.100 queue message.received upload 1 item 1 for time 2 visible again at 22.100',
        '12.100 queue message.reappeared upload 2 item 2 received 1 times',
        '14.300 queue message.deleted upload 1 item 1',
        '14.500 queue message.received upload 2 item 2 for time 2 visible again at 24.500',
        '16.700 queue message.deleted upload 2 item 2',
      ],
    ],
    [
      'that is deleted together costs one request, when all of it is done',
      workers([1, 1, 1], { receiveBatch: 3, deleteTogether: 'yes' }),
      { only: ['message.deleted', 'job.finished', 'message.sent'], at: 'workers' },
      [
        '2.000 workers message.sent receive to queue arrives 2.100',
        '4.200 workers job.finished upload 0 instance 0 job 0',
        '6.200 workers job.finished upload 1 instance 0 job 0',
        '8.200 workers job.finished upload 2 instance 0 job 0',
        '8.200 workers message.sent delete upload 0 to queue arrives 8.300',
        '8.200 workers message.sent receive to queue arrives 8.300',
        '28.400 workers message.sent receive to queue arrives 28.500',
      ],
    ],
    [
      'that is deleted together is done again altogether after a crash',
      workers([1, 1, 1], { receiveBatch: 3, deleteTogether: 'yes' }, [crash(7, 8)]),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '2.100 queue message.received upload 1 item 1 for time 1 visible again at 12.100',
        '2.100 queue message.received upload 2 item 2 for time 1 visible again at 12.100',
        '12.100 queue message.reappeared upload 0 item 0 received 1 times',
        '12.100 queue message.reappeared upload 1 item 1 received 1 times',
        '12.100 queue message.reappeared upload 2 item 2 received 1 times',
        '13.100 queue message.received upload 0 item 0 for time 2 visible again at 23.100',
        '13.100 queue message.received upload 1 item 1 for time 2 visible again at 23.100',
        '13.100 queue message.received upload 2 item 2 for time 2 visible again at 23.100',
        '15.200 workers duplicate.done upload 0 instance 0 job 0',
        '17.200 workers duplicate.done upload 1 instance 0 job 0',
        '19.300 queue message.deleted upload 0 item 0',
        '19.300 queue message.deleted upload 1 item 1',
        '19.300 queue message.deleted upload 2 item 2',
      ],
    ],
    [
      'that an instance has when it drains is done before it goes',
      workers([1, 1], { receiveBatch: 2 }, [desire(0, 3)]),
      atWork,
      [
        '2.200 workers job.began upload 0 instance 0 job 0',
        '3.000 workers instance.draining instance 0',
        '4.400 workers job.finished upload 0 instance 0 job 0',
        '4.400 workers job.began upload 1 instance 0 job 0',
        '6.600 workers job.finished upload 1 instance 0 job 0',
        '6.600 workers instance.gone instance 0',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('deleting a batch together', () => {
  const together = { receiveBatch: 3, slotsPerInstance: 2, deleteTogether: 'yes' } as const;

  it('waits for that batch alone, while the next one is already being worked on', () => {
    // A slot is free from 6.2 on, when only the third of the first batch is left: the next batch comes at 6.4.
    const scenario = workers([1, 1, 1, 1, 1, 1], { ...together, steps: [{ step: 'process', work: [lasting(4)] }] });
    expect(behindFront(scenario, ['job.finished', 'message.deleted'])).toEqual([
      '6.200 workers job.finished upload 0 instance 0 job 0',
      '6.200 workers job.finished upload 1 instance 0 job 1',
      '10.200 workers job.finished upload 2 instance 0 job 0',
      '10.300 queue message.deleted upload 0 item 0',
      '10.300 queue message.deleted upload 1 item 1',
      '10.300 queue message.deleted upload 2 item 2',
      '10.400 workers job.finished upload 3 instance 0 job 1',
      '14.200 workers job.finished upload 4 instance 0 job 0',
      '14.400 workers job.finished upload 5 instance 0 job 1',
      '14.500 queue message.deleted upload 3 item 3',
      '14.500 queue message.deleted upload 4 item 4',
      '14.500 queue message.deleted upload 5 item 5',
    ]);
  });

  it('leaves what failed of it to be seen again', () => {
    const scenario = workers([1, 1, 1], together, [fails(1, 3), fails(0, 5)]);
    expect(factsOf(scenario, { only: ['job.failed', 'message.deleted', 'message.reappeared'] })).toEqual([
      '4.200 workers job.failed upload 0 instance 0 job 0 because work-failed',
      '4.200 workers job.failed upload 1 instance 0 job 1 because work-failed',
      '6.300 queue message.deleted upload 2 item 2',
      '12.100 queue message.reappeared upload 0 item 0 received 1 times',
      '12.100 queue message.reappeared upload 1 item 1 received 1 times',
      '14.300 queue message.deleted upload 0 item 0',
      '14.500 queue message.deleted upload 1 item 1',
    ]);
  });
});

describe('a batch from a FIFO queue', () => {
  const params = { receiveBatch: 10, slotsPerInstance: 3 };

  it('is worked on one after another within a message group', () => {
    const scenario = workers([1, 1, 1], params, [], { type: 'fifo', messageGroups: 1 });
    expect(factsOf(scenario, atWork)).toEqual([
      '2.200 workers job.began upload 0 instance 0 job 0',
      '4.400 workers job.finished upload 0 instance 0 job 0',
      '4.400 workers job.began upload 1 instance 0 job 0',
      '6.600 workers job.finished upload 1 instance 0 job 0',
      '6.600 workers job.began upload 2 instance 0 job 0',
      '8.800 workers job.finished upload 2 instance 0 job 0',
    ]);
  });

  it('is worked on side by side between message groups', () => {
    const scenario = workers([1, 1, 1, 1], params, [], { type: 'fifo', messageGroups: 2 });
    expect(factsOf(scenario, { at: 'workers', only: ['job.began'] })).toEqual([
      '2.200 workers job.began upload 0 instance 0 job 0',
      '2.200 workers job.began upload 1 instance 0 job 1',
      '4.400 workers job.began upload 2 instance 0 job 0',
      '4.400 workers job.began upload 3 instance 0 job 1',
    ]);
  });

  it.each([['no'], ['yes']] as const)(
    'goes no further in a message group after a failure: the rest is seen again after it, in order (deleted together: %s)',
    (deleteTogether) => {
      const fifo = { type: 'fifo', messageGroups: 1 } as const;
      const scenario = workers([1, 1, 1], { ...params, deleteTogether }, [fails(1, 5), fails(0, 7)], fifo);
      expect(behindFront(scenario, ['job.began', 'job.failed', 'message.reappeared'])).toEqual([
        '2.200 workers job.began upload 0 instance 0 job 0',
        deleteTogether === 'no'
          ? '4.400 workers job.began upload 1 instance 0 job 0'
          : '4.200 workers job.began upload 1 instance 0 job 0',
        deleteTogether === 'no'
          ? '6.400 workers job.failed upload 1 instance 0 job 0 because work-failed'
          : '6.200 workers job.failed upload 1 instance 0 job 0 because work-failed',
        '12.100 queue message.reappeared upload 1 item 1 received 1 times',
        '12.100 queue message.reappeared upload 2 item 2 received 1 times',
        '12.200 workers job.began upload 1 instance 0 job 0',
        deleteTogether === 'no'
          ? '14.400 workers job.began upload 2 instance 0 job 0'
          : '14.200 workers job.began upload 2 instance 0 job 0',
      ]);
    },
  );
});

describe('a visibility timeout shorter than the work', () => {
  it.each([
    [
      'has the work done twice',
      workers([1], { steps: long }),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '12.100 queue message.reappeared upload 0 item 0 received 1 times',
        '16.500 queue message.received upload 0 item 0 for time 2 visible again at 26.500',
        '26.500 queue message.reappeared upload 0 item 0 received 2 times',
        '30.600 workers duplicate.done upload 0 instance 0 job 0',
        '30.900 queue message.received upload 0 item 0 for time 3 visible again at 40.900',
      ],
    ],
    [
      'is recognised by a consumer that keeps a note of what is done',
      workers([1], { steps: long, idempotent: 'yes' }),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '12.100 queue message.reappeared upload 0 item 0 received 1 times',
        '16.500 queue message.received upload 0 item 0 for time 2 visible again at 26.500',
        '16.600 workers duplicate.recognised upload 0 instance 0 job 0',
        '16.700 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'is recognised while the first is still at it',
      workers([1], { steps: long, idempotent: 'yes', slotsPerInstance: 2 }),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '12.100 queue message.reappeared upload 0 item 0 received 1 times',
        '12.100 queue message.received upload 0 item 0 for time 2 visible again at 22.100',
        '12.200 workers duplicate.recognised upload 0 instance 0 job 1',
        '12.300 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'does no harm where it is extended every half of it',
      workers([1], { steps: long, extendVisibilitySeconds: 10 }),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '7.300 queue visibility.extended upload 0 item 0 visible again at 17.300',
        '12.300 queue visibility.extended upload 0 item 0 visible again at 22.300',
        '16.300 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'runs out after all when the instance that extends it goes down',
      workers([1], { steps: long, extendVisibilitySeconds: 10 }, [crash(13, 14)]),
      messages,
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '7.300 queue visibility.extended upload 0 item 0 visible again at 17.300',
        '12.300 queue visibility.extended upload 0 item 0 visible again at 22.300',
        '22.300 queue message.reappeared upload 0 item 0 received 1 times',
        '22.300 queue message.received upload 0 item 0 for time 2 visible again at 32.300',
        '27.500 queue visibility.extended upload 0 item 0 visible again at 37.500',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('a busy worker that is taken away', () => {
  it.each([
    [
      'without protection is cut off at the drain limit, and its message is seen again',
      workers([1], { drainLimitSeconds: 1 }, [desire(0, 3)]),
      { only: [...ofMessages, 'job.failed', 'instance.gone'] },
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '4.000 workers job.failed upload 0 instance 0 job 0 because connection-reset',
        '4.000 workers instance.gone instance 0',
        '12.100 queue message.reappeared upload 0 item 0 received 1 times',
      ],
    ],
    [
      'goes at once, as in reality, without a lifecycle hook: its message is seen again after the visibility timeout',
      workers([1, 1], { drainLimitSeconds: 0, receiveBatch: 2 }, [desire(0, 3)]),
      { only: [...ofMessages, 'job.failed', 'instance.gone'] },
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '2.100 queue message.received upload 1 item 1 for time 1 visible again at 12.100',
        '3.000 workers job.failed upload 0 instance 0 job 0 because connection-reset',
        '3.000 workers instance.gone instance 0',
        '12.100 queue message.reappeared upload 0 item 0 received 1 times',
        '12.100 queue message.reappeared upload 1 item 1 received 1 times',
      ],
    ],
    [
      'is not taken away where work is protected',
      workers([1], { drainLimitSeconds: 1, protectAtWork: 'yes' }, [desire(0, 3)]),
      { only: [...ofMessages, 'job.failed', 'instance.gone'] },
      [
        '2.100 queue message.received upload 0 item 0 for time 1 visible again at 12.100',
        '4.300 queue message.deleted upload 0 item 0',
        '4.400 workers instance.gone instance 0',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
