/** A dialog over the page. The browser keeps the focus inside, closes it on Escape, and gives the focus back. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { useText } from './use-text.ts';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** For tables and the like; `most`: for what stands in three columns. */
  wide?: boolean | 'most';
}

/** Mount it to open it. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const say = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the key for it is Escape.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={`${styles.dialog} ${wide === 'most' ? styles.most : wide ? styles.wide : ''}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton quiet label={say('ui.close')} icon={<X />} onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
      </div>
    </dialog>
  );
}
