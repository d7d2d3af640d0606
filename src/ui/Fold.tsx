/** Something that is needed now and then: its name, and the rest when it is opened. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';

export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.fold}>
      <summary className={styles.title}>
        <ChevronRight className={styles.sign} aria-hidden="true" />
        {title}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
