/** What came along each bus of a run up to a moment, and how often it was held against a rule. */
import type { BusRule } from '../../../models/parameters.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import { type Series, valueAt } from '../../../scenario/samples.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';

export interface BusCount {
  bus: string;
  /** Rules with a pattern that are on, at the moment. */
  rules: number;
  published: number;
  unmatched: number;
  /** Events times the rules that there were when they came. */
  checks: number;
}

/** The buses, in the order in which they stand in the architecture. `series`: those of the run, from the start. */
export function countsAt(scenario: StageScenario, series: Series, tSeconds: number): BusCount[] {
  return nodesOf(scenario).flatMap(({ id, kind, params }, place) => {
    const columns = series.components[place];
    if (kind !== 'event-bus' || columns?.kind !== 'event-bus') return [];
    const changes = scenario.interventions
      .flatMap((each) =>
        each.kind === 'set' && each.target === id && each.parameter === 'rules' && each.atSeconds <= tSeconds
          ? [{ from: each.atSeconds, asked: askedOf(each.value as readonly BusRule[]) }]
          : [],
      )
      .sort((a, b) => a.from - b.from);
    const spans = [{ from: 0, asked: askedOf(params['rules'] as readonly BusRule[]) }, ...changes];
    const publishedAt = (t: number): number => valueAt(series, columns.published, t) || 0;
    const checks = spans.reduce((sum, { from, asked }, n) => {
      const until = spans[n + 1]?.from ?? tSeconds;
      return sum + asked * (publishedAt(until) - (n === 0 ? 0 : publishedAt(from)));
    }, 0);
    const unmatched = valueAt(series, columns.unmatched, tSeconds) || 0;
    return [{ bus: id, rules: spans.at(-1)?.asked ?? 0, published: publishedAt(tSeconds), unmatched, checks }];
  });
}

/** Rules that are asked of an event. */
export function askedOf(rules: readonly BusRule[]): number {
  return rules.filter(({ pattern, enabled }) => pattern !== undefined && enabled !== false).length;
}
