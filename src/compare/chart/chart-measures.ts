/** What the large chart can show: a line for each run, read from its columns. Pure; times in simulated seconds. */
import type { Curve } from '../../panels/time/geometry.ts';
import { runCurves } from '../../panels/time/run-curves.ts';
import type { RunColumn, Series } from '../../scenario/samples.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { formatDuration, formatMoney, formatNumber } from '../../ui/format.ts';

export const chartMeasureIds = [
  'waiting',
  'watchable',
  'refused',
  'lost',
  'p95',
  'instances',
  'so-far',
  'per-hour',
] as const;
export type ChartMeasureId = (typeof chartMeasureIds)[number];

export interface ChartMeasure {
  id: ChartMeasureId;
  label: `compare.chart.${ChartMeasureId}`;
  /** At the axis, with its unit. */
  format: (value: number) => string;
  /** Whether there is nothing between two numbers. */
  isWhole: boolean;
  curveOf: (scenario: StageScenario, series: Series) => Curve;
}

/** Over how long what became watchable is counted, in seconds. Our choice: the unit that is shown. */
const RATE_WINDOW_SECONDS = 60;

const sumOf =
  (...columns: readonly RunColumn[]) =>
  (_: StageScenario, { length, everySeconds, run }: Series): Curve => ({
    length,
    timeAt: (index) => index * everySeconds,
    valueAt: (index) => columns.reduce((sum, column) => sum + (run[column][index] as number), 0),
  });

/** How much a count has grown in the last minute; at the beginning, and where samples are rarer, per minute of what there is. */
function perMinute(_: StageScenario, { length, everySeconds, run }: Series): Curve {
  const column = run.watchable;
  const steps = Math.max(1, Math.round(RATE_WINDOW_SECONDS / everySeconds));
  return {
    length,
    timeAt: (index) => index * everySeconds,
    valueAt: (index) => {
      const before = Math.max(0, index - steps);
      const grown = (column[index] as number) - (column[before] as number);
      const lasted = Math.max(everySeconds, Math.min(steps, index) * everySeconds);
      // Of a few seconds at the beginning nothing is made out to be a minute.
      return (grown * RATE_WINDOW_SECONDS) / Math.max(lasted, RATE_WINDOW_SECONDS);
    },
  };
}

const count = { format: formatNumber, isWhole: true };
const money = { format: formatMoney, isWhole: false };

export const chartMeasures: Readonly<Record<ChartMeasureId, ChartMeasure>> = {
  waiting: { id: 'waiting', label: 'compare.chart.waiting', ...count, curveOf: sumOf('open') },
  watchable: { id: 'watchable', label: 'compare.chart.watchable', ...count, curveOf: perMinute },
  refused: { id: 'refused', label: 'compare.chart.refused', ...count, curveOf: sumOf('refused') },
  lost: { id: 'lost', label: 'compare.chart.lost', ...count, curveOf: sumOf('lost', 'deadLettered') },
  p95: {
    id: 'p95',
    label: 'compare.chart.p95',
    format: formatDuration,
    isWhole: false,
    curveOf: sumOf('untilWatchableP95Seconds'),
  },
  instances: {
    id: 'instances',
    label: 'compare.chart.instances',
    ...count,
    curveOf: (scenario, series) => runCurves(scenario, series).inService,
  },
  'so-far': {
    id: 'so-far',
    label: 'compare.chart.so-far',
    ...money,
    curveOf: sumOf('workingUsd', 'idleUsd', 'startingUsd', 'wastedUsd'),
  },
  'per-hour': { id: 'per-hour', label: 'compare.chart.per-hour', ...money, curveOf: sumOf('perHourNowUsd') },
};
