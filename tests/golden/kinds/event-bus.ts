/**
 * Two uploads are published. One rule takes both to a queue and to servers that are down for the second, which is tried
 * once more and then becomes a dead letter; what is clicked matches no rule. A rule fires after a minute, and what came
 * in the first five seconds is replayed to the rule for the queue alone.
 */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [0, 4] }),
    group('front', {
      steps: [
        {
          step: 'upload',
          work: [],
          after: [
            { to: 'bus', operation: 'publish', event: 'upload-complete' },
            { to: 'bus', operation: 'publish', event: 'clicked', detail: { button: 'share' } },
          ],
        },
      ],
    }),
    component('bus', 'event-bus', {
      type: 'default',
      latency: { kind: 'constant', value: 0.15 },
      maximumRetries: 1,
      rules: [
        { name: 'record', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'records' }] },
        {
          name: 'process',
          pattern: { source: [{ prefix: 'decoupled.' }], detail: { object: ['master'], button: [{ exists: false }] } },
          targets: [{ to: 'workers', deadLetter: 'letters' }],
        },
        { name: 'each minute', schedule: 'rate(1 minute)', targets: [{ to: 'records' }] },
      ],
      archive: { pattern: { 'detail-type': ['upload-complete'] }, retentionSeconds: 0 },
      replays: [{ atSeconds: 30, fromSeconds: 0, toSeconds: 5, rule: 'record' }],
    }),
    component('records', 'queue'),
    group('workers'),
    component('letters', 'queue'),
  ],
  ['people front', 'front bus', 'bus records', 'bus workers', 'bus letters'],
  {
    durationSeconds: 62,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'workers', atSeconds: 3 }],
  },
);
