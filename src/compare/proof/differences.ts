/** What is done to a run: where its scenario differs from the architecture as it comes, in words. */
import type { Claim } from '../../lessons/claim.ts';
import type { Saying } from '../../panels/knobs/change.ts';
import { linesOf, type SettingDifference, settingsIn } from '../../panels/knobs/setting-lines.ts';
import { minuteText } from '../../panels/time/clock-text.ts';
import { faultWords } from '../../panels/time/fault-words.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import { formatLength } from '../../ui/format.ts';

/** One thing that is done to a run; the same key where the same is done. */
interface Deed {
  key: string;
  /** What is set of a component, or any other sentence. */
  told: SettingDifference | string;
}

/** In the order in which they are of note: what fails, who comes, what is set. */
function deedsOf(scenario: StageScenario, saying: Saying): Deed[] {
  const { say } = saying;
  const { interventions, durationSeconds } = scenario;
  const faults = interventions.flatMap((each) =>
    each.kind === 'fault' ? [{ key: JSON.stringify(each), told: faultLine(each, saying) }] : [],
  );
  const byHand = interventions.filter(({ kind }) => kind === 'upload');
  const isLong = durationSeconds !== newScenario(scenario.stage).durationSeconds;
  return [
    ...faults,
    ...(byHand.length > 0 ? [{ key: JSON.stringify(byHand), told: say('proof.upload', { n: byHand.length }) }] : []),
    ...settingsIn(scenario, saying).map((each) => ({ key: each.key, told: each })),
    ...(isLong
      ? [{ key: String(durationSeconds), told: say('proof.length', { length: formatLength(durationSeconds) }) }]
      : []),
  ];
}

/** A line for each thing that is done to a run; what is done alike to several components is one. */
export function differencesOf(scenario: StageScenario, saying: Saying): string[] {
  return sentences(deedsOf(scenario, saying), saying);
}

function sentences(deeds: readonly Deed[], saying: Saying): string[] {
  const settings = deeds.flatMap(({ told }) => (typeof told === 'string' ? [] : [told]));
  const first = deeds.findIndex(({ told }) => typeof told !== 'string');
  const others = (isBefore: boolean): string[] =>
    deeds.flatMap(({ told }, place) =>
      typeof told === 'string' && (first < 0 || place < first) === isBefore ? [told] : [],
    );
  return [...others(true), ...linesOf(settings, saying), ...others(false)];
}

/** What is done to both runs of a proof, and what to each of them only. */
type Sorted = Record<'both' | Which, string[]>;

export type Which = 'claim' | 'foil';

export function sorted({ scenario, foil }: Pick<Claim, 'scenario' | 'foil'>, saying: Saying): Sorted {
  const [claimed, foiled] = [deedsOf(scenario, saying), deedsOf(foil.scenario, saying)];
  const isIn = (deed: Deed, deeds: readonly Deed[]): boolean => deeds.some(({ key }) => key === deed.key);
  const only = (deeds: readonly Deed[], others: readonly Deed[]): string[] =>
    sentences(
      deeds.filter((deed) => !isIn(deed, others)),
      saying,
    );
  return {
    both: sentences(
      claimed.filter((deed) => isIn(deed, foiled)),
      saying,
    ),
    claim: only(claimed, foiled),
    foil: only(foiled, claimed),
  };
}

/** What tells one of the two runs from the other, and from the architecture as it comes; always at least a sentence. */
export function descriptionOf(claim: Pick<Claim, 'scenario' | 'foil'>, which: Which, saying: Saying): string[] {
  const lines = sorted(claim, saying);
  if (lines[which].length > 0) return lines[which];
  return [saying.say(lines.both.length > 0 ? 'proof.as-both' : 'proof.as-it-comes')];
}

function faultLine(each: FaultIntervention, { say, vocabulary }: Saying): string {
  const what = upperFirst(faultWords(vocabulary, each));
  const from = minuteText(each.atSeconds);
  if (each.untilSeconds === undefined) return say('proof.fault.from', { what, from });
  return say('proof.fault', { what, from, to: minuteText(each.untilSeconds) });
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
