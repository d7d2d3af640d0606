/** All component kinds. Every table per kind elsewhere is a record over `ComponentKind`, so a new one shows its gaps. */
import { bucket } from './bucket/bucket.ts';
import { client } from './client/client.ts';
import { instanceGroup } from './instance-group/instance-group.ts';
import { queue } from './queue/queue.ts';
import { table } from './table/table.ts';

export const models = {
  client,
  'instance-group': instanceGroup,
  queue,
  bucket,
  table,
} as const;

export type ComponentKind = keyof typeof models;

export const componentKinds = Object.keys(models) as ComponentKind[];
