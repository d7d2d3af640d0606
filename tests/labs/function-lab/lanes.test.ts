/** The story of one request on every way down which it goes, told from the facts of the bench. */
import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../../src/engine/time.ts';
import { TraceRecorder } from '../../../src/engine/trace.ts';
import {
  balanceAfter,
  type LaneId,
  type LaneStory,
  laneIds,
  laneStories,
  requestsUntil,
} from '../../../src/labs/function-lab/invocations/lanes.ts';
import { reasonOf } from '../../../src/models/reasons.ts';
import { createSimulation, planOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { functionInvocations } from '../../../src/stages/function-lab/invocations.ts';

function told(parameters: StageScenario['parameters'] = {}, interventions: StageScenario['interventions'] = []) {
  const scenario = newScenario('function-invocations', { parameters, interventions });
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  const plan = planOf(scenario);
  const facts = recorder.columns;
  const poison = requestsUntil(facts, plan, seconds(180)).find(({ isPoison }) => isPoison)?.upload ?? -1;
  return {
    poison,
    sent: (untilSeconds: number) => requestsUntil(facts, plan, seconds(untilSeconds)),
    stories: (upload: number, atSeconds: number) => laneStories(facts, plan, upload, seconds(atSeconds)),
  };
}

/** A story in a line. */
const line = ({ state, tries, writes, reason }: LaneStory): string =>
  `${state} after ${tries.length}, written ${writes} times, ${reasonOf(reason)}`;

const lines = (stories: Record<LaneId, LaneStory>): string[] => laneIds.map((id) => `${id}: ${line(stories[id])}`);

const mappingOf = (id: string, changes: object) => {
  const node = functionInvocations.nodes.find((each) => each.id === id);
  const [mapping] = (node?.params?.['mappings'] ?? []) as object[];
  return { mappings: [{ ...mapping, ...changes }] };
};

const bench = told();

describe('requests', () => {
  it('are told in order, and of each whether the saboteur sent it', () => {
    const sent = bench.sent(12);
    expect(sent.map(({ at }) => toSeconds(at))).toEqual([2, 4, 6, 8, 10, 10.5, 12]);
    expect(sent.filter(({ isPoison }) => isPoison)).toEqual([{ upload: 5, at: seconds(10.5), isPoison: true }]);
  });
});

describe('the story of a poison event', () => {
  it('is nothing before it is sent', () => {
    expect(lines(bench.stories(bench.poison, 10.4))).toEqual(
      laneIds.map((id) => `${id}: coming after 0, written 0 times, none`),
    );
  });

  it('is soon over where somebody waits, and goes on elsewhere', () => {
    expect(lines(bench.stories(bench.poison, 14))).toEqual([
      'call: error after 1, written 1 times, none',
      'event: waiting after 1, written 1 times, none',
      'batch: held after 0, written 0 times, none',
      'record: waiting after 0, written 0 times, none',
    ]);
  });

  it('ends in an error, with the dead letters, or not at all', () => {
    const stories = bench.stories(bench.poison, 180);
    expect(lines(stories)).toEqual([
      'call: error after 1, written 1 times, none',
      'event: put-aside after 3, written 3 times, retries-exhausted',
      'batch: put-aside after 3, written 3 times, too-many-receives',
      `record: waiting after ${stories.record.tries.length}, written ${stories.record.tries.length} times, none`,
    ]);
    expect(stories.record.tries.length).toBeGreaterThan(5);
    expect(stories.record.endedAt).toBe(-1);
  });

  it('says when it is tried again, with waits that grow', () => {
    const { tries } = bench.stories(bench.poison, 180).event;
    const waits = tries.slice(1).map(({ began }, place) => toSeconds(began - (tries[place]?.ended ?? 0)));
    expect(waits).toEqual([5, 10]);
    const { nextAt } = bench.stories(bench.poison, 14).event;
    expect(nextAt).toBe(tries[1]?.began);
  });

  it('says for how long the site waited for each answer, and that only the call brought an error back', () => {
    const stories = bench.stories(bench.poison, 180);
    const waited = laneIds.map((id) => toSeconds(stories[id].answeredAt - stories[id].askedAt));
    expect(waited[0]).toBeGreaterThan(0.3);
    expect(Math.max(...waited.slice(1))).toBeLessThan(0.1);
    expect(laneIds.map((id) => reasonOf(stories[id].answer))).toEqual(['poison-message', 'none', 'none', 'none']);
  });

  it('is told of nobody who was not there: an answer that is under way has not come', () => {
    const { answeredAt } = bench.stories(bench.poison, 180).call;
    expect(bench.stories(bench.poison, toSeconds(answeredAt) - 0.001).call.state).toBe('waiting');
    expect(bench.stories(bench.poison, toSeconds(answeredAt)).call.state).toBe('error');
  });

  it('ends otherwise when it is handled otherwise', () => {
    const other = told({
      'event-handler': { maximumRetries: 0, destinations: {} },
      'batch-handler': mappingOf('batch-handler', { reportFailures: true }),
      'record-handler': mappingOf('record-handler', { bisect: true, maximumRetries: 1, onFailure: 'failures' }),
    });
    const stories = other.stories(other.poison, 180);
    expect(stories.event.state).toBe('dropped');
    expect(stories.event.tries).toHaveLength(1);
    expect(stories.batch.othersWrittenAgain).toBe(0);
    expect(stories.record.state).toBe('put-aside');
    expect(reasonOf(stories.record.reason)).toBe('retries-exhausted');
  });

  it('says that it was given up for its age', () => {
    const other = told({ 'event-handler': { retryWaitSeconds: 45 } });
    const { event } = other.stories(other.poison, 180);
    expect(reasonOf(event.reason)).toBe('too-old');
    expect(toSeconds(event.endedAt - event.askedAt)).toBeCloseTo(60, 0);
  });
});

describe('a message that was fetched', () => {
  it('stays hidden for as long as it was, while its batch is gathered, and after its run has failed', () => {
    const [early, late] = [bench.stories(bench.poison, 14).batch, bench.stories(bench.poison, 20).batch];
    expect([early.tries.length, late.tries.length]).toEqual([0, 1]);
    expect([early.state, late.state]).toEqual(['held', 'held']);
    expect(toSeconds(late.nextAt)).toBeCloseTo(22.6, 1);
    expect(late.nextAt).toBe(early.nextAt);
  });
});

describe('a site that is gone', () => {
  const crashAt = (atSeconds: number) =>
    told({}, [{ kind: 'fault', fault: 'crash', target: 'site', atSeconds, untilSeconds: atSeconds + 5 }]);

  it('has nobody wait for a call any more, and what was handed over goes its way', () => {
    const { poison, stories } = crashAt(10.75);
    const { call, event, batch } = stories(poison, 40);
    expect([call.state, call.answeredAt, toSeconds(call.leftAt)]).toEqual(['left', -1, 10.75]);
    expect(event.leftAt).toBe(-1);
    expect([event.state, batch.state]).not.toContain('left');
  });

  it('sends nothing down the ways to which it had not come', () => {
    const { poison, stories } = crashAt(10.57);
    const { call, event, record } = stories(poison, 40);
    expect([call, record].map(({ state, askedAt }) => [state, askedAt])).toEqual([
      ['left', -1],
      ['left', -1],
    ]);
    expect(event.askedAt).toBeGreaterThan(0);
    expect(event.state).not.toBe('left');
  });
});

describe('the story of a healthy request', () => {
  it('is done once on each way, if nothing bad is near it', () => {
    expect(lines(told({ saboteur: { times: [] } }).stories(20, 180))).toEqual([
      'call: answered after 1, written 1 times, none',
      'event: done after 1, written 1 times, none',
      'batch: done after 1, written 1 times, none',
      'record: done after 1, written 1 times, none',
    ]);
  });

  it('in a batch with the poison is written again and put aside with it', () => {
    const { batch } = bench.stories(bench.poison - 1, 180);
    expect(line(batch)).toBe('put-aside after 3, written 3 times, too-many-receives');
    expect(bench.stories(bench.poison, 180).batch.othersWrittenAgain).toBe(2);
  });

  it('is done in a shard that names the place of the failure if it stands before it, and waits for ever behind it', () => {
    const named = told({ 'record-handler': mappingOf('record-handler', { batchSize: 20, reportFailures: true }) });
    expect(line(named.stories(named.poison - 1, 180).record)).toBe('done after 1, written 1 times, none');
    expect(named.stories(named.poison + 1, 180).record.state).toBe('waiting');
    expect(named.stories(named.poison + 1, 180).record.tries).toEqual([]);
  });

  it('that is handed over twice is done twice, unless the function keeps a note', () => {
    const twice = { saboteur: { times: [] }, 'event-handler': { duplicateShare: 1 } };
    const { event } = told(twice).stories(10, 180);
    expect([event.copies, event.writes]).toEqual([2, 2]);
    const noted = { ...twice, 'event-handler': { duplicateShare: 1, idempotent: 'yes' } };
    const { event: once } = told(noted).stories(10, 180);
    expect([once.copies, once.writes, once.recognised]).toEqual([2, 1, 1]);
  });

  it('that the queue copies comes twice there, and once elsewhere', () => {
    const copied = told({ saboteur: { times: [] }, 'event-queue': { duplicateShare: 1 } }).stories(10, 180);
    expect(laneIds.map((id) => [copied[id].copies, copied[id].writes])).toEqual([
      [0, 1],
      [1, 1],
      [2, 2],
      [0, 1],
    ]);
  });

  it('is told to whoever wants to hear of success', () => {
    const other = told({ 'event-handler': { destinations: { onSuccess: 'successes' } } });
    expect(other.stories(0, 180).event.isTold).toBe(true);
    expect(bench.stories(0, 180).event.isTold).toBe(false);
  });
});

describe('the balance', () => {
  it('is the same however often it is set, and grows with each addition', () => {
    expect([0, 1, 2, 3].map(balanceAfter)).toEqual([
      { set: 0, add: 0 },
      { set: 20, add: 20 },
      { set: 20, add: 40 },
      { set: 20, add: 60 },
    ]);
  });
});
