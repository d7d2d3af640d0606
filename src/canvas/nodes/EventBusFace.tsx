/** A bus as a rail with a tick for each rule: a tick lights up when its rule has just matched. */
import type { SimTime } from '../../engine/time.ts';
import type { BusRule } from '../../models/parameters.ts';
import { waitingRetries } from '../../playback/views/deliveries-view.ts';
import type { EventBusView } from '../../playback/views/event-bus-view.ts';
import type { LastingFault } from '../../scenario/lasting-faults.ts';
import { useRunState } from '../../stores/session-context.tsx';
import { formatCount } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { faultsOfComponent, strikesRule } from '../faults-now.ts';
import type { Density } from '../layout.ts';
import { rulesIn, rulesOf } from '../params-now.ts';
import { shortCount } from '../short-count.ts';
import { useParamsNow, usePicture, useShownAs } from '../use-picture.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { WaitCount } from './WaitCount.tsx';

/** Height of the rail, and what lies beside it in the box, in canvas units. */
const rooms: Record<Density, { beside: number; height: number }> = {
  full: { beside: 28, height: 40 },
  compact: { beside: 18, height: 24 },
  small: { beside: 14, height: 15 },
};

/** How long a match stays lit, in seconds on the wall. Our choice: long enough to be noticed. */
const LIT_WALL_SECONDS = 0.8;

export function EventBusFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'event-bus');
  const frame = usePicture();
  const params = useParamsNow(data.index);
  const scenario = useRunState((run) => run.scenario);
  const t = frame?.t ?? 0;
  const isCompact = data.density !== 'full';
  const room = rooms[data.density];
  const lit = LIT_WALL_SECONDS * (frame?.speed ?? 1) * 1e6;
  const events = view ? view.published + view.fired : 0;
  const unmatched = view?.unmatched ?? 0;
  return (
    <div className="face face--bus">
      <div className="face-head">
        <span className="face-name">{data.name}</span>
        <span className="face-side number">
          {isCompact ? shortCount(events) : say('canvas.bus.published', { n: events })}
        </span>
      </div>
      {view && (
        <Rail
          view={view}
          rules={rulesOf(params)}
          struck={faultsOfComponent(scenario, data.index, t)}
          above={data.above}
          t={t}
          lit={lit}
          width={data.width - room.beside}
          height={room.height}
        />
      )}
      {!isCompact && (
        <span className="face-line number face-counts">
          {say('canvas.bus.rules', { n: rulesIn(params) })}
          {unmatched > 0 && <span className="bus-unmatched">{say('canvas.bus.unmatched', { n: unmatched })}</span>}
          <WaitCount n={view ? waitingRetries(view, t) : 0} words={say('canvas.deliveries.retry')} />
          <FailCount n={view ? view.deadLettered + view.dropped : 0} words={say('canvas.deliveries.lost')} />
        </span>
      )}
    </div>
  );
}

/** From this height on the rail has room for a count at each rule; and how long a tick is at most. In canvas units. */
const ROOM_FOR_COUNTS = 36;
const MOST_TICK = 13;

interface RailProps {
  view: EventBusView;
  rules: readonly BusRule[];
  /** Faults that strike the bus, or rules of it. */
  struck: readonly LastingFault[];
  /** Who stands above the bus, by id: the tick of a rule points to whom it leads. */
  above: readonly string[];
  t: SimTime;
  /** For how long a match stays lit, in µs. */
  lit: number;
  width: number;
  height: number;
}

function Rail({ view, rules, struck, above, t, lit, width, height }: RailProps) {
  const y = height * (height >= ROOM_FOR_COUNTS ? 0.34 : 0.5);
  const tick = Math.min(MOST_TICK, y);
  const shown = Math.max(rules.length, ...[...view.rules.keys()].map((rule) => rule + 1));
  const pitch = width / Math.max(1, shown);
  const hasRoom = pitch >= 24 && height >= ROOM_FOR_COUNTS;
  const isFading = view.lastUnmatchedAt >= 0 && t - view.lastUnmatchedAt < lit;
  return (
    <svg className="rail" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className={isFading ? 'rail-line is-fading' : 'rail-line'} d={`M2,${y} H${width - 2}`} />
      {Array.from({ length: shown }, (_, rule) => {
        const did = view.rules.get(rule);
        const x = pitch * (rule + 0.5);
        const isUp = rules[rule]?.targets.some(({ to }) => above.includes(to)) ?? false;
        const isLit = did !== undefined && t - did.lastAt < lit;
        const isStruck = struck.some((fault) => strikesRule(fault, rules[rule]));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
          <g key={rule} className={`rail-rule${isLit ? ' is-lit' : ''}${isStruck ? ' is-struck' : ''}`}>
            <path d={`M${x},${y} V${isUp ? y - tick : y + tick}`} />
            <circle cx={x} cy={y} r="4.5" />
            {isStruck && <path className="rail-cross" d={`M${x - 6},${y - 6} l12,12 m0,-12 l-12,12`} />}
            {hasRoom && (
              <text x={x} y={height - 2} textAnchor="middle">
                {formatCount(did?.matched ?? 0)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
