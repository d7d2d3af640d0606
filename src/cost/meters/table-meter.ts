/**
 * What a table is billed for (Amazon DynamoDB, on demand): a write unit for each item of up to 1 KB, a read unit for each
 * item of up to 4 KB, read consistently, and what it keeps. Items are of 1 KB (our choice). Writing an item that is there
 * already is work done again. Throttled requests cost nothing. Whoever follows the changes of the table pays nothing here.
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { changeLevel, type Level, level } from '../../metrics/level.ts';
import { FACT } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import type { AddLine, Reading } from './meter.ts';

/** Size of an item of metadata: one write unit. Our choice. */
const ITEM_GB = 1e-6;

/** What a table used. */
export interface TableUsage {
  kind: 'table';
  writeUnits: number;
  /** Write units for items that were there already. */
  repeatedWriteUnits: number;
  readUnits: number;
  gbSeconds: number;
}

/** Plain data. */
interface TableState {
  writes: Recent;
  repeatedWrites: Recent;
  reads: Recent;
  items: Level;
}

const WRITTEN = FACT['item.written'];

export class TableMeter {
  readonly kind = 'table';
  readonly #state: TableState;

  constructor(_node: WorldNode, from?: TableMeter) {
    this.#state = from ? copyData(from.#state) : tableState();
  }

  tell(at: SimTime, kind: number, _subject: number, _a: number, _b: number, c: number): void {
    const { writes, repeatedWrites, reads, items } = this.#state;
    if (kind !== WRITTEN) {
      countOne(reads, at);
    } else if (c > 1) {
      countOne(repeatedWrites, at);
    } else {
      countOne(writes, at);
      changeLevel(items, at, 1);
    }
  }

  usage({ spent, count }: Reading): TableUsage {
    const { writes, repeatedWrites, reads, items } = this.#state;
    return {
      kind: 'table',
      writeUnits: count(writes),
      repeatedWriteUnits: count(repeatedWrites),
      readUnits: count(reads),
      gbSeconds: spent(items) * ITEM_GB,
    };
  }
}

export function billTable(usage: TableUsage, add: AddLine, gbMonthSeconds: number): void {
  add('writes', 'dynamodb.wru', 'working', usage.writeUnits);
  add('writes', 'dynamodb.wru', 'wasted', usage.repeatedWriteUnits);
  add('reads', 'dynamodb.rru', 'working', usage.readUnits);
  add('storage', 'dynamodb.storage', 'working', usage.gbSeconds / gbMonthSeconds);
}

function tableState(): TableState {
  return { writes: recent(), repeatedWrites: recent(), reads: recent(), items: level() };
}
