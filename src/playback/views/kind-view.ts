/** What the view of every kind is made of. */
import type { TraceColumns } from '../../engine/trace.ts';
import type { FactKind } from '../../models/facts.ts';
import type { ComponentKind } from '../../models/registry.ts';
import type { WorldNode } from '../../models/world.ts';

/** Takes one fact of a component into its view. */
export type Fold<V> = (view: V, columns: TraceColumns, row: number) => void;

export type Folds<V> = Readonly<Partial<Record<FactKind, Fold<V>>>>;

/** What can be seen of a component of one kind: before the first fact, as a copy, and how facts change it. */
export interface KindView<V extends { kind: ComponentKind }> {
  empty: (node: WorldNode) => V;
  copy: (view: V) => V;
  folds: Folds<V>;
}

/** Faults that last are counted alike everywhere: those that strike the component, and not a link that begins there. */
export const faultFolds = {
  'fault.began': (view, columns, row) => {
    if (columns.b[row] === 0) view.faults += 1;
  },
  'fault.ended': (view, columns, row) => {
    if (columns.b[row] === 0) view.faults -= 1;
  },
} as const satisfies Folds<{ faults: number }>;
