/**
 * `npm test`: installs what is missing, runs every check, goes on after a failure, and says at the end how many
 * tests passed and failed. A check that is not a test runner counts as one test; the two
 * preparations, packages and Chromium, count only where they fail.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages } from './packages.mjs';
import { run } from './run.mjs';
import { agreeWithEnd, tallyPlaywright, tallyVitest } from './tally.mjs';

const reports = mkdtempSync(join(tmpdir(), 'decoupled-test-'));
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

const installed = check('Packages', () => prepared(ensurePackages()));
if (installed) runChecks(await freePort());

rmSync(reports, { recursive: true });
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {number} port for the server of the end-to-end tests */
function runChecks(port) {
  /** @type {Record<string, string> | undefined} */
  let browser;
  check('Chromium', () => {
    const chromium = ensureChromium();
    if ('env' in chromium) browser = chromium.env;
    else console.error(chromium.problem);
    return prepared(browser !== undefined);
  });

  check('Format and lint', () => one(run('biome', ['check', '--error-on-warnings', '.'])));
  check('Types', () => one(run('tsc', ['-p', 'tsconfig.json'])));
  check('Types of the pure folders', () => one(run('tsc', ['-p', 'tsconfig.pure.json'])));
  check('Unused code', () => one(run('knip', [])));
  const built = check('Build', () => one(run('vite', ['build'])));

  check('Unit and property tests', () => vitest('unit'));

  check('Browser tests', () => {
    if (!browser) return notRun('There is no Chromium.');
    return vitest('browser', browser);
  });

  check('End-to-end tests', () => {
    if (!built || !browser) return notRun(`There is no ${built ? 'Chromium' : 'built site'}.`);
    const report = join(reports, 'playwright.json');
    const env = { ...browser, E2E_PORT: String(port), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const endedWell = run('playwright', ['test', '--reporter=list,json'], env);
    return agreeWithEnd(tally(report, tallyPlaywright), endedWell);
  });
}

/**
 * Runs one check under a heading, adds its counts to the total and says how long it took.
 *
 * @param {string} name
 * @param {() => import('./tally.mjs').Tally} work
 * @returns {boolean} whether all of it passed
 */
function check(name, work) {
  console.log(`\n━━ ${name} ━━`);
  const start = performance.now();
  const { passed, failed } = work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}${counts}, ${seconds} s`);
  return failed === 0;
}

/**
 * @param {'unit' | 'browser'} project
 * @param {Record<string, string>} [env]
 */
function vitest(project, env) {
  const report = join(reports, `vitest-${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const endedWell = run('vitest', ['run', `--project=${project}`, ...reporters], env);
  return agreeWithEnd(tally(report, tallyVitest), endedWell);
}

/** @param {string} why */
function notRun(why) {
  console.error(`Not run: ${why}`);
  return one(false);
}

/** @param {boolean} passed */
function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** @param {boolean} ready */
function prepared(ready) {
  return { passed: 0, failed: ready ? 0 : 1 };
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => import('./tally.mjs').Tally} count
 */
function tally(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`The report ${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  }
}

/** @returns {Promise<number>} a port of this machine on which nobody listens */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 4173));
    });
  });
}
