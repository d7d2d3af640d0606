/** Every word on screen comes from the catalogue, in one of two vocabularies. */

/** Plain words, or the names of Amazon's services. */
export type Vocabulary = 'neutral' | 'aws';
