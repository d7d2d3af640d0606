/** The page: hands down session, words and motion, and shows the shell. */
import '../ui/tokens.css';
import '../ui/base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { LazyMotion, MotionConfig } from 'framer-motion';
import { type ReactNode, useEffect } from 'react';
import type { Problem } from '../scenario/problem.ts';
import type { Session } from '../stores/session.ts';
import { SessionProvider, useSettings } from '../stores/session-context.tsx';
import { VocabularyContext } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

const motionFeatures = async () => (await import('./motion-features.ts')).motionFeatures;

export interface AppProps {
  session: Session;
  /** What was wrong with the address, if anything. */
  problems: readonly Problem[];
}

export function App({ session, problems }: AppProps) {
  return (
    <SessionProvider session={session}>
      <Words>
        <CSPProvider disableStyleElements>
          <LazyMotion strict features={motionFeatures}>
            <MotionConfig reducedMotion="user">
              <ErrorBoundary>
                <Shell problems={problems} />
              </ErrorBoundary>
            </MotionConfig>
          </LazyMotion>
        </CSPProvider>
      </Words>
      <Theme />
    </SessionProvider>
  );
}

function Words({ children }: { children: ReactNode }) {
  const vocabulary = useSettings((settings) => settings.vocabulary);
  return <VocabularyContext value={vocabulary}>{children}</VocabularyContext>;
}

/** Tells the style sheets which theme was chosen. */
function Theme() {
  const theme = useSettings((settings) => settings.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
  return null;
}
