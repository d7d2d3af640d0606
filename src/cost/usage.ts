/**
 * The meter: how much of what is billed each component has used, read from the facts. It knows units, not prices.
 *
 * The rules; where they come from stands with the prices in `prices.json` (Amazon EC2, EBS, SQS, S3, DynamoDB):
 * - An instance is billed while it runs: from `instance.running` until it is gone or crashes; pending and crashed are
 *   not billed. By the second, with at least 60 s per run; a part of a second counts as that part (our choice). A
 *   restart begins a new run. What is left of the 60 s is idle, and falls due when the run ends.
 * - A running instance is starting until it is in service, then working while it has at least one slot taken, and idle
 *   otherwise; one that drains is working while it has work.
 * - Its disk is billed while the instance runs or is crashed.
 * - Each request to a queue counts: every send, every poll (answered with a message or without), every delete (also one
 *   that comes too late and deletes nothing). All fit into one piece of 64 KB.
 * - A bucket counts puts and gets, and keeps what was put: nothing is overwritten (our choice).
 * - A table takes one write unit for each item, which is 1 KB (our choice), and keeps it.
 */
import { copyData } from '../engine/copy.ts';
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { type Fleet, fleet, idle, tellFleet } from '../metrics/fleet.ts';
import { changeLevel, type Level, level, levelArea } from '../metrics/level.ts';
import { FACT, type FactKind, factKinds, OPERATION } from '../models/facts.ts';
import type { InstanceType } from '../models/instance-group/instance-types.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { countOne, inLastMinute, type Recent, recent } from './recent.ts';

/** Least time billed for each run of an instance. Amazon EC2: "billed per second, 60 s minimum". */
const MINIMUM_RUN = seconds(60);

const AN_HOUR = seconds(3600);

/** Size of an item of metadata: one write unit. Our choice. */
const ITEM_GB = 1e-6;

/** Decimal, like the megabytes of the videos. Our choice. */
const MEGABYTES_PER_GB = 1000;

/** Something split by what it was paid for. */
export interface Split {
  working: number;
  idle: number;
  starting: number;
}

/** What a group of instances used. */
export interface GroupUsage {
  kind: 'instance-group';
  instanceType: InstanceType;
  instanceSeconds: Split;
  /** Part of the idle seconds: what was left of the 60 s when a run ended. */
  unusedMinimumSeconds: number;
  diskGbSeconds: Split;
}

/** What a queue used. */
export interface QueueUsage {
  kind: 'queue';
  sends: number;
  /** Polls that were answered with a message, and with nothing. */
  polls: number;
  emptyPolls: number;
  deletes: number;
}

/** What a bucket used. */
export interface BucketUsage {
  kind: 'bucket';
  puts: number;
  gets: number;
  gbSeconds: number;
}

/** What a table used. */
export interface TableUsage {
  kind: 'table';
  writeUnits: number;
  gbSeconds: number;
}

/** People cost nothing. */
export interface ClientUsage {
  kind: 'client';
}

/** What one component used. */
export type Usage = { component: string } & (GroupUsage | QueueUsage | BucketUsage | TableUsage | ClientUsage);

/** What the meter of each component holds. Plain data. */
interface GroupMeter {
  kind: 'instance-group';
  fleet: Fleet;
  /** What was left of the minimum in runs that ended, µs. */
  unusedMinimum: SimTime;
}

interface QueueMeter {
  kind: 'queue';
  sends: Recent;
  polls: Recent;
  emptyPolls: Recent;
  deletes: Recent;
}

interface BucketMeter {
  kind: 'bucket';
  puts: Recent;
  gets: Recent;
  megabytes: Level;
}

interface TableMeter {
  kind: 'table';
  writes: Recent;
  items: Level;
}

type Meter = GroupMeter | QueueMeter | BucketMeter | TableMeter | { kind: 'client' };

const newMeters: Readonly<Record<ComponentKind, () => Meter>> = {
  client: () => ({ kind: 'client' }),
  'instance-group': () => ({ kind: 'instance-group', fleet: fleet(), unusedMinimum: 0 }),
  queue: () => ({ kind: 'queue', sends: recent(), polls: recent(), emptyPolls: recent(), deletes: recent() }),
  bucket: () => ({ kind: 'bucket', puts: recent(), gets: recent(), megabytes: level() }),
  table: () => ({ kind: 'table', writes: recent(), items: level() }),
};

const meteredKinds: readonly FactKind[] = [
  'job.began',
  'job.finished',
  'job.failed',
  'instance.launched',
  'instance.running',
  'instance.in-service',
  'instance.draining',
  'instance.gone',
  'instance.crashed',
  'message.sent',
  'message.queued',
  'queue.polled',
  'object.stored',
  'object.fetched',
  'item.written',
];
/** 1 for what the meter reads, by code of the fact's kind. */
const isMetered = Uint8Array.from(factKinds, (kind) => (meteredKinds.includes(kind) ? 1 : 0));
const heard: readonly number[] = meteredKinds.map((kind) => FACT[kind]);

const SENT = FACT['message.sent'];
const QUEUED = FACT['message.queued'];
const STORED = FACT['object.stored'];
const DELETE = OPERATION.delete;

export class UsageMeter implements Observer {
  readonly hears = heard;
  readonly #nodes: readonly WorldNode[];
  readonly #meters: readonly Meter[];
  /** By number of a group: the number of the queue from which it takes its work, and deletes; -1 for none. */
  readonly #queueOf: readonly number[];

  constructor(nodes: readonly WorldNode[], from?: UsageMeter) {
    this.#nodes = nodes;
    this.#queueOf = nodes.map(({ params }) => nodes.findIndex(({ id }) => id === params['queue']));
    this.#meters = from ? copyData(from.#meters) : nodes.map(({ kind }) => newMeters[kind]());
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
    if (isMetered[kind] === 0) return;
    if (kind === SENT) {
      // The answer to it is told at the queue, which is no group.
      if ((c & 255) === DELETE) this.#countDelete(at, component);
      return;
    }
    const meter = this.#meters[component];
    if (meter === undefined) throw new Error(`component ${component} of a fact at ${at} µs does not exist`);
    if (meter.kind === 'instance-group') {
      const ran = tellFleet(meter.fleet, at, kind, subject);
      if (ran >= 0 && ran < MINIMUM_RUN) meter.unusedMinimum += MINIMUM_RUN - ran;
    } else if (meter.kind === 'queue') {
      if (kind === QUEUED) countOne(meter.sends, at);
      else countOne(b === 0 ? meter.emptyPolls : meter.polls, at);
    } else if (meter.kind === 'bucket') {
      countOne(kind === STORED ? meter.puts : meter.gets, at);
      if (kind === STORED) changeLevel(meter.megabytes, at, a);
    } else if (meter.kind === 'table') {
      countOne(meter.writes, at);
      changeLevel(meter.items, at, 1);
    }
  }

  /** What each component has used from time 0 to `at`, in the order of their numbers. */
  usageAt(at: SimTime): Usage[] {
    return this.#meters.map((meter, index) => {
      const area = (level: Level): number => levelArea(level, at);
      const count = ({ total }: Recent): number => total;
      return usageOf(meter, this.#nodes[index] as WorldNode, area, count);
    });
  }

  /**
   * What each component would use in an hour that went on like the present: instances, disks and storage as they are at
   * `at`, requests as in the last minute.
   */
  hourlyUsageAt(at: SimTime): Usage[] {
    return this.#meters.map((meter, index) => {
      const area = (level: Level): number => level.value * AN_HOUR;
      const count = (requests: Recent): number => inLastMinute(requests, at) * 60;
      const now = meter.kind === 'instance-group' ? { ...meter, unusedMinimum: 0 } : meter;
      return usageOf(now, this.#nodes[index] as WorldNode, area, count);
    });
  }

  /** A second meter that stands where this one does; from here on they go separate ways. */
  copy(): UsageMeter {
    return new UsageMeter(this.#nodes, this);
  }

  #countDelete(at: SimTime, group: number): void {
    const meter = this.#meters[this.#queueOf[group] as number];
    if (meter?.kind === 'queue') countOne(meter.deletes, at);
  }
}

/** The usage of a component, given how much of a level (in value × µs) and how many requests are to count. */
function usageOf(
  meter: Meter,
  { id, params }: WorldNode,
  area: (level: Level) => number,
  count: (requests: Recent) => number,
): Usage {
  const component = id;
  const spent = (level: Level): number => toSeconds(area(level));
  switch (meter.kind) {
    case 'instance-group': {
      const { working, starting, crashed } = meter.fleet;
      const idleSeconds = toSeconds(idle(meter.fleet, area));
      const diskGb = params['diskGb'] as number;
      const unusedMinimumSeconds = toSeconds(meter.unusedMinimum);
      return {
        component,
        kind: 'instance-group',
        instanceType: params['instanceType'] as InstanceType,
        instanceSeconds: {
          working: spent(working),
          idle: idleSeconds + unusedMinimumSeconds,
          starting: spent(starting),
        },
        unusedMinimumSeconds,
        diskGbSeconds: {
          working: spent(working) * diskGb,
          idle: (idleSeconds + spent(crashed)) * diskGb,
          starting: spent(starting) * diskGb,
        },
      };
    }
    case 'queue':
      return {
        component,
        kind: 'queue',
        sends: count(meter.sends),
        polls: count(meter.polls),
        emptyPolls: count(meter.emptyPolls),
        deletes: count(meter.deletes),
      };
    case 'bucket':
      return {
        component,
        kind: 'bucket',
        puts: count(meter.puts),
        gets: count(meter.gets),
        gbSeconds: spent(meter.megabytes) / MEGABYTES_PER_GB,
      };
    case 'table':
      return {
        component,
        kind: 'table',
        writeUnits: count(meter.writes),
        gbSeconds: spent(meter.items) * ITEM_GB,
      };
    default:
      return { component, kind: 'client' };
  }
}
