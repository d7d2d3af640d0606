/** What is set in a scenario otherwise than its architecture comes, a line for each thing. */
import type { WorldNode } from '../../models/world.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { nameOf } from '../names.ts';
import { minuteText } from '../time/clock-text.ts';
import type { Change, Saying } from './change.ts';
import { changesOf, timesWords } from './setting-changes.ts';

/** One thing that is set, of one component. */
export interface SettingDifference extends Omit<Change, 'isTimed'> {
  /** The same where the same is set of the same component. */
  key: string;
  /** In words. */
  component: string;
  /** From when to when, where it was turned while the run goes on. */
  from: string | null;
  to: string | null;
}

/** A parameter of a component has this value from `atSeconds` on; from the start on if that is null. */
interface Turn {
  node: WorldNode;
  parameter: string;
  value: unknown;
  before: unknown;
  atSeconds: number | null;
  /** When it is turned again. */
  untilSeconds: number | null;
}

/** `isMeant`: which parameters are told of; all where nothing is said. */
export function settingsIn(
  scenario: StageScenario,
  saying: Saying,
  isMeant: (component: string, parameter: string) => boolean = () => true,
): SettingDifference[] {
  const asItComes = nodesOf(newScenario(scenario.stage, { defaults: scenario.defaults }));
  const turns = turnsIn(scenario, asItComes).filter(({ node, parameter }) => isMeant(node.id, parameter));
  return turns.flatMap((turn) => differencesOf(turn, scenario, saying));
}

function turnsIn({ parameters, interventions }: StageScenario, asItComes: readonly WorldNode[]): Turn[] {
  const turns: Turn[] = [];
  const add = (component: string, parameter: string, value: unknown, atSeconds: number | null): void => {
    const node = asItComes.find(({ id }) => id === component);
    if (node === undefined) return;
    const last = turns.findLast((turn) => turn.node === node && turn.parameter === parameter);
    if (last !== undefined) last.untilSeconds = atSeconds;
    const before = last === undefined ? node.params[parameter] : last.value;
    turns.push({ node, parameter, value, before, atSeconds, untilSeconds: null });
  };
  for (const [id, values] of Object.entries(parameters)) {
    for (const [parameter, value] of Object.entries(values)) add(id, parameter, value, null);
  }
  const set = interventions.flatMap((each) => (each.kind === 'set' ? [each] : []));
  for (const { target, parameter, value, atSeconds } of [...set].sort((a, b) => a.atSeconds - b.atSeconds)) {
    add(target, parameter, value, atSeconds);
  }
  return turns;
}

function differencesOf(turn: Turn, scenario: StageScenario, saying: Saying): SettingDifference[] {
  const { node, atSeconds, untilSeconds } = turn;
  return changesIn(turn, scenario, saying).map(({ name, words, isTimed = false }) => {
    const from = atSeconds === null || isTimed ? null : minuteText(atSeconds);
    const to = from === null || untilSeconds === null ? null : minuteText(untilSeconds);
    return {
      key: JSON.stringify([node.id, name, words, from, to]),
      component: nameOf(saying.vocabulary, node.id),
      name,
      words,
      from,
      to,
    };
  });
}

function changesIn(
  { node, parameter, value, before }: Turn,
  scenario: StageScenario,
  saying: Saying,
): readonly Change[] {
  const params: WorldNode['params'] = { ...node.params, ...scenario.parameters[node.id] };
  if (node.kind === 'client') {
    const { arrivals, times } = params;
    // Who comes at set times is said with the times, and of who never comes nothing else.
    if (arrivals === 'times' && parameter === 'times') {
      return [{ name: null, words: timesWords(times as readonly number[], saying.say) }];
    }
    if (parameter === 'arrivals' && arrivals === 'none') return [{ name: null, words: saying.say('setting.nobody') }];
    if (parameter === 'arrivals' && arrivals === 'times') return [];
  }
  const knob = { component: node.id, kind: node.kind, parameter };
  const { versions } = params;
  return changesOf(knob, value, before, saying, Array.isArray(versions) && versions.length > 0);
}

/** The lines; what is set alike of several components is said once. */
export function linesOf(differences: readonly SettingDifference[], { say }: Pick<Saying, 'say'>): string[] {
  const alike = new Map<string, SettingDifference & { components: string[] }>();
  for (const each of differences) {
    const { name, words, from, to, component } = each;
    const key = JSON.stringify([name, words, from, to]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { ...each, components: [component] });
    else known.components.push(component);
  }
  return [...alike.values()].map(({ components, name, words, from, to }) => {
    const component = components.join(', ');
    if (name === null) {
      if (from === null) return say('setting.whole', { component, what: words });
      if (to === null) return say('setting.whole.from', { component, what: words, from });
      return say('setting.whole.during', { component, what: words, from, to });
    }
    if (from === null) return say('setting.named', { component, name, value: words });
    if (to === null) return say('setting.named.from', { component, name, value: words, from });
    return say('setting.named.during', { component, name, value: words, from, to });
  });
}
