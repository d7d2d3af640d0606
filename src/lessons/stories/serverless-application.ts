/** The story of this stage; its words stand in `text/stories/serverless-application.ts`. */
import { gatewayParameters } from '../../models/gateway/params.ts';
import { BEFORE_THE_FIRST } from '../scenes.ts';
import type { Story } from '../story.ts';

/** How many the gateway lets in, a second and at once: every scene says so. */
const letsIn = (rateLimitPerSecond: number, burst: number) => [
  { component: 'gateway', parameter: 'rateLimitPerSecond', value: rateLimitPerSecond },
  { component: 'gateway', parameter: 'burst', value: burst },
];
const asItComes = letsIn(gatewayParameters.rateLimitPerSecond.classroom, gatewayParameters.burst.classroom);

export const serverlessApplicationStory: Story = {
  stage: 'serverless-application',
  passages: [
    {
      id: 'what',
      components: ['users', 'gateway', 'manage', 'metadata'],
      links: [
        ['users', 'gateway'],
        ['gateway', 'manage'],
        ['manage', 'metadata'],
      ],
      scene: { at: 'peak', speed: 1, set: asItComes },
    },
    {
      id: 'trigger',
      components: ['gateway', 'manage', 'metadata'],
      links: [
        ['gateway', 'manage'],
        ['manage', 'metadata'],
      ],
    },
    {
      id: 'cold',
      components: ['users', 'manage'],
      links: [['gateway', 'manage']],
      scene: { at: BEFORE_THE_FIRST, speed: 1, set: asItComes },
    },
    {
      id: 'limits',
      components: ['users', 'gateway'],
      links: [['users', 'gateway']],
      numbers: {
        rate: { component: 'gateway', parameter: 'rateLimitPerSecond' },
        burst: { component: 'gateway', parameter: 'burst' },
        wait: { component: 'gateway', parameter: 'integrationTimeoutSeconds' },
      },
      scene: { at: 'peak', speed: 2, set: letsIn(0.2, 1) },
    },
    {
      id: 'again',
      components: ['users', 'gateway'],
      links: [['users', 'gateway']],
    },
  ],
};
