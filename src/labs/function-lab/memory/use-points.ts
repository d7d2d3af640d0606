/** The measured points of this page's session: run while they are looked at, and kept for when the reader comes back. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { perSession } from '../../../stores/per-session.ts';
import { useSession } from '../../../stores/session-context.tsx';
import type { Work } from './closed-form.ts';
import { MEASURED_MEGABYTES, type MeasuredPoint } from './measured.ts';
import { createPoints, nameOfWork } from './points-store.ts';

const pointsOf = perSession(() => createPoints());

const none: readonly MeasuredPoint[] = [];

export interface PointsInUse {
  points: readonly MeasuredPoint[];
  isWhole: boolean;
  failure: string | null;
}

/** Begins when it is shown, or the work is another one; stops when it is left. */
export function usePoints({ seconds, cpuShare, threads }: Work, timeoutSeconds: number): PointsInUse {
  const measured = pointsOf(useSession());
  const { points, failure } = useStore(measured.state);
  useEffect(() => {
    measured.want({ seconds, cpuShare, threads }, timeoutSeconds);
    return () => measured.stop();
  }, [measured, seconds, cpuShare, threads, timeoutSeconds]);
  const own = points.get(nameOfWork({ seconds, cpuShare, threads }, timeoutSeconds)) ?? none;
  return { points: own, isWhole: own.length === MEASURED_MEGABYTES.length, failure };
}
