/**
 * What can be seen of each component at one moment: a fold over facts. Plain data, so a keyframe is a copy of it.
 * The fold is robust against order between different uploads, because what is shown may lag behind what happened.
 */
import type { SimTime } from '../engine/time.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { InstancePhase } from '../models/instance-group/group-state.ts';

/** What is seen of the people. */
export interface ClientView {
  kind: 'client';
  started: number;
  accepted: number;
  refused: number;
  /** Requests that wait for an answer. */
  waiting: number;
}

/** A piece of work in a slot. */
export interface JobView {
  job: number;
  upload: number;
  began: SimTime;
  /** Code of the step it is at, -1 before the first. */
  step: number;
  /** Code of the object being made, 0 for none. */
  makes: number;
  /** When the present stretch of work began and will be finished; both the same while it waits for an answer. */
  stepBegan: SimTime;
  stepEnds: SimTime;
}

export interface InstanceView {
  id: number;
  phase: Exclude<InstancePhase, 'gone'>;
  /** Since when it is in this phase. */
  since: SimTime;
  /** When it will be in service, while pending or starting; else the same as `since`. */
  until: SimTime;
  jobs: JobView[];
  /** Since when it has had nothing to do; meaningless while it has jobs. */
  idleSince: SimTime;
}

export interface GroupView {
  kind: 'instance-group';
  desired: number;
  /** In the order in which they came. */
  instances: InstanceView[];
  /** Requests that wait for a slot: upload number by message id, oldest first. */
  backlog: Map<number, { upload: number; since: SimTime }>;
  /** Faults that last. */
  faults: number;
  refused: number;
  finished: number;
  failed: number;
}

/** An item in a queue. */
export interface ItemView {
  item: number;
  upload: number;
  since: SimTime;
  receiveCount: number;
  /** When it will be visible again, while in flight; -1 while visible. */
  visibleAgainAt: SimTime;
}

export interface QueueView {
  kind: 'queue';
  /** Visible and in flight, by item, oldest first. */
  items: Map<number, ItemView>;
  visible: number;
  inFlight: number;
  deadLetters: { upload: number; at: SimTime }[];
  faults: number;
}

export interface BucketView {
  kind: 'bucket';
  masters: number;
  renditions: number;
  megabytes: number;
  faults: number;
}

export interface TableView {
  kind: 'table';
  items: number;
  faults: number;
}

export type ComponentView = ClientView | GroupView | QueueView | BucketView | TableView;

/** The whole of what can be seen, one entry per component in the order of their numbers. */
export type View = ComponentView[];

/** The view of each kind, so that the compiler names a kind that has none. */
export type ViewOf<K extends ComponentKind> = Extract<ComponentView, { kind: K }>;
