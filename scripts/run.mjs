/** Runs one command in the project's folder, with the tools of node_modules at hand, and waits for it. */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** No command of ours takes longer than this; one that does hangs. Our choice. */
const limitMs = 40 * 60 * 1000;

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] variables in addition to our own
 * @returns {boolean} whether it ended well
 */
export function run(command, args, env = {}) {
  const path = `${join(projectFolder, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const result = spawnSync(command, args, {
    cwd: projectFolder,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: limitMs,
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result.status === 0;
}
