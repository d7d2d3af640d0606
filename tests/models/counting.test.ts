/** Events that come round carry how often they were tried, so that nothing goes round for ever. */
import { describe, expect, it } from 'vitest';
import type { BusRule, Call } from '../../src/models/parameters.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { serverless } from '../support/small-function.ts';
import { aScenario, component, people } from '../support/small-scenario.ts';

const again: Call = { to: 'bus', operation: 'publish', event: 'upload-failed', counting: { name: 'tries', atMost: 2 } };

const rules: BusRule[] = [
  { name: 'again', pattern: { 'detail-type': ['upload-complete', 'upload-failed'] }, targets: [{ to: 'loop' }] },
  { name: 'third', pattern: { detail: { tries: [{ numeric: ['>', 1] }] } }, targets: [{ to: 'third' }] },
];

/** A function that publishes what has it run again. */
function loop(call: Call) {
  const steps = [{ step: 'extra' as const, work: [], after: [call] }];
  const nodes = [
    people({ times: [1] }),
    component('bus', 'event-bus', { rules, latency: { kind: 'constant', value: 1 } }),
    serverless('loop', { steps, maximumRetries: 0, destinations: { deadLetter: 'dead' } }),
    serverless('third', { steps: [{ step: 'process', work: [] }] }),
    component('dead', 'queue'),
  ];
  const links = ['people bus', 'bus loop', 'bus third', 'loop bus', 'loop dead'];
  return aScenario(nodes, links, { durationSeconds: 30 });
}

const rounds: Wanted = { only: ['rule.matched', 'job.failed', 'message.dead-lettered', 'upload.watchable'] };
const without = (lines: string[]) => lines.map((line) => line.split(' ').slice(1).join(' '));

describe('a call that counts', () => {
  it('is made as often as it may be, and each says one more; then the work fails and lies with the dead letters', () => {
    expect(without(factsOf(loop(again), rounds))).toEqual([
      'bus rule.matched rule 0 upload-complete upload 0 to 1',
      'bus rule.matched rule 0 upload-failed upload 0 to 1',
      'bus rule.matched rule 0 upload-failed upload 0 to 1',
      'bus rule.matched rule 1 upload-failed upload 0 to 1',
      'loop job.failed upload 0 instance 0 job 0 because retries-exhausted',
      'third upload.watchable upload 0',
    ]);
  });

  it('keeps what else it says', () => {
    const said = { ...again, detail: { for: 'somebody' } };
    const onlyFor: BusRule = {
      name: 'third',
      pattern: { detail: { for: ['somebody'], tries: [2] } },
      targets: [{ to: 'third' }],
    };
    const scenario = loop(said);
    const turned = { ...scenario, parameters: { bus: { rules: [rules[0], onlyFor] } } };
    expect(factsOf(turned, { only: ['upload.watchable'] })).toHaveLength(1);
  });

  it('goes round until the run ends where nothing is counted', () => {
    const { counting: _, ...uncounted } = again;
    expect(factsOf(loop(uncounted), { only: ['rule.matched'] }).length).toBeGreaterThan(15);
  });
});
