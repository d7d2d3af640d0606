/** What became of one upload, in the facts of real runs. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { rowsOf, storyAt } from '../../src/panels/upload/upload-story.ts';
import { sayWhereabouts } from '../../src/panels/upload/whereabouts-words.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario, type Overrides } from '../../src/scenario/new-scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
import { text } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';

const say: Say = (key, ...args) => text('neutral', key, ...args);

/** Uploads at these times and no others; videos of two minutes, so that every run is the same length. */
function traceOf(stage: StageId, times: number[], overrides: Overrides = {}) {
  const users = { arrivals: 'times', times, videoMinutes: { kind: 'constant', value: 2 } };
  const scenario = newScenario(stage, { ...overrides, parameters: { users, ...overrides.parameters } });
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  return recorder.columns;
}

/** Each different line that is said of an upload, tenth of a second by tenth of a second, without the durations. */
function linesOf(facts: ReturnType<typeof traceOf>, upload: number, until: number): string[] {
  const rows = rowsOf(facts, upload);
  const lines: string[] = [];
  for (let tenth = 0; tenth <= until * 10; tenth += 1) {
    const t = seconds(tenth / 10);
    const line = sayWhereabouts(storyAt(facts, rows, t), t, say).replace(/, [\d.]+ m?s$/, '');
    if (line !== lines.at(-1)) lines.push(line);
  }
  return lines;
}

describe('the story of an upload', () => {
  it('goes through the steps of the monolith until it is watchable', () => {
    expect(linesOf(traceOf('monolith', [1]), 0, 20)).toEqual([
      'Not uploaded yet at this moment',
      'On its way',
      'Being worked on: taking the video in',
      'Being processed: 480p',
      'Being processed: 720p',
      'Being processed: 1080p',
      'Being worked on: storing the renditions',
      'Being worked on: entering it in the catalogue',
      'Watchable after 4.7 s',
    ]);
  });

  it('waits in the queue until a fleet has grown from nothing', () => {
    const lines = linesOf(traceOf('queued', [1]), 0, 60);
    expect(lines.slice(0, 5)).toEqual([
      'Not uploaded yet at this moment',
      'On its way',
      'Being worked on: taking the video in',
      'Waits in the queue',
      'Taken from the queue, being worked on',
    ]);
    expect(lines.at(-1)).toMatch(/^Watchable after \d+ s$/);
  });

  it('says why somebody was refused', () => {
    const crash = { kind: 'fault', fault: 'crash', target: 'monolith', atSeconds: 2 } as const;
    const facts = traceOf('monolith', [1, 5], { interventions: [crash] });
    expect(linesOf(facts, 0, 20).at(-1)).toBe('Refused: connection reset');
    expect(linesOf(facts, 1, 20).at(-1)).toBe('Refused: connection refused');
  });

  it('tells when the person had an answer, which the queue gives long before the video is watchable', () => {
    const facts = traceOf('queued', [1]);
    const { startedAt, acceptedAt, where } = storyAt(facts, rowsOf(facts, 0), seconds(60));
    expect(startedAt).toBe(seconds(1));
    expect(acceptedAt).toBeGreaterThan(startedAt);
    expect(where).toMatchObject({ at: 'end', outcome: 'watchable' });
    expect(where.at === 'end' && where.since - acceptedAt).toBeGreaterThan(seconds(5));
  });
});
