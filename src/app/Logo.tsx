/** One thing, and the same thing in parts. */
import styles from './Logo.module.css';

export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 32 32" aria-hidden="true">
      <circle className={styles.whole} cx="7.5" cy="16" r="6" />
      <circle className={styles.parts} cx="23" cy="16" r="6.5" />
    </svg>
  );
}
