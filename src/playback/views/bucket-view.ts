/** What is seen of a bucket. */
import { OBJECT } from '../../models/facts.ts';
import { wholeKilobytes } from './entries.ts';
import { faultFolds, type KindView } from './kind-view.ts';

export interface BucketView {
  kind: 'bucket';
  masters: number;
  renditions: number;
  megabytes: number;
  /** Told others of a new object; requests turned away. */
  notified: number;
  refused: number;
  faults: number;
}

export const bucketView: KindView<BucketView> = {
  empty: () => ({ kind: 'bucket', masters: 0, renditions: 0, megabytes: 0, notified: 0, refused: 0, faults: 0 }),
  copy: (bucket) => ({ ...bucket }),
  folds: {
    ...faultFolds,
    'object.stored': (bucket, columns, row) => {
      // In place of an earlier one: no more is kept than before.
      if (columns.b[row] === 1) return;
      if (columns.c[row] === OBJECT.master) bucket.masters += 1;
      else bucket.renditions += 1;
      bucket.megabytes += wholeKilobytes(columns.a[row] as number);
    },
    'notification.sent': (bucket) => {
      bucket.notified += 1;
    },
    'request.refused': (bucket) => {
      bucket.refused += 1;
    },
  },
};
