/**
 * Where components stand in the compact pictures: middles, in canvas units. What stays from one architecture to the next
 * keeps its place, so that the change is what moves: there is one table for architectures whose steps follow one another,
 * one for services with queues between them, and one for those with a router in their middle. In each arrangement
 * people and upload stand at the same place in all of them.
 */
import type { Topology } from '../models/topology.ts';
import { isOnBench, stageIds, stages } from '../stages/catalogue.ts';

/** `wide` is for low windows, `tall` for narrow ones. */
export type CompactArrangement = 'wide' | 'tall';

export type Middles = Readonly<Record<string, readonly [x: number, y: number]>>;

interface Size {
  width: number;
  height: number;
}

export interface CompactPlaces {
  middles: Middles;
  /** Components that are drawn larger than others of their kind. */
  sizes: Readonly<Record<string, Size>>;
}

type Family = 'steps' | 'services' | 'router';

/** Services that come later stand in columns at the right, each behind the queues through which it hears of the others. */
const newServices = ['captions', 'billing', 'audit', 'recommendations'] as const;
/** Who fills queues for new services, in the order in which they are asked. */
const producers = [
  'upload',
  'process-480p',
  'process-720p',
  'process-1080p',
  'store',
  'manage',
  ...newServices,
] as const;

/** From one column of queues to the next, with the service between them, and from queue to queue. */
const COLUMN = 304;
const ROW = 130;

/** The columns of the services that come later, from the place of the first queues on. */
function columnsFrom(left: number, middle: number): Middles {
  const middles: Record<string, readonly [number, number]> = {};
  newServices.forEach((service, column) => {
    const queues = producers.length - newServices.length + column;
    const x = left + column * COLUMN;
    for (let row = 0; row < queues; row += 1) {
      middles[`${producers[row]}-to-${service}`] = [x, middle + (row - (queues - 1) / 2) * ROW];
    }
    middles[service] = [x + COLUMN / 2, middle];
  });
  return middles;
}

const wide: Readonly<Record<Family, Middles>> = {
  steps: {
    users: [40, 140],
    monolith: [318, 140],
    upload: [172, 140],
    'upload-queue': [172, 140],
    'lb-upload': [104, 20],
    gateway: [318, 140],
    intake: [248, 308],
    bucket: [318, 15],
    queue: [318, 140],
    'lb-process': [318, 140],
    fleet: [480, 140],
    process: [480, 140],
    'store-queue': [640, 140],
    'lb-store': [640, 140],
    store: [800, 140],
    'manage-queue': [800, 304],
    'lb-manage': [800, 304],
    manage: [640, 304],
    metadata: [480, 304],
    changes: [305, 304],
    indexer: [155, 304],
    index: [5, 304],
  },
  services: {
    users: [40, 140],
    upload: [172, 140],
    'uploads-table': [172, 265],
    bucket: [319, 16],
    'queue-480p': [319, -265],
    'queue-720p': [319, -118],
    'queue-1080p': [319, 140],
    'process-480p': [484, -215],
    'process-720p': [484, -38],
    'process-1080p': [484, 140],
    'store-queue': [644, 140],
    store: [804, 140],
    'store-table': [804, 8],
    'manage-queue': [804, 300],
    manage: [644, 308],
    metadata: [484, 308],
    ...columnsFrom(989, 40),
  },
  router: {
    users: [40, 140],
    upload: [172, 140],
    'gateway-upload': [172, 140],
    'upload-function': [172, 20],
    bus: [607, 140],
    bucket: [434, -100],
    'process-480p': [350, 20],
    'process-720p': [518, 20],
    'process-1080p': [686, 20],
    thumbnails: [854, 20],
    search: [940, -100],
    retry: [350, 260],
    manage: [518, 260],
    store: [686, 260],
    statistics: [854, 260],
    'dead-letters': [350, 378],
    metadata: [518, 370],
    monitor: [770, 382],
    alert: [940, 382],
    viewers: [40, 262],
    players: [40, 382],
    captions: [1100, 20],
    billing: [1100, 260],
    audit: [1250, 20],
    recommendations: [1250, 260],
  },
};

const tall: Readonly<Record<Family, Middles>> = {
  steps: {
    users: [45, 0],
    monolith: [254, 60],
    upload: [45, 132],
    'upload-queue': [45, 132],
    'lb-upload': [190, 0],
    gateway: [190, 0],
    intake: [104, 296],
    bucket: [190, 0],
    queue: [195, 132],
    'lb-process': [195, 132],
    fleet: [360, 132],
    process: [360, 132],
    'store-queue': [524, 132],
    'lb-store': [524, 132],
    store: [684, 132],
    'manage-queue': [684, 296],
    'lb-manage': [684, 296],
    manage: [524, 296],
    metadata: [360, 296],
    changes: [210, 296],
    indexer: [60, 296],
    index: [60, 430],
  },
  services: {
    users: [45, 0],
    upload: [45, 132],
    'uploads-table': [45, 255],
    bucket: [195, 132],
    'queue-480p': [195, -135],
    'queue-720p': [195, 5],
    'queue-1080p': [195, 235],
    'process-480p': [360, -140],
    'process-720p': [360, 37],
    'process-1080p': [360, 214],
    'store-queue': [540, 37],
    store: [704, 37],
    'store-table': [704, -100],
    'manage-queue': [704, 190],
    manage: [546, 232],
    metadata: [704, 312],
    ...columnsFrom(890, 86),
  },
  router: {
    users: [45, 0],
    upload: [45, 132],
    'gateway-upload': [45, 132],
    'upload-function': [62, 255],
    bus: [461, 132],
    bucket: [286, -112],
    'process-480p': [206, 14],
    'process-720p': [365, 14],
    'process-1080p': [524, 14],
    thumbnails: [683, 14],
    search: [758, -112],
    retry: [206, 250],
    manage: [365, 250],
    store: [524, 250],
    statistics: [683, 250],
    'dead-letters': [206, 368],
    metadata: [365, 360],
    monitor: [604, 372],
    alert: [758, 372],
    viewers: [45, 252],
    players: [45, 372],
    captions: [911, 14],
    billing: [911, 250],
    audit: [1061, 14],
    recommendations: [1061, 250],
  },
};

/** In a low window what hangs below makes all of it small. */
const lowQueued: Middles = { metadata: [536, 15] };

/** What stands elsewhere in some forms: without a router's other half, or where a link would run through a component. */
const exceptions: readonly {
  topology: Topology;
  wide?: Middles;
  tall?: Middles;
}[] = [
  { topology: stages.queued, wide: lowQueued },
  { topology: stages.serverless, wide: { 'dead-letters': [602, -100] }, tall: { 'dead-letters': [446, -112] } },
  {
    topology: stages['serverless-gateway'],
    wide: { 'dead-letters': [602, -100] },
    tall: { 'dead-letters': [446, -112], users: [45, 132], 'gateway-upload': [45, 14], 'upload-function': [62, -105] },
  },
  {
    topology: stages['serverless-cron'],
    wide: { bus: [95, 140], report: [300, 140], metadata: [470, 140] },
    tall: { bus: [95, 0], report: [95, 132], metadata: [260, 132] },
  },
  {
    topology: stages['real-time-stream'],
    wide: { viewers: [40, 140], clicks: [190, 140], statistics: [360, 140] },
    tall: { viewers: [45, 0], clicks: [60, 132], statistics: [230, 132] },
  },
];

/** A bus with many rules is as long as what hangs on it. */
const rails: Readonly<Record<CompactArrangement, Size>> = {
  wide: { width: 734, height: 60 },
  tall: { width: 640, height: 60 },
};

function familyOf(topology: Topology): Family {
  if (topology.nodes.some(({ id }) => id === 'bus')) return 'router';
  return topology.nodes.some(({ id }) => id === 'queue-480p') ? 'services' : 'steps';
}

/**
 * Whether it is worth showing with all words: services with queues between them, and what hangs on a bus, are so many
 * that hardly any window has room, and what is between them is what is to be seen.
 */
export function hasRoomy(topology: Topology): boolean {
  return familyOf(topology) === 'steps' || topology.nodes.length <= FEW;
}

/** So many components have room for all their words anywhere. Our choice. */
const FEW = 4;

/** Benches stand as they are set: what a bench has in common with a stage has another place there. */
const known: ReadonlySet<Topology> = new Set(stageIds.filter((id) => !isOnBench(id)).map((id): Topology => stages[id]));

/** The places of a stage of the catalogue; null for benches and any other topology. */
export function compactPlacesOf(topology: Topology, arrangement: CompactArrangement): CompactPlaces | null {
  if (!known.has(topology)) return null;
  const family = familyOf(topology);
  const exception = exceptions.find((each) => each.topology === topology);
  const middles = { ...(arrangement === 'wide' ? wide : tall)[family], ...exception?.[arrangement] };
  const rules = topology.nodes.find(({ id }) => id === 'bus')?.params?.['rules'];
  const isLong = Array.isArray(rules) && rules.length > 1;
  return { middles, sizes: isLong ? { bus: rails[arrangement] } : {} };
}
