/**
 * Each upload is published: one subscriber is a queue, the other a server that is down for the second upload. What it
 * does not take is sent once more after 20 s, and then becomes a dead letter.
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
          after: [{ to: 'topic', operation: 'publish', event: 'upload-complete' }],
        },
      ],
    }),
    component('topic', 'topic', {
      deliveryDelay: { kind: 'constant', value: 0.1 },
      retries: 1,
      subscriptions: [
        { to: 'records', events: ['upload-complete'] },
        { to: 'workers', events: ['upload-complete'], deadLetterQueue: 'letters' },
        { to: 'letters', events: ['video-ready'] },
      ],
    }),
    component('records', 'queue'),
    group('workers'),
    component('letters', 'queue'),
  ],
  ['people front', 'front topic', 'topic records', 'topic workers', 'topic letters'],
  {
    durationSeconds: 26,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'workers', atSeconds: 3 }],
  },
);
