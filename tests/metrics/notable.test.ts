/** The events of note of a trace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { sliceTrace, type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import { type NotableEvent, NotableReader } from '../../src/metrics/notable.ts';
import { REASON } from '../../src/models/reasons.ts';
import { type ComponentKind, models } from '../../src/models/registry.ts';
import { createSimulation, nodesOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

const nodes = [nodeOf('client', 'users'), nodeOf('instance-group', 'fleet'), nodeOf('queue', 'queue')];

/** Place of a parameter among the declarations of its kind. */
function placeOf(kind: ComponentKind, parameter: string): number {
  return Object.keys(models[kind].parameters).indexOf(parameter);
}

function traceOf(...facts: Told[]): TraceColumns {
  const recorder = new TraceRecorder();
  tell(recorder, ...facts);
  return recorder.columns;
}

function notesOf(...facts: Told[]): NotableEvent[] {
  return new NotableReader(nodes).read(traceOf(...facts));
}

/** When and what, without the rest. */
function outlineOf(events: readonly NotableEvent[]): string[] {
  return events.map(({ at, kind }) => `${at / 1e6} ${kind}`);
}

const crashed = { c: REASON['crashed-after-accepting'] };

describe('events of note', () => {
  it('tell of a component that two faults of a kind struck as down from the first to the end of the last', () => {
    const events = notesOf(
      [1, 'fault.began', { component: 1, subject: 0, c: 0 }],
      [2, 'fault.began', { component: 1, subject: 1, c: 0 }],
      [3, 'fault.ended', { component: 1, subject: 0, c: 0 }],
      [4, 'fault.ended', { component: 1, subject: 1, c: 0 }],
    );
    expect(outlineOf(events)).toEqual(['1 fault-began', '4 fault-ended']);
  });

  it('tell the loss of one instance and a crash of all apart, whichever lasts longer', () => {
    const events = notesOf(
      [1, 'fault.began', { component: 1, subject: 0, c: 1 }],
      [2, 'fault.began', { component: 1, subject: 1, c: 0 }],
      [3, 'fault.ended', { component: 1, subject: 1, c: 0 }],
      [4, 'fault.ended', { component: 1, subject: 0, c: 1 }],
    );
    expect(events.map((event) => [event.kind, 'fault' in event && event.fault])).toEqual([
      ['fault-began', 'instance-loss'],
      ['fault-began', 'crash'],
      ['fault-ended', 'crash'],
      ['fault-ended', 'instance-loss'],
    ]);
  });

  it('are faults and parameters that were turned', () => {
    const events = notesOf(
      [1, 'fault.began', { component: 1, subject: 0, c: 0 }],
      [2, 'fault.ended', { component: 1, subject: 0, c: 0 }],
      [3, 'parameter.set', { component: 2, subject: 1, a: 45, c: placeOf('queue', 'visibilityTimeoutSeconds') }],
      [4, 'parameter.set', { component: 0, subject: 2, a: 0, c: placeOf('client', 'arrivals') }],
    );
    expect(events).toEqual([
      { at: seconds(1), component: 1, kind: 'fault-began', fault: 'crash', intervention: 0 },
      { at: seconds(2), component: 1, kind: 'fault-ended', fault: 'crash', intervention: 0 },
      {
        at: seconds(3),
        component: 2,
        kind: 'parameter-set',
        parameter: 'visibilityTimeoutSeconds',
        value: 45,
        intervention: 1,
      },
      { at: seconds(4), component: 0, kind: 'parameter-set', parameter: 'arrivals', value: null, intervention: 2 },
    ]);
  });

  it('are instances that go down, those of one moment together', () => {
    const events = notesOf(
      ...[0, 1, 2].flatMap((subject): Told[] => [
        [0, 'instance.launched', { component: 1, subject }],
        [0, 'instance.running', { component: 1, subject }],
        [0, 'instance.in-service', { component: 1, subject }],
      ]),
      [5, 'instance.crashed', { component: 1, subject: 0, b: 2 }],
      [5, 'job.failed', { component: 1, subject: 0, c: REASON['connection-reset'] }],
      [5, 'instance.crashed', { component: 1, subject: 1, b: 1 }],
      [6, 'instance.crashed', { component: 1, subject: 2, b: 0 }],
    );
    expect(events).toEqual([
      { at: seconds(5), component: 1, kind: 'instances-crashed', instance: 0, instances: 2, jobs: 3 },
      { at: seconds(6), component: 1, kind: 'instances-crashed', instance: 2, instances: 1, jobs: 0 },
    ]);
  });

  it('are a fleet that wakes, grows, and goes to zero', () => {
    const events = notesOf(
      [10, 'desired.changed', { component: 1, a: 2, b: 0, c: 7 }],
      [10, 'instance.launched', { component: 1, subject: 0 }],
      [10, 'instance.launched', { component: 1, subject: 1 }],
      [12, 'instance.running', { component: 1, subject: 0 }],
      [13, 'instance.running', { component: 1, subject: 1 }],
      [20, 'instance.in-service', { component: 1, subject: 0 }],
      [21, 'instance.in-service', { component: 1, subject: 1 }],
      [30, 'desired.changed', { component: 1, a: 0, b: 2, c: -1 }],
      [30, 'instance.draining', { component: 1, subject: 0 }],
      [30, 'instance.gone', { component: 1, subject: 0 }],
      [30, 'instance.draining', { component: 1, subject: 1 }],
      [33, 'instance.gone', { component: 1, subject: 1 }],
      [40, 'desired.changed', { component: 1, a: 2, b: 0, c: 7 }],
      [40, 'instance.launched', { component: 1, subject: 2 }],
      [40, 'instance.launched', { component: 1, subject: 3 }],
      [41, 'desired.changed', { component: 1, a: 1, b: 2, c: 1 }],
      [41, 'instance.gone', { component: 1, subject: 2 }],
    );
    expect(events).toEqual([
      { at: seconds(10), component: 1, kind: 'desired-changed', from: 0, to: 2, by: 'policy', measured: 7 },
      { at: seconds(20), component: 1, kind: 'back-in-service', instance: 0 },
      { at: seconds(30), component: 1, kind: 'desired-changed', from: 2, to: 0, by: 'hand', measured: null },
      { at: seconds(33), component: 1, kind: 'fleet-at-zero' },
      { at: seconds(40), component: 1, kind: 'desired-changed', from: 0, to: 2, by: 'policy', measured: 7 },
      { at: seconds(41), component: 1, kind: 'desired-changed', from: 2, to: 1, by: 'policy', measured: 1 },
    ]);
  });

  it('are the first refusal after a quiet time, for each reason', () => {
    const refused = (at: number, upload: number, reason: keyof typeof REASON): Told => {
      return [at, 'upload.refused', { upload, c: REASON[reason] }];
    };
    const events = notesOf(
      refused(1, 0, 'backlog-full'),
      refused(2, 1, 'backlog-full'),
      refused(3, 2, 'connection-refused'),
      refused(21, 3, 'backlog-full'), // 19 s later: not yet quiet
      refused(41, 4, 'backlog-full'), // 20 s later
    );
    expect(events.map((event) => [event.at / 1e6, 'reason' in event ? event.reason : event.kind])).toEqual([
      [1, 'backlog-full'],
      [3, 'connection-refused'],
      [41, 'backlog-full'],
    ]);
  });

  it('are requests that begin to wait for a slot after a quiet time, for each group', () => {
    const waiting = (at: number, component: number): Told => [at, 'request.waiting', { component, upload: 1, b: 1 }];
    const two = new NotableReader([...nodes, nodeOf('instance-group', 'other')]);
    const events = two.read(traceOf(waiting(1, 1), waiting(5, 3), waiting(20, 1), waiting(39, 1), waiting(59, 1)));
    expect(events.map((event) => [event.at / 1e6, event.component, event.kind])).toEqual([
      [1, 1, 'waiting-began'],
      [5, 3, 'waiting-began'],
      [59, 1, 'waiting-began'],
    ]);
  });

  it('are the first upload of all that is watchable', () => {
    const reader = new NotableReader(nodes);
    const watchable = (at: number, upload: number): Told => [at, 'upload.watchable', { upload }];
    expect(reader.read(traceOf(watchable(3, 4), watchable(4, 2)))).toEqual([
      { at: seconds(3), component: 0, kind: 'first-watchable', upload: 4 },
    ]);
    expect(reader.copy().read(traceOf(watchable(5, 5)))).toEqual([]);
  });

  it('are a handful while nothing is wrong with the monolith', () => {
    const scenario = newScenario('monolith');
    const recorder = new TraceRecorder();
    createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
    const kinds = new NotableReader(nodesOf(scenario)).read(recorder.columns).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['first-watchable', 'waiting-began']));
    expect(kinds.length).toBeLessThan(9);
  });

  it('are losses, counted together where they are of one moment, and dead letters', () => {
    const events = notesOf(
      [5, 'upload.lost', { component: 1, upload: 3, ...crashed }],
      [5, 'upload.lost', { component: 1, upload: 4, ...crashed }],
      [6, 'upload.lost', { component: 1, upload: 5, ...crashed }],
      [7, 'message.dead-lettered', { component: 2, upload: 6, subject: 0, b: 3 }],
      [7, 'upload.dead-lettered', { component: 2, upload: 6, c: REASON['too-many-receives'] }],
    );
    expect(events).toEqual([
      { at: seconds(5), component: 1, kind: 'lost', upload: 3, uploads: 2, reason: 'crashed-after-accepting' },
      { at: seconds(7), component: 2, kind: 'dead-lettered', upload: 6, receiveCount: 3 },
    ]);
  });

  it('are all that becomes of an upload made by hand', () => {
    const events = notesOf(
      [0, 'upload.started', { upload: 0 }],
      [1, 'upload.started', { upload: 1, c: 1 }],
      [2, 'upload.started', { upload: 2, c: 1 }],
      [3, 'upload.accepted', { upload: 0 }],
      [3, 'upload.accepted', { upload: 1 }],
      [4, 'upload.refused', { upload: 2, c: REASON['connection-refused'] }],
      [8, 'upload.watchable', { upload: 0 }],
      [9, 'upload.watchable', { upload: 1 }],
    );
    expect(outlineOf(events)).toEqual([
      '1 hand-upload-started',
      '2 hand-upload-started',
      '3 hand-upload-accepted',
      '4 hand-upload-refused',
      '8 first-watchable',
      '9 hand-upload-watchable',
    ]);
    expect(events[3]).toMatchObject({ upload: 2, reason: 'connection-refused' });
  });
});

describe('reading piece by piece', () => {
  function traceOfRun(scenario: Scenario): TraceColumns {
    const recorder = new TraceRecorder();
    createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
    return recorder.columns;
  }

  it('finds the same as reading at once, also from a copy', () => {
    fc.assert(
      fc.property(
        scenarioArbitrary,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        (scenario, cuts) => {
          const trace = traceOfRun(scenario);
          const whole = new NotableReader(nodesOf(scenario)).read(trace);
          const end = seconds(scenario.durationSeconds);
          const pieces: NotableEvent[] = [];
          let reader = new NotableReader(nodesOf(scenario));
          let from = 0;
          for (const cut of [...cuts.toSorted((a, b) => a - b), 2]) {
            let to = from;
            while (to < trace.length && (trace.at[to] as number) < end * cut) to += 1;
            const stale = reader;
            reader = reader.copy();
            pieces.push(...reader.read(sliceTrace(trace, from, to)));
            stale.read(sliceTrace(trace, from)); // what becomes of the original does not matter to the copy
            from = to;
          }
          expect(pieces).toEqual(whole);
        },
      ),
      { numRuns: 40 },
    );
  });

  const serving = stageIds.filter((stage) => JSON.stringify(stages[stage]).includes('"step":"process"'));

  it.each(serving)(
    'finds at most some tens of events, and ten a component, in a run of %s, whatever is broken',
    (stage) => {
      const interventions: Intervention[] = [
        { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 60, untilSeconds: 100 },
        { kind: 'fault', fault: 'crash', target: 'step:upload', atSeconds: 120, untilSeconds: 150 },
        { kind: 'upload', atSeconds: 90 },
        { kind: 'set', target: 'users', parameter: 'ratePerSecond', value: 4, atSeconds: 70 },
      ];
      const scenario = newScenario(stage, { interventions });
      const events = new NotableReader(nodesOf(scenario)).read(traceOfRun(scenario));
      expect(events.length).toBeGreaterThan(8);
      expect(events.length).toBeLessThan(40 + 10 * stages[stage].nodes.length);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
    },
  );
});

describe('what is of note about the other kinds', () => {
  const kinds = (kind: ComponentKind, ...facts: Told[]): string[] =>
    outlineOf(new NotableReader([nodeOf(kind, 'it')]).read(traceOf(...facts)));

  it('is told once, until it has been quiet for a while', () => {
    const retried = (at: number): Told => [at, 'delivery.retried', { subject: 8, a: 1, c: REASON.throttled }];
    expect(kinds('event-bus', retried(1), retried(2), retried(15), retried(40))).toEqual([
      '1 delivery-retried',
      '40 delivery-retried',
    ]);
  });

  it('is a target that becomes unhealthy and healthy again, but not one that becomes healthy first', () => {
    const target = (at: number, what: 'healthy' | 'unhealthy'): Told => [at, `target.${what}`, { subject: 3, a: 1 }];
    expect(kinds('load-balancer', target(1, 'healthy'), target(30, 'unhealthy'), target(60, 'healthy'))).toEqual([
      '30 target-unhealthy',
      '60 target-healthy',
    ]);
  });

  it('is a cold start, a run that failed and one that was throttled, but not one that went well', () => {
    expect(
      kinds(
        'function',
        [1, 'job.began', { upload: 1, c: 1 }],
        [2, 'job.began', { upload: 2, c: 0 }],
        [3, 'invocation.finished', { upload: 1, c: 256 }],
        [4, 'invocation.finished', { upload: 2, c: 256 + REASON['work-failed'] }],
        [5, 'invocation.throttled', { upload: 3, c: REASON['concurrency-limit'] }],
      ),
    ).toEqual(['1 cold-start', '4 runs-failed', '5 throttling-began']);
  });

  it('is what was refused because it came too fast, and nothing else that was refused', () => {
    expect(
      kinds(
        'table',
        [1, 'request.refused', { c: REASON['object-missing'] }],
        [2, 'request.refused', { c: REASON.throttled }],
      ),
    ).toEqual(['2 throttling-began']);
  });

  it('is a fleet that was set by hand, by a policy or by schedule', () => {
    const changed = (at: number, c: number): Told => [at, 'desired.changed', { a: 3, b: 2, c }];
    const events = new NotableReader([nodeOf('instance-group', 'it')]).read(
      traceOf(changed(1, -1), changed(2, -2), changed(3, 7)),
    );
    expect(events.map((event) => event.kind === 'desired-changed' && [event.by, event.measured])).toEqual([
      ['hand', null],
      ['schedule', null],
      ['policy', 7],
    ]);
  });
});
