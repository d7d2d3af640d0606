/** The two doors of the function at a moment: which entries are there, and the change that a switch makes. Pure. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import { type Permission, type Statement, statementOf } from '../../../models/function/who-may.ts';
import { faultsAt } from '../../../scenario/lasting-faults.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { valueAtTime } from '../../../stores/scenario-edits.ts';

export const HANDLER = 'handler';

export type DoorId = 'policy' | 'role';

export const parameterOf = { policy: 'invokedBy', role: 'mayCall' } as const;
const faultOf = { policy: 'policy-missing', role: 'role-missing' } as const;

/** What an entry of a door is about: who calls, or what is called. */
export function subjectOf({ door, caller, callee }: Permission): string {
  return door === 'policy' ? caller : callee;
}

/** The entries of a door of the function, whether they are there at the moment or not. */
export function entriesOf(permissions: readonly Permission[], door: DoorId): readonly Permission[] {
  return permissions.filter((each) => each.door === door && each.of === HANDLER);
}

/** Ids that the door lets through at `t` by its own entries. */
export function setAtMoment(
  scenario: StageScenario,
  entries: readonly Permission[],
  door: DoorId,
  t: number,
): readonly string[] {
  const named = valueAtTime(scenario, HANDLER, parameterOf[door], t) as readonly string[] | null;
  const all = entries.map(subjectOf);
  return named === null ? all : all.filter((id) => named.includes(id));
}

/** Whether a fault has taken all entries of the door away at the moment. */
export function isStruck(scenario: StageScenario, handler: number, door: DoorId, t: SimTime): boolean {
  return faultsAt(scenario, handler, t).some(({ fault }) => fault === faultOf[door]);
}

/** What the parameter is set to so that this entry is there or not; null, as the bench comes, where all are. */
export function switched(
  entries: readonly Permission[],
  allowed: readonly string[],
  id: string,
  on: boolean,
): readonly string[] | null {
  const next = entries.map(subjectOf).filter((each) => (each === id ? on : allowed.includes(each)));
  return next.length === entries.length ? null : next;
}

/** A policy as it is written down in AWS, of the entries that are there. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: readonly Statement[];
}

export function documentOf(entries: readonly Permission[], allowed: readonly string[]): PolicyDocument {
  const there = entries.filter((each) => allowed.includes(subjectOf(each)));
  return { Version: '2012-10-17', Statement: there.flatMap((each) => statementOf(each) ?? []) };
}

/**
 * At which entry of the role runs failed: the first, in the order of the program, that was not there at that moment; the
 * first of all where a fault had taken all of them away.
 */
export function deniedBy(
  scenario: StageScenario,
  entries: readonly Permission[],
  deniedRunsAt: readonly SimTime[],
): ReadonlyMap<string, number> {
  const called = entries.filter(({ how }) => how !== 'mapping');
  const counts = new Map<string, number>();
  for (const at of deniedRunsAt) {
    const allowed = setAtMoment(scenario, entries, 'role', toSeconds(at));
    const first = called.find((each) => !allowed.includes(subjectOf(each))) ?? called[0];
    if (first === undefined) continue;
    counts.set(subjectOf(first), (counts.get(subjectOf(first)) ?? 0) + 1);
  }
  return counts;
}
