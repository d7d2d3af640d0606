/** What became of one upload, in the facts of real runs. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { asShown, rowsOf, storyAt } from '../../src/panels/upload/upload-story.ts';
import { sayWhereabouts } from '../../src/panels/upload/whereabouts-words.ts';
import type { ComponentView } from '../../src/playback/view.ts';
import type { GroupView } from '../../src/playback/views/group-view.ts';
import type { QueueView } from '../../src/playback/views/queue-view.ts';
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

  it('stays in flight in the queue when whoever took it has crashed, until it waits again', () => {
    const facts = traceOf('queued', [1]);
    const rows = rowsOf(facts, 0);
    const taken = Array.from({ length: 600 }, (_, tenth) => tenth / 10).find(
      (t) =>
        ['in-flight', 'work'].includes(storyAt(facts, rows, seconds(t)).where.at) &&
        storyAt(facts, rows, seconds(t)).isTaken,
    );
    const crash = { kind: 'fault', fault: 'crash', target: 'fleet', atSeconds: (taken ?? 0) + 1 } as const;
    const crashed = traceOf('queued', [1], {
      parameters: { queue: { visibilityTimeoutSeconds: 20 } },
      interventions: [crash],
    });
    const lines = linesOf(crashed, 0, 80);
    const told = lines.findIndex((line) => line.startsWith('In flight: whoever took it is gone'));
    expect(told).toBeGreaterThan(0);
    expect(lines.slice(told + 1)).toEqual(['Waits in the queue']);
    expect(lines.filter((line) => line === 'On its way')).toHaveLength(1);
  });
});

describe('the story as the picture shows it', () => {
  const story = storyAt(traceOf('queued', [1]), [], seconds(1));
  const told = { ...story, startedAt: seconds(1), where: { at: 'on-its-way' } } as const;
  const group = (
    jobs: GroupView['instances'][number]['jobs'],
    phase: 'in-service' | 'crashed' = 'in-service',
  ): GroupView => ({
    kind: 'instance-group',
    desired: 1,
    instances: [{ id: 0, phase, zone: 0, since: 0, until: 0, jobs, idleSince: 0 }],
    backlog: new Map([[9, { upload: 8, since: seconds(2) }]]),
    newestRequest: 9,
    faults: 0,
    refused: 0,
    finished: 0,
    failed: 0,
  });
  const queue = (visibleAgainAt: number): QueueView => ({
    kind: 'queue',
    items: new Map([[0, { item: 0, upload: 7, since: seconds(2), receiveCount: 0, visibleAgainAt, isDelayed: false }]]),
    newestItem: 0,
    visible: 1,
    inFlight: 0,
    delayed: 0,
    deadLetters: [],
    deadLettered: 0,
    expired: 0,
    faults: 0,
  });
  const job = { job: 1, upload: 7, began: 0, step: 1, makes: 0, stepBegan: seconds(3), stepEnds: seconds(4) };
  const where = (view: ComponentView[], upload = 7) => asShown(told, upload, view).where;

  it('is where the picture has the upload: in the queue, taken from it, in a line, in a slot', () => {
    expect(where([queue(-1)])).toEqual({ at: 'queue', since: seconds(2) });
    expect(where([queue(seconds(90))])).toMatchObject({ at: 'in-flight' });
    expect(where([group([])], 8)).toEqual({ at: 'line', since: seconds(2) });
    expect(where([queue(seconds(90)), group([job])])).toMatchObject({ at: 'work', makes: null, since: seconds(3) });
  });

  it('is what the facts say where the picture shows nothing of it, or a crashed instance', () => {
    expect(where([queue(-1), group([job])], 5)).toEqual({ at: 'on-its-way' });
    expect(where([group([job], 'crashed')])).toEqual({ at: 'on-its-way' });
  });

  it('keeps an end that the picture has not come to', () => {
    const ended = { ...told, where: { at: 'end', outcome: 'watchable', reason: 'none', since: seconds(5) } } as const;
    expect(asShown(ended, 7, [queue(-1)])).toBe(ended);
  });
});
