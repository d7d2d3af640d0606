/**
 * The curves as far as they have been run. Begun, it runs in the background what is still lacking, tells each point as it
 * comes, and then makes the crossings finer; stopped, it keeps what it has, and goes on from there when it is begun again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PriceBook } from '../../cost/prices.ts';
import { type LadderId, ladderIds, type StageId } from '../../stages/catalogue.ts';
import { runSearches, type Search, type Searching } from '../../stores/searches.ts';
import type { runPool } from '../../worker/pool.ts';
import { type Curves, finerIn } from './crossovers.ts';
import { findPointIn, type Point, type Used, usedIn } from './fit.ts';
import { type Contest, ladderContest, RATES } from './traffic.ts';

/** What an architecture uses to which nobody comes. */
export interface IdleUse {
  used: Used;
  hours: number;
}

export interface CostsState<S extends StageId = LadderId> {
  /** `refining`: all points are there, and the crossings are made finer. */
  status: 'stopped' | 'running' | 'refining' | 'done';
  curves: Curves<S>;
  idle: Readonly<Partial<Record<S, IdleUse>>>;
  /** Points that are there, and points that are wanted, those with nobody uploading included; crossings are not counted. */
  done: number;
  wanted: number;
  /** What went wrong, if anything. */
  failure: string | null;
}

export interface Costs<S extends StageId = LadderId> {
  readonly state: StoreApi<CostsState<S>>;
  /** Runs what is lacking. `book` answers with the prices by which crossings are looked for. */
  start(book: () => PriceBook): void;
  stop(): void;
}

/** How often crossings are made finer. Our choice: by then they are known to some hundredths. */
const MOST_ROUNDS = 3;

export const WANTED = ladderIds.length * (RATES.length + 1);

/** `run` is what runs the jobs: the pool of workers, unless a test has its own. */
export function createCosts(run?: typeof runPool): Costs {
  return createCostsOf(ladderContest, run);
}

/** The same for any contest. */
export function createCostsOf<S extends StageId>(contest: Contest<S>, run?: typeof runPool): Costs<S> {
  const { stages, rates } = contest;
  const state = createStore<CostsState<S>>(() => ({
    status: 'stopped',
    curves: Object.fromEntries(stages.map((stage) => [stage, []])) as unknown as Curves<S>,
    idle: {} as CostsState<S>['idle'],
    done: 0,
    wanted: stages.length * (rates.length + 1),
    failure: null,
  }));
  let pool: Searching | null = null;

  function counted(now: CostsState<S>): CostsState<S> {
    const usual = new Set<number>(rates);
    const points = stages.flatMap((stage) => now.curves[stage].filter(({ ratePerSecond }) => usual.has(ratePerSecond)));
    return { ...now, done: points.length + Object.keys(now.idle).length };
  }

  function add(point: Point<S>): void {
    state.setState(({ curves }) => {
      const points = [...curves[point.stage], point].sort((a, b) => a.ratePerSecond - b.ratePerSecond);
      return counted({ ...state.getState(), curves: { ...curves, [point.stage]: points } });
    });
  }

  /** With nobody at first, then from the least traffic to the most, each point sized by what was measured before. */
  function* curve(stage: S): Search<void> {
    if (state.getState().idle[stage] === undefined) {
      const report = yield { scenario: contest.idleScenario(stage) };
      const use = { used: usedIn(report), hours: report.untilSeconds / 3600 };
      state.setState((was) => counted({ ...was, idle: { ...was.idle, [stage]: use } }));
    }
    for (const rate of rates) {
      const points = state.getState().curves[stage];
      if (points.some(({ ratePerSecond }) => ratePerSecond === rate)) continue;
      const before = points.findLast(({ ratePerSecond }) => ratePerSecond < rate);
      // What cannot take this much cannot take more.
      if (before?.cannot) add({ ...before, ratePerSecond: rate, runs: 0 });
      else add(yield* findPointIn(contest, stage, rate, before?.need ?? {}));
    }
  }

  function* point(stage: S, ratePerSecond: number): Search<void> {
    const before = state.getState().curves[stage].findLast((each) => each.ratePerSecond < ratePerSecond);
    add(yield* findPointIn(contest, stage, ratePerSecond, before?.need ?? {}));
  }

  function refine(book: () => PriceBook, round: number): void {
    const wanted = round < MOST_ROUNDS ? finerIn(contest, state.getState().curves, book()) : [];
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
      begin(stages.map(curve), () => refine(book, 0));
    },
    stop() {
      if (pool === null) return;
      pool.stop();
      pool = null;
      state.setState({ status: 'stopped' });
    },
  };
}
