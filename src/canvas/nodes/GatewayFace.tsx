/** The front door: how many were let in, and how many were not. */
import { useText } from '../../ui/use-text.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { useShownAs } from '../use-picture.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { GatewayGlyph } from './glyphs.tsx';

/** In canvas units. */
const glyphSizes: Record<Density, number> = { full: 34, compact: 22, small: 16 };

export function GatewayFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'gateway');
  const isCompact = data.density !== 'full';
  const failed = view ? view.throttled + view.failed : 0;
  return (
    <div className="face face--store">
      <GatewayGlyph size={glyphSizes[data.density]} />
      <span className="face-name">{data.name}</span>
      <span className="face-line number face-counts">
        {isCompact ? shortCount(view?.passed ?? 0) : say('canvas.gateway.passed', { n: view?.passed ?? 0 })}
        <FailCount n={failed} words={say('canvas.gateway.refused')} />
      </span>
    </div>
  );
}
