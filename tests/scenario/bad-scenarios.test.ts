/** What is said of scenarios that cannot be run: of every kind of component, each mistake once, and where it is. */
import { describe, expect, it } from 'vitest';
import { simulateFile } from '../../scripts/simulate-file.ts';
import { problemsOf } from '../support/problems.ts';
import { everyKind, everyKindWith, linkOf } from '../support/topologies.ts';

type Any = ReturnType<typeof everyKind>;
interface Node {
  id: string;
  kind: string;
  params?: Record<string, unknown>;
}

/** The topology of all kinds with parameters of one component. */
function params(id: string, values: Record<string, unknown>): Any {
  return everyKindWith(
    ...Object.entries(values).map(([name, value]): [string, string[], unknown] => [id, ['params', name], value]),
  );
}

/** With one more link, written `from to`. */
function linked(link: string, scenario: Any = everyKind()): Any {
  scenario.topology.links.push(linkOf(link));
  return scenario;
}

/** With one link less. */
function unlinked(link: string): Any {
  const scenario = everyKind();
  scenario.topology.links = scenario.topology.links.filter(({ from, to }) => `${from} ${to}` !== link);
  return scenario;
}

/** With a FIFO queue, to which a link leads. */
function withLine(from: string, scenario: Any): Any {
  scenario.topology.nodes.push({ id: 'line', kind: 'queue', params: { type: 'fifo' } });
  return linked(`${from} line`, scenario);
}

function small(nodes: readonly Node[], links: readonly string[]): Any {
  return { version: 2, topology: { nodes: nodes as Any['topology']['nodes'], links: links.map(linkOf) } };
}

const people: Node = { id: 'people', kind: 'client' };

/** A group or function that does a step and then calls others. */
function worker(kind: string, id: string, step: string, calls: readonly string[], more: object = {}): Node {
  const after = calls.map((to) => ({ to, operation: 'upload' }));
  return { id, kind, params: { steps: [{ step, work: [], after }], ...more } };
}

const rule = (more: Record<string, unknown> = {}) => ({
  name: 'some',
  pattern: { source: ['aws.s3'] },
  targets: [{ to: 'jobs' }],
  ...more,
});

/** Rules on the bus; the last one keeps the rest of the architecture at work. */
const rules = (...list: unknown[]) => params('events', { rules: [...list, rule({ name: 'last' })] });

/** Problems, with the id of a component in place of where its node stands. */
function told(scenario: Any): string[] {
  const { nodes } = scenario.topology;
  return problemsOf(scenario).map((problem) =>
    problem.replace(/^topology\.nodes\[(\d+)\]/, (_, place) => String(nodes[Number(place)]?.id)),
  );
}

type Row = [name: string, scenario: Any, problems: string[]];

const unknownThings: Row[] = [
  [
    'a kind',
    everyKindWith(['jobs', ['kind'], 'queu']),
    [
      'jobs.kind is "queu"; allowed is "client", "gateway", "load-balancer", "instance-group", "function", "queue", "topic", "stream", "event-bus", "bucket" or "table"; did you mean "queue"?',
    ],
  ],
  [
    'a kind of a function',
    everyKindWith(['keep', ['kind'], 'functoin']),
    [
      'keep.kind is "functoin"; allowed is "client", "gateway", "load-balancer", "instance-group", "function", "queue", "topic", "stream", "event-bus", "bucket" or "table"; did you mean "function"?',
    ],
  ],
  [
    'a kind that is none here',
    everyKindWith(['keep', ['kind'], 'database']),
    [
      'keep.kind is "database"; allowed is "client", "gateway", "load-balancer", "instance-group", "function", "queue", "topic", "stream", "event-bus", "bucket" or "table"',
    ],
  ],
  [
    'a parameter',
    params('names', { writeLimit: 5 }),
    [
      'names.params.writeLimit is 5; allowed is no key but latency, writeLimitPerSecond, readLimitPerSecond and changes; did you mean "writeLimitPerSecond"?',
    ],
  ],
  [
    'a parameter of another kind',
    params('disk', { shards: 5 }),
    [
      'disk.params.shards is 5; allowed is no key but latency, writeLimitPerSecond, readLimitPerSecond, notifications, notificationDelay, notificationDuplicateShare, notificationRetryBaseSeconds and notificationRetryForSeconds',
    ],
  ],
  [
    'a parameter of a rule',
    rules(rule({ patern: {} })),
    [
      'events.params.rules[0].patern is {}; allowed is no key but name, targets, pattern, schedule and enabled; did you mean "pattern"?',
    ],
  ],
  [
    'a parameter of a mapping',
    params('reader', { mappings: [{ from: 'history', batch: 3 }] }),
    [
      'reader.params.mappings[0].batch is 3; allowed is no key but from, batchSize, windowSeconds, reportFailures, bisect, maximumRetries, maximumAgeSeconds, onFailure, parallelisation, pollers and maximumConcurrency; did you mean "batchSize"?',
    ],
  ],
  [
    'an event',
    params('door', { event: 'upload-completed' }),
    [
      'door.params.event is "upload-completed"; allowed is "upload-complete", "rendition-ready", "video-ready", "upload-failed", "object-created", "item-changed", "instance-state-change", "threshold-crossed", "clicked", "error-reported" or "scheduled"; did you mean "upload-complete"?',
    ],
  ],
];

const ranges: Row[] = [
  [
    'the memory of a function below 128 MB',
    params('keep', { memoryMegabytes: 127 }),
    ['keep.params.memoryMegabytes is 127; allowed is a whole number from 128 to 10240 (MB)'],
  ],
  [
    'the memory of a function above 10,240 MB',
    params('keep', { memoryMegabytes: 10_241 }),
    ['keep.params.memoryMegabytes is 10241; allowed is a whole number from 128 to 10240 (MB)'],
  ],
  [
    'half a megabyte of memory',
    params('keep', { memoryMegabytes: 128.5 }),
    ['keep.params.memoryMegabytes is 128.5; allowed is a whole number from 128 to 10240 (MB)'],
  ],
  [
    'a function that runs longer than 15 minutes',
    params('keep', { timeoutSeconds: 901 }),
    ['keep.params.timeoutSeconds is 901; allowed is a whole number from 1 to 900 (s)'],
  ],
  [
    'a negative rate of uploads',
    params('people', { ratePerSecond: -0.5 }),
    ['people.params.ratePerSecond is -0.5; allowed is a number from 0 to 1000 (1/s)'],
  ],
  [
    'a negative limit of a gateway',
    params('door', { rateLimitPerSecond: -1 }),
    ['door.params.rateLimitPerSecond is -1; allowed is a number from 0 to 10000 (1/s)'],
  ],
  [
    'a negative limit of a table',
    params('names', { writeLimitPerSecond: -1 }),
    ['names.params.writeLimitPerSecond is -1; allowed is a number from 0 to 100000 (1/s)'],
  ],
  [
    'no shard',
    params('history', { shards: 0 }),
    ['history.params.shards is 0; allowed is a whole number from 1 to 500 (shards)'],
  ],
  [
    'a share above 1',
    params('news', { duplicateShare: 1.01 }),
    ['news.params.duplicateShare is 1.01; allowed is a number from 0 to 1 (share)'],
  ],
  [
    'a health check more often than every 5 s',
    params('front', { healthCheckIntervalSeconds: 4 }),
    ['front.params.healthCheckIntervalSeconds is 4; allowed is a number from 5 to 300 (s)'],
  ],
  [
    'a visibility timeout of more than 12 h',
    params('jobs', { visibilityTimeoutSeconds: 43_201 }),
    ['jobs.params.visibilityTimeoutSeconds is 43201; allowed is a number from 0 to 43200 (s)'],
  ],
  [
    '186 retries of a bus',
    params('events', { maximumRetries: 186 }),
    ['events.params.maximumRetries is 186; allowed is a whole number from 0 to 185 (tries)'],
  ],
  [
    'a NaN',
    params('people', { ratePerSecond: Number.NaN }),
    ['people.params.ratePerSecond is NaN; allowed is a number from 0 to 1000 (1/s)'],
  ],
  [
    'an infinite rate',
    params('people', { ratePerSecond: Number.POSITIVE_INFINITY }),
    ['people.params.ratePerSecond is Infinity; allowed is a number from 0 to 1000 (1/s)'],
  ],
  [
    'a NaN in a distribution',
    params('disk', { latency: { kind: 'constant', value: Number.NaN } }),
    ['disk.params.latency.value is NaN; allowed is a number from 0 to 86400'],
  ],
  [
    'an endless run',
    { ...everyKind(), durationSeconds: Number.POSITIVE_INFINITY },
    ['durationSeconds is Infinity; allowed is a number from 1 to 2592000 (s)'],
  ],
  [
    'a NaN in a link',
    everyKindLatency(Number.NaN),
    ['topology.links[0].latencyMs is NaN; allowed is a number from 0 to 60000 (ms)'],
  ],
];

/** With a latency on the first link. */
function everyKindLatency(latencyMs: number): Any {
  const scenario = everyKind();
  (scenario.topology.links[0] as { latencyMs?: number }).latencyMs = latencyMs;
  return scenario;
}

const links: Row[] = [
  [
    'leads to nobody',
    linked('web nwes'),
    [
      'topology.links[18].to is "nwes"; allowed is one of the components "people", "door", "front", "web", "disk", "keep", "events", "jobs", "workers", "names", "history", "reader", "news", "notify" or "dead"; did you mean "news"?',
    ],
  ],
  [
    'leads from nobody',
    linked('wep disk'),
    [
      'topology.links[18].from is "wep"; allowed is one of the components "people", "door", "front", "web", "disk", "keep", "events", "jobs", "workers", "names", "history", "reader", "news", "notify" or "dead"; did you mean "web"?',
    ],
  ],
  [
    'is the second of a client',
    linked('people web'),
    ['people.id is "people"; allowed is a client with exactly one link that leads away from it; here 2 do'],
  ],
  [
    'is the second of a gateway',
    linked('door web'),
    ['door.id is "door"; allowed is a gateway with exactly one link that leads away from it; here 2 do'],
  ],
  [
    'leads from a queue to who takes work there',
    linked('jobs keep'),
    [
      'topology.links[18].to is "keep"; allowed is a queue, because the link comes from a queue; "keep" is a function; to take from "jobs", "keep" needs a link that leads the other way',
    ],
  ],
  [
    'leads from a stream to who reads it',
    linked('history reader'),
    [
      'topology.links[18].from is "history"; allowed is any component but a stream, from which no link leads away; to take from "history", "reader" needs a link that leads the other way',
    ],
  ],
  [
    'leads from a bucket to a group',
    linked('disk workers'),
    [
      'topology.links[18].to is "workers"; allowed is a queue, a topic, a function or an event bus, because the link comes from a bucket; "workers" is an instance group',
    ],
  ],
  [
    'leads from a table to a function',
    linked('names keep'),
    ['topology.links[18].to is "keep"; allowed is a stream, because the link comes from a table; "keep" is a function'],
  ],
  [
    'leads from a load balancer to a function',
    linked('front keep'),
    [
      'topology.links[18].to is "keep"; allowed is an instance group, because the link comes from a load balancer; "keep" is a function',
    ],
  ],
  [
    'leads from a topic to a table',
    linked('news names'),
    [
      'topology.links[18].to is "names"; allowed is a queue, a function, an instance group, a load balancer or a gateway, because the link comes from a topic; "names" is a table',
    ],
  ],
  [
    'leads from a bus to a bucket',
    linked('events disk'),
    [
      'topology.links[18].to is "disk"; allowed is a function, a queue, a topic, a stream, an event bus, an instance group, a load balancer or a gateway, because the link comes from an event bus; "disk" is a bucket',
    ],
  ],
  [
    'leads from a gateway to a client',
    everyKindGateway('people'),
    [
      'topology.links[1].to is "people"; allowed is a function, an instance group, a load balancer, a queue, a bucket, a topic, an event bus, a stream or a table, because the link comes from a gateway; "people" is a client',
    ],
  ],
  [
    'is missing behind a load balancer',
    unlinked('front web'),
    [
      'web.params.loadBalancer is "front"; allowed is a load balancer from which a link leads to "web"; none leads there from "front"',
    ],
  ],
  [
    'is missing to a dead letter queue',
    unlinked('jobs dead'),
    [
      'jobs.params.deadLetterQueue is "dead"; allowed is a queue that a link leads to from "jobs"; none leads to "dead"',
    ],
  ],
  [
    'is missing to a stream that is read',
    unlinked('reader history'),
    [
      'reader.params.mappings[0].from is "history"; allowed is a queue or a stream that a link leads to from "reader"; none leads to "history"',
    ],
  ],
  [
    'is missing to a subscriber',
    unlinked('news notify'),
    [
      'news.params.subscriptions[0].to is "notify"; allowed is a queue, a function, an instance group, a load balancer or a gateway that a link leads to from "news"; none leads to "notify"',
    ],
  ],
];

/** With the gateway leading to another component. */
function everyKindGateway(to: string): Any {
  const scenario = everyKind();
  scenario.topology.links[1] = linkOf(`door ${to}`);
  return scenario;
}

const targets: Row[] = [
  [
    'the queue of a group',
    params('workers', { queue: 'job' }),
    ['workers.params.queue is "job"; allowed is the id of a queue ("jobs" or "dead"); did you mean "jobs"?'],
  ],
  [
    'the load balancer of a group',
    params('web', { loadBalancer: 'fornt' }),
    ['web.params.loadBalancer is "fornt"; allowed is "front", because a link leads from there to "web"'],
  ],
  [
    'the load balancer of a group that has one',
    params('web', { loadBalancer: null }),
    ['web.params.loadBalancer is null; allowed is "front", because a link leads from there to "web"'],
  ],
  [
    'the queue of a scaling policy',
    params('workers', {
      scaling: [{ kind: 'target-tracking', metric: 'backlog-per-instance', queue: 'jbs', target: 5, guard: 'none' }],
    }),
    ['workers.params.scaling[0].queue is "jbs"; allowed is the id of a queue ("jobs" or "dead"); did you mean "jobs"?'],
  ],
  [
    'a dead letter queue',
    params('jobs', { deadLetterQueue: 'deda' }),
    ['jobs.params.deadLetterQueue is "deda"; allowed is the id of a queue ("jobs" or "dead"); did you mean "dead"?'],
  ],
  [
    'a dead letter queue of its own',
    params('jobs', { deadLetterQueue: 'jobs' }),
    ['jobs.params.deadLetterQueue is "jobs"; allowed is the id of another component: a queue'],
  ],
  [
    'a dead letter queue that is a table',
    params('jobs', { deadLetterQueue: 'names' }),
    ['jobs.params.deadLetterQueue is "names"; allowed is the id of a queue ("jobs" or "dead"); "names" is a table'],
  ],
  [
    'where a queue redrives to',
    params('dead', { redriveTo: 'jobs' }),
    ['dead.params.redriveTo is "jobs"; allowed is a queue that a link leads to from "dead"; none leads to "jobs"'],
  ],
  [
    'whom a bucket tells',
    params('disk', { notifications: [{ to: 'kep' }] }),
    [
      'disk.params.notifications[0].to is "kep"; allowed is the id of a queue, a topic, a function or an event bus ("keep", "events", "jobs", "reader", "news", "notify" or "dead"); did you mean "keep"?',
    ],
  ],
  [
    'whom a bucket tells, a group',
    params('disk', { notifications: [{ to: 'workers' }] }),
    [
      'disk.params.notifications[0].to is "workers"; allowed is the id of a queue, a topic, a function or an event bus ("keep", "events", "jobs", "reader", "news", "notify" or "dead"); "workers" is an instance group',
    ],
  ],
  [
    'a subscriber',
    params('news', { subscriptions: [{ to: 'notifi' }] }),
    [
      'news.params.subscriptions[0].to is "notifi"; allowed is the id of a queue, a function, an instance group, a load balancer or a gateway ("door", "front", "web", "keep", "jobs", "workers", "reader", "notify" or "dead"); did you mean "notify"?',
    ],
  ],
  [
    'a subscriber that takes its work from a queue',
    linked('news workers', params('news', { subscriptions: [{ to: 'notify' }, { to: 'workers' }] })),
    [
      'news.params.subscriptions[1].to is "workers"; allowed is a group that is called; "workers" takes its work from a queue',
    ],
  ],
  [
    'the dead letter queue of a subscriber',
    params('news', { subscriptions: [{ to: 'notify', deadLetterQueue: 'ded' }] }),
    [
      'news.params.subscriptions[0].deadLetterQueue is "ded"; allowed is the id of a queue ("jobs" or "dead"); did you mean "dead"?',
    ],
  ],
  [
    'the target of a rule',
    rules(rule({ targets: [{ to: 'jbos' }] })),
    [
      'events.params.rules[0].targets[0].to is "jbos"; allowed is the id of a function, a queue, a topic, a stream, an event bus, an instance group, a load balancer or a gateway ("door", "front", "web", "keep", "events", "jobs", "workers", "history", "reader", "news", "notify" or "dead"); did you mean "jobs"?',
    ],
  ],
  [
    'the dead letter queue of a rule',
    rules(rule({ targets: [{ to: 'jobs', deadLetter: 'names' }] })),
    [
      'events.params.rules[0].targets[0].deadLetter is "names"; allowed is the id of a queue ("jobs" or "dead"); "names" is a table',
    ],
  ],
  [
    'the rule of a replay',
    params('events', { replays: [{ atSeconds: 5, fromSeconds: 0, toSeconds: 2, rule: 'upload' }] }),
    ['events.params.replays[0].rule is "upload"; allowed is "uploads"; did you mean "uploads"?'],
  ],
  [
    'the source of a mapping',
    params('reader', { mappings: [{ from: 'histori' }] }),
    [
      'reader.params.mappings[0].from is "histori"; allowed is the id of a queue or a stream ("jobs", "history" or "dead"); did you mean "history"?',
    ],
  ],
  [
    'the source of a mapping, a table',
    params('reader', { mappings: [{ from: 'names' }] }),
    [
      'reader.params.mappings[0].from is "names"; allowed is the id of a queue or a stream ("jobs", "history" or "dead"); "names" is a table',
    ],
  ],
  [
    'the source of a second mapping',
    params('reader', { mappings: [{ from: 'history' }, { from: 'history' }] }),
    ['reader.params.mappings[1].from is "history"; allowed is a queue or stream that no mapping before it names'],
  ],
  [
    'where a mapping tells of what it gives up',
    params('reader', { mappings: [{ from: 'history', onFailure: 'reader' }] }),
    [
      'reader.params.mappings[0].onFailure is "reader"; allowed is the id of a queue, a topic or a bucket ("disk", "jobs", "news" or "dead"); "reader" is a function',
    ],
  ],
  [
    'a destination',
    params('keep', { destinations: { onSuccess: 'nws' } }),
    [
      'keep.params.destinations.onSuccess is "nws"; allowed is the id of a queue, a topic, a function or an event bus ("keep", "events", "jobs", "reader", "news", "notify" or "dead"); did you mean "news"?',
    ],
  ],
  [
    'a dead letter queue of a function',
    params('keep', { destinations: { deadLetter: 'history' } }),
    [
      'keep.params.destinations.deadLetter is "history"; allowed is the id of a queue or a topic ("jobs", "news" or "dead"); "history" is a stream',
    ],
  ],
  [
    'whom a function may call',
    params('keep', { mayCall: ['names'] }),
    ['keep.params.mayCall[0] is "names"; allowed is the id of a component to which a link leads from "keep"'],
  ],
  [
    'who may invoke a function',
    params('keep', { invokedBy: ['dsk'] }),
    ['keep.params.invokedBy[0] is "dsk"; allowed is the id of a component from which a link leads to "keep"'],
  ],
  [
    'where the changes of a table go',
    params('names', { changes: 'histroy' }),
    ['names.params.changes is "histroy"; allowed is the id of a stream ("history"); did you mean "history"?'],
  ],
  [
    'where the changes of a table go, a queue',
    params('names', { changes: 'jobs' }),
    ['names.params.changes is "jobs"; allowed is the id of a stream ("history"); "jobs" is a queue'],
  ],
  [
    'whom a step calls',
    everyKindWith(['web', ['params', 'steps', 0, 'after', 0, 'to'], 'names']),
    ['web.params.steps[0].after[0].to is "names"; allowed is the id of a bucket ("disk"); "names" is a table'],
  ],
];

const loops: Row[] = [
  [
    'a call directly',
    small(
      [people, worker('instance-group', 'a', 'upload', ['b']), worker('instance-group', 'b', 'process', ['a'])],
      ['people a', 'a b', 'b a'],
    ),
    [
      'b.params.steps[0].after[0].to is "a"; allowed is a component from which the work does not come back; here it goes round: a → b → a',
    ],
  ],
  [
    'a call of functions',
    small(
      [people, worker('function', 'a', 'upload', ['b']), worker('function', 'b', 'process', ['a'])],
      ['people a', 'a b', 'b a'],
    ),
    [
      'b.params.steps[0].after[0].to is "a"; allowed is a component from which the work does not come back; here it goes round: a → b → a',
    ],
  ],
  [
    'a call through a load balancer',
    small(
      [
        people,
        worker('instance-group', 'a', 'upload', ['front'], { loadBalancer: 'front' }),
        { id: 'front', kind: 'load-balancer' },
      ],
      ['people a', 'a front', 'front a'],
    ),
    [
      'topology.links[2].to is "a"; allowed is a component from which the work does not come back; here it goes round: a → front → a',
    ],
  ],
  [
    'a call through a gateway',
    small(
      [people, { id: 'door', kind: 'gateway' }, worker('function', 'a', 'upload', ['door'])],
      ['people door', 'door a', 'a door'],
    ),
    [
      'a.params.steps[0].after[0].to is "door"; allowed is a component from which the work does not come back; here it goes round: door → a → door',
    ],
  ],
  [
    'work through a queue',
    everyKindWith(['workers', ['params', 'steps', 0, 'after', 2], { to: 'jobs', operation: 'send' }]),
    [
      'workers.params.steps[0].after[2].to is "jobs"; allowed is a component from which the work does not come back; here it goes round: jobs → workers → jobs',
    ],
  ],
  [
    'work of a function through a queue',
    small(
      [
        people,
        { id: 'line', kind: 'queue' },
        {
          id: 'a',
          kind: 'function',
          params: {
            steps: [{ step: 'upload', work: [], after: [{ to: 'line', operation: 'send' }] }],
            mappings: [{ from: 'line' }],
          },
        },
      ],
      ['people line', 'a line'],
    ),
    [
      'a.params.steps[0].after[0].to is "line"; allowed is a component from which the work does not come back; here it goes round: line → a → line',
    ],
  ],
];

const misfits: Row[] = [
  [
    'a bucket tells a FIFO queue',
    withLine('disk', params('disk', { notifications: [{ to: 'keep' }, { to: 'line' }] })),
    [
      'disk.params.notifications[1].to is "line"; allowed is a standard queue: a bucket does not tell FIFO queues; "line" is "fifo"',
    ],
  ],
  [
    'a topic tells a FIFO queue',
    withLine('news', params('news', { subscriptions: [{ to: 'notify' }, { to: 'line' }] })),
    [
      'news.params.subscriptions[1].to is "line"; allowed is a standard queue: a standard topic does not deliver to FIFO queues; "line" is "fifo"',
    ],
  ],
  [
    'the dead letters of a topic go to a FIFO queue',
    withLine('news', params('news', { subscriptions: [{ to: 'notify', deadLetterQueue: 'line' }] })),
    [
      'news.params.subscriptions[0].deadLetterQueue is "line"; allowed is a standard queue: the dead letters of a standard topic go to a standard queue; "line" is "fifo"',
    ],
  ],
  [
    'the dead letters of a rule go to a FIFO queue',
    withLine('events', rules(rule({ targets: [{ to: 'jobs', deadLetter: 'line' }] }))),
    ['events.params.rules[0].targets[0].deadLetter is "line"; allowed is a standard queue; "line" is a FIFO queue'],
  ],
  [
    'the dead letters of a standard queue go to a FIFO queue',
    withLine('jobs', params('jobs', { deadLetterQueue: 'line' })),
    [
      'jobs.params.deadLetterQueue is "line"; allowed is a queue of the same type, which is "standard"; "line" is "fifo"',
    ],
  ],
  [
    'the dead letters of a function go to a FIFO queue',
    withLine('keep', params('keep', { destinations: { deadLetter: 'line' } })),
    [
      'keep.params.destinations.deadLetter is "line"; allowed is a standard queue: functions do not deliver to FIFO queues; "line" is "fifo"',
    ],
  ],
  [
    'a bucket tells a custom bus',
    linked('disk events', params('disk', { notifications: [{ to: 'keep' }, { to: 'events' }] })),
    ['events.params.type is missing; allowed is "default", because "disk" is a bucket: services tell no other bus'],
  ],
  [
    'a custom bus follows a schedule',
    rules({ name: 'nightly', schedule: 'rate(1 day)', targets: [] }),
    [
      'events.params.rules[0].schedule is "rate(1 day)"; allowed is nothing: rules with a schedule stand on the default bus only',
    ],
  ],
  [
    'an alias stands for a version that is not published',
    params('keep', { versions: [{ version: 1 }, { version: 2 }], aliasVersion: 3 }),
    ['keep.params.aliasVersion is 3; allowed is 0 or one of the versions (1, 2)'],
  ],
  [
    'an alias stands for a version, and none is published',
    params('keep', { aliasVersion: 1 }),
    ['keep.params.aliasVersion is 1; allowed is 0 or one of the versions (there is none)'],
  ],
  [
    'a step is reached only when another one fails',
    everyKindWith(
      ['workers', ['params', 'steps', 0, 'after'], [{ to: 'names', operation: 'write' }]],
      ['workers', ['params', 'steps', 0, 'onFailure'], [{ to: 'news', operation: 'publish' }]],
    ),
    [
      'people.id is "people"; allowed is an architecture in which the uploads of "people" reach every step; they never reach manage',
    ],
  ],
  [
    'a topic crashes',
    { ...everyKind(), interventions: [{ kind: 'fault', fault: 'crash', target: 'news', atSeconds: 1 }] },
    [expect.stringMatching(/^interventions\[0\].target is "news"; allowed is .*because the fault is "crash"/)],
  ],
  [
    'the environments of an instance group are limited',
    {
      ...everyKind(),
      interventions: [{ kind: 'fault', fault: 'concurrency-limit', target: 'step:process', atSeconds: 1 }],
    },
    [
      'interventions[0].target is "step:process"; allowed is a function ("keep", "reader" or "notify"), because the fault is "concurrency-limit"; "workers" is an instance group',
    ],
  ],
];

const rulesOfABus: Row[] = [
  [
    'with six targets',
    rules(rule({ targets: Array.from({ length: 6 }, () => ({ to: 'jobs' })) })),
    [
      'events.params.rules[0].targets is [{"to":"jobs"},{"to":"jobs"},{"to":"jobs"},{"to":"jobs"},{"…; allowed is a list of at most 5 targets',
    ],
  ],
  [
    'of the same name as another',
    rules(rule(), rule()),
    [
      'events.params.rules[1] is {"name":"some","pattern":{"source":["aws.s3"]},"targets":[{…; allowed is a rule of another name: "some" is in the list already',
    ],
  ],
  [
    'with neither pattern nor schedule',
    rules({ name: 'some', targets: [] }),
    [
      'events.params.rules[0].pattern is missing; allowed is an event pattern, or a schedule beside it: a rule has at least one of the two',
    ],
  ],
  [
    'whose pattern compares with a word',
    rules(rule({ pattern: { detail: { megabytes: [{ numeric: ['>', 'big'] }] } } })),
    ['events.params.rules[0].pattern.detail.megabytes[0].numeric[1] is "big"; allowed is a number after ">"'],
  ],
  [
    'whose pattern has a value outside a list',
    rules(rule({ pattern: { source: 'aws.s3' } })),
    [
      'events.params.rules[0].pattern.source is "aws.s3"; allowed is a list of what the field may be, such as ["running"] or [{"prefix": "run"}], or an object of fields within it',
    ],
  ],
  [
    'whose pattern has an unknown operator',
    rules(rule({ pattern: { source: [{ prefx: 'aws' }] } })),
    [
      'events.params.rules[0].pattern.source[0].prefx is "aws"; allowed is the key "prefix", "suffix", "equals-ignore-case", "wildcard", "anything-but", "numeric", "cidr" or "exists"; did you mean "prefix"?',
    ],
  ],
  [
    'whose pattern is empty',
    rules(rule({ pattern: {} })),
    ['events.params.rules[0].pattern is {}; allowed is an object of at least one field'],
  ],
  [
    'whose rate has the wrong unit',
    params('events', {
      type: 'default',
      rules: [{ name: 'some', schedule: 'rate(5 minute)', targets: [] }, rule({ name: 'last' })],
    }),
    [
      'events.params.rules[0].schedule is "rate(5 minute)"; allowed is a schedule whose unit is minutes, because the value is not 1',
    ],
  ],
  [
    'whose schedule names the day twice',
    params('events', {
      type: 'default',
      rules: [{ name: 'some', schedule: 'cron(0 18 * * MON-FRI *)', targets: [] }, rule({ name: 'last' })],
    }),
    [
      'events.params.rules[0].schedule is "cron(0 18 * * MON-FRI *)"; allowed is a schedule whose day-of-week is ? in exactly one of day-of-month and day-of-week: the other says which days',
    ],
  ],
  [
    'whose schedule is none',
    params('events', {
      type: 'default',
      rules: [{ name: 'some', schedule: 'daily', targets: [] }, rule({ name: 'last' })],
    }),
    ['events.params.rules[0].schedule is "daily"; allowed is rate(5 minutes), or cron(0 18 ? * MON-FRI *)'],
  ],
];

it('accepts the topology that the rows below break', () => {
  expect(told(everyKind())).toEqual([]);
});

describe('told with what is known instead: unknown is', () => {
  it.each(unknownThings)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

describe('told with its range:', () => {
  it.each(ranges)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

describe('told with where it may lead: a link that', () => {
  it.each(links)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

describe('told with those that could be meant: missing or wrong is', () => {
  it.each(targets)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

describe('told with the way that it goes: round goes', () => {
  it.each(loops)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

describe('told with the reason: it does not fit that', () => {
  it.each(misfits)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

describe('told with its place in the rule: a rule', () => {
  it.each(rulesOfABus)('%s', (_, scenario, expected) => expect(told(scenario)).toEqual(expected));
});

it('is told by the command line where a text has a NaN, which JSON does not know', async () => {
  const text = '{\n "version": 2, "stage": "queued",\n "parameters": {"users": {"ratePerSecond": NaN}}\n}';
  const { out, err, code } = await simulateFile(['bad.json'], async () => text);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toBe('parameters.users.ratePerSecond is NaN; allowed is JSON; in line 3, column 44\n');
});
