/** A stream as lanes, one for each shard, with the records that not every reader has passed yet. */
import { toSeconds } from '../../engine/time.ts';
import { oldestKept, type ShardView, type StreamView } from '../../playback/views/stream-view.ts';
import { formatCount } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { formatAge } from '../describe.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { usePicture, useShownAs } from '../use-picture.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { layLane, MOST_LANES } from './stream-lanes.ts';

/** Room for the lanes, in canvas units. */
const rooms: Record<Density, { width: number; height: number }> = {
  full: { width: 176, height: 58 },
  compact: { width: 98, height: 30 },
  small: { width: 40, height: 18 },
};

export function StreamFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'stream');
  const isCompact = data.density !== 'full';
  const kept = view?.shards.reduce((sum, shard) => sum + shard.kept, 0) ?? 0;
  const t = usePicture()?.t ?? 0;
  const oldest = view ? oldestKept(view) : null;
  return (
    <div className={kept > 0 ? 'face face--queue is-waiting' : 'face face--queue'}>
      <div className="queue-head">
        <span className="face-name">{data.name}</span>
        <span className="queue-depth number" title={say('canvas.stream.depth')}>
          {isCompact ? shortCount(kept) : formatCount(kept)}
        </span>
      </div>
      {view && <Lanes view={view} {...rooms[data.density]} />}
      {!isCompact && (
        <span className="face-line number face-counts">
          {say('canvas.stream.shards', { n: view?.shards.length ?? 0 })}
          {oldest !== null &&
            ` · ${say('canvas.queue.oldest', { age: formatAge(Math.max(0, toSeconds(t - oldest))) })}`}
          <FailCount n={view ? view.throttled + view.expired : 0} words={say('canvas.stream.lost')} />
        </span>
      )}
    </div>
  );
}

function Lanes({ view, width, height }: { view: StreamView; width: number; height: number }) {
  const shown = view.shards.slice(0, MOST_LANES);
  const pitch = height / shown.length;
  return (
    <svg className="lanes" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {shown.map((shard, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shard is its number
        <Lane key={number} shard={shard} y={pitch * number} width={width} height={Math.min(16, pitch - 2)} />
      ))}
    </svg>
  );
}

function Lane({ shard, y, width, height }: { shard: ShardView; y: number; width: number; height: number }) {
  const { size, records, beyond } = layLane(shard, width - 8, height - 4);
  const top = y + (height - size) / 2;
  return (
    <g>
      <rect className="lane" x="0" y={y} width={width} height={height} rx={height / 2} />
      {records.map(({ x, isHandedOut }) => (
        <rect
          key={x}
          className={isHandedOut ? 'token token--in-flight' : 'token token--visible'}
          x={x + 4}
          y={top}
          width={size}
          height={size}
          rx={size / 5}
        />
      ))}
      {beyond > 0 && <circle className="lane-beyond" cx="6" cy={y + height / 2} r="2" />}
    </g>
  );
}
