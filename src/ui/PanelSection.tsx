/** A part of a panel, under a small heading. */
import { type ReactNode, useId } from 'react';
import styles from './PanelSection.module.css';

export interface PanelSectionProps {
  title: string;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  headClassName?: string | undefined;
  children: ReactNode;
}

export function PanelSection({ title, aside, headClassName, children }: PanelSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={[styles.head, headClassName].filter(Boolean).join(' ')}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
