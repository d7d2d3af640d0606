/** The story of this stage; its words stand in `text/stories/microservices.ts`. */
import { BEFORE_THE_FIRST } from '../scenes.ts';
import type { Story } from '../story.ts';

type Links = readonly (readonly [from: string, to: string])[];

const services = ['upload', 'process-480p', 'process-720p', 'process-1080p', 'store', 'manage'];
/** Everybody fills a queue for captions, the first of the new services; and for the last, the new ones too. */
const tellsCaptions = services.map((id) => [id, `${id}-to-captions`] as const) satisfies Links;
const tellsTheLast = [...services, 'captions', 'billing', 'audit'].map(
  (id) => [id, `${id}-to-recommendations`] as const,
) satisfies Links;

export const microservicesStory: Story = {
  stage: 'microservices',
  passages: [
    {
      id: 'what',
      components: [
        'users',
        'upload',
        'bucket',
        'queue-480p',
        'queue-720p',
        'queue-1080p',
        'process-480p',
        'process-720p',
        'process-1080p',
      ],
      links: [
        ['upload', 'bucket'],
        ['upload', 'queue-480p'],
        ['upload', 'queue-720p'],
        ['upload', 'queue-1080p'],
        ['process-480p', 'queue-480p'],
        ['process-720p', 'queue-720p'],
        ['process-1080p', 'queue-1080p'],
      ],
      scene: { form: 'microservices', at: BEFORE_THE_FIRST, speed: 1, faults: [] },
    },
    {
      id: 'both',
      components: [
        'upload',
        'process-480p',
        'process-720p',
        'process-1080p',
        'store',
        'manage',
        'store-queue',
        'manage-queue',
      ],
      links: [
        ['process-480p', 'store-queue'],
        ['process-720p', 'store-queue'],
        ['process-1080p', 'store-queue'],
        ['store', 'store-queue'],
        ['store', 'manage-queue'],
        ['manage', 'manage-queue'],
      ],
      scene: { form: 'microservices', at: 'peak', speed: 1, faults: [] },
    },
    {
      id: 'own-data',
      components: ['uploads-table', 'store-table', 'metadata', 'bucket'],
      links: [
        ['upload', 'uploads-table'],
        ['store', 'store-table'],
        ['manage', 'metadata'],
      ],
    },
    {
      id: 'down',
      components: ['process-1080p', 'queue-1080p', 'process-480p', 'process-720p'],
      links: [['process-1080p', 'queue-1080p']],
      scene: { form: 'microservices', at: 'peak', speed: 2, faults: [{ fault: 'crash', target: 'process-1080p' }] },
    },
    {
      id: 'one-more',
      components: ['captions', 'upload', 'process-480p', 'process-720p', 'process-1080p', 'store', 'manage'],
      links: tellsCaptions,
      scene: { form: 'microservices-1', at: 'peak', speed: 1, faults: [] },
    },
    {
      id: 'square',
      components: ['captions', 'billing', 'audit', 'recommendations'],
      links: tellsTheLast,
      scene: { form: 'microservices-4', at: 'peak', speed: 1, faults: [] },
    },
    {
      id: 'night',
      components: ['upload', 'store', 'manage', 'store-queue', 'manage-queue'],
      links: [
        ['store', 'store-queue'],
        ['manage', 'manage-queue'],
      ],
      numbers: {
        upload: { component: 'upload', parameter: 'desired' },
        store: { component: 'store', parameter: 'minimum' },
        manage: { component: 'manage', parameter: 'minimum' },
      },
      scene: { form: 'microservices', at: 'quiet', speed: 5, faults: [] },
    },
  ],
};
