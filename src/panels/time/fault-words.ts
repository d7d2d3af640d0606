/** A fault as a bar says it: what is down, and from when to when. */
import { faultAt } from '../../text/target-name.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { minuteText } from './clock-text.ts';
import type { FaultBar } from './fault-bars.ts';

export function faultWords(vocabulary: Vocabulary, { fault, target }: Pick<FaultBar, 'fault' | 'target'>): string {
  return faultAt(vocabulary, fault, target);
}

export function faultTime(vocabulary: Vocabulary, bar: FaultBar): string {
  const what = faultWords(vocabulary, bar);
  const from = minuteText(bar.from);
  if (!bar.isRepaired) return text(vocabulary, 'time.fault.from', { what, from });
  return text(vocabulary, 'time.fault.from-to', { what, from, to: minuteText(bar.until) });
}
