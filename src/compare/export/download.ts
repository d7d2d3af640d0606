/** Hands the reader a file that the page has made, and names files after what they hold. */

/** How long a file stays reachable after it was handed over, in milliseconds. Our choice: browsers read it at once. */
const KEPT_MS = 10_000;

/**
 * Has the browser save a file. `type` is its media type, such as `text/csv`; text is written as UTF-8, a CSV with the mark
 * at its start by which spreadsheets tell that.
 */
export function download(name: string, type: string, content: string | Blob): void {
  const mark = type === 'text/csv' && typeof content === 'string' ? '\uFEFF' : '';
  const blob = typeof content === 'string' ? new Blob([mark, content], { type: `${type};charset=utf-8` }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** The name of a file after what it holds: words of small letters and digits with hyphens between, and the ending. */
export function fileName(parts: readonly string[], ending: string): string {
  const words =
    parts
      .join(' ')
      .normalize('NFD')
      .toLowerCase()
      .match(/[a-z0-9.]+/g) ?? [];
  const stem = words
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '')
    .join('-');
  // Our choice: what every file system takes, with room for the ending.
  return `decoupled-${stem.slice(0, 100)}.${ending}`;
}
