/** A pool of workers: what is run, in which order, and what stops it. The workers here answer when the test says so. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import type { StageScenario } from '../../src/scenario/scenario.ts';
import { ladderIds } from '../../src/stages/catalogue.ts';
import type { FromBatch, PoolJob, ToBatch } from '../../src/worker/batch.ts';
import { type Pool, runPool } from '../../src/worker/pool.ts';

class SlowWorker {
  static all: SlowWorker[] = [];
  onmessage: ((event: { data: FromBatch }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly asked: number[] = [];
  isTerminated = false;

  constructor() {
    SlowWorker.all.push(this);
  }

  postMessage({ job }: ToBatch): void {
    this.asked.push(job);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answers(job: number): void {
    this.onmessage?.({ data: { job, report: { untilSeconds: job } as RunReport } });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  SlowWorker.all = [];
});

const scenario = newScenario('monolith', { durationSeconds: 10 });
const jobs = (n: number): PoolJob[] => Array.from({ length: n }, (_, seed) => ({ scenario: { ...scenario, seed } }));

/** A pool of so many cores, and what is heard of it. */
function poolOf(cores: number, of: Iterable<PoolJob> | Iterator<PoolJob>): { pool: Pool; heard: string[] } {
  vi.stubGlobal('Worker', SlowWorker);
  vi.stubGlobal('navigator', { hardwareConcurrency: cores });
  const heard: string[] = [];
  const pool = runPool(of, {
    report: (job, { untilSeconds }) => heard.push(`${job}: ${untilSeconds}`),
    failed: (job, message) => heard.push(`${job} failed: ${message}`),
    ended: () => heard.push('ended'),
  });
  return { pool, heard };
}

const asked = (): number[][] => SlowWorker.all.map((worker) => worker.asked);
const worker = (n: number): SlowWorker => SlowWorker.all[n] as SlowWorker;

describe('with workers', () => {
  it('leaves one core to the page, and never takes more than four or fewer than one', () => {
    const counts = [1, 2, 3, 16].map((cores) => {
      SlowWorker.all = [];
      poolOf(cores, jobs(1));
      return SlowWorker.all.length;
    });
    expect(counts).toEqual([1, 1, 2, 4]);
  });

  it('gives each worker two jobs, and the next in order to whoever has answered', () => {
    const { heard } = poolOf(3, jobs(6));
    expect(asked()).toEqual([
      [0, 1],
      [2, 3],
    ]);
    worker(1).answers(2);
    worker(0).answers(0);
    expect(asked()).toEqual([
      [0, 1, 5],
      [2, 3, 4],
    ]);
    expect(heard).toEqual(['2: 2', '0: 0']);
  });

  it('asks a generator for a job only when somebody is free for it', () => {
    let made = 0;
    function* many() {
      for (const job of jobs(3000)) {
        made += 1;
        yield job;
      }
    }
    poolOf(3, many());
    expect(made).toBe(4);
    worker(0).answers(0);
    expect(made).toBe(5);
  });

  it('tells of a job that failed, and goes on', () => {
    const { heard } = poolOf(2, jobs(3));
    worker(0).onmessage?.({ data: { job: 0, failure: 'no such thing' } });
    worker(0).answers(1);
    worker(0).answers(2);
    expect(heard).toEqual(['0 failed: no such thing', '1: 1', '2: 2', 'ended']);
    expect(worker(0).isTerminated).toBe(true);
  });

  it('ends where there is nothing to do', async () => {
    const { heard } = poolOf(3, []);
    await vi.waitFor(() => expect(heard).toEqual(['ended']));
    expect(SlowWorker.all.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it('ends every worker when it is stopped, and is not heard of any more', () => {
    const { pool, heard } = poolOf(3, jobs(6));
    worker(0).answers(0);
    pool.stop();
    expect(SlowWorker.all.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    worker(0).answers(1);
    expect(heard).toEqual(['0: 0']);
    expect(asked().flat()).toHaveLength(5);
  });

  it('can be stopped by what hears a report', () => {
    const { pool, heard } = poolOf(2, jobs(2));
    vi.spyOn(heard, 'push').mockImplementation((...words) => {
      pool.stop();
      return Array.prototype.unshift.apply(heard, words);
    });
    worker(0).answers(0);
    worker(0).answers(1);
    expect(heard).toEqual(['0: 0']);
  });

  it('gives the jobs of a worker that broke down to the others, before what comes after them', () => {
    const { heard } = poolOf(3, jobs(6));
    worker(0).onerror?.();
    worker(1).answers(2);
    worker(1).answers(3);
    expect(asked()[1]).toEqual([2, 3, 0, 1]);
    for (const job of [0, 1, 4, 5]) worker(1).answers(job);
    expect(heard).toEqual(['2: 2', '3: 3', '0: 0', '1: 1', '4: 4', '5: 5', 'ended']);
  });
});

describe('without workers', () => {
  /** Runs the jobs on this thread. */
  const cameOf = (of: Iterable<PoolJob>): Promise<Map<number, RunReport | string>> =>
    new Promise((resolve) => {
      const came = new Map<number, RunReport | string>();
      runPool(of, {
        report: (job, report) => came.set(job, report),
        failed: (job, message) => came.set(job, message),
        ended: () => resolve(came),
      });
    });

  it('reports of every architecture what a run at one stroke reports', async () => {
    const scenarios = ladderIds.map((stage) => newScenario(stage, { seed: 3, durationSeconds: 120 }));
    const came = await cameOf(scenarios.map((each) => ({ scenario: each })));
    expect([...came.keys()]).toEqual(scenarios.map((_, job) => job));
    expect([...came.values()]).toEqual(scenarios.map((each) => createReport(each)));
  });

  it('bills with the prices of the job', async () => {
    const prices = { 'ec2.c5.2xlarge': 1000 };
    const came = await cameOf([{ scenario, prices }]);
    expect(came.get(0)).toEqual(createReport(scenario, prices));
    expect(came.get(0)).not.toEqual(createReport(scenario));
  });

  it('tells of a job that failed, and goes on', async () => {
    const wrong = { ...scenario, stage: 'no-such-stage' } as unknown as StageScenario;
    const came = await cameOf([{ scenario: wrong }, { scenario }]);
    expect(came.get(0)).toBeTypeOf('string');
    expect(came.get(1)).toEqual(createReport(scenario));
  });

  it('ends where there is nothing to do', async () => {
    expect((await cameOf([])).size).toBe(0);
  });

  it('lets others have the thread in between, and stops in the middle of a run', async () => {
    // Ten hours of heavy traffic: far longer than a piece.
    const long = newScenario('monolith', {
      durationSeconds: 36_000,
      parameters: { users: { arrivals: 'poisson', ratePerSecond: 5 } },
    });
    const heard: string[] = [];
    const pool = runPool([{ scenario: long }], {
      report: () => heard.push('report'),
      failed: (_, message) => heard.push(message),
      ended: () => heard.push('ended'),
    });
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual([]);
    pool.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual([]);
  });
});
