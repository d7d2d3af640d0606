/** The story of this bench, and what it claims. Words: `text/function-lab/permissions.ts`. */
import type { StageScenario } from '../../scenario/scenario.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** Null: everybody, and everything that the program asks for. */
interface Doors {
  invokedBy?: readonly string[] | null;
  mayCall?: readonly string[] | null;
}

const set = ({ invokedBy = null, mayCall = null }: Doors): NonNullable<Scene['set']> => [
  { component: 'handler', parameter: 'invokedBy', value: invokedBy },
  { component: 'handler', parameter: 'mayCall', value: mayCall },
];

/** Before it all goes as it should; the report of the full minute comes soon after. */
const AT = 45;

export const functionPermissionsStory: Story = {
  stage: 'function-permissions',
  passages: [
    {
      id: 'two-doors',
      components: ['handler'],
      links: [
        ['front-door', 'handler'],
        ['photos', 'handler'],
        ['lab-bus', 'handler'],
        ['handler', 'records'],
        ['handler', 'outbox'],
      ],
      scene: { at: AT, speed: 2, set: set({}) },
    },
    {
      id: 'turned-away',
      components: ['callers', 'front-door', 'handler'],
      links: [['front-door', 'handler']],
      scene: { at: AT, speed: 2, set: set({ invokedBy: ['photos', 'lab-bus'] }) },
    },
    {
      id: 'told-it-worked',
      components: ['photographers', 'photos', 'handler'],
      links: [['photos', 'handler']],
      scene: { at: AT, speed: 2, set: set({ invokedBy: ['front-door', 'lab-bus'] }) },
    },
    {
      id: 'runs-in-vain',
      components: ['handler', 'records'],
      links: [['handler', 'records']],
      scene: { at: AT, speed: 2, set: set({ mayCall: ['inbox', 'outbox'] }) },
    },
    {
      id: 'reads-by-itself',
      components: ['inbox', 'handler'],
      links: [['handler', 'inbox']],
      scene: { at: AT, speed: 2, set: set({ invokedBy: [], mayCall: ['records', 'outbox'] }) },
    },
  ],
};

const clients = ['callers', 'photographers', 'askers'] as const;
type ClientId = (typeof clients)[number];

/** Only these come; all others stay away. */
function only(who: ClientId, handler: Doors): StageScenario {
  const others = clients.filter((id) => id !== who).map((id) => [id, { arrivals: 'none' }] as const);
  return on('function-permissions', { parameters: { ...Object.fromEntries(others), handler: { ...handler } } });
}

const runs = { measure: 'runs', of: 'handler' } as const;
const errors = { measure: 'run-errors', of: 'handler' } as const;
const cost = { measure: 'component-cost', of: 'handler' } as const;
const refused = { measure: 'refused' } as const;
const started = (times: number) => ({ measure: 'started', times }) as const;
/** All but those who wait for an answer when the run ends. */
const NEARLY_ALL = 0.9;

export const functionPermissionsClaims: readonly Claim[] = [
  {
    id: 'without-an-entry-it-never-runs',
    stage: 'function-permissions',
    scenario: only('callers', { invokedBy: [] }),
    condition: [
      { left: refused, is: 'at-least', right: started(NEARLY_ALL) },
      { left: runs, is: 'equal', right: 0 },
      { left: cost, is: 'equal', right: 0 },
    ],
    numbers: { n: refused },
    foil: { scenario: only('callers', { mayCall: [] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'never', when: [{ left: runs, is: 'equal', right: 0 }] },
        {
          id: 'fails',
          when: [
            { left: runs, is: 'more', right: 0 },
            { left: errors, is: 'at-least', right: 1 },
          ],
        },
        {
          id: 'works',
          when: [
            { left: runs, is: 'more', right: 0 },
            { left: errors, is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'without-the-role-it-runs-in-vain',
    stage: 'function-permissions',
    scenario: only('callers', { invokedBy: ['front-door'], mayCall: [] }),
    condition: [
      { left: runs, is: 'at-least', right: started(NEARLY_ALL) },
      { left: errors, is: 'equal', right: runs },
      { left: cost, is: 'more', right: 0 },
    ],
    numbers: { n: runs },
    foil: { scenario: only('callers', { invokedBy: [], mayCall: [] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nothing', when: [{ left: cost, is: 'equal', right: 0 }] },
        {
          id: 'billed',
          when: [
            { left: cost, is: 'more', right: 0 },
            { left: errors, is: 'equal', right: runs },
          ],
        },
        {
          id: 'some',
          when: [
            { left: cost, is: 'more', right: 0 },
            { left: errors, is: 'less', right: runs },
          ],
        },
      ],
    },
  },
  {
    id: 'an-event-is-tried-in-vain-again',
    stage: 'function-permissions',
    scenario: only('photographers', { invokedBy: ['photos'], mayCall: [] }),
    condition: [
      { left: refused, is: 'equal', right: 0 },
      { left: runs, is: 'at-least', right: started(2.5) },
      { left: { measure: 'lost' }, is: 'at-least', right: started(0.8) },
    ],
    numbers: { n: runs, of: { measure: 'started' } },
    foil: { scenario: only('callers', { invokedBy: ['front-door'], mayCall: [] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'never', when: [{ left: runs, is: 'equal', right: 0 }] },
        {
          id: 'once',
          when: [
            { left: runs, is: 'more', right: 0 },
            { left: runs, is: 'less', right: started(1.5) },
          ],
        },
        { id: 'again', when: [{ left: runs, is: 'at-least', right: started(1.5) }] },
      ],
    },
  },
  {
    id: 'a-mapping-asks-the-role',
    stage: 'function-permissions',
    scenario: only('askers', { invokedBy: [], mayCall: ['inbox', 'records', 'outbox'] }),
    condition: [
      { left: runs, is: 'at-least', right: started(NEARLY_ALL) },
      { left: errors, is: 'equal', right: 0 },
    ],
    numbers: { n: runs },
    foil: { scenario: only('askers', { invokedBy: [], mayCall: ['records', 'outbox'] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: runs, is: 'equal', right: 0 }] },
        {
          id: 'some',
          when: [
            { left: runs, is: 'more', right: 0 },
            { left: runs, is: 'less', right: started(0.5) },
          ],
        },
        { id: 'all', when: [{ left: runs, is: 'at-least', right: started(0.5) }] },
      ],
    },
  },
];
