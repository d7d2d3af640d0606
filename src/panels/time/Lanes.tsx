/** The lanes: what waited, what ran, what came of the uploads and what was broken, on one axis, with the playhead through all. */
import { useMemo } from 'react';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { runName } from '../names.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { useScenarios } from '../use-scenarios.ts';
import { type KnownRun, uploadsScale } from './draw-lanes.ts';
import { FaultBars } from './FaultBars.tsx';
import { faultBars } from './fault-bars.ts';
import { clustersOf, timeAxis } from './geometry.ts';
import { Axis } from './LaneAxis.tsx';
import { Curves, picturesOf } from './LaneCurves.tsx';
import { LaneLabels } from './LaneLabels.tsx';
import { knownUntilIn, OldLabel, Overlay } from './LaneOverlay.tsx';
import { areLong, areNamedOnce, isCrowded, laneLayout } from './lane-layout.ts';
import { logEntries } from './log-entries.ts';
import { Playhead } from './Playhead.tsx';
import { runCurves, takesUploads } from './run-curves.ts';
import { TimeBar } from './TimeBar.tsx';
import { useKeptBack } from './use-kept-back.ts';
import type { TimedRun } from './use-run-states.ts';
import { useSize } from './use-size.ts';

export interface LanesProps {
  states: readonly TimedRun[];
  isPhone: boolean;
}

/** px between marks that stand for themselves. Our choice: a fingertip of a mouse. */
const MARK_GAP = 7;

export function Lanes({ states, isPhone }: LanesProps) {
  const [ref, size] = useSize();
  const durationSeconds = Math.max(0, ...states.map(({ scenario }) => scenario.durationSeconds));
  const axis = useMemo(() => timeAxis(durationSeconds, size?.width ?? 0), [durationSeconds, size]);
  const now = useScenarios(useRunsOnScreen());
  const scenarios = useMemo(() => now.map(({ scenario }) => scenario), [now]);
  const faults = useMemo(() => faultBars(scenarios, durationSeconds), [scenarios, durationSeconds]);
  const say = useText();
  const shown = useMemo(
    () =>
      states.map(({ id, scenario }) => ({
        name: runName(say, { id, stage: scenario.stage }),
        hasUploads: takesUploads(nodesOf(scenario)),
      })),
    [say, states],
  );
  const names = useMemo(() => shown.map(({ name }) => name), [shown]);
  const rem = size?.rem ?? 16;
  const faultRows = faults.reduce((rows, { row }) => Math.max(rows, row + 1), 0);
  const layout = useMemo(() => laneLayout(shown, faultRows, isPhone, rem), [shown, faultRows, isPhone, rem]);
  const lane = layout.lanes.find(({ id }) => id === 'faults');
  const runs = useMemo(() => states.flatMap(knownRun), [states]);
  const scale = useMemo(() => uploadsScale(runs, axis), [runs, axis]);
  const pictures = useMemo(() => picturesOf(layout, runs, axis, scale), [layout, runs, axis, scale]);
  const vocabulary = useVocabulary();
  const isKeptBack = useKeptBack();
  const marks = useMemo(
    () => (isKeptBack ? [] : clustersOf(logEntries(vocabulary, states), axis, MARK_GAP)),
    [isKeptBack, vocabulary, states, axis],
  );
  const knownUntil = knownUntilIn(states, durationSeconds);
  return (
    <div
      className="time-lanes"
      data-phone={isPhone || undefined}
      data-once={areNamedOnce(shown) ? (areLong(names) ? 'long' : 'short') : undefined}
      data-many={isCrowded(states.length) || areLong(names) || undefined}
    >
      <LaneLabels states={states} names={names} layout={layout} isPhone={isPhone} noFaults={faults.length === 0} />
      <div ref={ref} className="time-plot" style={{ height: layout.height }}>
        {size && (
          <>
            <Curves pictures={pictures} axis={axis} layout={layout} />
            <Playhead axis={axis} part="veil" />
            <Overlay states={states} pictures={pictures} axis={axis} layout={layout} scale={scale} />
            <Axis axis={axis} layout={layout} marks={marks} rem={rem} />
            <Playhead axis={axis} part="line" />
            <OldLabel pictures={pictures} axis={axis} layout={layout} rem={rem} />
            <TimeBar axis={axis} knownUntil={knownUntil} marks={marks} axisY={layout.axisY} rem={rem} />
            {lane && <FaultBars scenarios={scenarios} bars={faults} axis={axis} lane={lane} rem={rem} />}
          </>
        )}
      </div>
    </div>
  );
}

function knownRun(
  { scenario, series, branch, branchFromSeconds, recordedUntilSeconds }: TimedRun,
  place: number,
): KnownRun[] {
  if (series === null || series.length === 0) return [];
  const oldUntil = branch === null ? 0 : (branch.length - 1) * branch.everySeconds;
  return [
    {
      place,
      curves: runCurves(scenario, series),
      until: recordedUntilSeconds,
      old:
        branch === null || oldUntil <= branchFromSeconds
          ? null
          : { curves: runCurves(scenario, branch), from: branchFromSeconds, until: oldUntil },
    },
  ];
}
