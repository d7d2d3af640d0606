import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from '../../scripts/write-model-docs.ts';

const page = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');

it('keeps the tables of parameters and faults as the code has them', () => {
  expect(page).toBe(withTables(page));
});

it('misses the place of a table', () => {
  expect(() => withTables(page.replace('<!-- parameters: queue -->', ''))).toThrow('parameters: queue');
  expect(() => withTables(page.replace('<!-- faults -->', ''))).toThrow('faults');
});
