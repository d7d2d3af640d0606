/** A group of instances has three looks: one box with all steps, a tier that is simply there, a fleet that comes and goes. */
import type { ComponentType } from 'react';
import type { GroupShape } from '../layout.ts';
import { FleetFace } from './FleetFace.tsx';
import type { FaceProps } from './face.ts';
import { HostFace } from './HostFace.tsx';
import { TierFace } from './TierFace.tsx';

const looks: Record<GroupShape, ComponentType<FaceProps>> = { host: HostFace, tier: TierFace, fleet: FleetFace };

export function GroupFace({ data }: FaceProps) {
  const Look = looks[data.shape as GroupShape];
  return <Look data={data} />;
}
