/** A fault as a bar says it: what is down, and from when to when. */
import { isTextKey, text, textOf, type Vocabulary } from '../../text/text.ts';
import { minuteText } from './clock-text.ts';
import type { FaultBar } from './draw-lanes.ts';
import { componentName } from './log-sentence.ts';

export function faultWords(vocabulary: Vocabulary, { fault, target }: Pick<FaultBar, 'fault' | 'target'>): string {
  const key = `time.fault.${fault}.${target.replace(':', '.')}`;
  if (isTextKey(key)) return textOf(vocabulary, key);
  return text(vocabulary, `time.fault.${fault}.component`, { name: componentName(vocabulary, target) });
}

export function faultTime(vocabulary: Vocabulary, bar: FaultBar): string {
  const what = faultWords(vocabulary, bar);
  const from = minuteText(bar.from);
  if (!bar.isRepaired) return text(vocabulary, 'time.fault.from', { what, from });
  return text(vocabulary, 'time.fault.from-to', { what, from, to: minuteText(bar.until) });
}
