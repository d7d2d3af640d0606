/** What a group did, from facts made by hand. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { idle, utilisation } from '../../src/metrics/fleet.ts';
import type { GroupFigures } from '../../src/metrics/group-figures.ts';
import { levelMaximum, levelMean, levelSeconds } from '../../src/metrics/level.ts';
import { byReason } from '../../src/metrics/outcomes.ts';
import { RunMetrics } from '../../src/metrics/run-metrics.ts';
import { stepsOf } from '../../src/metrics/step-series.ts';
import { REASON } from '../../src/models/reasons.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

function groupTold(params: Readonly<Record<string, unknown>>, ...facts: Told[]): GroupFigures {
  const metrics = new RunMetrics([nodeOf('instance-group', 'group', params)]);
  tell(metrics, ...facts);
  return metrics.components[0] as GroupFigures;
}

/** Instance `id` is in service from the very start. */
function inServiceAtStart(id: number): Told[] {
  return [
    [0, 'instance.launched', { subject: id }],
    [0, 'instance.running', { subject: id }],
    [0, 'instance.in-service', { subject: id }],
  ];
}

describe('utilisation', () => {
  it('is slot-seconds taken per slot-second in service', () => {
    const group = groupTold(
      { slotsPerInstance: 2 },
      ...inServiceAtStart(0),
      [2, 'job.began', { subject: 0, b: 0 }],
      [4, 'job.began', { subject: 0, b: 1 }],
      [5, 'job.finished', { subject: 0, b: 0 }],
      [10, 'job.finished', { subject: 0, b: 1 }],
    );
    // 3 s and 6 s of work in 10 s of two slots.
    expect(utilisation(group.state.fleet, 2, seconds(10))).toBe(9 / 20);
    expect(levelMean(group.state.fleet.busySlots, seconds(10))).toBe(0.9);
    expect(levelMaximum(group.state.fleet.busySlots)).toBe(2);
    expect(levelSeconds(group.state.fleet.working, seconds(10))).toBe(8);
    expect(idle(group.state.fleet, (level) => levelSeconds(level, seconds(10)))).toBe(2);
  });

  it('leaves out an instance that drains, and what it still works on', () => {
    const group = groupTold(
      {},
      ...inServiceAtStart(0),
      ...inServiceAtStart(1),
      [0, 'job.began', { subject: 0 }],
      [4, 'instance.draining', { subject: 0 }],
      [10, 'job.finished', { subject: 0 }],
      [10, 'instance.gone', { subject: 0 }],
    );
    // Taken for 4 s; in service for 4 s and 20 s.
    expect(utilisation(group.state.fleet, 1, seconds(20))).toBe(4 / 24);
    expect(levelSeconds(group.state.fleet.busySlots, seconds(20))).toBe(10);
    expect(levelSeconds(group.state.fleet.draining, seconds(20))).toBe(6);
  });

  it('is not a number when nothing ever was in service', () => {
    expect(utilisation(groupTold({}).state.fleet, 1, seconds(10))).toBeNaN();
  });
});

describe('instances', () => {
  it('are counted by phase over time', () => {
    const group = groupTold(
      { minimum: 0, desired: 0, maximum: 10 },
      [10, 'desired.changed', { a: 2, b: 0 }],
      [10, 'instance.launched', { subject: 0 }],
      [10, 'instance.launched', { subject: 1 }],
      [12, 'instance.running', { subject: 0 }],
      [12, 'instance.running', { subject: 1 }],
      [20, 'instance.in-service', { subject: 0 }],
      [20, 'instance.in-service', { subject: 1 }],
      [30, 'instance.crashed', { subject: 1 }],
      [35, 'instance.launched', { subject: 1, c: 1 }],
      [35, 'instance.running', { subject: 1 }],
      [40, 'instance.in-service', { subject: 1 }],
      [50, 'instance.gone', { subject: 0 }],
    );
    const { fleet, desired, instances } = group.state;
    const at = seconds(60);
    expect(levelSeconds(fleet.pending, at)).toBe(4);
    expect(levelSeconds(fleet.starting, at)).toBe(16 + 5);
    expect(levelSeconds(fleet.inService, at)).toBe(30 + 10 + 20);
    expect(levelSeconds(fleet.crashed, at)).toBe(5);
    expect(levelMaximum(fleet.inService)).toBe(2);
    expect(levelMean(desired, at)).toBeCloseTo(100 / 60, 12);
    const { atSeconds, columns } = stepsOf(instances);
    expect(atSeconds).toEqual([10, 12, 20, 30, 35, 40, 50]);
    expect(columns).toEqual([
      [2, 0, 0, 0, 0, 0, 0], // pending
      [0, 2, 0, 0, 1, 0, 0], // starting
      [0, 0, 2, 1, 1, 2, 1], // in service
      [0, 0, 0, 0, 0, 0, 0], // draining
      [0, 0, 0, 1, 0, 0, 0], // crashed
    ]);
  });

  it('take their work down with them, which is told job by job afterwards', () => {
    const group = groupTold(
      { slotsPerInstance: 4 },
      ...inServiceAtStart(0),
      [1, 'job.began', { subject: 0, b: 0 }],
      [1, 'job.began', { subject: 0, b: 1 }],
      [3, 'instance.crashed', { subject: 0, b: 2 }],
      [3, 'job.failed', { subject: 0, b: 0, c: REASON['connection-reset'] }],
      [3, 'job.failed', { subject: 0, b: 1, c: REASON['connection-reset'] }],
    );
    expect(group.state.fleet.busySlots.value).toBe(0);
    expect(group.state.fleet.working.value).toBe(0);
    expect(group.state.failed).toBe(2);
    expect(byReason(group.state.failedBy)).toEqual({ 'connection-reset': 2 });
  });

  it('are desired, at the start, as the parameters say', () => {
    expect(groupTold({ minimum: 2, desired: 1, maximum: 5 }).state.desired.value).toBe(2);
    expect(groupTold({ minimum: 0, desired: 9, maximum: 5 }).state.desired.value).toBe(5);
    expect(groupTold({ minimum: 7, desired: 0, maximum: 5 }).state.desired.value).toBe(5);
  });

  it('that were never launched are not believed', () => {
    expect(() => groupTold({}, [1, 'instance.running', { subject: 3 }])).toThrow('instance 3 is not there');
  });
});

describe('requests', () => {
  it('wait in the backlog until they get a slot', () => {
    const group = groupTold(
      {},
      ...inServiceAtStart(0),
      [1, 'job.began', { subject: 0, a: 0 }],
      [2, 'request.waiting', { subject: 100, b: 1 }],
      [3, 'request.waiting', { subject: 101, b: 2 }],
      [6, 'job.finished', { subject: 0 }],
      [6, 'job.began', { subject: 0, a: 1 }], // 100, after 4 s
      [13, 'job.finished', { subject: 0 }],
      [13, 'job.began', { subject: 0, a: 0 }], // 101, after 10 s
    );
    expect(group.waiting.count).toBe(3);
    expect(group.waiting.mean).toBeCloseTo(14 / 3, 12);
    expect(group.waiting.max).toBe(10);
    expect(group.state.arrived).toBe(3);
    expect(group.state.finished).toBe(2);
    expect(levelSeconds(group.state.backlog, seconds(20))).toBe(1 + 3 * 2 + 7);
    expect(levelMaximum(group.state.backlog)).toBe(2);
    expect(group.state.oldestWaiting.maximumSeconds).toBe(10);
  });

  it('are refused at the door, or from the backlog', () => {
    const group = groupTold(
      {},
      ...inServiceAtStart(0),
      [1, 'job.began', { subject: 0, a: 0 }],
      [2, 'request.waiting', { subject: 100, b: 1 }],
      [3, 'request.refused', { subject: 101, c: REASON['backlog-full'] }],
      [4, 'instance.crashed', { subject: 0, b: 1 }],
      [4, 'job.failed', { subject: 0, c: REASON['connection-reset'] }],
      [4, 'request.refused', { subject: 100, c: REASON['connection-reset'] }],
      [5, 'request.refused', { subject: 102, c: REASON['connection-refused'] }],
    );
    expect(group.state.arrived).toBe(4);
    expect(group.state.refused).toBe(3);
    expect(byReason(group.state.refusedBy)).toEqual({
      'backlog-full': 1,
      'connection-reset': 1,
      'connection-refused': 1,
    });
    expect(group.state.backlog.value).toBe(0);
    expect(group.waiting.count).toBe(1);
  });

  it('do not wait at a group that takes its work from a queue', () => {
    const group = groupTold({ queue: 'queue' }, ...inServiceAtStart(0), [1, 'job.began', { subject: 0, a: 0 }]);
    expect(group.state.arrived).toBe(1);
    expect(group.waiting.count).toBe(0);
  });
});
