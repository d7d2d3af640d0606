/** What is counted in the lanes of each stage: who waits, who works, and uploads alone among all that is sent. */
import { describe, expect, it } from 'vitest';
import { type Curve, largestOf, valueAt } from '../../../src/panels/time/geometry.ts';
import { laneLayout } from '../../../src/panels/time/lane-layout.ts';
import { type RunCurves, readQueues, runCurves } from '../../../src/panels/time/run-curves.ts';
import { runLine } from '../../../src/panels/time/run-lines.ts';
import { nodesOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { Series } from '../../../src/scenario/samples.ts';
import { architectureIds, type StageId } from '../../../src/stages/catalogue.ts';
import { crashTarget } from './crash-target.ts';
import { runStateOf } from './run-state-of.ts';

/** The curves of a stage, with a crash of those that work from 100 s to 170 s where it is asked for. */
function curvesOf(stage: StageId, crashed = false): RunCurves {
  const crash = {
    kind: 'fault',
    fault: 'crash',
    target: crashTarget(stage),
    atSeconds: 100,
    untilSeconds: 170,
  } as const;
  const { scenario, series } = runStateOf(newScenario(stage, crashed ? { interventions: [crash] } : {}));
  return runCurves(scenario, series as Series);
}

const end = (curve: Curve): number => valueAt(curve, 300);

/** What the lanes of each stage are about. */
const lanes: Readonly<Partial<Record<StageId, Pick<RunCurves, 'waitingOf' | 'queues' | 'workers' | 'areProcessing'>>>> =
  {
    monolith: { waitingOf: 'requests', queues: 0, workers: 'instances', areProcessing: true },
    tiers: { waitingOf: 'requests', queues: 0, workers: 'instances', areProcessing: true },
    'tiers-on-one-server': { waitingOf: 'requests', queues: 0, workers: 'instances', areProcessing: true },
    'load-balanced': { waitingOf: 'requests', queues: 0, workers: 'instances', areProcessing: true },
    queued: { waitingOf: 'messages', queues: 1, workers: 'instances', areProcessing: true },
    'queued-steps': { waitingOf: 'messages', queues: 4, workers: 'instances', areProcessing: true },
    microservices: { waitingOf: 'messages', queues: 5, workers: 'instances', areProcessing: true },
    'microservices-1': { waitingOf: 'messages', queues: 11, workers: 'instances', areProcessing: true },
    'microservices-2': { waitingOf: 'messages', queues: 18, workers: 'instances', areProcessing: true },
    'microservices-3': { waitingOf: 'messages', queues: 26, workers: 'instances', areProcessing: true },
    'microservices-4': { waitingOf: 'messages', queues: 35, workers: 'instances', areProcessing: true },
    'event-driven': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'event-driven-1': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'event-driven-2': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'event-driven-3': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'event-driven-4': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    serverless: { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'serverless-gateway': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'serverless-application': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: false },
    'file-processing': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: true },
    'database-trigger': { waitingOf: 'record-age', queues: 0, workers: 'environments', areProcessing: false },
    'serverless-cron': { waitingOf: 'events', queues: 0, workers: 'environments', areProcessing: false },
    'real-time-stream': { waitingOf: 'record-age', queues: 0, workers: 'environments', areProcessing: false },
  };

describe.each(architectureIds)('the lanes of %s', (stage) => {
  it('count who waits and who works here, and there is somebody who works', () => {
    const curves = curvesOf(stage);
    const told = lanes[stage];
    if (told === undefined) throw new Error(`the lanes of ${stage} are not told`);
    expect(curves).toMatchObject(told);
    expect(curves.desired === null).toBe(told.workers === 'environments');
    expect(curves.inFlight === null).toBe(told.queues === 0);
    expect(largestOf(curves.inService)).toBeGreaterThan(0);
  });
});

describe('the uploads of a stage with several kinds of clients', () => {
  it('are those of the people alone: clicks and errors are none', () => {
    expect(end(curvesOf('event-driven').started)).toBe(end(curvesOf('monolith').started));
    expect(end(curvesOf('serverless-cron').started)).toBe(0);
    expect(end(curvesOf('real-time-stream').started)).toBe(0);
  });
});

describe('who waits', () => {
  it('is nobody who lies with the dead letters', () => {
    const nodes = nodesOf(newScenario('serverless'));
    expect(nodes.some(({ kind }) => kind === 'queue')).toBe(true);
    expect(readQueues(nodes)).toEqual([]);
    const curves = curvesOf('serverless', true);
    expect(end(curves.deadLettered)).toBeGreaterThan(0);
    expect(end(curves.waiting)).toBe(0);
  });

  it('is an event to be tried again, where functions are down', () => {
    expect(largestOf(curvesOf('event-driven', true).waiting)).toBeGreaterThan(
      largestOf(curvesOf('event-driven').waiting),
    );
  });

  it('is told of a stream by how old its oldest record is, which grows while its reader is down', () => {
    const curves = curvesOf('real-time-stream', true);
    expect(valueAt(curves.waiting, 165)).toBeGreaterThan(30);
    expect(valueAt(curves.waiting, 90)).toBeLessThan(10);
    // Second by second, not only when somebody asks for it.
    for (let t = 120; t < 165; t += 5) {
      expect(valueAt(curves.waiting, t + 5) - valueAt(curves.waiting, t)).toBeCloseTo(5, 6);
    }
  });

  it('is what lies in a stream too, where there are queues beside it', () => {
    const { scenario, series } = runStateOf(newScenario('function-invocations'), 30);
    const [stream] = nodesOf(scenario).flatMap(({ kind }, index) => (kind === 'stream' ? [index] : []));
    const columns = series?.components[stream ?? -1];
    if (columns?.kind !== 'stream') throw new Error('there is no stream');
    columns.waiting.fill(0);
    const before = valueAt(runCurves(scenario, series as Series).waiting, 20);
    columns.waiting.fill(86);
    expect(valueAt(runCurves(scenario, series as Series).waiting, 20)).toBe(before + 86);
  });

  it('is told of environments beside those that are busy', () => {
    const { inService, environments } = curvesOf('file-processing');
    const quiet = Array.from({ length: 300 }, (_, t) => t).find(
      (t) => valueAt(inService, t) === 0 && environments !== null && valueAt(environments, t) > 0,
    );
    expect(quiet).toBeDefined();
    expect(curvesOf('monolith').environments).toBeNull();
  });

  it('is counted before every tier', () => {
    const nodes = nodesOf(newScenario('tiers'));
    const upload = nodes.findIndex(({ id }) => id === 'upload');
    const { scenario, series } = runStateOf(newScenario('tiers'), 1);
    const [column] = [series?.components[upload]].flatMap((each) => (each?.kind === 'instance-group' ? [each] : []));
    column?.backlog.fill(3);
    expect(valueAt(runCurves(scenario, series as Series).waiting, 1)).toBe(3);
  });
});

describe('the lanes', () => {
  const run = (name: string, hasUploads = true) => ({ name, hasUploads });
  const lanesOf = (...runs: ReturnType<typeof run>[]) => laneLayout(runs, 0, false, 16).lanes;

  it('have none for uploads where nobody uploads', () => {
    expect(lanesOf(run('Real-time stream', false)).map(({ id }) => id)).toEqual(['waiting', 'instances', 'faults']);
    expect(lanesOf(run('Monolith'), run('Queued')).map(({ id, run: of }) => `${id} ${of}`)).toEqual([
      'waiting 0',
      'instances 0',
      'uploads 0',
      'uploads 1',
      'faults 0',
    ]);
  });

  it('are higher where the names of many would be cut, but not where each has its own line, and never lie over one another', () => {
    const four = (last: string, hasUploads: boolean) => lanesOf(run('A'), run('B'), run('C'), run(last, hasUploads));
    const [short, long] = [four('D', false), four('Microservices, 4 more', false)];
    expect(long[0]?.height).toBeGreaterThan(short[0]?.height ?? 0);
    const once = four('Microservices, 4 more', true);
    expect(once).toEqual(four('D', true));
    for (const lanes of [short, long, once]) {
      for (const [index, { y, height }] of lanes.entries()) {
        expect(lanes[index + 1]?.y ?? Number.POSITIVE_INFINITY).toBeGreaterThan(y + height);
      }
    }
  });
});

describe('the lines of seven runs', () => {
  it('differ by their dashes, so that they can be told apart without colour', () => {
    const lines = [0, 1, 2, 3, 4, 5, 6].map(runLine);
    expect(new Set(lines.map(({ dashes }) => dashes)).size).toBe(7);
    expect(runLine(7)).toEqual(runLine(0));
  });
});
