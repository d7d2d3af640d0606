/** Tables as text that spreadsheets open: comma-separated values after RFC 4180. Pure. */

/** What can stand in a field. Null and NaN stand for "nothing to say" and give an empty field. */
export type CsvValue = string | number | null;

/**
 * A header and rows as CSV: lines end with CR LF, the last one too, and fields that need it are quoted. Numbers are
 * written with a point and without grouping, however the reader's language writes them; units belong into the header.
 * Every row must be as long as the header.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  for (const [index, row] of rows.entries()) {
    if (row.length === header.length) continue;
    throw new RangeError(`row ${index} has ${row.length} fields, and the header ${header.length}`);
  }
  return [header, ...rows].map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: CsvValue): string {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
