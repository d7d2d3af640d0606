/** What the bench of limits tells of who is throttled, and of Erlang B: against the reports of the same runs, and known values. */
import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../../src/engine/time.ts';
import { EnvironmentLog } from '../../../src/labs/function-lab/environments/environment-log.ts';
import { type Estimate, holds } from '../../../src/labs/function-lab/intervals.ts';
import {
  freeOf,
  type Kept,
  keptWithin,
  leftToReserve,
  takenBy,
} from '../../../src/labs/function-lab/limits/account.ts';
import { LIMITS, pointsFrom, scenariosFor, throttledShare } from '../../../src/labs/function-lab/limits/erlang.ts';
import { ThrottleLog } from '../../../src/labs/function-lab/limits/throttle-log.ts';
import { erlangB } from '../../../src/labs/function-lab/theory.ts';
import type { Reel } from '../../../src/playback/reel.ts';
import { nodesOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { ACCOUNT_CONCURRENCY } from '../../../src/stages/function-lab/limits.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const DURATION_SECONDS = 200;
type Parameters = StageScenario['parameters'];

const aRun = (parameters: Parameters, durationSeconds = DURATION_SECONDS): StageScenario =>
  newScenario('function-limits', { parameters, durationSeconds });
const reel = (scenario: StageScenario): Reel => reelOf(recordRun(scenario).chunks);
const numberOf = (id: string): number => nodesOf(aRun({})).findIndex((node) => node.id === id);

function throttles(): ThrottleLog {
  return new ThrottleLog({
    callers: numberOf('callers'),
    handler: numberOf('handler'),
    eventHandler: numberOf('event-function'),
    queue: numberOf('jobs'),
    stream: numberOf('clicks'),
    neighbour: numberOf('neighbour'),
  });
}

const loud = aRun({ crowd: { ratePerSecond: 12 } });

describe('what is throttled', () => {
  const log = throttles();
  log.readUntil(reel(loud), seconds(DURATION_SECONDS));
  const report = createReport(loud);
  const of = (id: string) => report.components[numberOf(id)];

  it('is told as the report of the run tells it, for every way to ask', () => {
    const [handler, events, queue, stream, callers] = ['handler', 'event-function', 'jobs', 'clicks', 'callers'].map(
      of,
    );
    if (handler?.kind !== 'function' || events?.kind !== 'function') throw new Error('no function');
    if (queue?.kind !== 'queue' || stream?.kind !== 'stream' || callers === undefined) throw new Error('no source');
    expect(log.sync.calls).toBe(callers.traffic.arrived);
    expect(log.sync.errors).toBe(callers.traffic.refused);
    expect(log.reasonsOf(numberOf('handler'))).toEqual({
      'concurrency-limit': handler.throttles,
      'scaling-rate': 0,
      throttled: 0,
    });
    expect(log.event.takenOver).toBe(events.eventsQueued);
    expect(log.event.givenUp).toBe(events.eventsDropped);
    expect(log.event.waiting).toBe(events.eventsWaiting.atEnd);
    expect(log.event.tries + log.queue.batches + log.stream.batches).toBe(events.throttles);
    expect(log.queue.batches + log.stream.batches).toBe(events.batchesFailed);
    expect(log.queue.cameBack).toBe(queue.messagesReappeared);
    expect(log.queue.deadLetters).toBe(queue.messagesDeadLettered);
    expect(log.stream.appended).toBe(stream.recordsAppended);
    // All four ways were hit, or nothing was shown.
    expect(Math.min(log.sync.errors, log.event.throttled, log.queue.batches, log.stream.batches)).toBeGreaterThan(0);
  });

  it('is an error at once for whoever waits, and a visibility timeout later for a message', () => {
    // 20 ms there and 20 ms back.
    expect(toSeconds(log.sync.slowestError)).toBeCloseTo(0.04, 6);
    // A batch that waited on its way to the function would be older; here each is handed on as it comes.
    expect(toSeconds(log.queue.longestUntilBack)).toBeCloseTo(20, 3);
  });

  it('makes an event wait for a second or more, and the shard as well', () => {
    expect(toSeconds(log.event.longestWait)).toBeGreaterThan(1);
    expect(toSeconds(log.stream.longestBlock)).toBeGreaterThan(1);
  });

  it('is the same whether time went there at once, step by step, or back', () => {
    const facts = reel(loud);
    const [stepwise, atOnce] = [throttles(), throttles()];
    for (let t = 0; t <= 150; t += 11) stepwise.readUntil(facts, seconds(t));
    stepwise.readUntil(facts, seconds(190));
    stepwise.readUntil(facts, seconds(90));
    atOnce.readUntil(facts, seconds(90));
    const told = ({ sync, event, queue, stream }: ThrottleLog) => ({ sync, event, queue, stream });
    expect(told(stepwise)).toEqual(told(atOnce));
  });

  it('is nothing while all is quiet', () => {
    const quiet = throttles();
    quiet.readUntil(reel(aRun({})), seconds(DURATION_SECONDS));
    expect([quiet.sync.errors, quiet.event.tries, quiet.queue.batches, quiet.stream.batches]).toEqual([0, 0, 0, 0]);
  });

  it('tells a scaling rate from a limit', () => {
    const few = aRun({ crowd: { ratePerSecond: 4 }, neighbour: { scaleUpEnvironments: 10 } }, 60);
    const own = throttles();
    own.readUntil(reel(few), seconds(60));
    const counts = own.reasonsOf(numberOf('neighbour'));
    expect(counts['scaling-rate']).toBeGreaterThan(0);
    expect(counts['concurrency-limit']).toBe(0);
  });
});

describe('the account', () => {
  const takenAt = (scenario: StageScenario, reserved: number, id = 'handler') => {
    const log = new EnvironmentLog(numberOf(id));
    log.readUntil(reel(scenario), seconds(scenario.durationSeconds));
    return takenBy(log.places, reserved);
  };

  it('is never taken by more than there are, and is full while the neighbour is noisy', () => {
    const all = ['handler', 'event-function', 'neighbour'].map((id) => takenAt(loud, -1, id));
    const used = all.reduce((sum, { atWork }) => sum + atWork, 0);
    expect(used).toBeGreaterThan(ACCOUNT_CONCURRENCY - 10);
    expect(freeOf(ACCOUNT_CONCURRENCY, all)).toBe(ACCOUNT_CONCURRENCY - used);
  });

  it('keeps what is reserved and not used from all others, and what is kept ready too', () => {
    const stopped = aRun({
      callers: { arrivals: 'none' },
      handler: { reservedConcurrency: 8, provisionedConcurrency: 3 },
    });
    expect(takenAt(stopped, 8)).toEqual({ atWork: 0, ready: 3, reserved: 8, keptFree: 5 });
    expect(freeOf(ACCOUNT_CONCURRENCY, [takenAt(stopped, 8)])).toBe(ACCOUNT_CONCURRENCY - 8);
  });
});

describe('what can be reserved', () => {
  const nothing: Kept = { handler: -1, neighbour: -1, provisioned: 0 };

  it('is what leaves the account its hundred, whoever has it', () => {
    expect(leftToReserve(20, nothing)).toBe(20);
    expect(leftToReserve(20, { handler: 12, neighbour: 3, provisioned: 5 })).toBe(5);
    expect(leftToReserve(20, { ...nothing, provisioned: 5 })).toBe(15);
  });

  it('is no more than is left, and no less than is kept ready', () => {
    expect(keptWithin(20, { ...nothing, handler: 12 }, 'neighbour', 20)).toBe(8);
    expect(keptWithin(20, { ...nothing, provisioned: 6 }, 'handler', 3)).toBe(6);
    expect(keptWithin(20, { ...nothing, handler: 4 }, 'provisioned', 20)).toBe(4);
    expect(keptWithin(20, { ...nothing, provisioned: 6 }, 'handler', -1)).toBe(-1);
  });

  it('does not stop a function that wants more than is left', () => {
    expect(keptWithin(20, { ...nothing, handler: 20 }, 'neighbour', 20)).toBe(-1);
    expect(keptWithin(20, { ...nothing, handler: 20 }, 'neighbour', 0)).toBe(0);
  });

  it('makes scenarios that hold, whatever is wanted of whatever is set', () => {
    const sizes = [-1, 0, 7, 20];
    const all = sizes.flatMap((handler) => sizes.map((neighbour) => ({ handler, neighbour })));
    for (const each of all.flatMap((reserved) => [0, 7, 20].map((provisioned) => ({ ...reserved, provisioned })))) {
      if (!parseScenario(scenarioOf(each)).ok) continue;
      for (const which of ['handler', 'neighbour', 'provisioned'] as const) {
        for (const wanted of which === 'provisioned' ? [0, 7, 20] : sizes) {
          const made = { ...each, [which]: keptWithin(20, each, which, wanted) };
          expect([made, parseScenario(scenarioOf(made)).ok]).toEqual([made, true]);
        }
      }
    }
  });

  const scenarioOf = ({ handler, neighbour, provisioned }: Kept) =>
    newScenario('function-limits', {
      parameters: {
        handler: { reservedConcurrency: handler, provisionedConcurrency: provisioned },
        neighbour: { reservedConcurrency: neighbour },
      },
    });
});

describe('Erlang B', () => {
  it('holds for the run on screen, within its interval', () => {
    const scenario = aRun({ handler: { reservedConcurrency: 6 } }, 900);
    const log = new EnvironmentLog(numberOf('handler'));
    log.readUntil(reel(scenario), seconds(900));
    const found = throttledShare(log, seconds(60), seconds(900));
    expect(found?.heldSeconds).toBeGreaterThan(1.8);
    expect(found?.heldSeconds).toBeLessThan(2.2);
    expect(holds(found?.share as Estimate, erlangB(6, 2 * (found?.heldSeconds ?? 0)))).toBe(true);
    // And not for one environment more or fewer by two.
    expect(holds(found?.share as Estimate, erlangB(3, 4))).toBe(false);
    expect(throttledShare(log, seconds(60), seconds(100))).toBeNull();
  });

  it('holds for the points of the curve, but for what starts add', () => {
    const scenarios = scenariosFor(2);
    expect(scenarios.every((scenario) => parseScenario(scenario).ok)).toBe(true);
    const points = pointsFrom(new Map(scenarios.map((scenario, job) => [job, createReport(scenario)])));
    expect(points.map(({ x }) => x)).toEqual([...LIMITS]);
    for (const { x, estimate } of points) {
      const expected = erlangB(x, 4);
      expect(expected).toBeGreaterThan(estimate.low - 0.01);
      expect(expected).toBeLessThan(estimate.high + 0.01);
    }
  });
});
