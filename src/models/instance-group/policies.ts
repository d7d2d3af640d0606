/** What each kind of scaling policy asks for: pure functions of what was measured. */
import type { BacklogTracking, StepScaling } from '../parameters.ts';
import type { Points } from './group-state.ts';

/**
 * What a step policy asks for at this length; null if none of its steps applies. A change is counted from the instances
 * that are warm: those that still warm up count as a part of it, so that one breach is not answered twice.
 */
export function wantedBySteps({ steps }: StepScaling, length: number, desired: number, warming: number): number | null {
  let wanted: number | null = null;
  for (const { from, adjust, instances } of steps) {
    if (length < from) continue;
    if (adjust === 'exact') wanted = instances;
    else wanted = instances > 0 ? Math.max(desired, desired - warming + instances) : desired + instances;
  }
  return wanted;
}

/** How target tracking turns measurements into a number of instances. */
export interface Tracking {
  target: number;
  /** The lower line, as a part of the target. */
  lowShare: number;
  pointsToScaleOut: number;
  pointsToScaleIn: number;
}

/** What target tracking measures: a whole, and by how many instances it is divided; 0 instances give no data. */
export interface Measured {
  load: number;
  instances: number;
}

/**
 * What target tracking asks for: in proportion to what is measured per instance, rounded up. It acts once so many points
 * in a row were above the target, or below the lower line. Without data nothing changes, and the row begins anew.
 */
export function wantedByTracking(tracking: Tracking, points: Points, measured: Measured, desired: number): number {
  const { load, instances } = measured;
  const { target, lowShare, pointsToScaleOut, pointsToScaleIn } = tracking;
  const perInstance = instances === 0 ? target : load / instances;
  points.above = perInstance > target ? points.above + 1 : 0;
  points.below = perInstance < target * lowShare ? points.below + 1 : 0;
  const wanted = Math.ceil(load / target);
  if (points.above >= pointsToScaleOut) return Math.max(desired, wanted);
  if (points.below >= pointsToScaleIn) return Math.min(desired, wanted);
  return desired;
}

/** The divisor of the backlog per instance. */
export function backlogDivisor(guard: BacklogTracking['guard'], inService: number): number {
  return guard === 'at-least-one' ? Math.max(inService, 1) : inService;
}

/** The step alarm beside the tracking: a message wakes an empty group; the last instance goes when none is left at all. */
export function withWakeStep(wanted: number, desired: number, visible: number, visibleAndInFlight: number): number {
  if (desired === 0) return visible >= 1 ? 1 : 0;
  return visibleAndInFlight > 0 ? Math.max(wanted, 1) : wanted;
}
