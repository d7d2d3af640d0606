/**
 * The cases in which queueing theory knows what must come out, as data: a scenario of the general models, and what the
 * formula says of each of its stations. Links take no time. The tests and docs/validation.md are made of these.
 */
import type { Distribution } from '../src/engine/distributions.ts';
import type { TopologyLink, TopologyNode } from '../src/models/topology.ts';
import { scenarioDefaults } from '../src/scenario/new-scenario.ts';
import { SCENARIO_VERSION, type TopologyScenario } from '../src/scenario/scenario.ts';
import {
  birthAndDeath,
  type ClosedStation,
  type LongRun,
  machineRepair,
  pollaczekKhinchine,
  type Station,
} from './formulas.ts';

/** A quantity that is compared: of one station, or the sum over several that are visited one after another. */
export interface Quantity {
  /** Ids of the components. */
  at: readonly string[];
  of: keyof LongRun;
}

export interface Case {
  name: string;
  /** What is built, of which models. */
  built: string;
  /** Which formula says what must come out. */
  formula: string;
  /** How long people come, in seconds, and how long each replication goes on until all have left. */
  seconds: number;
  drainSeconds: number;
  /** The parameter that keeps people coming: 0 ends it. */
  source: 'ratePerSecond' | 'population';
  quantities: readonly Quantity[];
  /** What the formula says of one quantity; `slower` is how much longer every service takes than it does. */
  theory(quantity: Quantity, slower: number): number;
  topology: { nodes: readonly TopologyNode[]; links: readonly TopologyLink[] };
}

/** The scenario of a case: people stop coming after `seconds`. */
export function scenarioOf({ topology, seconds, drainSeconds, source }: Case, seed: number): TopologyScenario {
  return {
    version: SCENARIO_VERSION,
    ...scenarioDefaults,
    topology,
    seed,
    durationSeconds: seconds + drainSeconds,
    interventions: [{ kind: 'set', target: PEOPLE, parameter: source, value: 0, atSeconds: seconds }],
  };
}

const PEOPLE = 'people';

function people(params: Record<string, unknown>): TopologyNode {
  const videoMinutes = { kind: 'constant', value: 1 };
  return { id: PEOPLE, kind: 'client', at: [0, 0], params: { videoMinutes, ...params } };
}

const poisson = (ratePerSecond: number) => people({ arrivals: 'poisson', ratePerSecond });

/** A group of instances that does one step; the work is a distribution of seconds. */
function group(id: string, seconds: Distribution, params: Record<string, unknown>, step = 'process', after?: object[]) {
  const steps = [{ step, work: [{ seconds }], ...(after && { after }) }];
  return { id, kind: 'instance-group', at: [0, 0], params: { steps, ...params } } as const;
}

/** Links that take no time, written `from to`. */
function links(...written: string[]): TopologyLink[] {
  return written.map((link) => {
    const [from, to] = link.split(' ') as [string, string];
    return { from, to, latencyMs: 0 };
  });
}

const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });

/** So many that nobody is ever refused: the largest backlog that a group may have. */
const MANY = 100_000;

/** Servers as slots of one instance, or as so many instances with one slot each. */
const slots = (servers: number, places = MANY) => ({ slotsPerInstance: servers, backlogLimit: places });
const instances = (servers: number, places = MANY) => ({
  minimum: servers,
  desired: servers,
  maximum: servers,
  backlogLimit: places,
});

const STATION = 'servers';

/** One station. */
function one(
  name: string,
  built: string,
  formula: string,
  station: Station,
  params: Record<string, unknown>,
  quantities: readonly (keyof LongRun)[],
  theory: (station: Station) => Partial<LongRun> = birthAndDeath,
  service: Distribution = exponential(station.serviceSeconds),
  customers = CUSTOMERS,
): Case {
  return {
    name,
    built,
    formula,
    seconds: customers / station.arrivalRate,
    drainSeconds: DRAIN_SECONDS,
    source: 'ratePerSecond',
    quantities: quantities.map((of) => ({ at: [STATION], of })),
    theory: ({ of }, slower) =>
      theory({ ...station, serviceSeconds: station.serviceSeconds * (1 + slower) })[of] as number,
    topology: {
      nodes: [poisson(station.arrivalRate), group(STATION, service, params)],
      links: links(`${PEOPLE} ${STATION}`),
    },
  };
}

/** People in each replication. Our choice: it makes the intervals narrow enough. */
const CUSTOMERS = 50_000;
/** Our choice: long enough, in services of a second, for the longest line to be served. */
const DRAIN_SECONDS = 2000;

const single: Station = { arrivalRate: 0.6, serviceSeconds: 1, servers: 1, places: Number.POSITIVE_INFINITY };
const four: Station = { arrivalRate: 3, serviceSeconds: 1, servers: 4, places: Number.POSITIVE_INFINITY };
const lognormal: Distribution = { kind: 'lognormal', mean: 1, variation: 1.2 };
const open: readonly (keyof LongRun)[] = ['waitSeconds', 'timeSeconds', 'number', 'busy', 'waitingShare'];
const loss: readonly (keyof LongRun)[] = ['refusedShare', 'busy'];
const closed: readonly (keyof LongRun)[] = [
  'throughput',
  'waitSeconds',
  'timeSeconds',
  'number',
  'busy',
  'waitingShare',
];

const repair: ClosedStation = { population: 10, thinkSeconds: 4, serviceSeconds: 1, servers: 2 };
const tandem: Station = { arrivalRate: 1.2, serviceSeconds: 1, servers: 2, places: Number.POSITIVE_INFINITY };
const rooms = ['first', 'second', 'third'];

const handOn = (to: string) => [{ to, operation: 'hand-on' }];

export const cases: readonly Case[] = [
  one('M/M/1', 'one instance with one slot, load 0.6', 'the mean time there is 1 / (μ − λ)', single, slots(1), open),
  one('M/M/4', 'one instance with four slots, load 0.75', 'Erlang C', four, slots(4), open),
  one(
    'M/M/6',
    'six instances with one slot each, load 0.75',
    'Erlang C',
    { ...four, arrivalRate: 4.5, servers: 6 },
    instances(6),
    open,
  ),
  {
    name: 'M/M/4 behind a queue',
    built: 'an instance with a slot for everybody puts messages into a queue, which four instances poll, load 0.75',
    formula: 'Erlang C: what leaves M/M/∞ comes as a Poisson process again (Burke)',
    seconds: CUSTOMERS / four.arrivalRate,
    drainSeconds: DRAIN_SECONDS,
    source: 'ratePerSecond',
    quantities: open.map((of) => ({ at: ['queue'], of })),
    theory: ({ of }, slower) => birthAndDeath({ ...four, serviceSeconds: 1 + slower })[of],
    topology: {
      nodes: [
        poisson(four.arrivalRate),
        group('front', exponential(1), slots(1000), 'upload', [{ to: 'queue', operation: 'send' }]),
        {
          id: 'queue',
          kind: 'queue',
          at: [0, 0],
          params: { visibilityTimeoutSeconds: 43_200, receiveWaitSeconds: 20 },
        },
        group('fleet', exponential(1), { ...instances(4), queue: 'queue' }),
      ],
      links: links(`${PEOPLE} front`, 'front queue', 'fleet queue'),
    },
  },
  one(
    'M/M/2/5',
    'one instance with two slots and a backlog of three, load 1',
    'birth and death',
    { arrivalRate: 2, serviceSeconds: 1, servers: 2, places: 3 },
    slots(2, 3),
    ['refusedShare', 'waitSeconds', 'timeSeconds', 'number', 'busy', 'waitingShare'],
  ),
  one(
    'M/D/1',
    'one slot, every service takes 1 s, load 0.6',
    'Pollaczek and Khinchine with variation 0: half the wait of M/M/1',
    single,
    slots(1),
    open,
    (station) => pollaczekKhinchine(station, 0),
    { kind: 'constant', value: 1 },
  ),
  one(
    'M/G/1, lognormal service',
    'one slot, standard deviation of a service 1.2 times its mean, load 0.6',
    'Pollaczek and Khinchine',
    single,
    slots(1),
    open,
    (station) => pollaczekKhinchine(station, lognormal.variation),
    lognormal,
    3 * CUSTOMERS,
  ),
  one(
    'M/M/∞',
    'one instance with 1,000 slots, 10 of them in use in the mean',
    'the number of people is Poisson: mean and variance λ / μ',
    { arrivalRate: 10, serviceSeconds: 1, servers: 1000, places: 0 },
    slots(1000, 0),
    ['number', 'numberVariance', 'timeSeconds'],
  ),
  one(
    'M/M/8/8, the loss system of Erlang',
    'eight instances with one slot and no backlog, 6 erlang',
    'Erlang B',
    { arrivalRate: 6, serviceSeconds: 1, servers: 8, places: 0 },
    instances(8, 0),
    loss,
  ),
  one(
    'M/G/8/8, lognormal service',
    'the same with a standard deviation of 1.2 times the mean',
    'Erlang B, which asks for the mean of a service only',
    { arrivalRate: 6, serviceSeconds: 1, servers: 8, places: 0 },
    slots(8, 0),
    loss,
    birthAndDeath,
    lognormal,
  ),
  {
    name: 'Jackson tandem',
    built: 'three groups with two slots each, one after another, load 0.6',
    formula: 'each is M/M/2 by itself (Burke, Jackson); times add up',
    seconds: CUSTOMERS / tandem.arrivalRate,
    drainSeconds: DRAIN_SECONDS,
    source: 'ratePerSecond',
    quantities: [
      ...rooms.map((id) => ({ at: [id], of: 'waitSeconds' as const })),
      ...rooms.map((id) => ({ at: [id], of: 'number' as const })),
      { at: rooms, of: 'timeSeconds' },
    ],
    theory: ({ at, of }, slower) => birthAndDeath({ ...tandem, serviceSeconds: 1 + slower })[of] * at.length,
    topology: {
      nodes: [
        poisson(tandem.arrivalRate),
        group('first', exponential(1), slots(2), 'upload', handOn('second')),
        group('second', exponential(1), slots(2), 'process', handOn('third')),
        group('third', exponential(1), slots(2), 'store'),
      ],
      links: links(`${PEOPLE} first`, 'first second', 'second third'),
    },
  },
  {
    name: 'Machine repair, M/M/2//10',
    built: 'ten people who think for 4 s in the mean after each answer, one instance with two slots',
    formula: 'birth and death, where those who are there do not come',
    seconds: (CUSTOMERS * (repair.thinkSeconds + repair.serviceSeconds)) / repair.population,
    drainSeconds: DRAIN_SECONDS,
    source: 'population',
    quantities: closed.map((of) => ({ at: [STATION], of })),
    theory: ({ of }, slower) => machineRepair({ ...repair, serviceSeconds: repair.serviceSeconds * (1 + slower) })[of],
    topology: {
      nodes: [
        people({ arrivals: 'closed', population: repair.population, thinkTime: exponential(repair.thinkSeconds) }),
        group(STATION, exponential(repair.serviceSeconds), slots(repair.servers)),
      ],
      links: links(`${PEOPLE} ${STATION}`),
    },
  },
];
