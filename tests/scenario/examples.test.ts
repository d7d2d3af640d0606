/** The scenarios of docs/examples are valid, run, and show what they are there to show. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../src/engine/time.ts';
import type { GroupReport } from '../../src/metrics/group-figures.ts';
import { FACT } from '../../src/models/facts.ts';
import { decodeScenario, encodeScenario } from '../../src/scenario/codec.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { sentenceOf } from '../../src/scenario/schema.ts';
import { walkThrough } from '../../src/scenario/walk-through.ts';

const folder = new URL('../../docs/examples/', import.meta.url);

function scenarioIn(file: string): Scenario {
  const decoded = decodeScenario(readFileSync(new URL(file, folder), 'utf8'));
  if (!decoded.ok) throw new Error(decoded.problems.map(sentenceOf).join('; '));
  return decoded.scenario;
}

function group({ components }: RunReport, id: string): GroupReport {
  const found = components.find((each) => each.id === id);
  if (found?.kind !== 'instance-group') throw new Error(`there is no instance group "${id}"`);
  return found;
}

describe('every example', () => {
  const files = readdirSync(folder);

  it.each(files)('%s is valid and survives the address', (file) => {
    const scenario = scenarioIn(file);
    expect(decodeScenario(encodeScenario(scenario))).toEqual({ ok: true, scenario });
  });

  it.each(files)('%s runs, and somebody can watch something', (file) => {
    const { uploads } = createReport(scenarioIn(file));
    expect(uploads.watchable).toBeGreaterThan(0);
  });
});

it('monolith-crash.json shows people refused while it is down, and nothing lost', () => {
  const { uploads } = createReport(scenarioIn('monolith-crash.json'));
  expect(Object.keys(uploads.refusedByReason).toSorted()).toEqual(['connection-refused', 'connection-reset']);
  expect(uploads).toMatchObject({ lost: 0, deadLettered: 0, open: 0 });
  expect(uploads.watchable + uploads.refused).toBe(uploads.started);
});

it('queued-walk-through.json is the walk-through of the site: the fleet goes from nothing to two, to one, to nothing', () => {
  expect(scenarioIn('queued-walk-through.json')).toEqual(walkThrough);
  const desired: string[] = [];
  const ended: number[] = [];
  const world = createSimulation(scenarioIn('queued-walk-through.json'), {
    fact(at, kind, _component, _upload, _subject, a, b) {
      if (kind === FACT['desired.changed']) desired.push(`${b} → ${a}`);
      if (kind === FACT['upload.watchable']) ended.push(toSeconds(at));
    },
  });
  world.runUntil(seconds(walkThrough.durationSeconds));
  expect(desired).toEqual(['0 → 2', '2 → 1', '1 → 0']);
  expect(ended).toHaveLength(3);
});

// Steady states of queueing theory; a run of 20,000 s with this seed comes within a tenth of them.
it('m-m-4.json is as busy, and makes wait as long, as theory says', () => {
  const { utilisation, waiting } = group(createReport(scenarioIn('m-m-4.json')), 'servers');
  expect(utilisation).toBeCloseTo(0.8, 1);
  // Erlang C for 4 servers at load 3.2 is 0.5964; over the spare capacity of 0.8 a second that is 0.7455 s.
  expect(Math.abs((waiting.meanSeconds ?? 0) / 0.7455 - 1)).toBeLessThan(0.1);
});

it('tandem.json is as busy, and makes wait as long, at every station as theory says', () => {
  const report = createReport(scenarioIn('tandem.json'));
  for (const id of ['first', 'second', 'third']) {
    const { utilisation, waiting } = group(report, id);
    expect(utilisation).toBeCloseTo(0.8, 1);
    // Each station is an M/M/2 at load 1.6 (Burke): the square of 0.8 over 1 less it, 1.7778 s.
    expect(Math.abs((waiting.meanSeconds ?? 0) / 1.7778 - 1)).toBeLessThan(0.1);
  }
});
