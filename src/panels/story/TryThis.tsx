/** Suggestions as buttons that do what they say. */
import { useMemo } from 'react';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/use-text.ts';
import { landmarksOf } from '../landmarks.ts';
import { suggestions } from './suggestions.ts';
import styles from './TryThis.module.css';

export function TryThis() {
  const say = useText();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const scenario = useSessionState((state) => state.scenarios[screen === 'compare' ? 'queued' : screen]);
  const landmarks = useMemo(() => landmarksOf(scenario), [scenario]);
  return (
    <ul className={styles.list} aria-label={say('story.try')}>
      {suggestions[screen].map(({ id, words, help, act }) => {
        const run = act(session, landmarks);
        return (
          run && (
            <li key={id}>
              <Button onClick={run} title={help?.(say)}>
                {words(say)}
              </Button>
            </li>
          )
        );
      })}
    </ul>
  );
}
