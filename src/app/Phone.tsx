/** On a phone: the picture on top, time under it, everything else behind tabs below. */
import { type ReactNode, type Ref, useState } from 'react';
import { CompareStory } from '../compare/CompareStory.tsx';
import { CompareTable } from '../compare/CompareTable.tsx';
import { ProofStory } from '../compare/proof/ProofStory.tsx';
import { StoryPanel } from '../panels/story/StoryPanel.tsx';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type Dialogs, Tools } from './Header.tsx';
import styles from './Phone.module.css';
import { PhoneLanes, PhoneTransport } from './PhoneTime.tsx';
import { Picture } from './Picture.tsx';
import { BreakParts, FigureParts, PredictionSwitch, SettingParts } from './parts.tsx';
import { isStage } from './screens.ts';

type Tab = 'break' | 'figures' | 'time' | 'story' | 'proof' | 'settings';

export interface PhoneProps {
  picture: Ref<HTMLElement>;
  dialogs: Dialogs;
}

export function Phone({ picture, dialogs }: PhoneProps) {
  const screen = useSessionState((state) => state.screen);
  if (screen === 'home') {
    return (
      <main className={styles.home}>
        <Picture ref={picture} onChoose={dialogs.onChoose} />
      </main>
    );
  }
  return (
    <main className={`${styles.phone} ${screen === 'proof' ? styles.proof : ''}`}>
      <Picture ref={picture} onChoose={dialogs.onChoose} />
      <PhoneTransport />
      <Parts dialogs={dialogs} />
    </main>
  );
}

function Parts({ dialogs }: { dialogs: Dialogs }) {
  const say = useText();
  const [chosen, setTab] = useState<Tab>('break');
  const tabs = useTabs(dialogs);
  // What was open stays open where it is there.
  const tab = tabs.find(({ id }) => id === chosen)?.id ?? (tabs[0] as (typeof tabs)[number]).id;
  return (
    <Tabs
      className={styles.tabs}
      label={say('app.tabs')}
      value={tab}
      onChange={setTab}
      tabs={tabs.map(({ id, content }) => ({
        id,
        label: say(`app.tab.${id}`),
        content: (
          <div className={styles.inside}>
            <ErrorBoundary>{content}</ErrorBoundary>
          </div>
        ),
      }))}
    />
  );
}

/** What stands behind the tabs of the screen that is shown. */
function useTabs(dialogs: Dialogs): readonly { id: Tab; content: ReactNode }[] {
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const time = { id: 'time', content: <PhoneLanes /> } as const;
  const settings = { id: 'settings', content: <Settings dialogs={dialogs} /> } as const;
  if (isStage(screen)) {
    const figures = (
      <RunProvider run={session.run(screen)}>
        <FigureParts />
      </RunProvider>
    );
    return [
      { id: 'break', content: <BreakParts /> },
      { id: 'figures', content: figures },
      time,
      { id: 'story', content: <StoryPanel stage={screen} /> },
      settings,
    ];
  }
  if (screen === 'compare') {
    return [
      { id: 'break', content: <BreakParts /> },
      { id: 'figures', content: <CompareTable /> },
      time,
      { id: 'story', content: <CompareStory /> },
      settings,
    ];
  }
  return [{ id: 'proof', content: <ProofStory /> }, time, settings];
}

function Settings({ dialogs }: { dialogs: Dialogs }) {
  const say = useText();
  const canChange = useSessionState(({ screen }) => isStage(screen) || screen === 'compare');
  return (
    <>
      <Tools {...dialogs} />
      <Button wide onClick={dialogs.onChoose}>
        {say('app.choose.which')}
      </Button>
      <PredictionSwitch />
      {canChange && <SettingParts />}
    </>
  );
}
