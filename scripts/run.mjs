/** Runs one command in the project's folder, with the tools of node_modules at hand, and waits for it. */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** No command of ours takes longer than this; one that does hangs. Our choice. */
const limitMs = 25 * 60 * 1000;

/** What a command ended with. @typedef {'well' | 'badly' | 'hung'} End */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] variables in addition to our own
 * @returns {boolean} whether it ended well
 */
export function run(command, args, env = {}) {
  return endOf(command, args, env) === 'well';
}

/**
 * Runs a command that is known to hang now and then, and begins it anew, once, where it has. One that ends badly is not
 * begun anew.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env variables in addition to our own
 * @param {number} patienceMs after which it hangs
 * @returns {boolean} whether it ended well
 */
export function runAgainWhereHung(command, args, env, patienceMs) {
  const first = endOf(command, args, env, patienceMs);
  if (first !== 'hung') return first === 'well';
  console.error(`${command} did not end within ${patienceMs / 60_000} minutes; it is begun anew.`);
  return endOf(command, args, env, patienceMs) === 'well';
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {number} [patienceMs]
 * @returns {End}
 */
function endOf(command, args, env, patienceMs = limitMs) {
  const path = `${join(projectFolder, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const result = spawnSync(command, args, {
    cwd: projectFolder,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  if (result.error && 'code' in result.error && result.error.code === 'ETIMEDOUT') return 'hung';
  return result.status === 0 ? 'well' : 'badly';
}
