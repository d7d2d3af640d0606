/** What was put into a bucket and taken out, and whom it told. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';

/** Plain data. */
interface BucketState {
  stored: number;
  overwritten: number;
  fetched: number;
  megabytesStored: number;
  notified: number;
}

export interface BucketReport {
  /** Counted in requests. */
  traffic: TrafficReport;
  /** Puts that were done, and how many of them put an object in place of an earlier one. */
  objectsStored: number;
  objectsOverwritten: number;
  objectsFetched: number;
  /** What is kept. */
  megabytesStored: number;
  /** Told others that an object was stored; how many of these were taken over. */
  notificationsSent: number;
  notificationsTaken: number;
}

/** Columns of a bucket's samples: what is kept. */
export const bucketColumns = ['objects', 'megabytes'] as const;

const STORED = FACT['object.stored'];
const FETCHED = FACT['object.fetched'];
const NOTIFIED = FACT['notification.sent'];

export class BucketFigures {
  readonly kind = 'bucket';
  readonly state: BucketState;

  constructor(_node: WorldNode, from?: BucketFigures) {
    this.state = from ? copyData(from.state) : bucketState();
  }

  tell(_at: SimTime, kind: number, _upload: number, _subject: number, a: number, b: number, _c: number): SimTime {
    const { state } = this;
    if (kind === STORED) {
      state.stored += 1;
      if (b === 0) state.megabytesStored += a;
      else state.overwritten += 1;
    } else if (kind === FETCHED) {
      state.fetched += 1;
    } else if (kind === NOTIFIED) {
      state.notified += 1;
    }
    return NO_WAIT;
  }

  report(_at: SimTime, requests: Requests, component: number): BucketReport {
    const { stored, overwritten, fetched, megabytesStored, notified } = this.state;
    return {
      traffic: requests.trafficOf(component),
      objectsStored: stored,
      objectsOverwritten: overwritten,
      objectsFetched: fetched,
      megabytesStored,
      notificationsSent: notified,
      notificationsTaken: requests.deliveredBy(component),
    };
  }

  sample(columns: Record<(typeof bucketColumns)[number], Float64Array>, row: number): void {
    columns.objects[row] = this.state.stored - this.state.overwritten;
    columns.megabytes[row] = this.state.megabytesStored;
  }
}

function bucketState(): BucketState {
  return { stored: 0, overwritten: 0, fetched: 0, megabytesStored: 0, notified: 0 };
}
