/** Counts where there is little room: exact up to 999, then `1.2K`. Exact figures stand in tooltips and panels. */

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

export function shortCount(n: number): string {
  return short.format(n);
}
