/** A tier that is called: a few instances with slots, and who waits for one. */
import { useRunState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { faultsOfComponent, lostZones } from '../faults-now.ts';
import { numberIn } from '../params-now.ts';
import { useParamsNow, usePicture, useShownAs } from '../use-picture.ts';
import { chipRooms } from './chip-sizes.ts';
import type { FaceProps } from './face.ts';
import { SignGlyph } from './glyphs.tsx';
import { summaryOf } from './group-summary.ts';
import { InstanceField } from './InstanceField.tsx';

export function TierFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'instance-group');
  const t = usePicture()?.t ?? 0;
  const params = useParamsNow(data.index);
  const slots = numberIn(params, 'slotsPerInstance');
  const scenario = useRunState((run) => run.scenario);
  const lost = lostZones(faultsOfComponent(scenario, data.index, t));
  const summary = view && summaryOf(view, slots);
  const isCompact = data.density !== 'full';
  const waiting = view?.backlog.size ?? 0;
  const state = summary?.isDown ? 'is-failed' : waiting > 0 ? 'is-waiting' : '';
  return (
    <div className={`face face--tier ${state}`}>
      <span className="face-name">{data.name}</span>
      {view && (
        <InstanceField
          component={data.id}
          view={view}
          t={t}
          slotsPerInstance={slots}
          zones={numberIn(params, 'zones')}
          lost={lost}
          room={chipRooms.tier[data.density]}
          mayHaveWords={false}
          isCentred
        />
      )}
      {summary && (
        <span className="face-line number">
          {summary.isDown
            ? say('canvas.group.down')
            : isCompact
              ? `${summary.jobs}/${summary.slots}`
              : say('canvas.group.in-service', { n: summary.counts.working + summary.counts.idle })}
        </span>
      )}
      {waiting > 0 && (
        <span className="count count--waiting">
          <SignGlyph sign="waiting" />
          <span className="number">{say('canvas.group.waiting', { n: waiting })}</span>
        </span>
      )}
    </div>
  );
}
