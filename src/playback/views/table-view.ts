/** What is seen of a table. */
import { faultFolds, type KindView } from './kind-view.ts';

export interface TableView {
  kind: 'table';
  items: number;
  /** Writes of items that were there already, reads, and requests turned away. */
  overwritten: number;
  read: number;
  refused: number;
  faults: number;
}

export const tableView: KindView<TableView> = {
  empty: () => ({ kind: 'table', items: 0, overwritten: 0, read: 0, refused: 0, faults: 0 }),
  copy: (table) => ({ ...table }),
  folds: {
    ...faultFolds,
    'item.written': (table, columns, row) => {
      if ((columns.c[row] as number) > 1) table.overwritten += 1;
      else table.items += 1;
    },
    'item.read': (table) => {
      table.read += 1;
    },
    'request.refused': (table) => {
      table.refused += 1;
    },
  },
};
