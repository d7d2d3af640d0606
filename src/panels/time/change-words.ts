/** What a change of a scenario was, in a few words: for the notice that it was taken back. */

import { nodesOf } from '../../scenario/create-simulation.ts';
import type { Intervention, StageScenario } from '../../scenario/scenario.ts';
import { isTextKey, text, textOf, type Vocabulary } from '../../text/text.ts';
import { nameOf } from '../names.ts';
import { minuteText } from './clock-text.ts';
import { faultWords } from './fault-words.ts';

/** What was done to one scenario of an architecture that made it the other; null where nothing was. */
export function changeWords(vocabulary: Vocabulary, one: StageScenario, other: StageScenario): string | null {
  if (one === other) return null;
  const known = (scenario: StageScenario): string[] => scenario.interventions.map((each) => JSON.stringify(each));
  const [ones, others] = [known(one), known(other)];
  const come = other.interventions.find((each) => !ones.includes(JSON.stringify(each)));
  if (come) return interventionWords(vocabulary, come, other);
  const gone = one.interventions.find((each) => !others.includes(JSON.stringify(each)));
  if (gone) return text(vocabulary, 'time.change.removed', { what: interventionWords(vocabulary, gone, one) });
  if (JSON.stringify(one) === JSON.stringify(other)) return null;
  return text(vocabulary, 'time.change.settings');
}

function interventionWords(vocabulary: Vocabulary, each: Intervention, scenario: StageScenario): string {
  if (each.kind === 'upload') return text(vocabulary, 'time.change.upload');
  if (each.kind === 'set') {
    const kind = nodesOf(scenario).find(({ id }) => id === each.target)?.kind;
    const key = `parameter.${kind}.${each.parameter}`;
    const parameter = isTextKey(key) ? textOf(vocabulary, key) : each.parameter;
    return text(vocabulary, 'time.change.parameter', { name: nameOf(vocabulary, each.target), parameter });
  }
  const what = faultWords(vocabulary, each);
  const from = minuteText(each.atSeconds);
  if (each.untilSeconds === undefined) return text(vocabulary, 'time.fault.from', { what, from });
  return text(vocabulary, 'time.fault.from-to', { what, from, to: minuteText(each.untilSeconds) });
}
