/** What is selected, in words: what it is, what it is doing, since when, and everything it holds. */
import { X } from 'lucide-react';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText } from '../../ui/use-text.ts';
import { InspectedComponent } from './InspectedComponent.tsx';
import { InspectedInstance } from './InspectedInstance.tsx';
import { InspectedUpload } from './InspectedUpload.tsx';
import styles from './Inspector.module.css';

export function Inspector() {
  const say = useText();
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  if (selection === null) return null;
  const close = (
    <IconButton
      label={say('inspect.close')}
      icon={<X />}
      aria-keyshortcuts="Escape"
      onClick={() => session.select(null)}
    />
  );
  return (
    <PanelSection title={say('inspect.title')} aside={close}>
      <div className={styles.card}>
        {selection.kind === 'upload' ? (
          <InspectedUpload upload={selection.upload} />
        ) : selection.kind === 'instance' ? (
          <InspectedInstance {...selection} />
        ) : (
          <InspectedComponent {...selection} />
        )}
      </div>
    </PanelSection>
  );
}
