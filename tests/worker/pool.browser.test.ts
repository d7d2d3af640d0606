/** The pool with real workers: its reports are those of runs on the page's own thread. */
import { expect, it } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import { ladderIds } from '../../src/stages/catalogue.ts';
import type { PoolJob } from '../../src/worker/batch.ts';
import { runPool } from '../../src/worker/pool.ts';

it('reports from its workers, bit for bit, what the same scenarios report here', async () => {
  const prices = { 'ec2.c5.2xlarge': 1 };
  const jobs = ladderIds.map((stage, seed): PoolJob => ({ scenario: newScenario(stage, { seed }), prices }));
  const came = new Map<number, RunReport>();
  await new Promise<void>((resolve, reject) => {
    runPool(jobs, {
      report: (job, report) => came.set(job, report),
      failed: (job, message) => reject(new Error(`${job}: ${message}`)),
      ended: resolve,
    });
  });
  jobs.forEach(({ scenario }, job) => {
    expect(came.get(job)).toEqual(createReport(scenario, prices));
  });
});

it('is still once it was stopped', async () => {
  let reports = 0;
  function* endless(): Generator<PoolJob> {
    for (let seed = 0; ; seed += 1) yield { scenario: newScenario('queued', { seed }) };
  }
  const pool = await new Promise<{ stop(): void }>((resolve) => {
    const running = runPool(endless(), {
      report() {
        reports += 1;
        if (reports === 5) resolve(running);
      },
      failed: () => undefined,
      ended: () => undefined,
    });
  });
  pool.stop();
  const until = reports;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(reports).toBe(until);
});
