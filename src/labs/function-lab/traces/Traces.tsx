/**
 * The instrument of this bench: the log of its functions, line by line, and the trace of each request as a waterfall. Both
 * are read off the facts of the run, up to the moment of the clock.
 */
import { useState } from 'react';
import type { StoryId } from '../../../stages/catalogue.ts';
import { useSession, useSessionState } from '../../../stores/session-context.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { useFunctionRuns } from '../use-function-runs.ts';
import { LogView } from './LogView.tsx';
import { TraceView } from './TraceView.tsx';

type View = 'log' | 'trace';

/** What the passage of the story speaks of at which the reader is; null where it speaks of neither. */
function toldIn(passages: Readonly<Partial<Record<StoryId, string>>>): View | null {
  const passage = passages['function-traces'];
  if (passage === 'trace') return 'trace';
  return passage === 'log' || passage === 'tries' || passage === 'permission' ? 'log' : null;
}

export function Traces({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const known = useFunctionRuns();
  const followed = useSessionState((state) => state.follow);
  const noted = useSessionState((state) => state.passages);
  const [seen, setSeen] = useState(noted);
  const [view, setView] = useState<View>(() => toldIn(noted) ?? 'log');
  const [requestId, setRequestId] = useState<string | null>(null);
  // Whoever turns to a passage, or sets its scene, wants to see what it speaks of.
  if (noted !== seen) {
    setSeen(noted);
    const told = toldIn(noted);
    if (told !== null) setView(told);
  }
  return (
    <div className={lab.whole}>
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
      <p className={lab.quiet}>{say('lab.traces.numbers')}</p>
    </div>
  );
}
