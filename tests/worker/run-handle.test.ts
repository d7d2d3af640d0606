/** The page's end of a run: what is heard when a run is changed while its chunks are on their way. */
import { afterEach, expect, it, vi } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { FromWorker, ToWorker } from '../../src/worker/messages.ts';
import { createRunHandle } from '../../src/worker/run-handle.ts';

/** A worker whose messages arrive when the test says so. */
class SlowWorker {
  static latest: SlowWorker;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  readonly asked: ToWorker[] = [];

  constructor() {
    SlowWorker.latest = this;
  }

  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }

  arrives(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }
}

afterEach(() => vi.unstubAllGlobals());

it('hears the chunks that were on their way when a new run was asked for, but not how the old run ended', () => {
  vi.stubGlobal('Worker', SlowWorker);
  const heard: string[] = [];
  const handle = createRunHandle(({ kind, run }) => heard.push(`${kind} ${run}`));
  const worker = SlowWorker.latest;
  const chunk = (run: number) => ({ kind: 'chunk', run }) as FromWorker;

  handle.run(newScenario('monolith'));
  worker.arrives({ kind: 'started', run: 1, chunkSeconds: 3, keepChunks: 0 });
  worker.arrives(chunk(1));
  handle.run(newScenario('monolith', { seed: 2 }));
  expect(worker.asked.map(({ run }) => run)).toEqual([1, 2]);
  worker.arrives(chunk(1));
  worker.arrives({ kind: 'finished', run: 1, recordedUntilSeconds: 6 } as FromWorker);
  worker.arrives({ kind: 'started', run: 2, chunkSeconds: 3, keepChunks: 2 });
  worker.arrives(chunk(2));

  expect(heard).toEqual(['started 1', 'chunk 1', 'chunk 1', 'started 2', 'chunk 2']);
});
