/** Rules that fire by the clock. All times are UTC; a rule fires within its minute, a few seconds late. */
import { MICROSECONDS_PER_SECOND } from '../../engine/time.ts';
import { EVENT, FACT } from '../facts.ts';
import type { BusContext, BusState, PreparedRule } from './bus-state.ts';
import { copyToTargets, lazyEnvelope, SEND_OFF } from './copies.ts';
import type { BusEvent } from './envelope.ts';
import { nextTimes } from './schedule/schedule.ts';

/** Wake: the schedule of a rule comes round (rule, life of the rules). */
export const FIRE = SEND_OFF + 1;

/** Plans the next time of every schedule. A `rate` counts from when its rule began, which a change elsewhere leaves alone. */
export function planSchedules(ctx: BusContext, state: BusState): void {
  const { rules, beganAt } = ctx.prepared;
  const now = beganAt + ctx.now() / MICROSECONDS_PER_SECOND;
  const began = new Map<string, number>();
  state.rulesLife += 1;
  state.firesAt = rules.map(() => -1);
  rules.forEach((rule, number) => {
    const expression = ctx.params.rules[number]?.schedule;
    if (rule.schedule === null || !rule.isEnabled || expression === undefined) return;
    const key = `${rule.name} ${expression}`;
    began.set(key, state.schedulesBegan.get(key) ?? now);
    planNext(ctx, state, number, now, began.get(key) as number);
  });
  state.schedulesBegan = began;
}

function planNext(ctx: BusContext, state: BusState, number: number, after: number, startedAt: number): void {
  const { rules, beganAt, jitter } = ctx.prepared;
  const { schedule } = rules[number] as PreparedRule;
  const [next] = schedule === null ? [] : nextTimes(schedule, after, 1, { startedAt });
  if (next === undefined) return;
  state.firesAt[number] = next;
  const { scheduleJitterSeconds } = ctx.params;
  const late = scheduleJitterSeconds === 0 ? 0 : scheduleJitterSeconds * ctx.uniform(jitter);
  // A time long past the end of any run would be no exact number of microseconds.
  const delay = Math.min(next - beganAt + late, FARTHEST_SECONDS) * MICROSECONDS_PER_SECOND - ctx.now();
  ctx.wakeAfter(Math.max(0, Math.round(delay)), FIRE, number, state.rulesLife);
}

/** A hundred years from the beginning. */
const FARTHEST_SECONDS = 3_155_760_000;

export function fire(ctx: BusContext, state: BusState, number: number, life: number): void {
  if (life !== state.rulesLife) return;
  const { name } = ctx.prepared.rules[number] as PreparedRule;
  ctx.record(FACT['schedule.fired'], -1, number, 0, 0, 0);
  const event: BusEvent = {
    number: state.nextEvent,
    at: ctx.now(),
    from: -1,
    upload: -1,
    object: 0,
    event: EVENT.scheduled,
    content: 0,
  };
  state.nextEvent += 1;
  copyToTargets(ctx, state, number, event, lazyEnvelope(ctx, event, null));
  const key = `${name} ${ctx.params.rules[number]?.schedule}`;
  const at = state.firesAt[number] as number;
  planNext(ctx, state, number, at, state.schedulesBegan.get(key) ?? at);
}
