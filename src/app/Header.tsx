/** The top of the page: which architecture is shown, and how. */
import { CircleHelp, Moon, Share2, Sun, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Screen } from '../stores/session.ts';
import { useSession, useSessionState, useSettings } from '../stores/session-context.tsx';
import type { Settings } from '../stores/settings-store.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import styles from './Header.module.css';
import { Logo } from './Logo.tsx';
import { NARROW } from './layout.ts';
import { screenName, screens } from './screens.ts';
import { nextTheme } from './shortcuts.ts';

const themeIcons: Record<Settings['theme'], ReactNode> = {
  system: <SunMoon />,
  light: <Sun />,
  dark: <Moon />,
};

export interface HeaderProps {
  onShare: () => void;
  onHelp: () => void;
}

export function Header({ onShare, onHelp }: HeaderProps) {
  const say = useText();
  const narrow = useMedia(NARROW);
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        <span className={narrow ? 'for-readers' : undefined}>{say('app.name')}</span>
      </h1>
      <Screens />
      {!narrow && <Tools onShare={onShare} onHelp={onHelp} />}
    </header>
  );
}

/** How things are shown, and what is not about the run. On a phone they stand among the settings. */
export function Tools({ onShare, onHelp }: HeaderProps) {
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
      <Button icon={<Share2 />} onClick={onShare}>
        {say('app.share')}
      </Button>
    </div>
  );
}

function Screens() {
  const say = useText();
  const session = useSession();
  const shown = useSessionState((state) => state.screen);
  const place = (screen: Screen): string => String(screens.indexOf(screen) + 1);
  return (
    <nav className={styles.screens} aria-label={say('app.screens')}>
      <ol>
        {screens.map((screen) => (
          <li key={screen}>
            <button
              type="button"
              className={styles.screen}
              aria-current={screen === shown ? 'page' : undefined}
              aria-keyshortcuts={place(screen)}
              onClick={() => session.show(screen)}
            >
              <span className={`number ${styles.place}`} aria-hidden="true">
                {place(screen)}
              </span>
              {say(screenName[screen])}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
