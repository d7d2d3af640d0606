/** The top of the page: the way home, the seven stages, what is beside them, and how things are shown. */
import { CircleHelp, Compass, Moon, Share2, Sun, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession, useSessionState, useSettings } from '../stores/session-context.tsx';
import type { Settings } from '../stores/settings-store.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NARROW } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import styles from './Header.module.css';
import { CompareMenu, LabsMenu, MoreMenu } from './HeaderMenus.tsx';
import { Logo } from './Logo.tsx';
import type { LastShown } from './last-forms.ts';
import { Stepper } from './Stepper.tsx';
import { nextTheme } from './shortcuts.ts';

const themeIcons: Record<Settings['theme'], ReactNode> = {
  system: <SunMoon />,
  light: <Sun />,
  dark: <Moon />,
};

/** The dialogs that can be opened from anywhere. */
export interface Dialogs {
  onShare: () => void;
  onHelp: () => void;
  onChoose: () => void;
}

export function Header({ lastShown, dialogs }: { lastShown: LastShown; dialogs: Dialogs }) {
  const narrow = useMedia(NARROW);
  return (
    <header className={styles.header}>
      <Home />
      <Stepper formOf={lastShown.formOf} />
      {narrow ? (
        <MoreMenu benchIn={lastShown.benchIn} />
      ) : (
        <div className={styles.end}>
          <Beside benchIn={lastShown.benchIn} onChoose={dialogs.onChoose} />
          <Tools {...dialogs} />
        </div>
      )}
    </header>
  );
}

/** The name of the site, which leads home. */
function Home() {
  const say = useText();
  const session = useSession();
  const isHome = useSessionState((state) => state.screen === 'home');
  return (
    <h1 className={styles.name}>
      <button
        type="button"
        className={styles.home}
        aria-label={say('app.home')}
        aria-current={isHome ? 'page' : undefined}
        aria-keyshortcuts="0"
        title={say('app.home.what')}
        onClick={() => session.show('home')}
      >
        <Logo />
        <span className={styles.words}>{say('app.name')}</span>
      </button>
    </h1>
  );
}

/** What is no stage: several of them set against each other, the labs, and which of the stages to take. */
function Beside({ benchIn, onChoose }: Pick<LastShown, 'benchIn'> & Pick<Dialogs, 'onChoose'>) {
  const say = useText();
  return (
    <div className={styles.beside}>
      <CompareMenu />
      <LabsMenu benchIn={benchIn} />
      <Button
        icon={<Compass />}
        title={say('app.choose.which')}
        aria-keyshortcuts="W"
        aria-haspopup="dialog"
        onClick={onChoose}
      >
        <span className={styles.word}>{say('app.choose')}</span>
      </Button>
    </div>
  );
}

/** How things are shown, and what is not about the run. On a phone they stand among the settings. */
export function Tools({ onShare, onHelp }: Pick<Dialogs, 'onShare' | 'onHelp'>) {
  const say = useText();
  const session = useSession();
  const vocabulary = useSettings((settings) => settings.vocabulary);
  const theme = useSettings((settings) => settings.theme);
  return (
    <div className={styles.tools}>
      <Choice
        label={say('app.words')}
        value={vocabulary}
        options={[
          { value: 'neutral', label: say('app.words.plain'), title: say('app.words.plain.what') },
          { value: 'aws', label: say('app.words.aws'), title: say('app.words.aws.what') },
        ]}
        onChange={(next) => session.settings.setState({ vocabulary: next })}
      />
      <IconButton label={say(`app.theme.${theme}`)} icon={themeIcons[theme]} onClick={() => nextTheme(session)} />
      <IconButton label={say('app.help')} icon={<CircleHelp />} aria-keyshortcuts="?" onClick={onHelp} />
      <IconButton label={say('app.share')} icon={<Share2 />} onClick={onShare} />
    </div>
  );
}
