/**
 * What can go wrong by injection, as data: where each fault can strike, how strongly, and where it does so first if
 * nobody says. How it works stands in the models of the kinds that it strikes; its words stand in `text/fault-words.ts`.
 */
import type { Fault } from '../models/facts.ts';
import type { Model } from '../models/model.ts';
import { type ComponentKind, componentKinds, models } from '../models/registry.ts';

/**
 * What a fault strikes: whole components; links; one zone of all groups that have it; or rules of an event bus. Each takes
 * targets of its own form, see `scenario/targets.ts`.
 */
export type FaultScope = 'component' | 'link' | 'zone' | 'rule';

/** Under which heading it stands where faults are picked. */
export const faultFamilies = ['machines', 'network', 'traffic', 'messages', 'stores', 'functions', 'events'] as const;
export type FaultFamily = (typeof faultFamilies)[number];

/** How strongly a fault strikes. Ranges and defaults are our choice. */
export interface Strength {
  unit: 'times' | 's' | 'share' | '1/s' | 'environments' | 'pieces of work';
  min: number;
  max: number;
  /** Where nothing is said. */
  usual: number;
  integer?: true;
}

export interface FaultEntry {
  family: FaultFamily;
  scope: FaultScope;
  /** Null if it is there or not. */
  strength: Strength | null;
  /** Whether all programs that share a machine with what is struck go down with it. */
  strikesMachines?: true;
  /** Where it strikes where nothing is said: the first that means something in an architecture. */
  usualTargets: readonly [string, ...string[]];
}

const times = (usual: number, max = 100): Strength => ({ unit: 'times', min: 1, max, usual });
const share = (usual: number): Strength => ({ unit: 'share', min: 0.01, max: 1, usual });

export const faultCatalogue: Readonly<Record<Fault, FaultEntry>> = {
  /** Every instance goes down with all it was at; none comes into service until it ends. Every run of a function crashes. */
  crash: {
    family: 'machines',
    scope: 'component',
    strength: null,
    strikesMachines: true,
    usualTargets: ['step:process', 'step:upload'],
  },
  /**
   * One instance goes down with all it was at: of those in service, the one that came first. Of a function an environment,
   * of those at work first.
   */
  'instance-loss': {
    family: 'machines',
    scope: 'component',
    strength: null,
    strikesMachines: true,
    usualTargets: ['step:process', 'step:upload'],
  },
  /** Every instance in one availability zone goes down, and none is launched there until it ends. */
  'zone-loss': { family: 'machines', scope: 'zone', strength: null, usualTargets: ['zone:a'] },
  /**
   * Each piece of work leaves some memory taken; after so many the process is killed as the next one begins, with all it
   * is at, and started again: again and again until it ends.
   */
  'memory-leak': {
    family: 'machines',
    scope: 'component',
    strength: { unit: 'pieces of work', min: 1, max: 10_000, usual: 5, integer: true },
    usualTargets: ['step:process', 'step:upload'],
  },
  /** Work that begins while it lasts takes so many times as long; of a store, every answer; of a router, every delivery. */
  'slow-down': {
    family: 'machines',
    scope: 'component',
    strength: times(10),
    usualTargets: ['step:process', 'step:store'],
  },
  /** This share of the work fails by itself. */
  'error-share': {
    family: 'machines',
    scope: 'component',
    strength: share(0.5),
    usualTargets: ['step:process', 'step:upload'],
  },
  /**
   * A new version that does not start takes the place of this share of the instances, and is on all that are launched:
   * they are started again and again in vain. Of a function it is on all environments, and this share of starts fails.
   */
  'bad-deployment': {
    family: 'machines',
    scope: 'component',
    strength: share(0.5),
    usualTargets: ['step:process', 'step:upload'],
  },
  /** Scaled in to nothing, and told to scale by utilisation: nobody there has one, so nothing is ever launched again. */
  'stuck-at-zero': {
    family: 'machines',
    scope: 'component',
    strength: null,
    usualTargets: ['step:process', 'step:upload'],
  },
  /** Each message takes so much longer. */
  'added-latency': {
    family: 'network',
    scope: 'link',
    strength: { unit: 's', min: 0.001, max: 60, usual: 2 },
    usualTargets: ['into:process', 'into:store', 'into:upload'],
  },
  /** No message gets through, in either direction; those who wait for an answer learn of it. What is under way arrives. */
  'cut-link': {
    family: 'network',
    scope: 'link',
    strength: null,
    usualTargets: ['into:process', 'into:store', 'into:upload'],
  },
  /** So many times as many come. */
  'traffic-surge': { family: 'traffic', scope: 'component', strength: times(10, 1000), usualTargets: ['kind:client'] },
  /**
   * Nobody gets through to the site who comes or tries again; of those who come this share waits and the rest goes away,
   * and all who waited come at the moment it ends. What has got through goes on.
   */
  'thundering-herd': { family: 'traffic', scope: 'component', strength: share(1), usualTargets: ['kind:client'] },
  /**
   * So many times as many come, and all lose their patience soon and try again at once, again and again. The crowd leaves
   * when it ends; the impatience stays until somebody turns it, and may keep the storm going without its cause.
   */
  'retry-storm': { family: 'traffic', scope: 'component', strength: times(5, 1000), usualTargets: ['kind:client'] },
  /** This share of the videos cannot be processed, however often it is tried. */
  'poison-messages': { family: 'messages', scope: 'component', strength: share(0.1), usualTargets: ['kind:client'] },
  /** This share of the messages is delivered twice. A FIFO queue knows no such thing. */
  'duplicate-delivery': {
    family: 'messages',
    scope: 'component',
    strength: share(0.5),
    usualTargets: ['kind:queue', 'kind:event-bus', 'kind:function'],
  },
  /** A message that is handed out is seen again after so little. */
  'short-visibility': {
    family: 'messages',
    scope: 'component',
    strength: { unit: 's', min: 0.1, max: 43_200, usual: 2 },
    usualTargets: ['kind:queue'],
  },
  /** Can be read, refuses all that is written. */
  'write-refusal': {
    family: 'stores',
    scope: 'component',
    strength: null,
    usualTargets: ['kind:bucket', 'kind:table'],
  },
  /** Takes no more requests than so many a second; a stream, no more records in each shard. */
  throttling: {
    family: 'stores',
    scope: 'component',
    strength: { unit: '1/s', min: 0, max: 1000, usual: 0.2 },
    usualTargets: ['kind:table', 'kind:gateway', 'kind:bucket', 'kind:stream'],
  },
  /** No more environments at once than so many. */
  'concurrency-limit': {
    family: 'functions',
    scope: 'component',
    strength: { unit: 'environments', min: 0, max: 1000, usual: 1, integer: true },
    usualTargets: ['step:process', 'kind:function'],
  },
  /**
   * No environment is kept warm but those that are paid to be: each run needs a new one, and each start takes so many
   * times as long.
   */
  'cold-starts': { family: 'functions', scope: 'component', strength: times(5), usualTargets: ['kind:function'] },
  /** The execution role allows nothing any more. */
  'role-missing': {
    family: 'functions',
    scope: 'component',
    strength: null,
    usualTargets: ['step:process', 'kind:function'],
  },
  /** The resource policy lets nobody invoke the function. */
  'policy-missing': {
    family: 'functions',
    scope: 'component',
    strength: null,
    usualTargets: ['step:process', 'kind:function'],
  },
  /** The pattern of the rule fits no event. */
  'rule-mismatch': { family: 'events', scope: 'rule', strength: null, usualTargets: ['kind:event-bus'] },
  /** The schedule of the rule never fires; when it ends, it goes on as if it had. */
  'silent-schedule': { family: 'events', scope: 'rule', strength: null, usualTargets: ['kind:event-bus'] },
};

/** The kinds of component whose models know what a fault does to them; of a fault of links, none. */
export function kindsStruckBy(fault: Fault): readonly ComponentKind[] {
  return componentKinds.filter((kind) => Object.hasOwn((models[kind] as Pick<Model, 'faults'>).faults ?? {}, fault));
}

/** How strongly a fault strikes if it is not said; 0 where it has no strength. */
export function usualStrength(fault: Fault): number {
  return faultCatalogue[fault].strength?.usual ?? 0;
}
