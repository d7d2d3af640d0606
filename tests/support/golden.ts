/** Golden files: what a run came to when somebody last looked and agreed. `npm run golden` writes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Compares with tests/golden/`name`, or writes that file if UPDATE_GOLDEN is 1. The diff is the review. */
export function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  if (!existsSync(path)) throw new Error(`there is no tests/golden/${name}: "npm run golden" writes it`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
