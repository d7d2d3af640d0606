/** How much waits here, with the sign of waiting; nothing where nothing does. */
import { shortCount } from '../short-count.ts';
import { SignGlyph } from './glyphs.tsx';

export function WaitCount({ n, words }: { n: number; words: string }) {
  if (n === 0) return null;
  return (
    <span className="count count--waiting" title={words}>
      <SignGlyph sign="waiting" />
      <span className="number">{shortCount(n)}</span>
      <span className="for-readers"> {words}</span>
    </span>
  );
}
