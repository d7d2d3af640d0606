/** On a phone: the picture on top, time under it, everything else behind tabs below. */
import { type Ref, useState } from 'react';
import { CompareStory } from '../compare/CompareStory.tsx';
import { CompareTable } from '../compare/CompareTable.tsx';
import { StoryPanel } from '../panels/story/StoryPanel.tsx';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type HeaderProps, Tools } from './Header.tsx';
import styles from './Phone.module.css';
import { PhoneLanes, PhoneTransport } from './PhoneTime.tsx';
import { Picture } from './Picture.tsx';
import { BreakParts, FigureParts, SettingParts } from './parts.tsx';

type Tab = 'break' | 'figures' | 'time' | 'story' | 'settings';

export interface PhoneProps extends HeaderProps {
  picture: Ref<HTMLElement>;
}

export function Phone({ picture, onShare, onHelp }: PhoneProps) {
  const say = useText();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const [tab, setTab] = useState<Tab>('break');
  const run = screen === 'compare' ? null : session.run(screen);
  const tabs = [
    { id: 'break', label: say('app.tab.break'), content: <BreakParts /> },
    {
      id: 'figures',
      label: say('app.tab.figures'),
      content: run ? (
        <RunProvider run={run}>
          <FigureParts />
        </RunProvider>
      ) : (
        <CompareTable />
      ),
    },
    { id: 'time', label: say('app.tab.time'), content: <PhoneLanes /> },
    {
      id: 'story',
      label: say('app.tab.story'),
      content: run ? <StoryPanel stage={run.stage} /> : <CompareStory />,
    },
    {
      id: 'settings',
      label: say('app.tab.settings'),
      content: (
        <>
          <Tools onShare={onShare} onHelp={onHelp} />
          <SettingParts />
        </>
      ),
    },
  ] as const;
  return (
    <main className={styles.phone}>
      <Picture ref={picture} />
      <PhoneTransport />
      <Tabs
        className={styles.tabs}
        label={say('app.tabs')}
        value={tab}
        onChange={setTab}
        tabs={tabs.map((each) => ({
          ...each,
          content: (
            <div className={styles.inside}>
              <ErrorBoundary>{each.content}</ErrorBoundary>
            </div>
          ),
        }))}
      />
    </main>
  );
}
