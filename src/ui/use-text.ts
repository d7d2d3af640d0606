/** Words for the parts of the page, in the vocabulary that the reader chose. */
import { createContext, use, useMemo } from 'react';
import { type TextArguments, type TextKey, text, type Vocabulary } from '../text/text.ts';

/** The vocabulary of everything below; the page's shell provides it from the settings. */
export const VocabularyContext = createContext<Vocabulary>('neutral');

/** Says the words of a key, filled in. */
export type Say = <K extends TextKey>(key: K, ...args: TextArguments<K>) => string;

export function useVocabulary(): Vocabulary {
  return use(VocabularyContext);
}

/** `const say = useText(); say('unit.messages', { n: 3 })`. The function stays the same until the vocabulary changes. */
export function useText(): Say {
  const vocabulary = useVocabulary();
  return useMemo<Say>(
    () =>
      (key, ...args) =>
        text(vocabulary, key, ...args),
    [vocabulary],
  );
}
