/** Where components stand in the small pictures, and how large their shapes are: middles and sizes on a common ground. */
import type { Topology, TopologyNode } from '../../models/topology.ts';
import { stages } from '../../stages/catalogue.ts';
import { type Box, boxAround } from '../geometry.ts';
import { boxesOf, type Shape, shapeOf } from '../layout.ts';

/** The ground on which all small pictures are drawn, in its own units; about as many pixels. */
const GROUND = { width: 188, height: 160 } as const;

interface Size {
  width: number;
  height: number;
}

/** Our choice: what can be told apart at this size. */
const sizes: Readonly<Record<Shape, Size>> = {
  client: { width: 20, height: 24 },
  host: { width: 112, height: 104 },
  tier: { width: 30, height: 30 },
  fleet: { width: 46, height: 58 },
  queue: { width: 42, height: 18 },
  bucket: { width: 22, height: 20 },
  table: { width: 20, height: 18 },
  gateway: { width: 20, height: 22 },
  'load-balancer': { width: 22, height: 26 },
  function: { width: 24, height: 22 },
  topic: { width: 20, height: 20 },
  stream: { width: 42, height: 20 },
  'event-bus': { width: 132, height: 12 },
};

/** A service of its own beside many others has a small fleet. */
const smallFleet: Size = { width: 30, height: 30 };
const shortQueue: Size = { width: 30, height: 14 };

type Middles = Readonly<Record<string, readonly [x: number, y: number]>>;

/** What stays from stage to stage keeps its place here, too. */
const chain: Middles = {
  users: [14, 80],
  monolith: [122, 80],
  upload: [54, 80],
  bucket: [84, 24],
  queue: [98, 80],
  fleet: [158, 80],
  metadata: [158, 136],
  process: [106, 80],
  store: [160, 80],
  manage: [160, 134],
  'lb-upload': [34, 28],
  'lb-process': [80, 28],
  'lb-store': [133, 28],
  'lb-manage': [112, 134],
};

const services: Middles = {
  ...chain,
  upload: [42, 80],
  'uploads-table': [42, 122],
  bucket: [54, 24],
  'queue-480p': [82, 56],
  'queue-720p': [82, 80],
  'queue-1080p': [82, 104],
  'process-480p': [122, 28],
  'process-720p': [122, 80],
  'process-1080p': [122, 122],
  'store-queue': [168, 28],
  store: [168, 62],
  'store-table': [146, 62],
  'manage-queue': [168, 98],
  manage: [168, 132],
  metadata: [146, 148],
};

const router: Middles = {
  ...chain,
  users: [12, 80],
  upload: [38, 80],
  bus: [122, 80],
  bucket: [86, 14],
  'process-480p': [72, 48],
  'process-720p': [104, 48],
  'process-1080p': [136, 48],
  thumbnails: [167, 48],
  search: [172, 16],
  retry: [72, 112],
  manage: [104, 112],
  store: [136, 112],
  statistics: [168, 112],
  'dead-letters': [62, 146],
  metadata: [104, 146],
  monitor: [144, 146],
  alert: [173, 146],
  viewers: [12, 114],
  players: [12, 146],
};

interface Small {
  middles: Middles;
  /** Sizes that are others than usual, by shape. */
  sizes?: Partial<Record<Shape, Size>>;
  /** And by component. */
  own?: Readonly<Record<string, Size>>;
}

const small: ReadonlyMap<Topology, Small> = new Map<Topology, Small>([
  [stages.monolith, { middles: chain }],
  [stages.tiers, { middles: chain }],
  [stages['load-balanced'], { middles: chain }],
  [stages.queued, { middles: chain }],
  [
    stages.microservices,
    { middles: services, sizes: { fleet: smallFleet, tier: { width: 24, height: 26 }, queue: shortQueue } },
  ],
  [stages['event-driven'], { middles: router, sizes: { tier: { width: 22, height: 24 }, queue: shortQueue } }],
  [
    stages.serverless,
    { middles: { ...router, users: [14, 80], 'dead-letters': [150, 14] }, sizes: { queue: shortQueue } },
  ],
]);

/** The box of each component on the ground, in the order of the topology. */
export function miniBoxesOf(topology: Topology): Box[] {
  const known = small.get(topology);
  if (!known) return shrunk(topology);
  return topology.nodes.map((node) => {
    const { width, height } = known.own?.[node.id] ?? known.sizes?.[shapeOf(node)] ?? sizes[shapeOf(node)];
    const [x, y] = middleOf(node, known.middles);
    return { x: x - width / 2, y: y - height / 2, width, height };
  });
}

/** What sticks out of a box: the sign of a fault, the line of those who wait. In units of the ground. */
const OUT_OF_BOX = 6;
/** What sticks out of a link: the messages on it. */
const OUT_OF_LINK = 4;

/** Everything that is to be seen, with the ground in it, so that what stays from stage to stage keeps its place. */
export function miniBoundsOf(boxes: readonly Box[], tables: readonly Float32Array[]): Box {
  const around = (x: number, y: number, width: number, height: number, by: number): Box => ({
    x: x - by,
    y: y - by,
    width: width + 2 * by,
    height: height + 2 * by,
  });
  const points: Box[] = [];
  for (const table of tables) {
    for (let i = 0; i < table.length; i += 2) {
      points.push(around(table[i] as number, table[i + 1] as number, 0, 0, OUT_OF_LINK));
    }
  }
  const drawn = boxes.map(({ x, y, width, height }) => around(x, y, width, height, OUT_OF_BOX));
  return boxAround([{ x: 0, y: 0, ...GROUND }, ...drawn, ...points]);
}

function middleOf(node: TopologyNode, middles: Middles): readonly [number, number] {
  const middle = middles[node.id];
  if (!middle) throw new Error(`"${node.id}" has no place in the small picture`);
  return middle;
}

/** A stage that has no places of its own here: those of the compact picture, made to fit. */
function shrunk(topology: Topology): Box[] {
  const boxes = boxesOf(topology, { density: 'small', arrangement: 'tall' });
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const across = Math.max(...boxes.map(({ x, width }) => x + width)) - left;
  const along = Math.max(...boxes.map(({ y, height }) => y + height)) - top;
  const scale = Math.min(GROUND.width / across, GROUND.height / along);
  return boxes.map(({ x, y, width, height }) => ({
    x: (x - left - across / 2) * scale + GROUND.width / 2,
    y: (y - top - along / 2) * scale + GROUND.height / 2,
    width: width * scale,
    height: height * scale,
  }));
}
