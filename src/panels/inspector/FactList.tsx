/** What can be said of the parts of a component, a line each; there is nothing to choose. */
import { useId } from 'react';
import { useText } from '../../ui/use-text.ts';
import styles from './Inspector.module.css';

/** Lines that are listed; the others are counted. Our choice. */
const MOST_LINES = 30;

export function FactList({ name, facts }: { name: string; facts: readonly { key: string; words: string }[] }) {
  const say = useText();
  const id = useId();
  if (facts.length === 0) return null;
  return (
    <div>
      <h3 id={id} className={styles.listName}>
        {name}
      </h3>
      <ul className={styles.list} aria-labelledby={id}>
        {facts.slice(0, MOST_LINES).map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
        {facts.length > MOST_LINES && (
          <li className={styles.more}>{say('inspect.more', { n: facts.length - MOST_LINES })}</li>
        )}
      </ul>
    </div>
  );
}
