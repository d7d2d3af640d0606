/** Says that a fault lasts here, by its name: all of it is down, or one instance. */
import { toSeconds } from '../../engine/time.ts';
import type { Fault } from '../../models/facts.ts';
import { useRunState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { faultsNow } from '../faults-now.ts';
import type { ComponentData } from '../to-flow.ts';
import { usePicture } from '../use-picture.ts';
import { SignGlyph } from './glyphs.tsx';

/** `faults` is how many are shown to last; they may be shown a little later than they began. */
export function FaultBadge({ data, faults }: { data: ComponentData; faults: number }) {
  const say = useText();
  const scenario = useRunState((run) => run.scenario);
  const t = usePicture()?.t ?? 0;
  if (faults === 0) return null;
  const fault = worstOf(faultsNow(scenario, data.index, toSeconds(t)));
  return (
    <span className={`fault-badge fault-badge--${fault}`}>
      <SignGlyph sign="failed" size={9} />
      {data.density === 'small' ? say(`fault.${fault}.short`) : say('canvas.fault', { fault: say(`fault.${fault}`) })}
    </span>
  );
}

/** A crash is worse than the loss of one instance. Of a fault that is just being repaired nothing more is known. */
function worstOf(faults: readonly Fault[]): Fault {
  return faults.length > 0 && !faults.includes('crash') ? 'instance-loss' : 'crash';
}
