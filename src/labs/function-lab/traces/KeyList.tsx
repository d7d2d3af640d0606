/** A list in which one entry is picked: with the arrow keys, Home and End, by a click or a touch; Enter opens it. */
import { type KeyboardEvent, type ReactNode, type RefObject, type UIEvent, useEffect, useId, useRef } from 'react';
import styles from './KeyList.module.css';

export interface KeyListItem {
  key: string;
  /** What is read out. */
  spoken: string;
  content: ReactNode;
}

export interface KeyListProps {
  label: string;
  items: readonly KeyListItem[];
  /** Key of the entry that is picked; null for none. */
  picked: string | null;
  onPick: (key: string) => void;
  /** Enter, or a second click on the one that is picked. */
  onOpen?: (key: string) => void;
  listRef?: RefObject<HTMLDivElement | null>;
  onScroll?: (event: UIEvent<HTMLDivElement>) => void;
  className?: string | undefined;
}

export function KeyList({ label, items, picked, onPick, onOpen, listRef, onScroll, className }: KeyListProps) {
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const list = listRef ?? own;
  const place = items.findIndex(({ key }) => key === picked);
  const idOf = (n: number): string => `${id}-${n}`;
  const pick = (n: number): void => {
    const item = items[n];
    if (item === undefined) return;
    onPick(item.key);
    document.getElementById(idOf(n))?.scrollIntoView({ block: 'nearest' });
  };
  // Once: what is picked is in sight, and nothing around the list has moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later on the reader scrolls.
  useEffect(() => {
    const option = document.getElementById(idOf(place));
    if (option && list.current) list.current.scrollTop = option.offsetTop;
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && picked !== null && place >= 0) {
      onOpen?.(picked);
    } else {
      const last = items.length - 1;
      const to = {
        ArrowUp: place < 0 ? last : Math.max(0, place - 1),
        ArrowDown: place < 0 ? 0 : Math.min(last, place + 1),
        Home: 0,
        End: last,
      }[event.key];
      if (to === undefined) return;
      pick(to);
    }
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={place < 0 ? undefined : idOf(place)}
      className={`${styles.list} ${className ?? ''}`}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      {items.map(({ key, spoken, content }, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the one that is picked.
        <div
          key={key}
          id={idOf(n)}
          role="option"
          aria-selected={n === place}
          aria-label={spoken}
          className={styles.item}
          onClick={() => (n === place ? onOpen?.(key) : onPick(key))}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
