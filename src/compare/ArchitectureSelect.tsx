/** Chooses which architecture stands in a place of the comparison, in its first or its second setting. */
import { stageOf } from '../stores/run-ids.ts';
import type { ComparedId } from '../stores/session.ts';
import { useText } from '../ui/use-text.ts';
import styles from './ArchitectureSelect.module.css';
import { choiceGroups, secondsAmong } from './choices.ts';

export interface ArchitectureSelectProps {
  value: ComparedId;
  /** Which place, 1 for the first. */
  n: number;
  /** All that stand side by side: of these the second settings are offered. */
  compared: readonly ComparedId[];
  onChange: (id: ComparedId) => void;
}

export function ArchitectureSelect({ value, n, compared, onChange }: ArchitectureSelectProps) {
  const say = useText();
  // Where nobody uploads there is no choice of it, and it may stand here all the same: a bench put it there.
  const stage = stageOf(value);
  const isOffered = stage !== value || choiceGroups.some(({ stages }) => stages.includes(stage));
  return (
    <select
      data-place={n - 1}
      className={styles.select}
      aria-label={say('picker.choose', { n })}
      title={say('picker.choose.what')}
      value={value}
      onChange={({ target }) => onChange(target.value as ComparedId)}
    >
      {!isOffered && <option value={value}>{say(`stage.${stage}`)}</option>}
      {choiceGroups.map(({ label, stages }) => (
        <optgroup key={label} label={say(label)}>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {say(`stage.${stage}`)}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={say('picker.group.second')}>
        {secondsAmong(compared).map((id) => (
          <option key={id} value={id}>
            {say('compare.second', { name: say(`stage.${stageOf(id)}`) })}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
