/** Installs the packages of the lock file where they are missing or older than the lock. */
import { join } from 'node:path';
import { projectFolder, run } from './run.mjs';
import { isStale } from './stale.mjs';

/** @returns {boolean} whether the packages are there */
export function ensurePackages() {
  // npm writes this file at the end of an installation, so half an installation does not count.
  const installed = join(projectFolder, 'node_modules', '.package-lock.json');
  if (!isStale(installed, [join(projectFolder, 'package-lock.json')])) return true;
  console.log('Installing packages (npm ci) …');
  return run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}
