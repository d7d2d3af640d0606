/** What stays clear on both sides of the playhead: the future as it was, the scales, and what nobody knows yet. */
import { memo, useId } from 'react';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { formatCount } from '../../ui/format.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import type { UploadsScale } from './draw-lanes.ts';
import type { TimeAxis } from './geometry.ts';
import type { LanePicture } from './LaneCurves.tsx';
import { areNamedOnce, isCrowded, type LaneLayout, LETTER_REM } from './lane-layout.ts';
import { takesUploads } from './run-curves.ts';
import { runLine } from './run-lines.ts';
import type { TimedRun } from './use-run-states.ts';

/** The length of a slice, in a unit that keeps it short. */
function sliceWords(say: Say, seconds: number): string {
  if (seconds >= 3600) return say('time.top.slice.hours', { n: seconds / 3600 });
  if (seconds >= 60) return say('time.top.slice.minutes', { n: seconds / 60 });
  return say('time.top.slice.seconds', { n: seconds });
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
  axis: TimeAxis;
  layout: LaneLayout;
  scale: UploadsScale;
}

/** What stays clear on both sides of the playhead: the future as it was, the scales, and what nobody knows yet. */
export const Overlay = memo(function Overlay({ states, pictures, axis, layout, scale }: OverlayProps) {
  const say = useText();
  const slice = say('time.top.slice', { slice: sliceWords(say, scale.sliceSeconds) });
  // They share one scale; where they are low its number stands but once.
  const isOnce = areNamedOnce(states.map(({ scenario }) => ({ hasUploads: takesUploads(nodesOf(scenario)) })));
  return (
    <svg className="time-overlay" width={axis.width} height={layout.height} aria-hidden="true">
      {pictures.map(({ lane, drawing, uploads }) => {
        return (
          <g key={`${lane.id} ${lane.run}`} transform={`translate(0 ${lane.y})`}>
            {drawing?.old.map(({ place, d }) => (
              <path key={place} className="time-old" d={d} style={states.length > 1 ? oldStyle(place) : undefined} />
            ))}
            {uploads?.old.map((d) => (
              <path key={d} className="time-old" d={d} />
            ))}
            {drawing && <Top top={drawing.top} axis={axis} />}
            {uploads && (lane.run === 0 || !isOnce) && (
              <Top top={scale.up} slice={isCrowded(states.length) && lane.run > 0 ? undefined : slice} axis={axis} />
            )}
          </g>
        );
      })}
      <NotYet states={states} axis={axis} height={layout.axisY} />
    </svg>
  );
});

/** As the run's own line, only paler. */
function oldStyle(place: number) {
  const { colour, dashes } = runLine(place);
  return { stroke: colour, strokeDasharray: dashes, strokeOpacity: 0.5 };
}

interface OldLabelProps {
  pictures: readonly LanePicture[];
  axis: TimeAxis;
  layout: LaneLayout;
  rem: number;
}

/** What the pale lines are, said once: in the first lane where the two futures differ, and over the playhead. */
export const OldLabel = memo(function OldLabel({ pictures, axis, layout, rem }: OldLabelProps) {
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

/** Up to when all of them are known. One that is shorter than the others is known to its end, and holds up nothing. */
export function knownUntilIn(states: readonly TimedRun[], durationSeconds: number): number {
  return Math.min(
    durationSeconds,
    ...states.map(({ status, recordedUntilSeconds: until, scenario }) =>
      status === 'finished' && until >= scenario.durationSeconds ? durationSeconds : until,
    ),
  );
}
