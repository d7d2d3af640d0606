/** The face of each kind of component. A new kind shows its gap here. */
import type { ComponentType } from 'react';
import type { ComponentKind } from '../../models/registry.ts';
import { BucketFace } from './BucketFace.tsx';
import { ClientFace } from './ClientFace.tsx';
import type { FaceProps } from './face.ts';
import { GroupFace } from './GroupFace.tsx';
import { QueueFace } from './QueueFace.tsx';
import { TableFace } from './TableFace.tsx';

export const faces: Record<ComponentKind, ComponentType<FaceProps>> = {
  client: ClientFace,
  'instance-group': GroupFace,
  queue: QueueFace,
  bucket: BucketFace,
  table: TableFace,
};
