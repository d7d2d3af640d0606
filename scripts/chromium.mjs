/** Finds a Chromium for the browser tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * What to do about Chromium, from what this machine has.
 *
 * @typedef {object} Machine
 * @property {string | undefined} named what CHROMIUM_PATH says
 * @property {boolean} namedExists
 * @property {string | undefined} onPath a Chromium that starts, by its name on PATH
 * @property {boolean} isRoot
 * @property {boolean} isDebian plain Debian, where apt-get has a package of Chromium that is not a snap
 *
 * @param {Machine} machine
 * @returns {{ use: string } | { missing: string } | { tryInOrder: readonly ('apt' | 'playwright')[] }}
 */
export function planForChromium(machine) {
  if (machine.named) {
    return machine.namedExists ? { use: machine.named } : { missing: machine.named };
  }
  if (machine.onPath) return { use: machine.onPath };
  return { tryInOrder: machine.isRoot && machine.isDebian ? ['apt', 'playwright'] : ['playwright'] };
}

/**
 * @returns {{ env: Record<string, string> } | { problem: string }} the variables with which the tests find it:
 *   none where Playwright brought its own
 */
export function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  const plan = planForChromium({
    named,
    namedExists: named !== undefined && existsSync(named),
    onPath: chromiumOnPath(),
    isRoot: process.getuid?.() === 0,
    isDebian: isDebian(),
  });
  if ('use' in plan) return { env: { CHROMIUM_PATH: plan.use } };
  if ('missing' in plan) return { problem: `CHROMIUM_PATH names ${plan.missing}, and there is no such file.` };

  for (const way of plan.tryInOrder) {
    if (way === 'apt') {
      console.log('Installing Chromium (apt-get) …');
      const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
      run('apt-get', ['update', '-q'], quiet);
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
      const path = chromiumOnPath();
      if (path) return { env: { CHROMIUM_PATH: path } };
    } else {
      console.log('Installing Chromium (playwright install) …');
      if (run('playwright', ['install', 'chromium'])) return { env: {} };
    }
  }
  return {
    problem:
      'The browser tests need Chromium, and it could not be installed. ' +
      'Install Chromium or Chrome and set CHROMIUM_PATH to its program, then run the tests again.',
  };
}

/** @returns {string | undefined} the full path of the first that starts */
function chromiumOnPath() {
  if (process.platform === 'win32') return undefined;
  for (const name of names) {
    const path = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim();
    if (path && spawnSync(path, ['--version']).status === 0) return path;
  }
  return undefined;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
