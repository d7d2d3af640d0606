import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { OPERATION } from '../../src/models/facts.ts';
import { isWorthAStep } from '../../src/playback/news.ts';
import { type Chunk, chunkSecondsFor, Reel } from '../../src/playback/reel.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { recordRun, reelOf } from '../support/recorded-run.ts';
import { type Told, tell } from '../support/tell.ts';

const run = recordRun(newScenario('queued'), 7);

/** A chunk of facts made by hand. */
function chunkOf(index: number, from: number, to: number, ...facts: Told[]): Chunk {
  const recorder = new TraceRecorder();
  tell(recorder, ...facts);
  return { index, from: seconds(from), to: seconds(to), facts: recorder.take(), keyframe: [] };
}

describe('a reel', () => {
  it('holds all facts in one piece, in their order', () => {
    const reel = reelOf(run.chunks);
    for (const name of ['at', 'kind', 'component', 'upload', 'subject', 'a', 'b', 'c'] as const) {
      const expected = run.chunks.flatMap(({ facts }) => [...facts[name]]);
      expect([...reel.facts[name].subarray(0, reel.facts.length)]).toEqual(expected);
    }
    expect(reel.recordedUntil).toBe(run.end);
    expect(reel.chunks).toBe(run.chunks.length);
  });

  it('takes chunks only in their order', () => {
    const reel = reelOf([chunkOf(0, 0, 10)]);
    expect(() => reel.add(chunkOf(2, 10, 20))).toThrow(
      'chunk 2 from 10000000 µs comes after 1 chunks up to 10000000 µs',
    );
    expect(() => reel.add(chunkOf(1, 20, 30))).toThrow('chunk 1 from 20000000 µs');
    expect(() => new Reel().add(chunkOf(0, 10, 20))).toThrow(
      'chunk 0 from 10000000 µs comes after 0 chunks up to 0 µs',
    );
  });

  it('is, once cut, as if the rest had never come', () => {
    const reel = reelOf(run.chunks);
    reel.truncate(20);
    const short = reelOf(run.chunks.slice(0, 20));
    expect(reel.recordedUntil).toBe(short.recordedUntil);
    expect(reel.facts.length).toBe(short.facts.length);
    expect(reel.generation).toBe(1);
    for (const chunk of run.chunks.slice(20)) reel.add(chunk);
    expect([...reel.facts.at.subarray(0, reel.facts.length)]).toEqual(run.chunks.flatMap(({ facts }) => [...facts.at]));
  });

  it('stays as it is when there is nothing to cut', () => {
    const reel = reelOf(run.chunks);
    reel.truncate(run.chunks.length);
    expect(reel.generation).toBe(0);
    expect(reel.recordedUntil).toBe(run.end);
  });

  it('knows the last keyframe at or before any time, and the first row of its chunk', () => {
    const reel = reelOf(run.chunks);
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000, max: run.end + 5_000_000 }), (t) => {
        const place = Math.max(
          0,
          run.chunks.findLastIndex(({ from }) => from <= t),
        );
        const row = run.chunks.slice(0, place).reduce((rows, { facts }) => rows + facts.length, 0);
        expect(reel.keyframeBefore(t)).toEqual({ at: run.chunks[place]?.from, row, view: run.chunks[place]?.keyframe });
      }),
    );
    expect(new Reel().keyframeBefore(0)).toBeUndefined();
  });

  it('gives out the facts between two times', () => {
    const reel = reelOf([
      chunkOf(0, 0, 10, [1, 'item.written', { upload: 1 }], [5, 'item.written', { upload: 2 }]),
      chunkOf(1, 10, 20, [10, 'item.written', { upload: 3 }], [10, 'item.written', { upload: 4 }]),
    ]);
    const between = (from: number, to: number) => [...reel.factsBetween(seconds(from), seconds(to)).upload];
    expect(between(1, 10)).toEqual([1, 2]);
    expect(between(1.5, 11)).toEqual([2, 3, 4]);
    expect(between(11, 20)).toEqual([]);
  });

  it('tells which facts are worth a step: no polls, and nothing that only asks or confirms', () => {
    const sent = (at: number, operation: number, upload: number, back = 0, reason = 0): Told => [
      at,
      'message.sent',
      { upload, b: back, c: operation + 256 * reason },
    ];
    const reel = reelOf([
      chunkOf(
        0,
        0,
        10,
        sent(1, OPERATION.receive, -1),
        [2, 'queue.polled', {}],
        sent(2, OPERATION.receive, -1, 1),
        sent(3, OPERATION.receive, 4, 1),
        [4, 'item.written', {}],
        [4, 'upload.watchable', {}],
        sent(5, OPERATION.delete, 4),
        sent(6, OPERATION.put, 4, 1),
        sent(7, OPERATION.put, 4, 1, 3),
      ),
    ]);
    const worthIt = [...reel.facts.at.subarray(0, reel.facts.length)].filter((_, row) => isWorthAStep(reel.facts, row));
    expect(worthIt).toEqual([3, 4, 4, 7].map(seconds));
  });
});

describe('chunks', () => {
  it('are whole seconds, from one to sixty, and there are 60 to 120 of them where that allows it', () => {
    expect([1, 60, 120, 300, 600, 3600, 7200, 86_400].map(chunkSecondsFor)).toEqual([1, 1, 1, 3, 5, 30, 60, 60]);
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 7200 }), (durationSeconds) => {
        const count = Math.ceil(durationSeconds / chunkSecondsFor(durationSeconds));
        expect(count).toBeGreaterThanOrEqual(60);
        expect(count).toBeLessThanOrEqual(120);
      }),
    );
  });
});
