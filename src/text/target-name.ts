/** The name of what an intervention strikes, as it stands within a sentence. What targets there are: `scenario/targets.ts`. */
import { filledTextOf, isTextKey, text, textOf, type Vocabulary } from './text.ts';

type Naming = (vocabulary: Vocabulary, rest: string) => string;

/** By how a target begins; an id has no such beginning. */
const namings: Readonly<Record<string, Naming>> = {
  step: (vocabulary, step) => worded(vocabulary, `target.step.${step}`, step),
  kind: (vocabulary, kind) => worded(vocabulary, `target.kind.${kind}`, kind),
  zone: (vocabulary, zone) => text(vocabulary, 'target.zone', { zone }),
  link: (vocabulary, ends) => {
    const [from = '', to = ''] = ends.split('>');
    return text(vocabulary, 'target.link', { from: nodeName(vocabulary, from), to: nodeName(vocabulary, to) });
  },
  into: (vocabulary, step) =>
    text(vocabulary, 'target.into', { step: worded(vocabulary, `target.step.${step}`, step) }),
  rule: (vocabulary, path) => {
    const slash = path.indexOf('/');
    return text(vocabulary, 'target.rule', {
      rule: path.slice(slash + 1),
      bus: nodeName(vocabulary, path.slice(0, slash)),
    });
  },
};

/** "processing", "every queue", "zone a", "the link from uploaders to upload", "rule store of the event bus". */
export function targetName(vocabulary: Vocabulary, target: string): string {
  const colon = target.indexOf(':');
  const naming = colon < 0 ? undefined : namings[target.slice(0, colon)];
  return naming ? naming(vocabulary, target.slice(colon + 1)) : nodeName(vocabulary, target);
}

/** The same at the beginning of a sentence: "Processing", "Every queue". */
export function targetHeading(vocabulary: Vocabulary, target: string): string {
  const name = targetName(vocabulary, target);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A sentence about a fault at its target: "processing down"; "Processing: down from now on, whatever starts crashes". */
export function faultAt(
  vocabulary: Vocabulary,
  fault: string,
  target: string,
  part: 'at' | 'began' | 'ended' = 'at',
): string {
  const name = part === 'at' ? targetName(vocabulary, target) : targetHeading(vocabulary, target);
  return filledTextOf(vocabulary, `fault.${fault}.${part}`, { name });
}

/** Names that keep their capital within a sentence: those of services, and abbreviations. */
const proper = /^(Amazon|Application Load Balancer|Auto Scaling|Kinesis|Lambda|[A-Z][a-z]*[A-Z0-9])/;

/** The id itself where an architecture of one's own has named it. */
function nodeName(vocabulary: Vocabulary, id: string): string {
  const key = `node.${id}`;
  if (!isTextKey(key)) return id;
  const name = textOf(vocabulary, key);
  return proper.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function worded(vocabulary: Vocabulary, key: string, otherwise: string): string {
  return isTextKey(key) ? textOf(vocabulary, key) : otherwise;
}
