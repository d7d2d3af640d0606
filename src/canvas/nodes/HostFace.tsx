/** One box that does several steps: they share its slots, its waiting line and its fate. */
import { toSeconds } from '../../engine/time.ts';
import { STEP, type Step } from '../../models/facts.ts';
import type { GroupView } from '../../playback/views/group-view.ts';
import type { JobView } from '../../playback/views/instances.ts';
import { useSessionState } from '../../stores/session-context.tsx';
import { formatCount } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { jobWord } from '../describe.ts';
import type { Density } from '../layout.ts';
import { numberIn } from '../params-now.ts';
import { useParamsNow, usePicture, useShownAs } from '../use-picture.ts';
import type { FaceProps } from './face.ts';
import { Ring, SignGlyph } from './glyphs.tsx';
import { firstStepOf, type GroupSummary, jobsByStep, progressOf, summaryOf } from './group-summary.ts';

/** Most pieces of work that a step shows one by one. Our choice: what fits. */
const MOST_JOBS: Record<Density, number> = { full: 4, compact: 4, small: 4 };
/** Size of the ring of a piece of work, in canvas units. */
const ringSizes: Record<Density, number> = { full: 26, compact: 16, small: 11 };
/** Most places that a slot line or a waiting line shows one by one. Our choice. */
const MOST_PLACES: Record<Density, number> = { full: 16, compact: 8, small: 8 };

export function HostFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'instance-group');
  const t = usePicture()?.t ?? 0;
  const params = useParamsNow(data.index);
  const slots = numberIn(params, 'slotsPerInstance');
  const programs = (params['steps'] ?? []) as readonly { step: Step }[];
  const summary = view ? summaryOf(view, slots) : undefined;
  const byStep = view ? jobsByStep(view, firstStepOf(programs)) : [];
  const waiting = view?.backlog.size ?? 0;
  const isCompact = data.density !== 'full';
  return (
    <div className={`face face--host ${stateClass(summary, waiting)}`}>
      <div className="face-head">
        <span className="face-name">
          {data.name}
          {summary?.isDown && !isCompact && <span className="host-crashed"> · {say('canvas.host.crashed')}</span>}
        </span>
        {!summary?.isDown && !isCompact && (
          <span className="face-side">
            {view && view.instances.length > 1
              ? say('canvas.host.instances', { n: view.instances.length })
              : String(params['instanceType'] ?? '')}
          </span>
        )}
      </div>
      <HostState view={view} summary={summary} t={t} density={data.density} />
      <div className="steps">
        {summary?.isDown && <Broken />}
        {programs.map(({ step }) => (
          <StepCell key={step} step={step} jobs={byStep[STEP[step]] ?? []} t={t} density={data.density} />
        ))}
      </div>
      <Backlog view={view} limit={numberIn(params, 'backlogLimit')} density={data.density} />
    </div>
  );
}

function stateClass(summary: GroupSummary | undefined, waiting: number): string {
  if (!summary || summary.total === 0) return '';
  if (summary.isDown) return 'is-failed';
  if (summary.counts.starting === summary.total) return 'is-starting';
  if (waiting > 0) return 'is-waiting';
  return summary.jobs > 0 ? 'is-working' : 'is-idle';
}

interface HostStateProps {
  view: GroupView | undefined;
  summary: GroupSummary | undefined;
  t: number;
  density: Density;
}

/** Slots taken and free; or that it idles and is billed; or that it starts. */
function HostState({ view, summary, t, density }: HostStateProps) {
  const say = useText();
  if (!view || !summary) return <span className="face-line host-state" />;
  if (summary.total === 0) return <span className="face-line host-state">{say('canvas.group.none')}</span>;
  if (summary.isDown) {
    return (
      <span className="face-line host-state host-crashed">{density !== 'full' && say('canvas.host.crashed')}</span>
    );
  }
  if (summary.counts.starting === summary.total) {
    const until = Math.min(...view.instances.map((instance) => instance.until));
    const left = Math.ceil(Math.max(0, toSeconds(until - t)));
    return (
      <span className="face-line host-state state-words state-words--starting number">
        <SignGlyph sign="starting" />
        {say('canvas.host.starting', { seconds: String(left) })}
      </span>
    );
  }
  const words = say('canvas.group.slots', { taken: summary.jobs, n: summary.slots });
  return (
    <span className="face-line host-state number">
      {summary.slots <= MOST_PLACES[density] && <Places look="slot" taken={summary.jobs} of={summary.slots} />}
      {density === 'full' ? words : `${summary.jobs}/${summary.slots}`}
      {summary.jobs === 0 && (
        <span className="state-words state-words--idle">
          <SignGlyph sign="idle" />
          {say('canvas.host.idle')}
        </span>
      )}
    </span>
  );
}

function StepCell({ step, jobs, t, density }: { step: Step; jobs: readonly JobView[]; t: number; density: Density }) {
  const say = useText();
  const follow = useSessionState((session) => session.follow);
  const shown = jobs.slice(0, MOST_JOBS[density]);
  const more = jobs.length - shown.length;
  return (
    <div className={jobs.length > 0 ? 'step step--busy' : 'step'}>
      <span className="step-name">
        {say(`step.${step}`)}
        <b className="number">{jobs.length > 0 ? formatCount(jobs.length) : ''}</b>
      </span>
      <div className="step-jobs">
        {shown.map((job) => (
          <span key={job.job} className={job.upload === follow ? 'job is-followed' : 'job'}>
            <Ring progress={progressOf(job, t)} size={ringSizes[density]} />
            {density === 'full' && job.makes > 0 && jobWord(job, say)}
          </span>
        ))}
        {more > 0 && <span className="step-more number">+{formatCount(more)}</span>}
      </div>
    </div>
  );
}

/** The line of those who wait for a slot; it has an end, and whoever comes then is refused. */
function Backlog({ view, limit, density }: { view: GroupView | undefined; limit: number; density: Density }) {
  const say = useText();
  const follow = useSessionState((session) => session.follow);
  const waiting = view?.backlog.size ?? 0;
  const words =
    density !== 'full'
      ? say('canvas.group.waiting', { n: waiting })
      : say('canvas.group.waiting-of', { n: waiting, limit });
  return (
    <span className={waiting > 0 ? 'face-line host-foot number is-some' : 'face-line host-foot number'}>
      {limit > 0 && limit <= MOST_PLACES[density] && (
        <Places look="waiting" taken={waiting} of={limit} followed={placeOf(view, follow)} />
      )}
      {words}
    </span>
  );
}

/** Place of the followed upload in the line, -1 if it does not wait here. */
function placeOf(view: GroupView | undefined, follow: number | null): number {
  return view && follow !== null ? [...view.backlog.values()].findIndex(({ upload }) => upload === follow) : -1;
}

interface PlacesProps {
  look: 'slot' | 'waiting';
  taken: number;
  of: number;
  /** Place that is outlined; -1 for none. */
  followed?: number;
}

/** Places side by side, those taken filled. */
function Places({ look, taken, of, followed = -1 }: PlacesProps) {
  const side = 9;
  const pitch = 12;
  return (
    <svg className={`places places--${look}`} width={of * pitch - 3} height={side} aria-hidden="true">
      {Array.from({ length: of }, (_, place) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
          key={place}
          className={place < taken ? 'place place--taken' : 'place'}
          x={place * pitch + 0.5}
          y={0.5}
          width={side - 1}
          height={side - 1}
          rx={1.5}
        />
      ))}
      {followed >= 0 && followed < of && (
        <rect className="token-followed" x={followed * pitch - 1} y={-1} width={side + 2} height={side + 2} rx={3} />
      )}
    </svg>
  );
}

/** The whole box is crossed out: a shape, not only a colour. */
function Broken() {
  return (
    <svg className="broken" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d="M4,5 L96,95 M96,5 L4,95" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
