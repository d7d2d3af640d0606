/** Functions and private networks: who reaches whom from where, and what becomes of a call that finds no way. */
import { describe, expect, it } from 'vitest';
import type { StepProgram } from '../../src/models/parameters.ts';
import { createReport } from '../../src/scenario/report.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, group, lasting, people } from '../support/small-scenario.ts';

/** A function that works for a second and then calls servers, which are in the private network only. */
function calling(params: FunctionParams) {
  const steps: StepProgram[] = [
    { step: 'process', work: [lasting(1)], after: [{ to: 'servers', operation: 'upload' }] },
  ];
  const nodes = [
    people({ times: [1] }),
    serverless('f', { steps, privateNeighbours: ['servers'], ...params }),
    group('servers', { steps: [{ step: 'manage', work: [lasting(1)] }] }),
  ];
  return aScenario(nodes, ['people f', 'f servers']);
}

const ends: Wanted = { only: ['job.failed', 'invocation.finished', 'upload.accepted', 'upload.refused'], at: 'f' };

describe('what has an address in the private network only', () => {
  it('is not found from outside: the call waits until the function times out', () => {
    expect(factsOf(calling({ timeoutSeconds: 5 }), ends)).toEqual([
      '6.200 f job.failed upload 0 instance 0 job 0 because no-way-in',
      '6.200 f invocation.finished upload 0 instance 0 billed 5.100 of which 0.100 to start because function-timed-out',
    ]);
  });

  it('or until the call itself has waited long enough', () => {
    expect(factsOf(calling({ timeoutSeconds: 5, callTimeoutSeconds: 2 }), ends)).toEqual([
      '4.200 f job.failed upload 0 instance 0 job 0 because no-way-in',
      '4.200 f invocation.finished upload 0 instance 0 billed 3.100 of which 0.100 to start because no-way-in',
    ]);
  });

  it.each(['with-way-out', 'without-way-out'] as const)('is found from inside, %s', (vpc) => {
    expect(factsOf(calling({ vpc }), ends)).toEqual([
      '3.400 f invocation.finished upload 0 instance 0 billed 2.300 of which 0.100 to start',
    ]);
  });

  it('is everybody, or nobody, only among those that a link leads to', () => {
    const scenario = calling({ privateNeighbours: ['people'] });
    expect(parseScenario(scenario)).toMatchObject({ ok: false });
    expect(parseScenario(calling({}))).toMatchObject({ ok: true });
  });
});

describe('the report of a function', () => {
  it('says how long invocations waited for new environments, the network interface included', () => {
    const waits = (params: FunctionParams) =>
      createReport(calling({ vpc: 'with-way-out', ...params })).components.flatMap((each) =>
        each.kind === 'function' ? [each.untilReady, each.start] : [],
      );
    const [now, billedNow] = waits({});
    expect([now?.count, now?.maximumSeconds]).toEqual([1, billedNow?.maximumSeconds]);
    const [then, billedThen] = waits({ vpcInterfaces: 'per-environment' });
    expect(billedThen?.maximumSeconds).toBe(billedNow?.maximumSeconds);
    expect(then?.maximumSeconds).toBeGreaterThan(5 + (billedThen?.maximumSeconds ?? 0));
    expect(then?.maximumSeconds).toBeLessThan(10 + (billedThen?.maximumSeconds ?? 0));
  });
});
