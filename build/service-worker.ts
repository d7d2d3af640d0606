/**
 * Writes `sw.js` next to the built site: service-worker.template.js with the list of files and a version
 * that changes whenever a file does, so that the site opens offline and a new build replaces the old one whole.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const template = fileURLToPath(new URL('./service-worker.template.js', import.meta.url));

export function serviceWorker(): Plugin {
  let outDir = '';
  return {
    name: 'decoupled:service-worker',
    apply: 'build',
    configResolved(config) {
      if (config.isWorker) return;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler(error) {
        if (error) return;
        writeFileSync(join(outDir, 'sw.js'), fillTemplate(readFileSync(template, 'utf8'), outDir));
      },
    },
  };
}

/** The service worker for everything in `folder`, as text. */
export function fillTemplate(source: string, folder: string): string {
  const files = listFiles(folder);
  const hash = createHash('sha256').update(source);
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  // The page is asked for as './', the name under which every link opens it.
  const urls = ['./', ...files.filter((file) => file !== 'index.html').map((file) => `./${file}`)];
  return source
    .replace("'%VERSION%'", () => JSON.stringify(hash.digest('hex').slice(0, 16)))
    .replace("['%FILES%']", () => JSON.stringify(urls));
}

/** Paths under `folder`, with forward slashes, in a fixed order. Leaves out the worker itself and hidden folders. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'sw.js' && !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}
