/**
 * Where a reader learns what helps: for each reason for which an upload can be refused or lost, the passage of a story that
 * explains the remedy. In few words the remedy itself stands in `text/reason-words.ts`.
 */
import type { Reason } from '../models/reasons.ts';
import type { StoryId } from '../stages/catalogue.ts';

export interface Remedy {
  story: StoryId;
  /** Id of the passage in that story. */
  passage: string;
}

/** Why something can have failed. */
export type Failure = Exclude<Reason, 'none'>;

const at = (story: StoryId, passage: string): Remedy => ({ story, passage });

/** Say yes once it is safe, and let nobody wait for the rest. */
const answerFirst = at('queued', 'message');
/** What is down or out of reach for a while does not matter to those before it. */
const waitInQueue = at('queued', 'down');
const moreInstances = at('load-balanced', 'wider');
const spareInstance = at('load-balanced', 'one-lost');
const setAside = at('queued', 'dead-letters');
/** Rules and subscriptions that reach somebody. */
const holdRules = at('event-driven', 'twice');
const tryAgainGently = at('serverless-application', 'again');

const remedies: Readonly<Record<Failure, Remedy>> = {
  'connection-refused': spareInstance,
  'connection-reset': answerFirst,
  'timed-out': answerFirst,
  'circuit-open': tryAgainGently,
  'backlog-full': moreInstances,
  'waited-too-long': moreInstances,
  throttled: tryAgainGently,
  'concurrency-limit': at('serverless', 'limits'),
  // Environments that are kept ready need not be started.
  'scaling-rate': at('serverless-application', 'cold'),
  // A message that is done is deleted.
  'in-flight-limit': at('queued', 'fleet'),
  'bad-gateway': spareInstance,
  'no-target': at('load-balanced', 'never-zero'),
  'gateway-time-out': answerFirst,
  'dependency-failed': waitInQueue,
  // First the master, then the message that says where it lies.
  'object-missing': answerFirst,
  'work-failed': at('event-driven', 'failure'),
  'poison-message': setAside,
  'function-timed-out': at('file-processing', 'night'),
  'crashed-after-accepting': answerFirst,
  'execution-role-missing': at('serverless-application', 'trigger'),
  'resource-policy-missing': at('file-processing', 'trigger'),
  'gateway-not-let-in': at('file-processing', 'trigger'),
  'no-way-out': at('database-trigger', 'inside'),
  'too-many-receives': setAside,
  'retention-ended': at('real-time-stream', 'behind'),
  'retries-exhausted': at('serverless', 'failure'),
  'too-old': at('serverless', 'failure'),
  'target-missing': holdRules,
  'no-rule-matched': holdRules,
  'no-subscriber': holdRules,
  'nobody-took-over': at('event-driven', 'what'),
  'link-cut': waitInQueue,
  // Before every step a queue, so before storing too.
  'write-refused': at('queued', 'every-step'),
  'no-way-in': at('function-network', 'inside'),
};

/** Where it is told how to prevent what failed for this reason. */
export function remedyOf(reason: Failure): Remedy {
  return remedies[reason];
}
