/** Two items are written and read back, each change goes to a stream; a third upload comes too soon and is throttled. */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [0, 1.5, 1.6] }),
    group('front', {
      slotsPerInstance: 3,
      steps: [
        {
          step: 'manage',
          work: [],
          after: [
            { to: 'table', operation: 'write' },
            { to: 'table', operation: 'read' },
          ],
        },
      ],
    }),
    component('table', 'table', {
      latency: { kind: 'constant', value: 0.01 },
      writeLimitPerSecond: 1,
      changes: 'changes',
    }),
    component('changes', 'stream'),
  ],
  ['people front', 'front table', 'table changes'],
  { durationSeconds: 4 },
);
