/** A value to be written exactly: taken over on Enter or when one leaves the field; refused with the reason, it stays as written. */
import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import styles from './Faults.module.css';
import type { Refusal } from './fault-draft.ts';

export interface ExactFieldProps {
  label: string;
  /** Name for readers, where the label beside others does not say enough. */
  name?: string;
  unit?: string;
  /** What stands in an empty field. */
  placeholder?: string;
  value: string;
  refusal: Refusal | undefined;
  /** Takes it over; false if it is refused. */
  onCommit: (written: string) => boolean;
}

export function ExactField({ label, name = label, unit, placeholder, value, refusal, onCommit }: ExactFieldProps) {
  const id = useId();
  const [written, setWritten] = useState<string | null>(null);
  /** What was refused; whoever writes something else has read why. */
  const [refused, setRefused] = useState<string | null>(null);
  const commit = (): void => {
    if (written === null) return;
    if (written.trim() === value || onCommit(written)) setWritten(null);
    else setRefused(written);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && written !== null) {
      // A form around it is only sent by the next.
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && written !== null) {
      event.preventDefault();
      event.stopPropagation();
      setWritten(null);
    }
  };
  const isRefused = refusal !== undefined && written !== null && written === refused;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <span aria-hidden={name !== label || undefined}>{label}</span>
        {name !== label && <span className="for-readers">{name}</span>}
      </label>
      <span className={styles.exact}>
        <input
          id={id}
          className="number"
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          value={written ?? value}
          aria-invalid={isRefused || undefined}
          aria-describedby={isRefused ? `${id}-why` : undefined}
          onChange={(event) => setWritten(event.currentTarget.value)}
          onKeyDown={keyDown}
          onBlur={commit}
        />
        {unit !== undefined && unit !== '' && <span className={styles.unit}>{unit}</span>}
      </span>
      {isRefused && <RefusalWords id={`${id}-why`} name={name} refusal={refusal} />}
    </div>
  );
}

/** Why something is refused: what it is, what stands there, and what is allowed. */
export function RefusalWords({ id, name, refusal }: { id?: string; name: string; refusal: Refusal }) {
  const say = useText();
  return (
    <p id={id} role="alert" className={styles.refusal}>
      {say('break.refused', { name, value: refusal.value, allowed: refusal.allowed })}
    </p>
  );
}
