/** Where everything stands: header, story, picture, switches and figures, time. */
import { type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { ProofStory } from '../compare/proof/ProofStory.tsx';
import type { Answers } from '../lessons/choose.ts';
import { StoryPanel } from '../panels/story/StoryPanel.tsx';
import { TimeArea } from '../panels/time/TimeArea.tsx';
import type { Problem } from '../scenario/problem.ts';
import { isOnBench } from '../stages/catalogue.ts';
import { useSessionState } from '../stores/session-context.tsx';
import { NARROW } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { Announcer } from './Announcer.tsx';
import { ChooseDialog } from './choose/ChooseDialog.tsx';
import { type Dialogs, Header } from './Header.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { Keyboard } from './Keyboard.tsx';
import { LabNav } from './LabNav.tsx';
import { LabTime } from './LabTime.tsx';
import { useLastShown } from './last-forms.ts';
import { Notices } from './Notices.tsx';
import { Phone } from './Phone.tsx';
import { Picture } from './Picture.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import styles from './Shell.module.css';
import { FiguresSide, StorySide } from './Sides.tsx';
import { isStage, isTable, labShown, wholeName } from './screens.ts';
import { useFocusInPicture } from './use-focus-in-picture.ts';

type DialogId = 'share' | 'help' | 'choose';

export function Shell({ problems }: { problems: readonly Problem[] }) {
  const say = useText();
  const screen = useSessionState((state) => state.screen);
  const narrow = useMedia(NARROW);
  const picture = useRef<HTMLElement>(null);
  const lastShown = useLastShown();
  const lab = useSessionState(labShown);
  const [dialog, setDialog] = useState<DialogId | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const goOn = useFocusInPicture(picture, { screen, hasDialog: dialog !== null });
  const dialogs = useMemo<Dialogs>(
    () => ({
      onShare: () => setDialog('share'),
      onHelp: () => setDialog('help'),
      onChoose: () => setDialog('choose'),
    }),
    [],
  );

  const title = screen === 'home' ? say('app.title.home') : say('app.title', { screen: wholeName(screen, say) });
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <div className={styles.shell}>
      {/* Not a jump to an anchor: the address holds what is shown. */}
      <button type="button" className={styles.skip} onClick={() => picture.current?.focus()}>
        {say(screen === 'home' ? 'app.skip.home' : isTable(screen) ? 'app.skip.table' : 'app.skip')}
      </button>
      <Header lastShown={lastShown} dialogs={dialogs} />
      {lab !== null && <LabNav lab={lab} formOf={lastShown.formOf} />}
      <Announcer />
      <Notices problems={problems} />
      {narrow ? <Phone picture={picture} dialogs={dialogs} /> : <Desk picture={picture} dialogs={dialogs} />}
      <Keyboard {...lastShown} showHelp={dialogs.onHelp} showChoose={dialogs.onChoose} />
      {dialog === 'share' && <ShareDialog onClose={() => setDialog(null)} />}
      {dialog === 'help' && <HelpDialog onClose={() => setDialog(null)} />}
      {dialog === 'choose' && (
        <ChooseDialog
          answers={answers}
          onAnswer={setAnswers}
          onClose={() => setDialog(null)}
          onGoOn={() => {
            goOn();
            setDialog(null);
          }}
        />
      )}
    </div>
  );
}

/** Where there is room for panels beside the picture. */
function Desk({ picture, dialogs }: { picture: Ref<HTMLElement>; dialogs: Dialogs }) {
  const screen = useSessionState((state) => state.screen);
  return (
    <main className={styles.main}>
      {(isStage(screen) || screen === 'proof') && (
        <StorySide>{isStage(screen) ? <StoryPanel stage={screen} /> : <ProofStory />}</StorySide>
      )}
      <Picture ref={picture} onChoose={dialogs.onChoose} />
      {(isStage(screen) || screen === 'compare') && <FiguresSide />}
      {screen !== 'home' && !isTable(screen) && (
        <div className={styles.time}>{isStage(screen) && isOnBench(screen) ? <LabTime /> : <TimeArea />}</div>
      )}
    </main>
  );
}
