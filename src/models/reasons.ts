/** Why a message failed or an upload came to nothing: a closed list, with codes for the trace. */

/** `none` is the code of "it went well". */
export const reasons = [
  'none',
  // Nobody answers
  /** Nothing in service behind the address: the connection is refused at once. */
  'connection-refused',
  /** The instance that held the request went down with it: the connection is reset. */
  'connection-reset',
  /** No answer came within the caller's time-out. */
  'timed-out',
  /** The caller opened its circuit breaker: it does not even try. */
  'circuit-open',
  // Too much at once
  /** The line of waiting requests was full. */
  'backlog-full',
  /** The request waited for a slot longer than it may. */
  'waited-too-long',
  /** More requests a second than a service takes (HTTP 429). */
  'throttled',
  /** All environments that a function may have are at work. */
  'concurrency-limit',
  /** More environments at once than a function may start. */
  'scaling-rate',
  /** As many messages in flight as a queue allows. */
  'in-flight-limit',
  // Through a load balancer or a gateway
  /** 502: the target refused, or closed the connection before it had answered. */
  'bad-gateway',
  /** 503: no target is registered. */
  'no-target',
  /** 504: the target did not answer in time. */
  'gateway-time-out',
  // The work itself
  /** A call that this work needed failed. */
  'dependency-failed',
  /** 404: what was asked for is not there. */
  'object-missing',
  /** The work ended in an error. */
  'work-failed',
  /** The message cannot be worked on, however often it is tried. */
  'poison-message',
  /** A function did not finish within its time-out. */
  'function-timed-out',
  /** The instance went down after it had said yes; nothing else knew of the upload. */
  'crashed-after-accepting',
  // Who may do what
  /** The role does not allow the call. */
  'execution-role-missing',
  /** The callee does not allow this caller. */
  'resource-policy-missing',
  /** Nothing leads out of the private network. */
  'no-way-out',
  // On the way between parties that do not wait for one another
  /** A message came back more often than its queue allows. */
  'too-many-receives',
  /** Nobody fetched it before its time of retention was over. */
  'retention-ended',
  /** All retries came to nothing. */
  'retries-exhausted',
  /** It was tried for as long as it may be. */
  'too-old',
  /** The target of a delivery does not exist. */
  'target-missing',
  /** No rule of the bus matched the event. */
  'no-rule-matched',
  /** Nobody subscribes to what was published. */
  'no-subscriber',
  /** It was passed on to nobody: the work ends before every step is done. */
  'nobody-took-over',
  // Struck by a fault
  /** Nothing gets through on the way there or back. */
  'link-cut',
  /** The store takes no writes, though it can be read. */
  'write-refused',
  // Who can reach whom
  /** Nothing leads into the private network. */
  'no-way-in',
  /** 500: the function behind the gateway does not let the gateway call it. */
  'gateway-not-let-in',
] as const;

export type Reason = (typeof reasons)[number];

/** Code of each reason in messages and facts. */
export const REASON = Object.fromEntries(reasons.map((reason, code) => [reason, code])) as Readonly<
  Record<Reason, number>
>;

/** The reason with this code; throws on a code that is none. */
export function reasonOf(code: number): Reason {
  const reason = reasons[code];
  if (reason === undefined) throw new Error(`reason code ${code} is none of 0 to ${reasons.length - 1}`);
  return reason;
}
