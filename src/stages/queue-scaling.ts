/** How a fleet follows its queue: from nothing to as many as there may be, and back to nothing. */
import { MOST_INSTANCES } from '../models/instance-group/scaling-params.ts';
import type { ScalingStep } from '../models/parameters.ts';

/** From so many messages on, waiting or being worked on, so many instances. */
type Row = readonly [from: number, instances: number];

/** For work that takes seconds: almost an instance for each of the first messages. Our choice. */
const heavy: readonly Row[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [5, 4],
  [7, 6],
  [12, 9],
  [25, 12],
  [50, 18],
  [100, 30],
  [500, 120],
  [2000, 400],
  [10_000, MOST_INSTANCES],
];

/** For a part of that work: fewer instances do. Our choice. */
const medium: readonly Row[] = [
  [0, 0],
  [1, 1],
  [4, 2],
  [8, 3],
  [14, 5],
  [30, 8],
  [60, 12],
  [120, 20],
  [600, 80],
  [2500, 250],
  [10_000, MOST_INSTANCES],
];

/** For light work, of which one instance does several at once: one does for most of the day. Our choice. */
const light: readonly Row[] = [
  [0, 0],
  [1, 1],
  [20, 2],
  [50, 4],
  [200, 10],
  [2000, 100],
  [10_000, MOST_INSTANCES],
];

const fleet = (queue: string, rows: readonly Row[]) => ({
  minimum: 0,
  desired: 0,
  maximum: MOST_INSTANCES,
  queue,
  scaling: [
    {
      kind: 'step',
      queue,
      metric: 'visible-and-in-flight',
      steps: rows.map(([from, instances]): ScalingStep => ({ from, adjust: 'exact', instances })),
    },
  ],
});

/** What the groups have in common that take their work from a queue, by how heavy it is. */
export const heavyFrom = (queue: string) => ({ ...fleet(queue, heavy), instanceType: 'c5.large', slotsPerInstance: 1 });
export const mediumFrom = (queue: string) => ({
  ...fleet(queue, medium),
  instanceType: 'c5.large',
  slotsPerInstance: 1,
});
export const lightFrom = (queue: string) => ({ ...fleet(queue, light), instanceType: 't3.small', slotsPerInstance: 4 });
