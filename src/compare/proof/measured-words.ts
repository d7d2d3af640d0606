/** What was measured, in words and figures. */
import type { Comparison, ComparisonResult, CurvePrediction, Measured } from '../../lessons/claim.ts';
import { type MeasureUnit, unitOf } from '../../lessons/measures.ts';
import { nameOf } from '../../panels/names.ts';
import { filledTextOf, isTextKey, textOf, type Vocabulary } from '../../text/text.ts';
import { formatDuration, formatMoney, formatNumber, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';

/** A value as a figure, without saying of what: `$0.41 /h`, `42 s`, `1,284`. */
export function figure(value: number, unit: MeasureUnit): string {
  switch (unit) {
    case 's':
      return formatDuration(value);
    case 'USD':
      return formatMoney(value);
    case 'USD/h':
      return `${formatMoney(value)} /h`;
    case 'share':
      return formatShare(value);
    default:
      return formatNumber(value);
  }
}

/** A value with what it counts, in whole numbers: `12 instances`; else as a figure: `$0.41 /h`. */
export function amount(vocabulary: Vocabulary, value: number, unit: MeasureUnit): string {
  const key = `proof.amount.${unit}`;
  if (!isTextKey(key)) return figure(value, unit);
  return filledTextOf(vocabulary, key, { n: Math.round(value) });
}

/** What a curve is about: `instances, Processing fleet`. */
export function nameOfSeries({ series, unit }: CurvePrediction, say: Say, vocabulary: Vocabulary): string {
  const name = say(`proof.unit.${unit}`);
  return 'of' in series ? say('proof.series', { unit: name, component: nameOf(vocabulary, series.of) }) : name;
}

/** Two values that are held against each other: with more digits, where they are not the same and would look it. */
export function figures(left: number, right: number, unit: MeasureUnit): [left: string, right: string] {
  const [first, second] = [figure(left, unit), figure(right, unit)];
  if (first !== second || left === right) return [first, second];
  const exact = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });
  return [exact.format(left), exact.format(right)];
}

/** One comparison of a condition, as it was measured. */
export interface ComparisonLine {
  holds: boolean;
  /** What was measured, by name. */
  left: string;
  /** What was found, and what is needed; null where there was nothing to measure. */
  found: string | null;
  /** What it is that is needed, by name; null where that is a plain number. */
  right: string | null;
}

/** `inPlaceOf`: components that stand in this run in place of those that the condition names. */
export function comparisonLine(
  { left, is, right }: Comparison,
  result: ComparisonResult,
  inPlaceOf: Readonly<Record<string, string>>,
  say: Say,
  vocabulary: Vocabulary,
): ComparisonLine {
  const name = (measured: Measured, value: number | null): string =>
    measuredName(measured, value, inPlaceOf, say, vocabulary);
  const line = {
    holds: result.holds,
    left: name(left, result.left),
    right: typeof right === 'number' ? null : name(right, result.right),
  };
  if (result.left === null || result.right === null) return { ...line, found: null };
  const [found, needed] = figures(result.left, result.right, unitOf(left.measure));
  return { ...line, found: say(`proof.found.${is}`, { found, needed }) };
}

/** `value` is what was measured, with its `times`. */
function measuredName(
  measured: Measured,
  value: number | null,
  inPlaceOf: Readonly<Record<string, string>>,
  say: Say,
  vocabulary: Vocabulary,
): string {
  let measure = textOf(vocabulary, `measure.${measured.measure}`);
  if ('of' in measured) {
    const id = measured.in === 'against' ? measured.of : (inPlaceOf[measured.of] ?? measured.of);
    measure = say('proof.measure.of', { measure, component: nameOf(vocabulary, id) });
  }
  if (measured.in === 'against') measure = say('proof.measure.against', { measure });
  const { times = 1 } = measured;
  if (times === 1) return measure;
  const once = value === null ? '' : figure(value / times, unitOf(measured.measure));
  return say('proof.measure.times', { times, measure, value: once });
}
