/** What is seen of a group of instances. */
import type { SimTime } from '../../engine/time.ts';
import type { WorldNode } from '../../models/world.ts';
import { copyEntries, putInOrder } from './entries.ts';
import { beginJob, copyInstances, enterPhase, instanceAt, instanceFolds, type WithInstances } from './instances.ts';
import { faultFolds, type KindView } from './kind-view.ts';

/** A request that waits for a slot. */
export interface RequestView {
  upload: number;
  since: SimTime;
}

export interface GroupView extends WithInstances {
  kind: 'instance-group';
  desired: number;
  /** Requests that wait for a slot, by message number, oldest first. */
  backlog: Map<number, RequestView>;
  /** Largest number of a message that ever waited here, -1 before the first: what keeps `backlog` in order. */
  newestRequest: number;
  /** Faults that last. */
  faults: number;
  refused: number;
}

export const groupView: KindView<GroupView> = {
  empty: ({ params }) => ({
    kind: 'instance-group',
    desired: desiredAtStart(params),
    instances: [],
    backlog: new Map(),
    newestRequest: -1,
    faults: 0,
    refused: 0,
    finished: 0,
    failed: 0,
  }),
  copy: (group) => ({
    ...group,
    instances: copyInstances(group.instances),
    backlog: copyEntries(group.backlog, ({ upload, since }) => ({ upload, since })),
  }),
  folds: {
    ...faultFolds,
    ...instanceFolds,
    'request.waiting': (group, columns, row) => {
      const message = columns.subject[row] as number;
      group.backlog.set(message, { upload: columns.upload[row] as number, since: columns.at[row] as number });
      if (message < group.newestRequest) putInOrder(group.backlog, message, group.newestRequest);
      else group.newestRequest = message;
    },
    'request.taken': (group, columns, row) => {
      group.backlog.delete(columns.subject[row] as number);
    },
    'request.refused': (group, columns, row) => {
      group.backlog.delete(columns.subject[row] as number);
      group.refused += 1;
    },
    'job.began': beginJob,
    'instance.draining': (group, columns, row) => {
      // It may have gone down before this is told.
      if (instanceAt(group, columns, row)?.phase !== 'in-service') return;
      enterPhase(group, columns, row, 'draining', columns.at[row] as number);
    },
    'instance.crashed': (group, columns, row) => {
      const at = columns.at[row] as number;
      const instance = enterPhase(group, columns, row, 'crashed', at);
      if (!instance) return;
      instance.jobs = [];
      instance.idleSince = at;
    },
    'desired.changed': (group, columns, row) => {
      group.desired = columns.a[row] as number;
    },
  },
};

/** What a group starts with is no fact of its own: desired, brought between minimum and maximum. */
function desiredAtStart(params: WorldNode['params']): number {
  const { desired, minimum, maximum } = params as { desired: number; minimum: number; maximum: number };
  return Math.max(Math.min(minimum, maximum), Math.min(maximum, desired));
}
