/**
 * The switches that break something, read off the architectures on screen: each fault is offered where it means something,
 * and nowhere else. Most of them strike at a step, wherever it is done, because the same faults hold in every
 * architecture: whoever crashes processing here finds it crashed there as well.
 */
import { kindsStruckBy } from '../../faults/catalogue.ts';
import { type Fault, type Step, steps } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { Target } from '../../scenario/targets.ts';
import { componentsAt } from '../../scenario/targets.ts';
import { isOnBench, isUseId, type StageId, storyOf } from '../../stages/catalogue.ts';
import type { TextKey } from '../../text/text.ts';

export interface FaultSwitch {
  label: TextKey & `break.${string}`;
  /** Fills the place of the label: a component that is named in it. */
  component?: string;
  fault: Fault;
  /** On while the fault lasts at any of these; the first is where it strikes. */
  targets: readonly [Target, ...Target[]];
}

/** More would not be read. Our choice. */
export const MOST_SWITCHES = 6;

/** What can be broken on one stage, or on any of those side by side. */
export function faultSwitches(stages: readonly StageId[]): readonly FaultSwitch[] {
  const [only, ...others] = stages;
  if (only === undefined) return [];
  const switches = others.length === 0 ? switchesOf(only) : switchesOfAny(stages);
  return switches.slice(0, MOST_SWITCHES);
}

const stepTarget = (step: Step): Target => `step:${step}`;
/** The step that everybody looks at goes first. */
const byInterest: readonly Step[] = ['process', ...steps.filter((step) => step !== 'process')];

function switchesOf(stage: StageId): FaultSwitch[] {
  const nodes = nodesOf(newScenario(stage));
  const crashes = crashesOf(nodes);
  const losses = lossesOf(nodes);
  // The parts of a bench go by their names, not by the step of a video that they do.
  if (isOnBench(stage)) return [...namedCrashes(nodes), ...losses];
  return [...crashes, ...(isUse(stage) ? extrasOf(nodes) : []), ...losses];
}

/** Steps that are done in the same place go down together: that is one switch. */
function crashesOf(nodes: readonly WorldNode[]): FaultSwitch[] {
  const places = new Map<string, Step[]>();
  for (const step of byInterest) {
    const struck = componentsAt(stepTarget(step), nodes);
    if (!canStrike('crash', struck, nodes)) continue;
    const place = struck.join();
    places.set(place, [...(places.get(place) ?? []), step]);
  }
  return [...places].map(([place, [first, ...rest]]): FaultSwitch => {
    const struck = place.split(',').map(Number);
    const [node] = struck.map((index) => nodes[index]) as [WorldNode];
    const itself = struck.length === 1 ? [node.id] : [];
    return {
      label: labelOf(first as Step, node, rest.length + 1 === steps.length),
      fault: 'crash',
      targets: [stepTarget(first as Step), ...rest.map(stepTarget), ...itself],
    };
  });
}

function labelOf(step: Step, { id, kind }: WorldNode, isEverything: boolean): FaultSwitch['label'] {
  if (isEverything && id === 'monolith') return 'break.monolith';
  return kind === 'function' ? `break.function.${step}` : `break.group.${step}`;
}

/** Whatever works, by name. */
function namedCrashes(nodes: readonly WorldNode[]): FaultSwitch[] {
  return nodes.flatMap(({ id, kind }): FaultSwitch[] =>
    kind === 'function' || kind === 'instance-group'
      ? [{ label: 'break.component', component: id, fault: 'crash', targets: [id] }]
      : [],
  );
}

/** In a small stage, what does other work than the four steps. */
function extrasOf(nodes: readonly WorldNode[]): FaultSwitch[] {
  const struck = componentsAt('step:extra', nodes);
  return struck.map((index): FaultSwitch => {
    const { id } = nodes[index] as WorldNode;
    return { label: 'break.component', component: id, fault: 'crash', targets: [id] };
  });
}

/** One instance of many, or the only one: of processing, or where that has none, of upload. */
function lossesOf(nodes: readonly WorldNode[]): FaultSwitch[] {
  for (const step of ['process', 'upload'] as const) {
    const struck = componentsAt(stepTarget(step), nodes);
    if (!haveInstances(struck, nodes)) continue;
    // The only machine of everything is crashed by the switch that says so.
    if (struck.some((index) => nodes[index]?.id === 'monolith')) return [];
    const label = struck.length > 1 ? (`break.instances.${step}` as const) : (`break.instance.${step}` as const);
    return [{ label, fault: 'instance-loss', targets: [stepTarget(step)] }];
  }
  return [];
}

/** What means something in at least one of the architectures that are side by side. */
function switchesOfAny(stages: readonly StageId[]): FaultSwitch[] {
  const worlds = stages.map((stage) => nodesOf(newScenario(stage)));
  const meansSomething = (fault: Fault, target: Target): boolean =>
    worlds.some((nodes) => canStrike(fault, componentsAt(target, nodes), nodes));
  const crashes = byInterest
    .filter((step) => meansSomething('crash', stepTarget(step)))
    .map((step): FaultSwitch => ({ label: `break.step.${step}`, fault: 'crash', targets: [stepTarget(step)] }));
  const extras = stages
    .filter((stage) => isUse(stage) || isOnBench(stage))
    .flatMap((stage) => extrasOf(nodesOf(newScenario(stage))));
  const losses = (['process', 'upload'] as const)
    .filter((step) => worlds.some((nodes) => haveInstances(componentsAt(stepTarget(step), nodes), nodes)))
    .map(
      (step): FaultSwitch => ({
        label: `break.instance.${step}`,
        fault: 'instance-loss',
        targets: [stepTarget(step)],
      }),
    );
  return [...crashes, ...extras.filter(isFirst), ...losses.slice(0, 1)];
}

function isFirst({ targets: [target] }: FaultSwitch, place: number, all: readonly FaultSwitch[]): boolean {
  return all.findIndex(({ targets: [other] }) => other === target) === place;
}

function canStrike(fault: Fault, struck: readonly number[], nodes: readonly WorldNode[]): boolean {
  const kinds = kindsStruckBy(fault);
  return struck.length > 0 && struck.every((index) => kinds.includes((nodes[index] as WorldNode).kind));
}

/** Whether whoever is struck has instances to lose: the environments of a function come and go by themselves. */
function haveInstances(struck: readonly number[], nodes: readonly WorldNode[]): boolean {
  return struck.length > 0 && struck.every((index) => (nodes[index] as WorldNode).kind === 'instance-group');
}

function isUse(stage: StageId): boolean {
  return isUseId(storyOf(stage));
}
