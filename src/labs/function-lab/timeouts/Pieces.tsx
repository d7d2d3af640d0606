/** Long pieces of work, the newest last: a bar for every run, against the limit and what would be needed. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import { REASON, reasonOf } from '../../../models/reasons.ts';
import { nameOf } from '../../../panels/names.ts';
import { formatClock, formatDuration, formatMoney } from '../../../ui/format.ts';
import { type Say, useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Attempt, isInVain, type Piece } from './pieces.ts';
import styles from './Timeouts.module.css';

interface PiecesProps {
  pieces: readonly Piece[];
  now: SimTime;
  /** What a run was billed, USD; null where nobody bills it by the run. */
  bill: (attempt: Attempt) => number | null;
  /** The limit of a component, s; null where there is none. */
  limit: (component: string) => number | null;
  /** How long a run would have to be, s; null where that is not worked out. */
  needed: (component: string, lengthSeconds: number) => number | null;
}

/** More would not be read. Our choice. */
const MOST_SHOWN = 6;
/** The line of the limit stands a little before the end of the scale. */
const ROOM = 1.1;

export function Pieces({ pieces, now, bill, limit, needed }: PiecesProps) {
  const say = useText();
  const shown = pieces.slice(-MOST_SHOWN);
  if (shown.length === 0) return <p className={lab.quiet}>{say('lab.timeouts.nothing')}</p>;
  const lengths = shown.flatMap(({ attempts, lengthSeconds }) =>
    attempts.flatMap(({ component, began, ended }) => [
      toSeconds((ended ?? now) - began),
      limit(component) ?? 0,
      needed(component, lengthSeconds) ?? 0,
    ]),
  );
  const scale = Math.max(1, ...lengths) * ROOM;
  return (
    <>
      {shown.length < pieces.length && (
        <p className={lab.quiet}>{say('lab.timeouts.more', { n: String(shown.length), of: String(pieces.length) })}</p>
      )}
      <div className={styles.pieces}>
        {shown.map((piece) => (
          <OnePiece key={piece.upload} {...{ piece, now, bill, limit, needed, scale }} />
        ))}
      </div>
    </>
  );
}

type PieceProps = Omit<PiecesProps, 'pieces'> & { piece: Piece; scale: number };

function OnePiece({ piece, now, ...rest }: PieceProps) {
  const say = useText();
  const { upload, lengthSeconds, sentAt, attempts, state } = piece;
  const name = say('lab.timeouts.piece', {
    n: String(upload),
    time: formatDuration(lengthSeconds),
    at: formatClock(toSeconds(sentAt)),
  });
  const isSplit = new Set(attempts.map(({ component }) => component)).size > 1;
  return (
    <article className={styles.piece} aria-label={name}>
      <h3>{name}</h3>
      <ol className={styles.attempts}>
        {attempts.map((attempt) => (
          <OneAttempt
            key={`${attempt.component} ${attempt.began}`}
            {...{ piece, attempt, now, ...rest }}
            isSplit={isSplit}
          />
        ))}
      </ol>
      <p className={`${lab.state} ${lab[state]}`}>{sayState(piece, now, say)}</p>
    </article>
  );
}

function sayState({ state, sentAt, endedAt, nextAt, attempts }: Piece, now: SimTime, say: Say): string {
  const time = formatDuration(toSeconds(endedAt - sentAt));
  if (state === 'done') return say('lab.timeouts.state.done', { time });
  if (state === 'lost') return say('lab.timeouts.state.lost', { time });
  if (attempts.some(({ ended }) => ended === null)) return say('lab.timeouts.runs');
  if (nextAt <= now) return say('lab.timeouts.waits');
  return say('lab.timeouts.next', { time: formatDuration(toSeconds(nextAt - now)) });
}

type AttemptProps = PieceProps & { attempt: Attempt; isSplit: boolean };

function OneAttempt({ piece, attempt, now, bill, limit, needed, scale, isSplit }: AttemptProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const { component, began, ended } = attempt;
  const place = piece.attempts.filter((each) => each.component === component).indexOf(attempt);
  const n = String(place + 1);
  const label = isSplit
    ? say('lab.timeouts.try.of', { component: nameOf(vocabulary, component), n })
    : say('lab.timeouts.try', { n });
  const took = toSeconds((ended ?? now) - began);
  const most = limit(component);
  const needs = needed(component, piece.lengthSeconds);
  const share = (length: number): string => `${Math.min(100, (length / scale) * 100)}%`;
  const tone = ended === null ? styles.barRunning : isInVain(attempt) ? styles.barFailed : styles.barDone;
  return (
    <li className={styles.attempt}>
      <span className={styles.label}>{label}</span>
      <span className={styles.track} aria-hidden="true">
        {needs !== null && <span className={styles.needed} style={{ width: share(needs) }} />}
        <span className={`${styles.bar} ${tone}`} style={{ width: share(took) }}>
          {isInVain(attempt) ? '✕' : ended === null ? '' : '✓'}
        </span>
        {most !== null && <span className={styles.limit} style={{ insetInlineStart: share(most) }} />}
      </span>
      <span className={styles.outcome}>
        {sayAttempt(attempt, took, bill(attempt), say)}
        {most !== null && needs !== null && needs > most && ended === null && (
          <> {`(${say('lab.timeouts.needs', { time: formatDuration(needs), limit: formatDuration(most) })})`}</>
        )}
      </span>
    </li>
  );
}

function sayAttempt({ ended, reason }: Attempt, took: number, paid: number | null, say: Say): string {
  const time = formatDuration(took);
  if (ended === null) return say('lab.timeouts.try.running', { time });
  const usd = paid === null ? null : formatMoney(paid);
  if (reason === REASON.none) {
    return usd === null ? say('lab.timeouts.try.done', { time }) : say('lab.timeouts.try.done.billed', { time, usd });
  }
  const why = say(`reason.${reasonOf(reason)}`);
  if (usd === null) return say('lab.timeouts.try.failed.unbilled', { time, reason: why });
  return reason === REASON['function-timed-out']
    ? say('lab.timeouts.try.cut', { time, usd })
    : say('lab.timeouts.try.failed', { time, reason: why, usd });
}
