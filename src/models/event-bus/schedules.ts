/** Rules that fire by the clock. All times are UTC; a rule fires within its minute, a few seconds late. */
import { MICROSECONDS_PER_SECOND } from '../../engine/time.ts';
import { EVENT, FACT } from '../facts.ts';
import type { BusContext, BusState, PreparedRule, ScheduleState } from './bus-state.ts';
import { copyToTargets, lazyEnvelope, SEND_OFF } from './copies.ts';
import type { BusEvent } from './envelope.ts';
import { nextTimes } from './schedule/schedule.ts';

/** Wake: the schedule of a rule comes round (rule, life of the rules). */
export const FIRE = SEND_OFF + 1;

/**
 * Plans the next time of every schedule. One that a change of other rules leaves alone goes on as planned; a `rate` counts
 * from when its rule began. One that is taken out of a rule and put back counts as if it had been there all the time.
 */
export function planSchedules(ctx: BusContext, state: BusState): void {
  const { rules, beganAt } = ctx.prepared;
  const now = beganAt + ctx.now() / MICROSECONDS_PER_SECOND;
  const before = state.schedules;
  state.schedules = new Map([...before].filter(([key]) => rules.some((rule) => isTakenOut(rule, key))));
  state.rulesLife += 1;
  state.firesAt = rules.map(() => -1);
  rules.forEach((rule, number) => {
    const key = keyOf(ctx, number);
    if (rule.schedule === null || !rule.isEnabled || key === undefined) return;
    const planned = before.get(key);
    if (planned === undefined || planned.due < ctx.now()) planNext(ctx, state, number, key, now, planned?.began ?? now);
    else plan(ctx, state, number, key, planned);
  });
}

/** Name of a rule and its schedule; undefined if it has none. */
function keyOf({ params }: BusContext, number: number): string | undefined {
  const { name, schedule } = params.rules[number] ?? {};
  return schedule === undefined ? undefined : `${name} ${schedule}`;
}

function isTakenOut({ name, schedule }: PreparedRule, key: string): boolean {
  return schedule === null && key.startsWith(`${name} `);
}

function planNext(ctx: BusContext, state: BusState, number: number, key: string, after: number, began: number): void {
  const { rules, beganAt, jitter } = ctx.prepared;
  const { schedule } = rules[number] as PreparedRule;
  const [next] = schedule === null ? [] : nextTimes(schedule, after, 1, { startedAt: began });
  if (next === undefined) return;
  const { scheduleJitterSeconds } = ctx.params;
  const late = scheduleJitterSeconds === 0 ? 0 : scheduleJitterSeconds * ctx.uniform(jitter);
  // A time long past the end of any run would be no exact number of microseconds.
  const due = Math.round(Math.min(next - beganAt + late, FARTHEST_SECONDS) * MICROSECONDS_PER_SECOND);
  plan(ctx, state, number, key, { began, next, due: Math.max(ctx.now(), due) });
}

function plan(ctx: BusContext, state: BusState, number: number, key: string, planned: ScheduleState): void {
  state.schedules.set(key, planned);
  state.firesAt[number] = planned.next;
  ctx.wakeAfter(planned.due - ctx.now(), FIRE, number, state.rulesLife);
}

/** A hundred years from the beginning. */
const FARTHEST_SECONDS = 3_155_760_000;

export function fire(ctx: BusContext, state: BusState, number: number, life: number): void {
  if (life !== state.rulesLife) return;
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
  const key = keyOf(ctx, number);
  const fired = key === undefined ? undefined : state.schedules.get(key);
  if (key !== undefined && fired !== undefined) planNext(ctx, state, number, key, fired.next, fired.began);
}
