/** A number with its name, as a card; several of them stand in `Figures`. */
import type { ReactNode } from 'react';
import styles from './Figure.module.css';

export type FigureTone = 'plain' | 'done' | 'waiting' | 'failed';

export interface FigureProps {
  label: string;
  value: string;
  /** Small, after the value. */
  unit?: string | undefined;
  /** Colours the value; the words say the same. */
  tone?: FigureTone;
  /** What the number is, in a sentence. */
  title?: string;
}

export function Figure({ label, value, unit, tone = 'plain', title }: FigureProps) {
  return (
    <div className={styles.figure} title={title}>
      <dt className={styles.label}>{label}</dt>
      <dd className={`number ${styles.value} ${styles[tone]}`}>
        {value}
        {unit !== undefined && <span className={styles.unit}> {unit}</span>}
      </dd>
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
