/** The story of this bench, and what it claims. Words: `text/bus-lab/rules.ts`. */
import type { JsonObject } from '../../models/json.ts';
import type { BusRule } from '../../models/parameters.ts';
import { OWN_RULE, rulesOfBench } from '../../stages/bus-lab/rules.ts';
import type { Claim, Comparison } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

/** The rules of the bench, with another pattern in one of them. */
const rulesWith = (name: string, pattern: JsonObject): BusRule[] =>
  rulesOfBench.map((rule) => (rule.name === name ? { ...rule, pattern } : rule));

const withOwn = (pattern: JsonObject) => [
  { component: 'lab-bus', parameter: 'rules', value: rulesWith(OWN_RULE, pattern) },
];
const asItComes = [{ component: 'lab-bus', parameter: 'rules', value: rulesOfBench }];

/** One letter is wrong. */
const mistyped: JsonObject = { 'detail-type': ['rendition-raedy'] };
/** Whatever tells of an object that is no master. */
const noMaster = { detail: { object: [{ 'anything-but': 'master' }] } } as const;

export const busRulesStory: Story = {
  stage: 'bus-rules',
  passages: [
    {
      id: 'pattern',
      components: ['lab-bus', 'film-renditions'],
      links: [
        ['film-upload', 'lab-bus'],
        ['lab-bus', 'film-renditions'],
      ],
      scene: { at: 'start', speed: 1, set: asItComes },
    },
    {
      id: 'all-and-any',
      components: ['lab-bus', 'handler'],
      links: [
        ['film-renditions', 'lab-bus'],
        ['lab-bus', 'handler'],
      ],
      scene: { at: 20, speed: 0.5, set: asItComes },
    },
    {
      id: 'content',
      components: ['lab-bus', 'long-films'],
      links: [['lab-bus', 'long-films']],
      scene: { at: 20, speed: 1, set: asItComes },
    },
    {
      id: 'silent',
      components: ['lab-bus', 'handler'],
      links: [['lab-bus', 'handler']],
      scene: { at: 30, speed: 1, set: withOwn(mistyped) },
    },
    {
      id: 'absent',
      components: ['lab-bus', 'clickers', 'handler'],
      links: [['clickers', 'lab-bus']],
      scene: { at: 30, speed: 1, set: withOwn(noMaster) },
    },
    { id: 'editor', components: ['lab-bus', 'handler'], links: [] },
  ],
};

/** Films at these seconds, and time for the last of them to be done. */
const films = Array.from({ length: 20 }, (_, n) => 2 + 2 * n);
const DURATION_SECONDS = 90;

function withRules(rules: readonly BusRule[]) {
  return on('bus-rules', {
    durationSeconds: DURATION_SECONDS,
    parameters: { 'film-people': { arrivals: 'times', times: films, poisonShare: 0 }, 'lab-bus': { rules } },
  });
}

const own = (pattern: JsonObject) => withRules(rulesWith(OWN_RULE, pattern));

/** How often the function of one rule ran, by the runs of that which makes renditions: one for each film. */
const perFilm = (of: string, is: Comparison['is'], times: number): Comparison => ({
  left: { measure: 'runs', of },
  is,
  right: { measure: 'runs', of: 'film-renditions', times },
});
const ran = (is: Comparison['is'], times: number): Comparison => ({
  left: { measure: 'runs', of: 'handler' },
  is,
  right: times,
});

export const busRulesClaims: readonly Claim[] = [
  {
    id: 'all-fields-any-value',
    stage: 'bus-rules',
    scenario: own({ 'detail-type': ['rendition-ready'], detail: { object: ['480p', '1080p'] } }),
    condition: [perFilm('handler', 'equal', 2), ran('more', 0)],
    numbers: { n: { measure: 'runs', of: 'handler' }, films: { measure: 'runs', of: 'film-renditions' } },
    foil: { scenario: own({ 'detail-type': ['rendition-ready'] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [ran('equal', 0)] },
        { id: 'two', when: [ran('more', 0), perFilm('handler', 'at-most', 2)] },
        { id: 'three', when: [perFilm('handler', 'more', 2)] },
      ],
    },
  },
  {
    id: 'content-decides',
    stage: 'bus-rules',
    scenario: withRules(rulesOfBench),
    condition: [
      { left: { measure: 'runs', of: 'long-films' }, is: 'more', right: 0 },
      perFilm('long-films', 'less', 1),
    ],
    numbers: { n: { measure: 'runs', of: 'long-films' }, films: { measure: 'runs', of: 'film-renditions' } },
    foil: { scenario: withRules(rulesWith('long-films', { 'detail-type': ['upload-complete'] })) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'all', when: [perFilm('long-films', 'equal', 1)] },
        {
          id: 'some',
          when: [
            { left: { measure: 'runs', of: 'long-films' }, is: 'more', right: 0 },
            perFilm('long-films', 'less', 1),
          ],
        },
        { id: 'none', when: [{ left: { measure: 'runs', of: 'long-films' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'a-typo-is-heard-by-nobody',
    stage: 'bus-rules',
    scenario: own(mistyped),
    condition: [
      ran('equal', 0),
      { left: { measure: 'refused' }, is: 'equal', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
    ],
    numbers: { films: { measure: 'started' } },
    foil: { scenario: own({ 'detail-type': ['rendition-ready'] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'refused' }, is: 'more', right: 0 }] },
        { id: 'silence', when: [ran('equal', 0), { left: { measure: 'refused' }, is: 'equal', right: 0 }] },
        { id: 'guessed', when: [ran('more', 0), { left: { measure: 'refused' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'anything-but-wants-the-field',
    stage: 'bus-rules',
    scenario: own(noMaster),
    condition: [perFilm('handler', 'equal', 3), ran('more', 0)],
    numbers: { n: { measure: 'runs', of: 'handler' }, films: { measure: 'runs', of: 'film-renditions' } },
    // Or where there is no such field at all.
    foil: { scenario: own({ detail: { object: [{ 'anything-but': 'master' }, { exists: false }] } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'renditions', when: [perFilm('handler', 'at-most', 3), ran('more', 0)] },
        { id: 'clicks-too', when: [perFilm('handler', 'more', 3)] },
        { id: 'nothing', when: [ran('equal', 0)] },
      ],
    },
  },
];
