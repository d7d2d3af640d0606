/** On a phone: the picture on top, time under it, everything else behind tabs below. */
import { type ReactNode, type Ref, type RefObject, useEffect, useRef, useState } from 'react';
import { CompareFigures } from '../compare/CompareFigures.tsx';
import { CompareStory } from '../compare/CompareStory.tsx';
import { ProofStory } from '../compare/proof/ProofStory.tsx';
import { LabInstrument } from '../labs/LabInstrument.tsx';
import { FaultPanel } from '../panels/faults/FaultPanel.tsx';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { KnobsPanel } from '../panels/knobs/KnobsPanel.tsx';
import { LossesPanel } from '../panels/losses/LossesPanel.tsx';
import { StoryPanel } from '../panels/story/StoryPanel.tsx';
import { UploadPanel } from '../panels/upload/UploadPanel.tsx';
import { isOnBench } from '../stages/catalogue.ts';
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
import { isStage, isTable } from './screens.ts';

type Tab = 'story' | 'instrument' | 'break' | 'figures' | 'time' | 'proof' | 'settings';

export interface PhoneProps {
  picture: Ref<HTMLElement>;
  dialogs: Dialogs;
}

export function Phone({ picture, dialogs }: PhoneProps) {
  const screen = useSessionState((state) => state.screen);
  if (screen === 'home' || isTable(screen)) {
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
  const [chosen, setTab] = useState<Tab | null>(null);
  const tabs = useTabs(dialogs);
  const place = useRef<HTMLDivElement>(null);
  useOpenSelected(() => setTab('break'), place);
  useOpenStory(() => setTab('story'));
  const screen = useSessionState((state) => state.screen);
  // Another story begins at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of screen that counts.
  useEffect(() => toTop(place.current), [screen]);
  // The story explains what is shown, so it is open at first; what the reader has opened stays open where it is there.
  const tab = tabs.find(({ id }) => id === chosen)?.id ?? (tabs[0] as (typeof tabs)[number]).id;
  return (
    <div ref={place} className={styles.parts}>
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
    </div>
  );
}

function toTop(parts: HTMLElement | null): void {
  parts?.querySelector('[role=tabpanel]:not([hidden])')?.scrollTo(0, 0);
}

/** Opens what there is to say of a component or an instance when it is tapped in the picture. */
function useOpenSelected(open: () => void, parts: RefObject<HTMLElement | null>): void {
  const selection = useSessionState((state) => state.selection);
  const [opened, setOpened] = useState(selection);
  if (selection !== opened) {
    setOpened(selection);
    if (selection !== null) open();
  }
  // What is selected stands first there. Of an upload its own panel tells.
  useEffect(() => {
    if (selection !== null) toTop(parts.current);
  }, [selection, parts]);
}

/** Opens the story when somebody turns to a passage of it, from where something went wrong for instance. */
function useOpenStory(open: () => void): void {
  const passages = useSessionState((state) => state.passages);
  const [seen, setSeen] = useState(passages);
  if (passages !== seen) {
    setSeen(passages);
    open();
  }
}

/** What can be broken; before it what is selected, with its knobs: on a phone there is no other place in sight. */
function PhoneBreak() {
  const isComponent = useSessionState(({ selection }) => selection !== null && selection.kind !== 'upload');
  if (!isComponent) return <BreakParts />;
  return (
    <>
      <Inspector />
      <KnobsPanel />
      <UploadPanel />
      <FaultPanel />
    </>
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
    const instrument = {
      id: 'instrument',
      content: (
        <div data-instrument>
          <RunProvider run={session.run(screen)}>
            <LabInstrument stage={screen} />
          </RunProvider>
        </div>
      ),
    } as const;
    return [
      { id: 'story', content: <StoryPanel stage={screen} /> },
      ...(isOnBench(screen) ? [instrument] : []),
      { id: 'break', content: <PhoneBreak /> },
      { id: 'figures', content: figures },
      time,
      settings,
    ];
  }
  if (screen === 'compare') {
    return [
      { id: 'story', content: <CompareStory /> },
      { id: 'break', content: <PhoneBreak /> },
      {
        id: 'figures',
        content: (
          <>
            <CompareFigures />
            <LossesPanel />
          </>
        ),
      },
      time,
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
