/** Names of components and of runs on screen. */
import type { Run } from '../stores/session.ts';
import { isTextKey, textOf, type Vocabulary } from '../text/text.ts';
import type { Say } from '../ui/use-text.ts';

/** The name of a component: from the catalogue, or its id where an architecture of one's own has named it. */
export function nameOf(vocabulary: Vocabulary, component: string): string {
  const key = `node.${component}`;
  return isTextKey(key) ? textOf(vocabulary, key) : component;
}

/** The name of a run: that of its architecture; in a proof, also which of the two it is. */
export function runName(say: Say, { id, stage }: Pick<Run, 'id' | 'stage'>): string {
  const name = say(`stage.${stage}`);
  if (id === 'claim') return say('time.run.claim', { name });
  return id === 'foil' ? say('time.run.foil', { name }) : name;
}
