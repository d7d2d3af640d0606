/**
 * Sizing an architecture for its traffic, by running it. Each group begins with as many instances as the traffic before
 * led to expect, is run, and grows where it refuses or is full, until fewer than one upload in a hundred is refused or
 * lost and waiting stays bounded. Where no size does, the reason is kept in place of a figure.
 */
import { serverlessFunctionParameters } from '../../models/function/params.ts';
import { MOST_INSTANCES } from '../../models/instance-group/scaling-params.ts';
import { type Reason, reasons } from '../../models/reasons.ts';
import type { RunReport } from '../../scenario/report.ts';
import type { LadderId, StageId } from '../../stages/catalogue.ts';
import type { Search } from '../../stores/searches.ts';
import { type Contest, type Group, ladderContest, type Sizes } from './traffic.ts';

/** Refused, lost or dead-lettered: less than this share of the uploads. Our choice. */
const MOST_BAD_SHARE = 0.01;
/** Waiting is bounded if 95 of 100 videos are watchable within this time … Our choice. */
const MOST_WAIT_SECONDS = 600;
/** … and if at the end of the run no more than this share of the uploads, or so many, are under way. Our choice. */
const MOST_OPEN_SHARE = 0.25;
const MOST_OPEN = 10;
/** How full the machines of a group are to be that does not scale by itself. Our choice: what comes by chance has room. */
const FULL = 0.9;
/** By how much a group grows that is too small, and how often at most. Our choice. */
const GROWTH = 1.15;
const MOST_TRIES = 8;

/** What was used, by price: amounts in the unit of the price. */
export type Used = Readonly<Record<string, number>>;

/** Why an architecture cannot take this traffic. */
export interface Cannot {
  /** What stands in the way: how many instances a group may have, how many functions run at once, or something else. */
  limit: 'instances' | 'concurrency' | 'other';
  /** The component at which it shows, where it is one. */
  component: string | null;
  /** Instances that would be needed; null where that is not what is lacking. */
  needed: number | null;
  /** What most of those that came to nothing came to nothing for; null if none did. */
  reason: Reason | null;
  /** Share of the uploads that were refused or lost, and that were under way at the end. */
  badShare: number;
  openShare: number;
}

/** One run of an architecture under its traffic. */
export interface Point<S extends StageId = LadderId> {
  stage: S;
  ratePerSecond: number;
  /** What was used for the videos that became watchable; null if it cannot. */
  used: Used | null;
  watchable: number;
  started: number;
  cannot: Cannot | null;
  /** How each group was sized, and how many instances each had on average. */
  sizes: Sizes;
  /** Instances that were paid for, on average, by group. */
  meanInstances: Readonly<Record<string, number>>;
  p95Seconds: number | null;
  badShare: number;
  /** Runs that it took. */
  runs: number;
  /** What was measured, for sizing the next point. */
  need: Need;
}

type GroupReport = Extract<RunReport['components'][number], { kind: 'instance-group' }>;

/** In `Need`: all functions of the architecture together; no component has an id like that. */
const FUNCTIONS = '(functions)';
/** How many functions may run at once: the quota of an account, as every architecture here has it. */
const AT_ONCE = serverlessFunctionParameters.accountConcurrency.real;
/** How long what should be too much is run. Our choice: some times as long as an upload takes. */
const OVERLOAD_SECONDS = 60;

/** Slots that each group needs for one upload a second, as measured; nothing before anything was. */
export type Need = Readonly<Record<string, number>>;

/** Finds out what one point of the curve takes; begins with the size that the needs of another point lead to expect. */
export function findPoint(stage: LadderId, ratePerSecond: number, need: Need): Search<Point> {
  return findPointIn(ladderContest, stage, ratePerSecond, need);
}

/** The same in any contest. */
export function* findPointIn<S extends StageId>(
  { groupsOf, scenarioAt }: Contest<S>,
  stage: S,
  ratePerSecond: number,
  need: Need,
): Search<Point<S>> {
  const groups = groupsOf(stage);
  let sizes: Sizes = Object.fromEntries(
    groups.map((group) => [group.id, sizeFor(group, (need[group.id] ?? 0) * ratePerSecond)]),
  );
  const isTooMuch = isBeyondLimits(groups, need, ratePerSecond);
  for (let runs = 1; ; runs += 1) {
    let report = yield { scenario: scenarioAt(stage, ratePerSecond, sizes, isTooMuch ? OVERLOAD_SECONDS : undefined) };
    // What should be too much is run for a short time only, as an overload takes long to run; it has to fail for all that.
    if (isTooMuch && isEnough(report)) report = yield { scenario: scenarioAt(stage, ratePerSecond, sizes) };
    const fits = isEnough(report);
    const grown = fits || isTooMuch ? sizes : grow(groups, sizes, report, runs);
    if (fits || runs === MOST_TRIES || isSame(grown, sizes)) {
      const point = { ...pointOf(stage, ratePerSecond, report, sizes), runs, need: needOf(report, ratePerSecond) };
      return fits
        ? point
        : { ...point, used: null, cannot: whyNot(groups, sizes, report, (id) => (need[id] ?? 0) * ratePerSecond) };
    }
    sizes = grown;
  }
}

/** Whether more is expected to be needed than there may be: instances of a group, or functions at once. */
function isBeyondLimits(groups: readonly Group[], need: Need, ratePerSecond: number): boolean {
  const tooMany = groups.some(({ id, slots }) => ((need[id] ?? 0) * ratePerSecond) / slots > MOST_INSTANCES);
  return tooMany || (need[FUNCTIONS] ?? 0) * ratePerSecond > AT_ONCE;
}

/** Whether fewer than one in a hundred came to nothing and waiting was bounded. */
export function isEnough(report: RunReport): boolean {
  const { started, open } = report.uploads;
  const wait = report.untilWatchable.p95Seconds ?? 0;
  return (
    badShareOf(report) < MOST_BAD_SHARE &&
    wait <= MOST_WAIT_SECONDS &&
    open <= Math.max(MOST_OPEN, MOST_OPEN_SHARE * started)
  );
}

function badShareOf({ uploads }: RunReport): number {
  const { started, refused, lost, deadLettered } = uploads;
  return started === 0 ? 0 : (refused + lost + deadLettered) / started;
}

/** How many instances a group is given that needs so many slots; never fewer than its architecture has. */
export function sizeFor({ scaling, slots, desired, minimum, target }: Group, slotsNeeded: number): number {
  const instances = slotsNeeded / slots;
  // Those that follow a queue by themselves get what is needed all the time; what comes on top is up to them.
  const wanted =
    scaling === 'stepped'
      ? Math.floor(instances / 0.95)
      : Math.ceil(instances / (scaling === 'tracking' ? target : FULL));
  return Math.min(MOST_INSTANCES, Math.max(wanted, scaling === 'fixed' ? desired : minimum));
}

/** Slots per upload a second: those taken on average, and those that were asked for in vain. */
function needOf(report: RunReport, ratePerSecond: number): Need {
  const atOnce = report.components.reduce(
    (sum, each) => sum + (each.kind === 'function' ? each.concurrency.mean : 0),
    0,
  );
  return {
    ...Object.fromEntries(groupReports(report).map((group) => [group.id, demandOn(group) / ratePerSecond])),
    [FUNCTIONS]: atOnce / ratePerSecond,
  };
}

function demandOn({ busySlots, requestsArrived, requestsFinished }: GroupReport): number {
  return requestsFinished === 0 ? busySlots.mean : busySlots.mean * Math.max(1, requestsArrived / requestsFinished);
}

/** Groups that refuse, or are full, get more; if none does, the fullest. Never more than a group may have. */
function grow(groups: readonly Group[], sizes: Sizes, report: RunReport, runs: number): Sizes {
  const reports = groupReports(report);
  const strained = reports.filter(({ requestsRefused, requestsArrived, utilisation }) => {
    return requestsRefused > MOST_BAD_SHARE * requestsArrived * 0.5 || (utilisation ?? 0) > FULL;
  });
  // No machine helps where functions may not run.
  if (strained.length === 0 && mostThrottled(report)) return sizes;
  const fullest = [...reports].sort((a, b) => (b.utilisation ?? 0) - (a.utilisation ?? 0)).slice(0, runs > 1 ? 2 : 1);
  const next: Record<string, number> = { ...sizes };
  for (const each of strained.length > 0 ? strained : fullest) {
    const group = groups.find(({ id }) => id === each.id);
    const size = sizes[each.id];
    if (group === undefined || size === undefined) continue;
    const bySlots = sizeFor(group, demandOn(each));
    next[each.id] = Math.min(MOST_INSTANCES, Math.max(size + 1, Math.ceil(size * GROWTH), bySlots));
  }
  return next;
}

function isSame(a: Sizes, b: Sizes): boolean {
  return Object.keys(a).every((id) => a[id] === b[id]);
}

/** `slotsNeeded`: what the traffic before led to expect, which an overloaded run does not tell. */
function whyNot(
  groups: readonly Group[],
  sizes: Sizes,
  report: RunReport,
  slotsNeeded: (group: string) => number,
): Cannot {
  const { started, open } = report.uploads;
  const shares = { badShare: badShareOf(report), openShare: started === 0 ? 0 : open / started };
  const reason = mostFrequent(report);
  const reports = groupReports(report);
  const atLimit = reports
    .filter(({ id }) => sizes[id] === MOST_INSTANCES)
    .sort((a, b) => (b.utilisation ?? 0) - (a.utilisation ?? 0))[0];
  if (atLimit) {
    const group = groups.find(({ id }) => id === atLimit.id) as Group;
    const slots = slotsNeeded(atLimit.id) || demandOn(atLimit);
    const needed = Math.ceil(slots / group.slots / FULL);
    return {
      limit: 'instances',
      component: atLimit.id,
      needed: Math.max(needed, MOST_INSTANCES + 1),
      reason,
      ...shares,
    };
  }
  const throttled = mostThrottled(report);
  if (throttled) return { limit: 'concurrency', component: null, needed: null, reason, ...shares };
  return { limit: 'other', component: null, needed: null, reason, ...shares };
}

/** The function that was turned away most often because too many ran at once. */
function mostThrottled({ components }: RunReport) {
  return components
    .flatMap((each) => (each.kind === 'function' && each.throttles > 0 ? [each] : []))
    .sort((a, b) => b.throttles - a.throttles)[0];
}

/** What most of the uploads that came to nothing came to nothing for. */
function mostFrequent({ uploads }: RunReport): Reason | null {
  const counts = reasons.map((reason) => {
    const all = [uploads.refusedByReason, uploads.lostByReason, uploads.deadLetteredByReason];
    return { reason, count: all.reduce((sum, by) => sum + (by[reason] ?? 0), 0) };
  });
  const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return most.count > 0 ? most.reason : null;
}

function groupReports({ components }: RunReport): GroupReport[] {
  return components.flatMap((each) => (each.kind === 'instance-group' ? [each] : []));
}

function pointOf<S extends StageId>(
  stage: S,
  ratePerSecond: number,
  report: RunReport,
  sizes: Sizes,
): Omit<Point<S>, 'runs' | 'need'> {
  const { watchable, started } = report.uploads;
  return {
    stage,
    ratePerSecond,
    used: usedIn(report),
    watchable,
    started,
    cannot: null,
    sizes,
    meanInstances: Object.fromEntries(
      groupReports(report).map(({ id, instances }) => [
        id,
        instances.inService.mean + instances.draining.mean + instances.starting.mean,
      ]),
    ),
    p95Seconds: report.untilWatchable.p95Seconds,
    badShare: badShareOf(report),
  };
}

/**
 * All that is on the bill, but for what is stored: what that costs depends on how long a video is kept, and is the same
 * in every architecture that keeps it.
 */
export function usedIn({ bill }: RunReport): Used {
  const used: Record<string, number> = {};
  for (const { what, priceId, amount } of bill.lines) {
    if (what !== 'storage') used[priceId] = (used[priceId] ?? 0) + amount;
  }
  return used;
}
