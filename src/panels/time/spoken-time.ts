/** A moment of the run as it is spoken, "2 minutes 44 seconds". */
import { text, type Vocabulary } from '../../text/text.ts';

/** Cut to the whole second; parts that are nothing are left out. */
export function spokenTime(vocabulary: Vocabulary, tSeconds: number): string {
  const whole = Math.max(0, Math.floor(tSeconds + 1e-6));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = whole % 60;
  const parts: string[] = [];
  if (hours > 0) parts.push(text(vocabulary, 'time.spoken.hours', { n: hours }));
  if (minutes > 0) parts.push(text(vocabulary, 'time.spoken.minutes', { n: minutes }));
  if (seconds > 0 || parts.length === 0) parts.push(text(vocabulary, 'time.spoken.seconds', { n: seconds }));
  return parts.join(' ');
}
