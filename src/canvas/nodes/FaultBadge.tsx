/** Says that a fault lasts here, by its name. */
import { useText } from '../../ui/use-text.ts';
import { SignGlyph } from './glyphs.tsx';

export function FaultBadge({ faults }: { faults: number }) {
  const say = useText();
  if (faults === 0) return null;
  return (
    <span className="fault-badge">
      <SignGlyph sign="failed" size={9} />
      {say('canvas.fault', { fault: say('fault.crash') })}
    </span>
  );
}
