/** When `npm start` builds again and when `npm test` installs again. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale } from '../../scripts/stale.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decoupled-stale-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), '');
  writeFileSync(join(folder, 'product'), '');
  setAges({ src: 10, 'src/deep': 10, 'src/deep/a.ts': 10, product: 5 });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('leaves alone what is newer than its sources', () => {
  expect(stale('product', ['src'])).toBe(false);
});

it('makes what is missing', () => {
  expect(stale('no-such-product', ['src'])).toBe(true);
});

it('makes anew when a file deep in a source folder has changed', () => {
  setAges({ 'src/deep/a.ts': 1 });
  expect(stale('product', ['src'])).toBe(true);
});

it('makes anew when a file was deleted', () => {
  rmSync(join(folder, 'src', 'deep', 'a.ts'));
  expect(stale('product', ['src'])).toBe(true);
});

it('passes over a source that does not exist', () => {
  expect(stale('product', ['src', 'no-such-source'])).toBe(false);
});

function stale(product: string, sources: string[]): boolean {
  const inFolder = sources.map((source) => join(folder, source));
  return isStale(join(folder, product), inFolder);
}

/** Sets how many minutes before a fixed moment each path changed. */
function setAges(minutes: Record<string, number>): void {
  const moment = Date.UTC(2026, 0, 1) / 1000;
  for (const [path, age] of Object.entries(minutes)) {
    utimesSync(join(folder, path), moment - age * 60, moment - age * 60);
  }
}
