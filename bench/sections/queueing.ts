/**
 * How fast the general models run two queueing networks, with an observer that averages, and SIM.JS the same networks.
 *
 * An event is one that the calendar hands out and that is handled. For M/M/4 these are four a customer (it comes, its
 * request arrives, its service ends, the answer arrives), for three stations in a row eight; in SIM.JS, which has no
 * messages, two and four. Seconds are seconds of processor time.
 */
import { seconds } from '../../src/engine/time.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { Averages } from '../averages.ts';
import { type Network, networks, scenarioOf } from '../queueing-networks.ts';
import type { Result } from '../result.ts';
import { loadSimJs, runInSimJs, type SimJs } from '../simjs.ts';

const CUSTOMERS = 1_000_000;
/** Times that each is run, by turns; the best counts, as everything else on the machine only makes it slower. */
const ROUNDS = 4;
/** What is measured must be the network it is said to be: with a million customers, this close to theory. */
const MOST_OFF = 0.03;

/** What a run has done. */
interface Done {
  events: number;
  facts: number;
  customers: number;
  meanSeconds: number;
}

type PerSecond = Record<'events' | 'facts' | 'customers', number>;

export async function queueing(): Promise<Result[]> {
  const simJs = await loadSimJs();
  return networks.flatMap((network) => {
    const until = CUSTOMERS / network.arrivalsPerSecond;
    const ours: PerSecond = { events: 0, facts: 0, customers: 0 };
    const theirs: PerSecond = { events: 0, facts: 0, customers: 0 };
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      keepBest(ours, network, generalModels(network, until, seed));
      keepBest(theirs, network, simJsModel(simJs, network, until, seed));
    }
    const compare = (what: 'events' | 'customers'): Result => ({
      name: `${network.name}: ${what} (baseline: SIM.JS)`,
      value: ours[what],
      unit: `${what}/s`,
      baseline: theirs[what],
      ratio: ours[what] / theirs[what],
    });
    const facts = { name: `${network.name}: facts observed`, value: ours.facts, unit: 'facts/s' };
    return [compare('events'), compare('customers'), facts];
  });
}

function generalModels(network: Network, until: number, seed: number): () => Done {
  const averages = new Averages();
  const world = createSimulation(scenarioOf(network, until, seed), averages);
  return () => {
    world.runUntil(seconds(until));
    const { facts, served: customers, meanSeconds } = averages;
    return { events: world.simulation.events, facts, customers, meanSeconds };
  };
}

function simJsModel(simJs: SimJs, network: Network, until: number, seed: number): () => Done {
  return () => {
    const { events, served: customers, meanSeconds } = runInSimJs(simJs, network, until, seed);
    return { events, facts: 0, customers, meanSeconds };
  };
}

/** Runs, and keeps what is faster than before. */
function keepBest(best: PerSecond, { name, meanSeconds }: Network, run: () => Done): void {
  const begin = processorSeconds();
  const done = run();
  const took = processorSeconds() - begin;
  if (Math.abs(done.meanSeconds / meanSeconds - 1) > MOST_OFF) {
    throw new Error(`the mean time in ${name} is ${done.meanSeconds} s; theory says ${meanSeconds} s`);
  }
  best.events = Math.max(best.events, done.events / took);
  best.facts = Math.max(best.facts, done.facts / took);
  best.customers = Math.max(best.customers, done.customers / took);
}

/** Of the processor, so that other work on the machine counts less than it does on the clock of the wall. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
