/** One way: the tries of a request on a line of time, where it is now, who waited, and what can be set. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import type { Destinations } from '../../../models/parameters.ts';
import { REASON } from '../../../models/reasons.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './Invocations.module.css';
import { LaneSettings } from './LaneSettings.tsx';
import { sayHandover, sayState, sayTry } from './lane-words.ts';
import type { LaneId, LaneState, LaneStory, Try } from './lanes.ts';

interface LaneProps {
  id: LaneId;
  stage: StageId;
  /** Null while nothing was sent. */
  story: LaneStory | null;
  /** When the request was sent; where the line of time begins. */
  from: SimTime;
  now: SimTime;
}

/** Tries that are listed, the last ones. Our choice. */
const MOST_LISTED = 6;

const tones: Readonly<Record<LaneState, string>> = {
  coming: '',
  waiting: lab.waiting ?? '',
  held: lab.waiting ?? '',
  running: lab.running ?? '',
  left: lab.failed ?? '',
  answered: lab.done ?? '',
  error: lab.failed ?? '',
  done: lab.done ?? '',
  'put-aside': lab.failed ?? '',
  dropped: lab.failed ?? '',
};

export function Lane({ id, stage, story, from, now }: LaneProps) {
  const say = useText();
  const name = say(`lab.invocations.lane.${id}`);
  return (
    <article className={styles.lane} aria-label={name}>
      <h3>{name}</h3>
      {story && <Told id={id} stage={stage} story={story} from={from} now={now} />}
      <LaneSettings id={id} stage={stage} />
    </article>
  );
}

function Told({ id, stage, story, from, now }: LaneProps & { story: LaneStory }) {
  const say = useText();
  const session = useSession();
  const { tries, state, copies } = story;
  const { deadLetter } = session.parameterNow(stage, 'event-handler', 'destinations') as Destinations;
  const isTold = id === 'record' || (id === 'event' && deadLetter === undefined);
  const words = sayState(id, story, now, isTold, say);
  const handover = sayHandover(id, story, say);
  const listed = tries.slice(-MOST_LISTED);
  const first = tries.length - listed.length;
  return (
    <>
      <p className={`${lab.state} ${styles.state} ${tones[state]}`}>{words}</p>
      <TimeLine story={story} from={from} now={now} label={{ lane: say(`lab.invocations.lane.${id}`), state: words }} />
      {handover !== null && <p className={lab.quiet}>{handover}</p>}
      {copies > 1 && <p className={styles.count}>{say('lab.invocations.copies', { n: copies })}</p>}
      <p className={styles.count}>
        {tries.length === 0
          ? say('lab.invocations.no-tries')
          : say(first > 0 ? 'lab.invocations.tries.last' : 'lab.invocations.tries', {
              n: String(tries.length),
              shown: String(listed.length),
            })}
      </p>
      {listed.length > 0 && (
        <ol className={styles.tries} start={first + 1}>
          {listed.map((each, place) => (
            <li key={each.began}>{sayTry(each, first + place, from, say)}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Size of the drawing, and of what is drawn, in its own units. */
const WIDTH = 300;
const HEIGHT = 46;
const BASE = 26;
const BAR = 16;
/** A run of a third of a second is drawn as wide as this at least, so that it can be seen. */
const LEAST_WIDTH = 7;
/** The line of time is as long as this at least, s: one second more does not move all. Our choice. */
const LEAST_SECONDS = 30;

interface TimeLineProps {
  story: LaneStory;
  from: SimTime;
  now: SimTime;
  label: { lane: string; state: string };
}

/** Bars are runs: with a cross where one failed, a tick where it went well; the dashes between them are waiting. */
function TimeLine({ story, from, now, label }: TimeLineProps) {
  const say = useText();
  const { tries, endedAt } = story;
  const whole = Math.max(LEAST_SECONDS, toSeconds(now - from));
  const x = (at: SimTime): number => (toSeconds(at - from) / whole) * WIDTH;
  const end = x(endedAt < 0 ? now : endedAt);
  const failed = tries.filter(({ reason }) => reason !== REASON.none).length;
  return (
    <figure>
      <svg
        className={styles.line}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say('lab.invocations.chart', {
          lane: label.lane,
          tries: tries.length,
          failed: String(failed),
          state: label.state,
        })}
      >
        <line className={styles.axis} x1={0} x2={WIDTH} y1={BASE + BAR} y2={BASE + BAR} />
        {end > 0 && <line className={styles.wait} x1={0} x2={end} y1={BASE} y2={BASE} />}
        {tries.map((each) => (
          <TryMark key={each.began} each={each} x={x} now={now} />
        ))}
        {endedAt >= 0 && <line className={styles.end} x1={end} x2={end} y1={BASE - BAR} y2={BASE + BAR} />}
        <line className={styles.now} x1={x(now)} x2={x(now)} y1={BASE + BAR - 3} y2={BASE + BAR + 3} />
      </svg>
      <figcaption className={styles.ticks} aria-hidden="true">
        <span>{say('lab.invocations.axis.sent')}</span>
        <span className="number">
          {say('lab.invocations.axis.now', { time: formatDuration(toSeconds(now - from)) })}
        </span>
      </figcaption>
    </figure>
  );
}

function TryMark({ each, x, now }: { each: Try; x: (at: SimTime) => number; now: SimTime }) {
  const { began, ended, reason } = each;
  const width = Math.max(LEAST_WIDTH, x(ended ?? now) - x(began));
  const left = Math.min(x(began), WIDTH - width);
  const middle = left + width / 2;
  const tone = ended === null ? styles.barRunning : reason === REASON.none ? styles.barDone : styles.barFailed;
  const top = BASE - BAR / 2;
  return (
    <g>
      <rect className={tone} x={left} y={top} width={width} height={BAR} rx={2} />
      {ended !== null &&
        (reason === REASON.none ? (
          <path className={styles.signDone} d={`M ${middle - 3} ${top - 6} l 2.5 3 l 4.5 -6`} />
        ) : (
          <path className={styles.signFailed} d={`M ${middle - 3} ${top - 9} l 6 6 m 0 -6 l -6 6`} />
        ))}
    </g>
  );
}
