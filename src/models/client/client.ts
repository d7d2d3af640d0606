/** People who upload videos: each sends a request and is told that it worked, or sees an error, now or after some tries. */
import { sampler } from '../../engine/distributions.ts';
import { ln } from '../../engine/math.ts';
import { MICROSECONDS_PER_SECOND, ms, type SimTime, seconds } from '../../engine/time.ts';
import { entryOperation } from '../entry.ts';
import { EVENT, FACT, OPERATION } from '../facts.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import type { ClientContext, ClientState, Newcomer, Prepared } from './client-state.ts';
import { beginOutage, endOutage, firstFrom, retryStorm, trafficSurge, waitsOutside } from './crowds.ts';
import { type Errand, freeErrand, noErrands, takeErrand } from './errands.ts';
import { clientParameters } from './params.ts';
import { circuitLetsThrough, closeCircuit, delayBefore, failed, mayRetry, succeeded } from './persistence.ts';
import {
  areaBetween,
  constantProfile,
  dailyProfile,
  type Profile,
  recordedProfile,
  spikeProfile,
  whenReached,
} from './profile.ts';

/** What those tell who send no uploads. */
const eventsSent = {
  clicks: EVENT.clicked,
  errors: EVENT['error-reported'],
  states: EVENT['instance-state-change'],
} as const;

/** Wakes: (plan), (place of the request, its id), (errand, its life), a person has thought. */
const ARRIVAL = 0;
const TIMED_OUT = 1;
const RETRY = 2;
const THOUGHT = 3;

export const client = {
  kind: 'client',
  parameters: clientParameters,
  prepare(ctx): Prepared {
    const link = ctx.onlyLink();
    return {
      link,
      operation: entryOperation(ctx.kindOf(ctx.targetOf(link))),
      minutes: sampler(ctx.params.videoMinutes),
      thinkSeconds: sampler(ctx.params.thinkTime),
      profile: profileOf(ctx.params),
      timeout: seconds(ctx.params.timeoutSeconds),
      arrivals: ctx.stream('arrivals'),
      videos: ctx.stream('videos'),
      videosByHand: ctx.stream('videos by hand'),
      thinking: ctx.stream('thinking'),
      jitter: ctx.stream('jitter'),
      poison: ctx.stream('poison'),
      herd: ctx.stream('herd'),
    };
  },
  start(ctx) {
    const state: ClientState = {
      expectedUntilNext: 0,
      countedUntil: seconds(ctx.params.startsAtSeconds),
      plan: 0,
      nextOfTimes: 0,
      errands: noErrands(),
      people: 0,
      tokens: ctx.params.retryBudgetTokens,
      failuresInARow: 0,
      circuit: 'closed',
      openUntil: 0,
      probe: -1,
      outages: [],
      outside: [],
      triesOutside: [],
    };
    state.expectedUntilNext = drawGap(ctx);
    planNext(ctx, state);
    invitePeople(ctx, state);
    return state;
  },
  receive(ctx, state, message) {
    const errand = state.errands.all[message.token] as Errand;
    if (message.reason === REASON.none) triedWell(ctx, state, errand);
    else triedInVain(ctx, state, errand, message.id, message.reason);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === ARRIVAL) {
      if (a !== state.plan) return;
      come(ctx, state, { byHand: false, isOfPerson: false });
      state.nextOfTimes += 1;
      state.countedUntil = ctx.now();
      state.expectedUntilNext = drawGap(ctx);
      planNext(ctx, state);
    } else if (wake === TIMED_OUT) timedOut(ctx, state, a, b);
    else if (wake === RETRY) retry(ctx, state, a, b);
    else thought(ctx, state);
  },
  turned(ctx, state, parameter) {
    // Whatever is done at a time comes before those who come then.
    if (parameter === 'times') state.nextOfTimes = firstFrom(ctx.params.times, ctx.now());
    // The count-down so far was done at the old rate, by `beforeTurn`; from here on the new rate holds.
    planNext(ctx, state);
    invitePeople(ctx, state);
    state.tokens = Math.min(state.tokens, ctx.params.retryBudgetTokens);
    if (ctx.params.breakerFailures === 0) closeCircuit(ctx, state);
  },
  beforeTurn(ctx, state) {
    if (ctx.now() <= state.countedUntil) return;
    state.expectedUntilNext -= expectedBetween(ctx, state.countedUntil, ctx.now());
    if (state.expectedUntilNext < 0) state.expectedUntilNext = 0;
    state.countedUntil = ctx.now();
  },
  uploadByHand(ctx, state) {
    come(ctx, state, { byHand: true, isOfPerson: false });
  },
  faults: {
    'traffic-surge': trafficSurge,
    'retry-storm': retryStorm,
    'thundering-herd': {
      begin: (_ctx, state, strike) => beginOutage(state, strike),
      end(ctx, state, strike) {
        if (endOutage(state, strike)) letIn(ctx, state);
      },
    },
    'poison-messages': {
      overrides: ({ poisonShare }, { strength }) => ({ poisonShare: Math.max(poisonShare, strength) }),
    },
  },
  holds(state, visit) {
    for (const { isBackingOff, upload } of state.errands.all) if (isBackingOff === 1 && upload >= 0) visit(upload);
  },
} satisfies Model<typeof clientParameters, ClientState, Prepared>;

// Uploads, and events that belong to none

/** Somebody comes, and begins, unless nobody gets through: then they wait or go away. Uploads by hand always wait. */
function come(ctx: ClientContext, state: ClientState, newcomer: Newcomer): void {
  if (state.outages.length === 0) arrive(ctx, state, newcomer);
  else if (newcomer.byHand || waitsOutside(ctx, state)) state.outside.push(newcomer);
  else if (newcomer.isOfPerson) think(ctx, state);
}

/** The outage is over: all who waited come at this moment, those first who had begun before it. */
function letIn(ctx: ClientContext, state: ClientState): void {
  const { outside, triesOutside } = state;
  state.outside = [];
  state.triesOutside = [];
  for (const { index, life } of triesOutside) retry(ctx, state, index, life);
  for (const newcomer of outside) arrive(ctx, state, newcomer);
}

function arrive(ctx: ClientContext, state: ClientState, { byHand, isOfPerson }: Newcomer): void {
  const { sends } = ctx.params;
  if (sends !== 'uploads' && !byHand) {
    const event = eventsSent[sends];
    ctx.record(FACT['event.raised'], -1, -1, event, 0, 0);
    attempt(ctx, state, takeErrand(state.errands, -1, event, isOfPerson));
    return;
  }
  const { minutes, videos, videosByHand, poison } = ctx.prepared;
  const { masterMegabytesPerMinute, poisonShare } = ctx.params;
  const lengthMinutes = minutes(ctx.uniform(byHand ? videosByHand : videos));
  const upload = ctx.startUpload(lengthMinutes * 60, lengthMinutes * masterMegabytesPerMinute, byHand);
  if (poisonShare > 0 && ctx.uniform(poison) < poisonShare) ctx.markPoison(upload);
  attempt(ctx, state, takeErrand(state.errands, upload, EVENT['upload-complete'], isOfPerson));
}

/** Tries an errand, unless the circuit is open. */
function attempt(ctx: ClientContext, state: ClientState, errand: Errand): void {
  if (!circuitLetsThrough(ctx, state, errand)) {
    giveUp(ctx, state, errand, -1, REASON['circuit-open']);
    return;
  }
  const { link, operation, timeout } = ctx.prepared;
  const { upload } = errand;
  const message = ctx.call(link, operation, upload, errand.index, errand.tries);
  errand.tries += 1;
  const bringsVideo = upload >= 0 && (operation === OPERATION.upload || operation === OPERATION.put);
  if (bringsVideo) message.megabytes = ctx.megabytes(upload);
  else message.event = errand.event;
  if (timeout > 0) ctx.wakeAfter(timeout, TIMED_OUT, message.slot, message.id);
}

function triedWell(ctx: ClientContext, state: ClientState, errand: Errand): void {
  succeeded(ctx, state, errand);
  if (errand.upload >= 0) ctx.accept(errand.upload);
  else ctx.record(FACT['event.taken'], -1, -1, errand.event, 0, 0);
  end(ctx, state, errand);
}

function timedOut(ctx: ClientContext, state: ClientState, slot: number, messageId: number): void {
  const message = ctx.message(slot);
  if (message.id !== messageId || message.caller === -1 || message.isHungUp === 1) return;
  const waited = ctx.now() - message.sentAt;
  ctx.record(FACT['request.timed-out'], message.upload, messageId, waited, 0, message.operation);
  triedInVain(ctx, state, state.errands.all[message.token] as Errand, messageId, REASON['timed-out']);
  ctx.hangUp(slot);
}

/** One try came to nothing: there is another one, or the person sees an error. */
function triedInVain(ctx: ClientContext, state: ClientState, errand: Errand, messageId: number, reason: number): void {
  failed(ctx, state, errand);
  if (!mayRetry(ctx, state, errand, reason)) {
    giveUp(ctx, state, errand, messageId, reason);
    return;
  }
  const { upload, tries } = errand;
  const delay = delayBefore(ctx, tries);
  ctx.record(FACT['request.retried'], upload, messageId, tries, ctx.now() + delay, reason);
  ctx.keep(upload);
  errand.isBackingOff = 1;
  ctx.wakeAfter(delay, RETRY, errand.index, errand.life);
}

function retry(ctx: ClientContext, state: ClientState, index: number, life: number): void {
  const errand = state.errands.all[index] as Errand;
  if (errand.life !== life) return;
  if (state.outages.length > 0) {
    state.triesOutside.push({ index, life });
    return;
  }
  errand.isBackingOff = 0;
  const { upload } = errand;
  attempt(ctx, state, errand);
  ctx.release(upload);
}

/** The person sees an error, whatever may yet become of the upload. */
function giveUp(ctx: ClientContext, state: ClientState, errand: Errand, messageId: number, reason: number): void {
  const { upload, tries } = errand;
  ctx.record(FACT['request.given-up'], upload, messageId, tries, upload < 0 ? 1 : 0, reason);
  if (upload >= 0) ctx.refuse(upload, reason);
  end(ctx, state, errand);
}

function end(ctx: ClientContext, state: ClientState, errand: Errand): void {
  if (state.probe === errand.index) state.probe = -1;
  freeErrand(state.errands, errand);
  if (errand.isOfPerson === 1) think(ctx, state);
}

// People who wait for an answer before they upload again

/** Lets as many people begin as there should be and are not yet; each thinks before the first upload. */
function invitePeople(ctx: ClientContext, state: ClientState): void {
  if (ctx.params.arrivals !== 'closed') return;
  const firstAt = Math.max(seconds(ctx.params.startsAtSeconds) - ctx.now(), 0);
  for (; state.people < ctx.params.population; state.people += 1) {
    ctx.wakeAfter(firstAt + thinkingTime(ctx), THOUGHT, 0, 0);
  }
}

/** A person has had an answer, or given up. */
function think(ctx: ClientContext, state: ClientState): void {
  if (state.people > ctx.params.population) state.people -= 1;
  else ctx.wakeAfter(thinkingTime(ctx), THOUGHT, 0, 0);
}

function thought(ctx: ClientContext, state: ClientState): void {
  if (state.people > ctx.params.population) state.people -= 1;
  else come(ctx, state, { byHand: false, isOfPerson: true });
}

/** Nobody thinks for no time at all: answered at once, they would go round while time stands still. Our choice: 1 ms. */
const LEAST_THINKING = ms(1);

function thinkingTime(ctx: ClientContext): SimTime {
  const thinks = seconds(ctx.prepared.thinkSeconds(ctx.uniform(ctx.prepared.thinking)));
  return thinks === 0 ? LEAST_THINKING : thinks;
}

// When the next one comes

function profileOf(params: Context<Values<typeof clientParameters>, undefined>['params']): Profile {
  const { arrivals, recording, dayLengthSeconds, spikeAtSeconds, spikeLastsSeconds, spikeFactor } = params;
  if (arrivals === 'recorded' && recording !== null) return recordedProfile(recording);
  if (arrivals === 'daily') return dailyProfile(dayLengthSeconds);
  if (arrivals === 'spike') return spikeProfile(spikeAtSeconds, spikeLastsSeconds, spikeFactor);
  return constantProfile;
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
  const { arrivals, ratePerSecond, times } = ctx.params;
  if (arrivals === 'none' || arrivals === 'closed') return Number.POSITIVE_INFINITY;
  if (arrivals === 'times') {
    const next = times[state.nextOfTimes];
    return next === undefined ? Number.POSITIVE_INFINITY : seconds(next);
  }
  if (ratePerSecond === 0) return Number.POSITIVE_INFINITY;
  const { profile } = ctx.prepared;
  const amount = state.expectedUntilNext / ratePerSecond;
  if (profile === constantProfile) return state.countedUntil + seconds(amount);
  return seconds(whenReached(profile, state.countedUntil / MICROSECONDS_PER_SECOND, amount));
}

/** Expected arrivals between two moments at the present rate. */
function expectedBetween(ctx: ClientContext, from: SimTime, to: SimTime): number {
  const fromSeconds = from / MICROSECONDS_PER_SECOND;
  return areaBetween(ctx.prepared.profile, fromSeconds, to / MICROSECONDS_PER_SECOND) * ctx.params.ratePerSecond;
}
