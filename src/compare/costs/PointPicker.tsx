/** Goes from point to point without a chart to hit: which architecture is read, and the point before and after. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { LadderId, StageId } from '../../stages/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useText } from '../../ui/use-text.ts';
import { isSame } from './CostChart.tsx';
import { type Curves, drawnPoints } from './crossovers.ts';
import type { Point } from './fit.ts';
import styles from './PointPicker.module.css';

export interface PointPickerProps<S extends StageId = LadderId> {
  stages: readonly S[];
  /** What each is called; by its name where nothing is said. */
  nameOf?: ((stage: S) => string) | undefined;
  curves: Curves<S>;
  read: Point<S> | null;
  onRead: (point: Point<S>, near?: readonly Point<S>[]) => void;
}

export function PointPicker<S extends StageId>({ stages, nameOf, curves, read, onRead }: PointPickerProps<S>) {
  const say = useText();
  const points = read ? drawnPoints(curves[read.stage]) : [];
  const at = points.findIndex(({ ratePerSecond }) => ratePerSecond === read?.ratePerSecond);
  const [before, after] = at < 0 ? [] : [points[at - 1], points[at + 1]];
  const choose = (stage: S): void => {
    const point = nearest(drawnPoints(curves[stage]), read);
    if (point) onRead(point);
  };
  return (
    <div className={styles.picker}>
      <select
        className={styles.select}
        aria-label={say('costs.pick')}
        value={read?.stage ?? ''}
        onChange={({ target }) => choose(target.value as S)}
      >
        {read === null && <option value="">{say('costs.pick.none')}</option>}
        {stages
          .filter((stage) => curves[stage].length > 0)
          .map((stage) => (
            <option key={stage} value={stage}>
              {nameOf?.(stage) ?? say(`stage.${stage as StageId}`)}
            </option>
          ))}
      </select>
      <IconButton
        framed
        quiet
        label={say('costs.pick.before')}
        icon={<ChevronLeft />}
        unavailable={before === undefined}
        onClick={() => before && onRead(before)}
      />
      <IconButton
        framed
        quiet
        label={say('costs.pick.after')}
        icon={<ChevronRight />}
        unavailable={after === undefined}
        onClick={() => after && onRead(after)}
      />
    </div>
  );
}

export interface NearPointsProps<S extends StageId = LadderId> {
  /** Points that lie so near to each other in the chart that a tap may have meant any of them. */
  near: readonly Point<S>[];
  read: Point<S> | null;
  nameOf?: ((stage: S) => string) | undefined;
  onRead: (point: Point<S>, near: readonly Point<S>[]) => void;
}

/** What else a tap may have meant; nothing where it is clear. */
export function NearPoints<S extends StageId>({ near, read, nameOf, onRead }: NearPointsProps<S>) {
  const say = useText();
  if (near.length === 0) return null;
  return (
    <ul className={styles.near} aria-label={say('costs.pick.near')}>
      {near.map((point) => (
        <li key={point.stage}>
          <Button aria-pressed={isSame(point, read)} onClick={() => onRead(point, near)}>
            {nameOf?.(point.stage) ?? say(`stage.${point.stage as StageId}`)}, {formatNumber(point.ratePerSecond)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The point of a line at the traffic of another, or nearest to it; the first if none was read. */
function nearest<S extends StageId>(points: readonly Point<S>[], to: Point<S> | null): Point<S> | null {
  if (to === null) return points[0] ?? null;
  const away = ({ ratePerSecond }: Point<S>): number => Math.abs(Math.log(ratePerSecond / to.ratePerSecond));
  return points.reduce<Point<S> | null>((near, each) => (near === null || away(each) < away(near) ? each : near), null);
}
