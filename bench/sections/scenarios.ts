/**
 * How long it takes to run a scenario and to report, and how much memory: each file of bench/scenarios, and whatever
 * files are named. Each runs in a process of its own, from a cold start.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../one-scenario.ts';
import type { Result } from '../result.ts';

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
const program = fileURLToPath(new URL('../one-scenario.ts', import.meta.url));

/** Times that each is run; the fastest counts, as everything else on the machine only makes it slower. */
const ROUNDS = 2;

export function scenarios(): Result[] {
  const files = readdirSync(folder).toSorted();
  return files.flatMap((file) => scenarioFile(folder + file));
}

/** What it takes to run the scenario of a file. */
export function scenarioFile(file: string): Result[] {
  const name = basename(file, '.json');
  const rounds = Array.from({ length: ROUNDS }, () => run(file));
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

function run(file: string): Measured {
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', program, file], { encoding: 'utf8' }));
}
