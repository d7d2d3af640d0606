/** A fleet that takes its work from a queue: a dashed frame, for what is in it comes and goes. */
import { useRunState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { tally } from '../doing.ts';
import { faultsOfComponent, lostZones } from '../faults-now.ts';
import { numberIn } from '../params-now.ts';
import { shortCount } from '../short-count.ts';
import { useParamsNow, usePicture, useShownAs } from '../use-picture.ts';
import { chipRooms } from './chip-sizes.ts';
import type { FaceProps } from './face.ts';
import { SignGlyph } from './glyphs.tsx';
import { type GroupSummary, instanceStates, summaryOf } from './group-summary.ts';
import { InstanceField } from './InstanceField.tsx';

export function FleetFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'instance-group');
  const t = usePicture()?.t ?? 0;
  const params = useParamsNow(data.index);
  const slots = numberIn(params, 'slotsPerInstance');
  const scenario = useRunState((run) => run.scenario);
  const lost = lostZones(faultsOfComponent(scenario, data.index, t));
  const summary = view && summaryOf(view, slots);
  const state = summary ? frameState(summary) : '';
  return (
    <div className={`face face--fleet ${state}`}>
      <div className="face-head">
        <span className="face-name">{data.name}</span>
      </div>
      <Limits
        min={numberIn(params, 'minimum')}
        desired={view?.desired ?? numberIn(params, 'desired')}
        max={numberIn(params, 'maximum')}
      />
      {summary?.total === 0 && (
        <span className="field-empty">
          {say(data.density === 'full' ? 'canvas.group.none' : 'canvas.group.none.short')}
        </span>
      )}
      {view && view.instances.length > 0 && (
        <InstanceField
          component={data.id}
          view={view}
          t={t}
          slotsPerInstance={slots}
          zones={numberIn(params, 'zones')}
          lost={lost}
          room={chipRooms.fleet[data.density]}
          mayHaveWords={data.density === 'full'}
        />
      )}
      {summary && summary.total > 0 && (
        <span className="face-line face-foot">
          {data.density === 'full' ? tally(summary.counts, say) : <ShortTally counts={summary.counts} />}
        </span>
      )}
    </div>
  );
}

/** How many instances are in which state, with signs for words. */
function ShortTally({ counts }: Pick<GroupSummary, 'counts'>) {
  const say = useText();
  return (
    <span className="tally" role="img" aria-label={tally(counts, say)}>
      {instanceStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <span key={state} className="count">
            <SignGlyph sign={state === 'crashed' ? 'failed' : state} />
            <span className="number">{shortCount(counts[state])}</span>
          </span>
        ))}
    </span>
  );
}

function frameState({ isDown, counts, total }: GroupSummary): string {
  if (isDown) return 'is-failed';
  if (total > 0 && counts.starting === total) return 'is-starting';
  return '';
}

function Limits({ min, desired, max }: { min: number; desired: number; max: number }) {
  const say = useText();
  return (
    <span className="face-line limits">
      {say('canvas.group.min')} <b>{min}</b> {say('canvas.group.desired')} <b>{desired}</b> {say('canvas.group.max')}{' '}
      <b>{max}</b>
    </span>
  );
}
