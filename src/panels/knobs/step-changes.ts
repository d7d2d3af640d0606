/** In what the steps of a program differ, in words. */
import { REFERENCE_VCPU } from '../../models/function/runtimes.ts';
import type { Call, StepProgram, Work } from '../../models/parameters.ts';
import { textOf } from '../../text/text.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';
import { nameOf } from '../names.ts';
import { type Change, distributionWords, isSame, type Told, whole } from './change.ts';

export function stepsChanges(
  now: readonly StepProgram[],
  before: readonly StepProgram[],
  _: string,
  told: Told,
): readonly Change[] {
  const { say } = told;
  const changes = now.flatMap((step, place): Change[] => {
    const was = before[place];
    if (was === undefined) {
      const what = step.work.map((work) => workWords(work, told)).join(', ');
      return [whole(say('setting.more-work', { what: what === '' ? say('setting.none') : what }))];
    }
    return [...workChanges(step.work, was.work, told), ...callsChanges(callsOf(step), callsOf(was), told)];
  });
  return now.length < before.length ? [...changes, whole(say('setting.less-work'))] : changes;
}

/** How long its stretches take, those together that take the same; and how much of them computes. */
function workChanges(now: readonly Work[], before: readonly Work[], told: Told): Change[] {
  const { say, vocabulary } = told;
  const isOther = (work: Work, place: number): boolean => {
    const was = before[place];
    return was === undefined || !isSame(work.seconds, was.seconds) || work.perVideoMinute !== was.perVideoMinute;
  };
  const lengths = new Map<string, string[]>();
  for (const work of now.filter(isOther)) {
    const words = workWords(work, told);
    const of = work.makes === undefined ? [] : [textOf(vocabulary, `object.${work.makes}`)];
    lengths.set(words, [...(lengths.get(words) ?? []), ...of]);
  }
  const shares = now.flatMap((work, place) => {
    const was = before[place];
    return was === undefined || computingOf(work) === computingOf(was) ? [] : [formatShare(computingOf(work))];
  });
  return [
    ...[...lengths].map(([words, of]) => ({
      name: of.length > 0 ? say('setting.work.of', { of: of.join(', ') }) : say('setting.work'),
      words,
    })),
    ...[...new Set(shares)].map((words) => ({ name: say('setting.computing'), words })),
  ];
}

function computingOf({ cpuShare = 1 }: Work): number {
  return cpuShare;
}

/** What computes takes as long as is said on the machine that work is measured on; elsewhere longer or less long. */
function workWords(work: Work, told: Told): string {
  const length = distributionWords(work.seconds, told);
  const each = work.perVideoMinute ? told.say('setting.work.each-minute', { length }) : length;
  return computingOf(work) > 0 ? told.say('setting.work.reference', { length: each, n: REFERENCE_VCPU }) : each;
}

function callsOf({ before = [], after = [], onFailure = [] }: StepProgram): readonly Call[] {
  return [...before, ...after, ...onFailure];
}

function callsChanges(now: readonly Call[], before: readonly Call[], told: Told): Change[] {
  const { say } = told;
  const isIn = (call: Call, calls: readonly Call[]): boolean => calls.some((each) => isSame(sort(each), sort(call)));
  const added = now.filter((call) => !isIn(call, before));
  const gone = before.filter((call) => !isIn(call, now));
  const isTurned = (call: Call): boolean => gone.some(({ to }) => to === call.to);
  const tries = now.flatMap((call) => {
    const was = before.find((each) => isSame(sort(each), sort(call)));
    if (call.counting === undefined || was === undefined || isSame(call.counting, was.counting)) return [];
    return [{ name: say('setting.tries'), words: say('setting.at-most', { n: formatNumber(call.counting.atMost) }) }];
  });
  return [
    ...added.map((call) =>
      whole(isTurned(call) ? callWords(call, told) : say('setting.also', { what: callWords(call, told) })),
    ),
    ...gone
      .filter(({ to }) => !added.some((call) => call.to === to))
      .map((call) => whole(say('setting.no-longer', { what: callWords(call, told) }))),
    ...tries,
  ];
}

/** What tells one call from another. */
function sort({ to, operation, object, event, detail }: Call): unknown {
  return [to, operation, object, event, detail];
}

function callWords({ to, operation }: Call, { say, vocabulary }: Told): string {
  return say(`setting.call.${operation}`, { to: nameOf(vocabulary, to) });
}
