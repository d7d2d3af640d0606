/** What hangs on a component of any kind: the faults that strike it, that it suffers from one elsewhere, what was lost here. */
import { type LossView, lossesIn } from '../../playback/views/losses-view.ts';
import { useRunState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { lossSentences } from '../doing.ts';
import { faultsOfComponent } from '../faults-now.ts';
import type { Density } from '../layout.ts';
import { shortCount } from '../short-count.ts';
import type { ComponentData } from '../to-flow.ts';
import { usePicture } from '../use-picture.ts';
import { FaultBadge } from './FaultBadge.tsx';
import { RippleGlyph, SignGlyph } from './glyphs.tsx';

export function NodeSigns({ data }: { data: ComponentData }) {
  const say = useText();
  const scenario = useRunState((run) => run.scenario);
  const frame = usePicture();
  const t = frame?.t ?? 0;
  const faults = faultsOfComponent(scenario, data.index, t);
  const latest = faults.at(-1);
  const suffers = frame?.suffering.includes(data.index) ?? false;
  const view = frame?.view[data.index];
  const losses = view ? lossesIn(view.losses) : [];
  return (
    <>
      {(latest !== undefined || suffers) && (
        <div className="node-signs">
          {suffers && (
            <span className="suffers" title={say('canvas.suffers.what')}>
              <RippleGlyph size={data.density === 'small' ? 10 : 12} />
              <span className={latest ? 'for-readers' : ''}>{say('canvas.suffers')}</span>
            </span>
          )}
          {latest && <FaultBadge fault={latest} more={faults.length - 1} density={data.density} />}
        </div>
      )}
      {losses.length > 0 && !(data.density === 'small' && data.kind === 'client') && (
        <Losses losses={losses} density={data.density} />
      )}
    </>
  );
}

/** The number and the reason of the uploads that ended badly here: those of which there are most; the others are counted. */
function Losses({ losses, density }: { losses: readonly LossView[]; density: Density }) {
  const say = useText();
  const [most, ...others] = losses;
  if (!most) return null;
  const rest = others.reduce((sum, { uploads }) => sum + uploads, 0);
  const words = lossSentences(losses, say).join(' ');
  return (
    <span className="losses" title={words}>
      <SignGlyph sign="failed" />
      {density === 'small' ? (
        shortCount(rest + most.uploads)
      ) : (
        <span className="losses-words">
          {density === 'full'
            ? [
                say(`canvas.loss.${most.end}`, { n: most.uploads, reason: say(`reason.${most.reason}.short`) }),
                ...(rest > 0 ? [say('canvas.loss.more', { n: rest })] : []),
              ].join(', ')
            : say('canvas.loss.short', { n: rest + most.uploads, reason: say(`reason.${most.reason}.short`) })}
        </span>
      )}
    </span>
  );
}
