/** What is seen of a queue: its messages, and those it gave up. */
import type { SimTime } from '../../engine/time.ts';
import type { TraceColumns } from '../../engine/trace.ts';
import { copyEntries, insertSorted, putInOrder } from './entries.ts';
import { faultFolds, type KindView } from './kind-view.ts';

/** An item in a queue. */
export interface ItemView {
  item: number;
  upload: number;
  since: SimTime;
  receiveCount: number;
  /** When it will be visible (again), while in flight or held back; -1 while visible. */
  visibleAgainAt: SimTime;
  /** Held back until then: it has not been visible yet. */
  isDelayed: boolean;
}

export interface DeadLetterView {
  upload: number;
  at: SimTime;
}

export interface QueueView {
  kind: 'queue';
  /** Visible, in flight and held back, by item, oldest first. */
  items: Map<number, ItemView>;
  /** Largest number of an item that ever lay here, -1 before the first: what keeps `items` in order. */
  newestItem: number;
  visible: number;
  inFlight: number;
  delayed: number;
  /** Those given up and kept beside the queue, oldest first. */
  deadLetters: DeadLetterView[];
  /** Given up so far, whether kept here or in another queue; gone because their time was over. */
  deadLettered: number;
  expired: number;
  faults: number;
}

export const queueView: KindView<QueueView> = {
  empty: () => ({
    kind: 'queue',
    items: new Map(),
    newestItem: -1,
    visible: 0,
    inFlight: 0,
    delayed: 0,
    deadLetters: [],
    deadLettered: 0,
    expired: 0,
    faults: 0,
  }),
  copy: (queue) => ({
    ...queue,
    // Field by field: a spread of ten thousand items takes several times as long.
    items: copyEntries(queue.items, ({ item, upload, since, receiveCount, visibleAgainAt, isDelayed }) => ({
      item,
      upload,
      since,
      receiveCount,
      visibleAgainAt,
      isDelayed,
    })),
    deadLetters: queue.deadLetters.map((letter) => ({ ...letter })),
  }),
  folds: {
    ...faultFolds,
    'message.queued': (queue, columns, row) => {
      const held = queue.items.get(columns.subject[row] as number);
      if (held) {
        queue.delayed -= 1;
        held.isDelayed = false;
        held.visibleAgainAt = -1;
      } else enter(queue, columns, row, -1, false);
      queue.visible += 1;
    },
    'message.delayed': (queue, columns, row) => {
      enter(queue, columns, row, columns.a[row] as number, true);
      queue.delayed += 1;
    },
    'message.received': (queue, columns, row) => {
      const item = queue.items.get(columns.subject[row] as number);
      if (!item) return;
      count(queue, item, -1);
      item.visibleAgainAt = columns.a[row] as number;
      item.receiveCount = columns.b[row] as number;
      queue.inFlight += 1;
    },
    'visibility.extended': (queue, columns, row) => {
      const item = queue.items.get(columns.subject[row] as number);
      if (item && item.visibleAgainAt >= 0 && !item.isDelayed) item.visibleAgainAt = columns.a[row] as number;
    },
    'message.deleted': drop,
    'message.reappeared': (queue, columns, row) => {
      const item = queue.items.get(columns.subject[row] as number);
      if (!item) return;
      count(queue, item, -1);
      item.visibleAgainAt = -1;
      item.receiveCount = columns.b[row] as number;
      queue.visible += 1;
    },
    'message.dead-lettered': (queue, columns, row) => {
      drop(queue, columns, row);
      queue.deadLettered += 1;
      const letter = { upload: columns.upload[row] as number, at: columns.at[row] as number };
      insertSorted(queue.deadLetters, letter, (a, b) => a.at - b.at || a.upload - b.upload);
    },
    'message.expired': (queue, columns, row) => {
      drop(queue, columns, row);
      queue.expired += 1;
    },
    'message.redriven': (queue, columns, row) => {
      // To another queue: it lay here like any other message. Else it leaves the letters kept beside this one.
      if (columns.a[row] === 1) {
        drop(queue, columns, row);
        return;
      }
      const place = queue.deadLetters.findIndex(({ upload }) => upload === columns.upload[row]);
      if (place >= 0) queue.deadLetters.splice(place, 1);
    },
  },
};

function enter(
  queue: QueueView,
  columns: TraceColumns,
  row: number,
  visibleAgainAt: SimTime,
  isDelayed: boolean,
): void {
  const item = columns.subject[row] as number;
  const upload = columns.upload[row] as number;
  const since = columns.at[row] as number;
  queue.items.set(item, { item, upload, since, receiveCount: 0, visibleAgainAt, isDelayed });
  if (item < queue.newestItem) putInOrder(queue.items, item, queue.newestItem);
  else queue.newestItem = item;
}

/** Counts an item in or out where it now stands. */
function count(queue: QueueView, item: ItemView, change: number): void {
  if (item.visibleAgainAt < 0) queue.visible += change;
  else if (item.isDelayed) queue.delayed += change;
  else queue.inFlight += change;
}

function drop(queue: QueueView, columns: TraceColumns, row: number): void {
  const item = queue.items.get(columns.subject[row] as number);
  if (!item) return;
  count(queue, item, -1);
  queue.items.delete(item.item);
}
