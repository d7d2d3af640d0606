/** The meter, from facts made by hand. */
import { describe, expect, it } from 'vitest';
import { type Usage, UsageMeter } from '../../src/cost/usage.ts';
import { seconds } from '../../src/engine/time.ts';
import { OPERATION } from '../../src/models/facts.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

const group = nodeOf('instance-group', 'fleet', { instanceType: 'c5.large', diskGb: 10, queue: 'queue' });
const queue = nodeOf('queue', 'queue');
const bucket = nodeOf('bucket', 'bucket');
const table = nodeOf('table', 'table');
const users = nodeOf('client', 'users');
const nodes = [group, queue, bucket, table, users];
/** The fourth leads from the group to its queue. */
const links = [4, 4, 4, 0].map((from, index) => ({ from, to: [0, 2, 3, 1][index] as number, latency: 0 }));

function meterTold(...facts: Told[]): UsageMeter {
  const meter = new UsageMeter(nodes, links);
  tell(meter, ...facts);
  return meter;
}

function usageOf<K extends Usage['kind']>(meter: UsageMeter, kind: K, atSeconds: number): Extract<Usage, { kind: K }> {
  return meter.usageAt(seconds(atSeconds)).find((usage) => usage.kind === kind) as Extract<Usage, { kind: K }>;
}

/** An instance that is launched, runs at `running` and is in service at `inService`. */
function launched(subject: number, at: number, running: number, inService: number): Told[] {
  return [
    [at, 'instance.launched', { subject }],
    [running, 'instance.running', { subject }],
    [inService, 'instance.in-service', { subject }],
  ];
}

describe('an instance', () => {
  it('is billed for at least 60 s per run', () => {
    const meter = meterTold(
      ...launched(0, 0, 2, 10),
      ...launched(1, 12, 14, 22),
      [26, 'instance.gone', { subject: 1 }], // ran for 12 s
      [63, 'instance.gone', { subject: 0 }], // ran for 61 s
    );
    const { instanceSeconds, unusedMinimumSeconds } = usageOf(meter, 'instance-group', 100);
    expect(instanceSeconds).toEqual({ working: 0, idle: 53 + 4 + 48, starting: 8 + 8, wasted: 0 });
    expect(unusedMinimumSeconds).toBe(48);
    expect(instanceSeconds.idle + instanceSeconds.starting).toBe(61 + 60);
  });

  it('owes the rest of the 60 s when it stops, not before', () => {
    const meter = meterTold(...launched(0, 0, 0, 0));
    expect(usageOf(meter, 'instance-group', 5).instanceSeconds.idle).toBe(5);
    tell(meter, [5, 'instance.gone', { subject: 0 }]);
    expect(usageOf(meter, 'instance-group', 5).instanceSeconds.idle).toBe(60);
    expect(usageOf(meter, 'instance-group', 500).instanceSeconds.idle).toBe(60);
  });

  it('works while at least one slot is taken, also while it drains', () => {
    const meter = meterTold(
      ...launched(0, 0, 0, 0),
      [10, 'job.began', { subject: 0, b: 0 }],
      [12, 'job.began', { subject: 0, b: 1 }],
      [20, 'job.finished', { subject: 0, b: 0 }],
      [25, 'instance.draining', { subject: 0 }],
      [30, 'job.finished', { subject: 0, b: 1 }],
      [100, 'instance.gone', { subject: 0 }],
    );
    expect(usageOf(meter, 'instance-group', 100).instanceSeconds).toEqual({
      working: 20,
      idle: 80,
      starting: 0,
      wasted: 0,
    });
  });

  it('costs nothing while pending, nor when it goes before it ran', () => {
    const meter = meterTold([0, 'instance.launched', { subject: 0 }], [9, 'instance.gone', { subject: 0 }]);
    const { instanceSeconds, diskGbSeconds } = usageOf(meter, 'instance-group', 9);
    expect(instanceSeconds).toEqual({ working: 0, idle: 0, starting: 0, wasted: 0 });
    expect(diskGbSeconds).toEqual({ working: 0, idle: 0, starting: 0, wasted: 0 });
  });

  it('ends its run when it crashes, and begins another when it is restarted', () => {
    const meter = meterTold(
      ...launched(0, 0, 0, 0),
      [5, 'job.began', { subject: 0 }],
      [20, 'instance.crashed', { subject: 0, b: 1 }], // ran for 20 s
      [20, 'job.failed', { subject: 0 }],
      [50, 'instance.launched', { subject: 0, c: 1 }],
      [50, 'instance.running', { subject: 0 }],
      [55, 'instance.in-service', { subject: 0 }],
      [120, 'instance.gone', { subject: 0 }], // ran for 70 s
    );
    const usage = usageOf(meter, 'instance-group', 200);
    expect(usage.instanceSeconds).toEqual({ working: 0, idle: 5 + 40 + 65, starting: 5, wasted: 15 });
    expect(usage.unusedMinimumSeconds).toBe(40);
    // The disk is there, and billed, while the instance runs or is crashed.
    expect(usage.diskGbSeconds).toEqual({ working: 0, idle: (5 + 30 + 65) * 10, starting: 50, wasted: 150 });
  });

  it('is billed once for a run that ended in a crash, also if it is then taken away', () => {
    const meter = meterTold(
      ...launched(0, 0, 0, 0),
      [20, 'instance.crashed', { subject: 0 }],
      [30, 'instance.gone', { subject: 0 }],
    );
    const usage = usageOf(meter, 'instance-group', 100);
    expect(usage.instanceSeconds.idle).toBe(60);
    expect(usage.diskGbSeconds.idle).toBe(300);
  });
});

describe('a queue', () => {
  it('counts every request: sends, polls with and without an answer, deletes', () => {
    const meter = meterTold(
      [1, 'message.queued', { component: 1, subject: 0 }],
      [2, 'queue.polled', { component: 1, b: 1 }],
      [3, 'queue.polled', { component: 1, b: 0 }],
      [4, 'queue.polled', { component: 1, b: 0 }],
      // Two deletes are asked for, the second too late to delete anything; their answers are not asked for.
      [5, 'message.sent', { component: 0, b: 6, c: OPERATION.delete }],
      [5, 'message.deleted', { component: 1, subject: 0 }],
      [5, 'message.sent', { component: 1, b: 7, c: OPERATION.delete }],
      [6, 'message.sent', { component: 0, b: 6, c: OPERATION.delete }],
      [7, 'message.sent', { component: 0, b: 6, c: OPERATION.receive }],
    );
    expect(usageOf(meter, 'queue', 10)).toEqual({
      component: 'queue',
      kind: 'queue',
      isFifo: false,
      extensions: 0,
      sends: 1,
      polls: 1,
      emptyPolls: 2,
      deletes: 2,
    });
  });
});

describe('storage', () => {
  it('is counted from when it was put, with the requests', () => {
    const meter = meterTold(
      [0, 'object.stored', { component: 2, a: 2000 }],
      [10, 'object.fetched', { component: 2, a: 2000 }],
      [10, 'object.stored', { component: 2, a: 500 }],
      [10, 'item.written', { component: 3 }],
    );
    expect(usageOf(meter, 'bucket', 20)).toMatchObject({ puts: 2, gets: 1, gbSeconds: 2 * 20 + 0.5 * 10 });
    expect(usageOf(meter, 'table', 20)).toMatchObject({ writeUnits: 1 });
    expect(usageOf(meter, 'table', 20).gbSeconds).toBeCloseTo(10e-6, 15);
  });
});

describe('an hour that goes on like the present', () => {
  it('has the instances of now, the requests of the last minute, and the storage as it is', () => {
    const meter = meterTold(
      ...launched(0, 0, 0, 0),
      ...launched(1, 0, 0, 0),
      ...launched(2, 1, 2, 3),
      [4, 'instance.gone', { subject: 2 }],
      [5, 'job.began', { subject: 1 }],
      [100, 'instance.launched', { subject: 3 }],
      [101, 'instance.running', { subject: 3 }],
      [30, 'queue.polled', { component: 1, b: 0 }],
      [110, 'queue.polled', { component: 1, b: 0 }],
      [115, 'object.stored', { component: 2, a: 3000 }],
    );
    const [fleet, messages, objects] = meter.hourlyUsageAt(seconds(120));
    expect(fleet).toMatchObject({
      instanceSeconds: { working: 3600, idle: 3600, starting: 3600 },
      unusedMinimumSeconds: 0,
      diskGbSeconds: { working: 36_000, idle: 36_000, starting: 36_000 },
    });
    expect(messages).toMatchObject({ emptyPolls: 60, polls: 0 });
    expect(objects).toMatchObject({ puts: 60, gbSeconds: 3 * 3600 });
  });
});

describe('a copy', () => {
  it('goes its own way', () => {
    const meter = meterTold(...launched(0, 0, 0, 0));
    const copy = meter.copy();
    tell(copy, [30, 'instance.gone', { subject: 0 }]);
    expect(usageOf(meter, 'instance-group', 90).instanceSeconds.idle).toBe(90);
    expect(usageOf(copy, 'instance-group', 90).instanceSeconds.idle).toBe(60);
  });
});
