/** Walks every import of src and holds it against the layers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findViolations, importsOf } from './find-violations.ts';
import { layers } from './layers.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));

describe('src', () => {
  it('imports only along the layers', () => {
    const files = sourcesIn(src);
    expect(files.has('main.tsx')).toBe(true);
    expect(findViolations(files)).toEqual([]);
  });

  it('has no folder outside the list', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(layers.map((layer) => layer.folder)).toEqual(expect.arrayContaining(folders.map((folder) => folder.name)));
  });
});

describe('the list of layers', () => {
  it('lets every folder import only from folders above it', () => {
    const names = layers.map((layer) => layer.folder);
    for (const [place, layer] of layers.entries()) {
      expect(names.slice(0, place)).toEqual(expect.arrayContaining([...layer.mayImport]));
    }
  });

  it('lets a pure folder import only from pure folders', () => {
    const pure = layers.filter((layer) => layer.pure);
    const names = pure.map((layer) => layer.folder);
    for (const layer of pure) expect(names).toEqual(expect.arrayContaining([...layer.mayImport]));
  });
});

describe('the walk over imports', () => {
  it('reads every form of import', () => {
    const source = `
      import { a } from './a.ts';
      import type { B } from './b.ts';
      import c, {
        type D,
      } from "./c.ts";
      import './e.css';
      export { f } from './f.ts';
      export type { G } from './g.ts';
      const h = await import('./h.ts');
      // import { no } from './comment.ts';
      /* import { no } from './comment.ts'; */
    `;
    const byName = importsOf(source).sort((a, b) => a.specifier.localeCompare(b.specifier));
    expect(byName).toEqual([
      { specifier: './a.ts', typeOnly: false },
      { specifier: './b.ts', typeOnly: true },
      { specifier: './c.ts', typeOnly: false },
      { specifier: './e.css', typeOnly: false },
      { specifier: './f.ts', typeOnly: false },
      { specifier: './g.ts', typeOnly: true },
      { specifier: './h.ts', typeOnly: false },
    ]);
  });

  it('passes a file that keeps to its layers', () => {
    expect(violations('models/queue/queue.ts', "import { ms } from '../../engine/time.ts';")).toEqual([]);
    expect(violations('canvas/StageCanvas.tsx', "import { ReactFlow } from '@xyflow/react';")).toEqual([]);
    expect(violations('scenario/schema.ts', "import * as v from 'valibot';")).toEqual([]);
    expect(violations('main.tsx', "import { App } from './app/App.tsx';")).toEqual([]);
  });

  it.each([
    ['engine/simulation.ts', "import { queue } from '../models/queue/queue.ts';", 'imports only from engine'],
    ['engine/simulation.ts', "import type { Key } from '../text/catalogue.ts';", 'imports only from engine'],
    ['models/model.ts', "export { bill } from '../cost/bill.ts';", 'imports only from models, text, engine'],
    ['canvas/nodes/QueueNode.tsx', "import '../../panels/panels.css';", 'src/canvas imports only from'],
    [
      'playback/pacer.ts',
      "const { useRun } = await import('../stores/run-store.ts');",
      'src/playback imports only from',
    ],
    ['playback/pacer.ts', "import { useState } from 'react';", 'is pure'],
    ['engine/time.ts', "import { readFileSync } from 'node:fs';", 'is pure'],
    ['panels/Legend.tsx', "import '@xyflow/react/dist/style.css';", 'only src/canvas does'],
    ['engine/time.ts', "import { ms } from './units';", 'without its ending'],
    ['app/App.tsx', "import { start } from '../main.tsx';", 'src/app imports only from'],
    ['stores/run-store.ts', "import { golden } from '../../tests/golden/traces.ts';", 'not in src'],
    ['stores/run-store.ts', "import '../worker/simulation.worker.ts';", 'only a worker runs'],
    ['worker/run-handle.ts', "import { create } from '../scenario/create-simulation.ts';", 'only src/worker'],
    ['engine/index.ts', '', 'is a barrel'],
    ['ui/utils/format.ts', '', 'name the folder for its idea'],
    ['helpers/format.ts', '', 'in no folder of the list'],
    ['format.ts', '', 'in no folder of the list'],
  ])('objects to %s with %s', (path, source, objection) => {
    expect(violations(path, source)).toEqual([expect.stringContaining(objection)]);
  });
});

function violations(path: string, source: string): string[] {
  return findViolations(new Map([[path, source]]));
}

/** Every source file under `folder`, by its path there. */
function sourcesIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}
