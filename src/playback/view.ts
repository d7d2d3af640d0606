/**
 * What can be seen of each component at one moment: a fold over facts. Plain data, so a keyframe is a copy of it. What is
 * seen of each kind stands in a file of its own, in `views/`.
 *
 * What is shown may lag behind what happened, by a different time for each upload. So the fold comes to the same view,
 * to the order of the entries, whether two facts of different uploads are told in the order in which they happened or
 * in the other: sums are exact, lists are kept in order of number or time, and what comes too late is passed over.
 */
import type { TraceColumns } from '../engine/trace.ts';
import { factKinds } from '../models/facts.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { type BucketView, bucketView } from './views/bucket-view.ts';
import { type ClientView, clientView } from './views/client-view.ts';
import { type EventBusView, eventBusView } from './views/event-bus-view.ts';
import { type FunctionView, functionView } from './views/function-view.ts';
import { type GatewayView, gatewayView } from './views/gateway-view.ts';
import { type GroupView, groupView } from './views/group-view.ts';
import { type JobView, jobIn } from './views/instances.ts';
import type { Fold, KindView } from './views/kind-view.ts';
import { type LoadBalancerView, loadBalancerView } from './views/load-balancer-view.ts';
import { copyLosses, type LossesView, noLosses, tellLoss, tellsOfLoss } from './views/losses-view.ts';
import { type QueueView, queueView } from './views/queue-view.ts';
import { type StreamView, streamView } from './views/stream-view.ts';
import { type TableView, tableView } from './views/table-view.ts';
import { type TopicView, topicView } from './views/topic-view.ts';

interface Views {
  client: ClientView;
  gateway: GatewayView;
  'load-balancer': LoadBalancerView;
  'instance-group': GroupView;
  function: FunctionView;
  queue: QueueView;
  topic: TopicView;
  stream: StreamView;
  'event-bus': EventBusView;
  bucket: BucketView;
  table: TableView;
}

/** What is seen of a component of each kind; the compiler names a kind that has nothing. */
export type ViewOf<K extends ComponentKind> = Views[K];

export type ComponentView = Views[ComponentKind];

/** What is seen of a component besides: of each kind the same. */
export interface WithLosses {
  losses: LossesView;
}

/** The whole of what can be seen, one entry per component in the order of their numbers. */
export type View = (ComponentView & WithLosses)[];

const kinds: { readonly [K in ComponentKind]: KindView<ViewOf<K>> } = {
  client: clientView,
  gateway: gatewayView,
  'load-balancer': loadBalancerView,
  'instance-group': groupView,
  function: functionView,
  queue: queueView,
  topic: topicView,
  stream: streamView,
  'event-bus': eventBusView,
  bucket: bucketView,
  table: tableView,
};

/** What can be seen before the first fact. */
export function emptyView(nodes: readonly WorldNode[]): View {
  return nodes.map((node) => ({ ...kinds[node.kind].empty(node), losses: noLosses() }));
}

/** A view that goes on independently. */
export function copyView(view: View): View {
  return view.map((component) => ({
    ...kinds[component.kind].copy(component as never),
    losses: copyLosses(component.losses),
  }));
}

type FoldsByCode = readonly (Fold<never> | undefined)[];

/** By kind of the component and code of the fact. */
const foldsOf = Object.fromEntries(
  Object.entries(kinds).map(([kind, { folds }]): [string, FoldsByCode] => [kind, factKinds.map((fact) => folds[fact])]),
) as Readonly<Record<ComponentKind, FoldsByCode>>;

/** Takes one fact into the view. What says nothing of how its component looks changes nothing. */
export function applyFact(view: View, columns: TraceColumns, row: number): void {
  const component = view[columns.component[row] as number];
  if (component === undefined) {
    const fact = factKinds[columns.kind[row] as number];
    throw new Error(`"${fact}" is told of component ${columns.component[row]}, which does not exist`);
  }
  const kind = columns.kind[row] as number;
  foldsOf[component.kind][kind]?.(component as never, columns, row);
  if (tellsOfLoss(kind)) tellLoss(component.losses, lossesOf(view), columns, row);
}

function* lossesOf(view: View): Generator<LossesView> {
  for (const { losses } of view) yield losses;
}

/** The job that a fact is about; undefined if it is not there (any more). */
export function jobAt(view: View, columns: TraceColumns, row: number): JobView | undefined {
  const component = view[columns.component[row] as number];
  return component && 'instances' in component ? jobIn(component, columns, row) : undefined;
}
