/** Which parameters can be turned on screen, for which component, and over which range a slider makes sense. */
import type { NumberParameter, Parameter, ScalingPolicy } from '../../models/parameters.ts';
import { type ComponentKind, models } from '../../models/registry.ts';
import type { WorldNode } from '../../models/world.ts';
import type { Screen } from '../../stores/session.ts';
import type { SliderRange } from '../../ui/slider-scale.ts';

export interface Knob {
  component: string;
  kind: ComponentKind;
  parameter: string;
}

/** What is offered while nothing is selected: the knobs that change the story most, at most four. */
export const usualKnobs: Readonly<Record<Screen, readonly Knob[]>> = {
  monolith: [
    { component: 'users', kind: 'client', parameter: 'ratePerSecond' },
    { component: 'monolith', kind: 'instance-group', parameter: 'backlogLimit' },
  ],
  queued: [
    { component: 'users', kind: 'client', parameter: 'ratePerSecond' },
    { component: 'queue', kind: 'queue', parameter: 'visibilityTimeoutSeconds' },
    { component: 'fleet', kind: 'instance-group', parameter: 'maximum' },
    { component: 'fleet', kind: 'instance-group', parameter: 'bootSeconds' },
  ],
  compare: [
    { component: 'users', kind: 'client', parameter: 'ratePerSecond' },
    { component: 'fleet', kind: 'instance-group', parameter: 'maximum' },
  ],
};

/** Every parameter of a component that can be turned while the run goes on, and that does something here. */
export function knobsOf({ id, kind, params }: WorldNode): Knob[] {
  return Object.entries(models[kind].parameters as Readonly<Record<string, Parameter>>)
    .filter(([name, declared]) => isTurnable(declared) && (meansSomething[`${kind}.${name}`]?.(params) ?? true))
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
  'function.secondVersion': hasAlias,
  'function.secondVersionShare': hasAlias,
};

/** The declaration of a knob; throws if there is none that can be turned. */
export function declarationOf({ kind, parameter }: Knob): NumberParameter {
  const declared = (models[kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
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
