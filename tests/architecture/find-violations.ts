/** Reads the imports of source files and says which of them break the layers. */
import { posix } from 'node:path';
import { type Layer, layers, packageOwners, purePackages } from './layers.ts';

interface Import {
  /** As written: './queue.ts', 'react', '@xyflow/react/dist/style.css'. */
  readonly specifier: string;
  /** Leaves nothing behind at run time. */
  readonly typeOnly: boolean;
}

const statement = /\b(import|export)\s+(type\s+)?[^'"`;()]*?\bfrom\s*(['"])([^'"]+)\3/g;
const sideEffect = /\bimport\s*(['"])([^'"]+)\1/g;
const dynamic = /\bimport\s*\(\s*(['"`])([^'"`]+)\1/g;

/** Every import and re-export of a TypeScript source, in no particular order. Comments are passed over. */
export function importsOf(source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, '$1');
  return [
    ...[...code.matchAll(statement)].map((match) => ({ specifier: match[4] ?? '', typeOnly: match[2] !== undefined })),
    ...[...code.matchAll(sideEffect)].map((match) => ({ specifier: match[2] ?? '', typeOnly: false })),
    ...[...code.matchAll(dynamic)].map((match) => ({ specifier: match[2] ?? '', typeOnly: false })),
  ];
}

/** What breaks the layers in these files, a sentence each. The keys are paths under src: 'engine/calendar.ts'. */
export function findViolations(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, source]) => [
    ...violationsOfPlace(path),
    ...importsOf(source).flatMap((imported) =>
      imported.specifier.startsWith('.')
        ? violationsOfFile(path, imported)
        : violationsOfPackage(path, imported.specifier),
    ),
  ]);
}

function violationsOfPlace(path: string): string[] {
  const found: string[] = [];
  const name = posix.basename(path);
  if (path.includes('/') ? !layerOf(path) : path !== 'main.tsx') found.push(`${path} stands in no folder of the list`);
  if (/^index\.tsx?$/.test(name)) found.push(`${path} is a barrel; import the file itself`);
  if (posix.dirname(path).split('/').includes('utils'))
    found.push(`${path} stands in utils; name the folder for its idea`);
  return found;
}

function violationsOfFile(path: string, { specifier, typeOnly }: Import): string[] {
  const target = posix.join(posix.dirname(path), specifier);
  if (target.startsWith('..')) return [`${path} imports ${specifier}, which is not in src`];

  const found: string[] = [];
  if (posix.extname(target) === '') found.push(`${path} imports ${specifier} without its ending`);
  if (target.endsWith('.worker.ts') && !typeOnly) found.push(`${path} imports ${target}, which only a worker runs`);

  const from = layerOf(path);
  const to = layerOf(target);
  if (from && from !== to && !from.mayImport.includes(to?.folder ?? '')) {
    found.push(`${path} imports ${target}, but src/${from.folder} imports only from ${allowed(from)}`);
  }
  // The handle passes messages on, or hosts the server that answers them; it knows nothing of what a run is.
  if (path === 'worker/run-handle.ts' && !typeOnly && to?.folder !== 'worker') {
    found.push(`${path} imports ${target}, but the handle needs only src/worker at run time`);
  }
  return found;
}

function violationsOfPackage(path: string, specifier: string): string[] {
  const found: string[] = [];
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const layer = layerOf(path);
  const owner = packageOwners[name];
  if (owner && layer?.folder !== owner) found.push(`${path} imports ${name}, which only src/${owner} does`);
  if (layer?.pure && !purePackages.includes(name)) {
    found.push(`${path} imports ${name}, but src/${layer.folder} is pure and knows only ${purePackages.join(', ')}`);
  }
  return found;
}

function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => path.startsWith(`${layer.folder}/`));
}

function allowed(layer: Layer): string {
  return [layer.folder, ...layer.mayImport].join(', ');
}
