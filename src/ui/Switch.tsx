/** Something that is on or off. The whole row is the switch, so it is easy to hit. */
import styles from './Switch.module.css';
import { unavailableProps } from './unavailable.ts';

export interface SwitchProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** One more line under the name. */
  help?: string;
  /** `failed`: being on means that something is broken. */
  tone?: 'plain' | 'failed';
  disabled?: boolean;
  /** Cannot be used just now. Unlike a disabled one it keeps the focus, so that whoever works with keys is not thrown off. */
  unavailable?: boolean;
  title?: string | undefined;
}

export function Switch({
  label,
  checked,
  onChange,
  help,
  tone = 'plain',
  disabled = false,
  unavailable = false,
  title,
}: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      disabled={disabled}
      className={`${styles.row} ${styles[tone]}`}
      title={title}
      onClick={() => onChange(!checked)}
      {...(unavailable ? unavailableProps : {})}
    >
      <span className={styles.words}>
        <span>{label}</span>
        {help !== undefined && <span className={styles.help}>{help}</span>}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.knob} />
      </span>
    </button>
  );
}
