/** A fault that lasts at a part, in one line: what it is, how strong, on which link, zone or rule, and until when. */
import { toSeconds } from '../../engine/time.ts';
import { faultCatalogue } from '../../faults/catalogue.ts';
import { strengthText } from '../../faults/strength-text.ts';
import type { TopologyLink } from '../../models/topology.ts';
import type { LastingFault } from '../../scenario/lasting-faults.ts';
import { zoneNames } from '../../scenario/targets.ts';
import { targetName } from '../../text/target-name.ts';
import { text, textOf, type Vocabulary } from '../../text/text.ts';
import { minuteText } from '../time/clock-text.ts';

type Ends = Pick<TopologyLink, 'from' | 'to'>;

export function sayFault(
  vocabulary: Vocabulary,
  lasting: LastingFault,
  component: string,
  links: readonly Ends[],
): string {
  const { fault, strength, until } = lasting;
  const name = textOf(vocabulary, `fault.${fault}`);
  const amount = strengthText(vocabulary, fault, strength);
  const strong = amount === '' ? name : text(vocabulary, 'inspect.fault.strength', { fault: name, strength: amount });
  const part = partOf(lasting, component, links);
  const what =
    part === null
      ? strong
      : text(vocabulary, 'inspect.fault.part', { fault: strong, part: targetName(vocabulary, part) });
  if (until === null) return text(vocabulary, 'inspect.fault', { fault: what });
  return text(vocabulary, 'inspect.fault.until', { fault: what, time: minuteText(toSeconds(until)) });
}

/** What of it is struck, as a target; null if it is all of the component. */
function partOf({ fault, link, part }: LastingFault, component: string, links: readonly Ends[]): string | null {
  const ends = links[link];
  if (ends) return `link:${ends.from}>${ends.to}`;
  if (part === '') return null;
  return faultCatalogue[fault].scope === 'zone' ? `zone:${zoneNames[Number(part)]}` : `rule:${component}/${part}`;
}
