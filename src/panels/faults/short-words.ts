/** When a fault strikes and how strongly, in a few words. */
import { usualStrength } from '../../faults/catalogue.ts';
import { strengthText } from '../../faults/strength-text.ts';
import type { FaultIntervention } from '../../scenario/scenario.ts';
import { targetName } from '../../text/target-name.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { minuteText } from '../time/clock-text.ts';

/** "processing, 1:00 to 2:00, 10 times". */
export function shortWords(
  vocabulary: Vocabulary,
  { fault, target, atSeconds, untilSeconds, strength }: FaultIntervention,
): string {
  const from = minuteText(atSeconds);
  const when =
    untilSeconds === undefined
      ? text(vocabulary, 'break.list.from', { from })
      : text(vocabulary, 'break.list.from-to', { from, to: minuteText(untilSeconds) });
  const how = strengthText(vocabulary, fault, strength ?? usualStrength(fault));
  return [targetName(vocabulary, target), when, how].filter((words) => words !== '').join(', ');
}
