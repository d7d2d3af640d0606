/** Goes from point to point without a chart to hit: which architecture is read, and the point before and after. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type LadderId, ladderIds } from '../../stages/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useText } from '../../ui/use-text.ts';
import { isSame } from './CostChart.tsx';
import { type Curves, drawnPoints } from './crossovers.ts';
import type { Point } from './fit.ts';
import styles from './PointPicker.module.css';

export interface PointPickerProps {
  curves: Curves;
  read: Point | null;
  onRead: (point: Point, near?: readonly Point[]) => void;
}

export function PointPicker({ curves, read, onRead }: PointPickerProps) {
  const say = useText();
  const points = read ? drawnPoints(curves[read.stage]) : [];
  const at = points.findIndex(({ ratePerSecond }) => ratePerSecond === read?.ratePerSecond);
  const [before, after] = at < 0 ? [] : [points[at - 1], points[at + 1]];
  const choose = (stage: LadderId): void => {
    const point = nearest(drawnPoints(curves[stage]), read);
    if (point) onRead(point);
  };
  return (
    <div className={styles.picker}>
      <select
        className={styles.select}
        aria-label={say('costs.pick')}
        value={read?.stage ?? ''}
        onChange={({ target }) => choose(target.value as LadderId)}
      >
        {read === null && <option value="">{say('costs.pick.none')}</option>}
        {ladderIds
          .filter((stage) => curves[stage].length > 0)
          .map((stage) => (
            <option key={stage} value={stage}>
              {say(`stage.${stage}`)}
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

export interface NearPointsProps {
  /** Points that lie so near to each other in the chart that a tap may have meant any of them. */
  near: readonly Point[];
  read: Point | null;
  onRead: (point: Point, near: readonly Point[]) => void;
}

/** What else a tap may have meant; nothing where it is clear. */
export function NearPoints({ near, read, onRead }: NearPointsProps) {
  const say = useText();
  if (near.length === 0) return null;
  return (
    <ul className={styles.near} aria-label={say('costs.pick.near')}>
      {near.map((point) => (
        <li key={point.stage}>
          <Button aria-pressed={isSame(point, read)} onClick={() => onRead(point, near)}>
            {say(`stage.${point.stage}`)}, {formatNumber(point.ratePerSecond)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The point of a line at the traffic of another, or nearest to it; the first if none was read. */
function nearest(points: readonly Point[], to: Point | null): Point | null {
  if (to === null) return points[0] ?? null;
  const away = ({ ratePerSecond }: Point): number => Math.abs(Math.log(ratePerSecond / to.ratePerSecond));
  return points.reduce<Point | null>((near, each) => (near === null || away(each) < away(near) ? each : near), null);
}
