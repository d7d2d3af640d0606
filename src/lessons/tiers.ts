/** What the story of the tiers claims. */
import { stages } from '../stages/catalogue.ts';
import type { Claim } from './claim.ts';
import { down, duringTheCrash, lasting, on, usersAt } from './scenes.ts';

/** Too long for as many as come: four at once is one in six seconds. */
const SLOW_SECONDS = 24;
/** Processing on a machine of two vCPU, one video at a time. */
const small = { instanceType: 'c5.large', slotsPerInstance: 1 };
/** Four times as much machine, all of it for one video. */
const tall = { instanceType: 'c5.2xlarge', slotsPerInstance: 1, threads: 8 };
/** One after another, far enough apart that nobody waits. */
const oneByOne = usersAt(5, 45, 85, 125, 165);

/** Enough while it is down to take every slot of upload, and some when it is up again. */
const thenAndLater = usersAt(80, 82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 140, 150, 160, 170);

export const tiersClaims: readonly Claim[] = [
  {
    id: 'still-fails-together',
    stage: 'tiers',
    scenario: on('tiers', { ...down(), parameters: usersAt(...duringTheCrash) }),
    condition: [
      { left: { measure: 'instances-at-end', of: 'upload' }, is: 'equal', right: 1 },
      { left: { measure: 'arrived', of: 'upload' }, is: 'equal', right: { measure: 'started' } },
      { left: { measure: 'accepted' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'refused' } },
    foil: {
      scenario: on('queued', {
        ...down(),
        parameters: { ...usersAt(...duringTheCrash), upload: { minimum: 1, desired: 1, maximum: 1 } },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'accepted' }, is: 'equal', right: 0 }] },
        {
          id: 'some',
          when: [
            { left: { measure: 'accepted' }, is: 'more', right: 0 },
            { left: { measure: 'refused' }, is: 'more', right: 0 },
          ],
        },
        { id: 'as-ever', when: [{ left: { measure: 'accepted' }, is: 'equal', right: { measure: 'started' } }] },
      ],
    },
  },
  {
    id: 'one-slow-tier-slows-all',
    stage: 'tiers',
    scenario: on('tiers', { parameters: { store: lasting(stages.tiers, 'store', SLOW_SECONDS) } }),
    against: on('tiers'),
    condition: [
      {
        left: { measure: 'accepted-median' },
        is: 'at-least',
        right: { measure: 'accepted-median', in: 'against', times: 3 },
      },
      { left: { measure: 'refused' }, is: 'more', right: 0 },
    ],
    numbers: { s: { measure: 'accepted-median' }, before: { measure: 'accepted-median', in: 'against' } },
    foil: {
      scenario: on('queued-steps', { parameters: { store: lasting(stages['queued-steps'], 'store', SLOW_SECONDS) } }),
      against: on('queued-steps'),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'as-ever',
          when: [
            {
              left: { measure: 'accepted-median' },
              is: 'at-most',
              right: { measure: 'accepted-median', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'longer',
          when: [
            {
              left: { measure: 'accepted-median' },
              is: 'more',
              right: { measure: 'accepted-median', in: 'against', times: 1.1 },
            },
            {
              left: { measure: 'accepted-median' },
              is: 'less',
              right: { measure: 'accepted-median', in: 'against', times: 3 },
            },
          ],
        },
        {
          id: 'much-longer',
          when: [
            {
              left: { measure: 'accepted-median' },
              is: 'at-least',
              right: { measure: 'accepted-median', in: 'against', times: 3 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'taller-where-it-computes',
    stage: 'tiers',
    scenario: on('tiers', { parameters: { ...oneByOne, process: tall } }),
    against: on('tiers', { parameters: { ...oneByOne, process: small } }),
    condition: [
      {
        left: { measure: 'watchable-median' },
        is: 'at-most',
        right: { measure: 'watchable-median', in: 'against', times: 0.6 },
      },
    ],
    numbers: { s: { measure: 'watchable-median' }, before: { measure: 'watchable-median', in: 'against' } },
    foil: {
      scenario: on('tiers', { parameters: { ...oneByOne, process: small, store: tall } }),
      against: on('tiers', { parameters: { ...oneByOne, process: small } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'same',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 0.9 },
            },
          ],
        },
        {
          id: 'sooner',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 0.9 },
            },
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 0.6 },
            },
          ],
        },
        {
          id: 'much-sooner',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 0.6 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'the-dead-exhaust-the-living',
    stage: 'tiers',
    scenario: on('tiers', { ...down(), parameters: { ...thenAndLater, process: { whenDown: 'silent' } } }),
    condition: [
      { left: { measure: 'busy-slots-most', of: 'upload' }, is: 'equal', right: 12 },
      { left: { measure: 'accepted' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'busy-slots-most', of: 'upload' } },
    foil: {
      scenario: on('tiers', {
        ...down(),
        parameters: { ...thenAndLater, process: { whenDown: 'silent' }, upload: { callTimeoutSeconds: 20 } },
      }),
    },
    prediction: { kind: 'curve', series: { column: 'busySlots', of: 'upload' }, unit: 'slots' },
  },
  {
    id: 'one-machine-is-one-fate',
    stage: 'tiers-on-one-server',
    scenario: on('tiers-on-one-server', down('upload')),
    condition: [
      { left: { measure: 'crashed-most', of: 'upload' }, is: 'equal', right: 1 },
      { left: { measure: 'crashed-most', of: 'process' }, is: 'equal', right: 1 },
      { left: { measure: 'crashed-most', of: 'store' }, is: 'equal', right: 1 },
      { left: { measure: 'crashed-most', of: 'manage' }, is: 'equal', right: 1 },
    ],
    foil: { scenario: on('tiers', down('upload')) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'upload',
          when: [
            { left: { measure: 'crashed-most', of: 'upload' }, is: 'equal', right: 1 },
            { left: { measure: 'crashed-most', of: 'process' }, is: 'equal', right: 0 },
            { left: { measure: 'crashed-most', of: 'store' }, is: 'equal', right: 0 },
            { left: { measure: 'crashed-most', of: 'manage' }, is: 'equal', right: 0 },
          ],
        },
        {
          id: 'two',
          when: [
            { left: { measure: 'crashed-most', of: 'upload' }, is: 'equal', right: 1 },
            { left: { measure: 'crashed-most', of: 'process' }, is: 'equal', right: 1 },
            { left: { measure: 'crashed-most', of: 'store' }, is: 'equal', right: 0 },
            { left: { measure: 'crashed-most', of: 'manage' }, is: 'equal', right: 0 },
          ],
        },
        {
          id: 'all',
          when: [
            { left: { measure: 'crashed-most', of: 'upload' }, is: 'equal', right: 1 },
            { left: { measure: 'crashed-most', of: 'process' }, is: 'equal', right: 1 },
            { left: { measure: 'crashed-most', of: 'store' }, is: 'equal', right: 1 },
            { left: { measure: 'crashed-most', of: 'manage' }, is: 'equal', right: 1 },
          ],
        },
      ],
    },
  },
  {
    id: 'four-machines-idle',
    stage: 'tiers',
    scenario: on('tiers'),
    against: on('monolith'),
    condition: [
      {
        left: { measure: 'idle-per-hour-at-end' },
        is: 'more',
        right: { measure: 'idle-per-hour-at-end', in: 'against' },
      },
    ],
    numbers: { usd: { measure: 'idle-per-hour-at-end' }, one: { measure: 'idle-per-hour-at-end', in: 'against' } },
    foil: { scenario: on('queued'), against: on('monolith') },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'less',
          when: [
            {
              left: { measure: 'idle-per-hour-at-end' },
              is: 'less',
              right: { measure: 'idle-per-hour-at-end', in: 'against', times: 0.95 },
            },
          ],
        },
        {
          id: 'same',
          when: [
            {
              left: { measure: 'idle-per-hour-at-end' },
              is: 'at-least',
              right: { measure: 'idle-per-hour-at-end', in: 'against', times: 0.95 },
            },
            {
              left: { measure: 'idle-per-hour-at-end' },
              is: 'at-most',
              right: { measure: 'idle-per-hour-at-end', in: 'against', times: 1.05 },
            },
          ],
        },
        {
          id: 'more',
          when: [
            {
              left: { measure: 'idle-per-hour-at-end' },
              is: 'more',
              right: { measure: 'idle-per-hour-at-end', in: 'against', times: 1.05 },
            },
          ],
        },
      ],
    },
  },
];
