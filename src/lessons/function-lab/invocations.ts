/** The story of this bench, and what it claims. Words: `text/function-lab/invocations.ts`. */
import { functionInvocations, siteSteps } from '../../stages/function-lab/invocations.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** Seconds after the start: the poison event comes a moment later. */
const BEFORE_THE_POISON = 10;

const mappingOf = (id: string, changes: object): readonly object[] => {
  const node = functionInvocations.nodes.find((each) => each.id === id);
  const [mapping] = (node?.params?.['mappings'] ?? []) as readonly object[];
  return [{ ...mapping, ...changes }];
};

/** The poller names the message that failed. */
const named = mappingOf('batch-handler', { reportFailures: true });
/** The shard is split, and gives up in the end. */
const freed = mappingOf('record-handler', { bisect: true, maximumRetries: 2, onFailure: 'failures' });

/** What every scene says: how the queue and the stream are fetched from, and what may be done twice. */
const asWanted = ({
  isNamed = false,
  isFreed = false,
  duplicateShare = 0,
  idempotent = 'no',
} = {}): Pick<Scene, 'faults' | 'set'> => ({
  faults: [],
  set: [
    { component: 'batch-handler', parameter: 'mappings', value: isNamed ? named : mappingOf('batch-handler', {}) },
    { component: 'record-handler', parameter: 'mappings', value: isFreed ? freed : mappingOf('record-handler', {}) },
    { component: 'event-handler', parameter: 'duplicateShare', value: duplicateShare },
    { component: 'event-handler', parameter: 'idempotent', value: idempotent },
  ],
});

export const functionInvocationsStory: Story = {
  stage: 'function-invocations',
  passages: [
    {
      id: 'what',
      components: ['callers', 'site', 'call-handler', 'event-handler', 'batch-handler', 'record-handler'],
      links: [
        ['callers', 'site'],
        ['site', 'call-handler'],
        ['site', 'event-handler'],
        ['site', 'event-queue'],
        ['site', 'event-stream'],
      ],
      scene: { at: 'start', speed: 1, ...asWanted() },
    },
    {
      id: 'call',
      components: ['saboteur', 'site', 'call-handler', 'call-account'],
      links: [
        ['saboteur', 'site'],
        ['site', 'call-handler'],
        ['call-handler', 'call-account'],
      ],
      scene: { at: BEFORE_THE_POISON, speed: 0.2, ...asWanted() },
    },
    {
      id: 'event',
      components: ['event-handler', 'event-account', 'failures'],
      links: [
        ['site', 'event-handler'],
        ['event-handler', 'failures'],
      ],
      numbers: {
        retries: { component: 'event-handler', parameter: 'maximumRetries' },
        wait: { component: 'event-handler', parameter: 'retryWaitSeconds' },
        age: { component: 'event-handler', parameter: 'maximumEventAgeSeconds' },
      },
      scene: { at: BEFORE_THE_POISON, speed: 1, ...asWanted() },
    },
    {
      id: 'queue',
      components: ['event-queue', 'batch-handler', 'batch-account'],
      links: [
        ['site', 'event-queue'],
        ['batch-handler', 'event-queue'],
      ],
      numbers: {
        hidden: { component: 'event-queue', parameter: 'visibilityTimeoutSeconds' },
        most: { component: 'event-queue', parameter: 'maxReceiveCount' },
      },
      scene: { at: BEFORE_THE_POISON, speed: 2, ...asWanted({ isNamed: true }) },
    },
    {
      id: 'stream',
      components: ['event-stream', 'record-handler', 'record-account'],
      links: [
        ['site', 'event-stream'],
        ['record-handler', 'event-stream'],
      ],
      scene: { at: BEFORE_THE_POISON, speed: 5, ...asWanted() },
    },
    {
      id: 'freed',
      components: ['event-stream', 'record-handler', 'failures'],
      links: [
        ['record-handler', 'event-stream'],
        ['record-handler', 'failures'],
      ],
      scene: { at: BEFORE_THE_POISON, speed: 2, ...asWanted({ isFreed: true }) },
    },
    {
      id: 'twice',
      components: ['event-handler', 'event-account'],
      links: [['event-handler', 'event-account']],
      scene: { at: 'start', speed: 2, ...asWanted({ duplicateShare: 0.5, idempotent: 'yes' }) },
    },
  ],
};

const bench = (parameters: Record<string, Record<string, unknown>> = {}) => on('function-invocations', { parameters });

const noPoison = { saboteur: { times: [] } };

export const functionInvocationsClaims: readonly Claim[] = [
  {
    id: 'who-waits-sees-the-error',
    stage: 'function-invocations',
    scenario: bench(),
    condition: [
      { left: { measure: 'refused' }, is: 'equal', right: 1 },
      { left: { measure: 'run-errors', of: 'call-handler' }, is: 'equal', right: 1 },
    ],
    // The same four ways, but nobody waits for the last of them.
    foil: {
      scenario: bench({
        site: {
          steps: siteSteps.map((step) => ({
            ...step,
            after: step.after?.map((call) => (call.operation === 'upload' ? { ...call, operation: 'deliver' } : call)),
          })),
        },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'refused' }, is: 'equal', right: 1 }] },
        { id: 'all', when: [{ left: { measure: 'refused' }, is: 'more', right: 1 }] },
        { id: 'nothing', when: [{ left: { measure: 'refused' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'an-event-is-tried-again-by-itself',
    stage: 'function-invocations',
    scenario: bench(),
    condition: [
      { left: { measure: 'run-errors', of: 'event-handler' }, is: 'equal', right: 3 },
      { left: { measure: 'arrived', of: 'failures' }, is: 'equal', right: 1 },
    ],
    numbers: { n: { measure: 'run-errors', of: 'event-handler' } },
    foil: { scenario: bench({ 'event-handler': { maximumRetries: 0 } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'once', when: [{ left: { measure: 'run-errors', of: 'event-handler' }, is: 'equal', right: 1 }] },
        { id: 'thrice', when: [{ left: { measure: 'run-errors', of: 'event-handler' }, is: 'equal', right: 3 }] },
        { id: 'for-ever', when: [{ left: { measure: 'run-errors', of: 'event-handler' }, is: 'more', right: 3 }] },
      ],
    },
  },
  {
    id: 'a-batch-fails-together',
    stage: 'function-invocations',
    scenario: bench(),
    condition: [{ left: { measure: 'put-aside', of: 'event-queue' }, is: 'more', right: 1 }],
    numbers: { n: { measure: 'put-aside', of: 'event-queue' } },
    foil: { scenario: bench({ 'batch-handler': { mappings: named } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'put-aside', of: 'event-queue' }, is: 'equal', right: 0 }] },
        { id: 'itself', when: [{ left: { measure: 'put-aside', of: 'event-queue' }, is: 'equal', right: 1 }] },
        { id: 'others', when: [{ left: { measure: 'put-aside', of: 'event-queue' }, is: 'more', right: 1 }] },
      ],
    },
  },
  {
    id: 'one-record-blocks-the-shard',
    stage: 'function-invocations',
    scenario: bench(),
    condition: [
      {
        left: { measure: 'items-kept', of: 'record-account' },
        is: 'at-most',
        right: { measure: 'items-kept', of: 'event-account', times: 0.1 },
      },
    ],
    numbers: {
      n: { measure: 'items-kept', of: 'record-account' },
      of: { measure: 'items-kept', of: 'event-account' },
    },
    foil: { scenario: bench({ 'record-handler': { mappings: freed } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'few',
          when: [
            {
              left: { measure: 'items-kept', of: 'record-account' },
              is: 'at-most',
              right: { measure: 'items-kept', of: 'event-account', times: 0.1 },
            },
          ],
        },
        {
          id: 'half',
          when: [
            {
              left: { measure: 'items-kept', of: 'record-account' },
              is: 'more',
              right: { measure: 'items-kept', of: 'event-account', times: 0.1 },
            },
            {
              left: { measure: 'items-kept', of: 'record-account' },
              is: 'at-most',
              right: { measure: 'items-kept', of: 'event-account', times: 0.6 },
            },
          ],
        },
        {
          id: 'most',
          when: [
            {
              left: { measure: 'items-kept', of: 'record-account' },
              is: 'more',
              right: { measure: 'items-kept', of: 'event-account', times: 0.6 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'handed-over-twice-is-added-twice',
    stage: 'function-invocations',
    scenario: bench({ ...noPoison, 'event-handler': { duplicateShare: 0.5 } }),
    condition: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'more', right: 0 }],
    numbers: {
      n: { measure: 'written-again', of: 'event-account' },
      of: { measure: 'items-kept', of: 'event-account' },
    },
    foil: { scenario: bench({ ...noPoison, 'event-handler': { duplicateShare: 0.5, idempotent: 'yes' } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'never', when: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'equal', right: 0 }] },
        { id: 'some', when: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'more', right: 0 }] },
      ],
    },
  },
  {
    id: 'a-note-does-not-help-what-is-half-done',
    stage: 'function-invocations',
    scenario: bench({ 'event-handler': { idempotent: 'yes' } }),
    condition: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'equal', right: 2 }],
    numbers: { n: { measure: 'written-again', of: 'event-account' } },
    foil: { scenario: bench({ 'event-handler': { idempotent: 'yes', maximumRetries: 0 } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'no', when: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'equal', right: 0 }] },
        { id: 'each', when: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'equal', right: 2 }] },
        { id: 'more', when: [{ left: { measure: 'written-again', of: 'event-account' }, is: 'more', right: 2 }] },
      ],
    },
  },
];
