/** The table as it fills: in which order, what stops it, and that its numbers are those of headless runs. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cell, createFailureTable, type FailureTable } from '../../../src/compare/failures/failure-table.ts';
import { badShare, outcomeOf } from '../../../src/compare/failures/outcome.ts';
import { type RowId, rowIds, tableScenario, targetIn } from '../../../src/compare/failures/table-scenario.ts';
import { createReport, type RunReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { ladderIds, type StageId } from '../../../src/stages/catalogue.ts';
import type { PoolJob } from '../../../src/worker/batch.ts';
import type { PoolListener, runPool } from '../../../src/worker/pool.ts';

/** A pool that runs as many jobs as the test says. */
class Pools {
  jobs: Iterator<PoolJob> | null = null;
  listener: PoolListener | null = null;
  job = 0;
  begun = 0;
  stopped = 0;
  readonly asked: StageScenario[] = [];

  readonly run: typeof runPool = (jobs, listener) => {
    this.jobs = Symbol.iterator in jobs ? jobs[Symbol.iterator]() : jobs;
    this.listener = listener;
    this.job = 0;
    this.begun += 1;
    return {
      stop: () => {
        this.stopped += 1;
        this.jobs = null;
      },
    };
  };

  /** Runs the next so many; `come` says what comes of one. */
  work(n: number, come: (scenario: StageScenario) => RunReport | string): void {
    for (let i = 0; i < n && this.jobs; i += 1) {
      const { done, value } = this.jobs.next();
      if (done) {
        this.jobs = null;
        this.listener?.ended();
        return;
      }
      const scenario = (value as PoolJob).scenario as StageScenario;
      this.asked.push(scenario);
      const came = come(scenario);
      if (typeof came === 'string') this.listener?.failed(this.job, came);
      else this.listener?.report(this.job, came);
      this.job += 1;
    }
  }
}

/** Of a run with so many uploads of ten refused. */
const refused = (n: number): RunReport =>
  ({
    uploads: {
      ...{ started: 10, refused: n, lost: 0, deadLettered: 0, open: 0 },
      ...{ refusedByReason: {}, lostByReason: {}, deadLetteredByReason: {} },
    },
    faults: [],
  }) as unknown as RunReport;
const quick = () => refused(1);

/** How many cells have runs. */
const cells = rowIds.flatMap((row) =>
  ladderIds.filter((stage) => row === 'none' || targetIn(stage, row) !== null).map((stage) => `${row} ${stage}`),
);

let pools: Pools;
let table: FailureTable;

beforeEach(() => {
  vi.useFakeTimers();
  pools = new Pools();
  table = createFailureTable(pools.run);
});
afterEach(() => vi.useRealTimers());

const figures = (row: RowId, stage: StageId) => {
  const cell: Cell = table.cell(row, stage);
  return cell.kind === 'runs' ? cell.figures : null;
};
const told = () => {
  vi.advanceTimersByTime(1000);
  const { status, done, total } = table.state.getState();
  return { status, done, total };
};

describe('a table that fills', () => {
  it('runs every cell once before it runs any again, from the top, and asks for no cell that means nothing', () => {
    table.enter();
    pools.work(cells.length + 1, quick);
    const { asked } = pools;
    expect(asked.slice(0, 8).map(({ stage }) => stage)).toEqual([...ladderIds, 'monolith']);
    expect(asked.slice(0, 7).every(({ interventions }) => interventions.length === 0)).toBe(true);
    expect(asked.slice(7, cells.length).every(({ interventions }) => interventions.length === 1)).toBe(true);
    expect(new Set(asked.slice(0, cells.length).map(({ seed }) => seed))).toEqual(new Set([1]));
    expect(asked[cells.length]?.seed).toBe(2);
  });

  it('shows what has come with the interval that it has by then', () => {
    table.enter();
    pools.work(1, () => refused(1));
    expect(figures('none', 'monolith')?.bad).toEqual({ mean: 0.1, interval: null, runs: 1 });
    pools.work(cells.length, () => refused(0));
    expect(figures('none', 'monolith')?.bad.mean).toBe(0.05);
    expect(figures('none', 'monolith')?.bad.interval?.high).toBeGreaterThan(0.05);
    expect(figures('none', 'tiers')?.bad.runs).toBe(1);
  });

  it('counts what is done, a few times a second, and is done when all is', () => {
    table.setSeeds(5);
    table.enter();
    pools.work(10, quick);
    expect(told()).toEqual({ status: 'running', done: 10, total: 5 * cells.length });
    pools.work(5 * cells.length, quick);
    expect(told()).toEqual({ status: 'done', done: 5 * cells.length, total: 5 * cells.length });
  });

  it('says how long it will take at the pace so far', () => {
    table.setSeeds(5);
    table.enter();
    vi.advanceTimersByTime(2000);
    pools.work(cells.length, quick);
    vi.advanceTimersByTime(250);
    // A fifth in two and a quarter seconds.
    expect(table.state.getState().secondsLeft).toBeCloseTo(9, 5);
  });

  it('says of a run that came to nothing what it said, and goes on', () => {
    table.enter();
    pools.work(1, () => 'no such thing');
    pools.work(cells.length, quick);
    const cell = table.cell('none', 'monolith');
    expect(cell).toMatchObject({ kind: 'runs', failure: 'no such thing' });
    expect(figures('none', 'monolith')?.bad.runs).toBe(1);
    expect(told().done).toBe(cells.length + 1);
  });

  it('knows where a fault means nothing, and where it strikes', () => {
    expect(table.cell('rule-mismatch', 'monolith')).toEqual({ kind: 'nothing' });
    expect(table.cell('crash', 'queued')).toMatchObject({ kind: 'runs', target: 'step:process', figures: null });
  });
});

describe('stopping it', () => {
  it('ends the pool and keeps what has come; going on runs only what is missing', () => {
    table.enter();
    pools.work(3, quick);
    table.stop();
    expect(pools.stopped).toBe(1);
    expect(told()).toMatchObject({ status: 'stopped', done: 3 });
    table.goOn();
    pools.work(1, quick);
    expect(pools.asked).toHaveLength(4);
    expect(pools.asked[3]).toEqual(tableScenario(ladderIds[3] as StageId, 'none', 1));
    expect(told()).toMatchObject({ status: 'running', done: 4 });
  });

  it('happens when the page is left; whoever comes back finds what has come, and it goes on', () => {
    table.enter();
    pools.work(3, quick);
    table.leave();
    expect(pools.jobs).toBeNull();
    expect(told()).toMatchObject({ status: 'idle', done: 3 });
    table.enter();
    pools.work(1, quick);
    expect(told()).toMatchObject({ status: 'running', done: 4 });
  });

  it('by the reader holds when the page is left and entered again', () => {
    table.enter();
    table.stop();
    table.leave();
    table.enter();
    expect(told().status).toBe('stopped');
    expect(pools.begun).toBe(1);
  });

  it('is nothing that a table which is done does when it is left', () => {
    table.setSeeds(5);
    table.enter();
    pools.work(5 * cells.length + 1, quick);
    table.leave();
    expect(told().status).toBe('done');
    table.enter();
    expect(pools.begun).toBe(1);
  });
});

describe('changing it', () => {
  it('to more seeds goes on from what has come; to fewer shows those alone', () => {
    table.setSeeds(5);
    table.enter();
    pools.work(5 * cells.length + 1, ({ seed }) => refused(seed > 1 ? 1 : 0));
    expect(told().status).toBe('done');
    table.setSeeds(10);
    expect(told()).toEqual({ status: 'running', done: 5 * cells.length, total: 10 * cells.length });
    pools.work(1, () => refused(10));
    expect(pools.asked.at(-1)).toEqual(tableScenario('monolith', 'none', 6));
    expect(figures('none', 'monolith')?.bad).toMatchObject({ runs: 6 });
    table.setSeeds(5);
    expect(figures('none', 'monolith')?.bad).toMatchObject({ runs: 5, mean: 0.08 });
    pools.work(1, quick);
    expect(told().status).toBe('done');
  });

  it('puts another form of an architecture into its column, and keeps what is known of both', () => {
    table.enter();
    pools.work(7, quick);
    table.setColumn(1, 'tiers-on-one-server');
    expect(figures('none', 'tiers-on-one-server')).toBeNull();
    pools.work(1, quick);
    expect(pools.asked.at(-1)).toEqual(tableScenario('tiers-on-one-server', 'none', 1));
    expect(figures('none', 'tiers-on-one-server')?.bad.runs).toBe(1);
    expect(figures('none', 'tiers')?.bad.runs).toBe(1);
    expect(table.state.getState().columns[1]).toBe('tiers-on-one-server');
  });
});

it('has the numbers of headless runs of the same scenarios', async () => {
  vi.useRealTimers();
  const real = createFailureTable();
  real.enter();
  await vi.waitFor(
    () => {
      const cell = real.cell('instance-loss', 'load-balanced');
      expect(cell.kind === 'runs' && cell.figures?.bad.runs).toBe(1);
    },
    { timeout: 50_000, interval: 100 },
  );
  real.leave();
  for (const [row, stage] of [
    ['none', 'serverless'],
    ['crash', 'tiers'],
    ['instance-loss', 'load-balanced'],
  ] as const) {
    const cell = real.cell(row, stage);
    const known = cell.kind === 'runs' ? cell.figures : null;
    const shares = Array.from({ length: known?.bad.runs ?? 0 }, (_, index) =>
      badShare(outcomeOf(createReport(tableScenario(stage, row, index + 1)))),
    );
    expect(shares.length).toBeGreaterThan(0);
    expect(known?.bad.mean).toBe(shares.reduce((sum, each) => sum + each, 0) / shares.length);
  }
});
