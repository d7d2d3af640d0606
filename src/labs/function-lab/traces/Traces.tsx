/**
 * The instrument of this bench: the log of its functions, line by line, and the trace of each request as a waterfall. Both
 * are read off the facts of the run, up to the moment of the clock.
 */
import { useState } from 'react';
import { useSession, useSessionState } from '../../../stores/session-context.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import { useFunctionRuns } from '../use-function-runs.ts';
import { LogView } from './LogView.tsx';
import styles from './Traces.module.css';
import { TraceView } from './TraceView.tsx';

type View = 'log' | 'trace';

export function Traces({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const known = useFunctionRuns();
  const followed = useSessionState((state) => state.follow);
  const [view, setView] = useState<View>('log');
  const [requestId, setRequestId] = useState<string | null>(null);
  return (
    <div className={styles.instrument}>
      <Tabs
        label={say('lab.traces.views')}
        value={view}
        onChange={setView}
        tabs={[
          {
            id: 'log',
            label: say('lab.traces.log'),
            content: (
              <LogView
                stage={stage}
                known={known}
                requestId={requestId}
                onRequestId={setRequestId}
                onTrace={(upload) => {
                  session.follow(upload);
                  setView('trace');
                }}
              />
            ),
          },
          {
            id: 'trace',
            label: say('lab.traces.trace'),
            content: (
              <TraceView
                known={known}
                followed={followed}
                onLines={(id) => {
                  setRequestId(id);
                  setView('log');
                }}
              />
            ),
          },
        ]}
      />
      <p className={styles.quiet}>{say('lab.traces.numbers')}</p>
    </div>
  );
}
