/** The story of this bench, and what it claims. Words: `text/bus-lab/deliveries.ts`. */
import type { FaultIntervention } from '../../scenario/scenario.ts';
import { deliveryRules, deliveryTargets } from '../../stages/bus-lab/deliveries.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

/** Every scene says who has dead letters, so that none depends on another. */
const kept = (targets: Parameters<typeof deliveryRules>[0]) => [
  { component: 'lab-bus', parameter: 'rules', value: deliveryRules(targets) },
];
const withoutPartner = deliveryTargets.filter((target) => target !== 'partner');
const toPartner = [['lab-bus', 'partner']] as const;

export const busDeliveriesStory: Story = {
  stage: 'bus-deliveries',
  passages: [
    {
      id: 'what',
      components: ['uploaders', 'lab-bus', 'process', 'partner', 'mail', 'audit'],
      links: [
        ['lab-bus', 'process'],
        ['lab-bus', 'partner'],
        ['lab-bus', 'mail'],
        ['lab-bus', 'audit'],
      ],
      scene: { at: 20, speed: 2, faults: [], set: kept(deliveryTargets) },
    },
    {
      id: 'isolated',
      components: ['partner', 'lab-bus'],
      links: [...toPartner],
      scene: {
        at: 40,
        speed: 2,
        faults: [{ fault: 'crash', target: 'partner' }],
        set: kept(deliveryTargets),
      },
    },
    {
      id: 'backoff',
      components: ['lab-bus', 'partner'],
      links: [...toPartner],
      numbers: {
        base: { component: 'lab-bus', parameter: 'retryBaseSeconds' },
        cap: { component: 'lab-bus', parameter: 'retryCapSeconds' },
      },
    },
    {
      id: 'given-up',
      components: ['lab-bus', 'partner', 'dead-letters'],
      links: [['lab-bus', 'dead-letters']],
      numbers: {
        tries: { component: 'lab-bus', parameter: 'maximumRetries' },
        s: { component: 'lab-bus', parameter: 'maximumAgeSeconds' },
      },
      scene: {
        at: 100,
        speed: 5,
        faults: [{ fault: 'crash', target: 'partner' }],
        set: kept(deliveryTargets),
      },
    },
    {
      id: 'dropped',
      components: ['lab-bus', 'partner'],
      links: [...toPartner],
      scene: {
        at: 100,
        speed: 5,
        faults: [{ fault: 'crash', target: 'partner' }],
        set: kept(withoutPartner),
      },
    },
    {
      id: 'permission',
      components: ['mail', 'lab-bus', 'dead-letters'],
      links: [
        ['lab-bus', 'mail'],
        ['lab-bus', 'dead-letters'],
      ],
      scene: {
        at: 60,
        speed: 2,
        faults: [{ fault: 'policy-missing', target: 'mail' }],
        set: kept(deliveryTargets),
      },
    },
  ],
};

/** The partner is down from one second to another. */
const partnerDown = (atSeconds: number, untilSeconds: number): { interventions: FaultIntervention[] } => ({
  interventions: [{ kind: 'fault', fault: 'crash', target: 'partner', atSeconds, untilSeconds }],
});
/** In time for its last copies to be given up before the run ends. */
const forLong = partnerDown(60, 240);
const forAMoment = partnerDown(60, 80);
/** Tries that do not run out, and no age at which a copy is too old, within the run. */
const patient = { maximumRetries: 185, maximumAgeSeconds: 600 };
/** Tried again about twice a second, however long it has failed. */
const alwaysASecond = { 'lab-bus': { ...patient, retryBaseSeconds: 1, retryCapSeconds: 1 } };
/** Little more deliveries a second than four copies of each event take, and less than they and their retries. */
const narrow = { 'lab-bus': { ...alwaysASecond['lab-bus'], deliveriesPerSecond: 2 } };

export const busDeliveriesClaims: readonly Claim[] = [
  {
    id: 'one-failing-target-holds-up-no-other',
    stage: 'bus-deliveries',
    scenario: on('bus-deliveries', { ...forLong, parameters: alwaysASecond }),
    against: on('bus-deliveries', { parameters: alwaysASecond }),
    condition: [
      { left: { measure: 'copies-retried', of: 'lab-bus' }, is: 'more', right: 0 },
      {
        left: { measure: 'watchable-median' },
        is: 'at-most',
        right: { measure: 'watchable-median', in: 'against', times: 1.1 },
      },
    ],
    numbers: {
      n: { measure: 'copies-retried', of: 'lab-bus' },
      s: { measure: 'watchable-median' },
      before: { measure: 'watchable-median', in: 'against' },
    },
    foil: {
      scenario: on('bus-deliveries', { ...forLong, parameters: narrow }),
      against: on('bus-deliveries', { parameters: narrow }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'same',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'slower',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 1.1 },
            },
          ],
        },
        { id: 'never', when: [{ left: { measure: 'watchable' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'retries-outlast-an-outage',
    stage: 'bus-deliveries',
    scenario: on('bus-deliveries', { ...forAMoment, parameters: { 'lab-bus': { maximumRetries: 20 } } }),
    condition: [
      { left: { measure: 'copies-retried', of: 'lab-bus' }, is: 'more', right: 0 },
      { left: { measure: 'copies-put-aside', of: 'lab-bus' }, is: 'equal', right: 0 },
      { left: { measure: 'copies-dropped', of: 'lab-bus' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'copies-retried', of: 'lab-bus' } },
    foil: { scenario: on('bus-deliveries', { ...forAMoment, parameters: { 'lab-bus': { maximumRetries: 1 } } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'copies-put-aside', of: 'lab-bus' }, is: 'equal', right: 0 }] },
        { id: 'some', when: [{ left: { measure: 'copies-put-aside', of: 'lab-bus' }, is: 'more', right: 0 }] },
      ],
    },
  },
  {
    id: 'longer-waits-ask-less-often',
    stage: 'bus-deliveries',
    scenario: on('bus-deliveries', { ...forLong, parameters: { 'lab-bus': { ...patient, retryCapSeconds: 60 } } }),
    against: on('bus-deliveries', { ...forLong, parameters: alwaysASecond }),
    condition: [
      { left: { measure: 'copies-retried', of: 'lab-bus' }, is: 'more', right: 0 },
      {
        left: { measure: 'copies-retried', of: 'lab-bus' },
        is: 'at-most',
        right: { measure: 'copies-retried', of: 'lab-bus', in: 'against', times: 0.25 },
      },
    ],
    numbers: {
      n: { measure: 'copies-retried', of: 'lab-bus' },
      before: { measure: 'copies-retried', of: 'lab-bus', in: 'against' },
    },
    foil: {
      scenario: on('bus-deliveries', { ...forLong, parameters: alwaysASecond }),
      against: on('bus-deliveries', { ...forLong, parameters: alwaysASecond }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'same',
          when: [
            {
              left: { measure: 'copies-retried', of: 'lab-bus' },
              is: 'more',
              right: { measure: 'copies-retried', of: 'lab-bus', in: 'against', times: 0.75 },
            },
          ],
        },
        {
          id: 'half',
          when: [
            {
              left: { measure: 'copies-retried', of: 'lab-bus' },
              is: 'more',
              right: { measure: 'copies-retried', of: 'lab-bus', in: 'against', times: 0.25 },
            },
            {
              left: { measure: 'copies-retried', of: 'lab-bus' },
              is: 'at-most',
              right: { measure: 'copies-retried', of: 'lab-bus', in: 'against', times: 0.75 },
            },
          ],
        },
        {
          id: 'few',
          when: [
            {
              left: { measure: 'copies-retried', of: 'lab-bus' },
              is: 'at-most',
              right: { measure: 'copies-retried', of: 'lab-bus', in: 'against', times: 0.25 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'dead-letters-keep-what-is-given-up',
    stage: 'bus-deliveries',
    scenario: on('bus-deliveries', forLong),
    condition: [
      { left: { measure: 'copies-put-aside', of: 'lab-bus' }, is: 'more', right: 0 },
      { left: { measure: 'copies-dropped', of: 'lab-bus' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'copies-put-aside', of: 'lab-bus' } },
    foil: {
      scenario: on('bus-deliveries', {
        ...forLong,
        parameters: { 'lab-bus': { rules: deliveryRules(withoutPartner) } },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'kept',
          when: [
            { left: { measure: 'copies-put-aside', of: 'lab-bus' }, is: 'more', right: 0 },
            { left: { measure: 'copies-dropped', of: 'lab-bus' }, is: 'equal', right: 0 },
          ],
        },
        { id: 'gone', when: [{ left: { measure: 'copies-dropped', of: 'lab-bus' }, is: 'more', right: 0 }] },
      ],
    },
  },
  {
    id: 'a-missing-permission-is-not-tried-again',
    stage: 'bus-deliveries',
    scenario: on('bus-deliveries', {
      interventions: [{ kind: 'fault', fault: 'policy-missing', target: 'mail', atSeconds: 60, untilSeconds: 240 }],
    }),
    condition: [
      { left: { measure: 'copies-put-aside', of: 'lab-bus' }, is: 'more', right: 0 },
      { left: { measure: 'copies-retried', of: 'lab-bus' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'copies-put-aside', of: 'lab-bus' } },
    foil: { scenario: on('bus-deliveries', forLong) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'at-once', when: [{ left: { measure: 'copies-retried', of: 'lab-bus' }, is: 'equal', right: 0 }] },
        { id: 'tried', when: [{ left: { measure: 'copies-retried', of: 'lab-bus' }, is: 'more', right: 0 }] },
      ],
    },
  },
];
