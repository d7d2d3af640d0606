/** One measure of all runs on screen over time, larger than in the lanes, with the same lines; numbers at the playhead beside the names. */
import { Fragment, useCallback, useMemo } from 'react';
import { type Curve, indexAt } from '../../panels/time/geometry.ts';
import { runLine } from '../../panels/time/run-lines.ts';
import { useRunStates } from '../../panels/time/use-run-states.ts';
import { type Size, useSize } from '../../panels/time/use-size.ts';
import { usePlayhead } from '../../panels/use-playhead.ts';
import { useRunsOnScreen } from '../../panels/use-runs-on-screen.ts';
import type { Run } from '../../stores/session.ts';
import { NOTHING } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import panel from '../Panel.module.css';
import { ChartDrawing, type ChartDrawingProps, type ChartPlot, type ChartRun, chartPlot } from './ChartDrawing.tsx';
import styles from './ChartPanel.module.css';
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
  const oldNameOf = useCallback((name: string) => say('compare.chart.old.name', { name }), [say]);
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
          <>
            <div className={styles.chart}>
              <ChartDrawing
                measure={measure}
                title={say(measure.label)}
                paleWords={say('compare.chart.old')}
                oldNameOf={oldNameOf}
                runs={lines}
                faults={faults}
                durationSeconds={durationSeconds}
                {...sizesOf(size)}
              />
              <Playhead run={first} plot={chartPlot({ ...sizesOf(size), durationSeconds })} />
            </div>
            <Legend run={first} lines={lines} measure={measure} oldNameOf={oldNameOf} />
          </>
        ) : (
          <p className={panel.quiet}>{say('compare.chart.empty')}</p>
        )}
      </div>
    </section>
  );
}

function sizesOf({ width, rem }: Size): Pick<ChartDrawingProps, 'width' | 'height' | 'rem' | 'named'> {
  return { width, height: HEIGHT * rem, rem, named: width > NAMED_FROM * rem };
}

/** The moment that is shown: moves over the drawing, which stays. */
function Playhead({ run, plot }: { run: Run; plot: ChartPlot }) {
  const t = usePlayhead(run);
  const { left, top, height, time } = plot;
  return <div className={styles.playhead} style={{ left: left + time.xOf(t), top, height }} />;
}

interface LegendProps {
  run: Run;
  lines: readonly ChartRun[];
  measure: ChartMeasure;
  oldNameOf: (name: string) => string;
}

/** Which line is whose, and its number at the playhead. */
function Legend({ run, lines, measure, oldNameOf }: LegendProps) {
  const t = usePlayhead(run);
  return (
    <ul className={panel.legend}>
      {lines.map(({ name, curve, old }, place) => (
        <Fragment key={name}>
          <li>
            <KeyLine place={place} />
            {name} <span className="number">{numberAt(curve, t, measure)}</span>
          </li>
          {old && (
            <li>
              <KeyLine place={place} isOld />
              {oldNameOf(name)}{' '}
              <span className="number">{t < old.from ? NOTHING : numberAt(old.curve, t, measure)}</span>
            </li>
          )}
        </Fragment>
      ))}
    </ul>
  );
}

function numberAt(curve: Curve, t: number, { format }: ChartMeasure): string {
  const index = indexAt(curve, t);
  const value = index < 0 ? Number.NaN : curve.valueAt(index);
  return Number.isNaN(value) ? NOTHING : format(value);
}

function KeyLine({ place, isOld = false }: { place: number; isOld?: boolean }) {
  const { colour, dashes } = runLine(place);
  return (
    <svg className={panel.key} viewBox="0 0 28 8" aria-hidden="true" data-old={isOld || undefined}>
      <path d="M0 4h28" style={{ stroke: colour, strokeDasharray: dashes }} />
    </svg>
  );
}
