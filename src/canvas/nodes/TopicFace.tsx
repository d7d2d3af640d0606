/** A topic: what was published, and what of it did not arrive. */

import { waitingRetries } from '../../playback/views/deliveries-view.ts';
import { useText } from '../../ui/use-text.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { usePicture, useShownAs } from '../use-picture.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { TopicGlyph } from './glyphs.tsx';
import { WaitCount } from './WaitCount.tsx';

/** In canvas units. */
const glyphSizes: Record<Density, number> = { full: 34, compact: 22, small: 16 };

export function TopicFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'topic');
  const t = usePicture()?.t ?? 0;
  const isCompact = data.density !== 'full';
  return (
    <div className="face face--store">
      <TopicGlyph size={glyphSizes[data.density]} />
      <span className="face-name">{data.name}</span>
      <span className="face-line number face-counts">
        {isCompact ? shortCount(view?.published ?? 0) : say('canvas.topic.published', { n: view?.published ?? 0 })}
        <WaitCount n={view ? waitingRetries(view, t) : 0} words={say('canvas.deliveries.retry')} />
        <FailCount n={view ? view.deadLettered + view.dropped : 0} words={say('canvas.deliveries.lost')} />
      </span>
    </div>
  );
}
