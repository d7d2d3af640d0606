/** What faults do to functions: each shows in a run with it, not in the run without it, and is over when it is over. */
import { describe, expect, it } from 'vitest';
import { kindsStruckBy } from '../../src/faults/catalogue.ts';
import { type FactKind, type Fault, faults } from '../../src/models/facts.ts';
import type { EventSourceMapping } from '../../src/models/parameters.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { factsOf } from '../support/facts.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';
import {
  countOf,
  type Future,
  goesOnFromCopy,
  type Injected,
  notWatchable,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

/** Of the report of one component. */
function functionIn({ report }: Future, id: string) {
  const found = report.components.find((each) => each.id === id);
  if (found?.kind !== 'function') throw new Error(`there is no function "${id}"`);
  return found;
}

describe('in the serverless stage, with the fault and without it:', () => {
  const during = { atSeconds: 60, untilSeconds: 120 } as const;

  interface Effect {
    fault: Injected;
    says: string;
    shows(future: Future): boolean;
  }

  /** Of the largest of the three that process. */
  const processing = (future: Future) => functionIn(future, 'process-1080p');

  const effects: Partial<Record<Fault, Effect>> = {
    crash: {
      fault: { fault: 'crash', target: 'step:process', ...during },
      says: 'runs fail, events are tried again, and some lie with the dead letters in the end',
      shows: (future) =>
        (processing(future).errorsByReason['connection-reset'] ?? 0) > 10 && future.report.uploads.deadLettered > 0,
    },
    'instance-loss': {
      fault: { fault: 'instance-loss', target: 'step:process', ...during },
      says: 'one run fails and is made good by the next try: every video is watchable',
      shows: (future) =>
        processing(future).errors === 1 && future.report.uploads.watchable === future.report.uploads.started,
    },
    'memory-leak': {
      fault: { fault: 'memory-leak', target: 'step:process', strength: 2, ...during },
      says: 'environments go down again and again, and start again at the cost of a run',
      shows: (future) => countOf(future, 'instance.crashed', 60, 120) >= 5,
    },
    'slow-down': {
      fault: { fault: 'slow-down', target: 'step:process', strength: 10, ...during },
      says: 'more environments are at work, and the bill grows',
      shows: (future) => processing(future).concurrency.maximum >= 5 && future.report.bill.totalUsd > 0.05,
    },
    'error-share': {
      fault: { fault: 'error-share', target: 'step:process', strength: 0.5, ...during },
      says: 'work fails, and is tried again',
      shows: (future) => (processing(future).errorsByReason['work-failed'] ?? 0) > 5,
    },
    'bad-deployment': {
      fault: { fault: 'bad-deployment', target: 'step:process', strength: 1, ...during },
      says: 'runs fail with their start, which is paid for',
      shows: (future) => {
        const { errorsByReason } = processing(future);
        return (
          (errorsByReason['work-failed'] ?? 0) > 10 &&
          future.facts({ only: ['invocation.finished'] }).some(isPaidInVain)
        );
      },
    },
    'duplicate-delivery': {
      fault: { fault: 'duplicate-delivery', target: 'process-1080p', strength: 0.5, ...during },
      says: 'events are run twice, and the second run is found to be one',
      shows: (future) => countOf(future, 'duplicate.recognised', 60, 130) > 3,
    },
    'concurrency-limit': {
      fault: { fault: 'concurrency-limit', target: 'step:process', strength: 1, ...during },
      says: 'events are throttled, and wait',
      shows: (future) => (processing(future).throttlesByReason['concurrency-limit'] ?? 0) > 5,
    },
    'cold-starts': {
      fault: { fault: 'cold-starts', target: 'kind:function', strength: 5, ...during },
      says: 'each run needs a start, and each start is long',
      shows: (future) => processing(future).coldStarts > 10 && (processing(future).start.maximumSeconds as number) > 2,
    },
    'role-missing': {
      fault: { fault: 'role-missing', target: 'step:process', ...during },
      says: 'the function may not fetch what it is to work on',
      shows: (future) => (processing(future).errorsByReason['execution-role-missing'] ?? 0) > 5,
    },
    'policy-missing': {
      fault: { fault: 'policy-missing', target: 'step:process', ...during },
      says: 'the bus may not invoke the function, and does not try again',
      shows: (future) =>
        (future.report.uploads.lostByReason['resource-policy-missing'] ?? 0) > 10 &&
        !future.facts({ at: 'bus', only: ['delivery.retried'] }).some((line) => line.includes('resource-policy')),
    },
  };

  /** A run that was nothing but a start. */
  const isPaidInVain = (line: string): boolean => /billed (\S+) of which \1 to start because work-failed/.test(line);

  it('there is an effect to be seen of every fault that functions know', () => {
    const known = faults.filter((fault) => kindsStruckBy(fault).includes('function'));
    expect(Object.keys(effects)).toEqual(known);
  });

  it.each(Object.values(effects).map((each) => [each.fault.fault, each.says, each] as const))(
    '%s: %s',
    (_fault, _says, { fault, shows }) => {
      const { with: struckRun, without } = withAndWithout(newScenario('serverless'), fault);
      expect({ with: shows(struckRun), without: shows(without) }).toEqual({ with: true, without: false });
    },
  );

  it.each(Object.values(effects).map((each) => [each.fault.fault, each] as const))(
    '%s is over when it is over: a copy made meanwhile goes on alike, and later uploads are watchable as ever',
    (_fault, { fault }) => {
      // People who come until the end.
      const users = { arrivals: 'poisson', ratePerSecond: 0.25 };
      const scenario = struck(newScenario('serverless', { parameters: { users } }), fault);
      expect(goesOnFromCopy(scenario, 90)).toBe(true);
      expect(notWatchable(play(scenario), 200, 260)).toEqual([]);
    },
  );
});

const from2to20 = { target: 'work', atSeconds: 2, untilSeconds: 20 } as const;

/** People who wait for `work`, by way of a front that is always there. Starts take 50 to 150 ms. */
function called(params: FunctionParams, injected: readonly Injected[], times: number[]) {
  const front = group('front', {
    slotsPerInstance: 50,
    steps: [{ step: 'upload', work: [], after: [{ to: 'work', operation: 'upload' }] }],
  });
  return struck(
    aScenario([people({ times }), front, serverless('work', params)], ['people front', 'front work']),
    ...injected,
  );
}

const lives: readonly FactKind[] = ['job.began', 'job.finished', 'job.failed', 'instance.gone', 'instance.launched'];

/** What happened to environments and runs, without the times of starts, which are a matter of chance. */
function told(scenario: ReturnType<typeof called>, only: readonly FactKind[] = lives): string[] {
  return factsOf(scenario, { at: 'work', only }).map((line) =>
    line.slice(line.indexOf('work ') + 5).replace(/ in service at .*| job \d+/g, ''),
  );
}

describe('a memory leak in a function', () => {
  const leak: Injected = { fault: 'memory-leak', strength: 2, ...from2to20 };

  it('lets an environment crash when no memory is left, and its next run pays for a start', () => {
    expect(
      told(called({}, [leak], [3, 6, 9, 12]), ['job.began', 'job.failed', 'instance.crashed', 'job.finished']),
    ).toEqual([
      'job.began upload 0 instance 0 cold',
      'job.finished upload 0 instance 0',
      'job.began upload 1 instance 0',
      'job.finished upload 1 instance 0',
      'job.began upload 2 instance 0',
      'instance.crashed instance 0 with 1 jobs',
      'job.failed upload 2 instance 0 because connection-reset',
      'job.began upload 3 instance 0 cold',
      'job.finished upload 3 instance 0',
    ]);
  });

  it('is one for each environment, and begins when it begins', () => {
    // Two of before, two side by side, and one more for the one used last.
    const lines = told(called({}, [{ ...leak, atSeconds: 5.5 }], [0, 3, 6, 6, 9, 12, 15]), ['instance.crashed']);
    expect(lines).toHaveLength(1);
  });
});

describe('a share of errors in a function', () => {
  it('strikes whatever version runs', () => {
    const errors: Injected = { fault: 'error-share', strength: 1, ...from2to20 };
    for (const aliasVersion of [0, 1, 2]) {
      const scenario = called({ versions: [{ version: 1 }], aliasVersion }, [errors], [3, 21]);
      expect(told(scenario, ['job.finished', 'job.failed'])).toEqual([
        'job.failed upload 0 instance 0 because work-failed',
        'job.finished upload 1 instance 0',
      ]);
    }
  });
});

describe('a slow-down of a function', () => {
  it('is paid for, by the millisecond, and may come to the time-out', () => {
    const slow = (strength: number): Injected => ({ fault: 'slow-down', strength, ...from2to20 });
    const billed = (strength: number, timeoutSeconds = 60) =>
      functionIn(play(called({ timeoutSeconds }, [slow(strength)], [3])), 'work');
    const code = (strength: number) => billed(strength).billedSeconds - billed(strength).billedStartSeconds;
    expect(code(1)).toBeCloseTo(2, 2);
    expect(code(10)).toBeCloseTo(20, 2);
    expect(billed(10, 5).errorsByReason).toEqual({ 'function-timed-out': 1 });
  });
});

describe('a bad deployment of a function', () => {
  const bad = (strength: number): Injected => ({ fault: 'bad-deployment', strength, ...from2to20 });

  it('takes the place of every environment; each start fails and is paid for, until it is rolled back', () => {
    const scenario = called({ runtime: 'java' }, [bad(1)], [0, 10, 16, 30]);
    expect(told(scenario)).toEqual([
      'instance.launched instance 0',
      'job.began upload 0 instance 0 cold',
      // It was at work when the new version came, and goes when it is done.
      'job.finished upload 0 instance 0',
      'instance.gone instance 0',
      'instance.launched instance 1',
      'job.began upload 1 instance 1 cold',
      'job.failed upload 1 instance 1 because work-failed',
      'job.began upload 2 instance 1 cold',
      'job.failed upload 2 instance 1 because work-failed',
      'instance.gone instance 1',
      'instance.launched instance 2',
      'job.began upload 3 instance 2 cold',
      'job.finished upload 3 instance 2',
      'instance.gone instance 2',
    ]);
    const { invocations, billedSeconds, billedStartSeconds } = functionIn(play(scenario), 'work');
    expect(invocations).toBe(4);
    // Two runs of two seconds, and otherwise starts.
    expect(billedSeconds - billedStartSeconds).toBeCloseTo(4, 1);
    expect(billedStartSeconds).toBeGreaterThan(4);
  });

  it('of which a share of the starts fails leaves the others to work', () => {
    const times = Array.from({ length: 100 }, (_, place) => 3 + place * 0.01);
    const { errorsByReason } = functionIn(play(called({}, [bad(0.3)], times)), 'work');
    // 30 of 100 different environments; four standard deviations are 18.
    expect(Math.abs((errorsByReason['work-failed'] ?? 0) - 30)).toBeLessThan(18);
  });

  it('is on what is kept ready as well: its first run pays for the start that failed', () => {
    const ready = { provisionedConcurrency: 1, aliasVersion: 1, versions: [{ version: 1 }] } as const;
    const lines = told(called(ready, [bad(1)], [5, 22]), ['job.began', 'job.failed', 'job.finished']);
    expect(lines).toEqual([
      'job.began upload 0 instance 1 cold',
      'job.failed upload 0 instance 1 because work-failed',
      'job.began upload 1 instance 2',
      'job.finished upload 1 instance 2',
    ]);
  });
});

describe('the loss of one environment', () => {
  const loss = (atSeconds: number): Injected => ({
    fault: 'instance-loss',
    target: 'work',
    atSeconds,
    untilSeconds: 20,
  });

  it('is that of one at work, and the others go on', () => {
    expect(told(called({}, [loss(4)], [3, 3]), ['job.failed', 'job.finished'])).toEqual([
      'job.failed upload 0 instance 0 because connection-reset',
      'job.finished upload 1 instance 1',
    ]);
  });

  it('is that of a warm one where none is at work, and means nothing where there is none', () => {
    expect(told(called({}, [loss(8)], [3, 9]), ['job.began', 'instance.gone']).slice(0, 3)).toEqual([
      'job.began upload 0 instance 0 cold',
      'instance.gone instance 0',
      'job.began upload 1 instance 1 cold',
    ]);
    expect(told(called({}, [loss(2)], [3]), ['instance.crashed'])).toEqual([]);
  });
});

describe('a limit of concurrency', () => {
  const limit = (strength: number): Injected => ({ fault: 'concurrency-limit', strength, ...from2to20 });
  const outcomes = (params: FunctionParams, strength: number) =>
    told(called(params, [limit(strength)], [3, 3, 3, 21, 21, 21]), ['job.finished', 'invocation.throttled'])
      .map((line) => line.replace(/ instance \d+/, ''))
      .toSorted();

  it('turns away what would need one environment more, until it is over', () => {
    expect(outcomes({}, 2)).toEqual([
      'invocation.throttled upload 2 with 2 at work because concurrency-limit',
      'job.finished upload 0',
      'job.finished upload 1',
      'job.finished upload 3',
      'job.finished upload 4',
      'job.finished upload 5',
    ]);
  });

  it('gives no more than was reserved before, and takes of what is kept ready', () => {
    const throttled = (params: FunctionParams, strength: number) =>
      outcomes(params, strength).filter((line) => line.includes('throttled')).length;
    expect(throttled({ reservedConcurrency: 1 }, 2)).toBe(4);
    const ready = { provisionedConcurrency: 3, aliasVersion: 1, versions: [{ version: 1 }] } as const;
    expect(throttled(ready, 1)).toBe(2);
    expect(throttled(ready, 3)).toBe(0);
  });

  it('of nothing stops the function, and events are given up at once', () => {
    const scenario = handed({}, [limit(0)], [3]);
    expect(told(scenario, ['invocation.dropped'])).toEqual([
      'invocation.dropped upload 0 after 0 failures aged 0.000 because concurrency-limit',
    ]);
  });

  it('leaves more of the account to the others', () => {
    const nodes = [
      people({ times: [3, 3] }),
      group('front', {
        slotsPerInstance: 50,
        steps: [
          {
            step: 'upload',
            work: [],
            after: [
              { to: 'work', operation: 'upload' },
              { to: 'other', operation: 'upload' },
            ],
          },
        ],
      }),
      serverless('work', { accountConcurrency: 2 }),
      serverless('other', { accountConcurrency: 2, steps: [{ step: 'manage', work: [lasting(2)] }] }),
    ];
    const scenario = aScenario(nodes, ['people front', 'front work', 'front other']);
    const { with: limited, without } = withAndWithout(scenario, limit(1));
    expect(functionIn(limited, 'work').throttles).toBe(1);
    expect(functionIn(without, 'work').throttles).toBe(0);
  });
});

describe('a storm of cold starts', () => {
  const storm: Injected = { fault: 'cold-starts', strength: 4, ...from2to20, atSeconds: 7 };

  it('ends what is warm, keeps nothing warm while it lasts, and then environments are kept again', () => {
    expect(told(called({}, [storm], [0, 4, 8, 11, 21, 24]), ['job.began', 'instance.gone']).slice(0, 9)).toEqual([
      'job.began upload 0 instance 0 cold',
      'job.began upload 1 instance 0',
      'instance.gone instance 0',
      'job.began upload 2 instance 1 cold',
      'instance.gone instance 1',
      'job.began upload 3 instance 2 cold',
      'instance.gone instance 2',
      'job.began upload 4 instance 3 cold',
      'job.began upload 5 instance 3',
    ]);
  });

  it('makes each start so many times as long, with what is fetched for it', () => {
    const params = { packageMegabytes: 100, initSeconds: { kind: 'constant', value: 1 } } as const;
    const { with: stormy, without } = withAndWithout(called(params, [], [8]), storm);
    const started = (future: Future) => functionIn(future, 'work').start.maximumSeconds as number;
    expect(started(stormy) / started(without)).toBeCloseTo(4, 1);
    const running = (future: Future) =>
      Number.parseFloat(future.facts({ at: 'work', only: ['instance.running'] })[0] as string);
    // 100 MB at 200 MB/s are half a second.
    expect(running(stormy) - running(without)).toBeCloseTo(1.5, 3);
  });

  it('spares those who pay to have environments kept ready, once these have started again', () => {
    const ready = { provisionedConcurrency: 1, aliasVersion: 1, versions: [{ version: 1 }] } as const;
    expect(told(called(ready, [storm], [8, 11, 14]), ['job.began'])).toEqual([
      'job.began upload 0 instance 1',
      'job.began upload 1 instance 1',
      'job.began upload 2 instance 1',
    ]);
  });
});

/** People whose uploads are handed to `work` as events; what is given up lies in `dead`, or is told there. */
function handed(params: FunctionParams, injected: readonly Injected[], times: number[]) {
  const nodes = [
    people({ times }),
    group('front', {
      slotsPerInstance: 50,
      steps: [{ step: 'upload', work: [], after: [{ to: 'work', operation: 'deliver', event: 'upload-complete' }] }],
    }),
    serverless('work', params),
    component('dead', 'queue'),
    component('names', 'table'),
  ];
  return struck(aScenario(nodes, ['people front', 'front work', 'work dead', 'work names']), ...injected);
}

describe('events that are delivered twice', () => {
  it('are run twice, and no more than once when it is over', () => {
    const twice: Injected = { fault: 'duplicate-delivery', strength: 1, ...from2to20 };
    const lines = told(handed({}, [twice], [3, 21]), ['job.finished', 'duplicate.done']);
    expect(lines.map((line) => line.replace(/ instance \d+/, ''))).toEqual([
      'job.finished upload 0',
      'duplicate.done upload 0',
      'job.finished upload 0',
      'job.finished upload 1',
    ]);
  });
});

describe('a role that is missing', () => {
  const missing: Injected = { fault: 'role-missing', ...from2to20 };
  const steps: FunctionParams['steps'] = [
    { step: 'process', work: [lasting(0.1)], after: [{ to: 'names', operation: 'write' }] },
  ];

  it('lets no call be made, not even that which would keep a dead letter', () => {
    const params: FunctionParams = { steps, maximumRetries: 0, destinations: { deadLetter: 'dead' } };
    const { with: struckRun, without } = withAndWithout(handed(params, [], [3, 21]), missing);
    expect(struckRun.facts({ only: ['job.failed', 'upload.lost', 'upload.watchable'] }).map(withoutTime)).toEqual([
      'work job.failed upload 0 instance 0 job 0 because execution-role-missing',
      'work upload.lost upload 0 because retries-exhausted',
      'work upload.watchable upload 1',
    ]);
    expect(without.report.uploads.watchable).toBe(2);
  });

  /** Fed from a queue or a stream, which gets something at these times. */
  function fed(mapping: EventSourceMapping, injected: readonly Injected[], times: number[]) {
    const operation = mapping.from === 'queue' ? 'send' : 'append';
    const nodes = [
      people({ times }),
      group('front', {
        slotsPerInstance: 50,
        steps: [{ step: 'upload', work: [], after: [{ to: mapping.from, operation }] }],
      }),
      component('queue', 'queue', { visibilityTimeoutSeconds: 5, receiveWaitSeconds: 0 }),
      component('stream', 'stream', { shards: 1 }),
      serverless('work', { mappings: [mapping], steps: [{ step: 'process', work: [lasting(1)] }] }),
    ];
    const links = ['people front', 'front queue', 'front stream', 'work queue', 'work stream'];
    return struck(aScenario(nodes, links), ...injected);
  }
  const mappings: EventSourceMapping[] = [{ from: 'queue', batchSize: 1, pollers: 1 }, { from: 'stream' }];

  it.each(mappings)('stops what reads the $from, and it goes on where it was', (mapping) => {
    // What lies there when the role comes back is read within a second or two.
    const { with: struckRun, without } = withAndWithout(fed(mapping, [], [0, 12, 13]), { ...missing, atSeconds: 5 });
    const watchable = (future: Future) => future.facts({ only: ['upload.watchable'] }).map(Number.parseFloat);
    expect(watchable(without).every((at) => at < 18)).toBe(true);
    expect(watchable(struckRun)).toHaveLength(3);
    expect(watchable(struckRun)[0]).toBeLessThan(5);
    expect(
      watchable(struckRun)
        .slice(1)
        .every((at) => at > 20 && at < 24),
    ).toBe(true);
  });

  it('lets nothing be deleted, so that what was at work is done again', () => {
    const mapping: EventSourceMapping = { from: 'queue', batchSize: 1, pollers: 1 };
    const { with: struckRun, without } = withAndWithout(fed(mapping, [], [0]), {
      ...missing,
      atSeconds: 1,
      untilSeconds: 10,
    });
    const done = (future: Future) => future.facts({ only: ['job.finished'], at: 'work' }).length;
    expect([done(struckRun), done(without)]).toEqual([2, 1]);
    expect(struckRun.facts({ only: ['message.deleted'] })).toHaveLength(1);
  });

  it('is nothing to those who only invoke the function: that takes another permission', () => {
    const policy: Injected = { ...missing, fault: 'policy-missing' };
    for (const mapping of mappings) {
      const { with: struckRun, without } = withAndWithout(fed(mapping, [], [0, 3, 6]), policy);
      expect(struckRun.facts({ only: ['upload.watchable'] })).toEqual(without.facts({ only: ['upload.watchable'] }));
    }
  });
});

describe('a resource policy that is missing', () => {
  it('turns away whoever invokes the function, until it is there again', () => {
    const missing: Injected = { fault: 'policy-missing', ...from2to20 };
    const lines = told(called({}, [missing], [3, 21]), ['request.refused', 'job.finished']);
    expect(lines).toEqual([
      'request.refused upload 0 because resource-policy-missing',
      'job.finished upload 1 instance 0',
    ]);
  });
});

function withoutTime(line: string): string {
  return line.slice(line.indexOf(' ') + 1);
}
