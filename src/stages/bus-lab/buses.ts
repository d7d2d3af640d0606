/**
 * people → upload → film bus → renditions → film bus → notice
 *          upload → store of films, machines → default bus → inventory, report; and by a rule → film bus → search
 *          viewers who click → click bus → statistics
 *
 * Three buses, side by side. What services tell, and what the clock tells, comes to the default bus, which every account
 * has. What the parts of an application tell goes to buses of its own. A rule of one bus can have another bus as a target.
 *
 * In its other form there is one bus for everybody, as it was until July 2019: the same events, the same rules, and every
 * event is held against all of them. There is no other bus to which anything could go, and no archive.
 */
import type { BusRule } from '../../models/parameters.ts';
import type { TopologyNode } from '../../models/topology.ts';
import type { Stage } from '../stage.ts';
import { extra } from '../work.ts';
import { filmRenditions, filmUpload } from './films.ts';

const objectsFromStore = { source: ['aws.s3'], 'detail-type': ['object-created'] } as const;

const inventory: BusRule = { name: 'inventory', pattern: objectsFromStore, targets: [{ to: 'inventory' }] };
const everyMinute: BusRule = { name: 'every-minute', schedule: 'rate(1 minute)', targets: [{ to: 'report' }] };
/** What a service has told goes on to the bus of the films. */
export const forward: BusRule = { name: 'forward', pattern: objectsFromStore, targets: [{ to: 'film-bus' }] };

const ofFilms: readonly BusRule[] = [
  { name: 'renditions', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'film-renditions' }] },
  {
    name: 'notice',
    pattern: { 'detail-type': ['rendition-ready'], detail: { object: ['1080p'] } },
    targets: [{ to: 'notice' }],
  },
  { name: 'search', pattern: { 'detail-type': ['object-created'] }, targets: [{ to: 'search' }] },
];

const ofClicks: readonly BusRule[] = [
  { name: 'statistics', pattern: { 'detail-type': ['clicked'] }, targets: [{ to: 'statistics' }] },
];

/** Rules of the default bus, with and without that which hands on. */
export const rulesOfDefault: readonly BusRule[] = [inventory, everyMinute, forward];
export const rulesWithoutForward: readonly BusRule[] = [inventory, everyMinute];

const small = (id: string, at: readonly [number, number]): TopologyNode => ({
  id,
  kind: 'function',
  at,
  params: { memoryMegabytes: 512, steps: [extra(0.1)] },
});

const people = { id: 'film-people', kind: 'client', at: [0, 60], params: { ratePerSecond: 0.3 } } as const;
const clickers = {
  id: 'clickers',
  kind: 'client',
  at: [0, 700],
  params: { sends: 'clicks', ratePerSecond: 2 },
} as const;

const machines = {
  id: 'machines',
  kind: 'client',
  at: [0, 460],
  params: { sends: 'states', ratePerSecond: 0.2 },
} as const;

const consumers: readonly TopologyNode[] = [
  small('notice', [1180, -60]),
  small('search', [1180, 144]),
  small('inventory', [1180, 348]),
  small('report', [1180, 552]),
  small('statistics', [1180, 756]),
];

const offers = [
  ['film-people', 'ratePerSecond'],
  ['clickers', 'ratePerSecond'],
] as const;

export const busBuses: Stage = {
  id: 'bus-buses',
  rung: 6,
  durationSeconds: 180,
  nodes: [
    people,
    filmUpload('film-bus', [200, 46]),
    { id: 'film-store', kind: 'bucket', at: [233, 260], params: { notifications: [{ to: 'default-bus' }] } },
    machines,
    clickers,
    { id: 'film-bus', kind: 'event-bus', at: [600, 160], params: { rules: ofFilms } },
    { id: 'default-bus', kind: 'event-bus', at: [600, 410], params: { type: 'default', rules: rulesOfDefault } },
    { id: 'click-bus', kind: 'event-bus', at: [600, 740], params: { rules: ofClicks } },
    filmRenditions('film-bus', [668, -60]),
    ...consumers,
  ],
  links: [
    { from: 'film-people', to: 'film-upload' },
    { from: 'film-upload', to: 'film-store' },
    { from: 'film-upload', to: 'film-bus' },
    { from: 'film-store', to: 'default-bus' },
    { from: 'machines', to: 'default-bus' },
    { from: 'clickers', to: 'click-bus' },
    { from: 'default-bus', to: 'film-bus' },
    { from: 'film-bus', to: 'film-renditions' },
    { from: 'film-renditions', to: 'film-bus' },
    { from: 'film-bus', to: 'notice' },
    { from: 'film-bus', to: 'search' },
    { from: 'default-bus', to: 'inventory' },
    { from: 'default-bus', to: 'report' },
    { from: 'click-bus', to: 'statistics' },
  ],
  offers,
};

export const busBusesOne: Stage = {
  id: 'bus-buses-one',
  rung: 6,
  durationSeconds: 180,
  nodes: [
    people,
    filmUpload('default-bus', [200, 46]),
    { id: 'film-store', kind: 'bucket', at: [233, 260], params: { notifications: [{ to: 'default-bus' }] } },
    machines,
    clickers,
    {
      id: 'default-bus',
      kind: 'event-bus',
      at: [600, 360],
      params: { type: 'default', rules: [...ofFilms, inventory, everyMinute, ...ofClicks] },
    },
    filmRenditions('default-bus', [668, -60]),
    ...consumers,
  ],
  links: [
    { from: 'film-people', to: 'film-upload' },
    { from: 'film-upload', to: 'film-store' },
    { from: 'film-upload', to: 'default-bus' },
    { from: 'film-store', to: 'default-bus' },
    { from: 'machines', to: 'default-bus' },
    { from: 'clickers', to: 'default-bus' },
    { from: 'default-bus', to: 'film-renditions' },
    { from: 'film-renditions', to: 'default-bus' },
    ...consumers.map(({ id }) => ({ from: 'default-bus', to: id })),
  ],
  offers,
};
