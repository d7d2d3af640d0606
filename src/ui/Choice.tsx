/** One of a few, side by side: radio buttons that look like one control. */
import { useId } from 'react';
import styles from './Choice.module.css';

export interface ChoiceProps<T extends string> {
  /** Name of the whole; read out. */
  label: string;
  /** Whether the name is also seen, above the options. */
  labelShown?: boolean;
  options: readonly { value: T; label: string; title?: string }[];
  value: T;
  onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, labelShown = false, options, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={labelShown ? styles.legend : 'for-readers'}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
