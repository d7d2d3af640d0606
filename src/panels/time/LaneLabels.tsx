/** The words of the lanes: what each shows, and its numbers at the playhead. They are the legend of the lane as well. */
import { type ReactNode, useCallback, useMemo } from 'react';
import type { RunState } from '../../stores/run-store.ts';
import type { TextKey } from '../../text/text.ts';
import { useText } from '../../ui/use-text.ts';
import { type Curve, valueAt } from './geometry.ts';
import { Live } from './Live.tsx';
import type { LaneLayout, LanePlace } from './lane-layout.ts';
import { type RunCurves, runCurves } from './run-curves.ts';
import { runLines } from './run-lines.ts';

export interface LaneLabelsProps {
  states: readonly RunState[];
  layout: LaneLayout;
  isPhone: boolean;
  noFaults: boolean;
}

/** One run, with its curves as far as they are known. */
interface LabelledRun {
  stage: RunState['scenario']['stage'];
  curves: RunCurves | null;
}

export function LaneLabels({ states, layout, isPhone, noFaults }: LaneLabelsProps) {
  const runs = useMemo(
    () =>
      states.map(
        ({ scenario, series }): LabelledRun => ({
          stage: scenario.stage,
          curves: series && runCurves(scenario, series),
        }),
      ),
    [states],
  );
  return (
    <div className="time-labels" style={{ height: layout.height }}>
      {layout.lanes.map((lane) => (
        <div
          key={`${lane.id} ${lane.run}`}
          className="time-label"
          style={{ top: lane.labelY, height: lane.labelHeight }}
        >
          <LabelOf lane={lane} runs={runs} noFaults={noFaults} isPhone={isPhone} />
        </div>
      ))}
    </div>
  );
}

interface LabelOfProps {
  lane: LanePlace;
  runs: readonly LabelledRun[];
  noFaults: boolean;
  isPhone: boolean;
}

function LabelOf({ lane, runs, noFaults, isPhone }: LabelOfProps) {
  const say = useText();
  const [only] = runs;
  if (lane.id === 'faults') {
    // On a phone the words stand in the bars.
    if (isPhone && !noFaults) return null;
    return (
      <Title words={say('time.lane.faults')}>
        {noFaults && <span className="time-value">{say('time.no-faults')}</span>}
      </Title>
    );
  }
  if (lane.id === 'uploads') {
    const run = runs[lane.run];
    if (!run) return null;
    return <UploadsLabel architecture={runs.length > 1 ? say(`stage.${run.stage}`) : null} curves={run.curves} />;
  }
  if (runs.length > 1) {
    const choose = lane.id === 'waiting' ? waitingOf : inServiceOf;
    const title = say(lane.id === 'waiting' ? 'time.lane.waiting' : 'time.lane.instances.compare');
    return (
      <>
        <Title words={title} help={say(`time.lane.${lane.id}.what`)} />
        {runs.map(({ stage, curves }) => (
          <p key={stage} className="time-value">
            <svg className="time-key-line" viewBox="0 0 22 8" aria-hidden="true">
              <path d="M0 4h22" style={{ stroke: runLines[stage].colour, strokeDasharray: runLines[stage].dashes }} />
            </svg>
            <Reading curve={curves && choose(curves)} words="time.value.of" name={say(`stage.${stage}`)} />
          </p>
        ))}
      </>
    );
  }
  if (!only) return null;
  return lane.id === 'waiting' ? <WaitingLabel curves={only.curves} /> : <InstancesLabel curves={only.curves} />;
}

const waitingOf = ({ waiting }: RunCurves): Curve => waiting;
const inServiceOf = ({ inService }: RunCurves): Curve => inService;

function WaitingLabel({ curves }: { curves: RunCurves | null }) {
  const say = useText();
  const hasQueue = curves?.inFlight !== null;
  return (
    <>
      <Title words={say(hasQueue ? 'time.lane.queue' : 'time.lane.backlog')} help={say('time.lane.waiting.what')} />
      <Value meaning="waiting" curve={curves?.waiting} words="time.value.waiting" />
      {hasQueue && <Value meaning="in-flight" curve={curves?.inFlight} words="time.value.in-flight" />}
    </>
  );
}

function InstancesLabel({ curves }: { curves: RunCurves | null }) {
  const say = useText();
  return (
    <>
      <Title words={say('time.lane.instances')} help={say('time.lane.instances.what')} />
      <Value meaning="in-service" curve={curves?.inService} words="time.value.in-service" />
      <Value meaning="starting" curve={curves?.starting} words="time.value.starting" />
      <Value meaning="draining" curve={curves?.draining} words="time.value.draining" isRare />
      <Value meaning="desired" curve={curves?.desired} words="time.value.desired" />
    </>
  );
}

function UploadsLabel({ architecture, curves }: { architecture: string | null; curves: RunCurves | null }) {
  const say = useText();
  const name = say('time.lane.uploads');
  return (
    <>
      <Title words={architecture ?? name} help={say('time.lane.uploads.what')}>
        {architecture !== null && <span className="for-readers"> {name}</span>}
      </Title>
      <Value meaning="watchable" curve={curves?.watchable} words="time.value.watchable" />
      <Value meaning="refused" curve={curves?.refused} words="time.value.refused" />
      <Value meaning="lost" curve={curves?.lost} words="time.value.lost" />
      <Value meaning="started" curve={curves?.started} words="time.value.started" />
      {curves?.inFlight && (
        <Value meaning="dead-lettered" curve={curves.deadLettered} words="time.value.dead-lettered" isRare />
      )}
    </>
  );
}

function Title({ words, help, children }: { words: string; help?: string; children?: ReactNode }) {
  return (
    <h3 className="time-title" title={help}>
      {words}
      {children}
    </h3>
  );
}

type ValueKey = TextKey & `time.value.${string}`;

interface ValueProps {
  /** Which colour and shape it has in the lane. */
  meaning: string;
  curve: Curve | null | undefined;
  words: Exclude<ValueKey, 'time.value.of'>;
  /** Left out while there is none. */
  isRare?: boolean;
}

/** A number at the playhead, with the colour and shape that it has in the lane. */
function Value({ meaning, curve, words, isRare = false }: ValueProps) {
  return (
    <span className="time-value">
      <span className={`time-key time-key-${meaning}`} aria-hidden="true" />
      <Reading curve={curve ?? null} words={words} isRare={isRare} />
    </span>
  );
}

interface ReadingProps {
  curve: Curve | null;
  words: ValueKey;
  name?: string;
  isRare?: boolean;
}

function Reading({ curve, words, name = '', isRare = false }: ReadingProps) {
  const say = useText();
  const read = useCallback((t: number) => (curve === null ? 0 : valueAt(curve, t)), [curve]);
  const write = useCallback(
    (n: number) => (isRare && n === 0 ? '' : say(words, { n, name })),
    [say, words, name, isRare],
  );
  return <Live read={read} words={write} />;
}
