/** The sentence of a claim, its places filled with the figures of its run. */
import { filledTextOf, textOf, type Vocabulary } from '../text/text.ts';
import type { Claim, ClaimResult } from './claim.ts';
import { type MeasureUnit, unitOf } from './measures.ts';

/** Throws if there is nothing to fill a place with. */
export function sentenceOf(claim: Claim, { numbers }: Pick<ClaimResult, 'numbers'>, vocabulary: Vocabulary): string {
  const places = Object.entries(claim.numbers ?? {}).map(([name, figure]): [string, number] => {
    const value = numbers[name];
    if (value === undefined || value === null) throw new Error(`nothing was measured for {${name}} of "${claim.id}"`);
    return [name, typeof figure === 'number' ? figure : rounded(value, unitOf(figure.measure))];
  });
  return filledTextOf(vocabulary, `claim.${claim.id}`, Object.fromEntries(places));
}

/** Why the same is not so on the foil. */
export function foilSentenceOf({ id }: Pick<Claim, 'id'>, vocabulary: Vocabulary): string {
  return textOf(vocabulary, `claim.${id}.foil`);
}

/** As exact as anybody wants to read it: seconds to a tenth, from ten on whole; dollars to a cent, small sums to a tenth of it. */
export function rounded(value: number, unit: MeasureUnit): number {
  const digits = unit === 'USD' || unit === 'USD/h' ? (value < 0.1 ? 1000 : 100) : unit === 's' && value < 10 ? 10 : 1;
  return Math.round(value * digits) / digits;
}
