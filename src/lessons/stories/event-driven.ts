/** The story of this stage; its words stand in `text/stories/event-driven.ts`. */
import type { BusRule } from '../../models/parameters.ts';
import { rules, rulesWith, searchRule, thumbnailsRule } from '../../stages/event-driven.ts';
import { BEFORE_THE_FIRST } from '../scenes.ts';
import type { Story } from '../story.ts';

/** Every scene says which rules stand on the bus, so that none depends on what was added before. */
const withRules = (value: readonly BusRule[]) => [{ component: 'bus', parameter: 'rules', value }];

export const eventDrivenStory: Story = {
  stage: 'event-driven',
  passages: [
    {
      id: 'what',
      components: ['upload', 'bus', 'process-480p', 'process-720p', 'process-1080p', 'store', 'manage'],
      links: [
        ['upload', 'bus'],
        ['bus', 'process-480p'],
        ['bus', 'process-720p'],
        ['bus', 'process-1080p'],
        ['process-480p', 'bus'],
        ['process-720p', 'bus'],
        ['process-1080p', 'bus'],
      ],
      scene: { form: 'event-driven', at: BEFORE_THE_FIRST, speed: 1, faults: [], set: withRules(rules) },
    },
    {
      id: 'kinds',
      components: ['viewers', 'players', 'monitor', 'upload', 'bus', 'statistics', 'alert', 'process-480p'],
      links: [
        ['viewers', 'bus'],
        ['players', 'bus'],
        ['monitor', 'bus'],
        ['upload', 'bus'],
        ['process-480p', 'bus'],
        ['bus', 'statistics'],
        ['bus', 'monitor'],
        ['bus', 'alert'],
        ['bus', 'process-480p'],
      ],
      scene: { form: 'event-driven', at: 'peak', speed: 1, faults: [], set: withRules(rules) },
    },
    {
      id: 'live',
      components: ['bus', 'thumbnails', 'search'],
      links: [
        ['bus', 'thumbnails'],
        ['bus', 'search'],
      ],
      scene: {
        form: 'event-driven',
        at: 'peak',
        speed: 2,
        faults: [],
        set: withRules([...rules, thumbnailsRule, searchRule]),
      },
    },
    {
      id: 'flat',
      components: ['bus', 'captions', 'billing', 'audit', 'recommendations'],
      links: [
        ['bus', 'captions'],
        ['bus', 'billing'],
        ['bus', 'audit'],
        ['bus', 'recommendations'],
      ],
      scene: { form: 'event-driven-4', at: 'peak', speed: 1, faults: [], set: withRules(rulesWith(4)) },
    },
    {
      id: 'failure',
      components: ['process-480p', 'process-720p', 'process-1080p', 'bus', 'retry', 'dead-letters'],
      links: [
        ['process-480p', 'bus'],
        ['process-720p', 'bus'],
        ['process-1080p', 'bus'],
        ['bus', 'retry'],
        ['retry', 'bus'],
        ['retry', 'dead-letters'],
      ],
      numbers: { tries: { component: 'process-1080p', parameter: 'maximumRetries' } },
      scene: {
        form: 'event-driven',
        at: 'peak',
        speed: 2,
        faults: [{ fault: 'crash', target: 'step:process' }],
        set: withRules(rules),
      },
    },
    {
      id: 'twice',
      components: ['bus'],
      links: [
        ['bus', 'process-480p'],
        ['bus', 'process-720p'],
        ['bus', 'process-1080p'],
        ['bus', 'store'],
        ['bus', 'manage'],
      ],
    },
    {
      id: 'night',
      components: ['bus', 'upload', 'thumbnails', 'search'],
      links: [],
      numbers: { machines: { component: 'upload', parameter: 'desired' } },
      scene: { form: 'event-driven', at: 'quiet', speed: 5, faults: [], set: withRules(rules) },
    },
  ],
};
