/** What components of every kind are billed for, from facts made by hand, and what holds of any bill. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billLines, splitOf, totalUsd } from '../../src/cost/bill.ts';
import { UsageMeter } from '../../src/cost/usage.ts';
import { seconds } from '../../src/engine/time.ts';
import { EVENT, OPERATION } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { ComponentKind } from '../../src/models/registry.ts';
import { createReport } from '../../src/scenario/report.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

/** The lines of the bill of one component after an hour: people call it along link 0, it calls a queue and servers. */
function billed(kind: ComponentKind, params: Readonly<Record<string, unknown>>, ...facts: Told[]): string[] {
  return linesOf(meterTold(kind, params, ...facts), 3600);
}

function meterTold(kind: ComponentKind, params: Readonly<Record<string, unknown>>, ...facts: Told[]): UsageMeter {
  const nodes = [
    nodeOf(kind, 'it', params),
    nodeOf('client', 'people'),
    nodeOf('queue', 'queue'),
    nodeOf('instance-group', 'servers'),
  ];
  const links = [
    { from: 1, to: 0, latency: 0 },
    { from: 0, to: 2, latency: 0 },
    { from: 0, to: 3, latency: 0 },
  ];
  const meter = new UsageMeter(nodes, links);
  tell(meter, ...facts);
  return meter;
}

function linesOf(meter: UsageMeter, atSeconds: number): string[] {
  return billLines(meter.usageAt(seconds(atSeconds)))
    .filter(({ component }) => component === 'it')
    .map(({ what, share, amount, unit, priceId }) => `${what} ${share}: ${+amount.toFixed(9)} ${unit} of ${priceId}`);
}

const asked = (at: number, operation: number): Told => [at, 'message.sent', { component: 1, b: 0, c: operation }];
const answered = (at: number, operation: number, reason = 0): Told => [
  at,
  'message.sent',
  { component: 0, b: 1, c: operation + 256 * reason },
];

describe('work that came to nothing', () => {
  const up: Told[] = [
    [0, 'instance.launched', { subject: 0 }],
    [0, 'instance.running', { subject: 0 }],
    [0, 'instance.in-service', { subject: 0 }],
  ];
  const began = (at: number, b: number): Told => [at, 'job.began', { subject: 0, b }];
  const shares = (...facts: Told[]) => {
    const [usage] = meterTold('instance-group', { diskGb: 0 }, ...up, ...facts).usageAt(seconds(100));
    if (usage?.kind !== 'instance-group') throw new Error('there is no group');
    return usage.instanceSeconds;
  };

  it('is wasted: that of a job which failed', () => {
    expect(shares(began(10, 0), [30, 'job.failed', { subject: 0, b: 0, c: REASON['work-failed'] }])).toMatchObject({
      working: 0,
      wasted: 20,
      idle: 80,
    });
  });

  it('is wasted: that of a job which did again what had been done, but not where that was recognised', () => {
    const done = (at: number, b: number): Told => [at, 'job.finished', { subject: 0, b }];
    expect(
      shares(began(10, 0), [20, 'duplicate.done', { subject: 0, b: 0 }], done(30, 0), began(40, 0), done(45, 0)),
    ).toMatchObject({ working: 5, wasted: 20 });
    expect(shares(began(10, 0), [10, 'duplicate.recognised', { subject: 0, b: 0 }], done(30, 0))).toMatchObject({
      working: 20,
      wasted: 0,
    });
  });

  it('has its share of an instance that does other work as well', () => {
    // Alone from 10 to 20, shared from 20 to 40, and the other one alone from then to 50.
    expect(
      shares(
        began(10, 0),
        began(20, 1),
        [40, 'job.failed', { subject: 0, b: 0, c: REASON['work-failed'] }],
        [50, 'job.finished', { subject: 0, b: 1 }],
      ),
    ).toMatchObject({ wasted: 10 + 20 / 2, working: 20 / 2 + 10 });
  });

  it('ends with the instance that goes down', () => {
    expect(
      shares(
        began(10, 0),
        [30, 'instance.crashed', { subject: 0, b: 1 }],
        [30, 'job.failed', { subject: 0, b: 0, c: REASON['connection-reset'] }],
      ),
    ).toMatchObject({ wasted: 20, working: 0 });
  });

  it('counts as working until it is known to have failed', () => {
    expect(shares(began(10, 0))).toMatchObject({ working: 90, wasted: 0 });
  });
});

describe('a load balancer', () => {
  it('is paid by the hour, working while it holds a request, and by the largest measure of a capacity unit', () => {
    const routed = (at: number, megabytes: number): Told => [at, 'request.routed', { b: 2, c: 2 * megabytes }];
    expect(
      billed(
        'load-balancer',
        {},
        asked(0, OPERATION.upload),
        routed(0, 5000),
        asked(600, OPERATION.upload),
        answered(900, OPERATION.upload),
        answered(1800, OPERATION.upload, REASON['gateway-time-out']),
        asked(2000, OPERATION.check),
      ),
    ).toEqual([
      'balancer-hours working: 0.5 hour or part of an hour of alb.hour',
      'balancer-hours idle: 0.5 hour or part of an hour of alb.hour',
      'capacity-units working: 5 LCU-hour of alb.lcu',
    ]);
  });

  it('counts connections where they need more than the data', () => {
    const many = Array.from({ length: 9000 }, () => asked(1, OPERATION.upload));
    const gone = many.map(() => answered(1, OPERATION.upload));
    expect(billed('load-balancer', {}, ...many, ...gone).at(-1)).toBe(
      'capacity-units working: 0.1 LCU-hour of alb.lcu',
    );
  });
});

describe('a function', () => {
  const ran = (at: number, subject: number, billedSeconds: number, start: number, c = 0): Told => [
    at,
    'invocation.finished',
    { subject, a: seconds(billedSeconds), b: seconds(start), c: 256 + c },
  ];

  it('is paid by request and by time × memory, its starts too, and for what failed or was done again', () => {
    expect(
      billed(
        'function',
        { memoryMegabytes: 2048 },
        ran(10, 0, 3, 1),
        ran(20, 0, 4, 0, REASON['work-failed']),
        [25, 'duplicate.done', { subject: 0 }],
        ran(30, 0, 5, 0),
      ),
    ).toEqual([
      'invocations working: 1 request of lambda.requests',
      'invocations wasted: 2 request of lambda.requests',
      'duration working: 4 GB-second of lambda.gb-s.x86',
      'duration starting: 2 GB-second of lambda.gb-s.x86',
      'duration wasted: 18 GB-second of lambda.gb-s.x86',
    ]);
  });

  it('costs nothing between runs', () => {
    expect(billed('function', {}, [0, 'instance.launched', { subject: 0 }])).toEqual([]);
  });

  it('is paid for environments kept ready, with a price of their own for work in them', () => {
    const ahead = 16_777_216;
    expect(
      billed(
        'function',
        { memoryMegabytes: 1024, provisionedConcurrency: 1 },
        [0, 'instance.launched', { subject: 0, c: 3 }],
        ran(100, 0, 10, 0, ahead),
      ),
    ).toEqual([
      'invocations working: 1 request of lambda.requests',
      'duration-ready working: 10 GB-second of lambda.pc-duration.x86',
      'kept-ready idle: 3600 GB-second of lambda.pc.x86',
    ]);
  });

  it('is paid for the memory that it has at the time', () => {
    const memory = Object.keys(nodeOf('function', 'it').params).indexOf('memoryMegabytes');
    const turned: Told = [15, 'parameter.set', { a: 512, c: memory }];
    expect(billed('function', { memoryMegabytes: 1024 }, ran(10, 0, 4, 0), turned, ran(20, 0, 4, 0))).toContain(
      'duration working: 6 GB-second of lambda.gb-s.x86',
    );
  });

  it('is paid for the memory that its version was published with, whatever the function has', () => {
    const params = { memoryMegabytes: 1024, provisionedConcurrency: 1 };
    const launched = (subject: number, b: number, c = 0): Told => [0, 'instance.launched', { subject, b, c }];
    expect(
      billed(
        'function',
        params,
        launched(0, 512, 3),
        launched(1, 0),
        launched(2, 2048),
        ran(10, 1, 4, 0),
        ran(20, 2, 4, 0),
      ),
    ).toEqual([
      'invocations working: 2 request of lambda.requests',
      'duration working: 12 GB-second of lambda.gb-s.x86',
      'kept-ready idle: 1800 GB-second of lambda.pc.x86',
    ]);
  });
});

describe('what is paid by the request', () => {
  it('is every request to a gateway but those that it throttles', () => {
    const facts = [
      asked(1, OPERATION.upload),
      answered(1, OPERATION.upload),
      answered(2, OPERATION.upload, REASON.throttled),
      answered(3, OPERATION.upload, REASON['bad-gateway']),
    ];
    expect(billed('gateway', { type: 'http' }, ...facts)).toEqual(['requests working: 2 request of apigw.http']);
    expect(billed('gateway', { type: 'rest' }, ...facts)).toEqual(['requests working: 2 request of apigw.rest']);
  });

  it('is what is published to a topic, and its copies by whom they are for', () => {
    const delivered = (b: number): Told => [2, 'message.sent', { component: b === 3 ? 2 : 3, b, c: OPERATION.deliver }];
    const refused: Told = [2, 'message.sent', { component: 3, b: 5, c: OPERATION.deliver + 256 * REASON.throttled }];
    expect(
      billed('topic', {}, [1, 'event.published', { b: 3 }], delivered(3), delivered(3), delivered(5), refused),
    ).toEqual([
      'publishes working: 1 request of sns.publish',
      'deliveries working: 2 delivery of sns.to-sqs-lambda',
      'http-deliveries working: 1 delivery of sns.to-http',
    ]);
  });

  it('is what is published to a bus, but for what services tell by themselves; deliveries and their retries are free', () => {
    expect(
      billed(
        'event-bus',
        {},
        [1, 'event.published', { a: EVENT['upload-complete'], b: 1 }],
        [2, 'event.published', { a: EVENT['object-created'], b: 1 }],
        [2, 'delivery.retried', { a: 1 }],
        [3, 'event.replayed', { a: EVENT['upload-complete'] }],
      ),
    ).toEqual([
      'custom-events working: 1 event of eventbridge.custom',
      'service-events working: 1 event of eventbridge.aws-service',
      'replayed-events working: 1 event of eventbridge.replay',
    ]);
  });

  it('is every request to a queue, at the price of its type', () => {
    const facts: Told[] = [
      [1, 'message.delayed', { subject: 0 }],
      [2, 'message.queued', { subject: 0, c: 1 }],
      [3, 'message.queued', { subject: 1, c: 2 }],
      [4, 'message.deduplicated', { subject: 9 }],
      [5, 'queue.polled', { b: 10 }],
      asked(6, OPERATION.delete),
      asked(7, OPERATION.extend),
    ];
    expect(billed('queue', { type: 'fifo' }, ...facts)).toEqual([
      'sends working: 2 request of sqs.fifo',
      'polls working: 1 request of sqs.fifo',
      'deletes working: 1 request of sqs.fifo',
      'extensions working: 1 request of sqs.fifo',
    ]);
    expect(billed('queue', {}, ...facts)[0]).toBe('sends working: 2 request of sqs.standard');
  });

  it('is wasted where it puts or writes what was there already', () => {
    expect(billed('bucket', {}, [3600, 'object.stored', { a: 10 }], [3600, 'object.stored', { a: 10, b: 1 }])).toEqual([
      'puts working: 1 request of s3.put',
      'puts wasted: 1 request of s3.put',
    ]);
    expect(
      billed('table', {}, [3600, 'item.written', { c: 1 }], [3600, 'item.written', { c: 2 }], [3600, 'item.read']),
    ).toEqual([
      'writes working: 1 WRU of dynamodb.wru',
      'writes wasted: 1 WRU of dynamodb.wru',
      'reads working: 1 RRU of dynamodb.rru',
    ]);
  });
});

describe('a stream', () => {
  it('is paid by shard and hour, idle while the shard keeps nothing, and by what is appended', () => {
    expect(
      billed(
        'stream',
        { shards: 2 },
        [0, 'record.appended', { subject: 0, a: 0, b: 1 }],
        [900, 'records.fetched', { b: 1, c: 0 + 1024 * 1 }],
        [1800, 'records.fetched', { b: 0, c: 0 }],
      ),
    ).toEqual([
      'shard-hours working: 0.5 shard-hour of kinesis.shard',
      'shard-hours idle: 1.5 shard-hour of kinesis.shard',
      'appends working: 1 unit of kinesis.put',
    ]);
  });
});

describe('an hour like the present', () => {
  it('counts what was used in the last minute sixty times, and what is there for an hour', () => {
    const meter = meterTold('function', { memoryMegabytes: 1024 }, [
      60,
      'invocation.finished',
      { subject: 0, a: seconds(2), c: 256 },
    ]);
    const total = (at: number) => totalUsd(splitOf(billLines(meter.hourlyUsageAt(seconds(at)))));
    expect(total(61)).toBeCloseTo(60 * 2 * 1.66667e-5 + 60 * 2e-7, 12);
    expect(total(200)).toBe(0);
  });
});

describe('the bill of any scenario', () => {
  it('has no negative line, and is split without a rest', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { bill } = createReport(scenario);
        for (const line of bill.lines) expect(line.amount, JSON.stringify(line)).toBeGreaterThan(-1e-12);
        const lines = bill.lines.reduce((sum, { sumUsd }) => sum + sumUsd, 0);
        expect(bill.totalUsd).toBeCloseTo(lines, 12);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
