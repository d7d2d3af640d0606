/** Names of components and of runs on screen. */
import { isVariantId } from '../stores/run-ids.ts';
import type { Run } from '../stores/session.ts';
import { isTextKey, textOf, type Vocabulary } from '../text/text.ts';
import type { Say } from '../ui/use-text.ts';

/** The name of a component: from the catalogue, or its id where an architecture of one's own has named it. */
export function nameOf(vocabulary: Vocabulary, component: string): string {
  const key = `node.${component}`;
  return isTextKey(key) ? textOf(vocabulary, key) : component;
}

/** The name of a run: that of its architecture; also that it is its second setting, or which of the two of a proof. */
export function runName(say: Say, { id, stage }: Pick<Run, 'id' | 'stage'>): string {
  const name = say(`stage.${stage}`);
  if (isVariantId(id)) return say('compare.second', { name });
  if (id === 'claim') return say('time.run.claim', { name });
  return id === 'foil' ? say('time.run.foil', { name }) : name;
}
