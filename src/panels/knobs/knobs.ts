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
    .filter(([name, declared]) => isTurnable(declared) && doesSomething(name, params))
    .map(([parameter]) => ({ component: id, kind, parameter }));
}

function isTurnable(declared: Parameter): declared is NumberParameter {
  return declared.type === 'number' && declared.turnable === true;
}

/** Some parameters mean nothing in some architectures: nobody waits at the door of a group that polls a queue. */
function doesSomething(name: string, params: WorldNode['params']): boolean {
  const takesFromQueue = typeof params['queue'] === 'string';
  const policies = ((params['scaling'] ?? []) as readonly ScalingPolicy[]).map(({ kind }) => kind);
  switch (name) {
    case 'backlogLimit':
    case 'backlogTimeoutSeconds':
      return !takesFromQueue;
    case 'extendVisibilitySeconds':
      return takesFromQueue;
    // A scaling policy turns what is wanted by itself.
    case 'desired':
      return policies.length === 0;
    case 'warmUpSeconds':
      return policies.length > 0;
    case 'cooldownSeconds':
      return policies.includes('step');
    case 'pointsToScaleOut':
    case 'pointsToScaleIn':
    case 'scaleInBelowShare':
      return policies.includes('target-tracking');
    case 'healthGraceSeconds':
      return params['replaceUnhealthy'] === 'yes' && params['loadBalancer'] !== null;
    default:
      return true;
  }
}

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

/** The range of a knob's slider; wide enough for the value it has, wherever that came from. */
export function rangeOf(knob: Knob, value: number): SliderRange {
  const { min, max, integer, scale } = declarationOf(knob);
  const useful = usefulRanges[`${knob.kind}.${knob.parameter}`] ?? {};
  return {
    min,
    max: Math.max(Math.min(max, useful.max ?? max), value),
    log: useful.log ?? scale === 'log',
    ...(integer ? { integer } : {}),
    ...(useful.least === undefined ? {} : { least: useful.least }),
  };
}
