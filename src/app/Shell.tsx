/** Where everything stands: header, story, picture, switches and figures, time. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { TimeArea } from '../panels/time/TimeArea.tsx';
import type { Problem } from '../scenario/problem.ts';
import { useSessionState } from '../stores/session-context.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { Header } from './Header.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { Keyboard } from './Keyboard.tsx';
import { NARROW } from './layout.ts';
import { Notices } from './Notices.tsx';
import { Phone } from './Phone.tsx';
import { Picture } from './Picture.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import styles from './Shell.module.css';
import { FiguresSide, StorySide } from './Sides.tsx';
import { screenName } from './screens.ts';

export function Shell({ problems }: { problems: readonly Problem[] }) {
  const say = useText();
  const screen = useSessionState((state) => state.screen);
  const narrow = useMedia(NARROW);
  const picture = useRef<HTMLElement>(null);
  const [dialog, setDialog] = useState<'share' | 'help' | null>(null);
  const showHelp = useCallback(() => setDialog('help'), []);

  const title = say('app.title', { screen: say(screenName[screen]) });
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <div className={styles.shell}>
      {/* Not a jump to an anchor: the address holds what is shown. */}
      <button type="button" className={styles.skip} onClick={() => picture.current?.focus()}>
        {say('app.skip')}
      </button>
      <Header onShare={() => setDialog('share')} onHelp={showHelp} />
      <Notices problems={problems} />
      {narrow ? (
        <Phone picture={picture} onShare={() => setDialog('share')} onHelp={showHelp} />
      ) : (
        <main className={styles.main}>
          {screen !== 'compare' && <StorySide stage={screen} />}
          <Picture ref={picture} />
          <FiguresSide />
          <div className={styles.time}>
            <TimeArea />
          </div>
        </main>
      )}
      <Keyboard onHelp={showHelp} />
      {dialog === 'share' && <ShareDialog onClose={() => setDialog(null)} />}
      {dialog === 'help' && <HelpDialog onClose={() => setDialog(null)} />}
    </div>
  );
}
