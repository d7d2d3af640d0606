/** Whether something made from files is older than those files. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * True where `product` is missing, or where a source, or anything inside a source folder, changed after it.
 * A folder counts with its own time too, so that a deleted file is noticed. Sources that do not exist are passed over.
 *
 * @param {string} product path of a file
 * @param {readonly string[]} sources paths of files and folders
 */
export function isStale(product, sources) {
  const made = statSync(product, { throwIfNoEntry: false });
  if (!made) return true;
  return sources.some((source) => lastChange(source) > made.mtimeMs);
}

/**
 * @param {string} path
 * @returns {number} milliseconds since 1970; 0 where there is nothing
 */
function lastChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) => lastChange(join(path, name)));
  return Math.max(stats.mtimeMs, ...inside);
}
