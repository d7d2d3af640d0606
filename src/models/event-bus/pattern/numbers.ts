/**
 * Which numbers can be compared. As in the reference implementation, a number is compared exactly, as the decimal that
 * is written; one that no 64-bit number equals (2.0e422, 1e-325, 0.10000000000000000001) has only its spelling.
 */

/** A number of an event that cannot be compared; it equals only what is spelt the same. */
export class UncomparableNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Whether the shortest spelling of the nearest 64-bit number says exactly what `text` says. */
export function isComparable(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  const shortest = String(value);
  return shortest === text || canonical(shortest) === canonical(text);
}

/** One spelling for each decimal number: its digits without zeros around them, and a power of ten. */
function canonical(text: string): string {
  const parts = decimal.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = withoutZerosAtEnd(digits);
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
