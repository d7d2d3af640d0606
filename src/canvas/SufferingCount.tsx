/** How many of the parts suffer from a fault elsewhere at the moment that is shown: the blast radius. */
import type { Topology } from '../models/topology.ts';
import { useText } from '../ui/use-text.ts';
import { RippleGlyph } from './nodes/glyphs.tsx';
import { usePicture } from './use-picture.ts';

/** Says nothing while none does; no more than the numbers where the picture is narrow. Clients are no parts of an architecture. */
export function SufferingCount({ topology, isNarrow }: { topology: Topology; isNarrow: boolean }) {
  const say = useText();
  const n = usePicture()?.suffering.length ?? 0;
  if (n === 0) return null;
  const all = topology.nodes.filter(({ kind }) => kind !== 'client').length;
  return (
    <p className={isNarrow ? 'suffering-count is-narrow' : 'suffering-count'}>
      <RippleGlyph size={14} />
      {isNarrow && <span aria-hidden="true">{say('canvas.suffers.short', { n, all })}</span>}
      <span className={isNarrow ? 'for-readers' : 'number-text'}>{say('canvas.suffers.count', { n, all })}</span>
    </p>
  );
}
