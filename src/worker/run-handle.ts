/** The page's end of a run: starts the worker, or hosts the run itself where the browser gives it none. */
import type { PriceChanges } from '../cost/prices.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { RunServer } from './run-server.ts';

export interface RunHandle {
  /** Runs this scenario from now on, at these prices; how earlier ones would have ended is no longer reported. */
  run(scenario: Scenario, prices?: PriceChanges): void;
  /** Ends whatever runs; nothing is heard of it any more. */
  stop(): void;
}

/**
 * `hear` gets how runs end only of the newest. Chunks of the run before it still count: they were sent before the worker
 * heard of the new one, and the new one keeps those that lie before what changed.
 */
export function createRunHandle(hear: (message: FromWorker) => void): RunHandle {
  let newest = 0;
  let stopped = false;
  const host = createHost((message) => {
    if (stopped) return;
    const isPart = message.kind === 'started' || message.kind === 'chunk';
    if (isPart || message.run === newest) hear(message);
  });
  return {
    run(scenario, prices = {}) {
      newest += 1;
      host.take({ run: newest, scenario, prices });
    },
    stop() {
      stopped = true;
      host.stop();
    },
  };
}

interface Host {
  take(message: ToWorker): void;
  stop(): void;
}

function createHost(hear: (message: FromWorker) => void): Host {
  try {
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
    let newest = 0;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
    worker.onerror = ({ message }) => hear({ kind: 'failed', run: newest, message });
    return {
      take(message) {
        newest = message.run;
        worker.postMessage(message);
      },
      stop: () => worker.terminate(),
    };
  } catch {
    // In a sandboxed frame there are no workers: the same server runs here, a chunk at a time.
    return hostHere(hear);
  }
}

/** A host on the page's own thread. */
function hostHere(hear: (message: FromWorker) => void): Host {
  const server = new RunServer(hear);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = (): void => {
    timer = server.work() ? setTimeout(work) : undefined;
  };
  return {
    take(message) {
      clearTimeout(timer);
      server.handle(message);
      timer = setTimeout(work);
    },
    stop: () => clearTimeout(timer),
  };
}
