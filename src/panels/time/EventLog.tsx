/** Just now: what was of note up to the playhead, in sentences, the newest first. Going back takes it back. */
import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../../stores/session-context.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { minuteText } from './clock-text.ts';
import { countUntil, type LogEntry, logEntries } from './log-entries.ts';
import { nowAndThen } from './now-and-then.ts';
import type { TimedRun } from './use-run-states.ts';

export interface EventLogProps {
  states: readonly TimedRun[];
  /** Whether its heading is seen; a tab has its own. */
  isTitled?: boolean;
}

/** Most entries that are shown: more would be scrolled through by nobody. Our choice. */
const MOST_ENTRIES = 60;

/** Ten times a second. Our choice: at high speed more entries come than can be read. */
const EVERY_MS = 100;

export function EventLog({ states, isTitled = true }: EventLogProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const entries = useMemo(() => logEntries(vocabulary, states), [vocabulary, states]);
  const count = useCountUntilNow(entries);
  const shown = entries.slice(Math.max(0, count - MOST_ENTRIES), count).reverse();
  return (
    <section className="time-log" aria-label={say('time.log')}>
      <div className="time-log-inside">
        {isTitled && (
          <h2 className="time-log-title" title={say('time.log.what')}>
            {say('time.log')}
          </h2>
        )}
        {shown.length === 0 ? (
          <p className="time-log-empty">{say('time.log.empty')}</p>
        ) : (
          <ol className="time-log-list">
            {shown.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

/** How many entries there are up to the playhead; told a few times a second while it plays. */
function useCountUntilNow(entries: readonly LogEntry[]): number {
  const { clock } = useSession();
  const watched = useMemo(
    () => nowAndThen([clock], () => countUntil(entries, clock.getState().t), Object.is, EVERY_MS),
    [clock, entries],
  );
  return useSyncExternalStore(watched.subscribe, watched.read);
}

function Entry({ entry }: { entry: LogEntry }) {
  const session = useSession();
  const say = useText();
  const { t, sentence, tone, upload } = entry;
  const go = (): void => {
    session.pause();
    session.seek(t);
    if (upload === null) return;
    session.follow(upload);
    session.select({ kind: 'upload', upload });
  };
  const help = upload === null ? say('time.log.go') : say('time.log.follow', { upload: String(upload) });
  return (
    <li>
      <button type="button" className="time-entry" data-tone={tone} title={help} onClick={go}>
        <time className="number">{minuteText(t)}</time> <span>{sentence}</span>
      </button>
    </li>
  );
}
