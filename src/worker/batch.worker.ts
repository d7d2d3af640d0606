/** The shell around a headless run: one job in, one report out. */
import { createReport } from '../scenario/report.ts';
import { type FromBatch, failureOf, type ToBatch } from './batch.ts';

/** The little of a worker's global scope that is used here; the page's own types describe a window. */
interface WorkerScope {
  postMessage(message: FromBatch): void;
  onmessage: ((event: MessageEvent<ToBatch>) => void) | null;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: { job, scenario, prices } }) => {
  try {
    scope.postMessage({ job, report: createReport(scenario, prices) });
  } catch (error) {
    scope.postMessage({ job, failure: failureOf(error) });
  }
};
