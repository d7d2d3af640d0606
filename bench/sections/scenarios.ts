/**
 * How long it takes to run a scenario and to report, and how much memory: each file of bench/scenarios, and whatever
 * files are named. Each runs in a process of its own, from a cold start. The program is bundled before, as it is for the
 * page, so that neither the time nor the memory is that of reading TypeScript.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Measured } from '../one-scenario.ts';
import type { Result } from '../result.ts';

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
const source = fileURLToPath(new URL('../one-scenario.ts', import.meta.url));

/** Times that each is run; the fastest counts, as everything else on the machine only makes it slower. */
const ROUNDS = 2;

export function scenarios(): Promise<Result[]> {
  const files = readdirSync(folder).toSorted();
  return withProgram((program) => files.flatMap((file) => resultsOf(program, folder + file)));
}

/** What it takes to run the scenario of a file. */
export function scenarioFile(file: string): Promise<Result[]> {
  return withProgram((program) => resultsOf(program, file));
}

async function withProgram(measure: (program: string) => Result[]): Promise<Result[]> {
  const outDir = await mkdtemp(join(tmpdir(), 'scenarios-'));
  try {
    await build({
      configFile: false,
      root: fileURLToPath(new URL('../', import.meta.url)),
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        outDir,
        emptyOutDir: false,
        ssr: source,
        target: 'es2022',
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    });
    return measure(join(outDir, 'program.mjs'));
  } finally {
    await rm(outDir, { recursive: true });
  }
}

function resultsOf(program: string, file: string): Result[] {
  const name = basename(file, '.json');
  const rounds = Array.from({ length: ROUNDS }, () => run(program, file));
  const { uploads, events } = rounds[0] as Measured;
  const least = (of: (measured: Measured) => number): number => Math.min(...rounds.map(of));
  const reportSeconds = least((each) => each.reportSeconds);
  return [
    { name: `${name}: report of ${uploads.toLocaleString('en')} uploads`, value: reportSeconds, unit: 's' },
    { name: `${name}: events, all figures and the bill included`, value: events / reportSeconds, unit: 'events/s' },
    { name: `${name}: events, unwatched`, value: events / least((each) => each.aloneSeconds), unit: 'events/s' },
    { name: `${name}: memory of the process at most`, value: least((each) => each.peakMegabytes), unit: 'MB' },
  ];
}

function run(program: string, file: string): Measured {
  return JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' }));
}
