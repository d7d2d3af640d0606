/** The story of this stage; its words stand in `text/stories/database-trigger.ts`. */
import { BEFORE_THE_FIRST } from '../scenes.ts';
import type { Story } from '../story.ts';

export const databaseTriggerStory: Story = {
  stage: 'database-trigger',
  passages: [
    {
      id: 'what',
      components: ['users', 'manage', 'metadata', 'changes', 'indexer', 'index'],
      links: [
        ['users', 'manage'],
        ['manage', 'metadata'],
        ['metadata', 'changes'],
        ['indexer', 'changes'],
        ['indexer', 'index'],
      ],
      scene: { at: BEFORE_THE_FIRST, speed: 1, faults: [] },
    },
    { id: 'trigger', components: ['changes', 'indexer'], links: [['indexer', 'changes']] },
    {
      id: 'apart',
      components: ['users', 'manage', 'metadata', 'indexer'],
      links: [
        ['users', 'manage'],
        ['indexer', 'changes'],
      ],
      scene: { at: 'peak', speed: 1, faults: [] },
    },
    {
      id: 'order',
      components: ['changes', 'indexer'],
      links: [['indexer', 'changes']],
      scene: { at: 'peak', speed: 2, faults: [{ fault: 'crash', target: 'indexer' }] },
    },
    {
      id: 'inside',
      components: ['indexer', 'index'],
      links: [['indexer', 'index']],
    },
  ],
};
