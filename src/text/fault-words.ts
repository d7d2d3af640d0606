/** What can be made to go wrong, in words. */
import type { Words } from './words.ts';

export const faultWords = {
  'fault.crash': 'Crash',
  'fault.crash.what':
    'Every instance goes down at once, with the work it has in hand, and whatever starts goes down too, until it is repaired.',
  'fault.instance-loss': 'One instance lost',
  'fault.instance-loss.what': 'One instance goes down, with the work it has in hand. The others go on.',
} as const satisfies Words;
