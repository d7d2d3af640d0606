/** What `npm run simulate` prints, and how it ends. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { simulateFile } from '../../scripts/simulate-file.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The outcome for a scenario of this text. */
function simulateText(text: string) {
  return simulateFile(['-'], async () => text);
}

describe('simulating', () => {
  it('prints the report of a scenario as JSON', async () => {
    const { out, err, code } = await simulateText('{"version":1,"stage":"monolith","durationSeconds":1}');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(JSON.parse(out)).toMatchObject({ scenario: { stage: 'monolith', durationSeconds: 1 } });
  });

  it('says everything that is wrong with a scenario, a problem a line', async () => {
    const wrong = '{"version":1,"stage":"queued","seed":-1,"parameters":{"queue":{"visibilityTimeoutSeconds":99999}}}';
    expect(await simulateText(wrong)).toEqual({
      out: '',
      err:
        'seed is -1; allowed is a whole number from 0 to 4294967295\n' +
        'parameters.queue.visibilityTimeoutSeconds is 99999; allowed is a number from 0 to 43200 (s)\n',
      code: 2,
    });
  });

  it('counts the problems that it does not list', async () => {
    const keys = Array.from({ length: 103 }, (_, n) => `"key${n}":1`).join();
    const { err, code } = await simulateText(`{"version":1,"stage":"queued",${keys}}`);
    expect(err.trimEnd().split('\n')).toHaveLength(101);
    expect(err).toMatch(/\nand 3 more\n$/);
    expect(code).toBe(2);
  });

  it('says where a text stops being JSON', async () => {
    expect(await simulateText('{"version":1,')).toEqual({
      out: '',
      err: 'the scenario is {"version":1,; allowed is JSON; in line 1, column 14, the text ends\n',
      code: 2,
    });
  });

  it('says which file it cannot read', async () => {
    const { out, err, code } = await simulateFile(['docs/nowhere.json'], (file) => readFile(file, 'utf8'));
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^docs\/nowhere\.json cannot be read: ENOENT.*\n$/);
  });

  it.each([{ files: [] }, { files: ['a.json', 'b.json'] }])('wants one file, not $files', async ({ files }) => {
    expect(await simulateFile(files, async () => '{}')).toEqual({
      out: '',
      err: 'Name one scenario: npm run simulate -- docs/examples/m-m-4.json, or - for standard input.\n',
      code: 2,
    });
  });
});

/** Longer than a start of Node takes on a machine that is busy with other tests. */
const PATIENCE_MS = 60_000;

describe('the command', () => {
  const run = (file: string, input = '') =>
    spawnSync('npm', ['run', '--silent', 'simulate', '--', file], { cwd: project, encoding: 'utf8', input });

  it('prints nothing but the report, and ends with 0', { timeout: PATIENCE_MS }, () => {
    const { stdout, status } = run('docs/examples/queued-walk-through.json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scenario: { stage: 'queued' }, uploads: { started: 3, watchable: 3 } });
  });

  it('reads standard input, complains on standard error, and ends with 2', { timeout: PATIENCE_MS }, () => {
    const { stdout, stderr, status } = run('-', '{"version":1,"stage":"tears"}');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain('stage is "tears"; allowed is "monolith", "tiers"');
  });
});
