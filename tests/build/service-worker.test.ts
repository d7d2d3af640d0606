/** What the build writes into the service worker. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fillTemplate } from '../../build/service-worker.ts';

const template = "const version = '%VERSION%';\nconst files = ['%FILES%'];\n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decoupled-worker-'));
  write('index.html', '<p>');
  write('assets/b.js', 'b');
  write('assets/a.js', 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lists every file of the site once, in a fixed order, with the page as its folder', () => {
  expect(filesOf(fillTemplate(template, folder))).toEqual(['./', './assets/a.js', './assets/b.js']);
});

it('leaves out the worker itself and hidden folders', () => {
  write('sw.js', '');
  write('.vite/license.md', '');
  expect(filesOf(fillTemplate(template, folder))).toEqual(['./', './assets/a.js', './assets/b.js']);
});

it('gives the same build the same version', () => {
  expect(fillTemplate(template, folder)).toBe(fillTemplate(template, folder));
});

it('gives a new version when a file changes although its name does not', () => {
  const before = versionOf(fillTemplate(template, folder));
  write('index.html', '<p>new');
  expect(versionOf(fillTemplate(template, folder))).not.toBe(before);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function filesOf(worker: string): unknown {
  return JSON.parse(/const files = (.*);/.exec(worker)?.[1] ?? '');
}

function versionOf(worker: string): string {
  return /const version = "([0-9a-f]+)";/.exec(worker)?.[1] ?? '';
}
