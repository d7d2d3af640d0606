/** What stands on a bill, and what it was paid for. */

/** What each of them means is said where the bill is made. */
export const shares = ['working', 'idle', 'starting', 'wasted'] as const;

/** What a line of the bill was paid for. */
export type Share = (typeof shares)[number];

/** What is on the bill: keys of words. */
export type BilledThing =
  | 'instances'
  | 'instance-minimums'
  | 'disks'
  | 'sends'
  | 'polls'
  | 'empty-polls'
  | 'deletes'
  | 'puts'
  | 'gets'
  | 'storage'
  | 'writes'
  | 'reads'
  | 'extensions'
  | 'requests'
  | 'balancer-hours'
  | 'capacity-units'
  | 'publishes'
  | 'deliveries'
  | 'http-deliveries'
  | 'custom-events'
  | 'service-events'
  | 'replayed-events'
  | 'archiving'
  | 'shard-hours'
  | 'appends'
  | 'invocations'
  | 'duration'
  | 'duration-ready'
  | 'kept-ready';
