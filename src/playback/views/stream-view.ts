/** What is seen of a stream: its shards as lanes, with the records that not every reader has passed yet. */
import type { SimTime } from '../../engine/time.ts';
import { faultFolds, type KindView } from './kind-view.ts';

export interface ShardView {
  appended: number;
  /** Records that are kept, and when that was told last. */
  kept: number;
  keptAt: SimTime;
  /** When these were appended, the oldest first; of those that are told of. */
  keptSince: SimTime[];
  /** Records of the last batch that a reader was given; when that was. */
  handedOut: number;
  fetchedAt: SimTime;
}

export interface StreamView {
  kind: 'stream';
  shards: ShardView[];
  appended: number;
  expired: number;
  throttled: number;
  faults: number;
}

/** `records.fetched` says the shard and how many records it keeps in one number: shard + 1,024 × records. */
const SHARDS = 1024;

export const streamView: KindView<StreamView> = {
  empty: ({ params }) => ({
    kind: 'stream',
    shards: Array.from({ length: params['shards'] as number }, () => ({
      appended: 0,
      kept: 0,
      keptAt: -1,
      keptSince: [],
      handedOut: 0,
      fetchedAt: -1,
    })),
    appended: 0,
    expired: 0,
    throttled: 0,
    faults: 0,
  }),
  copy: (stream) => ({
    ...stream,
    shards: stream.shards.map((shard) => ({ ...shard, keptSince: [...shard.keptSince] })),
  }),
  folds: {
    ...faultFolds,
    'record.appended': (stream, columns, row) => {
      stream.appended += 1;
      const shard = shardOf(stream, columns.a[row] as number);
      shard.appended += 1;
      const at = columns.at[row] as number;
      const later = shard.keptSince.findLastIndex((since) => since <= at);
      shard.keptSince.splice(later + 1, 0, at);
      keeps(shard, at, columns.b[row] as number);
    },
    'record.expired': (stream, columns, row) => {
      stream.expired += 1;
      keeps(shardOf(stream, columns.a[row] as number), columns.at[row] as number, columns.b[row] as number);
    },
    'records.fetched': (stream, columns, row) => {
      const at = columns.at[row] as number;
      const where = columns.c[row] as number;
      const shard = shardOf(stream, where % SHARDS);
      keeps(shard, at, Math.floor(where / SHARDS));
      if (at < shard.fetchedAt) return;
      shard.fetchedAt = at;
      shard.handedOut = columns.b[row] as number;
    },
    'request.refused': (stream) => {
      stream.throttled += 1;
    },
  },
};

/** When the oldest record was appended that some reader has yet to pass; null where there is none. */
export function oldestKept({ shards }: Pick<StreamView, 'shards'>): SimTime | null {
  const oldest = shards.flatMap(({ keptSince }) => keptSince[0] ?? []);
  return oldest.length === 0 ? null : Math.min(...oldest);
}

function shardOf({ shards }: StreamView, number: number): ShardView {
  const shard = shards[number];
  if (!shard) throw new Error(`there is no shard ${number}: the stream has ${shards.length}`);
  return shard;
}

/** What was told last holds, whatever the order of telling; of two at the same moment, the larger. */
function keeps(shard: ShardView, at: SimTime, records: number): void {
  if (at >= shard.keptAt) {
    shard.kept = at === shard.keptAt ? Math.max(shard.kept, records) : records;
    shard.keptAt = at;
  }
  const { keptSince, kept } = shard;
  if (keptSince.length > kept) keptSince.splice(0, keptSince.length - kept);
}
