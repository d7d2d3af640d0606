/** Something that is needed now and then: its name, and the rest when it is opened. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';

export interface FoldProps {
  title: string;
  /** Opens it, or closes it, whenever this changes; between, the reader does. */
  open?: boolean;
  children: ReactNode;
}

export function Fold({ title, open = false, children }: FoldProps) {
  return (
    <details className={styles.fold} open={open}>
      <summary className={styles.title}>
        <ChevronRight className={styles.sign} aria-hidden="true" />
        {title}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
