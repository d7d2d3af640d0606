/** Scenarios as files, there and back. */
import { describe, expect, it } from 'vitest';
import { besideOpened, readScenario, scenarioText } from '../../../src/compare/export/scenario-file.ts';
import { decodeScenario } from '../../../src/scenario/codec.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { stageIds } from '../../../src/stages/catalogue.ts';

const opened = newScenario('queued', {
  seed: 7,
  durationSeconds: 240,
  parameters: { users: { ratePerSecond: 1.5 }, queue: { visibilityTimeoutSeconds: 9 } },
  interventions: [
    { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 30, untilSeconds: 60 },
    { kind: 'fault', fault: 'short-visibility', target: 'kind:queue', atSeconds: 90, strength: 1 },
    { kind: 'upload', atSeconds: 12 },
  ],
});

describe('a scenario as a file', () => {
  it('is JSON in lines that the page and the headless run read back as it was', () => {
    const text = scenarioText(opened);
    expect(text.split('\n').length).toBeGreaterThan(10);
    expect(readScenario(text)).toEqual({ ok: true, scenario: opened });
    expect(decodeScenario(text)).toEqual({ ok: true, scenario: opened });
  });

  it('is refused by path, value and what is allowed', () => {
    const bad = JSON.stringify({ ...JSON.parse(scenarioText(opened)), durationSeconds: -5 });
    expect(readScenario(bad)).toMatchObject({ ok: false, problems: [{ path: 'durationSeconds', value: '-5' }] });
    expect(readScenario('no scenario').ok).toBe(false);
  });

  it('is refused where there would be nothing to compare', () => {
    const cron = readScenario(scenarioText(newScenario('serverless-cron')));
    expect(cron).toMatchObject({ ok: false, problems: [{ path: 'stage', value: '"serverless-cron"' }] });
  });
});

describe('the others beside a scenario that was opened', () => {
  it('meet the same traffic, for as long, with the same seed, and what means something to them', () => {
    const beside = besideOpened(opened);
    expect(beside(newScenario('queued'))).toBe(opened);
    const tiers = beside(newScenario('tiers', { seed: 3 }));
    expect(tiers).toMatchObject({ seed: 7, durationSeconds: 240, parameters: { users: { ratePerSecond: 1.5 } } });
    expect(tiers.parameters).not.toHaveProperty('queue');
    expect(tiers.interventions.map((each) => (each.kind === 'fault' ? each.fault : each.kind))).toEqual([
      'crash',
      'upload',
    ]);
  });

  it('all hold', () => {
    const beside = besideOpened(opened);
    for (const stage of stageIds) expect(parseScenario(beside(newScenario(stage))).ok, stage).toBe(true);
  });
});
