/** How often something went wrong here, with the sign of failure; nothing where nothing did. */
import { shortCount } from '../short-count.ts';
import { SignGlyph } from './glyphs.tsx';

export function FailCount({ n, words }: { n: number; words: string }) {
  if (n === 0) return null;
  return (
    <span className="count count--failed" title={words}>
      <SignGlyph sign="failed" />
      <span className="number">{shortCount(n)}</span>
      <span className="for-readers"> {words}</span>
    </span>
  );
}
