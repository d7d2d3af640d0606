/** What a component holds, one entry each; an entry can be chosen to look at it by itself. */
import { useId } from 'react';
import { useText } from '../../ui/use-text.ts';
import styles from './Inspector.module.css';

/** Entries that are listed; the others are counted. Our choice. */
const MOST_ENTRIES = 30;

export interface Entry {
  key: string;
  words: string;
  choose: () => void;
}

/** `count` is how many there are; `entries` gives them one by one, and no more are asked for than are shown. */
export function EntryList({ name, count, entries }: { name: string; count: number; entries: Iterable<Entry> }) {
  const say = useText();
  const id = useId();
  if (count === 0) return null;
  const shown: Entry[] = [];
  for (const entry of entries) {
    shown.push(entry);
    if (shown.length === MOST_ENTRIES) break;
  }
  return (
    <div>
      <h3 id={id} className={styles.listName}>
        {name}
      </h3>
      <ul className={styles.list} aria-labelledby={id}>
        {shown.map(({ key, words, choose }) => (
          <li key={key}>
            <button type="button" className={styles.entry} onClick={choose}>
              {words}
            </button>
          </li>
        ))}
        {count > shown.length && <li className={styles.more}>{say('inspect.more', { n: count - shown.length })}</li>}
      </ul>
    </div>
  );
}
