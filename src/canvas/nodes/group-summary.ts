/** What the instances of a group are doing, counted. Pure. */
import { STEP, steps } from '../../models/facts.ts';
import type { FunctionView } from '../../playback/views/function-view.ts';
import type { GroupView } from '../../playback/views/group-view.ts';
import type { InstanceView, JobView, WithInstances } from '../../playback/views/instances.ts';

/** How an instance looks: one colour, shape and word each. */
export const instanceStates = ['starting', 'working', 'idle', 'warm', 'draining', 'crashed'] as const;
export type InstanceState = (typeof instanceStates)[number];

/** What an instance without work is: idle and billed, or an environment that is kept warm and costs nothing. */
export type Resting = 'idle' | 'warm';

/** Whether instances without work are billed: those of a group are; of a function, only those that are kept ready. */
export function restingIn(view: WithInstances, { id }: InstanceView): Resting {
  return 'keptReady' in view && !(view as FunctionView).keptReady.has(id) ? 'warm' : 'idle';
}

export function stateOf(instance: InstanceView, resting: Resting = 'idle'): InstanceState {
  if (instance.phase === 'pending' || instance.phase === 'starting') return 'starting';
  if (instance.phase === 'draining' || instance.phase === 'crashed') return instance.phase;
  return instance.jobs.length > 0 ? 'working' : resting;
}

export interface GroupSummary {
  counts: Record<InstanceState, number>;
  total: number;
  /** Pieces of work in hand, in all instances. */
  jobs: number;
  /** Slots of the instances in service. */
  slots: number;
  /** There are instances, and every one of them is down. */
  isDown: boolean;
}

export function summaryOf(view: WithInstances, slotsPerInstance: number): GroupSummary {
  const counts: Record<InstanceState, number> = { starting: 0, working: 0, idle: 0, warm: 0, draining: 0, crashed: 0 };
  let jobs = 0;
  let slots = 0;
  for (const instance of view.instances) {
    counts[stateOf(instance, restingIn(view, instance))] += 1;
    jobs += instance.jobs.length;
    if (instance.phase === 'in-service') slots += slotsPerInstance;
  }
  const total = view.instances.length;
  return { counts, total, jobs, slots, isDown: total > 0 && counts.crashed === total };
}

/** How far the present stretch of work is, 0 to 1; null while it waits for an answer. */
export function progressOf(job: JobView, t: number): number | null {
  const lasts = job.stepEnds - job.stepBegan;
  if (lasts <= 0 || t >= job.stepEnds) return null;
  return Math.max(0, (t - job.stepBegan) / lasts);
}

/** How far an instance is on its way into service, 0 to 1. */
export function bootProgressOf(instance: InstanceView, t: number): number {
  const lasts = instance.until - instance.since;
  return lasts <= 0 ? 1 : Math.max(0, Math.min(1, (t - instance.since) / lasts));
}

/** The work in hand at each step, in the order of the steps. Work that has not begun yet counts as its first step. */
export function jobsByStep(view: GroupView, firstStep: number): JobView[][] {
  const byStep: JobView[][] = steps.map(() => []);
  for (const instance of view.instances) {
    for (const job of instance.jobs) byStep[job.step < 0 ? firstStep : job.step]?.push(job);
  }
  return byStep;
}

/** The step that comes first of those named; upload where there are none. */
export function firstStepOf(programs: unknown): number {
  if (!Array.isArray(programs) || programs.length === 0) return STEP.upload;
  return STEP[(programs[0] as { step: keyof typeof STEP }).step];
}
