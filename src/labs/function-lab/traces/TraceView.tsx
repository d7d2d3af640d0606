/** The requests so far, and the trace of the one that is followed as a waterfall; of the first where none is. */
import { useMemo } from 'react';
import { toSeconds } from '../../../engine/time.ts';
import { secondOf } from '../../../playback/function-log.ts';
import { NOT_YET } from '../../../playback/function-runs.ts';
import { requestIdOf, traceIdOf } from '../../../playback/request-ids.ts';
import { waterfallOf } from '../../../playback/waterfall.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatClock, formatDuration } from '../../../ui/format.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { KnownRuns } from '../use-function-runs.ts';
import { KeyList } from './KeyList.tsx';
import { type RequestSummary, requestsAt } from './request-list.ts';
import styles from './TraceView.module.css';
import { Waterfall } from './Waterfall.tsx';

/** Requests that are listed: the newest, and the one that is followed. Our choice. */
const MOST_REQUESTS = 60;

export interface TraceViewProps {
  known: KnownRuns;
  /** The upload that is followed, or null. */
  followed: number | null;
  /** Shows the lines of a request in the log. */
  onLines: (requestId: string) => void;
}

export function TraceView({ known, followed, onLines }: TraceViewProps) {
  const say = useText();
  const session = useSession();
  const { runs, nodes, seed, t, facts } = known;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs grow in place with the facts.
  const requests = useMemo(() => requestsAt(runs, nodes, t), [runs, nodes, t, facts]);
  const chosen = requests.find(({ upload }) => upload === followed) ?? requests[0];
  const newest = requests.slice(-MOST_REQUESTS).toReversed();
  const listed = chosen === undefined || newest.includes(chosen) ? newest : [...newest, chosen];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs grow in place with the facts.
  const waterfall = useMemo(
    () => (chosen === undefined ? null : waterfallOf(runs, chosen.upload, t)),
    [runs, chosen?.upload, t, facts],
  );
  if (chosen === undefined || waterfall === null)
    return <p className={styles.empty}>{say('lab.traces.waterfall.none')}</p>;
  const isFollowed = chosen.upload === followed;
  const own = runs.runs.find((run) => run.upload === chosen.upload && run.beganAt !== NOT_YET && run.beganAt <= t);
  return (
    <div className={styles.view}>
      <div className={lab.part}>
        <h3>{say('lab.traces.requests')}</h3>
        <KeyList
          label={say('lab.traces.requests.of')}
          className={styles.list}
          picked={String(chosen.upload)}
          onPick={(key) => session.follow(Number(key))}
          items={listed.map((request) => ({
            key: String(request.upload),
            spoken: wordsOf(say, request).join(', '),
            content: <RequestLine request={request} />,
          }))}
        />
        {requests.length > newest.length && (
          <p className={lab.quiet}>{say('lab.traces.older.requests', { n: newest.length })}</p>
        )}
      </div>
      <section className={lab.part} aria-label={say('lab.traces.waterfall', { id: String(chosen.upload) })}>
        <div className={lab.row}>
          <h3>{say('lab.traces.waterfall', { id: String(chosen.upload) })}</h3>
          <span className={lab.quiet}>
            {say('lab.traces.took', { time: formatDuration(toSeconds(waterfall.to - waterfall.from)) })}
          </span>
          <Button onClick={() => session.follow(isFollowed ? null : chosen.upload)}>
            {say(isFollowed ? 'lab.traces.unfollow' : 'lab.traces.followIt')}
          </Button>
          {own && <Button onClick={() => onLines(requestIdOf(seed, own))}>{say('lab.traces.lines.of')}</Button>}
        </div>
        <p className={`number ${styles.id}`}>
          {say('lab.traces.id', { id: traceIdOf(seed, chosen.upload, secondOf(chosen.at)) })}
        </p>
        <Waterfall key={chosen.upload} waterfall={waterfall} known={known} onLines={onLines} />
      </section>
    </div>
  );
}

function RequestLine({ request }: { request: RequestSummary }) {
  const say = useText();
  const [name, ...rest] = wordsOf(say, request);
  return (
    <span className={styles.request}>
      <span className="number">{name}</span>
      <span className={request.failed > 0 ? lab.bad : lab.quiet}>{rest.join(', ')}</span>
    </span>
  );
}

function wordsOf(say: Say, { upload, at, runs, failed, isCold, isOpen }: RequestSummary): string[] {
  return [
    say('lab.traces.request', { id: String(upload), at: formatClock(toSeconds(at)) }),
    say('lab.traces.request.runs', { n: runs }),
    ...(failed > 0 ? [say('lab.traces.request.failed', { n: failed })] : []),
    ...(isCold ? [say('lab.traces.request.cold')] : []),
    ...(isOpen ? [say('lab.traces.request.open')] : []),
  ];
}
