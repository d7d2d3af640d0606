/** All component kinds. Every table per kind elsewhere is a record over `ComponentKind`, so a new one shows its gaps. */
import { bucket } from './bucket/bucket.ts';
import { client } from './client/client.ts';
import { eventBus } from './event-bus/event-bus.ts';
import { serverlessFunction } from './function/function.ts';
import { gateway } from './gateway/gateway.ts';
import { instanceGroup } from './instance-group/instance-group.ts';
import { loadBalancer } from './load-balancer/load-balancer.ts';
import { queue } from './queue/queue.ts';
import { stream } from './stream/stream.ts';
import { table } from './table/table.ts';
import { topic } from './topic/topic.ts';

export const models = {
  client,
  gateway,
  'load-balancer': loadBalancer,
  'instance-group': instanceGroup,
  function: serverlessFunction,
  queue,
  topic,
  stream,
  'event-bus': eventBus,
  bucket,
  table,
} as const;

export type ComponentKind = keyof typeof models;

export const componentKinds = Object.keys(models) as ComponentKind[];
