/** One of several runs side by side: its name, what it is in a line, how it is doing, and its picture. */
import type { ReactNode } from 'react';
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import { runName } from '../panels/names.ts';
import { isVariantId } from '../stores/run-ids.ts';
import type { Run } from '../stores/session.ts';
import { RunProvider } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import styles from './RunCard.module.css';
import { StateMark } from './StateMark.tsx';

export interface RunCardProps {
  run: Run;
  /** What it is called, or what chooses it; left out where its name stands elsewhere, as on a tab. */
  title?: ReactNode;
  /** What it is, in a line. */
  line?: ReactNode;
  /** Whether it is said how it is doing; not where that is asked. */
  marked?: boolean;
  /** What can be done with the card, at the end of its head. */
  actions?: ReactNode;
}

export function RunCard({ run, title, line, marked = true, actions }: RunCardProps) {
  const say = useText();
  const isBare = title === undefined;
  return (
    <section className={`${styles.card} ${isBare ? styles.bare : ''}`} aria-label={runName(say, run)}>
      <header className={styles.head}>
        {!isBare && <h3 className={styles.name}>{title}</h3>}
        {marked && (
          <div className={styles.mark}>
            <StateMark run={run} />
          </div>
        )}
        {actions}
        {line !== undefined && (
          <p className={styles.line} data-kept={isVariantId(run.id) || undefined}>
            {line}
          </p>
        )}
      </header>
      <div className={styles.picture} data-picture>
        <RunProvider run={run}>
          <StageCanvas compact />
        </RunProvider>
      </div>
    </section>
  );
}
