/** The shell around the run server: between two chunks it listens, so that a change need not wait for the whole run. */
import type { ToWorker } from './messages.ts';
import { RunServer } from './run-server.ts';

/** The little of a worker's global scope that is used here; the page's own types describe a window. */
interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

const scope = self as unknown as WorkerScope;
const server = new RunServer((message, transfer) => scope.postMessage(message, transfer));
const { port1: next, port2: again } = new MessageChannel();
let working = false;

scope.onmessage = ({ data }) => {
  server.handle(data);
  if (!working) again.postMessage(null);
  working = true;
};

next.onmessage = () => {
  working = server.work();
  if (working) again.postMessage(null);
};
