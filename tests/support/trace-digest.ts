/** One digest over a long run of each stage, which must come out alike in Node and in every browser. */
import { Digest } from '../../src/engine/digest.ts';
import { seconds } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';

/** An hour of random traffic and random videos, in which the processing crashes, is repaired, and more people come. */
const anHourOf = (stage: StageId): Scenario =>
  newScenario(stage, {
    seed: 20_261_121,
    durationSeconds: 3600,
    parameters: { users: { arrivals: 'poisson', ratePerSecond: 0.4 } },
    interventions: [
      { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 600, untilSeconds: 900 },
      { kind: 'upload', atSeconds: 700 },
      { kind: 'set', target: 'users', parameter: 'ratePerSecond', value: 1.5, atSeconds: 1800 },
      { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 2400, untilSeconds: 2430 },
      { kind: 'set', target: 'users', parameter: 'ratePerSecond', value: 0, atSeconds: 3300 },
    ],
  });

export interface TraceDigest {
  facts: number;
  digest: string;
}

/** How many facts there are in an hour of a stage, and the digest of all their columns. */
export function traceDigest(stage: StageId): TraceDigest {
  return digestOf(anHourOf(stage));
}

/** How many facts there are in a run, and the digest of all their columns. */
export function digestOf(scenario: Scenario): TraceDigest {
  const digest = new Digest();
  let facts = 0;
  const observer: Observer = {
    fact(...columns) {
      facts += 1;
      for (const each of columns) digest.add(each);
    },
  };
  createSimulation(scenario, observer).runUntil(seconds(scenario.durationSeconds));
  return { facts, digest: digest.hex() };
}
