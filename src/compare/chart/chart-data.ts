/** What the large chart needs to know of the runs on screen. Pure. */
import { runName } from '../../panels/names.ts';
import type { TimedRun } from '../../panels/time/use-run-states.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import type { ChartFault, ChartRun } from './ChartDrawing.tsx';
import type { ChartMeasure } from './chart-measures.ts';

export function chartRuns(vocabulary: Vocabulary, states: readonly TimedRun[], measure: ChartMeasure): ChartRun[] {
  return states.flatMap(({ id, scenario, series, branch, branchFromSeconds }): ChartRun[] => {
    const name = runName((key, ...args) => text(vocabulary, key, ...args), { id, stage: scenario.stage });
    if (series === null || series.length === 0) return [];
    return [
      {
        name,
        curve: measure.curveOf(scenario, series),
        until: Math.min(scenario.durationSeconds, (series.length - 1) * series.everySeconds),
        old: branch && { curve: measure.curveOf(scenario, branch), from: branchFromSeconds },
      },
    ];
  });
}

/** The faults of all runs; one that strikes in several is one. */
export function chartFaults(vocabulary: Vocabulary, states: readonly TimedRun[]): ChartFault[] {
  const faults = new Map<string, ChartFault>();
  for (const { scenario } of states) {
    for (const each of scenario.interventions) {
      if (each.kind !== 'fault') continue;
      const from = each.atSeconds;
      const until = Math.min(each.untilSeconds ?? scenario.durationSeconds, scenario.durationSeconds);
      const name = text(vocabulary, `fault.${each.fault}`);
      faults.set(`${name} ${from} ${until}`, { name, from, until });
    }
  }
  return [...faults.values()];
}
