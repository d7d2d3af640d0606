/** Runs a scenario to its end a little at a time, for a thread that has other things to do in between. */
import { bookWith, type PriceChanges } from '../cost/prices.ts';
import { type SimTime, seconds } from '../engine/time.ts';
import type { World } from '../models/world.ts';
import { createSimulation, planOf } from '../scenario/create-simulation.ts';
import type { RunReport } from '../scenario/report.ts';
import { RunObserver } from '../scenario/run-observer.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** In how many pieces a run can be cut. Our choice: each takes well under a millisecond in a run of a few minutes. */
const PIECES = 1000;

export class ReportInPieces {
  readonly #scenario: Scenario;
  readonly #observer: RunObserver;
  readonly #world: World;
  readonly #until: SimTime;
  #piece = 0;

  /** The scenario must be valid. */
  constructor(scenario: Scenario, prices: PriceChanges = {}) {
    const { nodes, links } = planOf(scenario);
    this.#scenario = scenario;
    this.#observer = new RunObserver(nodes, links, scenario.durationSeconds, bookWith(prices));
    this.#world = createSimulation(scenario, this.#observer);
    this.#until = seconds(scenario.durationSeconds);
  }

  /** Goes on, by at least one piece, until that is enough. The report once the run is at its end, else null. */
  work(isEnough: () => boolean): RunReport | null {
    do {
      this.#piece += 1;
      const at = this.#piece < PIECES ? Math.floor((this.#until / PIECES) * this.#piece) : this.#until;
      this.#world.runUntil(at);
      this.#observer.advanceTo(at);
      // Nobody draws them here.
      this.#observer.takeSamples();
    } while (this.#piece < PIECES && !isEnough());
    return this.#piece < PIECES ? null : this.#observer.report(this.#scenario, this.#until);
  }
}
