/** A few words beside what one points at or has in focus. They repeat its name or help, so nobody depends on them. */
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  words: string;
  /** One element that takes focus. */
  children: ReactElement<Record<string, unknown>>;
}

/** Milliseconds one points before the words show. Our choice. */
const DELAY_MS = 400;

export function Tooltip({ words, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger delay={DELAY_MS} render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className={styles.positioner}>
          <Base.Popup className={styles.popup}>{words}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
