/**
 * The curves as far as they have been run. Begun, it runs in the background what is still lacking, tells each point as it
 * comes, and then makes the crossings finer; stopped, it keeps what it has, and goes on from there when it is begun again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PriceBook } from '../../cost/prices.ts';
import { type LadderId, ladderIds } from '../../stages/catalogue.ts';
import { runSearches, type Search, type Searching } from '../../stores/searches.ts';
import type { runPool } from '../../worker/pool.ts';
import { type Curves, finer } from './crossovers.ts';
import { findPoint, type Point, type Used, usedIn } from './fit.ts';
import { idleScenario, RATES } from './traffic.ts';

/** What an architecture uses to which nobody comes. */
export interface IdleUse {
  used: Used;
  hours: number;
}

export interface CostsState {
  /** `refining`: all points are there, and the crossings are made finer. */
  status: 'stopped' | 'running' | 'refining' | 'done';
  curves: Curves;
  idle: Readonly<Partial<Record<LadderId, IdleUse>>>;
  /** Points that are there, and points that are wanted, those with nobody uploading included; crossings are not counted. */
  done: number;
  wanted: number;
  /** What went wrong, if anything. */
  failure: string | null;
}

export interface Costs {
  readonly state: StoreApi<CostsState>;
  /** Runs what is lacking. `book` answers with the prices by which crossings are looked for. */
  start(book: () => PriceBook): void;
  stop(): void;
}

/** How often crossings are made finer. Our choice: by then they are known to some hundredths. */
const MOST_ROUNDS = 3;

export const WANTED = ladderIds.length * (RATES.length + 1);

/** `run` is what runs the jobs: the pool of workers, unless a test has its own. */
export function createCosts(run?: typeof runPool): Costs {
  const state = createStore<CostsState>(() => ({
    status: 'stopped',
    curves: Object.fromEntries(ladderIds.map((stage) => [stage, []])) as unknown as Curves,
    idle: {},
    done: 0,
    wanted: WANTED,
    failure: null,
  }));
  let pool: Searching | null = null;

  function add(point: Point): void {
    state.setState(({ curves }) => {
      const points = [...curves[point.stage], point].sort((a, b) => a.ratePerSecond - b.ratePerSecond);
      return counted({ ...state.getState(), curves: { ...curves, [point.stage]: points } });
    });
  }

  /** With nobody at first, then from the least traffic to the most, each point sized by what was measured before. */
  function* curve(stage: LadderId): Search<void> {
    if (state.getState().idle[stage] === undefined) {
      const report = yield { scenario: idleScenario(stage) };
      const use = { used: usedIn(report), hours: report.untilSeconds / 3600 };
      state.setState((was) => counted({ ...was, idle: { ...was.idle, [stage]: use } }));
    }
    for (const rate of RATES) {
      const points = state.getState().curves[stage];
      if (points.some(({ ratePerSecond }) => ratePerSecond === rate)) continue;
      const before = points.findLast(({ ratePerSecond }) => ratePerSecond < rate);
      // What cannot take this much cannot take more.
      if (before?.cannot) add({ ...before, ratePerSecond: rate, runs: 0 });
      else add(yield* findPoint(stage, rate, before?.need ?? {}));
    }
  }

  function* point(stage: LadderId, ratePerSecond: number): Search<void> {
    const before = state.getState().curves[stage].findLast((each) => each.ratePerSecond < ratePerSecond);
    add(yield* findPoint(stage, ratePerSecond, before?.need ?? {}));
  }

  function refine(book: () => PriceBook, round: number): void {
    const wanted = round < MOST_ROUNDS ? finer(state.getState().curves, book()) : [];
    if (wanted.length === 0) {
      state.setState({ status: 'done' });
      return;
    }
    state.setState({ status: 'refining' });
    begin(
      wanted.map(({ stage, ratePerSecond }) => point(stage, ratePerSecond)),
      () => refine(book, round + 1),
    );
  }

  function begin(searches: readonly Search<void>[], ended: () => void): void {
    pool = runSearches(
      searches,
      {
        found: () => undefined,
        failed: (_, failure) => state.setState({ failure }),
        ended: () => {
          pool = null;
          ended();
        },
      },
      run,
    );
  }

  return {
    state,
    start(book) {
      if (pool !== null) return;
      state.setState({ status: 'running', failure: null });
      begin(ladderIds.map(curve), () => refine(book, 0));
    },
    stop() {
      if (pool === null) return;
      pool.stop();
      pool = null;
      state.setState({ status: 'stopped' });
    },
  };
}

function counted(state: CostsState): CostsState {
  const usual = new Set<number>(RATES);
  const points = ladderIds.flatMap((stage) =>
    state.curves[stage].filter(({ ratePerSecond }) => usual.has(ratePerSecond)),
  );
  return { ...state, done: points.length + Object.keys(state.idle).length };
}
