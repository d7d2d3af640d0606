/** The story of this stage; its words stand in `text/stories/serverless.ts`. */
import { BEFORE_THE_FIRST } from '../scenes.ts';
import type { Story } from '../story.ts';

export const serverlessStory: Story = {
  stage: 'serverless',
  passages: [
    {
      id: 'what',
      components: [
        'users',
        'bucket',
        'bus',
        'process-480p',
        'process-720p',
        'process-1080p',
        'store',
        'manage',
        'metadata',
      ],
      links: [
        ['users', 'bucket'],
        ['bucket', 'bus'],
        ['bus', 'process-480p'],
        ['bus', 'process-720p'],
        ['bus', 'process-1080p'],
      ],
      scene: { form: 'serverless', at: 'peak', speed: 1, faults: [] },
    },
    {
      id: 'cold',
      components: ['process-480p', 'process-720p', 'process-1080p'],
      links: [
        ['bus', 'process-480p'],
        ['bus', 'process-720p'],
        ['bus', 'process-1080p'],
      ],
      scene: { form: 'serverless', at: BEFORE_THE_FIRST, speed: 1, faults: [] },
    },
    {
      id: 'doors',
      components: ['users', 'gateway-upload', 'upload-function', 'bucket'],
      links: [
        ['users', 'gateway-upload'],
        ['gateway-upload', 'upload-function'],
        ['upload-function', 'bucket'],
      ],
      scene: { form: 'serverless-gateway', at: BEFORE_THE_FIRST, speed: 1, faults: [] },
    },
    {
      id: 'night',
      components: ['process-480p', 'process-720p', 'process-1080p', 'store', 'manage', 'bucket', 'metadata'],
      links: [],
      scene: { form: 'serverless', at: 'quiet', speed: 5, faults: [] },
    },
    {
      id: 'failure',
      components: ['bus', 'process-480p', 'process-720p', 'process-1080p', 'dead-letters'],
      links: [
        ['process-480p', 'dead-letters'],
        ['process-720p', 'dead-letters'],
        ['process-1080p', 'dead-letters'],
      ],
      numbers: {
        wait: { component: 'process-1080p', parameter: 'retryWaitSeconds' },
        tries: { component: 'process-1080p', parameter: 'maximumRetries' },
      },
      scene: { form: 'serverless', at: 'peak', speed: 2, faults: [{ fault: 'crash', target: 'step:process' }] },
    },
    {
      id: 'limits',
      components: ['process-480p', 'process-720p', 'process-1080p'],
      links: [],
      numbers: {
        timeout: { component: 'process-1080p', parameter: 'timeoutSeconds' },
        most: { component: 'process-1080p', parameter: 'accountConcurrency' },
      },
    },
    {
      id: 'cost',
      components: ['process-480p', 'process-720p', 'process-1080p', 'store', 'manage'],
      links: [],
      scene: { form: 'serverless', at: 'peak', speed: 5, faults: [] },
    },
  ],
};
