/** Which facts tell somebody who watches something new, and which only ask or confirm. */
import type { TraceColumns } from '../engine/trace.ts';
import { FACT, type Operation, operations } from '../models/facts.ts';

/** Which messages somebody watching wants to see: those that carry something. The others ask or confirm. */
const carries: Readonly<Record<Operation, { request: boolean; answer: boolean }>> = {
  upload: { request: true, answer: true },
  'hand-on': { request: true, answer: false },
  put: { request: true, answer: false },
  get: { request: false, answer: true },
  send: { request: true, answer: false },
  receive: { request: false, answer: true },
  delete: { request: false, answer: false },
  write: { request: true, answer: false },
  read: { request: false, answer: true },
  deliver: { request: true, answer: false },
  extend: { request: false, answer: false },
  publish: { request: true, answer: false },
  append: { request: true, answer: false },
  fetch: { request: false, answer: true },
  check: { request: false, answer: false },
};

/** By code of the operation × 2 + 1 if back. */
const carriesByCode: readonly boolean[] = operations.flatMap((operation) => [
  carries[operation].request,
  carries[operation].answer,
]);

/**
 * Whether a `message.sent` tells something new: it carries an upload, an object, a job, or bad news.
 * A poll, the answer that there is nothing, and confirmations do not.
 */
export function carriesNews(facts: TraceColumns, row: number): boolean {
  const code = facts.c[row] as number;
  if (((code >> 8) & 255) !== 0) return true;
  if ((facts.upload[row] as number) < 0) return false;
  return carriesByCode[(code & 255) * 2 + ((facts.b[row] as number) & 1)] as boolean;
}

/**
 * Whether somebody who steps from fact to fact wants to stop here. Polls, and messages that only ask or confirm, come
 * so often that one would never get anywhere.
 */
export function isWorthAStep(facts: TraceColumns, row: number): boolean {
  const kind = facts.kind[row];
  if (kind === FACT['queue.polled'] || kind === FACT['message.taken']) return false;
  if (kind === FACT['records.fetched']) return facts.b[row] !== 0;
  return kind !== FACT['message.sent'] || carriesNews(facts, row);
}
