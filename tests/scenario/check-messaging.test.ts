/** Queues, buckets, tables and topics that name others: one row a rule of how they must fit together. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/problems.ts';
import { aTopologyWith } from '../support/topologies.ts';

type Params = Readonly<Record<string, unknown>>;

/** The usual topology with components added to it, and links as `from to`. */
function problemsWith(
  nodes: Readonly<Record<string, { kind: string; params?: Params }>>,
  ...links: string[]
): string[] {
  const scenario = aTopologyWith();
  for (const [id, node] of Object.entries(nodes)) {
    const old = scenario.topology.nodes.find((each) => each.id === id);
    if (old) old.params = { ...old.params, ...node.params };
    else scenario.topology.nodes.push({ id, at: [0, 0], ...node });
  }
  for (const link of links) {
    const [from, to] = link.split(' ') as [string, string];
    scenario.topology.links.push({ from, to });
  }
  return problemsOf(scenario).map((problem) => problem.replace(/^topology\.nodes\[\d+\]\.params\./, ''));
}

const queue = (params: Params = {}) => ({ kind: 'queue', params });
const bucket = (...notifications: unknown[]) => ({ kind: 'bucket', params: { notifications } });
const table = (changes: unknown) => ({ kind: 'table', params: { changes } });
const topic = (...subscriptions: unknown[]) => ({ kind: 'topic', params: { subscriptions } });

describe('a queue', () => {
  it('sends its dead letters to another queue that a link leads to, and gets them back', () => {
    const nodes = { jobs: queue({ deadLetterQueue: 'dead' }), dead: queue({ redriveTo: 'jobs' }) };
    expect(problemsWith(nodes, 'jobs dead', 'dead jobs')).toEqual([]);
    expect(problemsWith(nodes, 'dead jobs')).toEqual([
      'deadLetterQueue is "dead"; allowed is a queue that a link leads to from "jobs"; none leads to "dead"',
    ]);
  });

  it.each<[string, Params, string]>([
    [
      'nobody',
      { deadLetterQueue: 'deaf' },
      'deadLetterQueue is "deaf"; allowed is the id of a queue ("jobs" or "dead"); did you mean "dead"?',
    ],
    [
      'no queue',
      { deadLetterQueue: 'names' },
      'deadLetterQueue is "names"; allowed is the id of a queue ("jobs" or "dead"); "names" is a table',
    ],
    [
      'a queue of another type',
      { deadLetterQueue: 'dead', type: 'fifo' },
      'deadLetterQueue is "dead"; allowed is a queue of the same type, which is "fifo"; "dead" is "standard"',
    ],
    ['an id that is none', { deadLetterQueue: 5 }, 'deadLetterQueue is 5; allowed is the id of a component'],
    ['another order', { type: 'lifo' }, 'type is "lifo"; allowed is "standard" or "fifo"; did you mean "fifo"?'],
    ['a share beyond 1', { duplicateShare: 1.1 }, 'duplicateShare is 1.1; allowed is a number from 0 to 1 (share)'],
    [
      'too short a retention',
      { retentionSeconds: 59 },
      'retentionSeconds is 59; allowed is a number from 60 to 1209600 (s)',
    ],
  ])('may not name %s', (_, params, expected) => {
    expect(problemsWith({ jobs: queue(params), dead: queue() }, 'jobs dead')).toEqual([expected]);
  });
});

describe('a bucket', () => {
  it('may notify queues, topics, functions and buses that a link leads to', () => {
    expect(problemsWith({ disk: bucket({ to: 'jobs', objects: ['master'] }) }, 'disk jobs')).toEqual([]);
    expect(problemsWith({ disk: bucket({ to: 'jobs' }) })).toEqual([
      'notifications[0].to is "jobs"; allowed is a queue, a topic, a function or an event bus that a link leads to from "disk"; none leads to "jobs"',
    ]);
  });

  it('does not notify anything else', () => {
    expect(problemsWith({ disk: bucket({ to: 'names' }) })).toEqual([
      'notifications[0].to is "names"; allowed is the id of a queue, a topic, a function or an event bus ("jobs"); "names" is a table',
    ]);
  });

  it('does not notify FIFO queues', () => {
    expect(problemsWith({ disk: bucket({ to: 'other' }), other: queue({ type: 'fifo' }) }, 'disk other')).toEqual([
      'notifications[0].to is "other"; allowed is a standard queue: a bucket does not tell FIFO queues; "other" is "fifo"',
    ]);
  });

  it.each<[unknown, string]>([
    ['jobs', 'notifications is "jobs"; allowed is a list of at most 100 notifications'],
    [['jobs'], 'notifications[0] is "jobs"; allowed is a notification: to and perhaps objects'],
    [[{}], 'notifications[0].to is missing; allowed is the id of a component'],
    [[{ to: 'jobs', objects: [] }], 'notifications[0].objects is []; allowed is a list of 1 to 4 objects'],
    [
      [{ to: 'jobs', objects: ['4k'] }],
      'notifications[0].objects[0] is "4k"; allowed is "master", "480p", "720p" or "1080p"',
    ],
  ])('has notifications, not %j', (notifications, expected) => {
    expect(problemsWith({ disk: { kind: 'bucket', params: { notifications } } }, 'disk jobs')).toEqual([expected]);
  });
});

describe('a table', () => {
  it('appends its changes to a stream that a link leads to', () => {
    const nodes = { names: table('changes'), changes: { kind: 'stream' } };
    expect(problemsWith(nodes, 'names changes')).toEqual([]);
    expect(problemsWith(nodes)).toEqual([
      'changes is "changes"; allowed is a stream that a link leads to from "names"; none leads to "changes"',
    ]);
    expect(problemsWith({ names: table('jobs') })).toEqual([
      'changes is "jobs"; allowed is the id of a stream (there is none); "jobs" is a queue',
    ]);
  });
});

describe('a topic', () => {
  it('has subscribers that a link leads to', () => {
    const nodes = { news: topic({ to: 'jobs', events: ['clicked'], deadLetterQueue: 'dead' }), dead: queue() };
    expect(problemsWith(nodes, 'web news', 'news jobs', 'news dead')).toEqual([]);
    expect(problemsWith(nodes, 'web news', 'news jobs')).toEqual([
      'subscriptions[0].deadLetterQueue is "dead"; allowed is a queue that a link leads to from "news"; none leads to "dead"',
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'no subscriber',
      { to: 'disk' },
      'subscriptions[0].to is "disk"; allowed is the id of a queue, a function, an instance group, a load balancer or a gateway ("web", "jobs", "workers", "dead" or "line"); "disk" is a bucket',
    ],
    [
      'a FIFO queue',
      { to: 'line' },
      'subscriptions[0].to is "line"; allowed is a standard queue: a standard topic does not deliver to FIFO queues; "line" is "fifo"',
    ],
    [
      'a FIFO queue for its dead letters',
      { to: 'jobs', deadLetterQueue: 'line' },
      'subscriptions[0].deadLetterQueue is "line"; allowed is a standard queue: the dead letters of a standard topic go to a standard queue; "line" is "fifo"',
    ],
    ['what is no event', { to: 'jobs', events: ['none'] }, 'subscriptions[0].events[0] is "none"; allowed is'],
  ])('may not name %s', (_, subscription, expected) => {
    const nodes = { news: topic(subscription), dead: queue(), line: queue({ type: 'fifo' }) };
    const problems = problemsWith(nodes, 'news jobs', 'news dead', 'news line');
    expect(problems.map((problem) => problem.slice(0, expected.length))).toEqual([expected]);
  });
});
