/** Where a fault strikes: targets that mean the same in every architecture, then single things of what is on screen. */
import { useId } from 'react';
import type { Target } from '../../scenario/targets.ts';
import { targetHeading } from '../../text/target-name.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import type { FaultChoice } from './choices.ts';
import styles from './Faults.module.css';

export interface TargetSelectProps {
  choice: FaultChoice;
  value: Target;
  onChange: (target: Target) => void;
}

export function TargetSelect({ choice, value, onChange }: TargetSelectProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const id = useId();
  const { everywhere, here } = choice;
  const options = (targets: readonly Target[]) =>
    targets.map((target) => (
      <option key={target} value={target}>
        {targetHeading(vocabulary, target)}
      </option>
    ));
  const isOther = !everywhere.includes(value) && !here.includes(value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{say('break.field.target')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {/* It was set where another architecture was shown. */}
        {isOther && options([value])}
        {everywhere.length > 0 && <optgroup label={say('break.pick.where.everywhere')}>{options(everywhere)}</optgroup>}
        {here.length > 0 && <optgroup label={say('break.pick.where.here')}>{options(here)}</optgroup>}
      </select>
    </div>
  );
}
