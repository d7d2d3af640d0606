/** The ways to set architectures against each other, behind one button of the header. */
import { ChevronDown, Columns3 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/use-text.ts';
import styles from './CompareMenu.module.css';
import { compareWays } from './compare-ways.tsx';
import { comparing, screenLine } from './screens.ts';

/** `narrow`: where there is no room for words, the sign stands alone. */
export function CompareMenu({ narrow = false }: { narrow?: boolean }) {
  const say = useText();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  // Whatever else is pressed closes it.
  useEffect(() => {
    if (!isOpen) return;
    const close = ({ target }: Event): void => {
      if (!(target instanceof Node && menu.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    const ways = [...(menu.current?.querySelectorAll<HTMLElement>('li button') ?? [])];
    const at = ways.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? ways.length - 1 : at - 1, Home: 0, End: ways.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (to !== undefined) ways[(to + ways.length) % ways.length]?.focus();
    else return;
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  const isHere = comparing.some((each) => each === screen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons in it
    <div ref={menu} className={styles.menu} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        icon={<Columns3 />}
        className={`${styles.button} ${narrow ? styles.narrow : ''}`}
        aria-expanded={isOpen}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={narrow ? 'for-readers' : undefined}>{say('app.compare')}</span>
        {!narrow && <ChevronDown className={styles.sign} aria-hidden="true" />}
      </Button>
      {isOpen && (
        <ul className={styles.ways} aria-label={say('app.compare.ways')}>
          {comparing.map((way) => (
            <li key={way}>
              <button
                type="button"
                aria-current={way === screen ? 'page' : undefined}
                aria-keyshortcuts={compareWays[way].key}
                onClick={() => {
                  setOpen(false);
                  session.show(way);
                }}
              >
                <span className={styles.icon} aria-hidden="true">
                  {compareWays[way].icon}
                </span>
                <span>
                  <strong>{say(`app.compare.${way}`)}</strong>
                  <span className={styles.line}>{screenLine(way, say)}</span>
                </span>
                <span className={styles.key} aria-hidden="true">
                  {compareWays[way].key}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
