/** What lies in a bucket. */
import { formatMegabytes } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { useShownAs } from '../use-picture.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { BucketGlyph } from './glyphs.tsx';

/** In canvas units. */
const glyphSizes: Record<Density, number> = { full: 34, compact: 22, small: 16 };

export function BucketFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'bucket');
  const masters = view?.masters ?? 0;
  const renditions = view?.renditions ?? 0;
  const isCompact = data.density !== 'full';
  return (
    <div className="face face--store">
      <div className="store-head">
        <BucketGlyph size={glyphSizes[data.density]} />
        {!isCompact && <span className="store-size number">{formatMegabytes(view?.megabytes ?? 0)}</span>}
      </div>
      <span className="face-name">{data.name}</span>
      {isCompact ? (
        <span className="face-line number face-counts">
          {shortCount(masters + renditions)}
          <FailCount n={view?.refused ?? 0} words={say('canvas.store.refused')} />
        </span>
      ) : (
        <>
          <span className="face-line">{say('canvas.bucket.masters', { n: masters })}</span>
          <span className="face-line face-counts">
            {say('canvas.bucket.renditions', { n: renditions })}
            <FailCount n={view?.refused ?? 0} words={say('canvas.store.refused')} />
          </span>
        </>
      )}
    </div>
  );
}
