/** How many items a table has. */
import { useText } from '../../ui/use-text.ts';
import { shortCount } from '../short-count.ts';
import { useShownAs } from '../use-picture.ts';
import type { FaceProps } from './face.ts';
import { TableGlyph } from './glyphs.tsx';

export function TableFace({ data }: FaceProps) {
  const say = useText();
  const items = useShownAs(data.index, 'table')?.items ?? 0;
  const isCompact = data.density === 'compact';
  return (
    <div className="face face--store">
      <TableGlyph size={isCompact ? 20 : 28} />
      <span className="face-name">{data.name}</span>
      <span className="face-line number">
        {isCompact ? shortCount(items) : say('canvas.table.items', { n: items })}
      </span>
    </div>
  );
}
