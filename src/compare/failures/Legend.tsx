/** What the colours, bars and hatches of the table mean. */
import type { TextKey } from '../../text/text.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './FaultGrid.module.css';
import { type Level, levels } from './level.ts';

const words: Readonly<Record<Level, TextKey & `failures.level.${string}`>> = {
  none: 'failures.level.none',
  few: 'failures.level.few',
  some: 'failures.level.some',
  many: 'failures.level.many',
  most: 'failures.level.most',
};

export function Legend() {
  const say = useText();
  return (
    <div className={styles.legend}>
      <span>{say('failures.legend')}</span>
      <ul>
        {levels.map((level) => (
          <li key={level}>
            <span className={`${styles.swatch} ${styles[level]}`} aria-hidden="true" />
            {say(words[level])}
          </li>
        ))}
        <li>
          <span className={`${styles.swatch} ${styles.nothing}`} aria-hidden="true" />
          {say('failures.level.nothing')}
        </li>
        <li>
          <span className={`${styles.swatch} ${styles.waits}`} aria-hidden="true" />
          {say('failures.legend.waits')}
        </li>
        <li>{say('failures.legend.range')}</li>
      </ul>
    </div>
  );
}
