/** Says that a fault lasts here: its sign, its name in short, and how strongly it strikes. */
import type { LastingFault } from '../../scenario/lasting-faults.ts';
import { useText } from '../../ui/use-text.ts';
import { shortStrength, zoneLetter } from '../faults-now.ts';
import type { Density } from '../layout.ts';
import { FaultGlyph } from './FaultGlyph.tsx';

const glyphSizes: Record<Density, number> = { full: 14, compact: 13, small: 11 };

interface FaultBadgeProps {
  /** Of those that last, the latest: it is named, the others are counted. */
  fault: LastingFault;
  /** How many others last. */
  more: number;
  density: Density;
}

export function FaultBadge({ fault, more, density }: FaultBadgeProps) {
  const say = useText();
  const detail =
    fault.fault === 'zone-loss' ? zoneLetter(Number(fault.part)) : shortStrength(fault.fault, fault.strength, say);
  const name = say(`fault.${fault.fault}.short`);
  return (
    <span className={`fault-badge fault-badge--${fault.fault}`}>
      <FaultGlyph fault={fault.fault} size={glyphSizes[density]} />
      {detail === '' || density === 'small' ? name : say('canvas.fault.badge', { fault: name, strength: detail })}
      {more > 0 && <span className="number">{say('canvas.fault.more', { n: more })}</span>}
    </span>
  );
}
