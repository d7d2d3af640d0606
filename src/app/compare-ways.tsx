/** The screens that set architectures against each other: their signs and keys, wherever a way to them stands. */
import { ChartSpline, Columns3, Grid3x3 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { comparing } from './screens.ts';

export const compareWays: Record<(typeof comparing)[number], { icon: ReactNode; key: string }> = {
  compare: { icon: <Columns3 />, key: '8' },
  failures: { icon: <Grid3x3 />, key: '9' },
  costs: { icon: <ChartSpline />, key: 'M' },
};
