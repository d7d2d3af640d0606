/**
 * clickers, players, uploaders, machines → bus → statistics, monitor, process (→ bus), thumbnails, search, operations, audit
 *
 * Four who tell and seven who may listen, at one bus. Four rules stand there at first; search, operations and audit have
 * none yet, so what only they care for fades. Whoever tells something can fall silent, and each rule can be added or taken
 * away, while it runs: nobody else is touched. Processing is both: it hears of an upload, and tells of a video.
 */
import type { BusRule, StepProgram } from '../../models/parameters.ts';
import type { TopologyLink, TopologyNode } from '../../models/topology.ts';
import type { Stage } from '../stage.ts';
import { extra, manage, process, store } from '../work.ts';

/** Those who tell something, and how often they do, 1/s. Our choice: each is seen, and they can be told apart. */
export const riverProducers = [
  { id: 'clickers', sends: 'clicks', ratePerSecond: 0.5 },
  { id: 'uploaders', sends: 'uploads', ratePerSecond: 0.2 },
  { id: 'players', sends: 'errors', ratePerSecond: 0.15 },
  { id: 'machines', sends: 'states', ratePerSecond: 0.1 },
] as const;

const told = (...types: string[]): BusRule['pattern'] => ({ 'detail-type': types });
const ruleFor = (id: string, pattern: BusRule['pattern']): BusRule => ({
  name: id,
  ...(pattern === undefined ? {} : { pattern }),
  targets: [{ to: id }],
});

/** A rule for each who may listen, in the order in which they stand along the river. */
export const riverRules: readonly BusRule[] = [
  ruleFor('statistics', told('clicked')),
  ruleFor('process', told('upload-complete')),
  ruleFor('thumbnails', told('upload-complete')),
  ruleFor('monitor', told('error-reported')),
  ruleFor('search', told('video-ready')),
  ruleFor('operations', told('instance-state-change')),
  // Whatever it is, and whoever tells it.
  ruleFor('audit', { source: [{ prefix: '' }] }),
];

/** Those that are not there yet. */
const LATER: readonly string[] = ['search', 'operations', 'audit'];

export const rulesAtFirst = riverRules.filter(({ name }) => !LATER.includes(name));

const stepsOf: Readonly<Record<string, StepProgram[]>> = {
  process: [process(), store(), manage({ to: 'lab-bus', operation: 'publish', event: 'video-ready' })],
  thumbnails: [extra(0.5)],
};

/** Those who may listen stand above the bus, and below it the rest of them. */
const ABOVE = 4;
const COLUMN = 250;
const placeOf = (place: number): [x: number, y: number] =>
  place < ABOVE ? [250 + place * COLUMN, 0] : [375 + (place - ABOVE) * COLUMN, 500];

export const busRiver: Stage = {
  id: 'bus-river',
  rung: 6,
  nodes: [
    ...riverProducers.map(
      ({ id, sends, ratePerSecond }, place): TopologyNode => ({
        id,
        kind: 'client',
        at: [0, place * 190 - 21],
        params: { sends, ratePerSecond },
      }),
    ),
    { id: 'lab-bus', kind: 'event-bus', at: [520, 270], params: { type: 'default', rules: rulesAtFirst } },
    ...riverRules.map(
      ({ name }, place): TopologyNode => ({
        id: name,
        kind: 'function',
        at: placeOf(place),
        // Two vCPU for processing, as in every stage.
        params: { memoryMegabytes: name === 'process' ? 3538 : 512, steps: stepsOf[name] ?? [extra(0.05)] },
      }),
    ),
  ],
  links: [
    ...riverProducers.map(({ id }): TopologyLink => ({ from: id, to: 'lab-bus' })),
    ...riverRules.map(({ name }): TopologyLink => ({ from: 'lab-bus', to: name })),
    { from: 'process', to: 'lab-bus' },
  ],
  offers: [
    ['clickers', 'ratePerSecond'],
    ['uploaders', 'ratePerSecond'],
    ['players', 'ratePerSecond'],
    ['machines', 'ratePerSecond'],
  ],
};
