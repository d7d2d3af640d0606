/**
 * Runs one scenario from a file, as `npm run simulate` does, in a process of its own, so that its memory is its own
 * (`sections/scenarios.ts`). Prints a `Measured` as JSON.
 */
import { readFileSync } from 'node:fs';
import { seconds } from '../src/engine/time.ts';
import { decodeScenario } from '../src/scenario/codec.ts';
import { createSimulation } from '../src/scenario/create-simulation.ts';
import { createReport } from '../src/scenario/report.ts';
import { sentenceOf } from '../src/scenario/schema.ts';

/** What it took to run a scenario. */
export interface Measured {
  uploads: number;
  events: number;
  /** From the scenario to its report, on the clock of the wall; and for the simulation with nobody to watch it. */
  reportSeconds: number;
  aloneSeconds: number;
  /** The most memory that the process had, all of Node included, up to the report. */
  peakMegabytes: number;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name a scenario');
const decoded = decodeScenario(readFileSync(file, 'utf8'));
if (!decoded.ok) throw new Error(`${file}: ${decoded.problems.map(sentenceOf).join('; ')}`);
const { scenario } = decoded;

const begin = performance.now();
const { uploads } = createReport(scenario);
const reportSeconds = (performance.now() - begin) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;

const again = performance.now();
const world = createSimulation(scenario);
world.runUntil(seconds(scenario.durationSeconds));
const aloneSeconds = (performance.now() - again) / 1000;

const { events } = world.simulation;
const measured: Measured = { uploads: uploads.started, events, reportSeconds, aloneSeconds, peakMegabytes };
console.log(JSON.stringify(measured));
