/** The words of the lanes: what each shows, and its numbers at the playhead. They are the legend of the lane as well. */
import { type ReactNode, useCallback, useMemo } from 'react';
import { nodesOf } from '../../scenario/create-simulation.ts';
import type { TextKey } from '../../text/text.ts';
import { formatCount } from '../../ui/format.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { type Curve, valueAt } from './geometry.ts';
import { Live } from './Live.tsx';
import { areLong, areNamedOnce, isCrowded, type LaneLayout, type LanePlace } from './lane-layout.ts';
import { type RunCurves, runCurves, takesUploads } from './run-curves.ts';
import { runLine } from './run-lines.ts';
import type { TimedRun } from './use-run-states.ts';

export interface LaneLabelsProps {
  states: readonly TimedRun[];
  /** Of the runs. */
  names: readonly string[];
  layout: LaneLayout;
  isPhone: boolean;
  noFaults: boolean;
}

/** One run, with its curves as far as they are known. */
interface LabelledRun {
  name: string;
  /** Whether many of them share the room, so that each says only what matters most. */
  isShort: boolean;
  /** Whether it is named but once, with its line. */
  isNamedOnce: boolean;
  curves: RunCurves | null;
}

export function LaneLabels({ states, names, layout, isPhone, noFaults }: LaneLabelsProps) {
  const isNamedOnce = areNamedOnce(states.map(({ scenario }) => ({ hasUploads: takesUploads(nodesOf(scenario)) })));
  const runs = useMemo(
    () =>
      states.map(
        ({ scenario, series }, place): LabelledRun => ({
          name: names[place] ?? '',
          isShort: isCrowded(states.length),
          isNamedOnce,
          curves: series && runCurves(scenario, series),
        }),
      ),
    [names, states, isNamedOnce],
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
    return run && <UploadsLabel run={run} place={lane.run} isOne={runs.length === 1} />;
  }
  if (runs.length > 1) return <SharedLabel lane={lane.id} runs={runs} />;
  if (!only) return null;
  return lane.id === 'waiting' ? <WaitingLabel curves={only.curves} /> : <InstancesLabel curves={only.curves} />;
}

const waitingOf = ({ waiting }: RunCurves): Curve => waiting;
const inServiceOf = ({ inService }: RunCurves): Curve => inService;

/** The names of several runs with their lines, and one number of each. */
function SharedLabel({ lane, runs }: { lane: 'waiting' | 'instances'; runs: readonly LabelledRun[] }) {
  const say = useText();
  const choose = lane === 'waiting' ? waitingOf : inServiceOf;
  const workers = new Set(runs.flatMap(({ curves }) => curves?.workers ?? []));
  const only = workers.size === 1 ? [...workers][0] : 'both';
  const title = say(lane === 'waiting' ? 'time.lane.waiting.compare' : `time.lane.${only ?? 'instances'}.compare`);
  const help = say(`time.lane.${lane}.what`);
  if (runs[0]?.isNamedOnce) {
    return (
      <>
        <Title words={title} help={help}>
          <span className="time-value">{say('time.lane.named-below')}</span>
        </Title>
        {lane === 'instances' && <OutcomeLegend />}
      </>
    );
  }
  return (
    <>
      <Title words={title} help={help} />
      <div
        className="time-shared"
        data-many={(isCrowded(runs.length) && !areLong(runs.map(({ name }) => name))) || undefined}
      >
        {runs.map(({ name, curves }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells the lines apart.
          <p key={place} className="time-value" title={name}>
            <KeyLine place={place} />
            <span className="time-value-name">{name}</span> <Count curve={curves && choose(curves)} />
          </p>
        ))}
      </div>
    </>
  );
}

/** What is counted of the uploads of each, with the colour and shape that it has in the lane. */
const outcomes = ['watchable', 'refused', 'lost', 'dead-lettered'] as const;

/** Said once over the lines of all runs, where each has its bare numbers. */
function OutcomeLegend() {
  const say = useText();
  return (
    <p className="time-legend" aria-hidden="true">
      {outcomes.map((outcome) => (
        <span key={outcome} className="time-value">
          <span className={`time-key time-key-${outcome}`} />
          <span>{say(`time.outcome.${outcome}`)}</span>
        </span>
      ))}
    </p>
  );
}

/** One of many in one line: its line, its name, and a number for each outcome; none where there is none. */
function LineOfOne({ run: { name, curves }, place }: { run: LabelledRun; place: number }) {
  const say = useText();
  return (
    <div className="time-once" title={name}>
      <h3 className="time-title">
        <KeyLine place={place} />
        <span className="time-value-name">{name}</span>
        <span className="for-readers"> {say('time.lane.uploads')}</span>
      </h3>
      {outcomes.map((outcome) => (
        <span key={outcome} className="time-value" data-outcome={outcome} title={say(`time.outcome.${outcome}`)}>
          <span className={`time-key time-key-${outcome}`} aria-hidden="true" />
          <span className="for-readers">{say(`time.outcome.${outcome}`)} </span>
          <Tally curve={curves && curveOf[outcome](curves)} isRare={outcome !== 'watchable'} />
        </span>
      ))}
    </div>
  );
}

const curveOf: Readonly<Record<(typeof outcomes)[number], (curves: RunCurves) => Curve>> = {
  watchable: ({ watchable }) => watchable,
  refused: ({ refused }) => refused,
  lost: ({ lost }) => lost,
  'dead-lettered': ({ deadLettered }) => deadLettered,
};

/** How the line of a run looks. */
function KeyLine({ place }: { place: number }) {
  const { colour, dashes } = runLine(place);
  return (
    <svg className="time-key-line" viewBox="0 0 22 8" aria-hidden="true">
      <path d="M0 4h22" style={{ stroke: colour, strokeDasharray: dashes }} />
    </svg>
  );
}

function WaitingLabel({ curves }: { curves: RunCurves | null }) {
  const say = useText();
  return (
    <>
      <Title words={waitingTitle(curves, say)} help={say('time.lane.waiting.what')} />
      <Value
        meaning="waiting"
        curve={curves?.waiting}
        words={curves?.waitingOf === 'record-age' ? 'time.value.record-age' : 'time.value.waiting'}
      />
      {curves?.inFlight && <Value meaning="in-flight" curve={curves.inFlight} words="time.value.in-flight" />}
    </>
  );
}

function waitingTitle(curves: RunCurves | null, say: Say): string {
  switch (curves?.waitingOf) {
    case 'messages':
      if (curves.streams > 0) return say('time.lane.queues-and-streams');
      return curves.queues === 1 ? say('time.lane.queue') : say('time.lane.queues', { n: curves.queues });
    case 'requests':
      return say('time.lane.backlog');
    case 'events':
      return say('time.lane.events');
    case 'record-age':
      return say('time.lane.stream');
    default:
      return say('time.lane.waiting');
  }
}

const servingWords = {
  instances: 'time.value.in-service',
  environments: 'time.value.environments',
  both: 'time.value.both',
} as const;

function InstancesLabel({ curves }: { curves: RunCurves | null }) {
  const say = useText();
  const areEnvironments = curves?.workers === 'environments';
  const title = say(curves?.areProcessing === false ? 'time.lane.workers' : 'time.lane.instances');
  return (
    <>
      <Title words={title} help={say('time.lane.instances.what')} />
      <Value
        meaning="in-service"
        curve={curves?.inService}
        words={curves === null ? 'time.value.in-service' : servingWords[curves.workers]}
      />
      {areEnvironments && curves?.environments && (
        <span className="time-value">
          <Reading curve={curves.environments} words="time.value.environments.of" />
        </span>
      )}
      <Value meaning="starting" curve={curves?.starting} words="time.value.starting" />
      <Value meaning="draining" curve={curves?.draining} words="time.value.draining" isRare />
      {!areEnvironments && <Value meaning="desired" curve={curves?.desired} words="time.value.desired" />}
    </>
  );
}

interface UploadsLabelProps {
  run: LabelledRun;
  place: number;
  isOne: boolean;
}

function UploadsLabel({ run, place, isOne }: UploadsLabelProps) {
  const say = useText();
  const { name, curves, isShort, isNamedOnce } = run;
  const uploads = say('time.lane.uploads');
  if (isNamedOnce) return <LineOfOne run={run} place={place} />;
  return (
    <>
      <Title words={isOne ? uploads : name} help={isOne ? say('time.lane.uploads.what') : name}>
        {!isOne && <span className="for-readers"> {uploads}</span>}
      </Title>
      <Value meaning="watchable" curve={curves?.watchable} words="time.value.watchable" />
      <Value meaning="refused" curve={curves?.refused} words="time.value.refused" isRare={isShort} />
      <Value meaning="lost" curve={curves?.lost} words="time.value.lost" isRare={isShort} />
      {!isShort && <Value meaning="started" curve={curves?.started} words="time.value.started" />}
      <Value meaning="dead-lettered" curve={curves?.deadLettered} words="time.value.dead-lettered" isRare />
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
  words: ValueKey;
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
  isRare?: boolean;
}

/** To the tenth: only ages are not whole. */
function useRead(curve: Curve | null): (t: number) => number {
  return useCallback((t: number) => (curve === null ? 0 : Math.round(valueAt(curve, t) * 10) / 10), [curve]);
}

function Reading({ curve, words, isRare = false }: ReadingProps) {
  const say = useText();
  const write = useCallback((n: number) => (isRare && n === 0 ? '' : say(words, { n })), [say, words, isRare]);
  return <Live read={useRead(curve)} words={write} />;
}

/** The bare number; nothing where a rare one is 0. */
function Tally({ curve, isRare }: { curve: Curve | null; isRare: boolean }) {
  const write = useCallback((n: number) => (isRare && n === 0 ? '' : formatCount(n)), [isRare]);
  return <Live read={useRead(curve)} words={write} />;
}

/** The bare number. */
function Count({ curve }: { curve: Curve | null }) {
  return <Live read={useRead(curve)} words={formatCount} className="time-value-number" />;
}
