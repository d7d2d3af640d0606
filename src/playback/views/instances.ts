/** Instances and the work in their slots, as they are seen: of a group, and of a function, whose instances are environments. */
import type { SimTime } from '../../engine/time.ts';
import type { TraceColumns } from '../../engine/trace.ts';
import type { InstancePhase } from '../../models/instance-group/group-state.ts';
import { insertSorted } from './entries.ts';
import type { Folds } from './kind-view.ts';

/** A piece of work in a slot. */
export interface JobView {
  job: number;
  upload: number;
  began: SimTime;
  /** Code of the step it is at, -1 before the first. */
  step: number;
  /** Code of the object being made, 0 for none. */
  makes: number;
  /**
   * When the present stretch of work began and will be finished; both the same while it waits for an answer.
   * In a director's picture these are the times at which it is shown to begin and to end.
   */
  stepBegan: SimTime;
  stepEnds: SimTime;
}

export interface InstanceView {
  id: number;
  phase: Exclude<InstancePhase, 'gone'>;
  /** Its availability zone, from 0. */
  zone: number;
  /** Since when it is in this phase. */
  since: SimTime;
  /** When it will be in service, while pending or starting; else the same as `since`. */
  until: SimTime;
  /** In the order in which they began. */
  jobs: JobView[];
  /** Since when it has had nothing to do; meaningless while it has jobs. */
  idleSince: SimTime;
}

/** What has instances that work. */
export interface WithInstances {
  /** In the order in which they came. */
  instances: InstanceView[];
  finished: number;
  failed: number;
}

export function copyInstances(instances: readonly InstanceView[]): InstanceView[] {
  return instances.map((instance) => ({ ...instance, jobs: instance.jobs.map((job) => ({ ...job })) }));
}

/** How the lives of instances and their work are told; what goes with the beginning of a job is told by the kind itself. */
export const instanceFolds = {
  'job.finished': (group, columns, row) => {
    group.finished += 1;
    endJob(group, columns, row);
  },
  'job.failed': (group, columns, row) => {
    group.failed += 1;
    endJob(group, columns, row);
  },
  'step.began': (group, columns, row) => {
    const job = jobIn(group, columns, row);
    if (!job) return;
    const code = columns.c[row] as number;
    job.step = code & 255;
    job.makes = code >> 8;
    job.stepBegan = columns.at[row] as number;
    job.stepEnds = columns.a[row] as number;
  },
  'step.finished': (group, columns, row) => {
    const job = jobIn(group, columns, row);
    if (!job) return;
    job.makes = 0;
    job.stepBegan = columns.at[row] as number;
    job.stepEnds = job.stepBegan;
  },
  'instance.launched': (group, columns, row) => {
    // A restart goes on with the same instance; its start is told by `instance.running`.
    if (columns.c[row] === 1) return;
    const id = columns.subject[row] as number;
    const since = columns.at[row] as number;
    const until = columns.a[row] as number;
    const launched: InstanceView = {
      id,
      phase: 'pending',
      zone: columns.b[row] as number,
      since,
      until,
      jobs: [],
      idleSince: since,
    };
    group.instances.splice(placeOf(group.instances, id), 0, launched);
  },
  'instance.running': (group, columns, row) => {
    enterPhase(group, columns, row, 'starting', columns.a[row] as number);
  },
  'instance.in-service': (group, columns, row) => {
    const at = columns.at[row] as number;
    const instance = enterPhase(group, columns, row, 'in-service', at);
    if (instance) instance.idleSince = at;
  },
  'instance.gone': (group, columns, row) => {
    const id = columns.subject[row] as number;
    const place = placeOf(group.instances, id);
    if (group.instances[place]?.id === id) group.instances.splice(place, 1);
  },
} as const satisfies Folds<WithInstances>;

/** Place of the instance with this number, or where it belongs: instances stand in the order of their numbers. */
function placeOf(instances: readonly InstanceView[], id: number): number {
  let low = 0;
  let high = instances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instances[middle] as InstanceView).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The instance that a fact is about; undefined if it is not there (any more). */
export function instanceAt(group: WithInstances, columns: TraceColumns, row: number): InstanceView | undefined {
  const id = columns.subject[row] as number;
  const instance = group.instances[placeOf(group.instances, id)];
  return instance?.id === id ? instance : undefined;
}

export function enterPhase(
  group: WithInstances,
  columns: TraceColumns,
  row: number,
  phase: InstanceView['phase'],
  until: SimTime,
): InstanceView | undefined {
  const instance = instanceAt(group, columns, row);
  if (!instance) return undefined;
  instance.phase = phase;
  instance.since = columns.at[row] as number;
  instance.until = until;
  return instance;
}

/** A job is in a slot from now on. */
export function beginJob(group: WithInstances, columns: TraceColumns, row: number): void {
  const upload = columns.upload[row] as number;
  const began = columns.at[row] as number;
  const instance = instanceAt(group, columns, row);
  if (!instance || !canHaveBegun(instance, began)) return;
  const job = columns.b[row] as number;
  const view: JobView = { job, upload, began, step: -1, makes: 0, stepBegan: began, stepEnds: began };
  insertSorted(instance.jobs, view, (a, b) => a.began - b.began || a.job - b.job || a.upload - b.upload);
}

/** False for what began before the instance went down, and is told only now. */
function canHaveBegun({ phase, since }: InstanceView, began: SimTime): boolean {
  return (phase === 'in-service' || phase === 'draining') && began >= since;
}

/** The numbers of jobs are used again, so the upload has to agree too. */
function placeOfJob(jobs: readonly JobView[], job: number, upload: number): number {
  for (let place = 0; place < jobs.length; place += 1) {
    const each = jobs[place] as JobView;
    if (each.job === job && each.upload === upload) return place;
  }
  return -1;
}

/** The job that a fact is about; undefined if it is not there (any more). */
export function jobIn(group: WithInstances, columns: TraceColumns, row: number): JobView | undefined {
  const instance = instanceAt(group, columns, row);
  return instance?.jobs[placeOfJob(instance.jobs, columns.b[row] as number, columns.upload[row] as number)];
}

function endJob(group: WithInstances, columns: TraceColumns, row: number): void {
  const instance = instanceAt(group, columns, row);
  if (!instance) return;
  const place = placeOfJob(instance.jobs, columns.b[row] as number, columns.upload[row] as number);
  if (place < 0) return;
  instance.jobs.splice(place, 1);
  instance.idleSince = Math.max(instance.idleSince, columns.at[row] as number);
}
