/**
 * Who may put what on which bus: each attempt is a small architecture, which is checked as every scenario is, and run where
 * the check lets it through. What is told here is what check and run say.
 */
import type { BusRule } from '../../../models/parameters.ts';
import type { Topology, TopologyNode } from '../../../models/topology.ts';
import { createReport } from '../../../scenario/report.ts';
import { SCENARIO_VERSION, type TopologyScenario } from '../../../scenario/scenario.ts';
import { parseScenario } from '../../../scenario/schema.ts';
import { filmIsThere } from '../../../stages/bus-lab/films.ts';
import { extra, upload } from '../../../stages/work.ts';

/** What is told, and by whom. */
export const tellers = ['film', 'object', 'clock'] as const;
export type Teller = (typeof tellers)[number];

/** The bus that it is to come to: the default one, one of the reader's own, or a second one that is to be a default bus. */
export const goals = ['default', 'custom', 'second'] as const;
export type Goal = (typeof goals)[number];

export type Outcome =
  | { kind: 'refused'; problems: readonly string[] }
  | { kind: 'works'; seconds: number; came: number; taken: number };

/** Long enough for the clock to tell of a minute. */
const ATTEMPT_SECONDS = 90;

const BUS = 'tried';
const ruleTo = (rule: Omit<BusRule, 'name' | 'targets'>): BusRule => ({
  name: 'taken',
  ...rule,
  targets: [{ to: 'taker' }],
});

const rules: Readonly<Record<Teller, BusRule>> = {
  film: ruleTo({ pattern: { 'detail-type': ['upload-complete'] } }),
  object: ruleTo({ pattern: { 'detail-type': ['object-created'] } }),
  clock: ruleTo({ schedule: 'rate(1 minute)' }),
};

/** The architecture of an attempt. */
function architectureOf(teller: Teller, goal: Goal): Topology {
  const bus: TopologyNode = {
    id: BUS,
    kind: 'event-bus',
    at: [400, 0],
    params: { type: goal === 'custom' ? 'custom' : 'default', rules: [rules[teller]] },
  };
  const taker: TopologyNode = { id: 'taker', kind: 'function', at: [800, 0], params: { steps: [extra(0.1)] } };
  const first: TopologyNode = { id: 'default-bus', kind: 'event-bus', at: [400, 200], params: { type: 'default' } };
  const tells = { film: byApplication, object: byStore, clock: { nodes: [], links: [] } }[teller];
  return {
    nodes: [...tells.nodes, ...(goal === 'second' ? [first] : []), bus, taker],
    links: [...tells.links, { from: BUS, to: 'taker' }],
  };
}

const people: TopologyNode = { id: 'people', kind: 'client', at: [0, 0], params: { ratePerSecond: 0.3 } };

const byApplication: Topology = {
  nodes: [people, { id: 'application', kind: 'function', at: [200, 0], params: { steps: [upload(filmIsThere(BUS))] } }],
  links: [
    { from: 'people', to: 'application' },
    { from: 'application', to: BUS },
  ],
};

const byStore: Topology = {
  nodes: [
    people,
    {
      id: 'application',
      kind: 'function',
      at: [200, 0],
      params: { steps: [upload({ to: 'store', operation: 'put', object: 'master' })] },
    },
    { id: 'store', kind: 'bucket', at: [200, 200], params: { notifications: [{ to: BUS }] } },
  ],
  links: [
    { from: 'people', to: 'application' },
    { from: 'application', to: 'store' },
    { from: 'store', to: BUS },
  ],
};

/** Checks an attempt, and runs it if it is in order. Takes some milliseconds. */
export function attempt(teller: Teller, goal: Goal): Outcome {
  const scenario: TopologyScenario = {
    version: SCENARIO_VERSION,
    topology: architectureOf(teller, goal),
    defaults: 'classroom',
    parameters: {},
    seed: 1,
    durationSeconds: ATTEMPT_SECONDS,
    interventions: [],
  };
  const parsed = parseScenario(scenario);
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ path, value, allowed }) => `${path} is ${value}; allowed is ${allowed}.`);
    return { kind: 'refused', problems };
  }
  const bus = createReport(scenario).components.find(({ id }) => id === BUS);
  if (bus?.kind !== 'event-bus') throw new Error('the bus of the attempt is gone');
  const fired = bus.schedulesFired;
  const matched = bus.rules.reduce((sum, rule) => sum + rule.matched, 0);
  return { kind: 'works', seconds: ATTEMPT_SECONDS, came: bus.published + fired, taken: matched + fired };
}
