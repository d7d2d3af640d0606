/** What an event bus knows: its rules made ready for use, and its state, which is plain data. */
import { readInstant } from '../../engine/civil-date.ts';
import { sampler } from '../../engine/distributions.ts';
import { type SimTime, seconds } from '../../engine/time.ts';
import { type Deliveries, noDeliveries } from '../delivery/deliveries.ts';
import type { Context } from '../model.ts';
import type { BusRule, BusTarget, Values } from '../parameters.ts';
import type { BusEvent } from './envelope.ts';
import { type MakeInput, makerOf } from './input.ts';
import { type KnownMatches, knownMatches } from './matching.ts';
import type { eventBusParameters } from './params.ts';
import { type PreparedPattern, preparePattern } from './pattern/pattern.ts';
import { parseSchedule, type Schedule } from './schedule/schedule.ts';

export interface PreparedRule {
  name: string;
  isEnabled: boolean;
  /** Null for a rule that only follows a schedule, and the other way round. */
  pattern: PreparedPattern | null;
  schedule: Schedule | null;
  targets: readonly PreparedTarget[];
}

interface PreparedTarget extends Target {
  /** Null for the event as it is. */
  input: MakeInput | null;
  /** Place of what it always gets, in the world's list of contents; -1 where that depends on the event. */
  constant: number;
}

export interface Prepared {
  rules: readonly PreparedRule[];
  /** Which of them the events seen so far match. */
  known: KnownMatches;
  /** What gets into the archive; null for everything. */
  archived: PreparedPattern | null;
  /** Second 0 of the run, in seconds since 1970. */
  beganAt: number;
  latencySeconds: (u: number) => number;
  /** Streams of chance. The last two are drawn from only where something is left to chance. */
  latencies: number;
  backoff: number;
  duplicates: number;
  jitter: number;
}

export type BusContext = Context<Values<typeof eventBusParameters>, Prepared>;

/** A target as it was when copies for it were made: those go on with it, whatever becomes of the rule. Plain data. */
export interface Target {
  /** What facts call it: number of the rule × 8 + its own. */
  subject: number;
  /** -1 if there is nothing of this name, or no way to it. */
  link: number;
  deadLetterLink: number;
  /** -1 where those of the bus hold. */
  maximumRetries: number;
  maximumAge: SimTime;
}

/** Plain data. */
export interface Replay {
  number: number;
  from: SimTime;
  /** Up to here, and without it. */
  to: SimTime;
  /** Name of the only rule that gets the events; null for all. */
  rule: string | null;
  /** What comes before has been replayed. */
  cursor: SimTime;
}

/** When a schedule began and when it comes round next, in seconds since 1970; and when it fires then, µs of the run. */
export interface ScheduleState {
  began: number;
  next: number;
  due: SimTime;
}

export interface BusState {
  nextEvent: number;
  copies: Deliveries;
  /** All targets that there ever were; the copies know theirs by its place. */
  targets: Target[];
  /** By rule, the place of its first target. */
  firstTargets: number[];
  /** The latest whole second in which copies are sent off, and how many. */
  second: number;
  sentInSecond: number;
  /** By rule, when its schedule comes round next, in seconds since 1970; -1 if it has none. */
  firesAt: number[];
  /** Where schedules stand, by name of the rule and expression. */
  schedules: Map<string, ScheduleState>;
  /** Tell wakes that were planned for rules and replays as they are now from older ones. */
  rulesLife: number;
  replaysLife: number;
  /** From `archiveHead` on, in the order in which they came. */
  archive: BusEvent[];
  archiveHead: number;
  /** When the oldest is looked at next, µs; -1 if no look is planned. */
  archiveLooksAt: SimTime;
  replays: Replay[];
  /** Those that have begun, as they were asked for. */
  replaysBegun: string[];
}

export function prepareBus(ctx: Context<Values<typeof eventBusParameters>, undefined>): Prepared {
  const { archive, startsAt, latency } = ctx.params;
  const rules = ctx.params.rules.map((rule, number) => prepareRule(ctx, rule, number));
  return {
    rules,
    known: knownMatches(rules),
    archived: archive?.pattern === undefined ? null : preparePattern(archive.pattern),
    beganAt: readInstant(startsAt) as number,
    latencySeconds: sampler(latency),
    latencies: ctx.stream('latency'),
    backoff: ctx.stream('back-off'),
    duplicates: ctx.stream('duplicates'),
    jitter: ctx.stream('schedule jitter'),
  };
}

type Unprepared = Pick<Context<unknown, undefined>, 'content' | 'linksAway' | 'targetOf' | 'idOf'>;

function prepareRule(ctx: Unprepared, rule: BusRule, number: number): PreparedRule {
  const { name, pattern, schedule, enabled = true, targets } = rule;
  return {
    name,
    isEnabled: enabled,
    pattern: pattern === undefined ? null : preparePattern(pattern),
    schedule: schedule === undefined ? null : parseSchedule(schedule).schedule,
    targets: targets.map((target, place) => prepareTarget(ctx, target, number * 8 + place)),
  };
}

function prepareTarget(ctx: Unprepared, target: BusTarget, subject: number): PreparedTarget {
  const { to, input, maximumRetries = -1, maximumAgeSeconds, deadLetter } = target;
  return {
    subject,
    link: linkOf(ctx, to),
    deadLetterLink: deadLetter === undefined ? -1 : linkOf(ctx, deadLetter),
    maximumRetries,
    maximumAge: maximumAgeSeconds === undefined ? -1 : seconds(maximumAgeSeconds),
    input: input === undefined ? null : makerOf(input),
    constant: input?.kind === 'constant' ? ctx.content(input.value) : -1,
  };
}

/** A rule that comes while the run goes on may name what is not there: the bus finds that out when it delivers. */
function linkOf(ctx: Unprepared, id: string): number {
  return ctx.linksAway().find((link) => ctx.idOf(ctx.targetOf(link)) === id) ?? -1;
}

export function newBusState(): BusState {
  return {
    nextEvent: 0,
    copies: noDeliveries(),
    targets: [],
    firstTargets: [],
    second: -1,
    sentInSecond: 0,
    firesAt: [],
    schedules: new Map(),
    rulesLife: 0,
    replaysLife: 0,
    archive: [],
    archiveHead: 0,
    archiveLooksAt: -1,
    replays: [],
    replaysBegun: [],
  };
}

/** Enters the targets of the rules as they are now. */
export function enterTargets({ prepared }: BusContext, state: BusState): void {
  state.firstTargets = prepared.rules.map(({ targets }) => {
    const first = state.targets.length;
    for (const { subject, link, deadLetterLink, maximumRetries, maximumAge } of targets) {
      state.targets.push({ subject, link, deadLetterLink, maximumRetries, maximumAge });
    }
    return first;
  });
}
