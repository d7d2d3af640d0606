/** A master is put, a queue is told, a worker fetches it and puts what it made of it; a second put is too soon (503). */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [0, 0.5] }),
    group('front', {
      steps: [{ step: 'upload', work: [], after: [{ to: 'bucket', operation: 'put', object: 'master' }] }],
    }),
    component('bucket', 'bucket', {
      latency: { kind: 'constant', value: 0.1 },
      writeLimitPerSecond: 1,
      notifications: [{ to: 'queue', objects: ['master'] }],
    }),
    component('queue', 'queue'),
    group('workers', {
      queue: 'queue',
      steps: [
        {
          step: 'process',
          before: [{ to: 'bucket', operation: 'get', object: 'same' }],
          work: [{ seconds: { kind: 'constant', value: 2 }, makes: '480p' }],
          after: [{ to: 'bucket', operation: 'put', object: '480p' }],
        },
      ],
    }),
  ],
  ['people front', 'front bucket', 'bucket queue', 'workers queue', 'workers bucket'],
  { durationSeconds: 6 },
);
