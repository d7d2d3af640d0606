/**
 * In what two runs differ, in sentences with measured figures of the whole runs. Only what the figures bear out is said,
 * and nothing where they are the same. The most important comes first, which is our choice: uploads that were lost or
 * turned away, how long that went on, who noticed, how long people waited for what they got, and last the money.
 */
import type { FaultReport } from '../metrics/fault-report.ts';
import { nameOf } from '../panels/names.ts';
import type { RunReport } from '../scenario/report.ts';
import { faultAt } from '../text/target-name.ts';
import { filledTextOf, type TextKey, type Vocabulary } from '../text/text.ts';
import { formatDuration, formatMoney, formatShare } from '../ui/format.ts';

/** A run that was played to its end. */
export interface ComparedRun {
  name: string;
  report: RunReport;
}

type SentenceKey = TextKey & `difference.${string}`;

export interface DifferenceSentence {
  key: SentenceKey;
  params: Readonly<Record<string, string | number>>;
}

/** Times and costs that differ by less, of the larger, are not told of as different. Our choice: quantiles are within 0.4 %. */
const LEAST_SHARE = 0.02;
/** Moments that are no further apart are the same to people, in seconds. Our choice. */
const LEAST_SECONDS = 0.5;
/** Most names in a sentence. Our choice. */
const MOST_NAMES = 4;

type Pair = readonly [worse: ComparedRun, better: ComparedRun];

/** The sentences about two runs; none if nothing that is measured differs. */
export function differencesBetween(vocabulary: Vocabulary, one: ComparedRun, other: ComparedRun): DifferenceSentence[] {
  const faults = sharedFault(one.report, other.report);
  return [
    ...countDifference(
      'lost',
      one,
      other,
      ({ uploads }) => uploads.lost,
      ({ uploads }) => uploads.accepted,
    ),
    ...countDifference(
      'refused',
      one,
      other,
      ({ uploads }) => uploads.refused,
      ({ uploads }) => uploads.started,
    ),
    ...countDifference(
      'aside',
      one,
      other,
      ({ uploads }) => uploads.deadLettered,
      ({ uploads }) => uploads.accepted,
    ),
    ...countDifference(
      'open',
      one,
      other,
      ({ uploads }) => uploads.open,
      ({ uploads }) => uploads.started,
    ),
    ...(faults === null ? [] : faultDifferences(vocabulary, one, other, faults)),
    ...timeDifference(one, other),
    ...costDifferences(one, other),
  ];
}

/** A sentence in words. */
export function differenceSentence(vocabulary: Vocabulary, { key, params }: DifferenceSentence): string {
  return filledTextOf(vocabulary, key, params);
}

/**
 * What both runs met: how many uploads, and which faults. Of several faults, the one of which sentences tell is named.
 */
export function whatBothMet(vocabulary: Vocabulary, one: RunReport, other: RunReport): DifferenceSentence[] {
  const uploads: DifferenceSentence =
    one.uploads.started === other.uploads.started
      ? { key: 'difference.met.same', params: { n: one.uploads.started, length: formatDuration(one.untilSeconds) } }
      : { key: 'difference.met', params: { one: one.uploads.started, other: other.uploads.started } };
  const faults = sharedFault(one, other);
  if (faults === null) {
    const any = one.faults.length + other.faults.length > 0;
    return [uploads, { key: any ? 'difference.fault.none-shared' : 'difference.fault.none', params: {} }];
  }
  const { fault, beganSeconds, endedSeconds, intervention } = faults.one;
  const done = one.scenario.interventions[intervention];
  const target = done?.kind === 'fault' ? done.target : '';
  const params = {
    fault: faultAt(vocabulary, fault, target),
    from: formatDuration(beganSeconds),
    lasted: endedSeconds === null ? '' : formatDuration(endedSeconds),
    n: faults.of,
  };
  const lasts = endedSeconds === null ? 'for-good' : 'for-a-while';
  return [uploads, { key: faults.of > 1 ? `difference.fault.worst.${lasts}` : `difference.fault.${lasts}`, params }];
}

/** The same fault in both runs; of several, the one that harmed most people in the two. */
interface SharedFault {
  one: FaultReport;
  other: FaultReport;
  /** How many there are in both. */
  of: number;
}

function sharedFault(one: RunReport, other: RunReport): SharedFault | null {
  const pairs = one.faults.flatMap((fault) => {
    const same = other.faults.find((each) => keyOf(other, each) === keyOf(one, fault));
    return same ? [{ one: fault, other: same }] : [];
  });
  const harmIn = (pair: { one: FaultReport; other: FaultReport }): number =>
    pair.one.refused + pair.one.lost + pair.other.refused + pair.other.lost;
  const [worst] = [...pairs].sort((a, b) => harmIn(b) - harmIn(a));
  return worst === undefined ? null : { ...worst, of: pairs.length };
}

function keyOf({ scenario }: RunReport, { intervention }: FaultReport): string {
  return JSON.stringify(scenario.interventions[intervention]);
}

/** Which of the two has more of a number; null where they have the same. */
function moreOf(one: ComparedRun, other: ComparedRun, of: (report: RunReport) => number): Pair | null {
  const [first, second] = [of(one.report), of(other.report)];
  if (first === second) return null;
  return first > second ? [one, other] : [other, one];
}

function countDifference(
  what: 'lost' | 'refused' | 'aside' | 'open',
  one: ComparedRun,
  other: ComparedRun,
  of: (report: RunReport) => number,
  outOf: (report: RunReport) => number,
): DifferenceSentence[] {
  const pair = moreOf(one, other, of);
  if (pair === null) return [];
  const [worse, better] = pair;
  const params = {
    worse: worse.name,
    better: better.name,
    n: of(worse.report),
    of: outOf(worse.report),
    m: of(better.report),
  };
  return [{ key: of(better.report) === 0 ? `difference.${what}.none` : `difference.${what}`, params }];
}

function faultDifferences(
  vocabulary: Vocabulary,
  one: ComparedRun,
  other: ComparedRun,
  faults: SharedFault,
): DifferenceSentence[] {
  return [
    ...recoveryDifference(one, other, faults),
    ...catchingUpDifference(one, other, faults),
    ...detectionDifference(vocabulary, one, other, faults),
    ...blastDifference(vocabulary, one, other, faults),
  ];
}

/** Which of the two took longer, never being longest; null where it makes no difference to people. */
function longerOf(
  one: ComparedRun,
  other: ComparedRun,
  first: number | null,
  second: number | null,
): { pair: Pair; longer: number | null; shorter: number } | null {
  const [a, b] = [first ?? Number.POSITIVE_INFINITY, second ?? Number.POSITIVE_INFINITY];
  if (a === b || Math.abs(a - b) < LEAST_SECONDS || formatDuration(a) === formatDuration(b)) return null;
  return a > b ? { pair: [one, other], longer: first, shorter: b } : { pair: [other, one], longer: second, shorter: a };
}

function recoveryDifference(one: ComparedRun, other: ComparedRun, faults: SharedFault): DifferenceSentence[] {
  const found = longerOf(one, other, faults.one.recoveredSeconds, faults.other.recoveredSeconds);
  if (found === null) return [];
  const { pair, longer, shorter } = found;
  const [worse, better] = pair;
  const how = `${longer === null ? 'never' : 'late'}.${shorter === 0 ? 'none' : 'some'}` as const;
  const params = {
    worse: worse.name,
    better: better.name,
    longer: longer === null ? '' : formatDuration(longer),
    shorter: formatDuration(shorter),
  };
  return [{ key: `difference.recovered.${how}`, params }];
}

/** From the repair on: a fault that is never repaired cannot be caught up with. */
function catchingUpDifference(one: ComparedRun, other: ComparedRun, faults: SharedFault): DifferenceSentence[] {
  const { endedSeconds: end } = faults.one;
  if (end === null || faults.other.endedSeconds === null) return [];
  const after = ({ caughtUpSeconds }: FaultReport): number | null =>
    caughtUpSeconds === null ? null : Math.max(0, caughtUpSeconds - end);
  const found = longerOf(one, other, after(faults.one), after(faults.other));
  if (found === null) return [];
  const { pair, longer, shorter } = found;
  const [worse, better] = pair;
  const how = `${longer === null ? 'never' : 'late'}.${shorter === 0 ? 'at-once' : 'some'}` as const;
  const params = {
    worse: worse.name,
    better: better.name,
    longer: longer === null ? '' : formatDuration(longer),
    shorter: formatDuration(shorter),
  };
  return [{ key: `difference.caught-up.${how}`, params }];
}

function detectionDifference(
  vocabulary: Vocabulary,
  one: ComparedRun,
  other: ComparedRun,
  faults: SharedFault,
): DifferenceSentence[] {
  const found = longerOf(one, other, faults.one.detectedSeconds, faults.other.detectedSeconds);
  if (found === null) return [];
  const { pair, longer, shorter } = found;
  const [later, sooner] = pair;
  const at = (run: ComparedRun): string => {
    const by = (run === one ? faults.one : faults.other).detectedBy;
    return by === null ? '' : nameOf(vocabulary, by.component);
  };
  const params = {
    sooner: sooner.name,
    later: later.name,
    shorter: formatDuration(shorter),
    longer: longer === null ? '' : formatDuration(longer),
    at: at(sooner),
    atLater: at(later),
  };
  return [{ key: longer === null ? 'difference.noticed.never' : 'difference.noticed', params }];
}

function blastDifference(
  vocabulary: Vocabulary,
  one: ComparedRun,
  other: ComparedRun,
  faults: SharedFault,
): DifferenceSentence[] {
  const [first, second] = [faults.one.suffering, faults.other.suffering];
  if (first.length === second.length) return [];
  const [worse, better, parts, fewer] =
    first.length > second.length ? [one, other, first, second] : [other, one, second, first];
  const names = parts.slice(0, MOST_NAMES).map((id) => nameOf(vocabulary, id));
  if (parts.length > MOST_NAMES) names.push('…');
  const params = { worse: worse.name, better: better.name, n: parts.length, m: fewer.length, parts: names.join(', ') };
  return [{ key: fewer.length === 0 ? 'difference.blast.none' : 'difference.blast', params }];
}

function timeDifference(one: ComparedRun, other: ComparedRun): DifferenceSentence[] {
  const p95 = ({ report }: ComparedRun): number | null => report.untilWatchable.p95Seconds;
  const [first, second] = [p95(one), p95(other)];
  if (first === null && second === null) return [];
  if (first === null || second === null) {
    const [worse, better] = first === null ? [one, other] : [other, one];
    const params = { worse: worse.name, better: better.name, shorter: formatDuration(p95(better) ?? 0) };
    return [{ key: 'difference.watchable.never', params }];
  }
  const [slow, quick] = first > second ? [one, other] : [other, one];
  const [longer, shorter] = [Math.max(first, second), Math.min(first, second)];
  if (areAlike(longer, shorter) || formatDuration(longer) === formatDuration(shorter)) return [];
  const params = {
    quick: quick.name,
    slow: slow.name,
    shorter: formatDuration(shorter),
    longer: formatDuration(longer),
  };
  return [{ key: 'difference.watchable', params }];
}

function costDifferences(one: ComparedRun, other: ComparedRun): DifferenceSentence[] {
  return [
    ...moneyDifference('per-hour', one, other, ({ bill }) => bill.perHourUsd),
    ...moneyDifference('per-thousand', one, other, ({ bill }) => bill.perThousandWatchableUsd),
    ...idleDifference(one, other),
  ];
}

function moneyDifference(
  what: 'per-hour' | 'per-thousand',
  one: ComparedRun,
  other: ComparedRun,
  of: (report: RunReport) => number | null,
): DifferenceSentence[] {
  const [first, second] = [of(one.report), of(other.report)];
  if (first === null || second === null) return [];
  const [dear, cheap] = first > second ? [one, other] : [other, one];
  const [more, less] = [Math.max(first, second), Math.min(first, second)];
  if (areAlike(more, less) || formatMoney(more) === formatMoney(less)) return [];
  const params = {
    dear: dear.name,
    cheap: cheap.name,
    difference: formatMoney(more - less),
    more: formatMoney(more),
    less: formatMoney(less),
  };
  return [{ key: `difference.${what}`, params }];
}

function idleDifference(one: ComparedRun, other: ComparedRun): DifferenceSentence[] {
  const idle = ({ report }: ComparedRun): number =>
    report.bill.totalUsd === 0 ? 0 : report.bill.split.idleUsd / report.bill.totalUsd;
  const [first, second] = [idle(one), idle(other)];
  if (formatShare(first) === formatShare(second)) return [];
  const [more, less] = first > second ? [one, other] : [other, one];
  const params = {
    more: more.name,
    less: less.name,
    large: formatShare(Math.max(first, second)),
    small: formatShare(Math.min(first, second)),
    usd: formatMoney(more.report.bill.split.idleUsd),
  };
  return [{ key: 'difference.idle', params }];
}

function areAlike(more: number, less: number): boolean {
  return more - less <= more * LEAST_SHARE;
}
