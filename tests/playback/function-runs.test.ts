/** Runs, logs and traces of small runs whose facts are known, read off those facts and nothing else. */
import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { reasonOf } from '../../src/models/reasons.ts';
import type { WorldNode } from '../../src/models/world.ts';
import { bytesOf, isWanted, type LogLine, logOf, secondOf } from '../../src/playback/function-log.ts';
import { FunctionRuns, isCold, NOT_YET, waitInVain } from '../../src/playback/function-runs.ts';
import { requestIdOf, streamIdOf, traceIdOf } from '../../src/playback/request-ids.ts';
import { type TraceRow, waterfallOf } from '../../src/playback/waterfall.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { type StageId, stageIds, stages } from '../../src/stages/catalogue.ts';
import type { Stage } from '../../src/stages/stage.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, lasting, people } from '../support/small-scenario.ts';

function read(scenario: Scenario) {
  const { nodes, links, seed } = planOf(scenario);
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  const runs = new FunctionRuns(nodes, links);
  runs.read(recorder.columns);
  return { runs, nodes, links, seed, facts: recorder.columns };
}

/** People who upload at these times, and wait for a function. */
function called(times: number[], params: FunctionParams = {}, interventions: Intervention[] = []) {
  return aScenario([people({ times }), serverless('f', params)], ['people f'], { interventions });
}

/** A function that is handed what comes: its retries come after 2 s and 4 s. */
function handed(times: number[], params: FunctionParams = {}) {
  const subscriptions = [{ to: 'f' }];
  const nodes = [
    people({ times }),
    serverless('first', {
      steps: [{ step: 'upload', work: [lasting(1)], after: [{ to: 'topic', operation: 'publish' }] }],
    }),
    component('topic', 'topic', { subscriptions, deliveryDelay: { kind: 'constant', value: 0.5 } }),
    serverless('f', { retryWaitSeconds: 2, ...params }),
  ];
  return aScenario(nodes, ['people first', 'first topic', 'topic f']);
}

const shown = ({ nodes }: { nodes: readonly WorldNode[] }, lines: readonly LogLine[]) =>
  lines.map(
    ({ at, component: place, level, text }) =>
      `${toSeconds(at).toFixed(3)} ${nodes[place]?.id} ${level}: ${text.replaceAll('\t', ' ').replace(/[0-9a-f]{8}-\S+/g, '#')}`,
  );

const idsIn = (lines: readonly LogLine[]) => new Set(lines.map(({ requestId }) => requestId));

describe('the log', () => {
  it('has the lines of a cold run and of a warm one', () => {
    const run = read(called([1, 5]));
    expect(shown(run, logOf(run.runs, run.nodes, run.seed))).toEqual([
      '1.100 f service: INIT_START Runtime: custom',
      '1.200 f service: START RequestId: # Version: $LATEST',
      '3.200 f info: [INFO] 2030-01-07T08:00:03.199Z # process: done in 2000 ms',
      '3.200 f service: END RequestId: #',
      '3.200 f service: REPORT RequestId: # Duration: 2000.00 ms Billed Duration: 2100 ms Memory Size: 3538 MB Init Duration: 99.70 ms',
      '5.100 f service: START RequestId: # Version: $LATEST',
      '7.100 f info: [INFO] 2030-01-07T08:00:07.100Z # process: done in 2000 ms',
      '7.100 f service: END RequestId: #',
      '7.100 f service: REPORT RequestId: # Duration: 2000.00 ms Billed Duration: 2000 ms Memory Size: 3538 MB',
    ]);
  });

  it('says the memory that a run had: as it was set then, or as its version was published with', () => {
    const larger: Intervention = { kind: 'set', target: 'f', parameter: 'memoryMegabytes', value: 7076, atSeconds: 5 };
    const memories = (scenario: Scenario) => {
      const run = read(scenario);
      const reports = logOf(run.runs, run.nodes, run.seed).filter(({ text }) => text.startsWith('REPORT'));
      return reports.map(({ text }) => /Memory Size: \d+ MB/.exec(text)?.[0]);
    };
    expect(memories(called([1, 10], {}, [larger]))).toEqual(['Memory Size: 3538 MB', 'Memory Size: 7076 MB']);
    const versions = [{ version: 1, memoryMegabytes: 1769 }];
    expect(memories(called([1, 10], { versions, aliasVersion: 1 }, [larger]))).toEqual([
      'Memory Size: 1769 MB',
      'Memory Size: 1769 MB',
    ]);
  });

  it('tells of an error and its tries under one number, and of another request under another', () => {
    const run = read(handed([1], { errorShare: 1, maximumRetries: 1 }));
    const lines = logOf(run.runs, run.nodes, run.seed);
    const own = lines.filter(({ component: place }) => run.nodes[place]?.id === 'f');
    expect(shown(run, own).filter((line) => !line.includes('INIT'))).toEqual([
      '2.956 f service: START RequestId: # Version: $LATEST',
      '4.956 f error: [ERROR] 2030-01-07T08:00:04.956Z # the work failed',
      '4.956 f service: END RequestId: #',
      expect.stringMatching(/^4\.956 f service: REPORT .* Status: error$/),
      '6.956 f service: START RequestId: # Version: $LATEST',
      '8.956 f error: [ERROR] 2030-01-07T08:00:08.956Z # the work failed',
      '8.956 f service: END RequestId: #',
      expect.stringMatching(/^8\.956 f service: REPORT .* Status: error$/),
    ]);
    expect(idsIn(own).size).toBe(1);
    expect(idsIn(lines).size).toBe(2);
  });

  it('says of a time-out what ended the run, and hides the start that comes after it in the next duration', () => {
    const run = read(called([1, 20], { steps: [{ step: 'process', work: [lasting(5)] }], timeoutSeconds: 3 }));
    const lines = shown(run, logOf(run.runs, run.nodes, run.seed));
    expect(lines[2]).toBe('4.200 f error: 2030-01-07T08:00:04.199Z # Task timed out after 3.00 seconds');
    const second = lines.findLast((line) => line.includes('REPORT')) as string;
    expect(second).toMatch(/Duration: 3000\.00 ms Billed Duration: 3000 ms Memory Size: 3538 MB Status: timeout$/);
    expect(second).not.toContain('Init Duration');
  });

  it('notes what was throttled, as no line of the log', () => {
    const run = read(called([1, 1], { reservedConcurrency: 1 }));
    const lines = logOf(run.runs, run.nodes, run.seed);
    const notes = lines.filter(({ level }) => level === 'note');
    expect(shown(run, notes)).toEqual(['1.100 f note: # concurrency-limit']);
    expect(bytesOf(notes)).toBe(0);
    expect(bytesOf(lines)).toBe(
      lines.filter((line) => line.level !== 'note').reduce((n, { text }) => n + text.length, 0),
    );
  });

  it('is empty where the role does not allow to write, though the function runs as often', () => {
    const [with_, without] = [read(called([1, 5])), read(called([1, 5], { mayLog: 'no' }))];
    expect(logOf(without.runs, without.nodes, 1)).toEqual([]);
    expect(without.runs.runs.map(({ endedAt }) => endedAt)).toEqual(with_.runs.runs.map(({ endedAt }) => endedAt));
  });

  it('ends at the moment that is asked for', () => {
    const run = read(called([1, 5]));
    expect(logOf(run.runs, run.nodes, 1, seconds(3))).toHaveLength(2);
    expect(logOf(run.runs, run.nodes, 1, seconds(0))).toHaveLength(0);
  });

  it('is searched by words, by number, by level and by function', () => {
    const run = read(handed([1, 5], { errorShare: 1, maximumRetries: 0 }));
    const lines = logOf(run.runs, run.nodes, run.seed);
    const any = { text: '', requestId: null, level: null, component: null };
    const wanted = (filter: Partial<Parameters<typeof isWanted>[1]>) =>
      lines.filter((line) => isWanted(line, { ...any, ...filter }));
    expect(wanted({})).toHaveLength(lines.length);
    expect(wanted({ text: 'work FAILED' })).toHaveLength(2);
    expect(wanted({ level: 'error' })).toHaveLength(2);
    expect(wanted({ component: 3 }).length).toBe(9);
    const [first] = wanted({ text: 'work failed' }) as [LogLine];
    const ofFirst = wanted({ requestId: first.requestId });
    expect(ofFirst).toHaveLength(5);
    expect(idsIn(ofFirst)).toEqual(new Set([first.requestId]));
  });

  const functions = stageIds.filter((id) => (stages[id] as Stage).nodes.some(({ kind }) => kind === 'function'));
  it.each(functions)('has as many lines as the report counts: %s', (id: StageId) => {
    const scenario = newScenario(id, { durationSeconds: 60 });
    const { runs, nodes, seed } = read(scenario);
    const lines = logOf(runs, nodes, seed).filter(({ level }) => level !== 'note');
    for (const [place, each] of createReport(scenario).components.entries()) {
      if (each.kind !== 'function') continue;
      expect(lines.filter((line) => line.component === place).length, each.id).toBe(each.logLines);
      expect(runs.runs.filter((run) => run.component === place && run.billed > 0).length).toBe(each.invocations);
    }
  });
});

describe('numbers', () => {
  const id = requestIdOf(1, { component: 1, how: 'event', subject: 7 } as never);

  it('have the form of a UUID, and are the same in every run of a scenario', () => {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(requestIdOf(1, { component: 1, how: 'event', subject: 7 } as never)).toBe(id);
    expect(traceIdOf(1, 3, 9.7)).toMatch(/^1-00000009-[0-9a-f]{24}$/);
    // The second is that of the lines of the log: 2030-01-07T08:00:09Z.
    expect(secondOf(seconds(9.7))).toBe(Date.UTC(2030, 0, 7, 8, 0, 9) / 1000);
    expect(streamIdOf(1, 0, 0)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are different for all that differs', () => {
    const all = new Set<string>();
    for (const seed of [1, 2])
      for (const how of ['caller', 'event', 'batch'] as const)
        for (let component = 0; component < 3; component += 1)
          for (let subject = 0; subject < 500; subject += 1)
            all.add(requestIdOf(seed, { component, how, subject } as never));
    expect(all.size).toBe(9000);
  });
});

describe('the waterfall', () => {
  const rowsOf = (scenario: Scenario, upload = 0, until?: number) => {
    const { runs, nodes } = read(scenario);
    const waterfall = waterfallOf(runs, upload, until === undefined ? undefined : seconds(until));
    return waterfall?.rows.map((row) => said(row, nodes, waterfall.from)) ?? null;
  };
  const said = (
    { depth, kind, from, component: at, attempt, reason, stretches }: TraceRow,
    nodes: readonly WorldNode[],
    start: number,
  ) => {
    const time = (t: number) => toSeconds(t - start).toFixed(1);
    const who = kind === 'run' ? `run of ${nodes[at]?.id}` : `${nodes[from]?.id} to ${nodes[at]?.id}`;
    const parts = stretches.map((each) => `${each.kind} ${time(each.from)}-${each.isOpen ? '' : time(each.to)}`);
    return `${'  '.repeat(depth)}${who} ${attempt > 1 ? `try ${attempt} ` : ''}${parts.join(', ')}${reason === 0 ? '' : ` ${reasonOf(reason)}`}`;
  };

  it('shows the start of a cold run, and none of a warm one', () => {
    expect(rowsOf(called([1, 5]))).toEqual(['people to f request 0.0-2.3', '  run of f init 0.1-0.2, run 0.2-2.2']);
    expect(rowsOf(called([1, 5]), 1)).toEqual(['people to f request 0.0-2.2', '  run of f run 0.1-2.1']);
  });

  it('shows what a run calls below it, and tries one below another', () => {
    expect(rowsOf(handed([1], { errorShare: 1, maximumRetries: 2 }))).toEqual([
      'people to first request 0.0-1.5',
      '  run of first init 0.1-0.2, run 0.2-1.4',
      '    first to topic request 1.2-1.4',
      '      topic to f request 1.8-2.0',
      '        run of f init 1.9-2.0, run 2.0-4.0 work-failed',
      '        run of f try 2 queue 4.0-6.0, run 6.0-8.0 work-failed',
      '        run of f try 3 queue 8.0-12.0, run 12.0-14.0 work-failed',
    ]);
  });

  it('shows at a moment what has happened until then', () => {
    expect(rowsOf(handed([1], { errorShare: 1 }), 0, 6)).toEqual([
      'people to first request 0.0-1.5',
      '  run of first init 0.1-0.2, run 0.2-1.4',
      '    first to topic request 1.2-1.4',
      '      topic to f request 1.8-2.0',
      '        run of f init 1.9-2.0, run 2.0-4.0 work-failed',
      '        run of f try 2 queue 4.0-',
    ]);
    expect(rowsOf(handed([1]), 0, 0.5)).toBeNull();
  });

  it('shows a call that finds no way, from when it is made to the end of the run', () => {
    const steps = [{ step: 'process', work: [lasting(1)], after: [{ to: 'table', operation: 'write' }] }] as const;
    const nodes = [
      people({ times: [1] }),
      serverless('f', { steps, vpc: 'without-way-out', timeoutSeconds: 4 }),
      component('table', 'table'),
    ];
    const scenario = aScenario(nodes, ['people f', 'f table']);
    expect(rowsOf(scenario)?.[1]).toBe('  run of f init 0.1-0.2, run 0.2-1.2, in-vain 1.2-4.2 no-way-out');
    const { runs } = read(scenario);
    const vain = runs.runs.map((run) => waitInVain(run, runs.requests));
    expect(vain.map((each) => each && toSeconds(each.to - each.from))).toEqual([3]);
  });

  it('shows the interface of an environment in what is fetched', () => {
    expect(rowsOf(called([1], { vpc: 'with-way-out', vpcInterfaces: 'per-environment' }))?.[1]).toMatch(
      /run of f fetch 0\.1-7\.8, init 7\.8-7\.9, run 7\.9-9\.9/,
    );
  });

  it('shows how long what was throttled waits', () => {
    const scenario = handed([1, 1], { reservedConcurrency: 1 });
    const { runs } = read(scenario);
    const rows = [0, 1].flatMap((upload) => waterfallOf(runs, upload)?.rows ?? []);
    const second = rows.find(({ kind, throttled }) => kind === 'run' && throttled > 0);
    expect(second?.throttled).toBe(2);
    expect(second?.stretches.map(({ kind }) => kind)).toEqual(['queue', 'run']);
  });

  it('tells each run of a busy bench whose it is: what a run works on is what it was asked for', () => {
    const { runs } = read(newScenario('function-traces', { parameters: { callers: { ratePerSecond: 4 } } }));
    expect(runs.runs.length).toBeGreaterThan(1000);
    for (const run of runs.runs) {
      if (run.beganAt === NOT_YET) continue;
      expect(run.uploads).toEqual([run.upload]);
      expect(run.beganAt).toBeGreaterThanOrEqual(run.due);
      if (!isCold(run)) expect(run.beganAt).toBe(run.due);
    }
    const calls = runs.runs.flatMap(({ calls: own, beganAt, endedAt }) =>
      own.map((place) => ({ ...(runs.requests[place] as (typeof runs.requests)[number]), beganAt, endedAt })),
    );
    expect(calls.filter(({ sentAt, beganAt }) => sentAt < beganAt)).toEqual([]);
  });

  it('reads on as facts come, to the same as at once', () => {
    const { runs, facts, nodes, links } = read(newScenario('function-traces'));
    const later = new FunctionRuns(nodes, links);
    const { length } = facts;
    for (let until = 0; until < length; until += 97) later.read({ ...facts, length: until });
    later.read(facts);
    expect(later.runs).toEqual(runs.runs);
    expect(later.starts).toEqual(runs.starts);
    expect(later.requests).toEqual(runs.requests);
  });
});
