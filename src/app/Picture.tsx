/** The middle of the page: one architecture, or all of them side by side. */
import type { Ref } from 'react';
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import { CompareView } from '../compare/CompareView.tsx';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Picture.module.css';
import { screenName } from './screens.ts';

export function Picture({ ref }: { ref: Ref<HTMLElement> }) {
  const say = useText();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.picture}
      aria-label={say('app.picture', { name: say(screenName[screen]) })}
    >
      <ErrorBoundary key={screen}>
        {screen === 'compare' ? (
          <CompareView />
        ) : (
          <RunProvider run={session.run(screen)}>
            <StageCanvas />
          </RunProvider>
        )}
      </ErrorBoundary>
    </section>
  );
}
