/**
 * The meter: how much of what is billed each component has used, read from the facts. It knows units, not prices. The
 * rules of each kind stand with its meter, in `meters/`; where they come from stands with the prices in `prices.json`.
 */
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { type Level, levelArea } from '../metrics/level.ts';
import { FACT, type FactKind, factKinds } from '../models/facts.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import { BucketMeter } from './meters/bucket-meter.ts';
import { ClientMeter } from './meters/client-meter.ts';
import { EventBusMeter } from './meters/event-bus-meter.ts';
import { FunctionMeter } from './meters/function-meter.ts';
import { GatewayMeter } from './meters/gateway-meter.ts';
import { GroupMeter } from './meters/group-meter.ts';
import { LoadBalancerMeter } from './meters/load-balancer-meter.ts';
import type { Meter, Passing, Reading } from './meters/meter.ts';
import { QueueMeter } from './meters/queue-meter.ts';
import { StreamMeter } from './meters/stream-meter.ts';
import { TableMeter } from './meters/table-meter.ts';
import { TopicMeter } from './meters/topic-meter.ts';
import { inLastMinute, type Recent } from './recent.ts';

const AN_HOUR_SECONDS = 3600;
const AN_HOUR = seconds(AN_HOUR_SECONDS);

const meters = {
  client: ClientMeter,
  gateway: GatewayMeter,
  'load-balancer': LoadBalancerMeter,
  'instance-group': GroupMeter,
  function: FunctionMeter,
  queue: QueueMeter,
  topic: TopicMeter,
  stream: StreamMeter,
  'event-bus': EventBusMeter,
  bucket: BucketMeter,
  table: TableMeter,
} as const satisfies { [K in ComponentKind]: new (node: WorldNode, from?: never) => Meter<K, { kind: K }> };

type MeterOf<K extends ComponentKind> = InstanceType<(typeof meters)[K]>;

/** What a component of each kind used. */
export type UsageOf<K extends ComponentKind> = ReturnType<MeterOf<K>['usage']>;

/** What one component used. */
export type Usage = { component: string } & { [K in ComponentKind]: UsageOf<K> }[ComponentKind];

type AnyMeter = Meter<ComponentKind, UsageOf<ComponentKind>>;

/** Which facts the meters of each kind read, apart from messages. */
const metered: Readonly<Record<ComponentKind, readonly FactKind[]>> = {
  client: [],
  gateway: [],
  'load-balancer': ['request.routed'],
  'instance-group': [
    'job.began',
    'job.finished',
    'job.failed',
    'duplicate.done',
    'instance.launched',
    'instance.running',
    'instance.in-service',
    'instance.draining',
    'instance.gone',
    'instance.crashed',
  ],
  function: ['duplicate.done', 'invocation.finished', 'instance.launched', 'instance.gone', 'parameter.set'],
  queue: ['message.queued', 'message.delayed', 'message.deduplicated', 'queue.polled'],
  topic: ['event.published'],
  stream: ['record.appended', 'records.fetched', 'record.expired'],
  'event-bus': ['event.published', 'event.archived', 'event.replayed'],
  bucket: ['object.stored', 'object.fetched'],
  table: ['item.written', 'item.read'],
};

const SENT = FACT['message.sent'];
const TAKEN = FACT['message.taken'];

export class UsageMeter implements Observer {
  readonly hears: readonly number[];
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];
  readonly #meters: readonly AnyMeter[];
  /** By number of the component and code of the fact: 1 for what its meter reads. */
  readonly #reads: readonly Uint8Array[];
  /** By number of a link: 1 if the meter at one of its ends wants to hear of messages. */
  readonly #isHeard: Uint8Array;

  /** For a run of these components; without links, no message may be sent. */
  constructor(nodes: readonly WorldNode[], links: readonly WorldLink[] = [], from?: UsageMeter) {
    this.#nodes = nodes;
    this.#links = links;
    const before = from ? from.#meters : [];
    this.#meters = nodes.map((node, index) => new meters[node.kind](node, before[index] as never));
    this.#reads = nodes.map(({ kind }) => readBy(kind));
    this.#isHeard = Uint8Array.from(links, ({ from: caller, to }) => {
      const callee = this.#meters[to];
      return callee?.requested || callee?.answered || this.#meters[caller]?.heard ? 1 : 0;
    });
    const hearsMessages = this.#isHeard.includes(1);
    this.hears = [
      ...new Set(nodes.flatMap(({ kind }) => metered[kind].map((fact) => FACT[fact]))),
      ...(hearsMessages ? [SENT, TAKEN] : []),
    ];
  }

  fact(
    at: SimTime,
    kind: number,
    component: number,
    _upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void {
    if (kind === SENT) {
      if (this.#isHeard[b >> 1] === 1) this.#tellMessage(at, b, c);
      return;
    }
    const meter = this.#meters[component];
    if (meter === undefined) throw new Error(`component ${component} of a fact at ${at} µs does not exist`);
    if (kind === TAKEN) meter.answered?.(at, { operation: a, reason: c, other: meter.kind });
    else if ((this.#reads[component] as Uint8Array)[kind] === 1) meter.tell(at, kind, subject, a, b, c);
  }

  /** What each component has used from time 0 to `at`, in the order of their numbers. */
  usageAt(at: SimTime): Usage[] {
    return this.#read({
      spent: (level: Level): number => toSeconds(levelArea(level, at)),
      count: ({ total }: Recent): number => total,
      isOfAnHour: false,
      seconds: toSeconds(at),
    });
  }

  /**
   * What each component would use in an hour that went on like the present: what is there (instances, disks, storage …)
   * as it is at `at`, what is counted as in the last minute.
   */
  hourlyUsageAt(at: SimTime): Usage[] {
    return this.#read({
      spent: ({ value }: Level): number => toSeconds(value * AN_HOUR),
      count: (counted: Recent): number => inLastMinute(counted, at) * 60,
      isOfAnHour: true,
      seconds: AN_HOUR_SECONDS,
    });
  }

  /** A second meter that stands where this one does; from here on they go separate ways. */
  copy(): UsageMeter {
    return new UsageMeter(this.#nodes, this.#links, this);
  }

  #read(reading: Reading): Usage[] {
    return this.#meters.map((meter, index) => {
      return { component: (this.#nodes[index] as WorldNode).id, ...meter.usage(reading) };
    });
  }

  #tellMessage(at: SimTime, b: number, c: number): void {
    const { from, to } = this.#links[b >> 1] as WorldLink;
    const caller = this.#meters[from] as AnyMeter;
    const callee = this.#meters[to] as AnyMeter;
    const operation = c & 255;
    const passing: Passing = { operation, reason: (c >> 8) & 255, other: caller.kind };
    if ((b & 1) === 0) {
      callee.requested?.(at, passing);
      return;
    }
    callee.answered?.(at, passing);
    if (caller.heard) caller.heard(at, { ...passing, other: callee.kind });
  }
}

function readBy(kind: ComponentKind): Uint8Array {
  return Uint8Array.from(factKinds, (fact) => (metered[kind].includes(fact) ? 1 : 0));
}
