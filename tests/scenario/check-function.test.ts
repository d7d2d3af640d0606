/** How functions must fit into an architecture: one row a rule. */
import { describe, expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { problemsOf } from '../support/problems.ts';

type Params = Record<string, unknown>;

/** People who call a function that may send to a queue, a FIFO queue, a stream, a topic and a bucket. */
function problemsWith(params: Params, others: Params = {}): string[] {
  const steps = [{ step: 'process', work: [] }];
  const nodes = [
    { id: 'people', kind: 'client' },
    { id: 'f', kind: 'function', params: { steps, ...params } },
    { id: 'queue', kind: 'queue' },
    { id: 'fifo', kind: 'queue', params: { type: 'fifo' } },
    { id: 'stream', kind: 'stream' },
    { id: 'topic', kind: 'topic' },
    { id: 'bucket', kind: 'bucket' },
    { id: 'other', kind: 'function', params: { steps: [{ step: 'process', work: [] }], ...others } },
  ];
  const links = ['queue', 'fifo', 'stream', 'topic', 'bucket'].map((to) => ({ from: 'f', to }));
  return problemsOf({ version: SCENARIO_VERSION, topology: { nodes, links: [{ from: 'people', to: 'f' }, ...links] } });
}

const versions = [{ version: 1 }, { version: 2 }];

describe('a function', () => {
  it.each<[string, Params, string[]]>([
    ['with nothing set', {}, []],
    [
      'fed from a queue, with all that goes with that',
      {
        mappings: [
          { from: 'queue', batchSize: 100, windowSeconds: 1, reportFailures: true, pollers: 2, maximumConcurrency: 2 },
        ],
      },
      [],
    ],
    [
      'fed from a stream, with all that goes with that',
      {
        mappings: [
          {
            from: 'stream',
            batchSize: 1000,
            bisect: true,
            maximumRetries: 3,
            maximumAgeSeconds: 60,
            parallelisation: 10,
            onFailure: 'queue',
          },
        ],
      },
      [],
    ],
    [
      'with destinations',
      { destinations: { onSuccess: 'topic', successEvent: 'video-ready', onFailure: 'bucket', deadLetter: 'queue' } },
      [],
    ],
    [
      'with an alias for two versions, one of them kept ready',
      { versions, aliasVersion: 1, secondVersion: 2, secondVersionShare: 0.1, provisionedConcurrency: 5 },
      [],
    ],
    ['that starts from a snapshot', { runtime: 'java', snapStart: 'yes', versions, aliasVersion: 1 }, []],
    ['with doors', { mayCall: ['queue', 'topic'], invokedBy: ['people'] }, []],
    ['with as much reserved as leaves 100', { reservedConcurrency: 900 }, []],
  ])('may be one %s', (_, params, expected) => {
    expect(problemsWith(params)).toEqual(expected);
  });

  it.each<[string, Params, string]>([
    [
      'does something',
      { steps: [] },
      'topology.nodes[1].params.steps is []; allowed is at least one step: a function without work answers nobody',
    ],
    [
      'does each step once',
      {
        steps: [
          { step: 'process', work: [] },
          { step: 'process', work: [] },
        ],
      },
      'topology.nodes[1].params.steps[1].step is "process"; allowed is a step that the function does not already do',
    ],
    [
      'is fed from queues and streams',
      { mappings: [{ from: 'topic' }] },
      'topology.nodes[1].params.mappings[0].from is "topic"; allowed is the id of a queue or a stream ("queue", "fifo" or "stream"); "topic" is a topic',
    ],
    [
      'is fed from what a link leads to',
      { mappings: [{ from: 'quue' }] },
      'topology.nodes[1].params.mappings[0].from is "quue"; allowed is the id of a queue or a stream ("queue", "fifo" or "stream"); did you mean "queue"?',
    ],
    [
      'bisects batches of streams only',
      { mappings: [{ from: 'queue', bisect: true }] },
      'topology.nodes[1].params.mappings[0].bisect is true; allowed is nothing: "queue" is a queue',
    ],
    [
      'has pollers for queues only',
      { mappings: [{ from: 'stream', pollers: 2 }] },
      'topology.nodes[1].params.mappings[0].pollers is 2; allowed is nothing: "stream" is a stream',
    ],
    [
      'waits a second at least for more than ten messages',
      { mappings: [{ from: 'queue', batchSize: 11 }] },
      'topology.nodes[1].params.mappings[0].batchSize is 11; allowed is at most 10, or a windowSeconds of at least 1',
    ],
    [
      'takes ten messages of a FIFO queue at most',
      { mappings: [{ from: 'fifo', batchSize: 11 }] },
      'topology.nodes[1].params.mappings[0].batchSize is 11; allowed is at most 10, because the queue is "fifo"',
    ],
    [
      'gathers no messages of a FIFO queue for a while',
      { mappings: [{ from: 'fifo', windowSeconds: 1 }] },
      'topology.nodes[1].params.mappings[0].windowSeconds is 1; allowed is 0, because the queue is "fifo": its batches have no window',
    ],
    [
      'takes 10,000 records at most',
      { mappings: [{ from: 'stream', batchSize: 10_001 }] },
      'topology.nodes[1].params.mappings[0].batchSize is 10001; allowed is a whole number from 1 to 10000',
    ],
    [
      'waits 300 s for a batch at most',
      { mappings: [{ from: 'stream', windowSeconds: 301 }] },
      'topology.nodes[1].params.mappings[0].windowSeconds is 301; allowed is a number from 0 to 300 (s)',
    ],
    [
      'tells a bucket of failures only',
      { destinations: { onSuccess: 'bucket' } },
      'topology.nodes[1].params.destinations.onSuccess is "bucket"; allowed is the id of a queue, a topic, a function or an event bus ("f", "queue", "fifo", "topic" or "other"); "bucket" is a bucket',
    ],
    [
      'tells no stream',
      { destinations: { onFailure: 'stream' } },
      'topology.nodes[1].params.destinations.onFailure is "stream"; allowed is the id of a queue, a topic, a function, an event bus or a bucket ("f", "queue", "fifo", "topic", "bucket" or "other"); "stream" is a stream',
    ],
    [
      'lays dead letters in queues and topics only',
      { destinations: { deadLetter: 'bucket' } },
      'topology.nodes[1].params.destinations.deadLetter is "bucket"; allowed is the id of a queue or a topic ("queue", "fifo" or "topic"); "bucket" is a bucket',
    ],
    [
      'delivers to standard queues only',
      { destinations: { deadLetter: 'fifo' } },
      'topology.nodes[1].params.destinations.deadLetter is "fifo"; allowed is a standard queue: functions do not deliver to FIFO queues; "fifo" is "fifo"',
    ],
    [
      'has one alias for published versions',
      { versions, aliasVersion: 3 },
      'topology.nodes[1].params.aliasVersion is 3; allowed is 0 or one of the versions (1, 2)',
    ],
    [
      'has an alias only where something was published',
      { aliasVersion: 1 },
      'topology.nodes[1].params.aliasVersion is 1; allowed is 0 or one of the versions (there is none)',
    ],
    [
      'splits traffic between two versions, not one',
      { versions, aliasVersion: 1, secondVersion: 1 },
      'topology.nodes[1].params.secondVersion is 1; allowed is 0 or another version than aliasVersion, which is 1',
    ],
    [
      'cannot split traffic with $LATEST',
      { versions, secondVersion: 2 },
      'topology.nodes[1].params.aliasVersion is missing; allowed is a published version, because secondVersion is set; $LATEST cannot be used so',
    ],
    [
      'cannot keep $LATEST ready',
      { provisionedConcurrency: 1 },
      'topology.nodes[1].params.aliasVersion is missing; allowed is a published version, because provisionedConcurrency is set; $LATEST cannot be used so',
    ],
    [
      'cannot take a snapshot of $LATEST',
      { runtime: 'java', snapStart: 'yes' },
      'topology.nodes[1].params.aliasVersion is missing; allowed is a published version, because snapStart is "yes"; $LATEST cannot be used so',
    ],
    [
      'has no snapshot of such a runtime',
      { runtime: 'nodejs', snapStart: 'yes', versions, aliasVersion: 1 },
      'topology.nodes[1].params.snapStart is "yes"; allowed is "no", because runtime is "nodejs"',
    ],
    [
      'has no snapshot while it is kept ready',
      { runtime: 'java', snapStart: 'yes', versions, aliasVersion: 1, provisionedConcurrency: 1 },
      'topology.nodes[1].params.snapStart is "yes"; allowed is "no", because provisionedConcurrency is set',
    ],
    [
      'names each version once',
      { versions: [{ version: 1 }, { version: 1 }] },
      'topology.nodes[1].params.versions[1] is {"version":1}; allowed is a version that is not in the list already: versions never change',
    ],
    [
      'has a package of 250 MB at most',
      { packageMegabytes: 251 },
      'topology.nodes[1].params.packageMegabytes is 251; allowed is at most 250, because runtime is "python"',
    ],
    [
      'keeps no more ready than is reserved',
      { versions, aliasVersion: 1, reservedConcurrency: 2, provisionedConcurrency: 3 },
      'topology.nodes[1].params.provisionedConcurrency is 3; allowed is at most what is reserved, which is 2',
    ],
    [
      'keeps no more ready than the account leaves',
      { versions, aliasVersion: 1, provisionedConcurrency: 901 },
      'topology.nodes[1].params.provisionedConcurrency is 901; allowed is at most 900: of the 1000 of the account 100 stay unreserved',
    ],
    [
      'leaves 100 of the account unreserved',
      { reservedConcurrency: 901 },
      'topology.nodes[1].params.reservedConcurrency is 901; allowed is at most 900: of the 1000 of the account 100 stay unreserved',
    ],
    [
      'has a role for what a link leads to',
      { mayCall: ['queue', 'other'] },
      'topology.nodes[1].params.mayCall[1] is "other"; allowed is the id of a component to which a link leads from "f"',
    ],
    [
      'has a policy for those that a link leads from',
      { invokedBy: ['people', 'queue'] },
      'topology.nodes[1].params.invokedBy[1] is "queue"; allowed is the id of a component from which a link leads to "f"',
    ],
    [
      'has from 128 MB',
      { memoryMegabytes: 127 },
      'topology.nodes[1].params.memoryMegabytes is 127; allowed is a whole number from 128 to 10240 (MB)',
    ],
    [
      'has memory in steps of 1 MB',
      { memoryMegabytes: 128.5 },
      'topology.nodes[1].params.memoryMegabytes is 128.5; allowed is a whole number from 128 to 10240 (MB)',
    ],
    [
      'runs for 900 s at most',
      { timeoutSeconds: 901 },
      'topology.nodes[1].params.timeoutSeconds is 901; allowed is a whole number from 1 to 900 (s)',
    ],
    [
      'tries an event again twice at most',
      { maximumRetries: 3 },
      'topology.nodes[1].params.maximumRetries is 3; allowed is a whole number from 0 to 2 (tries)',
    ],
    [
      'keeps events for 60 s at least',
      { maximumEventAgeSeconds: 59 },
      'topology.nodes[1].params.maximumEventAgeSeconds is 59; allowed is a number from 60 to 21600 (s)',
    ],
  ])('%s', (_, params, expected) => {
    expect(problemsWith(params)).toEqual([expected]);
  });

  it('shares what can be reserved with the other functions', () => {
    expect(problemsWith({ reservedConcurrency: 500 }, { reservedConcurrency: 401 })).toContain(
      'topology.nodes[1].params.reservedConcurrency is 500; allowed is at most 499: of the 1000 of the account 100 stay unreserved',
    );
  });

  it('shares what can be kept ready with what the other functions reserve', () => {
    const params = { versions, aliasVersion: 1, provisionedConcurrency: 500 };
    expect(problemsWith(params, { reservedConcurrency: 401 })).toEqual([
      'topology.nodes[1].params.provisionedConcurrency is 500; allowed is at most 499: of the 1000 of the account 100 stay unreserved',
    ]);
  });

  it.each<[Params, Params, string]>([
    [{ accountConcurrency: 500 }, {}, 'nodes[1].params.accountConcurrency is 500; allowed is 1000, as "other" has it'],
    [{}, { accountConcurrency: 500 }, 'nodes[7].params.accountConcurrency is 500; allowed is 1000, as "f" has it'],
    [
      { accountConcurrency: 400 },
      { accountConcurrency: 500 },
      'nodes[7].params.accountConcurrency is 500; allowed is 400, as "f" has it',
    ],
  ])('is of the same account as all others: %j, %j', (params, others, expected) => {
    expect(problemsWith(params, others)).toEqual([`topology.${expected}: "f" and "other" share one account`]);
  });
});
