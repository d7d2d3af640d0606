/**
 * The two futures of a run that part at one fault, in figures and words: the run as it is, and the pale line. Only where
 * nothing but that fault tells their scenarios apart is anything said.
 */
import type { FaultKey } from '../../playback/branch.ts';
import { type RunColumn, type Series, valueAt } from '../../scenario/samples.ts';
import type { FaultIntervention, Intervention, StageScenario } from '../../scenario/scenario.ts';
import { text, textOf, type Vocabulary } from '../../text/text.ts';

/** How a fault tells the run as it is from the pale line: it came, it was lifted out, or it is another than it was. */
export interface FaultChange {
  kind: 'added' | 'removed' | 'changed';
  /** As it is now; one that was lifted out, as it was. */
  fault: FaultIntervention;
  /** Of one that is another: as it was, on the pale line. */
  was?: FaultIntervention;
}

/** What tells the scenario of a run from that of its pale line; null unless it is one fault and nothing else. */
export function faultChange(was: StageScenario, now: StageScenario): FaultChange | null {
  if (bare(was) !== bare(now)) return null;
  const gone = others(was.interventions, now.interventions);
  const come = others(now.interventions, was.interventions);
  const [lost, made] = [gone[0], come[0]];
  if (gone.length > 1 || come.length > 1) return null;
  if (made?.kind === 'fault' && lost === undefined) return { kind: 'added', fault: made };
  if (lost?.kind === 'fault' && made === undefined) return { kind: 'removed', fault: lost };
  if (made?.kind !== 'fault' || lost?.kind !== 'fault' || made.fault !== lost.fault) return null;
  return { kind: 'changed', fault: made, was: lost };
}

/** Everything but what is done to the run while it goes on. */
function bare(scenario: StageScenario): string {
  return JSON.stringify({ ...scenario, interventions: [] });
}

function others(some: readonly Intervention[], without: readonly Intervention[]): Intervention[] {
  const known = without.map((each) => JSON.stringify(each));
  return some.filter((each) => !known.includes(JSON.stringify(each)));
}

export const counted = ['accepted', 'watchable', 'refused', 'lost'] as const;
export type Counted = (typeof counted)[number];

const columns: Readonly<Record<Counted, readonly RunColumn[]>> = {
  accepted: ['accepted'],
  watchable: ['watchable'],
  refused: ['refused'],
  // What lies among the dead letters is not watchable either.
  lost: ['lost', 'deadLettered'],
};

/** By how many uploads the pale line differs from the run as it is, where it does so most. */
export interface Difference {
  counted: Counted;
  /** More on the pale line; below zero where there are fewer. Never 0. */
  more: number;
}

/** The largest difference at a moment that both futures reach; null where they are equal in all that is counted. */
export function differenceAt(now: Series, pale: Series, tSeconds: number): Difference | null {
  let largest: Difference | null = null;
  for (const each of counted) {
    const more = countAt(pale, each, tSeconds) - countAt(now, each, tSeconds);
    if (more !== 0 && Math.abs(more) > Math.abs(largest?.more ?? 0)) largest = { counted: each, more };
  }
  return largest;
}

function countAt(series: Series, what: Counted, tSeconds: number): number {
  return columns[what].reduce((sum, column) => sum + valueAt(series, series.run[column], tSeconds), 0);
}

/** Up to when a series is known, in simulated seconds. */
export function knownUntil({ length, everySeconds }: Series): number {
  return (length - 1) * everySeconds;
}

/** To when a difference is counted: the moment that is shown, or the end of the run. */
export type Until = 'now' | 'end';

/**
 * A difference in a sentence: "Without the crash 431 more uploads would have been accepted by the end of the run". The pale
 * line is what would have been; of a fault that is lifted out, the run as it is tells what came of that.
 */
export function differenceSentence(
  vocabulary: Vocabulary,
  { kind, fault }: FaultChange,
  difference: Difference | null,
  until: Until,
): string {
  const the = textOf(vocabulary, `break.the.${fault.fault}`);
  const by = text(vocabulary, `break.by.${until}`);
  if (difference === null) return text(vocabulary, `break.same.${kind}`, { the, by });
  const { counted: what, more } = difference;
  // Of a fault that was lifted out the run as it is tells: more on the pale line are fewer here.
  const isMore = (kind === 'removed' ? -more : more) > 0;
  const n = Math.abs(more);
  return text(vocabulary, `break.differs.${kind}`, {
    the,
    by,
    n,
    more: text(vocabulary, isMore ? 'break.more' : 'break.fewer', { n }),
    happened: text(vocabulary, `break.happened.${what}`),
  });
}

/** Whether two faults are the same, whatever their end and strength. */
export function isSameFault(one: FaultKey, other: FaultKey): boolean {
  return one.fault === other.fault && one.target === other.target && one.atSeconds === other.atSeconds;
}
