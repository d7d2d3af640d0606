/** Functions that are fed from queues and streams: event source mappings, one row a documented rule. */
import { describe, expect, it } from 'vitest';
import type { Call, EventSourceMapping } from '../../src/models/parameters.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

interface Rest {
  durationSeconds?: number;
  interventions?: Intervention[];
}

/** A front that sends each upload to a queue, from which a function is fed. */
function fromQueue(
  times: number[],
  mapping: Partial<EventSourceMapping> = {},
  params: FunctionParams = {},
  queue: Parameters<typeof component<'queue'>>[2] = {},
  rest: Rest = {},
) {
  const mappings = [{ from: 'queue', ...mapping }];
  return fed(
    times,
    { to: 'queue', operation: 'send' },
    [
      component('queue', 'queue', { visibilityTimeoutSeconds: 10, receiveWaitSeconds: 20, ...queue }),
      serverless('f', { mappings, ...params }),
    ],
    ['front queue', 'f queue'],
    rest,
  );
}

/** A front that appends each upload to a stream of one shard, from which a function is fed. */
function fromStream(
  times: number[],
  mapping: Partial<EventSourceMapping> = {},
  params: FunctionParams = {},
  stream: Parameters<typeof component<'stream'>>[2] = {},
  rest: Rest = {},
) {
  const mappings = [{ from: 'stream', ...mapping }];
  return fed(
    times,
    { to: 'stream', operation: 'append' },
    [
      component('stream', 'stream', { shards: 1, ...stream }),
      serverless('f', { mappings, ...params }),
      component('dead', 'queue'),
    ],
    ['front stream', 'f stream', 'f dead'],
    rest,
  );
}

function fed(times: number[], call: Call, nodes: ReturnType<typeof component>[], links: string[], rest: Rest) {
  const front = group('front', { slotsPerInstance: 50, steps: [{ step: 'upload', work: [], after: [call] }] });
  return aScenario([people({ times }), front, ...nodes], ['people front', ...links], rest);
}

const fails = (atSeconds: number, value = 1): Intervention => ({
  kind: 'set',
  target: 'f',
  parameter: 'errorShare',
  value,
  atSeconds,
});

const batches: Wanted = {
  at: 'f',
  only: ['batch.began', 'batch.finished', 'batch.failed', 'batch.bisected', 'job.began', 'invocation.throttled'],
};

describe('a mapping of a queue', () => {
  it.each<[string, ReturnType<typeof fromQueue>, Wanted, string[]]>([
    [
      'has five batches at once at first',
      fromQueue([1, 1, 1, 1, 1, 1], { batchSize: 1 }, {}, {}, { durationSeconds: 2 }),
      { only: ['batch.began'] },
      [
        '1.300 f batch.began upload 0 batch 0 of 1',
        '1.300 f batch.began upload 1 batch 1 of 1',
        '1.300 f batch.began upload 2 batch 2 of 1',
        '1.300 f batch.began upload 3 batch 3 of 1',
        '1.300 f batch.began upload 4 batch 4 of 1',
      ],
    ],
    [
      'deletes a batch when its run went well; its messages are worked on one after another in one run',
      fromQueue([1, 1], { pollers: 1, windowSeconds: 1 }),
      { only: ['batch.began', 'job.began', 'invocation.finished', 'message.deleted', 'batch.finished'] },
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.100 front job.began upload 1 instance 0 job 1',
        '2.300 f batch.began batch 0 of 2',
        '2.400 f job.began upload 0 instance 0 job 0 cold',
        '4.400 f job.began upload 1 instance 0 job 0',
        '6.400 f invocation.finished instance 0 billed 4.100 of which 0.100 to start',
        '6.400 f batch.finished batch 0 of 2',
        '6.500 queue message.deleted upload 0 item 0',
        '6.500 queue message.deleted upload 1 item 1',
      ],
    ],
    [
      'closes a batch when it is full, before its window is over',
      fromQueue([1, 1, 1], { pollers: 1, windowSeconds: 5, batchSize: 2 }),
      { only: ['batch.began'] },
      ['1.500 f batch.began batch 0 of 2', '7.700 f batch.began upload 2 batch 1 of 1'],
    ],
    [
      'closes a batch that is not full when its window is over',
      fromQueue([1, 4], { pollers: 1, windowSeconds: 5, batchSize: 10 }),
      { only: ['message.received', 'batch.began'] },
      [
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
        '4.200 queue message.received upload 1 item 1 for time 1 visible again at 14.200',
        '6.300 f batch.began batch 0 of 2',
      ],
    ],
    [
      'takes into its batch what is on its way when the window ends',
      fromQueue([1, 6.05], { pollers: 1, windowSeconds: 5, batchSize: 10 }),
      { only: ['message.received', 'batch.began', 'message.deleted'] },
      [
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
        '6.250 queue message.received upload 1 item 1 for time 1 visible again at 16.250',
        '6.350 f batch.began batch 0 of 2',
        '10.550 queue message.deleted upload 0 item 0',
        '10.550 queue message.deleted upload 1 item 1',
      ],
    ],
    [
      'leaves a whole batch to be seen again after an error in one of its messages',
      fromQueue(
        [1, 1, 1],
        { pollers: 1, windowSeconds: 1 },
        {},
        {},
        {
          interventions: [fails(5), fails(7.5, 0)],
          durationSeconds: 14,
        },
      ),
      { only: ['batch.began', 'job.began', 'batch.failed', 'message.deleted', 'message.reappeared'] },
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.100 front job.began upload 1 instance 0 job 1',
        '1.100 front job.began upload 2 instance 0 job 2',
        '2.300 f batch.began batch 0 of 3',
        '2.400 f job.began upload 0 instance 0 job 0 cold',
        '4.400 f job.began upload 1 instance 0 job 0',
        '6.400 f batch.failed batch 0, 3 of it because work-failed',
        '11.200 queue message.reappeared upload 0 item 0 received 1 times',
        '11.400 queue message.reappeared upload 1 item 1 received 1 times',
        '11.400 queue message.reappeared upload 2 item 2 received 1 times',
        '12.300 f batch.began upload 0 batch 1 of 1',
        '12.300 f job.began upload 0 instance 0 job 0',
        '12.500 f batch.began upload 1 batch 2 of 1',
        '12.500 f batch.began upload 2 batch 3 of 1',
        '12.591 f job.began upload 1 instance 1 job 1 cold',
        '12.616 f job.began upload 2 instance 2 job 2 cold',
      ],
    ],
    [
      'deletes what went well if the function names what failed',
      fromQueue(
        [1, 1, 1],
        { pollers: 1, windowSeconds: 1, reportFailures: true },
        {},
        {},
        {
          interventions: [fails(5), fails(7.5, 0)],
          durationSeconds: 14,
        },
      ),
      {
        only: [
          'batch.began',
          'job.began',
          'batch.failed',
          'message.deleted',
          'message.reappeared',
          'invocation.finished',
        ],
      },
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.100 front job.began upload 1 instance 0 job 1',
        '1.100 front job.began upload 2 instance 0 job 2',
        '2.300 f batch.began batch 0 of 3',
        '2.400 f job.began upload 0 instance 0 job 0 cold',
        '4.400 f job.began upload 1 instance 0 job 0',
        '6.400 f job.began upload 2 instance 0 job 0',
        '8.400 f invocation.finished instance 0 billed 6.100 of which 0.100 to start',
        '8.400 f batch.failed batch 0, 1 of it because work-failed',
        '8.500 queue message.deleted upload 0 item 0',
        '8.500 queue message.deleted upload 2 item 2',
        '11.400 queue message.reappeared upload 1 item 1 received 1 times',
        '12.500 f batch.began upload 1 batch 1 of 1',
        '12.500 f job.began upload 1 instance 0 job 0',
      ],
    ],
    [
      'of a FIFO queue stops at the first failure that the function names: what was not begun comes again after it',
      fromQueue(
        [1, 1, 1, 1],
        { pollers: 1, batchSize: 10, reportFailures: true },
        {},
        { type: 'fifo', messageGroups: 1 },
        { interventions: [fails(6), fails(9, 0)], durationSeconds: 18 },
      ),
      { only: ['batch.began', 'batch.failed', 'job.failed', 'message.deleted', 'message.reappeared'] },
      [
        '1.300 f batch.began upload 0 batch 0 of 1',
        '3.500 queue message.deleted upload 0 item 0',
        '3.600 f batch.began batch 1 of 3',
        '7.600 f job.failed upload 2 instance 0 job 0 because work-failed',
        '7.600 f batch.failed batch 1, 2 of it because work-failed',
        '7.700 queue message.deleted upload 1 item 1',
        '13.500 queue message.reappeared upload 2 item 2 received 1 times',
        '13.500 queue message.reappeared upload 3 item 3 received 1 times',
        '13.600 f batch.began batch 2 of 2',
        '17.700 queue message.deleted upload 2 item 2',
        '17.700 queue message.deleted upload 3 item 3',
      ],
    ],
    [
      'that is throttled leaves its messages to be seen again, and their count of receives rises',
      fromQueue([1, 1], { pollers: 2, batchSize: 1 }, { reservedConcurrency: 1 }, {}, { durationSeconds: 14 }),
      { only: ['batch.began', 'batch.failed', 'invocation.throttled', 'message.received', 'message.reappeared'] },
      [
        '1.200 queue message.received upload 0 item 0 for time 1 visible again at 11.200',
        '1.200 queue message.received upload 1 item 1 for time 1 visible again at 11.200',
        '1.300 f batch.began upload 0 batch 0 of 1',
        '1.300 f batch.began upload 1 batch 1 of 1',
        '1.300 f invocation.throttled with 1 at work because concurrency-limit',
        '1.300 f batch.failed upload 1 batch 1, 1 of it because concurrency-limit',
        '11.200 queue message.reappeared upload 1 item 1 received 1 times',
        '11.200 queue message.received upload 1 item 1 for time 2 visible again at 21.200',
        '11.300 f batch.began upload 1 batch 2 of 1',
      ],
    ],
    [
      'never has more batches at once than its maximum concurrency',
      fromQueue([1, 1, 1, 1], { maximumConcurrency: 2, batchSize: 1 }, {}, {}, { durationSeconds: 5 }),
      { only: ['batch.began', 'invocation.throttled'] },
      [
        '1.300 f batch.began upload 0 batch 0 of 1',
        '1.300 f batch.began upload 1 batch 1 of 1',
        '3.591 f batch.began upload 2 batch 2 of 1',
        '3.600 f batch.began upload 3 batch 3 of 1',
      ],
    ],
    [
      'has five more batches at once every second while all are at work: 300 a minute',
      fromQueue(
        Array.from({ length: 20 }, () => 1),
        { batchSize: 1 },
        { steps: [{ step: 'process', work: [lasting(10)] }] },
        {},
        { durationSeconds: 5 },
      ),
      { only: ['batch.began'] },
      [
        '1.300 f batch.began upload 0 batch 0 of 1',
        '1.300 f batch.began upload 1 batch 1 of 1',
        '1.300 f batch.began upload 2 batch 2 of 1',
        '1.300 f batch.began upload 3 batch 3 of 1',
        '1.300 f batch.began upload 4 batch 4 of 1',
        '2.500 f batch.began upload 5 batch 5 of 1',
        '2.500 f batch.began upload 6 batch 6 of 1',
        '2.500 f batch.began upload 7 batch 7 of 1',
        '2.500 f batch.began upload 8 batch 8 of 1',
        '2.500 f batch.began upload 9 batch 9 of 1',
        '3.700 f batch.began upload 10 batch 10 of 1',
        '3.700 f batch.began upload 11 batch 11 of 1',
        '3.700 f batch.began upload 12 batch 12 of 1',
        '3.700 f batch.began upload 13 batch 13 of 1',
        '3.700 f batch.began upload 14 batch 14 of 1',
        '4.900 f batch.began upload 15 batch 15 of 1',
        '4.900 f batch.began upload 16 batch 16 of 1',
        '4.900 f batch.began upload 17 batch 17 of 1',
        '4.900 f batch.began upload 18 batch 18 of 1',
        '4.900 f batch.began upload 19 batch 19 of 1',
      ],
    ],
    [
      'fetches nothing without a role that allows it: the role does the reading',
      fromQueue([1], {}, { mayCall: [] }),
      { only: ['queue.polled', 'batch.began'] },
      [],
    ],
    [
      'begins to fetch within a second when the role comes to allow it, though it did not at the start',
      fromQueue(
        [1],
        { pollers: 1 },
        { mayCall: [] },
        {},
        { interventions: [{ kind: 'set', target: 'f', parameter: 'mayCall', value: ['queue'], atSeconds: 5.5 }] },
      ),
      { only: ['batch.began'] },
      ['6.200 f batch.began upload 0 batch 0 of 1'],
    ],
    [
      'needs no resource policy',
      fromQueue([1], {}, { invokedBy: [] }),
      { only: ['batch.began', 'batch.finished'] },
      ['1.300 f batch.began upload 0 batch 0 of 1', '3.400 f batch.finished upload 0 batch 0 of 1'],
    ],
    [
      'of a FIFO queue works on one batch of a group at a time',
      fromQueue([1, 1.5, 2], { batchSize: 1 }, {}, { type: 'fifo' }),
      { only: ['batch.began', 'message.deleted'] },
      [
        '1.300 f batch.began upload 0 batch 0 of 1',
        '3.500 queue message.deleted upload 0 item 0',
        '3.600 f batch.began upload 1 batch 1 of 1',
        '5.700 queue message.deleted upload 1 item 1',
        '5.800 f batch.began upload 2 batch 2 of 1',
        '7.900 queue message.deleted upload 2 item 2',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });

  it('goes back to five batches at once when nothing comes any more', () => {
    const times = Array.from({ length: 12 }, () => 1);
    const scenario = fromQueue(times, { batchSize: 1 }, {}, {}, { durationSeconds: 70 });
    const polls = factsOf(scenario, { only: ['queue.polled'] }).map((line) => Number(line.split(' ')[0]));
    // Ten messages were taken before any was done. Later each poller is told after 20 s that there is nothing, and is back after 0.2 s.
    const inOneRound = (from: number): number => polls.filter((at) => at > from && at <= from + 20.2).length;
    expect(polls.filter((at) => at < 3)).toHaveLength(10);
    expect([25.9, 46.1].map(inOneRound)).toEqual([5, 5]);
  });

  it('waits for messages for 20 s where there are none, whatever the queue is set to', () => {
    const scenario = fromQueue([], { pollers: 1 }, {}, { receiveWaitSeconds: 0 }, { durationSeconds: 50 });
    expect(factsOf(scenario, { only: ['queue.polled'] })).toEqual([
      '20.100 queue queue.polled in vain',
      '40.300 queue queue.polled in vain',
    ]);
  });
});

describe('a mapping of a stream', () => {
  it.each<[string, ReturnType<typeof fromQueue>, Wanted, string[]]>([
    [
      'asks a shard at rest once a second',
      fromStream([], {}, {}, {}, { durationSeconds: 3 }),
      { only: ['message.sent'], at: 'f' },
      [
        '0.000 f message.sent fetch to stream arrives 0.100',
        '1.200 f message.sent fetch to stream arrives 1.300',
        '2.400 f message.sent fetch to stream arrives 2.500',
      ],
    ],
    [
      'works on the records of a shard in order, one batch after another',
      fromStream([1, 1, 1, 4], { batchSize: 2 }),
      batches,
      [
        '1.400 f batch.began batch 0 of 2',
        '1.500 f job.began upload 0 instance 0 job 0 cold',
        '3.500 f job.began upload 1 instance 0 job 0',
        '5.500 f batch.finished batch 0 of 2',
        '5.700 f batch.began batch 1 of 2',
        '5.700 f job.began upload 2 instance 0 job 0',
        '7.700 f job.began upload 3 instance 0 job 0',
        '9.700 f batch.finished batch 1 of 2',
      ],
    ],
    [
      'waits for a batch to fill for as long as its window is open',
      fromStream([1, 2, 9], { batchSize: 2, windowSeconds: 4 }),
      { only: ['record.appended', 'batch.began'] },
      [
        '1.200 stream record.appended record 0 shard 0 upload 0 1 kept',
        '2.200 stream record.appended record 1 shard 0 upload 1 2 kept',
        '2.600 f batch.began batch 0 of 2',
        '9.200 stream record.appended record 2 shard 0 upload 2 1 kept',
        '14.700 f batch.began upload 2 batch 1 of 1',
      ],
    ],
    [
      'does a batch that failed again before anything behind it',
      fromStream([1, 6], { batchSize: 1 }, {}, {}, { interventions: [fails(2), fails(11, 0)] }),
      batches,
      [
        '1.400 f batch.began upload 0 batch 0 of 1',
        '1.500 f job.began upload 0 instance 0 job 0 cold',
        '3.500 f batch.failed upload 0 batch 0, 1 of it because work-failed',
        '4.700 f batch.began upload 0 batch 1 of 1',
        '4.700 f job.began upload 0 instance 0 job 0',
        '6.700 f batch.failed upload 0 batch 1, 1 of it because work-failed',
        '8.900 f batch.began upload 0 batch 2 of 1',
        '8.900 f job.began upload 0 instance 0 job 0',
        '10.900 f batch.failed upload 0 batch 2, 1 of it because work-failed',
        '15.100 f batch.began upload 0 batch 3 of 1',
        '15.100 f job.began upload 0 instance 0 job 0',
        '17.100 f batch.finished upload 0 batch 3 of 1',
        '17.300 f batch.began upload 1 batch 4 of 1',
        '17.300 f job.began upload 1 instance 0 job 0',
        '19.300 f batch.finished upload 1 batch 4 of 1',
      ],
    ],
    [
      'gives up a batch after its retries, and goes on',
      fromStream([1, 6], { batchSize: 1, maximumRetries: 1 }, { errorShare: 1 }, {}, { durationSeconds: 20 }),
      { at: 'f', only: ['batch.began', 'batch.failed', 'invocation.dropped', 'upload.lost'] },
      [
        '1.400 f batch.began upload 0 batch 0 of 1',
        '3.500 f batch.failed upload 0 batch 0, 1 of it because work-failed',
        '4.700 f batch.began upload 0 batch 1 of 1',
        '6.700 f batch.failed upload 0 batch 1, 1 of it because work-failed',
        '6.700 f invocation.dropped upload 0 after 2 failures aged 5.500 because retries-exhausted',
        '6.800 f upload.lost upload 0 because retries-exhausted',
        '6.900 f batch.began upload 1 batch 2 of 1',
        '8.900 f batch.failed upload 1 batch 2, 1 of it because work-failed',
        '10.100 f batch.began upload 1 batch 3 of 1',
        '12.100 f batch.failed upload 1 batch 3, 1 of it because work-failed',
        '12.100 f invocation.dropped upload 1 after 2 failures aged 5.900 because retries-exhausted',
        '12.200 f upload.lost upload 1 because retries-exhausted',
      ],
    ],
    [
      'tells its destination of records that it gave up',
      fromStream([1], { maximumRetries: 0, onFailure: 'dead' }, { errorShare: 1 }),
      { only: ['invocation.dropped', 'message.queued', 'upload.lost', 'upload.dead-lettered'] },
      [
        '3.500 f invocation.dropped upload 0 after 1 failures aged 2.300 because retries-exhausted',
        '3.600 dead message.queued upload 0 item 0 as a dead letter 1 visible',
        '3.700 f upload.dead-lettered upload 0 because retries-exhausted',
      ],
    ],
    [
      'gives up records that are too old',
      fromStream([1, 6], { batchSize: 1, maximumAgeSeconds: 8 }, { errorShare: 1 }, {}, { durationSeconds: 20 }),
      { at: 'f', only: ['batch.began', 'batch.failed', 'invocation.dropped', 'upload.lost'] },
      [
        '1.400 f batch.began upload 0 batch 0 of 1',
        '3.500 f batch.failed upload 0 batch 0, 1 of it because work-failed',
        '4.700 f batch.began upload 0 batch 1 of 1',
        '6.700 f batch.failed upload 0 batch 1, 1 of it because work-failed',
        '8.900 f batch.began upload 0 batch 2 of 1',
        '10.900 f batch.failed upload 0 batch 2, 1 of it because work-failed',
        '15.100 f invocation.dropped upload 0 after 3 failures aged 13.900 because too-old',
        '15.200 f upload.lost upload 0 because too-old',
        '15.300 f invocation.dropped upload 1 after 0 failures aged 9.100 because too-old',
        '15.400 f upload.lost upload 1 because too-old',
      ],
    ],
    [
      'is blocked by a bad record until that expires',
      fromStream(
        [1, 6],
        { batchSize: 1 },
        {},
        { retentionSeconds: 10 },
        { interventions: [fails(2), fails(14, 0)], durationSeconds: 30 },
      ),
      {
        only: ['batch.began', 'batch.failed', 'invocation.dropped', 'record.expired', 'batch.finished', 'upload.lost'],
      },
      [
        '1.400 f batch.began upload 0 batch 0 of 1',
        '3.500 f batch.failed upload 0 batch 0, 1 of it because work-failed',
        '4.700 f batch.began upload 0 batch 1 of 1',
        '6.700 f batch.failed upload 0 batch 1, 1 of it because work-failed',
        '8.900 f batch.began upload 0 batch 2 of 1',
        '10.900 f batch.failed upload 0 batch 2, 1 of it because work-failed',
        '11.200 stream record.expired record 0 shard 0 upload 0 1 kept',
        '15.100 f invocation.dropped upload 0 after 3 failures aged 13.900 because retention-ended',
        '15.100 f upload.lost upload 0 because retention-ended',
        '15.300 f batch.began upload 1 batch 3 of 1',
        '16.200 stream record.expired record 1 shard 0 upload 1 0 kept',
        '17.300 f batch.finished upload 1 batch 3 of 1',
      ],
    ],
    [
      'splits a batch that failed in two, and then again; that is no retry',
      fromStream([1, 1, 1, 1], { batchSize: 4, windowSeconds: 1, bisect: true, maximumRetries: 0 }, { errorShare: 1 }),
      { at: 'f', only: ['batch.began', 'batch.bisected', 'invocation.dropped'] },
      [
        '1.400 f batch.began batch 0 of 4',
        '3.500 f batch.bisected batch 0 of 4 because work-failed',
        '4.700 f batch.began batch 1 of 2',
        '6.700 f batch.bisected batch 1 of 2 because work-failed',
        '8.900 f batch.began upload 0 batch 2 of 1',
        '10.900 f invocation.dropped upload 0 after 1 failures aged 9.700 because retries-exhausted',
        '10.900 f batch.began upload 1 batch 3 of 1',
        '12.900 f invocation.dropped upload 1 after 1 failures aged 11.700 because retries-exhausted',
        '12.900 f batch.began batch 4 of 2',
        '14.900 f batch.bisected batch 4 of 2 because work-failed',
        '16.100 f batch.began upload 2 batch 5 of 1',
        '18.100 f invocation.dropped upload 2 after 1 failures aged 16.900 because retries-exhausted',
        '18.100 f batch.began upload 3 batch 6 of 1',
        '20.100 f invocation.dropped upload 3 after 1 failures aged 18.900 because retries-exhausted',
      ],
    ],
    [
      'does again only from the first failure on, if the function names it',
      fromStream(
        [1, 1, 1],
        { windowSeconds: 1, reportFailures: true },
        {},
        {},
        { interventions: [fails(5), fails(7, 0)] },
      ),
      { at: 'f', only: ['batch.began', 'batch.failed', 'job.began', 'batch.finished'] },
      [
        '2.600 f batch.began batch 0 of 3',
        '2.700 f job.began upload 0 instance 0 job 0 cold',
        '4.700 f job.began upload 1 instance 0 job 0',
        '6.700 f batch.failed batch 0, 2 of it because work-failed',
        '7.900 f batch.began batch 1 of 2',
        '7.900 f job.began upload 1 instance 0 job 0',
        '9.900 f job.began upload 2 instance 0 job 0',
        '11.900 f batch.finished batch 1 of 2',
      ],
    ],
    [
      'counts retries anew once something of the batch went well',
      fromStream(
        [1, 1],
        { windowSeconds: 1, reportFailures: true, maximumRetries: 1 },
        {},
        {},
        {
          interventions: [fails(4), fails(7, 0), fails(9), fails(16, 0)],
          durationSeconds: 20,
        },
      ),
      { at: 'f', only: ['batch.began', 'batch.failed', 'job.failed', 'batch.finished', 'invocation.dropped'] },
      [
        '2.600 f batch.began batch 0 of 2',
        '4.700 f job.failed upload 0 instance 0 job 0 because work-failed',
        '4.700 f batch.failed batch 0, 2 of it because work-failed',
        '5.900 f batch.began batch 1 of 2',
        '9.900 f job.failed upload 1 instance 0 job 0 because work-failed',
        '9.900 f batch.failed batch 1, 1 of it because work-failed',
        '11.100 f batch.began upload 1 batch 2 of 1',
        '13.100 f job.failed upload 1 instance 0 job 0 because work-failed',
        '13.100 f batch.failed upload 1 batch 2, 1 of it because work-failed',
        '15.300 f batch.began upload 1 batch 3 of 1',
        '17.300 f batch.finished upload 1 batch 3 of 1',
      ],
    ],
    [
      'waits when it is throttled, and keeps the order',
      fromStream(
        [1, 1],
        { batchSize: 1 },
        { reservedConcurrency: 0 },
        {},
        {
          interventions: [{ kind: 'set', target: 'f', parameter: 'reservedConcurrency', value: 1, atSeconds: 5 }],
        },
      ),
      batches,
      [
        '1.400 f batch.began upload 0 batch 0 of 1',
        '1.400 f invocation.throttled with 0 at work because concurrency-limit',
        '1.400 f batch.failed upload 0 batch 0, 1 of it because concurrency-limit',
        '2.600 f batch.began upload 0 batch 1 of 1',
        '2.600 f invocation.throttled with 0 at work because concurrency-limit',
        '2.600 f batch.failed upload 0 batch 1, 1 of it because concurrency-limit',
        '4.800 f batch.began upload 0 batch 2 of 1',
        '4.800 f invocation.throttled with 0 at work because concurrency-limit',
        '4.800 f batch.failed upload 0 batch 2, 1 of it because concurrency-limit',
        '9.000 f batch.began upload 0 batch 3 of 1',
        '9.100 f job.began upload 0 instance 0 job 0 cold',
        '11.100 f batch.finished upload 0 batch 3 of 1',
        '11.300 f batch.began upload 1 batch 4 of 1',
        '11.300 f job.began upload 1 instance 0 job 0',
        '13.300 f batch.finished upload 1 batch 4 of 1',
      ],
    ],
    [
      'has several batches of a shard at once if asked to, each key always in the same',
      fromStream([1, 1, 1, 1], { batchSize: 4, windowSeconds: 1, parallelisation: 2 }, {}, { keys: 3 }),
      batches,
      [
        '2.600 f batch.began batch 0 of 3',
        '2.600 f batch.began upload 1 batch 1 of 1',
        '2.691 f job.began upload 1 instance 1 job 0 cold',
        '2.700 f job.began upload 0 instance 0 job 1 cold',
        '4.691 f batch.finished upload 1 batch 1 of 1',
        '4.700 f job.began upload 2 instance 0 job 1',
        '6.700 f job.began upload 3 instance 0 job 1',
        '8.700 f batch.finished batch 0 of 3',
      ],
    ],
    [
      'fetches nothing without a role that allows it',
      fromStream([1], {}, { mayCall: [] }),
      { only: ['records.fetched', 'batch.began'] },
      [],
    ],
    [
      'begins to fetch within a second when the role comes to allow it, though it did not at the start',
      fromStream(
        [1],
        {},
        { mayCall: [] },
        {},
        { interventions: [{ kind: 'set', target: 'f', parameter: 'mayCall', value: ['stream'], atSeconds: 5.5 }] },
      ),
      { only: ['batch.began'] },
      ['6.200 f batch.began upload 0 batch 0 of 1'],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
