/** What was written to a table and read from it, and how often it had to refuse. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import { REASON } from '../models/reasons.ts';
import type { WorldNode } from '../models/world.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';

/** Plain data. */
interface TableState {
  written: number;
  overwritten: number;
  read: number;
  throttled: number;
}

export interface TableReport {
  /** Counted in requests. */
  traffic: TrafficReport;
  /** Writes that were done, and how many of them wrote an item that was there before. */
  itemsWritten: number;
  itemsOverwritten: number;
  itemsRead: number;
  /** Requests refused because more came than the table takes. */
  throttled: number;
  /** Told others of a change; how many of these were taken over. */
  changesTaken: number;
}

/** Columns of a table's samples: items there are; reads and throttled requests, from the start. */
export const tableColumns = ['items', 'reads', 'throttled'] as const;

const WRITTEN = FACT['item.written'];
const READ = FACT['item.read'];
const REFUSED = FACT['request.refused'];

export class TableFigures {
  readonly kind = 'table';
  readonly state: TableState;

  constructor(_node: WorldNode, from?: TableFigures) {
    this.state = from ? copyData(from.state) : { written: 0, overwritten: 0, read: 0, throttled: 0 };
  }

  tell(_at: SimTime, kind: number, _upload: number, _subject: number, _a: number, _b: number, c: number): SimTime {
    const { state } = this;
    if (kind === WRITTEN) {
      state.written += 1;
      if (c > 1) state.overwritten += 1;
    } else if (kind === READ) {
      state.read += 1;
    } else if (kind === REFUSED && c === REASON.throttled) {
      state.throttled += 1;
    }
    return NO_WAIT;
  }

  report(_at: SimTime, requests: Requests, component: number): TableReport {
    const { written, overwritten, read, throttled } = this.state;
    return {
      traffic: requests.trafficOf(component),
      itemsWritten: written,
      itemsOverwritten: overwritten,
      itemsRead: read,
      throttled,
      changesTaken: requests.deliveredBy(component),
    };
  }

  sample(columns: Record<(typeof tableColumns)[number], Float64Array>, row: number): void {
    const { written, overwritten, read, throttled } = this.state;
    columns.items[row] = written - overwritten;
    columns.reads[row] = read;
    columns.throttled[row] = throttled;
  }
}
