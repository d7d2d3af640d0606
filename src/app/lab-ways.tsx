/** The labs: their signs and keys, wherever a way to them stands. */
import { SquareFunction, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LabId } from '../stages/catalogue.ts';

export const labWays: Readonly<Record<LabId, { icon: ReactNode; key: string }>> = {
  'function-lab': { icon: <SquareFunction />, key: 'F' },
  'bus-lab': { icon: <Waypoints />, key: 'E' },
};
