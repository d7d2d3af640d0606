/** Queues and rules by the number of services: counted points on the lines of the formulas. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useSize } from '../../../panels/time/use-size.ts';
import { FEWEST_SERVICES, MOST_SERVICES, type Talk, ways } from '../../../stages/bus-lab/connections.ts';
import { formatCount } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import styles from './Connections.module.css';
import { countsOf, formulaOf } from './counts.ts';

export interface GrowthChartProps {
  services: number;
  talk: Talk;
}

const HEIGHT_REM = 11;
const AIR_REM = { top: 0.75, right: 4.5, bottom: 2, left: 2.5 } as const;
const all = Array.from({ length: MOST_SERVICES - FEWEST_SERVICES + 1 }, (_, n) => FEWEST_SERVICES + n);

export function GrowthChart({ services, talk }: GrowthChartProps) {
  const say = useText();
  const [ref, size] = useSize();
  const rem = size?.rem ?? 16;
  const width = Math.max(1, (size?.width ?? 0) - (AIR_REM.left + AIR_REM.right) * rem);
  const height = HEIGHT_REM * rem;
  const most = formulaOf(MOST_SERVICES, talk, 'queues');
  const x = scaleLinear([FEWEST_SERVICES, MOST_SERVICES], [0, width]);
  const y = scaleLinear([0, most], [height, 0]);
  const drawn = ways.map((way) => ({
    way,
    points: all.map((n) => {
      const { queues, rules } = countsOf(n, talk, way);
      return { n, counted: way === 'queues' ? queues : rules };
    }),
  }));
  const path = line<number>().x((n) => x(n));
  return (
    <div ref={ref} className={styles.chart}>
      {size && (
        <svg
          width={size.width}
          height={(HEIGHT_REM + AIR_REM.top + AIR_REM.bottom) * rem}
          role="img"
          aria-label={say('lab.bus-connections.curve')}
        >
          <g transform={`translate(${AIR_REM.left * rem} ${AIR_REM.top * rem})`}>
            {y.ticks(4).map((count) => (
              <g key={count} transform={`translate(0 ${y(count)})`} className={styles.axis}>
                <line x2={width} />
                <text x={-0.5 * rem} dy="0.35em" textAnchor="end">
                  {formatCount(count)}
                </text>
              </g>
            ))}
            {all
              .filter((n) => n % 2 === 0)
              .map((n) => (
                <text key={n} x={x(n)} y={height + rem} textAnchor="middle">
                  {n}
                </text>
              ))}
            <text x={width / 2} y={height + 1.9 * rem} textAnchor="middle">
              {say('lab.bus-connections.axis')}
            </text>
            <line x1={x(services)} x2={x(services)} y2={height} className={styles.here} />
            {drawn.map(({ way, points }) => (
              <g key={way} className={styles[way]}>
                <path d={path.y((n) => y(formulaOf(n, talk, way)))(all) ?? ''} />
                {points.map(({ n, counted }) =>
                  way === 'queues' ? (
                    <rect key={n} x={x(n) - 3} y={y(counted) - 3} width={6} height={6} data-here={n === services} />
                  ) : (
                    <circle key={n} cx={x(n)} cy={y(counted)} r={n === services ? 5 : 3} />
                  ),
                )}
                <text
                  x={width + 0.5 * rem}
                  y={y(points.at(-1)?.counted ?? 0)}
                  // In a chain both lines end at the same place.
                  dy={talk === 'chain' && way === 'bus' ? '1.5em' : '0.35em'}
                >
                  {say(way === 'queues' ? 'lab.bus-connections.row.queues' : 'lab.bus-connections.row.rules')}
                </text>
              </g>
            ))}
          </g>
        </svg>
      )}
    </div>
  );
}
