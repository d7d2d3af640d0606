/** The table as it fills: which runs are done, what came of them, and what is still to be run. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Target } from '../../scenario/targets.ts';
import { ladderIds, type StageId } from '../../stages/catalogue.ts';
import type { PoolJob } from '../../worker/batch.ts';
import { type Pool, runPool } from '../../worker/pool.ts';
import { type CellFigures, figuresOf, type Outcome, outcomeOf } from './outcome.ts';
import { type RowId, rowIds, tableScenario, targetIn } from './table-scenario.ts';

/** How many seeds a cell may have. */
export const SEEDS = [5, 10, 20] as const;
export type Seeds = (typeof SEEDS)[number];

/** How often the screen is told of what has come, in milliseconds. Our choice: several hundred runs may end in a second. */
const TELL_MS = 250;

/** What is said of one fault in one architecture. */
export type Cell =
  /** The fault can strike nowhere there. */
  | { kind: 'nothing' }
  | {
      kind: 'runs';
      /** Where it strikes; null in the row without a fault. */
      target: Target | null;
      /** Null before the first run has ended. */
      figures: CellFigures | null;
      /** What a run said that came to nothing, if any did. */
      failure: string | null;
    };

export interface TableState {
  columns: readonly StageId[];
  seeds: Seeds;
  /** `stopped` by the reader; `idle` while the table is not on screen. */
  status: 'idle' | 'running' | 'stopped' | 'done';
  /** Runs that are over, of all that the table needs. */
  done: number;
  total: number;
  /** At the pace since it was last begun; null while nothing runs or no pace is known. */
  secondsLeft: number | null;
  /** Grows whenever cells may have changed. */
  version: number;
}

export interface FailureTable {
  readonly state: StoreApi<TableState>;
  cell(row: RowId, stage: StageId): Cell;
  /** The table has come on screen: what was not stopped by the reader begins, or goes on. */
  enter(): void;
  /** The table is left, and nothing runs behind another page. */
  leave(): void;
  /** Runs what is still to be run. */
  goOn(): void;
  /** Ends what runs; what has come stays. */
  stop(): void;
  /** More or fewer seeds a cell; what has come stays. */
  setSeeds(seeds: Seeds): void;
  /** Puts another architecture into a column. */
  setColumn(index: number, stage: StageId): void;
}

/** The runs of one cell so far. */
interface Runs {
  target: Target | null;
  isNothing: boolean;
  /** By seed, from 1; those to come are holes. */
  outcomes: (Outcome | undefined)[];
  /** By seed, too. */
  failures: (string | undefined)[];
  /** Said of the first so many seeds, at the last look. */
  told: { cell: Cell; version: number; seeds: Seeds } | null;
  /** Grows with every run. */
  version: number;
}

/** `run` is how jobs are run, in the page by a pool of workers. */
export function createFailureTable(run: typeof runPool = runPool): FailureTable {
  const cells = new Map<string, Runs>();
  const state = createStore<TableState>(() => ({
    columns: ladderIds,
    seeds: 20,
    status: 'idle',
    done: 0,
    total: 0,
    secondsLeft: null,
    version: 0,
  }));
  let pool: Pool | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** When the present going on began, and how many runs were done then. */
  let began = { wallMs: 0, done: 0 };

  function runsOf(row: RowId, stage: StageId): Runs {
    const key = `${row} ${stage}`;
    const known = cells.get(key);
    if (known) return known;
    const target = row === 'none' ? null : targetIn(stage, row);
    const isNothing = row !== 'none' && target === null;
    const made: Runs = { target, isNothing, outcomes: [], failures: [], told: null, version: 0 };
    cells.set(key, made);
    return made;
  }

  /** All cells that have runs, in the order of the table. */
  function cellsToRun(): { row: RowId; stage: StageId; runs: Runs }[] {
    const { columns } = state.getState();
    return rowIds
      .flatMap((row) => columns.map((stage) => ({ row, stage, runs: runsOf(row, stage) })))
      .filter(({ runs }) => !runs.isNothing);
  }

  const isOver = ({ outcomes, failures }: Runs, seed: number): boolean =>
    outcomes[seed - 1] !== undefined || failures[seed - 1] !== undefined;

  function counts(): { done: number; total: number } {
    const { seeds } = state.getState();
    let done = 0;
    const all = cellsToRun();
    for (const { runs } of all) for (let seed = 1; seed <= seeds; seed += 1) if (isOver(runs, seed)) done += 1;
    return { done, total: all.length * seeds };
  }

  /** Tells the screen of how it stands. */
  function tell(more: Partial<TableState> = {}): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { done, total } = counts();
    const passed = (performance.now() - began.wallMs) / 1000;
    const isPaced = pool !== null && done > began.done && done < total;
    const secondsLeft = isPaced ? (passed / (done - began.done)) * (total - done) : null;
    state.setState(({ version }) => ({ done, total, secondsLeft, version: version + 1, ...more }));
  }
  function tellSoon(): void {
    timer ??= setTimeout(() => tell(), TELL_MS);
  }

  /** First every cell once, then every cell again: so a rough table is there early. */
  function* missing(order: { runs: Runs; seed: number }[]): Generator<PoolJob> {
    const { seeds } = state.getState();
    const all = cellsToRun();
    for (let seed = 1; seed <= seeds; seed += 1) {
      for (const { row, stage, runs } of all) {
        if (isOver(runs, seed)) continue;
        order.push({ runs, seed });
        yield { scenario: tableScenario(stage, row, seed) };
      }
    }
  }

  function halt(): void {
    pool?.stop();
    pool = null;
  }

  function goOn(): void {
    halt();
    /** What the jobs are about, by their number. */
    const order: { runs: Runs; seed: number }[] = [];
    began = { wallMs: performance.now(), done: counts().done };
    const note = (job: number, put: (runs: Runs, seed: number) => void): void => {
      const { runs, seed } = order[job] as (typeof order)[number];
      put(runs, seed);
      runs.version += 1;
      tellSoon();
    };
    pool = run(missing(order), {
      report: (job, report) =>
        note(job, (runs, seed) => {
          runs.outcomes[seed - 1] = outcomeOf(report);
        }),
      failed: (job, message) =>
        note(job, (runs, seed) => {
          runs.failures[seed - 1] = message;
        }),
      ended() {
        pool = null;
        tell({ status: 'done' });
      },
    });
    tell({ status: 'running' });
  }

  /** What ran, or had run to its end, goes on with what is wanted now; what the reader stopped stays so. */
  function change(to: Partial<TableState>): void {
    state.setState(to);
    const { status } = state.getState();
    if (status === 'running' || status === 'done') goOn();
    else tell();
  }

  function end(status: TableState['status']): void {
    if (state.getState().status !== 'running') return;
    halt();
    tell({ status });
  }

  return {
    state,
    cell(row, stage) {
      const { seeds } = state.getState();
      const runs = runsOf(row, stage);
      if (runs.told?.version !== runs.version || runs.told.seeds !== seeds) {
        runs.told = { cell: cellOf(runs, seeds), version: runs.version, seeds };
      }
      return runs.told.cell;
    },
    enter() {
      if (state.getState().status === 'idle') goOn();
    },
    leave: () => end('idle'),
    goOn,
    stop: () => end('stopped'),
    setSeeds: (seeds) => change({ seeds }),
    setColumn(index, stage) {
      change({ columns: state.getState().columns.with(index, stage) });
    },
  };
}

function cellOf({ target, isNothing, outcomes, failures }: Runs, seeds: Seeds): Cell {
  if (isNothing) return { kind: 'nothing' };
  const known = outcomes.slice(0, seeds).flatMap((outcome) => outcome ?? []);
  const failure = failures.slice(0, seeds).find((message) => message !== undefined) ?? null;
  return { kind: 'runs', target, figures: figuresOf(known), failure };
}
