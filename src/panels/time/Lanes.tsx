/** The lanes: what waited, what ran, what came of the uploads and what was broken, on one axis, with the playhead through all. */
import { memo, useId, useMemo } from 'react';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { formatCount } from '../../ui/format.ts';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { runName } from '../names.ts';
import { tickText } from './clock-text.ts';
import {
  type Drawing,
  drawInstances,
  drawUploads,
  drawWaiting,
  type FaultBar,
  faultBars,
  type KnownRun,
  placeFaultWords,
  type UploadsDrawing,
  type UploadsScale,
  uploadsScale,
} from './draw-lanes.ts';
import { faultTime, faultWords } from './fault-words.ts';
import { type Cluster, clustersOf, type TimeAxis, timeAxis, timeTicks } from './geometry.ts';
import { LaneLabels } from './LaneLabels.tsx';
import { areLong, isCrowded, type LaneLayout, type LanePlace, laneLayout } from './lane-layout.ts';
import { type LogEntry, logEntries } from './log-entries.ts';
import { Playhead } from './Playhead.tsx';
import { runCurves, takesUploads } from './run-curves.ts';
import { runLine } from './run-lines.ts';
import { TimeBar } from './TimeBar.tsx';
import { useKeptBack } from './use-kept-back.ts';
import type { TimedRun } from './use-run-states.ts';
import { useSize } from './use-size.ts';

export interface LanesProps {
  states: readonly TimedRun[];
  isPhone: boolean;
}

/** Least rem between ticks of the axis, and the air between the longest of their words. Our choice. */
const TICK_GAP_REM = 3.5;
const TICK_AIR_REM = 1;

/** Width of a figure under the axis and of a letter of small print, in rem: 0.6 and about 0.55 of its size. */
const TICK_FIGURE_REM = 0.4125;
const LETTER_REM = 0.42;

/** px between marks that stand for themselves. Our choice: a fingertip of a mouse. */
const MARK_GAP = 7;

export function Lanes({ states, isPhone }: LanesProps) {
  const [ref, size] = useSize();
  const durationSeconds = Math.max(0, ...states.map(({ scenario }) => scenario.durationSeconds));
  const axis = useMemo(() => timeAxis(durationSeconds, size?.width ?? 0), [durationSeconds, size]);
  const faults = useMemo(
    () =>
      faultBars(
        states.map(({ scenario }) => scenario),
        durationSeconds,
      ),
    [states, durationSeconds],
  );
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
      data-many={isCrowded(states.length) || areLong(names) || undefined}
    >
      <LaneLabels states={states} names={names} layout={layout} isPhone={isPhone} noFaults={faults.length === 0} />
      <div ref={ref} className="time-plot" style={{ height: layout.height }}>
        {size && (
          <>
            <Curves pictures={pictures} axis={axis} layout={layout} />
            <Playhead axis={axis} part="veil" />
            <Overlay
              states={states}
              pictures={pictures}
              faults={faults}
              axis={axis}
              layout={layout}
              scale={scale}
              rem={rem}
            />
            <Axis axis={axis} layout={layout} marks={marks} rem={rem} />
            <Playhead axis={axis} part="line" />
            <OldLabel pictures={pictures} axis={axis} layout={layout} rem={rem} />
            <TimeBar axis={axis} knownUntil={knownUntil} marks={marks} axisY={layout.axisY} />
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

/** Up to when all of them are known. One that is shorter than the others is known to its end, and holds up nothing. */
function knownUntilIn(states: readonly TimedRun[], durationSeconds: number): number {
  return Math.min(
    durationSeconds,
    ...states.map(({ status, recordedUntilSeconds: until, scenario }) =>
      status === 'finished' && until >= scenario.durationSeconds ? durationSeconds : until,
    ),
  );
}

/** What is drawn in a lane; nothing of it is there in the lane of the faults. */
interface LanePicture {
  lane: LanePlace;
  drawing: Drawing | null;
  uploads: UploadsDrawing | null;
}

function picturesOf(
  { lanes }: LaneLayout,
  runs: readonly KnownRun[],
  axis: TimeAxis,
  scale: UploadsScale,
): LanePicture[] {
  return lanes.map((lane) => {
    const run = lane.id === 'uploads' ? runs.find(({ place }) => place === lane.run) : undefined;
    return {
      lane,
      drawing: drawingOf(lane, runs, axis),
      uploads: run === undefined ? null : drawUploads(run, axis, scale, lane.height),
    };
  });
}

function drawingOf({ id, height }: LanePlace, runs: readonly KnownRun[], axis: TimeAxis): Drawing | null {
  if (id === 'waiting') return drawWaiting(runs, axis, height);
  if (id === 'instances') return drawInstances(runs, axis, height);
  return null;
}

interface CurvesProps {
  pictures: readonly LanePicture[];
  axis: TimeAxis;
  layout: LaneLayout;
}

/** What happened, as far as it is known. */
const Curves = memo(function Curves({ pictures, axis, layout }: CurvesProps) {
  const hatch = useId();
  return (
    <svg className="time-curves" width={axis.width} height={layout.height} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="time-hatch-ground" width="4" height="4" />
          <rect className="time-hatch-line" width="1.75" height="4" />
        </pattern>
      </defs>
      {pictures.map(({ lane, drawing, uploads }) => {
        return (
          <g key={`${lane.id} ${lane.run}`} transform={`translate(0 ${lane.y})`}>
            {lane.id !== 'faults' && <line className="time-ground" x2={axis.width} y1={0.5} y2={0.5} />}
            <line
              className="time-ground"
              data-zero
              x2={axis.width}
              y1={uploads?.zeroAt ?? lane.height}
              y2={uploads?.zeroAt ?? lane.height}
            />
            {drawing?.shapes.map(({ role, place, d }) => (
              <path
                key={`${role} ${place}`}
                className={`time-${role}`}
                d={d}
                style={role === 'run' ? lineStyle(place) : undefined}
              />
            ))}
            {uploads && <Bars uploads={uploads} hatch={hatch} />}
            {uploads && <path className="time-started" d={uploads.started} />}
          </g>
        );
      })}
    </svg>
  );
});

/** The length of a slice, in a unit that keeps it short. */
function sliceWords(say: Say, seconds: number): string {
  if (seconds >= 3600) return say('time.top.slice.hours', { n: seconds / 3600 });
  if (seconds >= 60) return say('time.top.slice.minutes', { n: seconds / 60 });
  return say('time.top.slice.seconds', { n: seconds });
}

function lineStyle(place: number) {
  const { colour, dashes } = runLine(place);
  return { stroke: colour, strokeDasharray: dashes };
}

function Bars({ uploads, hatch }: { uploads: UploadsDrawing; hatch: string }) {
  return uploads.bars.map(({ outcome, x, y, width, height }) => (
    <rect
      key={`${outcome} ${x}`}
      className={`time-bar-${outcome}`}
      x={x}
      y={y}
      width={width}
      height={height}
      {...(outcome === 'refused' ? { fill: `url(#${hatch})` } : {})}
    />
  ));
}

/** The number at the upper edge of a lane, and of how much time it is: behind the end of the lane. */
function Top({ top, slice, axis }: { top: number; slice?: string | undefined; axis: TimeAxis }) {
  const x = axis.width + TOP_GAP;
  return (
    <text className="time-top" y="0.5em">
      <tspan x={x}>{formatCount(top)}</tspan>
      {slice !== undefined && (
        <tspan x={x} dy="1.15em">
          {slice}
        </tspan>
      )}
    </text>
  );
}

/** px between the end of a lane and its number: half of the head of the playhead, and some air. */
const TOP_GAP = 9;

interface OverlayProps {
  states: readonly TimedRun[];
  pictures: readonly LanePicture[];
  faults: readonly FaultBar[];
  axis: TimeAxis;
  layout: LaneLayout;
  scale: UploadsScale;
  rem: number;
}

/** What stays clear on both sides of the playhead: faults, the future as it was, the scales, and what nobody knows yet. */
const Overlay = memo(function Overlay({ states, pictures, faults, axis, layout, scale, rem }: OverlayProps) {
  const say = useText();
  const slice = say('time.top.slice', { slice: sliceWords(say, scale.sliceSeconds) });
  return (
    <svg className="time-overlay" width={axis.width} height={layout.height} aria-hidden="true">
      {pictures.map(({ lane, drawing, uploads }) => {
        return (
          <g key={`${lane.id} ${lane.run}`} transform={`translate(0 ${lane.y})`}>
            {drawing?.old.map(({ place, d }) => (
              <path
                key={place}
                className="time-old"
                d={d}
                style={{ strokeDasharray: states.length > 1 ? runLine(place).dashes : 'none' }}
              />
            ))}
            {uploads?.old.map((d) => (
              <path key={d} className="time-old" d={d} />
            ))}
            {drawing && <Top top={drawing.top} axis={axis} />}
            {uploads && (
              <Top top={scale.up} slice={isCrowded(states.length) && lane.run > 0 ? undefined : slice} axis={axis} />
            )}
            {lane.id === 'faults' && <Faults faults={faults} axis={axis} rem={rem} />}
          </g>
        );
      })}
      <NotYet states={states} axis={axis} height={layout.axisY} />
    </svg>
  );
});

interface OldLabelProps {
  pictures: readonly LanePicture[];
  axis: TimeAxis;
  layout: LaneLayout;
  rem: number;
}

/** What the pale lines are, said once: in the first lane where the two futures differ, and over the playhead. */
const OldLabel = memo(function OldLabel({ pictures, axis, layout, rem }: OldLabelProps) {
  const say = useText();
  for (const { lane, drawing, uploads } of pictures) {
    const label = drawing?.oldLabel ?? uploads?.oldLabel;
    if (!label) continue;
    const words = say('time.as-it-was');
    const isLate = label.x + words.length * LETTER_REM * rem > axis.width;
    return (
      <svg className="time-old-words" width={axis.width} height={layout.height} aria-hidden="true">
        <text
          className="time-old-label"
          x={isLate ? label.x - 4 : label.x + 4}
          y={lane.y + Math.min(lane.height - 3, Math.max(10, label.y - 4))}
          textAnchor={isLate ? 'end' : 'start'}
        >
          {words}
        </text>
      </svg>
    );
  }
  return null;
});

/** Height of a row of faults in rem, and the air around the words of a bar in px. */
const FAULT_ROW = 1.125;
const FAULT_AIR = 12;

function Faults({ faults, axis, rem }: { faults: readonly FaultBar[]; axis: TimeAxis; rem: number }) {
  const vocabulary = useVocabulary();
  const words = faults.map((fault) => faultWords(vocabulary, fault));
  const widths = new Map(faults.map((fault, i) => [fault, (words[i]?.length ?? 0) * LETTER_REM * rem + FAULT_AIR]));
  const places = placeFaultWords(faults, axis, (fault) => widths.get(fault) ?? 0);
  return faults.map((fault, index) => {
    const x = axis.xOf(fault.from);
    const width = Math.max(3, axis.xOf(fault.until) - x);
    const y = fault.row * FAULT_ROW * rem;
    const height = FAULT_ROW * rem - 2;
    const place = places[index];
    return (
      <g key={`${fault.target} ${fault.from}`} className="time-fault" transform={`translate(${x} ${y})`}>
        <title>{faultTime(vocabulary, fault)}</title>
        <rect width={width} height={height} rx={3} data-open={fault.isRepaired ? undefined : true} />
        {place !== 'nowhere' && (
          <text
            className={place === 'inside' ? undefined : 'time-fault-beside'}
            x={place === 'inside' ? 6 : place === 'after' ? width + 4 : -4}
            y={height / 2}
            textAnchor={place === 'before' ? 'end' : 'start'}
            dominantBaseline="central"
          >
            {words[index]}
          </text>
        )}
      </g>
    );
  });
}

function NotYet({ states, axis, height }: { states: readonly TimedRun[]; axis: TimeAxis; height: number }) {
  const say = useText();
  const hatch = useId();
  const until = knownUntilIn(states, axis.durationSeconds);
  if (until >= axis.durationSeconds) return null;
  const x = axis.xOf(until);
  const width = axis.width - x;
  const status = states.some((state) => state.status === 'failed')
    ? 'time.stopped'
    : states.some((state) => state.status === 'running')
      ? 'time.not-yet'
      : 'time.not-recorded';
  return (
    <g className="time-not-yet">
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="time-not-yet-line" width="1" height="8" />
        </pattern>
      </defs>
      <rect className="time-not-yet-ground" x={x} width={width} height={height} />
      <rect x={x} width={width} height={height} fill={`url(#${hatch})`} />
      {width > 110 && (
        <text x={x + width / 2} y={height / 2} textAnchor="middle" dominantBaseline="central">
          {say(status)}
        </text>
      )}
    </g>
  );
}

interface AxisProps {
  axis: TimeAxis;
  layout: LaneLayout;
  marks: readonly Cluster<LogEntry>[];
  rem: number;
}

/** Least rem from one tick to the next: those of long runs have longer words. */
function tickGap({ durationSeconds }: TimeAxis): number {
  return Math.max(TICK_GAP_REM, tickText(durationSeconds).length * TICK_FIGURE_REM + TICK_AIR_REM);
}

/** The times, and a mark for every event of note: a cross for what failed, a dot for the rest. */
const Axis = memo(function Axis({ axis, layout, marks, rem }: AxisProps) {
  return (
    <svg className="time-axis" width={axis.width} height={layout.height} aria-hidden="true">
      <g transform={`translate(0 ${layout.axisY})`}>
        <line className="time-axis-line" x2={axis.width} y1={0.5} y2={0.5} />
        {timeTicks(axis, tickGap(axis) * rem).map((t) => {
          const x = axis.xOf(t);
          const anchor = x < rem ? 'start' : 'middle';
          return (
            <g key={t}>
              <line className="time-axis-line" x1={x} x2={x} y1={0} y2={4} />
              <text className="time-tick" x={x} y={1.375 * rem} textAnchor={anchor}>
                {tickText(t)}
              </text>
            </g>
          );
        })}
        {marks.map(({ x, members }) => {
          const failed = members.some(({ tone }) => tone === 'failed');
          const r = members.length > 1 ? 3.5 : 2.75;
          return failed ? (
            <path
              key={x}
              className="time-mark-failed"
              d={`M${x - r} ${4.5 - r + 2}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`}
            />
          ) : (
            <circle key={x} className="time-mark" cx={x} cy={6.5} r={r} />
          );
        })}
      </g>
    </svg>
  );
});
