/** What is seen of a function: its environments, and the events that wait to be worked on. */
import type { SimTime } from '../../engine/time.ts';
import { copyEntries, putInOrder } from './entries.ts';
import { beginJob, copyInstances, instanceAt, instanceFolds, type WithInstances } from './instances.ts';
import { faultFolds, type KindView } from './kind-view.ts';

/** An event that was taken over and waits, for the first time or to be tried again. */
export interface EventView {
  upload: number;
  since: SimTime;
  /** How often it was tried. */
  tries: number;
}

export interface FunctionView extends WithInstances {
  kind: 'function';
  /** In the internal queue, by number of the message they came with, oldest first. */
  events: Map<number, EventView>;
  /** Largest number of a message whose event ever waited here, -1 before the first: what keeps `events` in order. */
  newestEvent: number;
  /** Numbers of the environments that are kept ready, and billed for it. */
  keptReady: Set<number>;
  faults: number;
  /** Invocations that ended, those of them that ended in an error, and those that waited for a start. */
  invocations: number;
  errors: number;
  coldStarts: number;
  throttled: number;
  refused: number;
  retried: number;
  dropped: number;
}

/** `instance.launched`, column c: the environment is one of those that are kept ready. */
const LAUNCHED_AHEAD = 3;

export const functionView: KindView<FunctionView> = {
  empty: () => ({
    kind: 'function',
    instances: [],
    events: new Map(),
    newestEvent: -1,
    keptReady: new Set(),
    faults: 0,
    finished: 0,
    failed: 0,
    invocations: 0,
    errors: 0,
    coldStarts: 0,
    throttled: 0,
    refused: 0,
    retried: 0,
    dropped: 0,
  }),
  copy: (view) => ({
    ...view,
    instances: copyInstances(view.instances),
    keptReady: new Set(view.keptReady),
    events: copyEntries(view.events, ({ upload, since, tries }) => ({ upload, since, tries })),
  }),
  folds: {
    ...faultFolds,
    ...instanceFolds,
    'instance.launched': (view, columns, row) => {
      if (columns.c[row] === LAUNCHED_AHEAD) view.keptReady.add(columns.subject[row] as number);
      instanceFolds['instance.launched'](view, columns, row);
      // What stands there of a function is no zone.
      const launched = instanceAt(view, columns, row);
      if (launched) launched.zone = 0;
    },
    'instance.gone': (view, columns, row) => {
      view.keptReady.delete(columns.subject[row] as number);
      instanceFolds['instance.gone'](view, columns, row);
    },
    'job.began': (view, columns, row) => {
      const broughtBy = columns.a[row] as number;
      if (broughtBy > 0) view.events.delete(broughtBy - 1);
      if (columns.c[row] === 1) view.coldStarts += 1;
      beginJob(view, columns, row);
    },
    // The environment is reset in the middle of a run: what it was at is gone, and it waits for the next.
    'instance.crashed': (view, columns, row) => {
      const instance = instanceAt(view, columns, row);
      if (!instance) return;
      instance.jobs = [];
      instance.idleSince = columns.at[row] as number;
    },
    'request.refused': (view) => {
      view.refused += 1;
    },
    'invocation.queued': (view, columns, row) =>
      wait(view, columns.subject[row] as number, {
        upload: columns.upload[row] as number,
        since: columns.at[row] as number,
        tries: 0,
      }),
    'invocation.retried': (view, columns, row) => {
      view.retried += 1;
      wait(view, columns.subject[row] as number, {
        upload: columns.upload[row] as number,
        since: columns.at[row] as number,
        tries: columns.a[row] as number,
      });
    },
    'invocation.dropped': (view, columns, row) => {
      view.dropped += 1;
      view.events.delete(columns.subject[row] as number);
    },
    'invocation.throttled': (view) => {
      view.throttled += 1;
    },
    'invocation.finished': (view, columns, row) => {
      view.invocations += 1;
      if (((columns.c[row] as number) & 255) !== 0) view.errors += 1;
    },
  },
};

function wait(view: FunctionView, message: number, event: EventView): void {
  view.events.set(message, event);
  if (message < view.newestEvent) putInOrder(view.events, message, view.newestEvent);
  else view.newestEvent = message;
}
