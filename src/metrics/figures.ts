/**
 * What each component did: one class per kind, which reads the facts of its component, reports, and gives what a chart
 * shows. A new kind shows its gap in the record below.
 */
import type { SimTime } from '../engine/time.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { BucketFigures } from './bucket-figures.ts';
import { ClientFigures } from './client-figures.ts';
import { EventBusFigures } from './event-bus-figures.ts';
import { FunctionFigures } from './function-figures.ts';
import { GatewayFigures } from './gateway-figures.ts';
import { GroupFigures } from './group-figures.ts';
import { LoadBalancerFigures } from './load-balancer-figures.ts';
import { QueueFigures } from './queue-figures.ts';
import type { Requests } from './requests.ts';
import { StreamFigures } from './stream-figures.ts';
import { TableFigures } from './table-figures.ts';
import { TopicFigures } from './topic-figures.ts';

/** What all of these classes have in common. */
interface FiguresLike<K extends ComponentKind> {
  readonly kind: K;
  /**
   * Takes in a fact of the component; those that say nothing of its figures change nothing. Answers for how long the
   * upload of the fact had stood in line here, in µs; a negative number (`NO_WAIT`) if it had not.
   */
  tell(at: SimTime, kind: number, upload: number, subject: number, a: number, b: number, c: number): SimTime;
  /** The report of the component with this number, up to `at`. */
  report(at: SimTime, requests: Requests, component: number): object;
}

const classes = {
  client: ClientFigures,
  gateway: GatewayFigures,
  'load-balancer': LoadBalancerFigures,
  'instance-group': GroupFigures,
  function: FunctionFigures,
  queue: QueueFigures,
  topic: TopicFigures,
  stream: StreamFigures,
  'event-bus': EventBusFigures,
  bucket: BucketFigures,
  table: TableFigures,
} as const satisfies { [K in ComponentKind]: new (node: WorldNode, from?: never) => FiguresLike<K> };

export type FiguresOf<K extends ComponentKind> = InstanceType<(typeof classes)[K]>;

export type Figures = { [K in ComponentKind]: FiguresOf<K> }[ComponentKind];

/** What is reported of a component of each kind. */
export type ReportOf<K extends ComponentKind> = { id: string; kind: K } & ReturnType<FiguresOf<K>['report']>;

export type ComponentReport = { [K in ComponentKind]: ReportOf<K> }[ComponentKind];

/** Figures of a component from the beginning, or as a copy of `from`, which belongs to the same component. */
export function figuresFor(node: WorldNode, from?: Figures): Figures {
  return new classes[node.kind](node, from as never);
}

export function reportOn(figures: Figures, id: string, at: SimTime, requests: Requests, component: number) {
  return { id, kind: figures.kind, ...figures.report(at, requests, component) } as ComponentReport;
}
