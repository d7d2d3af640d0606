/** What is done to a run: where its scenario differs from the architecture as it comes, in words. */
import type { Claim } from '../../lessons/claim.ts';
import type { Call, NumberParameter, Parameter } from '../../models/parameters.ts';
import { type ComponentKind, models } from '../../models/registry.ts';
import { listWords, optionWords, withUnit } from '../../panels/knobs/value-words.ts';
import { nameOf } from '../../panels/names.ts';
import { minuteText } from '../../panels/time/clock-text.ts';
import { faultWords } from '../../panels/time/fault-words.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { Intervention, SetIntervention, StageScenario } from '../../scenario/scenario.ts';
import { textOf, type Vocabulary } from '../../text/text.ts';
import { formatLength, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';

/** How words are said. */
export interface Saying {
  say: Say;
  vocabulary: Vocabulary;
}

/** A line for each difference, in the order in which they are of note: what fails, who comes, what is set. */
export function differencesOf(scenario: StageScenario, saying: Saying): string[] {
  const { say } = saying;
  const { interventions, durationSeconds, parameters } = scenario;
  const faults = interventions.flatMap((each) => (each.kind === 'fault' ? [faultLine(each, saying)] : []));
  const byHand = interventions.filter(({ kind }) => kind === 'upload').length;
  const kinds = new Map(nodesOf(scenario).map(({ id, kind }) => [id, kind]));
  const asItComes = new Map(nodesOf(newScenario(scenario.stage)).map(({ id, params }) => [id, params]));
  const set = Object.entries(parameters).flatMap(([id, values]) => {
    const kind = kinds.get(id);
    return kind === undefined ? [] : linesOf(id, kind, values, asItComes.get(id) ?? {}, saying);
  });
  const turned = interventions.flatMap((each) => {
    const kind = each.kind === 'set' ? kinds.get(each.target) : undefined;
    return each.kind === 'set' && kind !== undefined ? [turnedLine(each, kind, saying)] : [];
  });
  const isLong = durationSeconds !== newScenario(scenario.stage).durationSeconds;
  return [
    ...faults,
    ...(byHand > 0 ? [say('proof.upload', { n: byHand })] : []),
    ...set,
    ...turned,
    ...(isLong ? [say('proof.length', { length: formatLength(durationSeconds) })] : []),
  ];
}

/** What is done to both runs of a proof, and what to one of them only. */
export function sorted(
  { scenario, foil }: Pick<Claim, 'scenario' | 'foil'>,
  tell: (scenario: StageScenario) => readonly string[],
): Record<'both' | 'claim' | 'foil', string[]> {
  const [claimed, foiled] = [tell(scenario), tell(foil.scenario)];
  return {
    both: claimed.filter((line) => foiled.includes(line)),
    claim: claimed.filter((line) => !foiled.includes(line)),
    foil: foiled.filter((line) => !claimed.includes(line)),
  };
}

function faultLine(each: Extract<Intervention, { kind: 'fault' }>, { say, vocabulary }: Saying): string {
  const what = upperFirst(faultWords(vocabulary, each));
  const from = minuteText(each.atSeconds);
  if (each.untilSeconds === undefined) return say('proof.fault.from', { what, from });
  return say('proof.fault', { what, from, to: minuteText(each.untilSeconds) });
}

function linesOf(
  id: string,
  kind: ComponentKind,
  values: Readonly<Record<string, unknown>>,
  asItComes: Readonly<Record<string, unknown>>,
  saying: Saying,
): string[] {
  const { say } = saying;
  const { arrivals, times } = values;
  const lines: string[] = [];
  if (arrivals === 'none') lines.push(say('proof.users.none'));
  if (arrivals === 'times' && Array.isArray(times)) lines.push(timesLine(times, say));
  const isSaid = lines.length > 0;
  for (const [parameter, value] of Object.entries(values)) {
    if (isSaid && (parameter === 'arrivals' || parameter === 'times')) continue;
    lines.push(listLine(id, value, asItComes[parameter], saying) ?? parameterLine(id, kind, parameter, value, saying));
  }
  return lines;
}

/** What is missing from a list of things with names, such as rules, or is there besides; null where it is no such list. */
function listLine(id: string, value: unknown, asItComes: unknown, { say, vocabulary }: Saying): string | null {
  const [now, before] = [namesIn(value), namesIn(asItComes)];
  if (now === null || before === null || before.length === 0) return null;
  const component = nameOf(vocabulary, id);
  const missing = before.filter((name) => !now.includes(name));
  const added = now.filter((name) => !before.includes(name));
  const lines = [
    ...(missing.length > 0 ? [say('proof.set.without', { component, names: missing.join(', ') })] : []),
    ...(added.length > 0 ? [say('proof.set.with', { component, names: added.join(', ') })] : []),
  ];
  return lines.length > 0 ? lines.join(' ') : null;
}

function namesIn(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  const names = (value as readonly { name?: unknown }[]).map(({ name }) => name);
  return names.every((name) => typeof name === 'string') ? names : null;
}

function parameterLine(
  id: string,
  kind: ComponentKind,
  name: string,
  wanted: unknown,
  { say, vocabulary }: Saying,
): string {
  const component = nameOf(vocabulary, id);
  const parameter = lowerFirst(textOf(vocabulary, `parameter.${kind}.${name}`));
  const value = valueWords(kind, name, wanted, { say, vocabulary });
  if (value === null) return say('proof.set.own', { component, parameter });
  return say('proof.set', { component, parameter, value });
}

function turnedLine(
  { target, parameter: name, value: wanted, atSeconds }: SetIntervention,
  kind: ComponentKind,
  saying: Saying,
): string {
  const { say, vocabulary } = saying;
  const component = nameOf(vocabulary, target);
  const parameter = lowerFirst(textOf(vocabulary, `parameter.${kind}.${name}`));
  const from = minuteText(atSeconds);
  const value = valueWords(kind, name, wanted, saying);
  if (value === null) return say('proof.set.own.at', { component, parameter, from });
  return say('proof.set.at', { component, parameter, value, from });
}

/** Most times that are told one by one. Our choice: what fits into two lines. */
const MOST_TIMES = 8;

function timesLine(times: readonly number[], say: Say): string {
  const n = times.length;
  if (n > MOST_TIMES) return say('proof.users.times', { n });
  return say('proof.users.at', { n, times: times.map((time) => String(time)).join(', ') });
}

/** What tells one value with a shape of its own from another: names, objects, or how long work takes; null if nothing does. */
function shapedWords(value: unknown, { say, vocabulary }: Saying): string | null {
  if (!Array.isArray(value)) return null;
  const list = listWords(value, say, vocabulary);
  if (list !== null) return list;
  const words = (value as readonly Readonly<Record<string, unknown>>[]).map((each) => {
    if (typeof each['name'] === 'string') return each['name'];
    if (Array.isArray(each['objects'])) return each['objects'].join(', ');
    const tries = (each['after'] as readonly Call[] | undefined)?.find(({ counting }) => counting)?.counting?.atMost;
    if (tries !== undefined) return say('proof.set.tries', { n: tries });
    const work = each['work'] as readonly { seconds?: { kind: string; value?: number } }[] | undefined;
    const seconds = work?.flatMap((piece) => (piece.seconds?.kind === 'constant' ? [piece.seconds.value ?? 0] : []));
    if (seconds && seconds.length > 0) return say('proof.set.lasting', { s: Math.max(...seconds) });
    return null;
  });
  const told = words.filter((each) => each !== null);
  return told.length === words.length ? [...new Set(told)].join(', ') : null;
}

/** Null for a value with a shape of its own that nothing short tells from others. */
function valueWords(kind: ComponentKind, name: string, value: unknown, { say, vocabulary }: Saying): string | null {
  const declared = (models[kind].parameters as Readonly<Record<string, Parameter>>)[name];
  if (typeof value === 'number' && isNumber(declared)) {
    return declared.unit === 'share' ? formatShare(value) : withUnit(value, declared.unit, say);
  }
  if (typeof value !== 'string') return shapedWords(value, { say, vocabulary });
  return optionWords({ component: '', kind, parameter: name }, value, vocabulary);
}

function isNumber(declared: Parameter | undefined): declared is NumberParameter {
  return declared?.type === 'number';
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name inside of a line; an abbreviation stays as it is. */
function lowerFirst(name: string): string {
  return /^[A-Z][A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
