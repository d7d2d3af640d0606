/** A load balancer as a fan: a line to each target, with the sign of its health at the end. */
import type { LoadBalancerView, TargetState } from '../../playback/views/load-balancer-view.ts';
import { useText } from '../../ui/use-text.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { useShownAs } from '../use-picture.ts';
import type { FaceProps } from './face.ts';
import { type Sign, SignGlyph } from './glyphs.tsx';
import { countTargets, healthOf, layFan } from './target-fan.ts';

/** Room for the fan, in canvas units. */
const rooms: Record<Density, { width: number; height: number }> = {
  full: { width: 150, height: 66 },
  compact: { width: 92, height: 34 },
  small: { width: 62, height: 24 },
};

/** The sign of each state of a target: those of instances, as a target is one. */
const signs: Record<TargetState, Sign> = {
  initial: 'starting',
  healthy: 'working',
  unhealthy: 'failed',
  draining: 'draining',
};

export function LoadBalancerFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'load-balancer');
  const counts = countTargets(view?.targets ?? []);
  const n = view?.targets.length ?? 0;
  const state = view ? healthOf(counts) : 'healthy';
  return (
    <div
      className={`face face--balancer ${state === 'failed' ? 'is-failed' : state === 'starting' ? 'is-starting' : ''}`}
    >
      <span className="face-name">{data.name}</span>
      {view && <Fan view={view} {...rooms[data.density]} />}
      <span className="face-line number">
        {n === 0
          ? say('canvas.balancer.none')
          : state === 'starting'
            ? say(data.density === 'full' ? 'canvas.balancer.checking' : 'canvas.balancer.checking.short', {
                n: counts.initial,
              })
            : data.density === 'full'
              ? say('canvas.balancer.healthy', { healthy: counts.healthy, n })
              : `${shortCount(counts.healthy)}/${shortCount(n)}`}
        {view?.isFailingOpen && data.density === 'full' && ` · ${say('canvas.balancer.open')}`}
      </span>
    </div>
  );
}

function Fan({ view, width, height }: { view: LoadBalancerView; width: number; height: number }) {
  const { rays, size, beyond } = layFan(view.targets, width, height);
  const middle = height / 2;
  return (
    <div className="fan" style={{ width, height }} aria-hidden="true">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <circle className="fan-hub" cx="8" cy={middle} r="6" />
        {rays.map(({ target, x, y }) => (
          <path
            key={`${target.link} ${target.instance}`}
            className={`fan-ray fan-ray--${target.state}`}
            d={`M14,${middle} C${width * 0.45},${middle} ${width * 0.4},${y} ${x - size / 2 - 1},${y}`}
          />
        ))}
      </svg>
      {rays.map(({ target, x, y }) => (
        <span
          key={`${target.link} ${target.instance}`}
          className="fan-target"
          style={{ left: x - size / 2, top: y - size / 2, width: size, height: size }}
        >
          <SignGlyph sign={signs[target.state]} size={size} />
        </span>
      ))}
      {beyond > 0 && <span className="fan-beyond number">+{shortCount(beyond)}</span>}
    </div>
  );
}
