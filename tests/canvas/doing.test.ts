/** What components of every kind are said to be doing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doingOf } from '../../src/canvas/doing.ts';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { ComponentKind } from '../../src/models/registry.ts';
import { emptyView, type View } from '../../src/playback/view.ts';
import { text, type Vocabulary } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { recordRun, tellAll } from '../support/recorded-run.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

const sayIn =
  (vocabulary: Vocabulary): Say =>
  (key, ...args) =>
    text(vocabulary, key, ...args);

function doing(kind: ComponentKind, params: Readonly<Record<string, unknown>>, ...facts: Told[]): string[] {
  const node = nodeOf(kind, 'it', params);
  const recorder = new TraceRecorder();
  tell(recorder, ...facts);
  const view = emptyView([node]);
  tellAll(view, recorder.take());
  return doingOf(view[0] as View[number], node.params, seconds(100), sayIn('neutral'));
}

describe('what a component is doing', () => {
  it('is told of a load balancer by its targets', () => {
    expect(doing('load-balancer', {})).toEqual([
      'No target is registered, so every request ends in an error.',
      '0 requests passed on so far.',
    ]);
    expect(
      doing(
        'load-balancer',
        {},
        [1, 'target.registered', { subject: 0, a: 1 }],
        [1, 'target.registered', { subject: 1, a: 1 }],
        [2, 'target.healthy', { subject: 0, a: 1 }],
        [3, 'request.routed', { a: 0, b: 1 }],
        [4, 'fail-open.began'],
      ),
    ).toEqual([
      '2 targets: 1 healthy, 0 unhealthy, 1 new, 0 draining.',
      'None of them is healthy, so requests go to all of them.',
      '1 request passed on so far.',
    ]);
  });

  it('is told of a function by its environments, of which the warm ones are not billed', () => {
    expect(doing('function', {})[0]).toBe('No environment exists, and nothing is billed.');
    expect(
      doing(
        'function',
        {},
        [1, 'instance.launched', { subject: 0 }],
        [1, 'instance.in-service', { subject: 0 }],
        [1, 'instance.launched', { subject: 1, c: 3 }],
        [1, 'instance.in-service', { subject: 1 }],
        [2, 'invocation.finished', { c: 256 }],
        [3, 'invocation.throttled', { c: REASON['concurrency-limit'] }],
        [4, 'invocation.queued', { subject: 1 }],
      ),
    ).toEqual([
      '1 idle, 1 warm.',
      '1 run so far, 0 of them after a cold start.',
      '1 throttled.',
      '1 event waits to be worked on.',
    ]);
  });

  it('is told of a bus by its events, and of a topic by its copies', () => {
    const retried: Told = [90, 'delivery.retried', { a: 1, b: seconds(120) }];
    expect(
      doing('event-bus', { rules: [{}, {}] }, [1, 'event.published', {}], [1, 'event.unmatched'], retried),
    ).toEqual([
      '1 event so far, 2 rules.',
      'No rule matched 1 of them.',
      '1 copy waits to be tried again.',
      'Tried again 1 time so far.',
    ]);
    expect(doing('topic', {}, [1, 'event.published', { b: 3 }], [2, 'delivery.dead-lettered'])).toEqual([
      '1 published so far, 3 copies sent on.',
      '1 put aside as a dead letter.',
    ]);
  });

  it('is told of a stream by what its readers have not passed', () => {
    expect(
      doing(
        'stream',
        { shards: 2 },
        [1, 'record.appended', { a: 0, b: 1 }],
        [5, 'records.fetched', { a: seconds(4), b: 1, c: 1024 }],
      ),
    ).toEqual([
      '1 record in 2 lanes that not every reader has passed.',
      '1 appended so far.',
      'The oldest of them is 1 m 39 s old.',
    ]);
  });

  it('can be said of anything in any scenario, in both vocabularies', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { chunks, plan, end } = recordRun(scenario, 10);
        const view = emptyView(plan.nodes);
        for (const { facts } of chunks) {
          tellAll(view, facts);
          for (const vocabulary of ['neutral', 'aws'] as const) {
            for (const [index, each] of view.entries()) {
              const sentences = doingOf(each, plan.nodes[index]?.params ?? {}, end, sayIn(vocabulary));
              expect(sentences.length).toBeGreaterThan(0);
              for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+\.$/);
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
