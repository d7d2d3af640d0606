/** Which parameters can be turned or chosen on screen, for which component, and over which range a slider makes sense. */

import { type InstanceType, instanceTypeNames } from '../../models/instance-group/instance-types.ts';
import type { NumberParameter, Parameter, ScalingPolicy } from '../../models/parameters.ts';
import { type ComponentKind, models } from '../../models/registry.ts';
import type { WorldNode } from '../../models/world.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';
import { type BenchId, isBenchId, type StageId, type StoryId, stages, storyOf } from '../../stages/catalogue.ts';
import type { Stage } from '../../stages/stage.ts';
import type { SliderRange } from '../../ui/slider-scale.ts';

export interface Knob {
  component: string;
  kind: ComponentKind;
  parameter: string;
}

/** What belongs to a story besides its traffic, in the order in which it is offered: a component of it, and what of that. */
type Offer = readonly [component: string, parameter: string];

/** What changes a story most; where a form of the stage lacks the component, it is left out. Our choice. */
const offersOf: Readonly<Record<Exclude<StoryId, BenchId>, readonly Offer[]>> = {
  monolith: [
    ['monolith', 'instanceType'],
    ['monolith', 'threads'],
    ['monolith', 'backlogLimit'],
  ],
  tiers: [
    ['upload', 'instanceType'],
    ['process', 'instanceType'],
    ['store', 'instanceType'],
    ['manage', 'instanceType'],
    ['process', 'threads'],
    ['upload', 'backlogLimit'],
  ],
  'load-balanced': [
    ['process', 'minimum'],
    ['process', 'maximum'],
    ['process', 'zones'],
  ],
  queued: [
    ['queue', 'type'],
    ['queue', 'visibilityTimeoutSeconds'],
    ['fleet', 'maximum'],
    ['fleet', 'bootSeconds'],
    ['process', 'maximum'],
    ['store', 'maximum'],
  ],
  microservices: [
    ['process-480p', 'maximum'],
    ['process-1080p', 'maximum'],
    ['queue-1080p', 'visibilityTimeoutSeconds'],
  ],
  'event-driven': [
    ['players', 'ratePerSecond'],
    ['process-1080p', 'errorShare'],
    ['process-1080p', 'memoryMegabytes'],
  ],
  serverless: [
    ['process-1080p', 'memoryMegabytes'],
    ['process-1080p', 'timeoutSeconds'],
    ['process-1080p', 'errorShare'],
    ['gateway-upload', 'rateLimitPerSecond'],
  ],
  'serverless-application': [
    ['manage', 'memoryMegabytes'],
    ['manage', 'errorShare'],
    ['gateway', 'rateLimitPerSecond'],
  ],
  'file-processing': [
    ['process', 'memoryMegabytes'],
    ['process', 'errorShare'],
    ['bucket', 'notificationDuplicateShare'],
  ],
  'database-trigger': [
    ['indexer', 'errorShare'],
    ['manage', 'memoryMegabytes'],
  ],
  'serverless-cron': [
    ['report', 'memoryMegabytes'],
    ['report', 'errorShare'],
  ],
  'real-time-stream': [
    ['statistics', 'errorShare'],
    ['clicks', 'recordsPerSecondPerShard'],
  ],
};

/** More would not be read. Our choice. */
export const MOST_KNOBS = 6;
/** Of each architecture, where several stand side by side. Our choice. */
const OFFERS_EACH = 2;
/** Whose traffic it is: that of the story, or where nobody uploads, of those who watch. */
const crowds = ['users', 'viewers'] as const;

/** What is offered while nothing is selected, on one stage or on several side by side. */
export function usualKnobs(shown: readonly StageId[]): readonly Knob[] {
  const crowd = crowds.find((id) => shown.some((stage) => stages[stage].nodes.some((node) => node.id === id)));
  const traffic = shown.flatMap((stage) => knobOf(stage, [crowd ?? '', 'ratePerSecond']));
  const most = shown.length === 1 ? MOST_KNOBS : OFFERS_EACH;
  const offered = shown.flatMap((stage) =>
    offersIn(stage)
      .flatMap((offer) => knobOf(stage, offer))
      .slice(0, most),
  );
  return [...traffic, ...offered].filter(isFirst).slice(0, MOST_KNOBS);
}

/** A bench says itself what it offers. */
function offersIn(stage: StageId): readonly Offer[] {
  const story = storyOf(stage);
  if (!isBenchId(story)) return offersOf[story];
  const { offers = [] }: Stage = stages[stage];
  return offers;
}

/** What a stage has of an offer: nothing where it has no such component, or where it would do nothing. */
function knobOf(stage: StageId, [component, parameter]: Offer): Knob[] {
  const scenario = newScenario(stage);
  const node = nodesOf(scenario).find(({ id }) => id === component);
  if (node === undefined) return [];
  const known = choosable[node.kind]?.includes(parameter) ? choicesOf(node, scenario) : knobsOf(node);
  return known.filter((knob) => knob.parameter === parameter);
}

function isFirst(knob: Knob, place: number, all: readonly Knob[]): boolean {
  return all.findIndex((each) => isSame(each, knob)) === place;
}

function isSame(one: Knob, other: Knob): boolean {
  return one.component === other.component && one.parameter === other.parameter;
}

/** What can be chosen of a component from the start of the run on, by kind; the options of each stand in `choiceOf`. */
const choosable: Readonly<Partial<Record<ComponentKind, readonly string[]>>> = {
  'instance-group': ['instanceType', 'zones', 'whenDown'],
  queue: ['type'],
  'load-balancer': ['algorithm'],
};

/** Sizes on offer, from small to tall; the others differ from one of them in price or memory only. Our choice. */
const sizes: readonly InstanceType[] = ['t3.small', 'c5.large', 'c5.xlarge', 'c5.2xlarge'];

/** The values that a knob is chosen from, in place of a slider; null if it is turned. The present one is among them. */
export function choiceOf({ kind, parameter }: Knob, present: unknown): readonly (string | number)[] | null {
  if (!choosable[kind]?.includes(parameter)) return null;
  const declared = parameterOf(kind, parameter);
  if (parameter === 'instanceType') {
    return instanceTypeNames.filter((name) => sizes.includes(name) || name === present);
  }
  if (declared?.type === 'choice') return declared.options;
  if (declared?.type !== 'number') return null;
  return Array.from({ length: declared.max - declared.min + 1 }, (_, place) => declared.min + place);
}

function parameterOf(kind: ComponentKind, parameter: string): Parameter | undefined {
  return (models[kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
}

/** Everything that can be chosen of a component, does something here, and leaves a scenario that holds. */
export function choicesOf({ id, kind, params }: WorldNode, scenario: StageScenario): Knob[] {
  return (choosable[kind] ?? [])
    .filter((name) => meansSomething[`${kind}.${name}`]?.(params) ?? true)
    .map((parameter): Knob => ({ component: id, kind, parameter }))
    .filter((knob) => choiceOf(knob, params[knob.parameter])?.every((value) => holdsWith(scenario, knob, value)));
}

/** A queue that a bucket tells of objects is no FIFO queue; programs that share a machine have none of their own. */
function holdsWith(scenario: StageScenario, { component, parameter }: Knob, value: unknown): boolean {
  const own = { ...scenario.parameters[component], [parameter]: value };
  return parseScenario({ ...scenario, parameters: { ...scenario.parameters, [component]: own } }).ok;
}

/** Every parameter of a component that can be turned while the run goes on, and that does something here. */
export function knobsOf({ id, kind, params }: WorldNode): Knob[] {
  return Object.entries(models[kind].parameters as Readonly<Record<string, Parameter>>)
    .filter(([name, declared]) => isTurnable(declared) && (meansSomething[`${kind}.${name}`]?.(params) ?? true))
    .map(([parameter]) => ({ component: id, kind, parameter }));
}

/** What people who upload do when they are kept waiting or turned away; the rest of a client is its traffic. */
const patience: readonly string[] = [
  'timeoutSeconds',
  'retries',
  'attempts',
  'retryBaseSeconds',
  'retryCapSeconds',
  'retryBudgetTokens',
  'breakerFailures',
  'breakerOpenSeconds',
];

/** Every number and choice of a component that does something here: what can be set from the start. Traffic is not. */
export function settingsOf({ id, kind, params }: WorldNode): Knob[] {
  return Object.entries(models[kind].parameters as Readonly<Record<string, Parameter>>)
    .filter(([name, { type }]) => type !== 'shaped' && (kind !== 'client' || patience.includes(name)))
    .filter(([name]) => meansSomething[`${kind}.${name}`]?.(params) ?? true)
    .map(([parameter]) => ({ component: id, kind, parameter }));
}

function isTurnable(declared: Parameter): declared is NumberParameter {
  return declared.type === 'number' && declared.turnable === true;
}

type Params = WorldNode['params'];

const policiesOf = (params: Params) => ((params['scaling'] ?? []) as readonly ScalingPolicy[]).map(({ kind }) => kind);
const takesFromQueue = (params: Params): boolean => typeof params['queue'] === 'string';
const isCalled = (params: Params): boolean => !takesFromQueue(params);
const arrive = (how: string) => (params: Params) => params['arrivals'] === how;
const retries = (params: Params): boolean => params['retries'] !== 'none';
const hasSome = (name: string) => (params: Params) => ((params[name] ?? []) as readonly unknown[]).length > 0;
const isStandard = (params: Params): boolean => params['type'] === 'standard';
const hasAlias = (params: Params): boolean => params['aliasVersion'] !== 0;

/** When parameters mean anything that do not always: nobody waits at the door of a group that polls a queue. */
const meansSomething: Readonly<Record<string, (params: Params) => boolean>> = {
  'client.ratePerSecond': (params) => !['none', 'times', 'closed'].includes(params['arrivals'] as string),
  'client.spikeAtSeconds': arrive('spike'),
  'client.spikeLastsSeconds': arrive('spike'),
  'client.spikeFactor': arrive('spike'),
  'client.population': arrive('closed'),
  'client.attempts': retries,
  'client.retryBaseSeconds': retries,
  'client.retryCapSeconds': (params) => String(params['retries']).startsWith('exponential'),
  'client.breakerOpenSeconds': (params) => params['breakerFailures'] !== 0,
  'instance-group.backlogLimit': isCalled,
  'instance-group.backlogTimeoutSeconds': isCalled,
  'instance-group.extendVisibilitySeconds': takesFromQueue,
  'instance-group.whenDown': isCalled,
  // Whoever is a guest on other machines has none of its own.
  'instance-group.instanceType': (params) => params['runsOn'] === null,
  'instance-group.zones': (params) => params['runsOn'] === null && params['maximum'] !== 1,
  // A scaling policy turns what is wanted by itself.
  'instance-group.desired': (params) => policiesOf(params).length === 0,
  'instance-group.warmUpSeconds': (params) => policiesOf(params).length > 0,
  'instance-group.cooldownSeconds': (params) => policiesOf(params).includes('step'),
  'instance-group.pointsToScaleOut': (params) => policiesOf(params).includes('target-tracking'),
  'instance-group.pointsToScaleIn': (params) => policiesOf(params).includes('target-tracking'),
  'instance-group.scaleInBelowShare': (params) => policiesOf(params).includes('target-tracking'),
  'instance-group.healthGraceSeconds': (params) =>
    params['replaceUnhealthy'] === 'yes' && params['loadBalancer'] !== null,
  'queue.emptyShortPollShare': (params) => params['receiveWaitSeconds'] === 0,
  'queue.duplicateShare': isStandard,
  'queue.outOfOrderShare': isStandard,
  'bucket.notificationDuplicateShare': hasSome('notifications'),
  'bucket.notificationRetryBaseSeconds': hasSome('notifications'),
  'bucket.notificationRetryForSeconds': hasSome('notifications'),
  // Which event a request becomes belongs to the architecture.
  'gateway.event': () => false,
  // All functions of an account share it, so no one of them turns it.
  'function.accountConcurrency': () => false,
  // Kept ready are environments of a published version, and only of those.
  'function.provisionedConcurrency': hasAlias,
  // Only what is published can be chosen: no slider knows which versions there are, the instrument of their bench does.
  'function.aliasVersion': () => false,
  'function.secondVersion': () => false,
  'function.secondVersionShare': (params) => params['secondVersion'] !== 0,
};

/** The declaration of a knob; throws if there is none that can be turned. */
export function declarationOf({ kind, parameter }: Knob): NumberParameter {
  const declared = parameterOf(kind, parameter);
  if (!declared || !isTurnable(declared)) throw new Error(`${kind} has no parameter "${parameter}" that can be turned`);
  return declared;
}

/** Ranges narrower than what is allowed, so that the slider is fine where it matters. All our choice. */
const usefulRanges: Readonly<Record<string, Partial<SliderRange>>> = {
  // Above some 20 uploads a second a five-minute run has more messages than a page wants to keep.
  'client.ratePerSecond': { max: 20, log: true, least: 0.01 },
  'instance-group.minimum': { max: 100, log: true },
  'instance-group.desired': { max: 100, log: true },
  'instance-group.maximum': { log: true },
  'instance-group.pendingSeconds': { max: 120 },
  'instance-group.bootSeconds': { max: 120 },
  'instance-group.restartSeconds': { max: 120 },
  'instance-group.backlogLimit': { max: 1000, log: true },
  'instance-group.cooldownSeconds': { max: 600, log: true, least: 1 },
  'queue.visibilityTimeoutSeconds': { max: 3600, log: true, least: 1 },
  'queue.maxReceiveCount': { max: 20 },
  // Whatever all functions of a stage reserve together, most of an account of 1,000 is left; and of one of 120, the 100
  // that must be.
  'function.reservedConcurrency': { max: 20, log: false },
  'function.provisionedConcurrency': { max: 20, log: false },
  // Amazon API Gateway: an HTTP API waits for 30 s at the most.
  'gateway.integrationTimeoutSeconds': { max: 30 },
};

/** Runs are minutes long, and large ranges are fine at their lower end only on a logarithmic scale. Our choice. */
function usuallyUseful({ unit, max }: NumberParameter): Partial<SliderRange> {
  if (unit === 's' && max > 600) return { max: 600, log: true, least: 1 };
  return max > 1000 ? { log: true, least: 1 } : {};
}

/** The range of a knob's slider; wide enough for the value it has, wherever that came from. */
export function rangeOf(knob: Knob, value: number): SliderRange {
  const declared = declarationOf(knob);
  const { min, max, integer, scale } = declared;
  const useful = usefulRanges[`${knob.kind}.${knob.parameter}`] ?? usuallyUseful(declared);
  return {
    min,
    max: Math.max(Math.min(max, useful.max ?? max), value),
    log: useful.log ?? scale === 'log',
    ...(integer ? { integer } : {}),
    ...(useful.least === undefined ? {} : { least: useful.least }),
  };
}
