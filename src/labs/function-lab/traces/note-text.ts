/** What is said of a call that was throttled: no log has a line of it. */
import type { WorldNode } from '../../../models/world.ts';
import { nameOf } from '../../../panels/names.ts';
import type { LogLine } from '../../../playback/function-log.ts';
import { textOf, type Vocabulary } from '../../../text/text.ts';
import type { Say } from '../../../ui/use-text.ts';

export function noteText(
  say: Say,
  vocabulary: Vocabulary,
  { component, text }: LogLine,
  nodes: readonly WorldNode[],
): string {
  const reason = text.split(' ').at(-1) as string;
  return say('lab.traces.line.note', {
    name: nameOf(vocabulary, nodes[component]?.id ?? ''),
    reason: textOf(vocabulary, `reason.${reason}`),
  });
}
