/** The curves for each of the terms that were asked for: run while they are looked at, and kept for coming back to. */
import { type Costs, createCostsOf } from '../../../compare/costs/costs-store.ts';
import type { runPool } from '../../../worker/pool.ts';
import { type CrossoverId, contestOf, type Terms } from './contest.ts';

export interface Tried {
  terms: Terms;
  costs: Costs<CrossoverId>;
}

export interface Crossovers {
  /** The curves under these terms; the same object for the same terms. */
  under(terms: Terms): Tried;
  /** All that were asked for, the latest first. */
  tried(): readonly Tried[];
}

/** Terms that are kept. Our choice. */
const MOST_KEPT = 8;

function nameOf({ seconds, cpuShare, memoryMegabytes }: Terms): string {
  return [seconds, cpuShare, memoryMegabytes].join(' ');
}

/** `run` is what runs the jobs: the pool of workers, unless a test has its own. */
export function createCrossovers(run?: typeof runPool): Crossovers {
  let kept: { name: string; tried: Tried }[] = [];
  return {
    under(terms) {
      const name = nameOf(terms);
      const known = kept.find((each) => each.name === name);
      if (known) return known.tried;
      const tried = { terms, costs: createCostsOf(contestOf(terms), run) };
      for (const { tried: old } of kept.slice(MOST_KEPT - 1)) old.costs.stop();
      kept = [{ name, tried }, ...kept].slice(0, MOST_KEPT);
      return tried;
    },
    tried: () => kept.map(({ tried }) => tried),
  };
}
