/** Copies of what was published that are on their way to those whom they are for: how a topic and a bus show them. */
import { type SimTime, seconds } from '../../engine/time.ts';
import { insertSorted } from './entries.ts';
import type { Folds } from './kind-view.ts';

/** A copy that failed and waits to be tried again. */
export interface RetryView {
  /** Whom it is for: the subject of the fact. */
  target: number;
  upload: number;
  attempt: number;
  nextTryAt: SimTime;
}

/** What has deliveries. */
export interface WithDeliveries {
  /** By the time of the next try. Those whose time has come may still be there: they are under way. */
  retries: RetryView[];
  retried: number;
  deadLettered: number;
  dropped: number;
}

export function noDeliveries(): WithDeliveries {
  return { retries: [], retried: 0, deadLettered: 0, dropped: 0 };
}

export function copyDeliveries(retries: readonly RetryView[]): RetryView[] {
  return retries.map((retry) => ({ ...retry }));
}

/** The copies that wait at `t` to be tried again. */
export function waitingRetries({ retries }: WithDeliveries, t: SimTime): number {
  return retries.reduce((count, { nextTryAt }) => (nextTryAt > t ? count + 1 : count), 0);
}

/** How long a retry is remembered after its time: longer than the picture may lag. Our choice. */
const REMEMBERED = seconds(60);

export const deliveryFolds = {
  'delivery.retried': (view, columns, row) => {
    view.retried += 1;
    const at = columns.at[row] as number;
    const retry: RetryView = {
      target: columns.subject[row] as number,
      upload: columns.upload[row] as number,
      attempt: columns.a[row] as number,
      nextTryAt: columns.b[row] as number,
    };
    insertSorted(
      view.retries,
      retry,
      (a, b) => a.nextTryAt - b.nextTryAt || a.upload - b.upload || a.target - b.target,
    );
    while ((view.retries[0] as RetryView).nextTryAt < at - REMEMBERED) view.retries.shift();
  },
  'delivery.dead-lettered': (view) => {
    view.deadLettered += 1;
  },
  'delivery.dropped': (view) => {
    view.dropped += 1;
  },
} as const satisfies Folds<WithDeliveries>;
