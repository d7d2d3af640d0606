/** The form of every entry of the catalogue; each area of the page has its words in a file of its own. */

/** Two forms of the same words: plain, and with the names of Amazon's services. */
export interface Forms {
  neutral: string;
  aws: string;
}

/**
 * Words with places to fill in: `{name}` takes a word or a number, `{n|message|messages}` chooses by the number `n`
 * between one and many. A plain string where both vocabularies say the same.
 */
export type Entry = string | Readonly<Forms>;

/** The words of one area, by key. */
export type Words = Readonly<Record<string, Entry>>;
