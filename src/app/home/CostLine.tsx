/** What an hour would cost, from the start up to the moment that is shown; all seven on one scale. */
import { useStore } from 'zustand';
import { type Series, valueAt } from '../../scenario/samples.ts';
import type { Run } from '../../stores/session.ts';
import styles from './StageTile.module.css';
import { burstTimes } from './verdict.ts';

/** Units of the picture: seconds across, and so many for the most that is paid. */
const HEIGHT = 40;
/** A point each so many seconds. Our choice. */
const EVERY_SECONDS = 1;

export interface CostLineProps {
  run: Run;
  /** What stands at the top, in dollars an hour. */
  most: number;
  tSeconds: number;
}

/** The figure beside it says the same. */
export function CostLine({ run, most, tSeconds }: CostLineProps) {
  useStore(run.store, (state) => state.version);
  const { series } = run.store.getState();
  const points = series && series.length > 0 && most > 0 ? pointsUpTo(series, most, tSeconds) : [];
  const line = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y.toFixed(1)}`).join('');
  const last = points.at(-1);
  return (
    <svg
      className={styles.costLine}
      viewBox={`0 0 ${burstTimes.end} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {last && <path className={styles.area} d={`${line}L${last[0]} ${HEIGHT}L0 ${HEIGHT}z`} />}
      <path className={styles.curve} d={line} />
    </svg>
  );
}

function pointsUpTo(series: Series, most: number, tSeconds: number): (readonly [x: number, y: number])[] {
  const points: (readonly [number, number])[] = [];
  const { perHourNowUsd } = series.run;
  const at = (t: number): readonly [number, number] => [
    t,
    HEIGHT - 1 - (valueAt(series, perHourNowUsd, t) / most) * (HEIGHT - 2),
  ];
  for (let t = 0; t < tSeconds; t += EVERY_SECONDS) points.push(at(t));
  points.push(at(tSeconds));
  return points;
}
