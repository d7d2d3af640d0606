/** The sentence of a claim, its places filled with the figures of its run. */
import type { Claim, ClaimResult } from '../../lessons/claim.ts';
import { type MeasureUnit, unitOf } from '../../lessons/measures.ts';
import { filledTextOf, textOf, type Vocabulary } from '../../text/text.ts';
import { formatDuration, formatMoney } from '../../ui/format.ts';

/** Throws if there is nothing to fill a place with. */
export function sentenceOf(claim: Claim, { numbers }: Pick<ClaimResult, 'numbers'>, vocabulary: Vocabulary): string {
  const places = Object.entries(claim.numbers ?? {}).map(([name, figure]): [string, string | number] => {
    const value = numbers[name];
    if (value === undefined || value === null) throw new Error(`nothing was measured for {${name}} of "${claim.id}"`);
    return [name, typeof figure === 'number' ? figure : told(value, unitOf(figure.measure))];
  });
  return filledTextOf(vocabulary, `claim.${claim.id}`, Object.fromEntries(places));
}

/** Why the same is not so on the foil. */
export function foilSentenceOf({ id }: Pick<Claim, 'id'>, vocabulary: Vocabulary): string {
  return textOf(vocabulary, `claim.${id}.foil`);
}

/**
 * As the measured figures beside it are written: sums and times with their units, what is counted in whole numbers, a mean of few to a tenth.
 * That a sum is one of an hour, the sentence says.
 */
export function told(value: number, unit: MeasureUnit): string | number {
  switch (unit) {
    case 'USD':
    case 'USD/h':
      return formatMoney(value);
    case 's':
      return formatDuration(value);
    default:
      return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  }
}
