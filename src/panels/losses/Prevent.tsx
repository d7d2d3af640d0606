/** Leads to the passages that tell how to prevent what has failed. */
import { BookOpen } from 'lucide-react';
import { useId } from 'react';
import type { Failure } from '../../lessons/remedies.ts';
import { useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './Losses.module.css';
import { openRemedy, remediesFor } from './remedy-links.ts';

/** `reason` is what was told, `began` what it began with. */
export function Prevent({ reason, began }: { reason: Failure; began: Failure }) {
  const say = useText();
  const session = useSession();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: one or two buttons are no fieldset of a form.
    <span className={styles.prevent} role="group" aria-labelledby={id}>
      <span id={id}>{say('losses.prevent')}</span>
      {remediesFor(reason, began).map((remedy) => (
        <Button
          key={remedy.story}
          weight="bare"
          className={styles.link}
          icon={<BookOpen />}
          onClick={() => openRemedy(session, remedy)}
        >
          {say(`stage.${remedy.story}`)}
        </Button>
      ))}
    </span>
  );
}
