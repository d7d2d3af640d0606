/** People who upload videos: each sends one request and is told that it worked, or sees an error. */
import { sampler } from '../../engine/distributions.ts';
import { ln } from '../../engine/math.ts';
import { MICROSECONDS_PER_SECOND, type SimTime, seconds } from '../../engine/time.ts';
import { OPERATION } from '../facts.ts';
import type { Context, Model } from '../model.ts';
import type { Recording, Values } from '../parameters.ts';
import { clientParameters } from './params.ts';

interface Prepared {
  link: number;
  minutes: (u: number) => number;
  arrivals: number;
  videos: number;
  videosByHand: number;
}

type ClientContext = Context<Values<typeof clientParameters>, Prepared>;

interface ClientState {
  /**
   * How many expected arrivals are still to pass until the next one: a unit-exponential draw for Poisson, 1 for
   * steady. Counting in expected arrivals lets the rate change at any time without another draw.
   */
  expectedUntilNext: number;
  /** Up to when `expectedUntilNext` has been counted down. */
  countedUntil: SimTime;
  /** Number of the plan that is valid; wakes of older plans are ignored. */
  plan: number;
  nextOfTimes: number;
}

const ARRIVAL = 0;

export const client = {
  kind: 'client',
  parameters: clientParameters,
  prepare: (ctx): Prepared => ({
    link: ctx.onlyLink(),
    minutes: sampler(ctx.params.videoMinutes),
    arrivals: ctx.stream('arrivals'),
    videos: ctx.stream('videos'),
    videosByHand: ctx.stream('videos by hand'),
  }),
  start(ctx) {
    const state: ClientState = { expectedUntilNext: 0, countedUntil: 0, plan: 0, nextOfTimes: 0 };
    state.expectedUntilNext = drawGap(ctx);
    planNext(ctx, state);
    return state;
  },
  receive(ctx, _state, message) {
    if (message.reason === 0) ctx.accept(message.upload);
    else ctx.refuse(message.upload, message.reason);
  },
  wake(ctx, state, _wake, plan) {
    if (plan !== state.plan) return;
    upload(ctx, false);
    state.nextOfTimes += 1;
    state.countedUntil = ctx.now();
    state.expectedUntilNext = drawGap(ctx);
    planNext(ctx, state);
  },
  turned(ctx, state) {
    // The count-down so far was done at the old rate, by `beforeTurn`; from here on the new rate holds.
    planNext(ctx, state);
  },
  beforeTurn(ctx, state) {
    state.expectedUntilNext -= expectedBetween(ctx, state.countedUntil, ctx.now());
    if (state.expectedUntilNext < 0) state.expectedUntilNext = 0;
    state.countedUntil = ctx.now();
  },
  uploadByHand(ctx) {
    upload(ctx, true);
  },
  holds: () => {},
} satisfies Model<typeof clientParameters, ClientState, Prepared>;

function upload(ctx: ClientContext, byHand: boolean): void {
  const { link, minutes, videos, videosByHand } = ctx.prepared;
  const lengthMinutes = minutes(ctx.uniform(byHand ? videosByHand : videos));
  const megabytes = lengthMinutes * ctx.params.masterMegabytesPerMinute;
  const number = ctx.startUpload(lengthMinutes * 60, megabytes, byHand);
  ctx.call(link, OPERATION.upload, number, 0).megabytes = megabytes;
}

function drawGap(ctx: ClientContext): number {
  return ctx.params.arrivals === 'steady' ? 1 : 0 - ln(ctx.uniform(ctx.prepared.arrivals));
}

function planNext(ctx: ClientContext, state: ClientState): void {
  state.plan += 1;
  const at = nextArrival(ctx, state);
  // At a tiny rate the next one may come after the end of time, which is as good as never.
  if (at <= Number.MAX_SAFE_INTEGER) ctx.wakeAfter(Math.max(at - ctx.now(), 0), ARRIVAL, state.plan, 0);
}

function nextArrival(ctx: ClientContext, state: ClientState): SimTime {
  const { arrivals, ratePerSecond, times, recording } = ctx.params;
  if (arrivals === 'none') return Number.POSITIVE_INFINITY;
  if (arrivals === 'times') {
    const next = times[state.nextOfTimes];
    return next === undefined ? Number.POSITIVE_INFINITY : seconds(next);
  }
  if (ratePerSecond === 0) return Number.POSITIVE_INFINITY;
  if (arrivals === 'recorded' && recording !== null) {
    return whenRecorded(recording, state.countedUntil, state.expectedUntilNext / ratePerSecond);
  }
  return state.countedUntil + seconds(state.expectedUntilNext / ratePerSecond);
}

/** When, counted from `from`, the factors of the recording have added up to `factorSeconds`. */
function whenRecorded(recording: Recording, from: SimTime, factorSeconds: number): SimTime {
  const { binSeconds, factors } = recording;
  let atSeconds = from / MICROSECONDS_PER_SECOND;
  let left = factorSeconds;
  for (let bin = Math.floor(atSeconds / binSeconds); bin < factors.length; bin += 1) {
    const factor = factors[bin] as number;
    const binEnd = (bin + 1) * binSeconds;
    const inThisBin = factor * (binEnd - atSeconds);
    if (inThisBin >= left && factor > 0) return seconds(atSeconds + left / factor);
    left -= inThisBin;
    atSeconds = binEnd;
  }
  return Number.POSITIVE_INFINITY;
}

/** Expected arrivals between two moments at the present rate. */
function expectedBetween(ctx: ClientContext, from: SimTime, to: SimTime): number {
  const { arrivals, ratePerSecond, recording } = ctx.params;
  const span = (to - from) / MICROSECONDS_PER_SECOND;
  if (arrivals !== 'recorded' || recording === null) return span * ratePerSecond;
  let sum = 0;
  let atSeconds = from / MICROSECONDS_PER_SECOND;
  const end = to / MICROSECONDS_PER_SECOND;
  for (let bin = Math.floor(atSeconds / recording.binSeconds); atSeconds < end; bin += 1) {
    const binEnd = Math.min((bin + 1) * recording.binSeconds, end);
    sum += (recording.factors[bin] ?? 0) * (binEnd - atSeconds);
    atSeconds = binEnd;
  }
  return sum * ratePerSecond;
}
