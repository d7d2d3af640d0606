/** The last calls: which environment each met, warm or cold, and what it found there. */
import type { SimTime } from '../../../engine/time.ts';
import { toSeconds } from '../../../engine/time.ts';
import { formatClock, formatDuration } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './CallList.module.css';
import type { EnvironmentLog, HandledCall } from './environment-log.ts';

/** Calls that are listed. Our choice: the last few seconds. */
const MOST_CALLS = 6;

export function CallList({ log, t }: { log: EnvironmentLog; t: SimTime }) {
  const say = useText();
  const last = log.calls.slice(-MOST_CALLS).toReversed();
  if (last.length === 0) return null;
  const cold = log.calls.reduce((sum, { isCold }) => sum + isCold, 0);
  return (
    <section className={lab.part} aria-label={say('lab.environments.calls')}>
      <h3>{say('lab.environments.calls.so-far', { n: log.calls.length, cold })}</h3>
      <ol className={styles.list}>
        {last.map((call) => (
          <li key={call.number} data-cold={call.isCold === 1}>
            <span className={`number ${styles.number}`}>
              {say('lab.environments.cell.call', { n: call.number })} · {formatClock(toSeconds(call.began))}
            </span>
            <strong>{say(call.isCold === 1 ? 'lab.environments.cold' : 'lab.environments.warm')}</strong>
            <span>{met(call)}</span>
            <span className={styles.state}>
              {call.ended < 0
                ? say('lab.environments.running', { time: formatDuration(toSeconds(t - call.began)) })
                : say(call.hasFailed ? 'lab.environments.failed' : 'lab.environments.done', {
                    time: formatDuration(toSeconds(call.ended - call.began)),
                  })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );

  function met({ environment, isCold, waited, counter }: HandledCall): string {
    const id = environment + 1;
    if (isCold === 1) return say('lab.environments.met.cold', { id, time: formatDuration(toSeconds(waited)) });
    return say('lab.environments.met.warm', { id, n: counter - 1 });
  }
}
