/** The faults of the runs on screen as bars of their lane: where each lies, and where its words stand. Pure; px. */
import type { Fault } from '../../models/facts.ts';
import { type FaultKey, faultIn } from '../../playback/branch.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import type { Target } from '../../scenario/targets.ts';
import type { TimeAxis } from './geometry.ts';

/** A fault that lasts from one time to another. */
export interface FaultBar {
  fault: Fault;
  target: Target;
  from: number;
  /** The end of the run where nobody repairs it. */
  until: number;
  isRepaired: boolean;
  /** In the unit of the catalogue; absent where the usual one holds, or where there is none. */
  strength?: number;
  /** Faults that last at the same time lie in rows under one another, from 0 on. */
  row: number;
}

/** The faults of all runs on screen; one that strikes in several of them is one bar. */
export function faultBars(scenarios: readonly StageScenario[], durationSeconds: number): FaultBar[] {
  const bars = new Map<string, FaultBar>();
  for (const { interventions } of scenarios) {
    for (const each of interventions) {
      if (each.kind !== 'fault' || each.atSeconds >= durationSeconds) continue;
      const bar = barOf(each, durationSeconds);
      bars.set(JSON.stringify([bar.fault, bar.target, bar.from, bar.until]), bar);
    }
  }
  const inOrder = [...bars.values()].sort((a, b) => a.from - b.from || a.until - b.until);
  const rowsUntil: number[] = [];
  for (const bar of inOrder) {
    const free = rowsUntil.findIndex((until) => until <= bar.from);
    bar.row = free < 0 ? rowsUntil.length : free;
    rowsUntil[bar.row] = bar.until;
  }
  return inOrder;
}

function barOf(
  { fault, target, atSeconds, untilSeconds, strength }: FaultIntervention,
  durationSeconds: number,
): FaultBar {
  return {
    fault,
    target,
    from: atSeconds,
    until: Math.min(untilSeconds ?? durationSeconds, durationSeconds),
    isRepaired: untilSeconds !== undefined,
    ...(strength === undefined ? {} : { strength }),
    row: 0,
  };
}

/** What tells the fault of a bar from the others. */
export function keyOfBar({ fault, target, from }: FaultBar): FaultKey {
  return { fault, target, atSeconds: from };
}

/** The fault of a bar, as the first scenario that has it says. */
export function faultOfBar(scenarios: readonly StageScenario[], bar: FaultBar): FaultIntervention | undefined {
  for (const scenario of scenarios) {
    const found = faultIn(scenario, keyOfBar(bar));
    if (found) return found;
  }
  return undefined;
}

/** Where the words of a fault stand: in its bar, beside it, or nowhere for want of room. */
export type WordsPlace = 'inside' | 'after' | 'before' | 'nowhere';

/**
 * Where the words of each bar stand. Beside a bar they need room up to the next in its row, or to the end of the lane.
 * @param widthOf width of a bar's words with the air around them, px
 */
export function placeFaultWords(
  faults: readonly FaultBar[],
  axis: TimeAxis,
  widthOf: (fault: FaultBar) => number,
): WordsPlace[] {
  /** By row: up to where it is taken. */
  const takenUntil: number[] = [];
  return faults.map((fault, index) => {
    const { row, from, until } = fault;
    const [begin, end, width] = [axis.xOf(from), axis.xOf(until), widthOf(fault)];
    const next = faults.slice(index + 1).find((other) => other.row === row);
    const free = next === undefined ? axis.width : axis.xOf(next.from);
    const taken = takenUntil[row] ?? 0;
    const place =
      end - begin >= width ? 'inside' : free - end >= width ? 'after' : begin - taken >= width ? 'before' : 'nowhere';
    takenUntil[row] = place === 'after' ? end + width : end;
    return place;
  });
}
