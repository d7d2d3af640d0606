/**
 * When the schedules of a bus are due in a run, and when its rules fired: the first worked out from the rules as they
 * stand from time to time, the second read from the facts.
 */
import { readInstant } from '../../../engine/civil-date.ts';
import { MICROSECONDS_PER_SECOND } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { nextTimes, parseSchedule } from '../../../models/event-bus/schedule/schedule.ts';
import { FACT } from '../../../models/facts.ts';
import type { BusRule } from '../../../models/parameters.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import type { Scenario } from '../../../scenario/scenario.ts';

/** The rules of a bus from one time to another, in seconds of the run; the end is not included. */
export interface Stretch {
  from: number;
  to: number;
  rules: readonly BusRule[];
  /** When each schedule began that is on, by rule and schedule: a rate counts from there. */
  began: ReadonlyMap<string, number>;
}

const keyOf = ({ name, schedule }: BusRule): string => `${name} ${schedule}`;
const isOn = ({ schedule, enabled }: BusRule): boolean => schedule !== undefined && enabled !== false;

/** What second 0 of the run is, in seconds since 1970. */
export function startOf(scenario: Scenario, bus: string): number {
  const text = paramsOf(scenario, bus)['startsAt'];
  const start = typeof text === 'string' ? readInstant(text) : null;
  if (start === null) throw new Error(`the bus "${bus}" says no instant at which it starts`);
  return start;
}

function paramsOf(scenario: Scenario, bus: string): Readonly<Record<string, unknown>> {
  const node = nodesOf(scenario).find(({ id }) => id === bus);
  if (node === undefined) throw new Error(`there is no bus "${bus}"`);
  return node.params;
}

/** The rules of a bus over the run. */
export function stretchesOf(scenario: Scenario, bus: string): readonly Stretch[] {
  const changes = scenario.interventions
    .flatMap((each) =>
      each.kind === 'set' && each.target === bus && each.parameter === 'rules'
        ? [{ at: each.atSeconds, rules: each.value as readonly BusRule[] }]
        : [],
    )
    .sort((one, other) => one.at - other.at);
  const all = [{ at: 0, rules: (paramsOf(scenario, bus)['rules'] ?? []) as readonly BusRule[] }, ...changes];
  const stretches: Stretch[] = [];
  let began: ReadonlyMap<string, number> = new Map();
  all.forEach(({ at, rules }, place) => {
    // What was on before goes on counting; what is new, or was off, begins here.
    began = new Map(rules.filter(isOn).map((rule) => [keyOf(rule), began.get(keyOf(rule)) ?? at]));
    const to = all[place + 1]?.at ?? scenario.durationSeconds;
    if (to > at || place === all.length - 1) stretches.push({ from: at, to, rules, began });
  });
  return stretches;
}

/** The rules at a moment of the run. */
export function stretchAt(stretches: readonly Stretch[], t: number): Stretch {
  const found = stretches.findLast(({ from }) => from <= t) ?? stretches[0];
  if (found === undefined) throw new Error('a run has rules from its start on');
  return found;
}

/** When the schedule of a rule began; where it is not on, it would begin now. */
export function beganAt(stretch: Stretch, rule: BusRule, t: number): number {
  return stretch.began.get(keyOf(rule)) ?? t;
}

/** A time at which a rule was due, in seconds of the run. */
export interface Due {
  rule: string;
  at: number;
  /** When it fired for it; null while it has not. */
  firedAt: number | null;
}

/** More of one rule are not drawn. Our choice. */
const MOST_DUE = 2000;

/** Every time of the run at which a rule is due, rising within each rule, with what is known of it so far. */
export function dueTimes(scenario: Scenario, bus: string, facts: TraceColumns): readonly Due[] {
  const start = startOf(scenario, bus);
  const stretches = stretchesOf(scenario, bus);
  const due = stretches.flatMap(({ from, to, rules, began }) =>
    rules.filter(isOn).flatMap((rule) => {
      const { schedule } = parseSchedule(rule.schedule ?? '');
      if (schedule === null) return [];
      const options = { until: start + to, startedAt: start + (began.get(keyOf(rule)) ?? from) };
      return nextTimes(schedule, start + from, MOST_DUE, options).map(
        (time): Due => ({ rule: rule.name, at: time - start, firedAt: null }),
      );
    }),
  );
  fill(due, firedTimes(scenario, bus, facts, stretches));
  return due;
}

interface Fired {
  rule: string;
  at: number;
}

/** Each time that a rule of the bus fired, as the facts tell. */
function firedTimes(
  scenario: Scenario,
  bus: string,
  facts: TraceColumns,
  stretches: readonly Stretch[],
): readonly Fired[] {
  const component = nodesOf(scenario).findIndex(({ id }) => id === bus);
  const fired: Fired[] = [];
  for (let row = 0; row < facts.length; row += 1) {
    if (facts.kind[row] !== FACT['schedule.fired'] || facts.component[row] !== component) continue;
    const at = (facts.at[row] as number) / MICROSECONDS_PER_SECOND;
    const rule = stretchAt(stretches, at).rules[facts.subject[row] as number];
    if (rule !== undefined) fired.push({ rule: rule.name, at });
  }
  return fired;
}

/** A rule fires for a time at that time or later, and before the next one. */
function fill(due: readonly Due[], fired: readonly Fired[]): void {
  for (const { rule, at } of fired) {
    const meant = due.findLast((each) => each.rule === rule && each.at <= at + 1e-6 && each.firedAt === null);
    if (meant !== undefined) meant.firedAt = at;
  }
}

/** How a rule fared up to a moment. */
export interface Fared {
  due: number;
  fired: number;
  /** Due so long ago that it will not fire any more. */
  letGo: number;
  /** How late it fired in the middle and at most, s; null where it has not fired. */
  medianLate: number | null;
  mostLate: number | null;
}

/** A rule fires within its minute. Amazon EventBridge. */
const MINUTE_SECONDS = 60;

/** Whether a time went by without the rule firing for it. */
export function isLetGo({ at, firedAt }: Due, t: number): boolean {
  return firedAt === null && at + MINUTE_SECONDS <= t;
}

export function faredUntil(due: readonly Due[], t: number): Fared {
  const known = due.filter(({ at }) => at <= t);
  const late = known
    .flatMap(({ at, firedAt }) => (firedAt !== null && firedAt <= t ? [firedAt - at] : []))
    .sort((one, other) => one - other);
  return {
    due: known.length,
    fired: late.length,
    letGo: known.filter((each) => isLetGo(each, t)).length,
    medianLate: late[Math.floor((late.length - 1) / 2)] ?? null,
    mostLate: late.at(-1) ?? null,
  };
}
