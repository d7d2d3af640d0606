/** The list from which a trace is chosen, and the times on its axis. */
import { expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { TraceRecorder } from '../../../src/engine/trace.ts';
import { requestsAt, ticksOf } from '../../../src/labs/function-lab/traces/request-list.ts';
import { FunctionRuns } from '../../../src/playback/function-runs.ts';
import { createSimulation, planOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';

/** People come at 5 s and at 15 s; the second function fails always, and is tried again after 2 s and 4 s. */
function known(until: number) {
  const scenario = newScenario('function-traces', {
    durationSeconds: 60,
    parameters: { callers: { arrivals: 'times', times: [5, 15] }, worker: { errorShare: 1 } },
  });
  const { nodes, links } = planOf(scenario);
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(60));
  const runs = new FunctionRuns(nodes, links);
  runs.read(recorder.columns);
  return requestsAt(runs, nodes, seconds(until));
}

it('lists requests as they come, with their runs, failures and starts so far', () => {
  expect(known(4)).toEqual([]);
  expect(known(5.5)).toEqual([{ upload: 0, at: seconds(5), runs: 0, failed: 0, isCold: true, isOpen: true }]);
  expect(known(60)).toEqual([
    { upload: 0, at: seconds(5), runs: 4, failed: 3, isCold: true, isOpen: false },
    { upload: 1, at: seconds(15), runs: 4, failed: 3, isCold: expect.any(Boolean), isOpen: false },
  ]);
});

it('says of a request that waits to be tried again that it is under way', () => {
  const [first] = known(9);
  expect(first).toMatchObject({ runs: 2, failed: 1, isOpen: true });
});

it.each([
  [9.5, 5, [0, 2, 4, 6, 8]],
  [1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.269, 5, [0, 0.1, 0.2]],
  [60, 5, [0, 20, 40, 60]],
  [0, 5, [0]],
])('marks %s s with round times', (length, most, expected) => {
  const ticks = ticksOf(length, most);
  expect(ticks.length).toBe(expected.length);
  for (const [n, tick] of ticks.entries()) expect(tick).toBeCloseTo(expected[n] as number, 9);
});
