/** The grid and the list of calls are read off the facts, forwards and backwards alike. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import {
  countedTogether,
  EnvironmentLog,
  gridAt,
  phaseOf,
} from '../../../src/labs/function-lab/environments/environment-log.ts';
import { countedFrom, lastChangeBefore, measured } from '../../../src/labs/function-lab/environments/measured.ts';
import { type Estimate, holds } from '../../../src/labs/function-lab/intervals.ts';
import { coldSharesWithStarts } from '../../../src/labs/function-lab/theory.ts';
import type { Reel } from '../../../src/playback/reel.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const recordedReel = (scenario: StageScenario): Reel => reelOf(recordRun(scenario).chunks);

const HANDLER = 1;
const DURATION_SECONDS = 300;

function read(scenario: StageScenario, tSeconds: number): EnvironmentLog {
  const log = new EnvironmentLog(HANDLER);
  log.readUntil(recordedReel(scenario), seconds(tSeconds));
  return log;
}

const usual = newScenario('function-environments', { durationSeconds: DURATION_SECONDS });
const twoCalls = newScenario('function-environments', {
  durationSeconds: 100,
  parameters: { callers: { arrivals: 'times', times: [1, 10] } },
});

describe('the lives of environments', () => {
  it('go from download to init to the call, wait for the idle lifetime, and are gone', () => {
    const phases = [1.03, 1.2, 1.9].map((t) => phaseOf(read(twoCalls, t).places[0] as never));
    expect(phases).toEqual(['download', 'init', 'busy']);
    const { calls } = read(twoCalls, 100);
    const end = (calls[1]?.ended ?? 0) / 1e6;
    expect(phaseOf(read(twoCalls, end + 19).places[0] as never)).toBe('idle');
    expect(phaseOf(read(twoCalls, end + 21).places[0] as never)).toBe('gone');
  });

  it('tell of each call which environment it met, cold or warm, and what it found there', () => {
    const { calls, environments } = read(twoCalls, 100);
    expect(calls.map(({ number, environment, isCold, counter }) => [number, environment, isCold, counter])).toEqual([
      [1, 0, 1, 1],
      [2, 0, 0, 2],
    ]);
    // Download, runtime and own code: half a second at least.
    expect(calls[0]?.waited).toBeGreaterThan(seconds(0.4));
    expect(calls[1]?.waited).toBe(0);
    expect(environments[0]?.calls).toEqual([1, 2]);
  });

  it('count as the report of the run counts', () => {
    const log = read(usual, DURATION_SECONDS);
    const handler = createReport(usual).components[HANDLER];
    if (handler?.kind !== 'function') throw new Error('no function');
    expect(log.calls.filter(({ isCold }) => isCold === 1)).toHaveLength(handler.coldStarts);
    expect(log.calls.filter(({ ended }) => ended >= 0)).toHaveLength(handler.invocations);
    expect(log.environments.filter(({ goneAt }) => goneAt < 0)).toHaveLength(handler.environments.atEnd);
  });

  it('are the same whether time went there at once, step by step, or back', () => {
    const reel = recordedReel(usual);
    const stepwise = new EnvironmentLog(HANDLER);
    for (let t = 0; t <= 200; t += 7) stepwise.readUntil(reel, seconds(t));
    stepwise.readUntil(reel, seconds(290));
    stepwise.readUntil(reel, seconds(120));
    const atOnce = read(usual, 120);
    expect(stepwise.places).toEqual(atOnce.places);
    expect(stepwise.calls).toEqual(atOnce.calls);
  });

  it('leave a trace in the grid for a while, and then nothing', () => {
    const log = read(twoCalls, 100);
    const gone = log.places[0]?.goneAt ?? -1;
    expect(gridAt(log.places, gone + seconds(5), seconds(20))).toHaveLength(1);
    expect(gridAt(log.places, gone + seconds(25), seconds(20))).toEqual([]);
  });

  it('take their counters with them', () => {
    expect(countedTogether(read(twoCalls, 15))).toEqual({ there: 2, all: 2 });
    expect(countedTogether(read(twoCalls, 100))).toEqual({ there: 0, all: 2 });
  });

  it('begin to count anew where the program went down, and keep what lies in /tmp', () => {
    const crashed = newScenario('function-environments', {
      durationSeconds: 60,
      parameters: {
        callers: { arrivals: 'times', times: [1, 10, 20] },
        handler: { idleSeconds: { kind: 'constant', value: 60 } },
      },
      interventions: [{ kind: 'fault', fault: 'crash', target: 'handler', atSeconds: 9.5, untilSeconds: 15 }],
    });
    const environment = read(crashed, 50).environments[0];
    expect(environment?.calls).toEqual([1, 2, 3]);
    expect(environment?.counter).toBe(1);
  });
});

describe('what is measured', () => {
  it('is what the calls say: share and mean, and nothing else', () => {
    const log = read(usual, DURATION_SECONDS);
    const [from, to] = [seconds(30), seconds(DURATION_SECONDS)];
    const found = measured(log.calls, from, to);
    const counted = log.calls.filter(({ began }) => began >= from);
    expect(found?.calls).toBe(counted.length);
    expect(found?.cold).toBe(counted.filter(({ isCold }) => isCold === 1).length);
    expect(found?.coldShare?.value).toBeCloseTo((found?.cold ?? 0) / counted.length, 12);
    const area = log.calls.reduce(
      (sum, { began, ended }) => sum + Math.max(0, Math.min(ended < 0 ? to : ended, to) - Math.max(began, from)),
      0,
    );
    expect(found?.atWork?.value).toBeCloseTo(area / (to - from), 9);
  });

  it('has intervals that hold what theory says in about as many runs as they should', () => {
    const seeds = Array.from({ length: 20 }, (_, n) => n + 1);
    const held = seeds.map((seed) => {
      const run = newScenario('function-environments', { seed, durationSeconds: 600 });
      const found = measured(read(run, 600).calls, seconds(30), seconds(600));
      const share = coldSharesWithStarts(2, 2, 0.575, [20])[0] as number;
      return [holds(found?.atWork as Estimate, 4), holds(found?.coldShare as Estimate, share)];
    });
    // 95 % of 20 is 19; fewer than 16 would be the luck of 1 in 400.
    expect(held.filter(([mean]) => mean).length).toBeGreaterThanOrEqual(16);
    expect(held.filter(([, share]) => share).length).toBeGreaterThanOrEqual(16);
  });

  it('is nothing before a minute has been counted', () => {
    expect(measured([], seconds(30), seconds(80))).toBeNull();
  });

  it('is counted from the last change on, once that is forgotten', () => {
    const turned = newScenario('function-environments', {
      interventions: [
        { kind: 'set', target: 'callers', parameter: 'ratePerSecond', value: 1, atSeconds: 100 },
        { kind: 'fault', fault: 'cold-starts', target: 'handler', atSeconds: 150, untilSeconds: 200 },
      ],
    });
    expect([50, 120, 160, 250].map((t) => lastChangeBefore(turned, t))).toEqual([0, 100, 150, 200]);
    expect(countedFrom(100, 20, 2)).toBe(130);
  });
});
