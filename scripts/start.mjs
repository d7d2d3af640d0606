/**
 * `npm start`: installs what is missing, builds what is stale, serves the site and prints its address.
 * PORT asks for a port and HOST for an interface; without PORT the first free port from 4173 on is taken.
 */
import { join } from 'node:path';
import { ensurePackages } from './packages.mjs';
import { projectFolder, run } from './run.mjs';
import { isStale } from './stale.mjs';

const sources = ['src', 'public', 'build', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

if (!ensurePackages()) stop('The packages could not be installed.');

// The build writes the service worker last, so half a build does not count.
const built = join(projectFolder, 'dist', 'sw.js');
const inProject = sources.map((source) => join(projectFolder, source));
if (isStale(built, inProject) && !run('vite', ['build'])) stop('The site could not be built.');

const { preview } = await import('vite');
const askedPort = process.env.PORT || undefined;
const port = Number(askedPort ?? 4173);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  stop(`PORT is ${askedPort}; a port is a whole number from 1 to 65535.`);

try {
  const server = await preview({
    root: projectFolder,
    logLevel: 'error',
    preview: { host: process.env.HOST || '127.0.0.1', port, strictPort: askedPort !== undefined },
  });
  console.log('\nDecoupled is at:');
  for (const url of [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])])
    console.log(`  ${url}`);
  console.log('\nCtrl+C ends it.');
  endWithNpm();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

/** A signal to npm ends npm and its shell, but the shell does not pass it on to us. So we look whether it is gone. */
function endWithNpm() {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start') return;
  setInterval(() => {
    if (process.ppid !== shell) process.exit();
  }, 500);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}
