/** What happened in the lanes, as far as it is known: curves and bars. */
import { memo, useId } from 'react';
import {
  type Drawing,
  drawInstances,
  drawUploads,
  drawWaiting,
  type KnownRun,
  type UploadsDrawing,
  type UploadsScale,
} from './draw-lanes.ts';
import type { TimeAxis } from './geometry.ts';
import type { LaneLayout, LanePlace } from './lane-layout.ts';
import { runLine } from './run-lines.ts';

/** What is drawn in a lane; nothing of it is there in the lane of the faults. */
export interface LanePicture {
  lane: LanePlace;
  drawing: Drawing | null;
  uploads: UploadsDrawing | null;
}

export function picturesOf(
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
export const Curves = memo(function Curves({ pictures, axis, layout }: CurvesProps) {
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
