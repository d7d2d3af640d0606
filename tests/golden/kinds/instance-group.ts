/**
 * Workers in two zones take messages from a queue and are tracked by the backlog per instance: none at first, woken by a
 * message, then one more. The one that is idle goes first; the other when nothing waits or is worked on.
 */
import { aScenario, component, group, lasting, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 1] }),
    group('front', {
      slotsPerInstance: 2,
      steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }],
    }),
    component('queue', 'queue'),
    group('workers', {
      queue: 'queue',
      steps: [{ step: 'process', work: [lasting(4)] }],
      zones: 2,
      minimum: 0,
      desired: 0,
      maximum: 4,
      pendingSeconds: 1,
      bootSeconds: 1,
      evaluationPeriodSeconds: 2,
      pointsToScaleIn: 1,
      scaling: [
        { kind: 'target-tracking', metric: 'backlog-per-instance', queue: 'queue', target: 0.5, guard: 'wake-step' },
      ],
    }),
  ],
  ['people front', 'front queue', 'workers queue'],
  { durationSeconds: 20 },
);
