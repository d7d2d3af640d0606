/** A function as a row of its environments: starting, busy, warm; with nothing to do there are none. */
import { useRunState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { tally } from '../doing.ts';
import { faultsOfComponent, takesDown } from '../faults-now.ts';
import { usePicture, useShownAs } from '../use-picture.ts';
import { chipRooms } from './chip-sizes.ts';
import { FailCount } from './FailCount.tsx';
import type { FaceProps } from './face.ts';
import { summaryOf } from './group-summary.ts';
import { InstanceField } from './InstanceField.tsx';
import { WaitCount } from './WaitCount.tsx';

export function FunctionFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'function');
  const t = usePicture()?.t ?? 0;
  const summary = view && summaryOf(view, 1);
  const isFull = data.density === 'full';
  const waiting = view?.events.size ?? 0;
  const scenario = useRunState((run) => run.scenario);
  const isCrashing = takesDown(faultsOfComponent(scenario, data.index, t));
  // An event that is throttled is tried again by itself, many times: only what comes of it counts here.
  const failed = view ? view.errors + view.refused + view.dropped : 0;
  return (
    <div className={`face face--function ${isCrashing ? 'is-failed' : waiting > 0 ? 'is-waiting' : ''}`}>
      <div className="face-head">
        <span className="face-name">{data.name}</span>
        {isFull && (
          <span className="face-side number">{say('canvas.function.runs', { n: view?.invocations ?? 0 })}</span>
        )}
      </div>
      {summary?.total === 0 && (
        <span className="field-empty">{say(isFull ? 'canvas.function.none' : 'canvas.group.none.short')}</span>
      )}
      {view && view.instances.length > 0 && (
        <InstanceField
          component={data.id}
          view={view}
          t={t}
          slotsPerInstance={1}
          room={chipRooms.function[data.density]}
          mayHaveWords={false}
          isCentred={data.density === 'small'}
        />
      )}
      <span className="face-line face-foot function-foot">
        {isFull && summary && summary.total > 0 && <span className="function-tally">{tally(summary.counts, say)}</span>}
        <WaitCount n={waiting} words={say('canvas.function.waiting')} />
        <FailCount n={failed} words={say('canvas.function.failed')} />
      </span>
    </div>
  );
}
