/** One measure of all runs on screen over time, larger than in the lanes, with the same lines; numbers at the playhead beside the names. */
import { type ReactNode, useMemo } from 'react';
import { indexAt } from '../../panels/time/geometry.ts';
import { runLine } from '../../panels/time/run-lines.ts';
import { useRunStates } from '../../panels/time/use-run-states.ts';
import { useSize } from '../../panels/time/use-size.ts';
import { usePlayhead } from '../../panels/use-playhead.ts';
import { useRunsOnScreen } from '../../panels/use-runs-on-screen.ts';
import type { Run } from '../../stores/session.ts';
import { NOTHING } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import panel from '../Panel.module.css';
import { ChartDrawing, type ChartRun } from './ChartDrawing.tsx';
import { chartFaults, chartRuns } from './chart-data.ts';
import { type ChartMeasure, type ChartMeasureId, chartMeasureIds, chartMeasures } from './chart-measures.ts';

export interface ChartPanelProps {
  measure: ChartMeasureId;
  onMeasure: (measure: ChartMeasureId) => void;
}

/** Height of the chart, and from which width on the names stand at the lines' ends, in rem. Our choice. */
const HEIGHT = 17;
const NAMED_FROM = 34;

export function ChartPanel({ measure: id, onMeasure }: ChartPanelProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const runs = useRunsOnScreen();
  const states = useRunStates(runs);
  const [ref, size] = useSize();
  const measure = chartMeasures[id];
  const lines = useMemo(() => chartRuns(vocabulary, states, measure), [vocabulary, states, measure]);
  const faults = useMemo(() => chartFaults(vocabulary, states), [vocabulary, states]);
  const durationSeconds = Math.max(1, ...states.map(({ scenario }) => scenario.durationSeconds));
  const [first] = runs;
  return (
    <section className={panel.panel} aria-label={say('compare.chart')}>
      <div className={panel.head}>
        <h3 className={panel.title}>{say('compare.chart')}</h3>
        <select
          className={panel.select}
          aria-label={say('compare.chart.which')}
          value={id}
          onChange={(event) => onMeasure(event.currentTarget.value as ChartMeasureId)}
        >
          {chartMeasureIds.map((each) => (
            <option key={each} value={each}>
              {say(chartMeasures[each].label)}
            </option>
          ))}
        </select>
      </div>
      <div ref={ref}>
        {size && lines.length > 0 && first ? (
          <Moving
            run={first}
            lines={lines}
            drawing={(tSeconds) => (
              <ChartDrawing
                measure={measure}
                title={say(measure.label)}
                runs={lines}
                faults={faults}
                durationSeconds={durationSeconds}
                width={size.width}
                height={HEIGHT * size.rem}
                rem={size.rem}
                tSeconds={tSeconds}
                named={size.width > NAMED_FROM * size.rem}
              />
            )}
            measure={measure}
          />
        ) : (
          <p className={panel.quiet}>{say('compare.chart.empty')}</p>
        )}
      </div>
    </section>
  );
}

interface MovingProps {
  /** Which tells when the moment changes. */
  run: Run;
  lines: readonly ChartRun[];
  measure: ChartMeasure;
  drawing: (tSeconds: number) => ReactNode;
}

/** What follows the playhead. */
function Moving({ run, lines, measure, drawing }: MovingProps) {
  const t = usePlayhead(run);
  return (
    <>
      {drawing(t)}
      <ul className={panel.legend}>
        {lines.map(({ name, curve }, place) => {
          const index = indexAt(curve, t);
          const value = index < 0 ? Number.NaN : curve.valueAt(index);
          return (
            <li key={name}>
              <svg className={panel.key} viewBox="0 0 28 8" aria-hidden="true">
                <path d="M0 4h28" style={{ stroke: runLine(place).colour, strokeDasharray: runLine(place).dashes }} />
              </svg>
              {name} <span className="number">{Number.isNaN(value) ? NOTHING : measure.format(value)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
