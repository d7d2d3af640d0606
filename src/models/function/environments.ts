/**
 * Execution environments: how one is found for a run, how it starts, waits warm and idle, and goes. Each works on one
 * thing at a time; what it keeps in memory and in /tmp is its own.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import { REASON } from '../reasons.ts';
import { factorOf, isStruck, shareOf } from '../work/strikes.ts';
import { type Environment, type FunctionContext, type FunctionState, takeEnvironment, WAKE } from './function-state.ts';
import { reasonAgainstOneMore, takeStart } from './limits.ts';
import { INIT_LIMIT_SECONDS } from './runtimes.ts';
import { provisionedByVersion, traitsOf, vcpuOfVersion } from './versions.ts';

/** Last column of `instance.launched`, for an environment that is kept ready for the alias. */
const LAUNCHED_AHEAD = 3;

/**
 * An environment for a run of this version: one kept ready for the alias, else a warm one, else a new one. Of several the
 * one used last: our choice, so that those not needed grow old and go. If there can be none, the reason why.
 */
export function claim(ctx: FunctionContext, state: FunctionState, version: number): Environment | number {
  const ready = state.provisionedIdle.get(version)?.pop();
  if (ready !== undefined) return state.environments[ready] as Environment;
  const reason = reasonAgainstOneMore(ctx, state);
  if (reason !== REASON.none) return reason;
  const warm = state.idle.get(version)?.pop();
  if (warm === undefined && !takeStart(ctx, state)) return REASON['scaling-rate'];
  state.atWork += 1;
  return warm === undefined ? launch(ctx, state, version, false) : (state.environments[warm] as Environment);
}

// Starting

function launch(ctx: FunctionContext, state: FunctionState, version: number, isAhead: boolean): Environment {
  const environment = takeEnvironment(state);
  const download = downloadTime(ctx, state);
  const takes = startTime(ctx, state, version);
  // One that is started ahead has minutes for it.
  const limit = isAhead ? Number.POSITIVE_INFINITY : seconds(INIT_LIMIT_SECONDS);
  environment.version = version;
  environment.isProvisioned = isAhead ? 1 : 0;
  environment.configuration = state.configuration;
  environment.startTakes = Math.min(takes, limit);
  environment.owesStart = takes > limit ? 1 : 0;
  environment.isBad = isBadStart(ctx, state) ? 1 : 0;
  const readyAt = ctx.now() + download + environment.startTakes;
  const { memoryMegabytes } = traitsOf(ctx, version);
  ctx.record(FACT['instance.launched'], -1, environment.id, readyAt, memoryMegabytes, isAhead ? LAUNCHED_AHEAD : 0);
  ctx.wakeAfter(download, WAKE.downloaded, environment.place, environment.life);
  return environment;
}

/** The package, and before September 2019 the network interface of an environment in a private network. Not billed. */
function downloadTime(ctx: FunctionContext, state: FunctionState): SimTime {
  const { download, perEnvironmentInterface, streams } = ctx.prepared;
  const isShared = perEnvironmentInterface === null;
  const takes = isShared ? download : download + seconds(perEnvironmentInterface(ctx.uniform(streams.download)));
  return Math.round(takes * slownessOfStarts(state));
}

/** How many times as long a start takes that begins now. */
function slownessOfStarts({ strikes }: FunctionState): number {
  return factorOf(strikes, 'cold-starts');
}

/** Whether a start that begins now will end in an error. */
export function isBadStart(ctx: FunctionContext, { strikes }: FunctionState): boolean {
  const share = shareOf(strikes, 'bad-deployment');
  return share > 0 && ctx.uniform(ctx.prepared.streams.badStarts) < share;
}

/** The runtime and the program's own code, or the snapshot of both. Billed. */
export function startTime(ctx: FunctionContext, state: FunctionState, version: number): SimTime {
  const { start, ownStart, isRestored, streams } = ctx.prepared;
  const slowness = slownessOfStarts(state);
  const runtime = start(ctx.uniform(streams.start));
  if (isRestored) return seconds(runtime * slowness);
  const own = ownStart(ctx.uniform(streams.ownStart)) * traitsOf(ctx, version).initFactor;
  return seconds((runtime + own / Math.min(1, vcpuOfVersion(ctx, version))) * slowness);
}

/** The package is there: from here on the start is billed. */
export function downloaded(ctx: FunctionContext, environment: Environment): void {
  environment.phase = 'starting';
  ctx.record(FACT['instance.running'], -1, environment.id, ctx.now() + environment.startTakes, 0, 0);
  ctx.wakeAfter(environment.startTakes, WAKE.initialised, environment.place, environment.life);
}

/**
 * The start is over. What was started ahead waits, and one of these whose start ended in an error still owes it; for all
 * others a run is waiting.
 */
export function initialised(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  ctx.record(FACT['instance.in-service'], -1, environment.id, 0, 0, 0);
  environment.idleLifetime = seconds(ctx.prepared.idleLifetime(ctx.uniform(ctx.prepared.streams.idle)));
  environment.recycleAt = ctx.now() + seconds(ctx.params.recycleSeconds);
  if (environment.source >= 0) return;
  environment.owesStart = environment.isBad;
  environment.isBad = 0;
  rest(ctx, state, environment);
}

// Waiting, warm and idle

/** Its run is over. One that is outdated or old goes, and so does every one while none is kept warm. */
export function leaveWork(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  if (environment.isProvisioned === 0) state.atWork -= 1;
  rest(ctx, state, environment);
}

function rest(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  const isOutdated = environment.configuration !== state.configuration;
  if (environment.isProvisioned === 1) {
    if (isOutdated) go(ctx, state, environment);
    else becomeIdle(state.provisionedIdle, environment);
    // No time of its own: it is kept for as long as it is asked for, and replaced where that changed.
    if (isOutdated) provision(ctx, state);
    return;
  }
  if (isOutdated || ctx.now() >= environment.recycleAt || isStruck(state.strikes, 'cold-starts')) {
    go(ctx, state, environment);
    return;
  }
  becomeIdle(state.idle, environment);
  waitFor(ctx, environment, Math.min(ctx.now() + environment.idleLifetime, environment.recycleAt));
}

function becomeIdle(idle: Map<number, number[]>, environment: Environment): void {
  environment.phase = 'idle';
  const places = idle.get(environment.version);
  if (places === undefined) idle.set(environment.version, [environment.place]);
  else places.push(environment.place);
}

/** Sees to it that the environment is looked after at `due`; a wake that comes sooner looks after a later time itself. */
export function waitFor(ctx: FunctionContext, environment: Environment, due: SimTime): void {
  environment.due = due;
  if (environment.wakesAt >= 0 && environment.wakesAt <= due) return;
  environment.wakesAt = due;
  ctx.wakeAfter(due - ctx.now(), WAKE.due, environment.place, environment.life);
}

/** To be called on a wake for what was due; whether it is due now. */
export function isDue(ctx: FunctionContext, environment: Environment): boolean {
  if (environment.wakesAt !== ctx.now()) return false;
  environment.wakesAt = -1;
  if (environment.phase !== 'busy' && environment.phase !== 'idle') return false;
  if (environment.isProvisioned === 1 && environment.phase === 'idle') return false;
  if (environment.due <= ctx.now()) return true;
  waitFor(ctx, environment, environment.due);
  return false;
}

/** It goes although it is warm: nobody needed it for as long as it is kept, or nobody may have it any more. */
export function endIdle(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  takeFromIdle(environment.isProvisioned === 1 ? state.provisionedIdle : state.idle, environment);
  go(ctx, state, environment);
}

function takeFromIdle(idle: Map<number, number[]>, { version, place }: Environment): void {
  const places = idle.get(version) as number[];
  places.splice(places.indexOf(place), 1);
}

function go(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  if (environment.isProvisioned === 1) state.provisioned -= 1;
  ctx.record(FACT['instance.gone'], -1, environment.id, 0, 0, 0);
  environment.phase = 'gone';
  environment.life += 1;
  environment.isProvisioned = 0;
  state.freePlaces.push(environment.place);
}

// Changes

/** What was set has changed for the program: no environment of before takes new work. */
export function replaceAll(ctx: FunctionContext, state: FunctionState): void {
  state.configuration += 1;
  endAllIdle(ctx, state);
}

/** The memory of the function has changed: that of its versions as well, but for those that were published with theirs. */
export function replaceResized(ctx: FunctionContext, state: FunctionState): void {
  const before = state.configuration;
  state.configuration += 1;
  for (const environment of state.environments) {
    if (environment.phase === 'gone') continue;
    const keepsItsMemory = traitsOf(ctx, environment.version).memoryMegabytes > 0;
    if (keepsItsMemory && environment.configuration === before) environment.configuration = state.configuration;
    else if (environment.phase === 'idle') endIdle(ctx, state, environment);
  }
}

/** Whatever is idle goes; what is kept ready for the alias has to be started again (`provision`). */
export function endAllIdle(ctx: FunctionContext, state: FunctionState): void {
  for (const environment of state.environments) if (environment.phase === 'idle') endIdle(ctx, state, environment);
}

/**
 * Brings the environments kept ready to what the alias asks for. Those too many go; one that is at work stays, as one of
 * the others, and so does one that was not ready yet and then has nothing to do.
 */
export function provision(ctx: FunctionContext, state: FunctionState, areReadyAtOnce = false): void {
  const missing = provisionedByVersion(ctx);
  for (const environment of state.environments) {
    if (environment.isProvisioned === 0 || environment.configuration !== state.configuration) continue;
    const wanted = missing.get(environment.version) ?? 0;
    if (wanted > 0) missing.set(environment.version, wanted - 1);
    else dismiss(ctx, state, environment);
  }
  for (const [version, count] of missing) {
    for (let i = 0; i < count; i += 1) {
      state.provisioned += 1;
      if (areReadyAtOnce) makeReady(ctx, state, version);
      else launch(ctx, state, version, true);
    }
  }
}

function makeReady(ctx: FunctionContext, state: FunctionState, version: number): void {
  const environment = takeEnvironment(state);
  environment.version = version;
  environment.isProvisioned = 1;
  environment.configuration = state.configuration;
  const { memoryMegabytes } = traitsOf(ctx, version);
  ctx.record(FACT['instance.launched'], -1, environment.id, ctx.now(), memoryMegabytes, LAUNCHED_AHEAD);
  ctx.record(FACT['instance.running'], -1, environment.id, ctx.now(), 0, 0);
  initialised(ctx, state, environment);
}

function dismiss(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  if (environment.phase === 'busy') {
    environment.isProvisioned = 0;
    state.provisioned -= 1;
    state.atWork += 1;
    return;
  }
  if (environment.phase === 'idle') takeFromIdle(state.provisionedIdle, environment);
  go(ctx, state, environment);
}
