/** Reports of whole runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import type { GroupReport } from '../../src/metrics/group-figures.ts';
import type { QueueReport } from '../../src/metrics/queue-figures.ts';
import { createSimulation, nodesOf, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import { RunObserver } from '../../src/scenario/run-observer.ts';
import { type RunColumn, valueAt } from '../../src/scenario/samples.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type StageId, stageIds, stages } from '../../src/stages/catalogue.ts';
import type { Stage } from '../../src/stages/stage.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

function groupIn({ components }: RunReport, id: string): GroupReport {
  return components.find((each) => each.id === id) as GroupReport;
}

describe('a report', () => {
  it.each(stageIds)('says which run of %s it was, and survives JSON', (stage) => {
    const scenario = newScenario(stage, { seed: 7 });
    const report = createReport(scenario);
    expect(report.scenario).toEqual({
      version: 2,
      stage,
      defaults: 'classroom',
      parameters: {},
      seed: 7,
      durationSeconds: (stages[stage] as Stage).durationSeconds ?? 300,
      interventions: [],
    });
    expect(report.untilSeconds).toBe(scenario.durationSeconds);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.components.map(({ id }) => id)).toEqual(nodesOf(scenario).map(({ id }) => id));
  });

  it('says null where there is nothing to measure', () => {
    const report = createReport(newScenario('queued', { parameters: { users: { arrivals: 'none' } } }));
    expect(report.untilWatchable).toEqual({
      count: 0,
      meanSeconds: null,
      p50Seconds: null,
      p95Seconds: null,
      p99Seconds: null,
      maximumSeconds: null,
    });
    expect(groupIn(report, 'fleet').utilisation).toBeNull();
    expect(report.bill.perThousandWatchableUsd).toBeNull();
    expect(report.throughput.watchablePerSecond).toBe(0);
  });

  it('of a run of known work has the figures that follow from it', () => {
    // Two uploads at the same moment of videos of one minute; one slot, so the second waits for all of the first:
    // 1 s upload, 0.25 + 0.45 + 0.8 s process, 0.5 s store, 0.2 s manage = 3.2 s; 20 ms there and 20 ms back.
    const report = createReport(
      newScenario('monolith', {
        durationSeconds: 100,
        parameters: {
          users: { arrivals: 'times', times: [10, 10], videoMinutes: { kind: 'constant', value: 1 } },
          monolith: { slotsPerInstance: 1, diskGb: 0 },
        },
      }),
    );
    expect(report.uploads).toMatchObject({ started: 2, accepted: 2, watchable: 2, open: 0 });
    expect(report.untilWatchable).toMatchObject({ count: 2, meanSeconds: (3.22 + 6.42) / 2, maximumSeconds: 6.42 });
    expect(report.untilAccepted.maximumSeconds).toBe(6.44);
    expect(report.waiting).toMatchObject({ meanSeconds: 1.6, maximumSeconds: 3.2 });
    const monolith = groupIn(report, 'monolith');
    expect(monolith.utilisation).toBe(0.064);
    expect(monolith.backlogRequests).toEqual({ mean: 0.032, maximum: 1, atEnd: 0 });
    expect(monolith.instanceSeconds.inService).toBe(100);
    expect(report.throughput.watchablePerSecond).toBe(0.02);
    const { bill } = report;
    expect(bill.split.workingUsd).toBeCloseTo((6.4 / 3600) * 0.34, 15);
    expect(bill.split.idleUsd).toBeCloseTo((93.6 / 3600) * 0.34, 15);
    expect(bill.perHourUsd).toBeCloseTo(0.34, 12);
    expect(bill.perHourAtEndUsd).toBeCloseTo(0.34, 12);
    expect(bill.perThousandWatchableUsd).toBeCloseTo((bill.totalUsd / 2) * 1000, 12);
  });
});

describe('queueing theory', () => {
  it('is borne out: four servers, 3.2 arrivals and each server one departure a second', () => {
    const report = createReport({
      version: 2,
      defaults: 'classroom',
      parameters: {},
      seed: 6,
      durationSeconds: 30_000,
      interventions: [],
      topology: {
        nodes: [
          { id: 'people', kind: 'client', at: [0, 0], params: { arrivals: 'poisson', ratePerSecond: 3.2 } },
          {
            id: 'servers',
            kind: 'instance-group',
            at: [200, 0],
            params: {
              slotsPerInstance: 4,
              backlogLimit: 100_000,
              steps: [{ step: 'process', work: [{ seconds: { kind: 'exponential', mean: 1 } }] }],
            },
          },
        ],
        links: [{ from: 'people', to: 'servers', latencyMs: 0 }],
      },
    });
    // Erlang C: one has to wait with probability 0.5964, on average 0.7455 s; 96,000 customers of eight seeds gave
    // 0.713 to 0.760 s, for waits that follow on one another are alike. Little's law holds exactly but for those inside.
    const wait = 0.7455;
    const servers = groupIn(report, 'servers');
    expect(Math.abs((report.waiting.meanSeconds ?? 0) / wait - 1)).toBeLessThan(0.08);
    expect(servers.waiting.meanSeconds).toBeCloseTo(report.waiting.meanSeconds ?? 0, 3);
    expect(Math.abs((report.untilWatchable.meanSeconds ?? 0) / (wait + 1) - 1)).toBeLessThan(0.05);
    expect(servers.utilisation).toBeCloseTo(0.8, 1);
    expect(Math.abs(servers.backlogRequests.mean / (3.2 * wait) - 1)).toBeLessThan(0.08);
    const inLine = (report.throughput.watchablePerSecond ?? 0) * (servers.waiting.meanSeconds ?? 0);
    expect(servers.backlogRequests.mean).toBeCloseTo(inLine, 2);
  });
});

describe('the stages', () => {
  it('cost the queued fleet nothing more once its last instance is gone', () => {
    const scenario = newScenario('queued', { durationSeconds: 300 });
    const at = (durationSeconds: number): number[] => {
      const { bill } = createReport({ ...scenario, durationSeconds });
      return bill.lines.filter(({ component }) => component === 'fleet').map(({ sumUsd }) => sumUsd);
    };
    const report = createReport(scenario);
    const { instancesOverTime, instances } = groupIn(report, 'fleet');
    const phases = ['pending', 'starting', 'inService', 'draining', 'crashed'] as const;
    const goneAt = instancesOverTime.atSeconds.at(-1) as number;
    expect(phases.map((phase) => instancesOverTime[phase].at(-1))).toEqual([0, 0, 0, 0, 0]);
    expect(instances.inService.maximum).toBeGreaterThan(2);
    expect(goneAt).toBeLessThan(280);
    expect(at(300)).toEqual(at(goneAt + 0.000001));
    expect(at(300)).not.toEqual(at(goneAt - 1));
    // The one that does nothing goes on costing.
    const monolith = (durationSeconds: number) => createReport(newScenario('monolith', { durationSeconds })).bill;
    expect(monolith(300).split.idleUsd).toBeGreaterThan(monolith(goneAt).split.idleUsd);
    expect(monolith(300).perHourAtEndUsd).toBeGreaterThan(report.bill.perHourAtEndUsd);
  });

  it('show what a crash of processing does: people see errors in one, a longer queue in the other', () => {
    const crash = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 60, untilSeconds: 150 } as const;
    const of = (stage: StageId) => createReport(newScenario(stage, { interventions: [crash] }));
    const [monolith, queued] = [of('monolith'), of('queued')];
    expect(monolith.uploads.refused).toBeGreaterThan(10);
    expect(Object.keys(monolith.uploads.refusedByReason)).toContain('connection-refused');
    expect(queued.uploads).toMatchObject({ refused: 0, lost: 0 });
    const queue = queued.components.find(({ id }) => id === 'queue') as QueueReport;
    expect(queue.visibleMessages.maximum).toBeGreaterThan(10);
    expect(queue.messagesRedelivered).toBeGreaterThan(0);
  });
});

describe('the report of any scenario', () => {
  it('accounts for whatever came to a component', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        for (const each of createReport(scenario).components) {
          if (each.kind === 'instance-group') {
            const { requestsFinished, requestsRefused, requestsFailed, requestsAtEnd } = each;
            expect(requestsFinished + requestsRefused + requestsFailed + requestsAtEnd).toBe(each.requestsArrived);
          } else if (each.kind === 'queue') {
            expect(each.messagesDeleted + each.messagesDeadLettered + each.messagesAtEnd).toBe(each.messagesArrived);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has a bill whose lines, shares and total agree', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const { bill } = createReport(scenario);
        const sum = bill.lines.reduce((total, { sumUsd }) => total + sumUsd, 0);
        const { workingUsd, idleUsd, startingUsd, wastedUsd } = bill.split;
        expect(bill.totalUsd).toBe(workingUsd + idleUsd + startingUsd + wastedUsd);
        expect(Math.abs(sum - bill.totalUsd)).toBeLessThanOrEqual(1e-12 * (1 + sum));
        for (const { amount, unitPriceUsd, sumUsd } of bill.lines) {
          expect(amount).toBeGreaterThan(0);
          expect(sumUsd).toBe(amount * unitPriceUsd);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is that of the last sample, where one stands at the end', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (any) => {
        const scenario: Scenario = { ...any, durationSeconds: Math.ceil(any.durationSeconds) };
        const end = seconds(scenario.durationSeconds);
        const observer = new RunObserver(nodesOf(scenario), planOf(scenario).links, scenario.durationSeconds);
        createSimulation(scenario, observer).runUntil(end);
        observer.advanceTo(end);
        const samples = observer.takeSamples();
        const last = (name: RunColumn): number => valueAt(samples, samples.run[name], scenario.durationSeconds);
        const { uploads, bill, untilWatchable } = observer.report(scenario, end);
        expect((samples.length - 1) * samples.everySeconds).toBeCloseTo(scenario.durationSeconds, 9);
        for (const name of ['started', 'accepted', 'refused', 'watchable', 'lost', 'deadLettered', 'open'] as const) {
          expect(last(name), name).toBe(uploads[name]);
        }
        for (const name of ['workingUsd', 'idleUsd', 'startingUsd'] as const) {
          expect(last(name), name).toBe(bill.split[name]);
        }
        expect(last('perHourNowUsd')).toBe(bill.perHourAtEndUsd);
        expect(last('untilWatchableP95Seconds')).toBe(untilWatchable.p95Seconds ?? Number.NaN);
      }),
      { numRuns: 40 },
    );
  });

  it('obeys Little: what is in line on average is the rate times the wait', () => {
    // Everything that came to wait must have been served by the end, or the sums differ by those who still wait.
    const report = createReport(newScenario('queued', { durationSeconds: 400 }));
    const queue = report.components.find(({ id }) => id === 'queue') as QueueReport;
    expect(queue.messagesAtEnd).toBe(0);
    const totalWait = (queue.waiting.meanSeconds ?? 0) * queue.waiting.count;
    expect(queue.visibleMessages.mean * 400).toBeCloseTo(totalWait, 6);
  });
});
