/** How many of the parts suffer from a fault elsewhere at the moment that is shown: the blast radius. */
import type { Topology } from '../models/topology.ts';
import { useText } from '../ui/use-text.ts';
import { RippleGlyph } from './nodes/glyphs.tsx';
import { usePicture } from './use-picture.ts';

/** Says nothing while none does. Clients are no parts of an architecture. */
export function SufferingCount({ topology }: { topology: Topology }) {
  const say = useText();
  const n = usePicture()?.suffering.length ?? 0;
  if (n === 0) return null;
  const all = topology.nodes.filter(({ kind }) => kind !== 'client').length;
  return (
    <p className="suffering-count">
      <RippleGlyph size={14} />
      <span className="number-text">{say('canvas.suffers.count', { n, all })}</span>
    </p>
  );
}
