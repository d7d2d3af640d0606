/** How strongly a fault strikes, in words: "×10", "50%", "2 s", "1 environment". */
import type { Fault } from '../models/facts.ts';
import { filledTextOf, type Vocabulary } from '../text/text.ts';
import { faultCatalogue } from './catalogue.ts';

/** Percents are given to one digit after the point. Our choice: the least share of a fault is 1%. */
const PERCENT = 1000;

/** `strength` is in the unit of the fault's entry in the catalogue; '' where the fault has no strength. */
export function strengthText(vocabulary: Vocabulary, fault: Fault, strength: number): string {
  const unit = faultCatalogue[fault].strength?.unit;
  if (unit === undefined) return '';
  const percent = Math.round(strength * PERCENT) / (PERCENT / 100);
  return filledTextOf(vocabulary, `fault.strength.${unit}`, { n: strength, percent });
}
