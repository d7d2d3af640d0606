/**
 * Which facts say that something goes wrong, where, and who notices. Read off single facts, so that figures and picture
 * mean the same by it.
 */
import { FACT, type FactKind, factKinds, OPERATION } from '../models/facts.ts';
import { REASON } from '../models/reasons.ts';
import type { WorldLink } from '../models/world.ts';

/**
 * What a fact says:
 * - `trouble` something failed, was refused, timed out, was throttled or is tried again where it is told;
 * - `notice` somebody saw that something is wrong, though nothing failed there because of it: a health check, a circuit
 *   that opened, an instance put in place of another, a policy that scales, a person who sees an error.
 *
 * Not among them is what only looks like it: waiting, a queue that grows, messages that reappear, work done twice, events
 * that no rule matches. Nobody notices these as they happen.
 */
type Says = 'trouble' | 'notice' | 'message';

/** Kinds of fact that tell the reason in column c; of a message it stands there beside other things. */
const tellsReason: readonly FactKind[] = [
  'message.taken',
  'upload.refused',
  'request.retried',
  'request.given-up',
  'retry.withheld',
  'request.refused',
  'job.failed',
  'delivery.dead-lettered',
  'delivery.dropped',
  'delivery.retried',
  'invocation.throttled',
  'invocation.retried',
  'invocation.dropped',
  'batch.failed',
];

const saysByKind: Readonly<Partial<Record<FactKind, Says>>> = {
  'request.retried': 'trouble',
  'request.timed-out': 'trouble',
  'request.given-up': 'trouble',
  'retry.withheld': 'trouble',
  'request.refused': 'trouble',
  'job.failed': 'trouble',
  'instance.crashed': 'trouble',
  'message.dead-lettered': 'trouble',
  'message.expired': 'trouble',
  'delivery.retried': 'trouble',
  'delivery.dead-lettered': 'trouble',
  'delivery.dropped': 'trouble',
  'record.expired': 'trouble',
  'invocation.throttled': 'trouble',
  'invocation.retried': 'trouble',
  'invocation.dropped': 'trouble',
  'batch.failed': 'trouble',
  'message.sent': 'message',
  'message.taken': 'message',
  'upload.refused': 'notice',
  'circuit.opened': 'notice',
  'instance.launched': 'notice',
  'instance.unhealthy': 'notice',
  'target.unhealthy': 'notice',
  'fail-open.began': 'notice',
  'desired.changed': 'notice',
};

/** Codes of the facts that can say so. */
export const troubleKinds: readonly number[] = factKinds.flatMap((kind, code) =>
  saysByKind[kind] === undefined ? [] : [code],
);

export const NOTHING = 0;
export const TROUBLE = 1;
export const NOTICE = 2;
const MESSAGE = 3;

const codeOf: Readonly<Record<Says, number>> = { trouble: TROUBLE, notice: NOTICE, message: MESSAGE };
const says = Uint8Array.from(factKinds, (kind) => {
  const said = saysByKind[kind];
  return said === undefined ? NOTHING : codeOf[said];
});

const SENT = FACT['message.sent'];
const LAUNCHED = FACT['instance.launched'];
const DESIRED_CHANGED = FACT['desired.changed'];
const LINK_CUT = REASON['link-cut'];
/** `instance.launched`, column c: once more after a crash, and in place of one that is unhealthy. */
const RESTART = 1;
const REPLACEMENT = 2;

/** What a fact says of the component where it was told: `TROUBLE`, `NOTICE`, or `NOTHING`. */
export function saysHere(kind: number, a: number, b: number, c: number): number {
  const said = says[kind] as number;
  if (said === MESSAGE) return failsAtCallee(kind, a, b, c) ? TROUBLE : NOTHING;
  if (said !== NOTICE) return said;
  if (kind === LAUNCHED) return c === RESTART || c === REPLACEMENT ? NOTICE : NOTHING;
  // Below 0 it was set by hand or by a schedule.
  if (kind === DESIRED_CHANGED) return c >= 0 ? NOTICE : NOTHING;
  return NOTICE;
}

const hasReason = Uint8Array.from(factKinds, (kind) => Number(tellsReason.includes(kind)));

/** The code of the reason that a fact of trouble tells; 0 where it tells none. */
export function reasonTold(kind: number, c: number): number {
  if (kind === SENT) return (c >> 8) & 0xff;
  return hasReason[kind] === 1 ? c : 0;
}

/**
 * The component whose call has failed, as the answer arrives there; -1 if a fact tells of no such answer. That a health
 * check fails is no failure of who asks.
 */
export function callerInTrouble(kind: number, b: number, c: number, links: readonly WorldLink[]): number {
  if (kind !== SENT || (b & 1) === 0 || (c & 0xff00) === 0 || (c & 0xff) === OPERATION.check) return -1;
  return links[b >> 1]?.from ?? -1;
}

/** Whether a message came to nothing at the component that it was for. On a link that is cut it never got there. */
function failsAtCallee(kind: number, a: number, b: number, c: number): boolean {
  if (kind !== SENT) return c !== 0 && c !== LINK_CUT && a !== OPERATION.check;
  const reason = (c >> 8) & 0xff;
  return (b & 1) === 1 && reason !== 0 && reason !== LINK_CUT && (c & 0xff) !== OPERATION.check;
}
