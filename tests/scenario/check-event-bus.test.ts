/** What the rules, archives and replays of an event bus may be, and how a bus must fit into an architecture. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/models/json.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { problemsOf } from '../support/problems.ts';

const pattern: JsonObject = { 'detail-type': ['upload-complete'] };

/** Problems of a bus between a front and some targets; the beginning of each path is left out. */
function problems(params: Record<string, unknown>, rest: Record<string, unknown> = {}): string[] {
  const web = {
    id: 'web',
    kind: 'instance-group',
    params: { steps: [{ step: 'upload', work: [], after: [{ to: 'bus', operation: 'publish' }] }] },
  };
  const nodes = [
    { id: 'people', kind: 'client' },
    web,
    { id: 'bus', kind: 'event-bus', params },
    { id: 'queue', kind: 'queue' },
    { id: 'fifo', kind: 'queue', params: { type: 'fifo' } },
    { id: 'other', kind: 'event-bus' },
    { id: 'table', kind: 'table' },
    { id: 'apart', kind: 'topic' },
  ];
  const links = ['people web', 'web bus', 'bus queue', 'bus fifo', 'bus other'].map((link) => {
    const [from, to] = link.split(' ');
    return { from, to };
  });
  const found = problemsOf({ version: SCENARIO_VERSION, topology: { nodes, links }, ...rest });
  return found.map((problem) => problem.replace('topology.nodes[2].params.', ''));
}

const rule = (rest: Record<string, unknown> = {}) => ({ name: 'rule', pattern, targets: [], ...rest });
const withTarget = (target: Record<string, unknown>) => ({ rules: [rule({ targets: [target] })] });
const withInput = (input: unknown) => withTarget({ to: 'queue', input });

describe('an event bus', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      'rules with all that can be said',
      {
        type: 'default',
        rules: [
          rule({
            enabled: false,
            schedule: 'rate(5 minutes)',
            targets: [
              { to: 'queue', maximumRetries: 0, maximumAgeSeconds: 60, deadLetter: 'queue' },
              { to: 'fifo', input: { kind: 'constant', value: { a: [1, null, 'x'] } } },
              { to: 'other', input: { kind: 'path', path: '$.detail.upload' } },
              { to: 'queue', input: { kind: 'transformer', paths: { n: '$.detail.upload' }, template: 'upload <n>' } },
            ],
          }),
          { name: 'clock', schedule: 'cron(0 18 ? * MON-FRI *)', targets: [] },
        ],
      },
    ],
    [
      'an archive and replays',
      {
        rules: [rule()],
        archive: { pattern, retentionSeconds: 0 },
        replays: [
          { atSeconds: 10, fromSeconds: 0, toSeconds: 5 },
          { atSeconds: 10, fromSeconds: 0, toSeconds: 5, rule: 'rule' },
        ],
      },
    ],
    ['a time to start at', { startsAt: '2031-12-24T18:00:00Z' }],
  ])('may have %s', (_, params) => {
    expect(problems(params)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'has rules that are no two of the same name',
      { rules: [rule(), rule()] },
      [
        'rules[1] is {"name":"rule","pattern":{"detail-type":["upload-complete"]…; allowed is a rule of another name: "rule" is in the list already',
      ],
    ],
    [
      'has rules with a pattern or a schedule',
      { rules: [{ name: 'rule', targets: [] }] },
      [
        'rules[0].pattern is missing; allowed is an event pattern, or a schedule beside it: a rule has at least one of the two',
      ],
    ],
    [
      'says exactly where a pattern is wrong',
      { rules: [rule({ pattern: { source: ['a'], detail: { upload: [{ numeric: ['>', 'x'] }] } } })] },
      ['rules[0].pattern.detail.upload[0].numeric[1] is "x"; allowed is '],
    ],
    [
      'takes no list for a pattern',
      { rules: [rule({ pattern: [] })] },
      ['rules[0].pattern is []; allowed is an event pattern'],
    ],
    [
      'says which part of a schedule is wrong',
      { type: 'default', rules: [rule({ schedule: 'rate(1 minutes)' })] },
      ['rules[0].schedule is "rate(1 minutes)"; allowed is a schedule whose unit is minute, because the value is 1'],
    ],
    [
      'knows no at(…), which is for the separate scheduler',
      { type: 'default', rules: [rule({ schedule: 'at(2030-01-31T18:00:00)' })] },
      ['rules[0].schedule is "at(2030-01-31T18:00:00)"; allowed is rate(…) or cron(…)'],
    ],
    [
      'has at most five targets a rule',
      { rules: [rule({ targets: Array.from({ length: 6 }, () => ({ to: 'queue' })) })] },
      ['rules[0].targets is [{"to":"queue"}'],
    ],
    [
      'names targets that exist',
      withTarget({ to: 'quee' }),
      ['rules[0].targets[0].to is "quee"; allowed is the id of a function, a queue'],
    ],
    [
      'names targets to which a link leads',
      withTarget({ to: 'apart' }),
      ['rules[0].targets[0].to is "apart"; allowed is a function, a queue'],
    ],
    [
      'has no targets that take no events',
      withTarget({ to: 'table' }),
      ['rules[0].targets[0].to is "table"; allowed is the id of'],
    ],
    [
      'has queues for its dead letters',
      withTarget({ to: 'queue', deadLetter: 'other' }),
      ['rules[0].targets[0].deadLetter is "other"; allowed is the id of a queue'],
    ],
    [
      'has standard queues for its dead letters',
      withTarget({ to: 'queue', deadLetter: 'fifo' }),
      ['rules[0].targets[0].deadLetter is "fifo"; allowed is a standard queue; "fifo" is a FIFO queue'],
    ],
    [
      'retries at most 185 times',
      withTarget({ to: 'queue', maximumRetries: 186 }),
      ['rules[0].targets[0].maximumRetries is 186; allowed is a whole number from 0 to 185'],
    ],
    [
      'tries for at most a day',
      withTarget({ to: 'queue', maximumAgeSeconds: 86_401 }),
      ['rules[0].targets[0].maximumAgeSeconds is 86401; allowed is a number from 1 to 86400 (s)'],
    ],
    [
      'has paths that are paths',
      withInput({ kind: 'path', path: 'detail' }),
      ['rules[0].targets[0].input.path is "detail"; allowed is a path into the event'],
    ],
    [
      'has inputs of three kinds',
      withInput({ kind: 'all' }),
      ['rules[0].targets[0].input.kind is "all"; allowed is "constant", "path" or "transformer"'],
    ],
    [
      'has templates whose variables have paths',
      withInput({ kind: 'transformer', paths: { a: '$.id' }, template: { x: ['<a> <b>'] } }),
      [
        'rules[0].targets[0].input.template is {"x":["<a> <b>"]}; allowed is a template without <b>, or a path of this name: here is "a"',
      ],
    ],
    [
      'has variables with plain names',
      withInput({ kind: 'transformer', paths: { 'a b': '$.id' }, template: '' }),
      ['rules[0].targets[0].input.paths is {"a b":"$.id"}; allowed is names of letters, digits, _ and -'],
    ],
    [
      'keeps an archive for a time that is said',
      { archive: { pattern } },
      ['archive.retentionSeconds is missing; allowed is a number from 0'],
    ],
    [
      'archives by a pattern that is one',
      { archive: { pattern: { a: [] }, retentionSeconds: 0 } },
      ['archive.pattern.a is []; allowed is '],
    ],
    [
      'replays what was archived',
      { archive: null, replays: [{ atSeconds: 5, fromSeconds: 0, toSeconds: 5 }] },
      ['archive is null; allowed is an archive, because there are replays: they are of what was archived'],
    ],
    [
      'replays what has happened',
      { archive: { pattern, retentionSeconds: 0 }, replays: [{ atSeconds: 5, fromSeconds: 0, toSeconds: 6 }] },
      ['replays[0].toSeconds is 6; allowed is at most atSeconds, which is 5'],
    ],
    [
      'replays forward',
      { replays: [{ atSeconds: 1, fromSeconds: 5, toSeconds: 5 }] },
      ['replays[0].toSeconds is 5; allowed is more than fromSeconds, which is 5'],
    ],
    [
      'replays to rules that it has',
      {
        rules: [rule()],
        archive: { pattern, retentionSeconds: 0 },
        replays: [{ atSeconds: 5, fromSeconds: 0, toSeconds: 5, rule: 'rul' }],
      },
      ['replays[0].rule is "rul"; allowed is "rule"; did you mean "rule"?'],
    ],
    [
      'starts at a day that exists',
      { startsAt: '2031-02-29T00:00:00Z' },
      ['startsAt is "2031-02-29T00:00:00Z"; allowed is an existing date and time in UTC'],
    ],
    [
      'follows schedules only if it is the default bus',
      { rules: [rule({ schedule: 'rate(1 minute)' })] },
      [
        'rules[0].schedule is "rate(1 minute)"; allowed is nothing: rules with a schedule stand on the default bus only',
      ],
    ],
  ])('%s', (_, params, expected) => {
    const found = problems(params);
    expect(found.length).toBe(expected.length);
    found.forEach((problem, n) => {
      expect(problem.startsWith(expected[n] as string) ? expected[n] : problem).toBe(expected[n]);
    });
  });

  it('is the default bus only once in an account', () => {
    const nodes = ['first', 'second', 'third'].map((id) => ({
      id,
      kind: 'event-bus',
      params: { type: id === 'second' ? 'custom' : 'default' },
    }));
    const topology = { nodes: [{ id: 'people', kind: 'client' }, ...nodes], links: [] };
    const found = problemsOf({ version: SCENARIO_VERSION, topology }).filter((problem) => problem.includes('type'));
    expect(found).toEqual([
      'topology.nodes[3].params.type is "default"; allowed is "custom", because "first" is the default bus, of which an account has one',
    ]);
  });

  it('gets the events of a bucket only if it is the default bus', () => {
    const nodes = (type: string) => [
      { id: 'people', kind: 'client' },
      { id: 'disk', kind: 'bucket', params: { notifications: [{ to: 'bus' }] } },
      { id: 'bus', kind: 'event-bus', params: { type } },
    ];
    const links = [
      { from: 'people', to: 'disk' },
      { from: 'disk', to: 'bus' },
    ];
    const found = (type: string) => problemsOf({ version: SCENARIO_VERSION, topology: { nodes: nodes(type), links } });
    expect(found('custom')).toContain(
      'topology.nodes[2].params.type is "custom"; allowed is "default", because "disk" is a bucket: services tell no other bus',
    );
    expect(found('default').filter((problem) => problem.includes('type'))).toEqual([]);
  });

  it('can be told other rules while it runs, which have to be rules', () => {
    const set = (value: unknown) => ({
      interventions: [{ kind: 'set', target: 'bus', parameter: 'rules', value, atSeconds: 1 }],
    });
    expect(problems({}, set([rule({ targets: [{ to: 'nobody' }] })]))).toEqual([]);
    expect(problems({}, set([rule({ pattern: { a: 1 } })]))).toEqual([
      expect.stringMatching(/^interventions\[0\]\.value\[0\]\.pattern\.a is 1; allowed is /),
    ]);
  });
});
