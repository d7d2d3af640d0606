/** Names of components on screen. */
import { isTextKey, textOf, type Vocabulary } from '../text/text.ts';

/** The name of a component: from the catalogue, or its id where an architecture of one's own has named it. */
export function nameOf(vocabulary: Vocabulary, component: string): string {
  const key = `node.${component}`;
  return isTextKey(key) ? textOf(vocabulary, key) : component;
}
