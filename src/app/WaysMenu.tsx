/** A button of the header behind which ways to screens stand. */
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './WaysMenu.module.css';

export interface Way {
  id: string;
  name: string;
  /** What is found there, in one line. */
  line: string;
  icon: ReactNode;
  /** The key that leads there from anywhere. */
  key: string;
  current: 'page' | 'true' | undefined;
  go: () => void;
}

export interface WaysMenuProps {
  name: string;
  icon: ReactNode;
  /** Where there is no room for words the sign stands alone. */
  narrow?: boolean;
  /** Each with a name of its own; where there are several it is seen. */
  groups: readonly { name: string; ways: readonly Way[] }[];
}

export function WaysMenu({ name, icon, narrow = false, groups }: WaysMenuProps) {
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

  const isHere = groups.some(({ ways }) => ways.some(({ current }) => current !== undefined));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons in it
    <div ref={menu} className={styles.menu} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        icon={icon}
        title={narrow ? name : undefined}
        className={`${styles.button} ${narrow ? styles.narrow : ''}`}
        aria-expanded={isOpen}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={narrow ? 'for-readers' : undefined}>{name}</span>
        {!narrow && <ChevronDown className={styles.sign} aria-hidden="true" />}
      </Button>
      {isOpen && (
        <div className={styles.ways}>
          {groups.map((group) => (
            <Group
              key={group.name}
              {...group}
              isTitled={groups.length > 1}
              onGo={(way) => {
                setOpen(false);
                way.go();
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  name: string;
  ways: readonly Way[];
  isTitled: boolean;
  onGo: (way: Way) => void;
}

function Group({ name, ways, isTitled, onGo }: GroupProps) {
  return (
    <>
      {isTitled && (
        <p className={styles.title} aria-hidden="true">
          {name}
        </p>
      )}
      <ul aria-label={name}>
        {ways.map((way) => (
          <li key={way.id}>
            <button type="button" aria-current={way.current} aria-keyshortcuts={way.key} onClick={() => onGo(way)}>
              <span className={styles.icon} aria-hidden="true">
                {way.icon}
              </span>
              <span>
                <strong>{way.name}</strong>
                <span className={styles.line}>{way.line}</span>
              </span>
              <span className={styles.key} aria-hidden="true">
                {way.key}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
