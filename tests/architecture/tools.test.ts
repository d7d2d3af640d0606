/** The compiler and the linter hold the same layers, and really refuse what the pure folders must not hold. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layers } from './layers.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const pureFolders = layers.filter((layer) => layer.pure).map((layer) => layer.folder);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decoupled-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the compiler', () => {
  it('is asked to compile every pure folder without the browser', () => {
    const { include } = readJson('tsconfig.pure.json') as { include: string[] };
    expect(include.toSorted()).toEqual(pureFolders.map((name) => `src/${name}`).toSorted());
  });

  it('accepts a pure file that computes', () => {
    expect(compile('export const root: number = Math.sqrt(2);')).toEqual({ passed: true, output: '' });
  });

  it.each(['document.title', 'setTimeout(() => {}, 1)', 'window', 'process.env', 'new Worker("")', 'fetch("")'])(
    'rejects %s in a pure file',
    (expression) => {
      const { passed, output } = compile(`export const wrong = ${expression};`);
      expect(output).toMatch(/error TS(2304|2584|2580|2591|2552)/);
      expect(passed).toBe(false);
    },
  );
});

describe('the linter', () => {
  it('accepts a pure file that computes', () => {
    const { passed } = lint('engine/right.ts', 'export const root: number = Math.sqrt(2);\n');
    expect(passed).toBe(true);
  });

  it.each([
    ['Math.log(2)', 'plugin'],
    ['[1].map(Math.exp)', 'plugin'],
    ['Math.random()', 'plugin'],
    ['2 ** 3', 'plugin'],
    ["Math['pow'](2, 3)", 'plugin'],
    ['Date.now()', 'noRestrictedGlobals'],
    ['new Date()', 'noRestrictedGlobals'],
    ['performance.now()', 'noRestrictedGlobals'],
    ['setTimeout(() => {}, 1)', 'noRestrictedGlobals'],
    ['globalThis.Math', 'noRestrictedGlobals'],
  ])('rejects %s in a pure file', (expression, rule) => {
    const { passed, output } = lint('engine/wrong.ts', `export const wrong = ${expression};\n`);
    expect(output).toContain(rule);
    expect(passed).toBe(false);
  });

  it('looks for these in every pure folder', () => {
    const strict = lintOverrides().find((override) => override.plugins?.includes('./build/engine-math.grit'));
    expect(strict?.includes.toSorted()).toEqual(pureFolders.map((name) => `src/${name}/**/*.ts`).toSorted());
  });

  it.each(['export let power = 2;\npower **= 3;\n', 'export const { log } = Math;\n'])(
    'rejects %j in a pure folder',
    (source) => {
      const { passed, output } = lint('models/wrong.ts', source);
      expect(output).toContain('plugin');
      expect(passed).toBe(false);
    },
  );

  it('lets the other folders use the clock and the whole of Math', () => {
    const source = 'export const now: number = Math.log(Date.now()) ** 2;\n';
    expect(lint('ui/clock.ts', source).passed).toBe(true);
  });

  it.each([
    ['engine/wrong.ts', '../models/queue/queue.ts'],
    ['models/queue/wrong.ts', '../../cost/bill.ts'],
    ['playback/wrong.ts', 'react'],
    ['playback/wrong.ts', 'node:fs'],
    ['panels/wrong.ts', '@xyflow/react'],
    ['canvas/nodes/wrong.ts', '../../panels/Legend.tsx'],
  ])('rejects in %s an import of %s', (path, specifier) => {
    const { passed, output } = lint(path, `import { wrong } from '${specifier}';\n\nexport const right = wrong;\n`);
    expect(output).toContain('noRestrictedImports');
    expect(passed).toBe(false);
  });

  it('holds exactly the layers of the list', () => {
    for (const layer of layers) {
      const forbidden = layers.filter((other) => other !== layer && !layer.mayImport.includes(other.folder));
      expect(foldersForbiddenByLint(layer.folder), layer.folder).toEqual(
        forbidden.map((other) => `**/../${other.folder}/**`).toSorted(),
      );
    }
  });
});

/** Compiles one file under the options of tsconfig.pure.json. */
function compile(source: string) {
  write('src/engine/file.ts', `${source}\n`);
  write('tsconfig.json', JSON.stringify({ extends: join(project, 'tsconfig.pure.json'), include: ['src/engine'] }));
  return tool('tsc', ['-p', folder]);
}

/** Lints one file of src under the project's own settings, in a folder of its own. */
function lint(path: string, source: string) {
  for (const name of ['biome.json', 'build/engine-math.grit', '.gitignore', 'package.json']) {
    cpSync(join(project, name), join(folder, name));
  }
  write(`src/${path}`, source);
  return tool('biome', ['lint', '--error-on-warnings', `src/${path}`]);
}

function tool(name: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(join(project, 'node_modules', '.bin', name), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { passed: status === 0, output: stdout + stderr };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

interface LintOverride {
  includes: string[];
  plugins?: string[];
  linter: { rules: { style: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } } };
}

function lintOverrides(): LintOverride[] {
  return (readJson('biome.json') as { overrides: LintOverride[] }).overrides;
}

/** The patterns of other folders of src that biome.json forbids in this one. */
function foldersForbiddenByLint(name: string): string[] {
  const own = lintOverrides().find((override) => override.includes[0] === `src/${name}/**`);
  const patterns = own?.linter.rules.style.noRestrictedImports?.options.patterns ?? [];
  return patterns
    .flatMap((pattern) => pattern.group)
    .filter((pattern) => pattern.startsWith('**/../'))
    .toSorted();
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(project, path), 'utf8'));
}
