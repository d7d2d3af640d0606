import { describe, expect, it } from 'vitest';
import { Digest } from '../../src/engine/digest.ts';
import { seconds } from '../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import { flipFault, uploadAt } from '../../src/playback/branch.ts';
import { Reel } from '../../src/playback/reel.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';
import { appendSamples, copySeries, type Series, truncateSamples } from '../../src/scenario/samples.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { FromWorker } from '../../src/worker/messages.ts';
import { RunServer } from '../../src/worker/run-server.ts';

/** What a page makes of what the server sends. */
function aPage(mostFacts?: number) {
  const heard: FromWorker[] = [];
  const reel = new Reel();
  let series: Series | null = null;
  const hear = (message: FromWorker): void => {
    heard.push(message);
    if (message.kind === 'started') {
      reel.truncate(message.keepChunks);
      const kept = message.keepChunks * message.chunkSeconds;
      if (series) truncateSamples(series, Math.ceil(kept / series.everySeconds));
    } else if (message.kind === 'chunk') {
      reel.add(message.chunk);
      series = appendSamples(series, message.samples);
    }
  };
  const server = new RunServer(hear, mostFacts);
  return {
    heard,
    reel,
    series: () => copySeries(series as Series),
    ask: (run: number, scenario: Scenario) => server.handle({ run, scenario }),
    work: () => server.work(),
    run(run: number, scenario: Scenario) {
      server.handle({ run, scenario });
      while (server.work());
    },
  };
}

function digestOf(facts: TraceColumns): string {
  const digest = new Digest();
  for (let row = 0; row < facts.length; row += 1) {
    for (const column of [
      facts.at,
      facts.kind,
      facts.component,
      facts.upload,
      facts.subject,
      facts.a,
      facts.b,
      facts.c,
    ]) {
      digest.add(column[row] as number);
    }
  }
  return digest.hex();
}

function traceOf(scenario: Scenario): TraceColumns {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  return recorder.columns;
}

const story = newScenario('queued');
const crashed = flipFault(story, 'crash', 'step:process', 100.25);

describe('a run in chunks', () => {
  it('has the facts of the run in one piece', () => {
    const page = aPage();
    page.run(1, crashed);
    expect(page.reel.facts.length).toBeGreaterThan(1000);
    expect(digestOf(page.reel.facts)).toBe(digestOf(traceOf(crashed)));
  });

  it('ends with the report that a headless run prints', () => {
    const page = aPage();
    page.run(1, crashed);
    const last = page.heard.at(-1);
    expect(last?.kind === 'finished' && last.report).toEqual(createReport(crashed));
  });
});

describe('a changed intervention', () => {
  it('keeps what came before it and gives the same future as a run from the start', () => {
    const page = aPage();
    page.run(1, story);
    page.run(2, crashed);
    const started = page.heard.findLast((message) => message.kind === 'started');
    expect(started?.kind === 'started' && started.keepChunks).toBeGreaterThan(20);
    expect(digestOf(page.reel.facts)).toBe(digestOf(traceOf(crashed)));
    const afresh = aPage();
    afresh.run(1, crashed);
    expect(page.series()).toEqual(afresh.series());
    expect(page.heard.at(-1)).toEqual({ ...afresh.heard.at(-1), run: 2 });
  });

  it('can be taken back, any number of times and in any order', () => {
    const page = aPage();
    const scenarios = [story, crashed, flipFault(crashed, 'crash', 'step:process', 180), uploadAt(crashed, 40), story];
    scenarios.forEach((scenario, run) => {
      page.run(run, scenario);
      expect(digestOf(page.reel.facts)).toBe(digestOf(traceOf(scenario)));
    });
  });

  it('is taken up in the middle of a run', () => {
    const page = aPage();
    page.ask(1, story);
    for (let chunk = 0; chunk < 40; chunk += 1) page.work();
    page.run(2, crashed);
    expect(digestOf(page.reel.facts)).toBe(digestOf(traceOf(crashed)));
  });

  it('runs from the start where more than interventions differ', () => {
    const page = aPage();
    page.run(1, story);
    page.run(2, { ...story, seed: 2 });
    expect(page.heard.filter((message) => message.kind === 'started')).toMatchObject([
      { keepChunks: 0 },
      { keepChunks: 0 },
    ]);
    expect(digestOf(page.reel.facts)).toBe(digestOf(traceOf({ ...story, seed: 2 })));
  });
});

it('ends a run early when the record of the page is full, and says until when it goes', () => {
  const page = aPage(500);
  page.run(1, story);
  const last = page.heard.at(-1);
  if (last?.kind !== 'finished') throw new Error('the run did not end');
  expect(page.reel.facts.length).toBeGreaterThanOrEqual(500);
  expect(last.recordedUntilSeconds).toBeLessThan(100);
  expect(last.recordedUntilSeconds).toBe(page.reel.recordedUntil / 1e6);
});

it('says why a scenario cannot be run, and takes the next', () => {
  const page = aPage();
  page.run(1, { ...story, parameters: { fleet: { queue: 'nowhere' } } });
  expect(page.heard).toMatchObject([{ kind: 'failed', run: 1, message: expect.stringContaining('nowhere') }]);
  page.run(2, story);
  expect(page.heard.at(-1)).toMatchObject({ kind: 'finished', run: 2 });
});
