/** What lies in a bucket. */
import { formatMegabytes } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { shortCount } from '../short-count.ts';
import { useShownAs } from '../use-picture.ts';
import type { FaceProps } from './face.ts';
import { BucketGlyph } from './glyphs.tsx';

export function BucketFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'bucket');
  const masters = view?.masters ?? 0;
  const renditions = view?.renditions ?? 0;
  const isCompact = data.density === 'compact';
  return (
    <div className="face face--store">
      <div className="store-head">
        <BucketGlyph size={isCompact ? 22 : 34} />
        {!isCompact && <span className="store-size number">{formatMegabytes(view?.megabytes ?? 0)}</span>}
      </div>
      <span className="face-name">{data.name}</span>
      {isCompact ? (
        <span className="face-line number">{shortCount(masters + renditions)}</span>
      ) : (
        <>
          <span className="face-line">{say('canvas.bucket.masters', { n: masters })}</span>
          <span className="face-line">{say('canvas.bucket.renditions', { n: renditions })}</span>
        </>
      )}
    </div>
  );
}
