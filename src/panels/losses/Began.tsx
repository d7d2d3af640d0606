/** Where a failure began, as a button that shows that part. */
import { Crosshair } from 'lucide-react';
import type { Failure } from '../../lessons/remedies.ts';
import type { RunId } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import styles from './Losses.module.css';

interface BeganProps {
  run: RunId;
  component: string | undefined;
  reason: Failure;
  told: Failure;
}

/** `reason` is what it began with, `told` what was heard of it. Nothing for a component that is not there any more. */
export function Began({ run, component, reason, told }: BeganProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  if (component === undefined) return null;
  return (
    <Button
      weight="bare"
      className={styles.link}
      icon={<Crosshair />}
      title={say('losses.show')}
      onClick={() => session.select({ kind: 'component', run, component })}
    >
      {reason === told
        ? say('losses.at', { name: nameOf(vocabulary, component) })
        : say('losses.began', { name: nameOf(vocabulary, component), reason: say(`reason.${reason}`) })}
    </Button>
  );
}
