/** Functions that are handed events: asynchronous invocation, one row a documented rule. */
import { describe, expect, it } from 'vitest';
import type { StepProgram } from '../../src/models/parameters.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

/** A front that hands each upload over to a function as an event, once it has taken it in, which takes no time. */
function handedOver(
  times: number[],
  params: FunctionParams = {},
  rest: { interventions?: Intervention[]; durationSeconds?: number } = {},
) {
  const steps: StepProgram[] = [
    { step: 'upload', work: [], after: [{ to: 'f', operation: 'deliver', event: 'upload-complete' }] },
  ];
  const nodes = [
    people({ times }),
    group('front', { steps, slotsPerInstance: 20 }),
    serverless('f', params),
    component('dead', 'queue'),
    component('done', 'queue'),
    component('news', 'topic'),
    component('bucket', 'bucket', { latency: { kind: 'constant', value: 0 } }),
  ];
  return aScenario(nodes, ['people front', 'front f', 'f dead', 'f done', 'f news', 'f bucket'], rest);
}

const aMinuteAfterAnother: FunctionParams = { maximumRetries: 2, retryWaitSeconds: 60, maximumEventAgeSeconds: 21_600 };
const oneAtATime: FunctionParams = { reservedConcurrency: 1 };

const atF: Wanted = { at: 'f', only: ['invocation.queued', 'job.began', 'invocation.finished', 'invocation.retried'] };
const duplicates: Wanted = { at: 'f', only: ['job.began', 'duplicate.done', 'duplicate.recognised', 'step.began'] };
const endings: Wanted = {
  only: [
    'invocation.retried',
    'invocation.dropped',
    'invocation.throttled',
    'message.queued',
    'object.stored',
    'upload.lost',
    'upload.dead-lettered',
    'upload.watchable',
  ],
};

describe('an asynchronous call', () => {
  it.each<[string, ReturnType<typeof handedOver>, Wanted, string[]]>([
    [
      'is accepted at once (202), before the function has run',
      handedOver([1]),
      { only: ['upload.accepted', 'invocation.queued', 'job.began', 'upload.watchable'] },
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.200 f invocation.queued upload 0 1 waiting',
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '1.400 people upload.accepted upload 0',
        '3.300 f upload.watchable upload 0',
      ],
    ],
    [
      'that fails is tried again twice, after one minute and after two more; then it is lost',
      handedOver([1], { errorShare: 1, ...aMinuteAfterAnother }, { durationSeconds: 300 }),
      { only: ['job.began', 'invocation.retried', 'invocation.dropped', 'upload.lost'], at: 'f' },
      [
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '3.300 f invocation.retried upload 0 try 2 at 63.300 because work-failed',
        '63.391 f job.began upload 0 instance 1 job 0 cold',
        '65.391 f invocation.retried upload 0 try 3 at 185.391 because work-failed',
        '185.507 f job.began upload 0 instance 2 job 0 cold',
        '187.507 f invocation.dropped upload 0 after 3 failures aged 186.307 because retries-exhausted',
        '187.507 f upload.lost upload 0 because retries-exhausted',
      ],
    ],
    [
      'is not tried again with 0 retries',
      handedOver([1], { errorShare: 1, maximumRetries: 0 }),
      { only: ['job.began', 'invocation.retried', 'invocation.dropped', 'upload.lost'], at: 'f' },
      [
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '3.300 f invocation.dropped upload 0 after 1 failures aged 2.100 because retries-exhausted',
        '3.300 f upload.lost upload 0 because retries-exhausted',
      ],
    ],
    [
      'that gives up is a dead letter if there is a place for those',
      handedOver([1], { errorShare: 1, maximumRetries: 0, destinations: { deadLetter: 'dead' } }),
      endings,
      [
        '3.300 f invocation.dropped upload 0 after 1 failures aged 2.100 because retries-exhausted',
        '3.400 dead message.queued upload 0 item 0 as a dead letter 1 visible',
        '3.500 f upload.dead-lettered upload 0 because retries-exhausted',
      ],
    ],
    [
      'tells the on-failure destination, which may be a bucket',
      handedOver([1], { errorShare: 1, maximumRetries: 0, destinations: { onFailure: 'bucket' } }),
      endings,
      [
        '3.300 f invocation.dropped upload 0 after 1 failures aged 2.100 because retries-exhausted',
        '3.400 bucket object.stored master upload 0 0 MB',
        '3.500 f upload.dead-lettered upload 0 because retries-exhausted',
      ],
    ],
    [
      'tells of a failure as such, and of a success as the event that it was',
      handedOver(
        [1, 5],
        { destinations: { onSuccess: 'news', onFailure: 'news' }, maximumRetries: 0 },
        {
          interventions: [{ kind: 'set', target: 'f', parameter: 'errorShare', value: 1, atSeconds: 4 }],
        },
      ),
      { only: ['event.published'] },
      [
        '3.400 news event.published upload-complete upload 0 to 0',
        '7.300 news event.published upload-failed upload 1 to 0',
      ],
    ],
    [
      'tells as whatever is asked for',
      handedOver([1], { destinations: { onSuccess: 'news', successEvent: 'video-ready' } }),
      { only: ['event.published'] },
      ['3.400 news event.published video-ready upload 0 to 0'],
    ],
    [
      'tells the on-success destination only of success',
      handedOver(
        [1, 5],
        { destinations: { onSuccess: 'done', onFailure: 'dead' }, maximumRetries: 0 },
        {
          interventions: [{ kind: 'set', target: 'f', parameter: 'errorShare', value: 1, atSeconds: 4 }],
        },
      ),
      endings,
      [
        '3.300 f upload.watchable upload 0',
        '3.400 done message.queued upload 0 item 0 1 visible',
        '7.200 f invocation.dropped upload 1 after 1 failures aged 2.000 because retries-exhausted',
        '7.300 dead message.queued upload 1 item 0 as a dead letter 1 visible',
        '7.400 f upload.dead-lettered upload 1 because retries-exhausted',
      ],
    ],
    [
      'cannot tell a destination that the execution role does not allow',
      handedOver([1], { errorShare: 1, maximumRetries: 0, destinations: { deadLetter: 'dead' }, mayCall: [] }),
      endings,
      [
        '3.300 f invocation.dropped upload 0 after 1 failures aged 2.100 because retries-exhausted',
        '3.300 f upload.lost upload 0 because retries-exhausted',
      ],
    ],
    [
      'that is throttled stays in the queue: tried again after 1 s, 2 s, 4 s …',
      handedOver([1, 1], { ...oneAtATime, steps: [{ step: 'process', work: [lasting(6)] }] }),
      { ...endings, at: 'f' },
      [
        '1.200 f invocation.throttled upload 1 with 1 at work again at 2.200 because concurrency-limit',
        '2.200 f invocation.throttled upload 1 with 1 at work again at 4.200 because concurrency-limit',
        '4.200 f invocation.throttled upload 1 with 1 at work again at 8.200 because concurrency-limit',
        '7.300 f upload.watchable upload 0',
        '14.200 f upload.watchable upload 1',
      ],
    ],
    [
      'that fails begins anew with its short waits when it is throttled again',
      handedOver([1, 1, 4.55], {
        ...oneAtATime,
        maximumRetries: 1,
        retryWaitSeconds: 0.1,
        errorShare: 1,
        steps: [{ step: 'process', work: [lasting(0.5)] }],
      }),
      { at: 'f', only: ['invocation.throttled', 'invocation.retried', 'job.failed'] },
      [
        '1.200 f invocation.throttled upload 1 with 1 at work again at 2.200 because concurrency-limit',
        '1.800 f job.failed upload 0 instance 0 job 0 because work-failed',
        '1.800 f invocation.retried upload 0 try 2 at 1.900 because work-failed',
        '2.200 f invocation.throttled upload 1 with 1 at work again at 4.200 because concurrency-limit',
        '2.400 f job.failed upload 0 instance 0 job 0 because work-failed',
        '4.700 f job.failed upload 1 instance 0 job 0 because work-failed',
        '4.700 f invocation.retried upload 1 try 2 at 4.800 because work-failed',
        '4.800 f invocation.throttled upload 1 with 1 at work again at 5.800 because concurrency-limit',
        '5.250 f job.failed upload 2 instance 0 job 0 because work-failed',
        '5.250 f invocation.retried upload 2 try 2 at 5.350 because work-failed',
        '5.800 f invocation.throttled upload 1 with 1 at work again at 7.800 because concurrency-limit',
        '5.850 f job.failed upload 2 instance 0 job 0 because work-failed',
        '8.300 f job.failed upload 1 instance 0 job 0 because work-failed',
      ],
    ],
    [
      'that is throttled is given up at its maximum age, and does not count as run',
      handedOver(
        [1, 1],
        { ...oneAtATime, timeoutSeconds: 900, steps: [{ step: 'process', work: [lasting(600)] }] },
        { durationSeconds: 100 },
      ),
      { only: ['invocation.dropped', 'upload.lost', 'invocation.finished'] },
      [
        '61.200 f invocation.dropped upload 1 after 0 failures aged 60.000 because too-old',
        '61.200 f upload.lost upload 1 because too-old',
      ],
    ],
    [
      'is given up at its maximum age rather than tried again later than that',
      handedOver([1], { errorShare: 1, retryWaitSeconds: 50, maximumEventAgeSeconds: 60 }, { durationSeconds: 200 }),
      { ...endings, at: 'f' },
      [
        '3.300 f invocation.retried upload 0 try 2 at 53.300 because work-failed',
        '55.391 f invocation.retried upload 0 try 3 at 61.200 because work-failed',
        '61.200 f invocation.dropped upload 0 after 2 failures aged 60.000 because too-old',
        '61.200 f upload.lost upload 0 because too-old',
      ],
    ],
    [
      'of a function that was stopped goes to the dead letters without a retry',
      handedOver([1], { reservedConcurrency: 0, destinations: { deadLetter: 'dead' } }),
      endings,
      [
        '1.200 f invocation.dropped upload 0 after 0 failures aged 0.000 because concurrency-limit',
        '1.300 dead message.queued upload 0 item 0 as a dead letter 1 visible',
        '1.400 f upload.dead-lettered upload 0 because concurrency-limit',
      ],
    ],
    [
      'may be run twice though nothing failed, and is done twice',
      handedOver([1], { duplicateShare: 1 }),
      { at: 'f', only: ['invocation.queued', 'job.began', 'duplicate.done', 'duplicate.recognised', 'step.began'] },
      [
        '1.200 f invocation.queued upload 0 1 waiting',
        '1.200 f invocation.queued upload 0 2 waiting',
        '1.291 f job.began upload 0 instance 1 job 0 cold',
        '1.291 f step.began process upload 0 instance 1 until 3.291',
        '1.300 f job.began upload 0 instance 0 job 1 cold',
        '1.300 f step.began process upload 0 instance 0 until 3.300',
        '3.300 f duplicate.done upload 0 instance 0 job 1',
      ],
    ],
    [
      'may be run twice, which a program that keeps a note of what is done recognises',
      handedOver([1], { duplicateShare: 1, idempotent: 'yes', ...oneAtATime }),
      { at: 'f', only: ['invocation.queued', 'job.began', 'duplicate.done', 'duplicate.recognised', 'step.began'] },
      [
        '1.200 f invocation.queued upload 0 1 waiting',
        '1.200 f invocation.queued upload 0 2 waiting',
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '1.300 f step.began process upload 0 instance 0 until 3.300',
        '4.200 f job.began upload 0 instance 0 job 0',
        '4.200 f duplicate.recognised upload 0 instance 0 job 0',
      ],
    ],
    [
      'may be run twice at once, which a program that keeps a note of what it is at recognises',
      handedOver([1], { duplicateShare: 1, idempotent: 'yes' }),
      duplicates,
      [
        '1.291 f job.began upload 0 instance 1 job 0 cold',
        '1.291 f step.began process upload 0 instance 1 until 3.291',
        '1.300 f job.began upload 0 instance 0 job 1 cold',
        '1.300 f duplicate.recognised upload 0 instance 0 job 1',
      ],
    ],
    [
      'may be run again after the first has failed, which is no duplicate',
      handedOver([1], { errorShare: 1, maximumRetries: 1, idempotent: 'yes' }),
      duplicates,
      [
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '1.300 f step.began process upload 0 instance 0 until 3.300',
        '5.300 f job.began upload 0 instance 0 job 0',
        '5.300 f step.began process upload 0 instance 0 until 7.300',
      ],
    ],
    [
      'may do extra work twice, and that is told',
      handedOver([1], { steps: [{ step: 'extra', work: [lasting(2)] }], duplicateShare: 1 }),
      duplicates,
      [
        '1.291 f job.began upload 0 instance 1 job 0 cold',
        '1.291 f step.began extra upload 0 instance 1 until 3.291',
        '1.300 f job.began upload 0 instance 0 job 1 cold',
        '1.300 f step.began extra upload 0 instance 0 until 3.300',
        '3.300 f duplicate.done upload 0 instance 0 job 1',
      ],
    ],
    [
      'is recognised as extra work that is done or being done',
      handedOver([1], {
        steps: [{ step: 'extra', work: [lasting(2)] }],
        duplicateShare: 1,
        idempotent: 'yes',
        ...oneAtATime,
      }),
      duplicates,
      [
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '1.300 f step.began extra upload 0 instance 0 until 3.300',
        '4.200 f job.began upload 0 instance 0 job 0',
        '4.200 f duplicate.recognised upload 0 instance 0 job 0',
      ],
    ],
    [
      'that times out is tried again as after any error',
      handedOver([1], { timeoutSeconds: 1, maximumRetries: 1 }),
      atF,
      [
        '1.200 f invocation.queued upload 0 1 waiting',
        '1.300 f job.began upload 0 instance 0 job 0 cold',
        '2.300 f invocation.finished upload 0 instance 0 billed 1.100 of which 0.100 to start because function-timed-out',
        '2.300 f invocation.retried upload 0 try 2 at 4.300 because function-timed-out',
        '4.391 f job.began upload 0 instance 0 job 0 cold',
        '5.300 f invocation.finished upload 0 instance 0 billed 1.000 of which 0.091 to start because function-timed-out',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
