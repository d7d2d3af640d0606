import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from '../../scripts/write-stage-docs.ts';

const page = readFileSync(new URL('../../docs/stages.md', import.meta.url), 'utf8');

it('keeps the tables of stages and claims as their runs are', () => {
  expect(page).toBe(withTables(page));
});

it('misses the place of a table', () => {
  expect(() => withTables(page.replace('<!-- table: claims -->', ''))).toThrow('table: claims');
});
