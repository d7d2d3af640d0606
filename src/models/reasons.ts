/** Why a message failed or an upload came to nothing: a closed list, with codes for the trace. */

/** `none` is the code of "it went well". */
export const reasons = [
  'none',
  /** Nothing in service behind the address: the connection is refused at once. */
  'connection-refused',
  /** The instance that held the request went down with it: the connection is reset. */
  'connection-reset',
  /** The line of waiting requests was full. */
  'backlog-full',
  /** A call that this work needed failed. */
  'dependency-failed',
  /** The instance went down after it had said yes; nothing else knew of the upload. */
  'crashed-after-accepting',
  /** A message came back more often than its queue allows. */
  'too-many-receives',
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
