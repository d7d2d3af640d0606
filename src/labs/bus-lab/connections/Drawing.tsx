/** A small drawing of services and what stands between them: as many as there are, each queue a square. */
import type { Topology } from '../../../models/topology.ts';
import type { Way } from '../../../stages/bus-lab/connections.ts';
import styles from './Connections.module.css';

interface Point {
  x: number;
  y: number;
}

/** Units of the drawing: its radius, and the sizes of what stands in it. */
const RADIUS = 100;
const SERVICE = 10;
const QUEUE = 7;
/** How far a queue stands beside the straight line, so that those of both directions are seen. */
const ASIDE = 5;
const BUS = { width: 70, height: 16 } as const;

export interface DrawingProps {
  topology: Topology;
  way: Way;
  label: string;
}

export function Drawing({ topology: { nodes, links }, way, label }: DrawingProps) {
  const services = nodes.filter(({ kind }) => kind === 'function').map(({ id }) => id);
  const places = new Map<string, Point>(services.map((id, n) => [id, onCircle(n, services.length)]));
  const queues = nodes.filter(({ kind }) => kind === 'queue').map(({ id }) => id);
  for (const id of queues) {
    const ends = links.filter(({ to }) => to === id).map(({ from }) => from);
    const [teller, listener] = ends.map((each) => places.get(each));
    if (teller && listener) places.set(id, between(teller, listener));
  }
  if (way === 'bus') for (const { id, kind } of nodes) if (kind === 'event-bus') places.set(id, { x: 0, y: 0 });
  const drawn = links.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? [{ key: `${from} ${to}`, a, b }] : [];
  });
  const edge = RADIUS + SERVICE + 4;
  return (
    <svg className={styles.drawing} viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`} role="img" aria-label={label}>
      {drawn.map(({ key, a, b }) => (
        <line key={key} x1={a.x} y1={a.y} x2={b.x} y2={b.y} className={styles.link} />
      ))}
      {queues.map((id) => {
        const at = places.get(id);
        return (
          at && (
            <rect
              key={id}
              x={at.x - QUEUE / 2}
              y={at.y - QUEUE / 2}
              width={QUEUE}
              height={QUEUE}
              className={styles.queue}
            />
          )
        );
      })}
      {way === 'bus' && (
        <rect
          x={-BUS.width / 2}
          y={-BUS.height / 2}
          width={BUS.width}
          height={BUS.height}
          rx={BUS.height / 2}
          className={styles.bus}
        />
      )}
      {services.map((id, n) => {
        const { x, y } = places.get(id) as Point;
        return (
          <g key={id} transform={`translate(${x} ${y})`}>
            <circle r={SERVICE} className={styles.service} />
            <text dy="0.35em" className={styles.number}>
              {n + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function onCircle(n: number, of: number): Point {
  const turn = (n / of) * 2 * Math.PI - Math.PI / 2;
  return { x: RADIUS * Math.cos(turn), y: RADIUS * Math.sin(turn) };
}

/** How far from the one who fills it a queue stands: not in the middle, where all ways cross. Our choice. */
const ON_THE_WAY = 0.36;

/** Between two, to the right of the way from the one to the other. */
function between(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return {
    x: from.x + dx * ON_THE_WAY - (ASIDE * dy) / length,
    y: from.y + dy * ON_THE_WAY + (ASIDE * dx) / length,
  };
}
