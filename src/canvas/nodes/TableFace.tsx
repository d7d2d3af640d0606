/** How many items a table has. */
import { useText } from '../../ui/use-text.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import { useShownAs } from '../use-picture.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { TableGlyph } from './glyphs.tsx';

/** In canvas units. */
const glyphSizes: Record<Density, number> = { full: 28, compact: 20, small: 16 };

export function TableFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'table');
  const items = view?.items ?? 0;
  const isCompact = data.density !== 'full';
  return (
    <div className="face face--store">
      <TableGlyph size={glyphSizes[data.density]} />
      <span className="face-name">{data.name}</span>
      <span className="face-line number face-counts">
        {isCompact ? shortCount(items) : say('canvas.table.items', { n: items })}
        <FailCount n={view?.refused ?? 0} words={say('canvas.store.refused')} />
      </span>
    </div>
  );
}
