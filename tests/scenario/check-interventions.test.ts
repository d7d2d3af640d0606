/** What may be done to a run, to whom and when: one row a rule. */
import { describe, expect, it } from 'vitest';
import { faults } from '../../src/models/facts.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { anyOf } from '../../src/text/wording.ts';
import { problemsOf } from '../support/problems.ts';

function problemsWith(...interventions: unknown[]): string[] {
  return problemsOf({ version: 2, stage: 'queued', interventions });
}

const crash = { kind: 'fault', fault: 'crash', target: 'fleet', atSeconds: 10 };
const set = { kind: 'set', target: 'queue', parameter: 'visibilityTimeoutSeconds', value: 5, atSeconds: 10 };
const upload = { kind: 'upload', atSeconds: 10 };
const oneOfAll =
  '"users", "upload", "bucket", "queue", "fleet", "metadata", "step:upload", "step:process", "step:store" or "step:manage"';

describe('an intervention', () => {
  it.each<[string, unknown]>([
    ['a fault that lasts', crash],
    ['a fault that ends', { ...crash, untilSeconds: 10.5 }],
    ['a fault from the start to the end', { ...crash, atSeconds: 0, untilSeconds: 300 }],
    ['a fault of whoever does a step', { ...crash, target: 'step:process' }],
    ['an upload', upload],
    ['an upload at a client', { ...upload, target: 'users' }],
    ['an upload at the last moment', { ...upload, atSeconds: 300 }],
    ['a parameter that is turned', set],
    ['a fault of all of a kind', { ...crash, fault: 'short-visibility', target: 'kind:queue', strength: 0.5 }],
    ['a fault of a link', { ...crash, fault: 'cut-link', target: 'link:users>upload' }],
    ['a fault of the way into a step', { ...crash, fault: 'added-latency', target: 'into:process', strength: 60 }],
    ['a fault of a zone', { ...crash, fault: 'zone-loss', target: 'zone:a' }],
    ['a fault of the usual strength', { ...crash, fault: 'slow-down' }],
    ['a parameter of all of a kind', { ...set, target: 'kind:queue' }],
    ['a parameter of whoever does a step', { ...set, target: 'step:store', parameter: 'bootSeconds' }],
  ])('may be %s', (_, intervention) => {
    expect(problemsWith(intervention)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['is an object', 3, [' is 3; allowed is an intervention: kind, atSeconds and more']],
    ['has a kind', { atSeconds: 1 }, ['.kind is missing; allowed is "fault", "upload" or "set"']],
    [
      'has a known kind',
      { ...upload, kind: 'uplaod' },
      ['.kind is "uplaod"; allowed is "fault", "upload" or "set"; did you mean "upload"?'],
    ],
    ['has a time', { kind: 'upload' }, ['.atSeconds is missing; allowed is a number from 0 to 2592000 (s)']],
    [
      'happens after the start',
      { ...upload, atSeconds: -1 },
      ['.atSeconds is -1; allowed is a number from 0 to 2592000 (s)'],
    ],
    [
      'happens at a time',
      { ...upload, atSeconds: Number.NaN },
      ['.atSeconds is NaN; allowed is a number from 0 to 2592000 (s)'],
    ],
    [
      'happens before the end',
      { ...upload, atSeconds: 301 },
      ['.atSeconds is 301; allowed is a number from 0 to 300 (s), the duration of the run'],
    ],
    [
      'ends before the end of the run',
      { ...crash, untilSeconds: 301 },
      ['.untilSeconds is 301; allowed is a number from 0 to 300 (s), the duration of the run'],
    ],
    [
      'ends after it begins',
      { ...crash, untilSeconds: 10 },
      ['.untilSeconds is 10; allowed is more than atSeconds, which is 10'],
    ],
    [
      'has only keys that mean something',
      { ...upload, untilSeconds: 20 },
      ['.untilSeconds is 20; allowed is no key but kind, atSeconds and target'],
    ],
    [
      'is a known fault',
      { ...crash, fault: 'crsh' },
      [`.fault is "crsh"; allowed is ${anyOf(faults)}; did you mean "crash"?`],
    ],
    [
      'strikes something',
      { ...crash, target: undefined },
      [
        '.target is missing; allowed is a target: the id of a component, or "step:", "kind:", "zone:", "link:", "into:" or "rule:" and a name',
      ],
    ],
    [
      'strikes what is here',
      { ...crash, target: 'flet' },
      [`.target is "flet"; allowed is ${oneOfAll}; did you mean "fleet"?`],
    ],
    [
      'strikes a step that is done here',
      { ...crash, target: 'step:sleep' },
      [`.target is "step:sleep"; allowed is ${oneOfAll}`],
    ],
    [
      'strikes what the fault means something to',
      { ...crash, target: 'queue' },
      [
        '.target is "queue"; allowed is an instance group or a function ("upload" or "fleet"), because the fault is "crash"; "queue" is a queue',
      ],
    ],
    [
      'strikes a link only if one leads there',
      { ...crash, fault: 'cut-link', target: 'link:user>upload' },
      [
        '.target is "link:user>upload"; allowed is a link ("link:users>upload", "link:upload>bucket", "link:upload>queue", "link:fleet>queue", "link:fleet>bucket" or "link:fleet>metadata"), because the fault is "cut-link"; did you mean "link:users>upload"?',
      ],
    ],
    [
      'strikes a link in the direction in which it leads',
      { ...crash, fault: 'cut-link', target: 'link:metadata>fleet' },
      [
        '.target is "link:metadata>fleet"; allowed is a link ("link:users>upload", "link:upload>bucket", "link:upload>queue", "link:fleet>queue", "link:fleet>bucket" or "link:fleet>metadata"), because the fault is "cut-link"',
      ],
    ],
    [
      'strikes a link with what strikes links',
      { ...crash, target: 'link:users>upload' },
      [
        '.target is "link:users>upload"; allowed is an instance group or a function ("upload" or "fleet"), because the fault is "crash"',
      ],
    ],
    [
      'strikes a component with what strikes components',
      { ...crash, fault: 'added-latency', target: 'fleet' },
      [
        '.target is "fleet"; allowed is a link ("link:users>upload", "link:upload>bucket", "link:upload>queue", "link:fleet>queue", "link:fleet>bucket" or "link:fleet>metadata"), because the fault is "added-latency"',
      ],
    ],
    [
      'strikes a zone that somebody is in',
      { ...crash, fault: 'zone-loss', target: 'zone:d' },
      ['.target is "zone:d"; allowed is a zone ("zone:a"), because the fault is "zone-loss"; did you mean "zone:a"?'],
    ],
    [
      'strikes a rule only where there is a bus',
      { ...crash, fault: 'rule-mismatch', target: 'rule:bus/keep' },
      ['.target is "rule:bus/keep"; allowed is a rule (there is none), because the fault is "rule-mismatch"'],
    ],
    [
      'strikes all of a kind that is here',
      { ...crash, fault: 'duplicate-delivery', target: 'kind:topic' },
      [`.target is "kind:topic"; allowed is ${oneOfAll}`],
    ],
    [
      'is no stronger than it can be',
      { ...crash, fault: 'slow-down', strength: 101 },
      ['.strength is 101; allowed is a number from 1 to 100 (times)'],
    ],
    [
      'is no weaker than it can be',
      { ...crash, fault: 'slow-down', strength: 0.5 },
      ['.strength is 0.5; allowed is a number from 1 to 100 (times)'],
    ],
    [
      'is of a whole strength where half of one means nothing',
      { ...crash, fault: 'memory-leak', strength: 2.5 },
      ['.strength is 2.5; allowed is a whole number from 1 to 10000 (pieces of work)'],
    ],
    [
      'is of a strength at all',
      { ...crash, fault: 'slow-down', strength: 'much' },
      ['.strength is "much"; allowed is a number from 0 to 43200'],
    ],
    [
      'has no strength where it is there or not',
      { ...crash, strength: 2 },
      ['.strength is 2; allowed is nothing: the fault "crash" has no strength'],
    ],
    [
      'turns components and no links',
      { ...set, target: 'link:fleet>queue' },
      [
        '.target is "link:fleet>queue"; allowed is components, because a link, a zone or a rule is only struck by faults',
      ],
    ],
    [
      'turns components and no zones',
      { ...set, target: 'zone:a', parameter: 'maximum' },
      ['.target is "zone:a"; allowed is components, because a link, a zone or a rule is only struck by faults'],
    ],
    [
      'uploads at components and not on the way',
      { ...upload, target: 'into:upload' },
      ['.target is "into:upload"; allowed is components, because a link, a zone or a rule is only struck by faults'],
    ],
    [
      'is not of a strength where it is no fault',
      { ...upload, strength: 2 },
      ['.strength is 2; allowed is no key but kind, atSeconds and target'],
    ],
    [
      'uploads at a client',
      { ...upload, target: 'upload' },
      [
        '.target is "upload"; allowed is a client ("users"), because only clients upload; "upload" is an instance group',
      ],
    ],
    [
      'uploads at a client and not at a step',
      { ...upload, target: 'step:upload' },
      [
        '.target is "step:upload"; allowed is a client ("users"), because only clients upload; "upload" is an instance group',
      ],
    ],
    [
      'turns a parameter that is there',
      { ...set, target: 'metadata', parameter: 'writeLimit' },
      [
        '.parameter is "writeLimit"; allowed is "writeLimitPerSecond" or "readLimitPerSecond"; did you mean "writeLimitPerSecond"?',
      ],
    ],
    [
      'turns a parameter that can be turned',
      { ...set, target: 'metadata', parameter: 'changes' },
      [
        '.parameter is "changes"; allowed is "writeLimitPerSecond" or "readLimitPerSecond"; "changes" cannot be turned while ' +
          'the run goes on',
      ],
    ],
    [
      'turns it to a value in range',
      { ...set, value: 43_201 },
      ['.value is 43201; allowed is a number from 0 to 43200 (s)'],
    ],
    [
      'turns it to a value of its type',
      { ...set, value: '5' },
      ['.value is "5"; allowed is a number from 0 to 43200 (s)'],
    ],
    ['turns it to some value', { ...set, value: undefined }, ['.value is missing; allowed is anything']],
  ])('%s', (_, intervention, expected) => {
    expect(problemsWith(upload, intervention)).toEqual(expected.map((each) => `interventions[1]${each}`));
  });

  it.each(['aliasVersion', 'secondVersion'])('turns %s to what is published', (parameter) => {
    const nodes = [
      { id: 'people', kind: 'client' },
      {
        id: 'f',
        kind: 'function',
        params: { steps: [{ step: 'process', work: [] }], versions: [{ version: 1 }, { version: 2 }] },
      },
    ];
    const problemsAt = (value: number): string[] =>
      problemsOf({
        version: 2,
        topology: { nodes, links: [{ from: 'people', to: 'f' }] },
        interventions: [{ kind: 'set', target: 'f', parameter, value, atSeconds: 1 }],
      });
    expect([0, 1, 2].flatMap(problemsAt)).toEqual([]);
    expect(problemsAt(3)).toEqual(['interventions[0].value is 3; allowed is 0 or one of the versions of "f" (1, 2)']);
  });

  describe('publishes versions', () => {
    const first = { version: 1, memoryMegabytes: 512 };
    const second = { version: 2, errorShare: 0.5 };
    const publish = (atSeconds: number, ...value: unknown[]) => ({
      kind: 'set',
      target: 'f',
      parameter: 'versions',
      value,
      atSeconds,
    });
    const turn = (value: number, atSeconds: number) => ({ ...publish(atSeconds), parameter: 'aliasVersion', value });
    const problemsAfter = (...interventions: unknown[]): string[] =>
      problemsOf({
        version: 2,
        topology: {
          nodes: [
            { id: 'people', kind: 'client' },
            { id: 'f', kind: 'function', params: { steps: [{ step: 'process', work: [] }], versions: [first] } },
          ],
          links: [{ from: 'people', to: 'f' }],
        },
        interventions,
      });
    const unchanged = (numbers: string) =>
      `allowed is the versions published before, unchanged (${numbers}), and after them others with higher numbers`;

    it.each<[string, unknown[]]>([
      ['one more', [publish(5, first, second)]],
      ['one, and then another one', [publish(5, first, second), publish(6, first, second, { version: 7 })]],
      ['one, and turns the alias to it later', [publish(5, first, second), turn(2, 5), turn(1, 9)]],
      ['in whatever order that is written down', [turn(2, 8), publish(5, first, second)]],
      ['and turns the alias to it at that moment', [turn(2, 5), publish(5, first, second)]],
    ])('%s', (_, interventions) => {
      expect(problemsAfter(...interventions)).toEqual([]);
    });

    it.each<[string, unknown[], string]>([
      ['and changes none', [publish(5, { ...first, memoryMegabytes: 1024 })], unchanged('1')],
      ['and takes none away', [publish(5, second)], unchanged('1')],
      ['and gives no number again', [publish(5, first, second, { version: 2 })], 'already: versions never change'],
      ['with numbers that rise', [publish(5, first, { version: 3 }, second)], unchanged('1')],
      [
        'and changes none that came later',
        [publish(5, first, second), publish(6, first, { version: 2 })],
        unchanged('1, 2'),
      ],
      [
        'before the alias is turned to them',
        [turn(2, 4), publish(5, first, second)],
        'interventions[0].value is 2; allowed is 0 or one of the versions of "f" (1)',
      ],
    ])('%s', (_, interventions, expected) => {
      const problems = problemsAfter(...interventions);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(expected);
    });
  });

  it('uploads only where there is a client', () => {
    const nodes = [{ id: 'jobs', kind: 'queue' }];
    expect(problemsOf({ version: 2, topology: { nodes, links: [] }, interventions: [upload] })).toEqual([
      'interventions[0].kind is "upload"; allowed is "fault" or "set", as there is no client here',
    ]);
  });

  it('strikes a step only where the run has it, whatever the stage does by itself', () => {
    const parameters = { monolith: { steps: [{ step: 'upload', work: [] }] } };
    const interventions = [{ ...crash, target: 'step:store' }];
    expect(problemsOf({ version: 2, stage: 'monolith', parameters, interventions })).toEqual([
      'interventions[0].target is "step:store"; allowed is "users", "monolith" or "step:upload"',
    ]);
  });

  it('strikes rules that are there, with what the fault needs of them', () => {
    const strikes = (fault: string, target: string, stage = 'event-driven'): string[] =>
      problemsOf({ version: 2, stage, interventions: [{ ...crash, fault, target }] });
    expect(strikes('rule-mismatch', 'rule:bus/manage')).toEqual([]);
    expect(strikes('rule-mismatch', 'kind:event-bus')).toEqual([]);
    expect(strikes('rule-mismatch', 'rule:bus/manager')).toEqual([
      expect.stringMatching(/^interventions\[0\].target is "rule:bus\/manager".*did you mean "rule:bus\/manage"\?$/),
    ]);
    expect(strikes('silent-schedule', 'bus')).toEqual([
      'interventions[0].target is "bus"; allowed is a rule (there is none), because the fault is "silent-schedule"',
    ]);
    expect(strikes('rule-mismatch', 'upload')).toEqual([
      expect.stringMatching(/because the fault is "rule-mismatch"; "upload" is an instance group$/),
    ]);
    expect(strikes('silent-schedule', 'rule:bus/every-minute', 'serverless-cron')).toEqual([]);
  });

  it('is held against the duration that the scenario sets', () => {
    const interventions = [{ ...crash, atSeconds: 400, untilSeconds: 500 }];
    expect(problemsOf({ version: 2, stage: 'queued', durationSeconds: 500, interventions })).toEqual([]);
  });
});

describe('what depends on a part that is wrong', () => {
  it('is not held against a duration that is wrong', () => {
    const interventions = [{ ...crash, atSeconds: 400 }];
    expect(problemsOf({ version: 2, stage: 'queued', durationSeconds: 0, interventions })).toEqual([
      'durationSeconds is 0; allowed is a number from 1 to 2592000 (s)',
    ]);
  });

  it('is not held against an architecture that is wrong', () => {
    expect(problemsOf({ version: 2, stage: 'que', interventions: [crash, { ...upload, atSeconds: 301 }] })).toEqual([
      `stage is "que"; allowed is ${anyOf(stageIds)}`,
      'interventions[1].atSeconds is 301; allowed is a number from 0 to 300 (s), the duration of the run',
    ]);
  });

  it('is not held against steps that are wrong', () => {
    const parameters = { monolith: { steps: 'all' } };
    const interventions = [{ ...crash, target: 'step:store' }];
    expect(problemsOf({ version: 2, stage: 'monolith', parameters, interventions })).toEqual([
      'parameters.monolith.steps is "all"; allowed is a list of at most 5 steps',
    ]);
  });
});
