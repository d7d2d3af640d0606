/** How strongly a fault strikes: roughly by a slider, exactly in a field. Nothing where it has no strength. */
import { faultCatalogue } from '../../faults/catalogue.ts';
import { strengthText } from '../../faults/strength-text.ts';
import type { Fault } from '../../models/facts.ts';
import { Slider } from '../../ui/Slider.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { strengthRange } from '../time/bar-edits.ts';
import { ExactField } from './ExactField.tsx';
import styles from './Faults.module.css';
import { type Refusal, writtenStrength } from './fault-draft.ts';

export interface StrengthFieldsProps {
  fault: Fault;
  strength: number;
  refusal: Refusal | undefined;
  /** As it is written in the field; false if it is refused. */
  onCommit: (written: string) => boolean;
}

export function StrengthFields({ fault, strength, refusal, onCommit }: StrengthFieldsProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const declared = faultCatalogue[fault].strength;
  const range = strengthRange(fault);
  if (declared === null || range === null) return null;
  const label = say('break.field.strength');
  return (
    <div className={styles.strength}>
      <Slider
        label={label}
        value={strength}
        range={range}
        format={(value) => strengthText(vocabulary, fault, value)}
        onChange={(value) => onCommit(writtenStrength(fault, value))}
      />
      <ExactField
        label={say('break.field.exactly')}
        name={say('break.field.exact', { name: label })}
        unit={say(`break.unit.${declared.unit}`)}
        value={writtenStrength(fault, strength)}
        refusal={refusal}
        onCommit={onCommit}
      />
    </div>
  );
}
