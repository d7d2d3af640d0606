/** The middle of the page: the front page, one architecture, several side by side, or a proof. */
import type { Ref } from 'react';
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import { CompareView } from '../compare/CompareView.tsx';
import type { Screen } from '../stores/session.ts';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Picture.module.css';
import { isStage, screenName } from './screens.ts';

export function Picture({ ref }: { ref: Ref<HTMLElement> }) {
  const say = useText();
  const screen = useSessionState((state) => state.screen);
  const name = screenName(screen, say);
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.picture}
      aria-label={screen === 'home' ? name : say('app.picture', { name })}
    >
      <ErrorBoundary about={screen}>
        <Shown screen={screen} />
      </ErrorBoundary>
    </section>
  );
}

function Shown({ screen }: { screen: Screen }) {
  const session = useSession();
  if (screen === 'compare') return <CompareView />;
  if (!isStage(screen)) return null;
  // The same canvas from stage to stage, so that what stays can be seen to stay.
  return (
    <RunProvider run={session.run(screen)}>
      <StageCanvas />
    </RunProvider>
  );
}
