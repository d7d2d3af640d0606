/** A pad to draw a curve on: a line with seven points, drawn with mouse or finger; with keys each point is a slider. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useMedia } from '../../ui/use-media.ts';
import { CurveChart, type Plot } from './CurveChart.tsx';
import styles from './DrawingPad.module.css';
import { type DrawnCurve, isStillAt, nearestPoint, type PadPoint, shareOf, stroked, withPoint } from './drawn-curve.ts';
import { type Scale, snapped } from './scale.ts';

export interface DrawingPadProps {
  label: string;
  scale: Scale;
  durationSeconds: number;
  curve: DrawnCurve;
  onChange: (curve: DrawnCurve) => void;
  /** How a value is written at the axis, and read out. */
  format: (value: number) => string;
  spoken: (value: number) => string;
  /** The name of a point: when it is. */
  nameAt: (tSeconds: number) => string;
}

/** How many steps a page is. Our choice. */
const PAGE_STEPS = 5;

/** Height of the plot where there is little room, in rem. Our choice: so that the question and what answers it fit in. */
const LOW_REM = 5.5;
const LOW = '(max-height: 51.99rem), (max-width: 47.99rem)';

export function DrawingPad(props: DrawingPadProps) {
  const { label, scale, durationSeconds, curve, onChange, format } = props;
  const isLow = useMedia(LOW);
  return (
    <div className={styles.pad}>
      <CurveChart
        label={label}
        scale={scale}
        durationSeconds={durationSeconds}
        format={format}
        drawn={curve}
        {...(isLow ? { heightRem: LOW_REM } : {})}
      >
        {(plot) => (
          <>
            <Surface plot={plot} scale={scale} curve={curve} onChange={onChange} />
            {curve.map((value, point) => (
              <Handle key={shareOf(point)} {...props} plot={plot} point={point} value={value} />
            ))}
          </>
        )}
      </CurveChart>
    </div>
  );
}

/** A stroke of the pointer. */
interface Stroke {
  /** Where it began, as long as it only goes up and down there; null once it has gone on. */
  begun: PadPoint | null;
  last: PadPoint;
  curve: DrawnCurve;
}

type SurfaceProps = Pick<DrawingPadProps, 'scale' | 'curve' | 'onChange'> & { plot: Plot };

/** What the pointer draws on. */
function Surface({ plot, scale, curve, onChange }: SurfaceProps) {
  const stroke = useRef<Stroke | null>(null);

  function placeOf(event: PointerEvent<SVGRectElement>): PadPoint {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - REACH, event.clientY - box.top - REACH];
    return { share: plot.shareAt(x), value: snapped(scale, plot.valueAt(y)) };
  }

  function begin(event: PointerEvent<SVGRectElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    const grabbed = nearestPoint(place.share);
    const next = withPoint(curve, grabbed, place.value);
    stroke.current = { begun: place, last: place, curve: next };
    onChange(next);
  }

  function go(event: PointerEvent<SVGRectElement>): void {
    if (stroke.current === null) return;
    const place = placeOf(event);
    const { begun, last, curve: before } = stroke.current;
    const grabbed = begun && isStillAt(begun, place) ? nearestPoint(begun.share) : null;
    const next = stroked(before, grabbed, last, place).map((value) => snapped(scale, value));
    stroke.current = { begun: grabbed === null ? null : begun, last: place, curve: next };
    onChange(next);
  }

  const end = (): void => {
    stroke.current = null;
  };

  return (
    <rect
      className={styles.surface}
      x={-REACH}
      y={-REACH}
      width={plot.width + 2 * REACH}
      height={plot.height + 2 * REACH}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

/** How far beside the plot, and round a point, one may touch it, in px: the first and last point stand at its edges. */
const REACH = 14;
/** Size of a handle, in px. */
const HANDLE = 7;

type HandleProps = DrawingPadProps & { plot: Plot; point: number; value: number };

function Handle({ plot, point, value, scale, durationSeconds, curve, onChange, spoken, nameAt }: HandleProps) {
  function turn(event: KeyboardEvent): void {
    const to = turned(event.key, value, scale);
    if (to === null) return;
    event.preventDefault();
    onChange(withPoint(curve, point, snapped(scale, to)));
  }
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={nameAt(shareOf(point) * durationSeconds)}
      aria-valuemin={0}
      aria-valuemax={scale.top}
      aria-valuenow={value}
      aria-valuetext={spoken(value)}
      className={styles.handle}
      transform={`translate(${plot.xOf(shareOf(point))} ${plot.yOf(value)})`}
      onKeyDown={turn}
    >
      <circle r={REACH} className={styles.reach} />
      <circle r={HANDLE} className={styles.dot} />
    </g>
  );
}

/** Where a key takes a value; null for other keys. */
function turned(key: string, value: number, { step, top }: Scale): number | null {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return value + step;
    case 'ArrowDown':
    case 'ArrowLeft':
      return value - step;
    case 'PageUp':
      return value + PAGE_STEPS * step;
    case 'PageDown':
      return value - PAGE_STEPS * step;
    case 'Home':
      return 0;
    case 'End':
      return top;
    default:
      return null;
  }
}
