/** Chooses which architecture stands in a place of the comparison. */
import type { StageId } from '../stages/catalogue.ts';
import { useText } from '../ui/use-text.ts';
import styles from './ArchitectureSelect.module.css';
import { choiceGroups } from './choices.ts';

export interface ArchitectureSelectProps {
  value: StageId;
  /** Which place, 1 for the first. */
  n: number;
  onChange: (stage: StageId) => void;
}

export function ArchitectureSelect({ value, n, onChange }: ArchitectureSelectProps) {
  const say = useText();
  return (
    <select
      className={styles.select}
      aria-label={say('picker.choose', { n })}
      title={say('picker.choose.what')}
      value={value}
      onChange={({ target }) => onChange(target.value as StageId)}
    >
      {choiceGroups.map(({ label, stages }) => (
        <optgroup key={label} label={say(label)}>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {say(`stage.${stage}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
