/** The same poison sent down every way to a function, between two uploads that are well. */
import { describe, expect, it } from 'vitest';
import type { Call, EventSourceMapping, StepProgram } from '../../src/models/parameters.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

/** Uploads 0 and 2 are well; 1 is poison. They come to a front, which passes them on. */
function sent(call: Call, mapping?: EventSourceMapping) {
  const front = { slotsPerInstance: 50, steps: [{ step: 'upload' as const, work: [], after: [call] }] };
  const nodes = [
    people({ times: [1, 1.2] }),
    { ...people({ times: [1.1], poisonShare: 1 }), id: 'troll' },
    group('front', front),
    serverless('f', {
      steps: [{ step: 'process', work: [lasting(0.5)] }],
      mappings: mapping === undefined ? [] : [mapping],
      destinations: { deadLetter: 'dead' },
    }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 5, receiveWaitSeconds: 20, maxReceiveCount: 2 }),
    component('stream', 'stream', { shards: 1 }),
    component('dead', 'queue'),
  ];
  const links = [
    'people front',
    'troll front',
    'front f',
    'front queue',
    'front stream',
    'f queue',
    'f stream',
    'f dead',
  ];
  return aScenario(nodes, links, { durationSeconds: 30 });
}

const queue: EventSourceMapping = { from: 'queue', batchSize: 3, windowSeconds: 1, pollers: 1, maximumConcurrency: 2 };
const stream: EventSourceMapping = {
  from: 'stream',
  batchSize: 3,
  windowSeconds: 1,
  maximumRetries: 1,
  onFailure: 'dead',
};

const endings: Wanted = {
  only: [
    'job.failed',
    'batch.failed',
    'batch.bisected',
    'duplicate.done',
    'upload.watchable',
    'upload.refused',
    'upload.lost',
    'upload.dead-lettered',
  ],
};

describe('poison', () => {
  it.each<[string, ReturnType<typeof sent>, Wanted, string[]]>([
    [
      'in a synchronous call comes back to the caller at once',
      sent({ to: 'f', operation: 'upload' }),
      endings,
      [
        '1.891 f job.failed upload 1 instance 1 job 1 because poison-message',
        '1.900 front upload.watchable upload 0',
        '1.991 front job.failed upload 1 instance 0 job 1 because dependency-failed',
        '2.091 troll upload.refused upload 1 because dependency-failed',
        '2.116 front upload.watchable upload 2',
      ],
    ],
    [
      'in an event is tried three times, and then a dead letter',
      sent({ to: 'f', operation: 'deliver' }),
      endings,
      [
        '1.800 f upload.watchable upload 0',
        '1.891 f job.failed upload 1 instance 1 job 1 because poison-message',
        '2.016 f upload.watchable upload 2',
        '4.391 f job.failed upload 1 instance 2 job 2 because poison-message',
        '8.891 f job.failed upload 1 instance 2 job 2 because poison-message',
        '9.091 f upload.dead-lettered upload 1 because retries-exhausted',
      ],
    ],
    [
      'in a batch of a queue takes the whole batch back: what was done is done twice',
      sent({ to: 'queue', operation: 'send' }, queue),
      endings,
      [
        '2.100 f upload.watchable upload 0',
        '2.600 f job.failed upload 1 instance 0 job 0 because poison-message',
        '2.600 f batch.failed batch 0, 3 of it because poison-message',
        '7.800 f duplicate.done upload 0 instance 0 job 0',
        '8.091 f job.failed upload 1 instance 1 job 1 because poison-message',
        '8.091 f batch.failed upload 1 batch 2, 1 of it because poison-message',
        '8.300 f upload.watchable upload 2',
        '11.400 queue upload.dead-lettered upload 1 because too-many-receives',
      ],
    ],
    [
      'in a batch of a queue comes back alone if it is named',
      sent({ to: 'queue', operation: 'send' }, { ...queue, reportFailures: true }),
      endings,
      [
        '2.100 f upload.watchable upload 0',
        '2.600 f job.failed upload 1 instance 0 job 0 because poison-message',
        '3.100 f upload.watchable upload 2',
        '3.100 f batch.failed batch 0, 1 of it because poison-message',
        '8.000 f job.failed upload 1 instance 0 job 0 because poison-message',
        '8.000 f batch.failed upload 1 batch 1, 1 of it because poison-message',
        '11.400 queue upload.dead-lettered upload 1 because too-many-receives',
      ],
    ],
    [
      'in a shard blocks what is behind it, until it is given up with its whole batch',
      sent({ to: 'stream', operation: 'append' }, stream),
      endings,
      [
        '3.200 f upload.watchable upload 0',
        '3.700 f job.failed upload 1 instance 0 job 0 because poison-message',
        '3.700 f batch.failed batch 0, 3 of it because poison-message',
        '5.400 f duplicate.done upload 0 instance 0 job 0',
        '5.900 f job.failed upload 1 instance 0 job 0 because poison-message',
        '5.900 f batch.failed batch 1, 3 of it because poison-message',
        '6.100 f upload.dead-lettered upload 1 because retries-exhausted',
        '6.100 f upload.dead-lettered upload 2 because retries-exhausted',
      ],
    ],
    [
      'in a shard is given up alone if batches are split',
      sent({ to: 'stream', operation: 'append' }, { ...stream, bisect: true }),
      endings,
      [
        '3.200 f upload.watchable upload 0',
        '3.700 f job.failed upload 1 instance 0 job 0 because poison-message',
        '3.700 f batch.failed batch 0, 3 of it because poison-message',
        '3.700 f batch.bisected batch 0 of 3 because poison-message',
        '5.400 f duplicate.done upload 0 instance 0 job 0',
        '5.900 f job.failed upload 1 instance 0 job 0 because poison-message',
        '5.900 f batch.failed batch 1, 2 of it because poison-message',
        '5.900 f batch.bisected batch 1 of 2 because poison-message',
        '8.600 f duplicate.done upload 0 instance 0 job 0',
        '9.100 f job.failed upload 1 instance 0 job 0 because poison-message',
        '9.100 f batch.failed upload 1 batch 3, 1 of it because poison-message',
        '10.800 f job.failed upload 1 instance 0 job 0 because poison-message',
        '10.800 f batch.failed upload 1 batch 4, 1 of it because poison-message',
        '11.300 f upload.watchable upload 2',
        '11.400 f upload.dead-lettered upload 1 because retries-exhausted',
      ],
    ],
    [
      'in a shard is given up with what is behind it in its batch if only the place of the failure is named',
      sent({ to: 'stream', operation: 'append' }, { ...stream, reportFailures: true }),
      endings,
      [
        '3.200 f upload.watchable upload 0',
        '3.700 f job.failed upload 1 instance 0 job 0 because poison-message',
        '3.700 f batch.failed batch 0, 2 of it because poison-message',
        '5.400 f job.failed upload 1 instance 0 job 0 because poison-message',
        '5.400 f batch.failed batch 1, 2 of it because poison-message',
        '8.100 f job.failed upload 1 instance 0 job 0 because poison-message',
        '8.100 f batch.failed batch 2, 2 of it because poison-message',
        '8.300 f upload.dead-lettered upload 1 because retries-exhausted',
        '8.300 f upload.dead-lettered upload 2 because retries-exhausted',
      ],
    ],
    [
      'in a shard is given up alone, and nothing is done twice, if it is named and batches are split',
      sent({ to: 'stream', operation: 'append' }, { ...stream, reportFailures: true, bisect: true }),
      endings,
      [
        '3.200 f upload.watchable upload 0',
        '3.700 f job.failed upload 1 instance 0 job 0 because poison-message',
        '3.700 f batch.failed batch 0, 2 of it because poison-message',
        '5.400 f job.failed upload 1 instance 0 job 0 because poison-message',
        '5.400 f batch.failed batch 1, 2 of it because poison-message',
        '5.400 f batch.bisected batch 1 of 2 because poison-message',
        '8.100 f job.failed upload 1 instance 0 job 0 because poison-message',
        '8.100 f batch.failed upload 1 batch 2, 1 of it because poison-message',
        '12.800 f job.failed upload 1 instance 0 job 0 because poison-message',
        '12.800 f batch.failed upload 1 batch 3, 1 of it because poison-message',
        '13.300 f upload.watchable upload 2',
        '13.400 f upload.dead-lettered upload 1 because retries-exhausted',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('extra work', () => {
  const only: Wanted = { only: ['job.finished', 'job.failed'] };
  const doing = (step: StepProgram) =>
    aScenario([people({ times: [1], poisonShare: 1 }), serverless('f', { steps: [step] })], ['people f'], {
      durationSeconds: 10,
    });

  it('is done for poison all the same, unless it says that it fails on it', () => {
    const extra: StepProgram = { step: 'extra', work: [lasting(1)] };
    expect(factsOf(doing(extra), only)).toEqual([expect.stringContaining('f job.finished')]);
    expect(factsOf(doing({ ...extra, failsOnPoison: true }), only)).toEqual([
      expect.stringMatching(/f job\.failed .* because poison-message/),
    ]);
  });

  it('that fails on poison has by then done what stands before its work', () => {
    const nodes = [
      people({ times: [1], poisonShare: 1 }),
      serverless('f', {
        steps: [{ step: 'extra', before: [{ to: 't', operation: 'write' }], work: [lasting(1)], failsOnPoison: true }],
      }),
      component('t', 'table'),
    ];
    const scenario = aScenario(nodes, ['people f', 'f t'], { durationSeconds: 10 });
    const told = factsOf(scenario, { only: ['item.written', 'job.failed'] });
    expect(told.map((line) => line.split(' ')[2])).toEqual(['item.written', 'job.failed']);
  });
});
