/** How an upload enters a component, by its kind: what a client or a gateway asks of whoever stands behind it. */
import { OPERATION } from './facts.ts';
import type { ComponentKind } from './registry.ts';

const entries: Readonly<Record<ComponentKind, number | null>> = {
  client: null,
  gateway: OPERATION.upload,
  'load-balancer': OPERATION.upload,
  'instance-group': OPERATION.upload,
  function: OPERATION.upload,
  queue: OPERATION.send,
  topic: OPERATION.publish,
  stream: OPERATION.append,
  'event-bus': OPERATION.publish,
  bucket: OPERATION.put,
  table: OPERATION.write,
};

/** Code of the operation; throws for kinds that nobody can call. */
export function entryOperation(kind: ComponentKind): number {
  const operation = entries[kind];
  if (operation === null) throw new Error(`nothing can be sent to a ${kind}`);
  return operation;
}
