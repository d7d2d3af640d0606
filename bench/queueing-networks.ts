/** The queueing networks that the benchmark runs: in numbers, and as topologies of the general models. */
import type { Step } from '../src/models/facts.ts';
import type { Topology, TopologyNode } from '../src/models/topology.ts';
import { scenarioDefaults } from '../src/scenario/new-scenario.ts';
import { SCENARIO_VERSION, type TopologyScenario } from '../src/scenario/scenario.ts';

/** Stations in a row, each M/M/c. Service takes 1 second in the mean; links take no time. */
export interface Network {
  name: string;
  arrivalsPerSecond: number;
  stations: 1 | 2 | 3;
  serversPerStation: number;
  /** Mean time in the system in the long run, in seconds: 1 plus the wait that Erlang C gives, for each station. */
  meanSeconds: number;
}

export const networks: readonly Network[] = [
  { name: 'M/M/4', arrivalsPerSecond: 3.2, stations: 1, serversPerStation: 4, meanSeconds: 1.7455 },
  { name: 'three M/M/2 in a row', arrivalsPerSecond: 1.6, stations: 3, serversPerStation: 2, meanSeconds: 3 * 2.7778 },
];

const stationSteps: readonly Step[] = ['upload', 'process', 'store'];

/** The network in the general models: people, and instance groups that hand on what they have done. */
export function scenarioOf(network: Network, durationSeconds: number, seed: number): TopologyScenario {
  const people: TopologyNode = {
    id: 'people',
    kind: 'client',
    at: [0, 0],
    params: {
      arrivals: 'poisson',
      ratePerSecond: network.arrivalsPerSecond,
      videoMinutes: { kind: 'constant', value: 1 },
    },
  };
  const ids = stationSteps.slice(0, network.stations);
  const groups = ids.map((id, place) => station(id, network.serversPerStation, ids[place + 1]));
  const links = ids.map((to, place) => ({ from: ids[place - 1] ?? 'people', to, latencyMs: 0 }));
  const topology: Topology = { nodes: [people, ...groups], links };
  return { version: SCENARIO_VERSION, ...scenarioDefaults, topology, durationSeconds, seed };
}

function station(step: Step, servers: number, next: Step | undefined): TopologyNode {
  const after = next === undefined ? [] : [{ to: next, operation: 'hand-on' }];
  return {
    id: step,
    kind: 'instance-group',
    at: [0, 0],
    params: {
      slotsPerInstance: servers,
      backlogLimit: 100_000,
      steps: [{ step, work: [{ seconds: { kind: 'exponential', mean: 1 } }], after }],
    },
  };
}
