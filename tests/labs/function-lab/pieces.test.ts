/** Pieces of long work: every run at them, what was billed, and the three ways with the same videos. */
import { describe, expect, it } from 'vitest';
import { listPrices, priceOf } from '../../../src/cost/prices.ts';
import { seconds, toSeconds } from '../../../src/engine/time.ts';
import { TraceRecorder } from '../../../src/engine/trace.ts';
import {
  billOf,
  isInVain,
  neededSeconds,
  type Piece,
  piecesUntil,
} from '../../../src/labs/function-lab/timeouts/pieces.ts';
import {
  limitOf,
  minutesOf,
  resultOf,
  scenariosOf,
  ways,
  withLimit,
  withMinutes,
} from '../../../src/labs/function-lab/timeouts/ways.ts';
import { reasonOf } from '../../../src/models/reasons.ts';
import { createSimulation, nodesOf, planOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';

function piecesOf(scenario: StageScenario): (atSeconds: number) => Piece[] {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  const plan = planOf(scenario);
  return (atSeconds) => piecesUntil(recorder.columns, plan, seconds(atSeconds));
}

const long = newScenario('function-timeouts');
const at = piecesOf(long);
const prices = {
  gbSecondUsd: priceOf(listPrices, 'lambda.gb-s.x86').unitPriceUsd,
  requestUsd: priceOf(listPrices, 'lambda.requests').unitPriceUsd,
};

describe('a piece of work that does not fit into a run', () => {
  it('is not there before it is sent, then waits, then runs', () => {
    expect(at(9)).toEqual([]);
    const [piece] = at(10);
    expect(piece).toMatchObject({ upload: 0, lengthSeconds: 1200, state: 'open', attempts: [] });
    expect(at(500)[0]?.attempts).toMatchObject([{ component: 'handler', ended: null, billedSeconds: null }]);
  });

  it('is cut off at the limit, billed for it, and waits to be tried again', () => {
    const [piece] = at(920);
    const [attempt] = piece?.attempts ?? [];
    expect(attempt && toSeconds((attempt.ended ?? 0) - attempt.began)).toBe(900);
    expect(reasonOf(attempt?.reason ?? 0)).toBe('function-timed-out');
    expect(attempt?.billedSeconds).toBeGreaterThan(900);
    expect(attempt?.billedSeconds).toBeLessThan(902);
    expect(toSeconds(piece?.nextAt ?? 0)).toBeCloseTo(971, 0);
  });

  it('is tried three times in vain, and lost', () => {
    const [piece] = at(6300);
    expect(piece).toMatchObject({ state: 'lost', nextAt: -1 });
    expect(piece?.attempts.map(isInVain)).toEqual([true, true, true]);
  });

  it('costs what the bill of the run says it was wasted', () => {
    const bills = at(6300).flatMap(({ attempts }) => attempts.map((each) => billOf(each, 3538, prices) ?? 0));
    const { split } = createReport(long).bill;
    expect(bills.reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(split.wastedUsd, 10);
  });
});

describe('the length of a run that was let', () => {
  it('is what runs take that are, but for their calls; twice as long with half the memory', () => {
    const needed = (memoryMegabytes: number) => {
      const short = withMinutes({ ...long, parameters: { handler: { memoryMegabytes } } }, 6);
      const params = nodesOf(short).find(({ id }) => id === 'handler')?.params ?? {};
      const [attempt] = piecesOf(short)(6300)[0]?.attempts ?? [];
      return [neededSeconds(params, 360), toSeconds((attempt?.ended ?? 0) - (attempt?.began ?? 0))] as const;
    };
    for (const memory of [3538, 1769]) {
      const [expected, measured] = needed(memory);
      expect(expected).toBeCloseTo(360 * (3538 / memory), 6);
      expect(measured - expected).toBeGreaterThan(0);
      expect(measured - expected).toBeLessThan(1);
    }
  });
});

describe('work that fits', () => {
  it('is done in one run, none of it in vain', () => {
    const pieces = piecesOf(withMinutes(long, 12))(6300);
    expect(pieces.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(pieces.flatMap(({ attempts }) => attempts).filter(isInVain)).toEqual([]);
  });

  it('in parts is as many runs as parts, at the same time', () => {
    const [piece] = piecesOf(newScenario('function-timeouts-split'))(6300);
    expect(piece?.attempts.map(({ component }) => component).toSorted()).toEqual([
      'process-1080p',
      'process-480p',
      'process-720p',
    ]);
    expect(piece?.state).toBe('done');
  });

  it('on machines has no bill of its own', () => {
    const [piece] = piecesOf(newScenario('function-timeouts-instances'))(6300);
    const [attempt] = piece?.attempts ?? [];
    expect(attempt && toSeconds((attempt.ended ?? 0) - attempt.began)).toBeGreaterThan(1200);
    expect(attempt && billOf(attempt, 3538, prices)).toBeNull();
  });
});

describe('the three ways', () => {
  it('are run with the same videos and the same time-out', () => {
    const scenarios = scenariosOf(withLimit(withMinutes(long, 33), 600));
    expect(scenarios.map(({ stage }) => stage)).toEqual(ways);
    expect(scenarios.map(minutesOf)).toEqual([33, 33, 33]);
    expect(scenarios.map(limitOf)).toEqual([600, 600, 900]);
    for (const scenario of scenarios) expect(parseScenario(scenario).ok).toBe(true);
  });

  it('come to different ends', () => {
    const results = scenariosOf(long).map((scenario) => resultOf(createReport(scenario)));
    expect(results.map(({ sent, finished, lost }) => [sent, finished, lost])).toEqual([
      [3, 0, 3],
      [3, 3, 0],
      [3, 3, 0],
    ]);
    const [whole, split, machines] = results;
    expect(whole?.longestRunSeconds).toBeCloseTo(900, 0);
    expect(whole?.slowestSeconds).toBeNull();
    expect(split?.wastedUsd).toBe(0);
    expect(machines?.longestRunSeconds).toBeNull();
    expect(machines?.slowestSeconds).toBeGreaterThan(1200);
  });

  it('forget a time-out that was turned on the way, once it is set from the start', () => {
    const turned: StageScenario = {
      ...long,
      interventions: [
        { kind: 'set', target: 'handler', parameter: 'timeoutSeconds', value: 60, atSeconds: 5 },
        { kind: 'set', target: 'handler', parameter: 'maximumRetries', value: 0, atSeconds: 5 },
      ],
    };
    const made = withLimit(turned, 300);
    expect(limitOf(made)).toBe(300);
    expect(made.interventions).toMatchObject([{ parameter: 'maximumRetries' }]);
  });
});
