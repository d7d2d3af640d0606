/**
 * The archive of a bus, and replays from it. What lies in the archive can still come forward: an upload that is kept there
 * is not lost, until the time of retention is over.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import type { BusReplay } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import type { BusContext, BusState, Replay } from './bus-state.ts';
import type { BusEvent } from './envelope.ts';
import { FIRE } from './schedules.ts';

/** Wakes: the oldest event may be over its time; a replay begins (its place in the list, life of the list); goes on (number). */
export const RETENTION_ENDS = FIRE + 1;
export const REPLAY_BEGINS = FIRE + 2;
export const REPLAY_GOES_ON = FIRE + 3;

/** Amazon EventBridge: events are replayed minute by minute of their own time, all of one minute at once. */
const REPLAY_STEP = seconds(60);
/** From one such minute to the next. Our choice: the real service takes as long as it takes. */
const PAUSE_BETWEEN_STEPS = seconds(1);

export function archive(ctx: BusContext, state: BusState, event: BusEvent, envelope: () => JsonObject): void {
  const { archived } = ctx.prepared;
  if (ctx.params.archive === null || (archived !== null && !archived.matches(envelope()))) return;
  state.archive.push(event);
  ctx.keep(event.upload);
  ctx.record(FACT['event.archived'], event.upload, event.number, event.event, 0, 0);
  planLook(ctx, state);
}

function planLook(ctx: BusContext, state: BusState): void {
  const oldest = state.archive[state.archiveHead];
  const retention = ctx.params.archive?.retentionSeconds ?? 0;
  if (oldest === undefined || retention === 0 || state.archiveLooksAt >= 0) return;
  state.archiveLooksAt = Math.max(ctx.now(), oldest.at + seconds(retention));
  ctx.wakeAfter(state.archiveLooksAt - ctx.now(), RETENTION_ENDS, 0, 0);
}

/** To be called on `RETENTION_ENDS`: a look that was planned for another time of retention is none any more. */
export function lookAtArchive(ctx: BusContext, state: BusState): void {
  if (state.archiveLooksAt === ctx.now()) clearArchive(ctx, state);
}

/** Lets go of what is too old; of everything if there is no archive any more. */
export function clearArchive(ctx: BusContext, state: BusState): void {
  const { archive: kept } = ctx.params;
  state.archiveLooksAt = -1;
  const isForEver = kept !== null && kept.retentionSeconds === 0;
  const until = kept === null ? Number.POSITIVE_INFINITY : ctx.now() - seconds(kept.retentionSeconds);
  let oldest = state.archive[state.archiveHead];
  while (!isForEver && oldest !== undefined && oldest.at <= until) {
    state.archiveHead += 1;
    ctx.release(oldest.upload, REASON['retention-ended']);
    oldest = state.archive[state.archiveHead];
  }
  if (state.archiveHead > 64 && state.archiveHead * 2 > state.archive.length) {
    state.archive = state.archive.slice(state.archiveHead);
    state.archiveHead = 0;
  }
  planLook(ctx, state);
}

/** Plans the replays that have not begun; those whose time is past never will. */
export function planReplays(ctx: BusContext, state: BusState): void {
  state.replaysLife += 1;
  ctx.params.replays.forEach((replay, place) => {
    const delay = seconds(replay.atSeconds) - ctx.now();
    if (delay < 0 || state.replaysBegun.includes(keyOf(replay))) return;
    ctx.wakeAfter(delay, REPLAY_BEGINS, place, state.replaysLife);
  });
}

function keyOf({ atSeconds, fromSeconds, toSeconds, rule }: BusReplay): string {
  return JSON.stringify([atSeconds, fromSeconds, toSeconds, rule ?? null]);
}

/** Begins a replay; returns it, or undefined if it was taken back. */
export function beginReplay(ctx: BusContext, state: BusState, place: number, life: number): Replay | undefined {
  const asked = ctx.params.replays[place];
  if (life !== state.replaysLife || asked === undefined) return undefined;
  state.replaysBegun.push(keyOf(asked));
  const from = seconds(asked.fromSeconds);
  // What came later than this is not in the archive yet.
  const latest = ctx.now() - seconds(ctx.params.archiveDelaySeconds);
  const to = Math.min(seconds(asked.toSeconds), Math.max(from, latest));
  const replay = { number: state.replays.length, from, to, rule: asked.rule ?? null, cursor: from };
  state.replays.push(replay);
  return replay;
}

/** The events of the next minute in which there are any; plans the minute after it. */
export function nextOfReplay(ctx: BusContext, state: BusState, replay: Replay): BusEvent[] {
  const { from, to, cursor } = replay;
  const left = state.archive.slice(state.archiveHead).filter(({ at }) => at >= cursor && at < to);
  const [first] = left;
  if (first === undefined) return [];
  const minute = Math.floor((first.at - from) / REPLAY_STEP);
  const end: SimTime = from + (minute + 1) * REPLAY_STEP;
  replay.cursor = end;
  const step = left.filter(({ at }) => at < end);
  if (step.length < left.length) ctx.wakeAfter(PAUSE_BETWEEN_STEPS, REPLAY_GOES_ON, replay.number, 0);
  return step;
}
