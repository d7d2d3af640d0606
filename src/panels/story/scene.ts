/**
 * Scenes of the stories. Setting one makes exactly that: the faults that it lists and no others, its parameters, its
 * moment and its speed. What it has set shows, for as long as it is so, and can be put back.
 */
import { stories } from '../../lessons/catalogue.ts';
import type { Scene } from '../../lessons/story.ts';
import type { Parameter } from '../../models/parameters.ts';
import { models } from '../../models/registry.ts';
import type { WorldNode } from '../../models/world.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';
import { type StageId, storyOf } from '../../stages/catalogue.ts';
import { meansSomethingIn, valueAtTime } from '../../stores/scenario-edits.ts';
import type { Session } from '../../stores/session.ts';
import type { Knob } from '../knobs/knobs.ts';
import { landmarksOf } from '../landmarks.ts';

type Setting = NonNullable<Scene['set']>[number];

/** What a scene has set, and what differs by it from the stage as it comes. */
export interface Lingering extends Knob {
  value: unknown;
}

/** Sets a scene of the stage that is shown, and plays. */
export function applyScene(session: Session, stage: StageId, scene: Scene): void {
  const shown = scene.form ?? stage;
  const { scenarios } = session.state.getState();
  const now = session.clock.getState().t;
  const atSeconds = secondsOf(scene, withScene(scenarios[shown], scene, 0, shown), now);
  session.show(shown);
  session.rearrange((scenario) => withScene(scenario, scene, atSeconds, shown));
  session.seek(atSeconds);
  if (scene.speed !== undefined) session.setSpeed(scene.speed);
  session.play();
}

/** Where the playhead of a scene stands; where it does not say, or the traffic has no such moment, it stays at `now`. */
export function secondsOf({ at }: Scene, scenario: StageScenario, now: number): number {
  const landmarks = landmarksOf(scenario);
  const wanted =
    at === 'start' ? 0 : at === 'peak' ? landmarks?.peakSeconds : at === 'quiet' ? landmarks?.quietSeconds : at;
  return Math.min(wanted ?? now, scenario.durationSeconds);
}

/** The scenario of any stage in a scene on the stage `shown`, whose playhead stands at `atSeconds`. */
export function withScene(scenario: StageScenario, scene: Scene, atSeconds: number, shown: StageId): StageScenario {
  const meant = (scene.set ?? []).filter((setting) => isMeantFor(scenario, setting, shown));
  // Of a parameter that the scene turns more than once, each turn is kept.
  const set = meant.reduce((made, setting, place) => {
    const isFirst = meant.findIndex((each) => isSameParameter(each, setting)) === place;
    const cleared = isFirst ? withoutSetting(made, setting) : made;
    return withSetting(made, cleared, setting, Math.min(setting.atSeconds ?? atSeconds, atSeconds));
  }, scenario);
  if (scene.faults === undefined) return set;
  const faults = scene.faults
    .filter(({ fault, target }) => meansSomethingIn(scenario, fault, target))
    .map((each): FaultIntervention => ({ kind: 'fault', ...each, atSeconds }));
  const others = set.interventions.filter(({ kind }) => kind !== 'fault');
  if (faults.length === 0 && others.length === set.interventions.length) return set;
  return { ...set, interventions: [...others, ...faults] };
}

/**
 * Who comes is the same in every stage. A component of the same name is another one in other stories, and what has a shape
 * of its own names components that stand only here.
 */
function isMeantFor(scenario: StageScenario, { component, value }: Setting, shown: StageId): boolean {
  if (scenario.stage === shown) return true;
  if (typeof value === 'object') return false;
  if (storyOf(scenario.stage) === storyOf(shown)) return true;
  return nodesOf(scenario).some(({ id, kind }) => id === component && kind === 'client');
}

/** From the start where the value cannot be turned later; as the stage comes where that is the value. */
function withSetting(
  scenario: StageScenario,
  cleared: StageScenario,
  setting: Setting,
  atSeconds: number,
): StageScenario {
  const { component, parameter, value } = setting;
  const node = nodesOf(scenario).find(({ id }) => id === component);
  const declared = node && declaredIn(node, parameter);
  if (declared === undefined) return scenario;
  if (isEqual(valueAtTime(cleared, component, parameter, atSeconds), value)) return cleared;
  const isLive = declared.type !== 'choice' && declared.turnable === true && atSeconds > 0;
  const made = isLive
    ? {
        ...cleared,
        interventions: [
          ...cleared.interventions,
          { kind: 'set', target: component, parameter, value, atSeconds } as const,
        ],
      }
    : {
        ...cleared,
        parameters: {
          ...cleared.parameters,
          [component]: { ...cleared.parameters[component], [parameter]: value },
        },
      };
  // What one form of a stage can be set to, another may not.
  const isShape = typeof value !== 'number';
  return isShape && !parseScenario(made).ok ? cleared : made;
}

function withoutSetting(scenario: StageScenario, { component, parameter }: Omit<Setting, 'value'>): StageScenario {
  const interventions = scenario.interventions.filter(
    (each) => each.kind !== 'set' || each.target !== component || each.parameter !== parameter,
  );
  const own = scenario.parameters[component] ?? {};
  if (interventions.length === scenario.interventions.length && !Object.hasOwn(own, parameter)) return scenario;
  const { [parameter]: _, ...kept } = own;
  const { [component]: __, ...others } = scenario.parameters;
  const parameters = Object.keys(kept).length > 0 ? { ...others, [component]: kept } : others;
  return { ...scenario, parameters, interventions };
}

/** What scenes have set in a scenario, at whatever time. */
export function lingeringIn(scenario: StageScenario): Lingering[] {
  const story = newScenario(scenario.stage, { defaults: scenario.defaults });
  const nodes = nodesOf(story);
  return settingsOfScenes.flatMap(({ component, parameter, value }): Lingering[] => {
    const node = nodes.find(({ id }) => id === component);
    if (node === undefined || isEqual(node.params[parameter], value)) return [];
    const fromStart = scenario.parameters[component] ?? {};
    const isSet =
      (Object.hasOwn(fromStart, parameter) && isEqual(fromStart[parameter], value)) ||
      scenario.interventions.some(
        (each) =>
          each.kind === 'set' &&
          each.target === component &&
          each.parameter === parameter &&
          isEqual(each.value, value),
      );
    return isSet ? [{ component, kind: node.kind, parameter, value }] : [];
  });
}

/** The scenario without anything that scenes have set. */
export function withoutLingering(scenario: StageScenario): StageScenario {
  return lingeringIn(scenario).reduce(withoutSetting, scenario);
}

/** Every value that some scene sets, once. */
const settingsOfScenes: readonly Setting[] = Object.values(stories)
  .flatMap(({ passages }) => passages.flatMap(({ scene }) => scene?.set ?? []))
  .filter(
    (setting, place, all) =>
      all.findIndex(
        (each) =>
          each.component === setting.component &&
          each.parameter === setting.parameter &&
          isEqual(each.value, setting.value),
      ) === place,
  );

function declaredIn({ kind }: WorldNode, parameter: string): Parameter | undefined {
  return (models[kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
}

function isSameParameter(one: Setting, other: Setting): boolean {
  return one.component === other.component && one.parameter === other.parameter;
}

/** Values are plain data. */
function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
