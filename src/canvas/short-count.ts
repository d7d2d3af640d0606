/** Counts where there is little room: exact up to 9,999, then `12.3K`. */
import { formatCount } from '../ui/format.ts';

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

export function shortCount(n: number): string {
  return n < 10_000 ? formatCount(n) : short.format(n);
}
