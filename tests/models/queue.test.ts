import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, people } from '../support/small-scenario.ts';

type QueueParams = Parameters<typeof component<'queue'>>[2];
type GroupParams = Parameters<typeof group>[1];

/** People whose uploads a front sends on as messages in no time, a queue, and workers that process for two seconds. */
function scenarioWith(
  times: number[],
  queue: QueueParams,
  workers: GroupParams = {},
  interventions: Intervention[] = [],
) {
  const nodes = [
    people({ times }),
    group('front', { steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }] }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 10, ...queue }),
    group('workers', { queue: 'queue', minimum: 0, maximum: 3, ...workers }),
  ];
  return aScenario(nodes, ['people front', 'front queue', 'workers queue'], { durationSeconds: 30, interventions });
}

const turn = (target: string, parameter: string, value: number, atSeconds: number): Intervention => ({
  kind: 'set',
  target,
  parameter,
  value,
  atSeconds,
});

const crashWorkers = (atSeconds: number, untilSeconds: number): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target: 'workers',
  atSeconds,
  untilSeconds,
});

const atQueue: Wanted = { at: 'queue', without: ['message.sent'] };
const messages: Wanted = { at: 'queue', without: ['message.sent', 'queue.polled', 'parameter.set'] };

describe('queue', () => {
  it.each([
    [
      'hands a message to the poll that waits, and deletes it when told to; polls in vain end after the wait',
      scenarioWith([1, 1.5], {}),
      atQueue,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
        '1.200 queue queue.polled and gave a message',
        '1.700 queue message.queued upload 1 item 1 1 visible',
        '3.400 queue message.deleted upload 0 item 0',
        '3.600 queue message.received upload 1 item 1 for time 1 visible again at 13.600',
        '3.600 queue queue.polled and gave a message',
        '5.800 queue message.deleted upload 1 item 1',
        '26.000 queue queue.polled in vain',
      ],
    ],
    [
      'answers at once, with nothing, when nothing is there and polls do not wait',
      scenarioWith([1.5], { receiveWaitSeconds: 0 }, { pollIntervalSeconds: 5 }),
      atQueue,
      [
        '0.100 queue queue.polled in vain',
        '1.700 queue message.queued upload 0 item 0 1 visible',
        '5.100 queue message.received upload 0 item 0 for time 1 visible again at 15.100',
        '5.100 queue queue.polled and gave a message',
        '7.300 queue message.deleted upload 0 item 0',
        '7.500 queue queue.polled in vain',
        '12.500 queue queue.polled in vain',
        '17.500 queue queue.polled in vain',
        '22.500 queue queue.polled in vain',
        '27.500 queue queue.polled in vain',
      ],
    ],
    [
      'serves polls in the order in which they came, and messages too',
      scenarioWith([1, 2], {}, { desired: 2 }),
      { at: 'workers', only: ['job.began'] },
      ['1.300 workers job.began upload 0 instance 0 job 0', '2.300 workers job.began upload 1 instance 1 job 1'],
    ],
    [
      'shows a message again after the visibility timeout, to anybody, and deletes nothing for an old receipt',
      scenarioWith([1], { visibilityTimeoutSeconds: 1.5, maxReceiveCount: 10 }, { desired: 2 }, [
        turn('queue', 'visibilityTimeoutSeconds', 20, 4),
      ]),
      messages,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 2.700',
        '2.700 queue message.reappeared upload 0 item 0 received 1 times',
        '2.700 queue message.received upload 0 item 0 for time 2 visible again at 4.200',
        // At 3.4 the first worker deletes with its receipt, and at 4.9 the second: both are too late.
        '4.200 queue message.reappeared upload 0 item 0 received 2 times',
        '4.200 queue message.received upload 0 item 0 for time 3 visible again at 24.200',
        '6.400 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'counts one time out of sight from each hand-out: the end of an earlier one does not cut a later one short',
      scenarioWith([1], { visibilityTimeoutSeconds: 20 }, { desired: 2 }, [
        turn('queue', 'visibilityTimeoutSeconds', 1, 0),
        turn('queue', 'visibilityTimeoutSeconds', 3, 2),
      ]),
      messages,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 2.200',
        '2.200 queue message.reappeared upload 0 item 0 received 1 times',
        '2.200 queue message.received upload 0 item 0 for time 2 visible again at 5.200',
        '4.400 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'puts a message that reappears at the end of the line',
      scenarioWith([1, 1.5, 2], { visibilityTimeoutSeconds: 4 }, {}, [crashWorkers(2.2, 6)]),
      messages,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 5.200',
        '1.700 queue message.queued upload 1 item 1 1 visible',
        '2.200 queue message.queued upload 2 item 2 2 visible',
        '5.200 queue message.reappeared upload 0 item 0 received 1 times',
        '11.100 queue message.received upload 1 item 1 for time 1 visible again at 15.100',
        '13.300 queue message.deleted upload 1 item 1',
        '13.500 queue message.received upload 2 item 2 for time 1 visible again at 17.500',
        '15.700 queue message.deleted upload 2 item 2',
        '15.900 queue message.received upload 0 item 0 for time 2 visible again at 19.900',
        '18.100 queue message.deleted upload 0 item 0',
      ],
    ],
    [
      'puts a message that was received as often as allowed to the dead letters when it is asked for once more',
      scenarioWith([1, 1.5], { visibilityTimeoutSeconds: 3, maxReceiveCount: 1 }, {}, [crashWorkers(2, 6)]),
      messages,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 4.200',
        '1.700 queue message.queued upload 1 item 1 1 visible',
        '4.200 queue message.reappeared upload 0 item 0 received 1 times',
        '11.100 queue message.received upload 1 item 1 for time 1 visible again at 14.100',
        '13.300 queue message.deleted upload 1 item 1',
        '13.500 queue message.dead-lettered upload 0 item 0 received 1 times',
        '13.500 queue upload.dead-lettered upload 0 because too-many-receives',
      ],
    ],
    [
      'lets a poll wait on when all there was went to the dead letters',
      scenarioWith([1, 20], { visibilityTimeoutSeconds: 1, maxReceiveCount: 1 }),
      atQueue,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 2.200',
        '1.200 queue queue.polled and gave a message',
        '2.200 queue message.reappeared upload 0 item 0 received 1 times',
        // At 3.4 the worker deletes with an old receipt, and at 3.6 its next poll arrives.
        '3.600 queue message.dead-lettered upload 0 item 0 received 1 times',
        '20.200 queue message.queued upload 1 item 1 1 visible',
        '20.200 queue message.received upload 1 item 1 for time 1 visible again at 21.200',
        '20.200 queue queue.polled and gave a message',
        '21.200 queue message.reappeared upload 1 item 1 received 1 times',
        '22.600 queue message.dead-lettered upload 1 item 1 received 1 times',
      ],
    ],
    [
      'lets a poll that waits wait on when what reappears goes to the dead letters: the next message is for it',
      scenarioWith([1, 10], { visibilityTimeoutSeconds: 1.5, maxReceiveCount: 1 }, { desired: 2 }),
      { only: ['job.began', 'message.dead-lettered'] },
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.300 workers job.began upload 0 instance 0 job 0',
        '2.700 queue message.dead-lettered upload 0 item 0 received 1 times',
        '10.100 front job.began upload 1 instance 0 job 0',
        // The second worker has waited since the beginning, the first since 3.6.
        '10.300 workers job.began upload 1 instance 1 job 0',
        '11.700 queue message.dead-lettered upload 1 item 1 received 1 times',
      ],
    ],
    [
      'gives no message to a poll that was hung up on its way',
      scenarioWith([1], {}, { desired: 0, pendingSeconds: 0, bootSeconds: 1 }, [
        turn('workers', 'desired', 1, 2),
        turn('workers', 'desired', 0, 3.05),
        turn('workers', 'desired', 1, 4),
      ]),
      atQueue,
      [
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '3.100 queue queue.polled in vain',
        '3.100 queue message.taken because none',
        '5.100 queue message.received upload 0 item 0 for time 1 visible again at 15.100',
        '5.100 queue queue.polled and gave a message',
        '7.300 queue message.deleted upload 0 item 0',
        '27.500 queue queue.polled in vain',
      ],
    ],
    [
      'ends a poll at once that was hung up on its way',
      scenarioWith([1, 12], { receiveWaitSeconds: 20 }, { desired: 2 }, [
        turn('workers', 'desired', 0, 0.05),
        turn('workers', 'desired', 1, 2),
        turn('workers', 'desired', 0, 18),
      ]),
      atQueue,
      [
        '0.100 queue queue.polled in vain',
        '0.100 queue message.taken because none',
        '0.100 queue queue.polled in vain',
        '0.100 queue message.taken because none',
        '1.200 queue message.queued upload 0 item 0 1 visible',
        '12.100 queue message.received upload 0 item 0 for time 1 visible again at 22.100',
        '12.100 queue queue.polled and gave a message',
        '12.200 queue message.queued upload 1 item 1 1 visible',
        '14.300 queue message.deleted upload 0 item 0',
        '14.500 queue message.received upload 1 item 1 for time 1 visible again at 24.500',
        '14.500 queue queue.polled and gave a message',
        '16.700 queue message.deleted upload 1 item 1',
      ],
    ],
    [
      'passes over polls that were hung up while they waited',
      scenarioWith([5], {}, { desired: 3 }, [turn('workers', 'desired', 1, 2)]),
      atQueue,
      [
        '5.200 queue message.queued upload 0 item 0 1 visible',
        '5.200 queue queue.polled in vain',
        '5.200 queue message.taken because none',
        '5.200 queue queue.polled in vain',
        '5.200 queue message.taken because none',
        '5.200 queue message.received upload 0 item 0 for time 1 visible again at 15.200',
        '5.200 queue queue.polled and gave a message',
        '7.400 queue message.deleted upload 0 item 0',
        '27.600 queue queue.polled in vain',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
