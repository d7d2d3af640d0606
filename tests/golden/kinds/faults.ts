/** People, a service in two zones, a bus and a queue: an outage at the door, a cut link, a lost zone, a mistyped rule. */
import { aScenario, component, group, lasting, people } from '../../support/small-scenario.ts';

const publish = { to: 'bus', operation: 'publish', event: 'upload-complete' } as const;
const rule = { name: 'process', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'jobs' }] };

export const scenario = aScenario(
  [
    people({ times: [0, 3, 4, 8, 12] }),
    group('web', {
      minimum: 2,
      desired: 2,
      maximum: 2,
      zones: 2,
      bootSeconds: 1,
      steps: [{ step: 'upload', work: [lasting(0.5)], after: [publish] }],
    }),
    component('bus', 'event-bus', { rules: [rule], latency: { kind: 'constant', value: 0.1 }, retryBaseSeconds: 1 }),
    component('jobs', 'queue'),
    group('worker', { queue: 'jobs', steps: [{ step: 'process', work: [lasting(1)] }] }),
  ],
  ['people web', 'web bus', 'bus jobs', 'worker jobs'],
  {
    durationSeconds: 18,
    interventions: [
      { kind: 'fault', fault: 'cut-link', target: 'link:bus>jobs', atSeconds: 0.5, untilSeconds: 2 },
      { kind: 'fault', fault: 'thundering-herd', target: 'people', strength: 1, atSeconds: 2.5, untilSeconds: 5 },
      { kind: 'fault', fault: 'zone-loss', target: 'zone:b', atSeconds: 5.3, untilSeconds: 7 },
      { kind: 'fault', fault: 'rule-mismatch', target: 'rule:bus/process', atSeconds: 7.5, untilSeconds: 11 },
      { kind: 'fault', fault: 'added-latency', target: 'into:upload', strength: 1, atSeconds: 11.5, untilSeconds: 13 },
    ],
  },
);
