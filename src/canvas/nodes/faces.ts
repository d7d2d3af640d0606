/** The face of each kind of component. A new kind shows its gap here. */
import type { ComponentType } from 'react';
import type { ComponentKind } from '../../models/registry.ts';
import { BucketFace } from './BucketFace.tsx';
import { ClientFace } from './ClientFace.tsx';
import { EventBusFace } from './EventBusFace.tsx';
import { FunctionFace } from './FunctionFace.tsx';
import type { FaceProps } from './face.ts';
import { GatewayFace } from './GatewayFace.tsx';
import { GroupFace } from './GroupFace.tsx';
import { LoadBalancerFace } from './LoadBalancerFace.tsx';
import { QueueFace } from './QueueFace.tsx';
import { StreamFace } from './StreamFace.tsx';
import { TableFace } from './TableFace.tsx';
import { TopicFace } from './TopicFace.tsx';

export const faces: Record<ComponentKind, ComponentType<FaceProps>> = {
  client: ClientFace,
  'instance-group': GroupFace,
  queue: QueueFace,
  bucket: BucketFace,
  table: TableFace,
  gateway: GatewayFace,
  'load-balancer': LoadBalancerFace,
  function: FunctionFace,
  topic: TopicFace,
  stream: StreamFace,
  'event-bus': EventBusFace,
};
