/** Suggestions as buttons that do what they say. */
import { useMemo } from 'react';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/use-text.ts';
import { landmarksOf } from '../landmarks.ts';
import { useStagesOnScreen } from '../use-stages.ts';
import { suggestionsFor } from './suggestions.ts';
import styles from './TryThis.module.css';

export function TryThis() {
  const say = useText();
  const session = useSession();
  const shown = useStagesOnScreen();
  const [first] = shown;
  const scenario = useSessionState((state) => (first === undefined ? null : state.scenarios[first]));
  const landmarks = useMemo(() => scenario && landmarksOf(scenario), [scenario]);
  return (
    <ul className={styles.list} aria-label={say('story.try')}>
      {suggestionsFor(shown).map(({ id, words, help, act }) => {
        const run = act(session, shown, landmarks);
        return (
          run && (
            <li key={id}>
              <Button onClick={run} title={help?.(say)}>
                {words(say, shown)}
              </Button>
            </li>
          )
        );
      })}
    </ul>
  );
}
