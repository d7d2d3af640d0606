/**
 * How fast the general models run two queueing networks, with an observer that averages, and SIM.JS the same networks.
 * An event is one event of the calendar that is handled: for M/M/4 four a customer (it comes, its request arrives, its
 * service ends, the answer arrives), for three stations in a row eight. Seconds are seconds of processor time.
 */
import { seconds } from '../../src/engine/time.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { Averages } from '../averages.ts';
import { type Network, networks, scenarioOf } from '../queueing-networks.ts';
import type { Result } from '../result.ts';
import { loadSimJs, runInSimJs } from '../simjs.ts';

const CUSTOMERS = 1_000_000;
/** Times that each is run, by turns; the best counts, as everything else on the machine only makes it slower. */
const ROUNDS = 4;
/** What is measured must be the network it is said to be: with a million customers, this close to theory. */
const MOST_OFF = 0.03;

interface Speeds {
  eventsPerSecond: number;
  factsPerSecond: number;
  customersPerSecond: number;
}

export async function queueing(): Promise<Result[]> {
  const simJs = await loadSimJs();
  return networks.flatMap((network) => {
    const best: Speeds = { eventsPerSecond: 0, factsPerSecond: 0, customersPerSecond: 0 };
    let baseline = 0;
    const until = CUSTOMERS / network.arrivalsPerSecond;
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const speeds = runInGeneralModels(network, until, seed);
      if (speeds.customersPerSecond > best.customersPerSecond) Object.assign(best, speeds);
      const begin = processorSeconds();
      const { served, meanSeconds } = runInSimJs(simJs, network, until, seed);
      baseline = Math.max(baseline, served / (processorSeconds() - begin));
      check(network, 'SIM.JS', meanSeconds);
    }
    const { eventsPerSecond, factsPerSecond, customersPerSecond } = best;
    const compared = { baseline, ratio: customersPerSecond / baseline };
    return [
      { name: `${network.name}: events`, value: eventsPerSecond, unit: 'events/s' },
      { name: `${network.name}: facts observed`, value: factsPerSecond, unit: 'facts/s' },
      {
        name: `${network.name}: customers (baseline: SIM.JS)`,
        value: customersPerSecond,
        unit: 'customers/s',
        ...compared,
      },
    ];
  });
}

function runInGeneralModels(network: Network, until: number, seed: number): Speeds {
  const averages = new Averages();
  const world = createSimulation(scenarioOf(network, until, seed), averages);
  const begin = processorSeconds();
  world.runUntil(seconds(until));
  const took = processorSeconds() - begin;
  check(network, 'the general models', averages.meanSeconds);
  return {
    eventsPerSecond: world.simulation.events / took,
    factsPerSecond: averages.facts / took,
    customersPerSecond: averages.served / took,
  };
}

function check({ name, meanSeconds }: Network, where: string, found: number): void {
  if (Math.abs(found / meanSeconds - 1) < MOST_OFF) return;
  throw new Error(`${name} in ${where} has a mean time in the system of ${found} s; theory says ${meanSeconds} s`);
}

/** Seconds of processor time, so that other work on the machine counts less than it does on the clock of the wall. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
