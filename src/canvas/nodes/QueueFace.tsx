/** A queue as a tube of tokens: what waits, what is out with somebody, how long the oldest has waited, what was given up. */
import { toSeconds } from '../../engine/time.ts';
import type { QueueView } from '../../playback/views/queue-view.ts';
import { useSessionState } from '../../stores/session-context.tsx';
import { formatCount } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { formatAge } from '../describe.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { usePicture, useShownAs } from '../use-picture.ts';
import type { FaceProps } from './face.ts';
import { layTokens, oldestVisible, type Token } from './token-tube.ts';

/** The room for tokens inside the tube, in canvas units: what is left of the node's width. */
const tubes: Record<Density, { width: number; height: number }> = {
  full: { width: 160, height: 18 },
  compact: { width: 82, height: 14 },
  small: { width: 42, height: 12 },
};

export function QueueFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'queue');
  const t = usePicture()?.t ?? 0;
  const isCompact = data.density !== 'full';
  const visible = view?.visible ?? 0;
  const oldest = view ? oldestVisible(view) : null;
  const age = oldest === null ? null : formatAge(Math.max(0, toSeconds(t - oldest)));
  const inFlight = view?.inFlight ?? 0;
  const dead = view?.deadLettered ?? 0;
  return (
    <>
      <div className={visible > 0 ? 'face face--queue is-waiting' : 'face face--queue'}>
        <div className="queue-head">
          <span className="face-name">{data.name}</span>
          <span className="queue-depth number" title={say('canvas.queue.depth')}>
            {isCompact ? shortCount(visible) : formatCount(visible)}
          </span>
        </div>
        <Tube view={view} density={data.density} />
        <span className="face-line number">
          {isCompact && age === null && say('canvas.queue.in-flight', { n: inFlight })}
          {isCompact && age !== null && say('canvas.queue.oldest', { age })}
          {!isCompact && say('canvas.queue.in-flight', { n: inFlight })}
          {!isCompact &&
            view !== undefined &&
            view.delayed > 0 &&
            ` · ${say('canvas.queue.delayed', { n: view.delayed })}`}
          {!isCompact && age !== null && ` · ${say('canvas.queue.oldest', { age })}`}
        </span>
      </div>
      {data.hasAnnex && data.density !== 'small' && (
        <div className={dead > 0 ? 'annex annex--some' : 'annex'}>
          {say(isCompact ? 'canvas.queue.dead.short' : 'canvas.queue.dead')}
          <b className="number">{isCompact ? formatCount(dead) : say('canvas.queue.dead.count', { n: dead })}</b>
        </div>
      )}
    </>
  );
}

function Tube({ view, density }: { view: QueueView | undefined; density: Density }) {
  const follow = useSessionState((session) => session.follow);
  const { width, height } = tubes[density];
  const laid = view ? layTokens(view, width, height) : { size: 0, tokens: [], beyond: 0 };
  const { size, tokens, beyond } = laid;
  const followed = follow === null ? undefined : tokens.find((token) => token.upload === follow);
  return (
    <div className={beyond > 0 ? 'tube tube--over' : 'tube'}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path
          className="token token--visible"
          d={squares(
            tokens.filter(({ look }) => look === 'visible'),
            size,
          )}
        />
        <path
          className="token token--in-flight"
          d={squares(
            tokens.filter(({ look }) => look === 'in-flight'),
            size - 1,
            0.5,
          )}
        />
        <path
          className="token token--delayed"
          d={squares(
            tokens.filter(({ look }) => look === 'delayed'),
            size - 1,
            0.5,
          )}
        />
        <path
          className="token-mark"
          d={corners(
            tokens.filter(({ isReturned }) => isReturned),
            size,
          )}
        />
        {followed && (
          <rect
            className="token-followed"
            x={followed.x - 1.5}
            y={followed.y - 1.5}
            width={size + 3}
            height={size + 3}
            rx={size / 4 + 1}
          />
        )}
      </svg>
    </div>
  );
}

/** Rounded squares in one path: cheap however many there are. */
function squares(tokens: readonly Token[], side: number, inset = 0): string {
  const r = side / 5;
  const edge = side - 2 * r;
  const outline = `h${edge}q${r},0 ${r},${r}v${edge}q0,${r} ${-r},${r}h${-edge}q${-r},0 ${-r},${-r}v${-edge}q0,${-r} ${r},${-r}z`;
  let d = '';
  for (const { x, y } of tokens) d += `M${x + inset + r},${y + inset}${outline}`;
  return d;
}

/** The folded corner of what was handed out before. */
function corners(tokens: readonly Token[], side: number): string {
  const fold = side * 0.55;
  let d = '';
  for (const { x, y } of tokens) d += `M${x + side - fold},${y}h${fold}v${fold}z`;
  return d;
}
