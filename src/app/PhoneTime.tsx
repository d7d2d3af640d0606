/** Time on a phone: transport and a time bar stay under the picture; lanes and log are behind a tab. */
import '../panels/time/time.css';
import { EventLog } from '../panels/time/EventLog.tsx';
import { Lanes } from '../panels/time/Lanes.tsx';
import { LiveSummary } from '../panels/time/LiveSummary.tsx';
import { spokenTime } from '../panels/time/spoken-time.ts';
import { Transport } from '../panels/time/Transport.tsx';
import { useRunStates } from '../panels/time/use-run-states.ts';
import { useRunsOnScreen } from '../panels/use-runs-on-screen.ts';
import type { Run } from '../stores/session.ts';
import { useClock, useSession } from '../stores/session-context.tsx';
import { useText, useVocabulary } from '../ui/use-text.ts';
import styles from './PhoneTime.module.css';

export function PhoneTransport() {
  const say = useText();
  const runs = useRunsOnScreen();
  return (
    <section className={`time-area ${styles.area}`} data-room="phone" aria-label={say('time.area')}>
      <Transport />
      <TimeSlider runs={runs} />
      <LiveSummary runs={runs} />
    </section>
  );
}

/** The whole run as one slider, as wide as a thumb can reach. */
export function TimeSlider({ runs }: { runs: readonly Run[] }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const states = useRunStates(runs);
  const duration = Math.max(...states.map(({ scenario }) => scenario.durationSeconds));
  // To the tenth of a second: no thumb is finer.
  const t = useClock((clock) => Math.round(clock.t * 10) / 10);
  return (
    <input
      type="range"
      className={styles.bar}
      aria-label={say('time.bar')}
      aria-valuetext={spokenTime(vocabulary, t)}
      min={0}
      max={duration}
      step={0.1}
      value={t}
      onChange={(event) => session.seek(event.currentTarget.valueAsNumber)}
    />
  );
}

export function PhoneLanes() {
  const say = useText();
  const states = useRunStates(useRunsOnScreen());
  return (
    <div className={`time-area ${styles.lanes}`} data-room="phone">
      <h2 className="for-readers">{say('time.lanes')}</h2>
      <Lanes states={states} isPhone />
      <EventLog states={states} />
    </div>
  );
}
