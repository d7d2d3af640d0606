/**
 * What a fault does to the rest of an architecture, measured from the facts of that one run: who suffers, who notices,
 * how long people are harmed, and when the work is caught up with. The same fold runs in reports and behind the picture.
 */
import { copyData } from '../engine/copy.ts';
import { MICROSECONDS_PER_SECOND, type SimTime, seconds, toSeconds } from '../engine/time.ts';
import { FACT, type FactKind, factKinds, faults as faultNames } from '../models/facts.ts';
import { reasons } from '../models/reasons.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import {
  BACK,
  CALM,
  type Course,
  type GettingThrough,
  isCaughtUp,
  isGotOver,
  isTooMany,
  noticed,
  recovered,
  TIMES_BEFORE,
} from './fault-course.ts';
import { type AskedFault, type FaultReport, nothingYet } from './fault-report.ts';
import {
  amountBefore,
  countIn,
  highestBefore,
  looksBackTo,
  PIECE_SECONDS,
  type Pieces,
  pieces,
  riseIn,
} from './pieces.ts';
import { callerInTrouble, NOTHING, NOTICE, reasonTold, saysHere, TROUBLE, troubleKinds } from './trouble.ts';

/** A rate is not measured over less. */
const SHORTEST = seconds(PIECE_SECONDS);

/** Plain data. */
interface State extends GettingThrough {
  /** By component, how often something went wrong; then how many uploads were open; last how many ended badly, by reason. */
  lately: Pieces;
  /** When a component last told of a kind of fact, by component, kind and reason. */
  lastAt: Map<number, SimTime>;
  /** By upload: whether it was accepted, and whether it has ended. */
  uploads: Uint8Array;
  courses: Course[];
}

const ACCEPTED_BIT = 1;
const ENDED_BIT = 2;

const STARTED = FACT['upload.started'];
const ACCEPTED = FACT['upload.accepted'];
const REFUSED = FACT['upload.refused'];
const WATCHABLE = FACT['upload.watchable'];
const LOST = FACT['upload.lost'];
const DEAD_LETTERED = FACT['upload.dead-lettered'];
const REOPENED = FACT['upload.reopened'];
const BEGAN = FACT['fault.began'];
const ENDED = FACT['fault.ended'];
const SENT = FACT['message.sent'];

const KINDS = factKinds.length;
/** Codes of the facts that say something of what faults do. */
export const faultFacts: readonly number[] = [
  ...new Set([...troubleKinds, STARTED, ACCEPTED, REFUSED, WATCHABLE, LOST, DEAD_LETTERED, REOPENED, BEGAN, ENDED]),
];
/** 1 where a fact says something about trouble, 2 where about the end of an upload, 4 about a fault; sums of them. */
const topics = new Uint8Array(KINDS);
for (const kind of troubleKinds) topics[kind] = 1;
for (const kind of [STARTED, ACCEPTED, REFUSED, WATCHABLE, LOST, DEAD_LETTERED, REOPENED]) {
  topics[kind] = (topics[kind] as number) | 2;
}
for (const kind of [BEGAN, ENDED]) topics[kind] = 4;

/** 1 for the facts that something will not be tried again. */
const givesUp = new Uint8Array(KINDS);
for (const kind of [
  'message.dead-lettered',
  'message.expired',
  'delivery.dead-lettered',
  'delivery.dropped',
  'record.expired',
  'invocation.dropped',
] as const) {
  givesUp[FACT[kind]] = 1;
}

export class FaultFigures {
  readonly hears = faultFacts;
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];
  readonly #state: State;

  constructor(nodes: readonly WorldNode[], links: readonly WorldLink[], from?: FaultFigures) {
    this.#nodes = nodes;
    this.#links = links;
    this.#state = from ? copyData(from.#state) : noState(nodes.length);
  }

  fact(
    at: SimTime,
    kind: number,
    component: number,
    upload: number,
    subject: number,
    a: number,
    b: number,
    c: number,
  ): void {
    const topic = topics[kind] as number;
    // Most messages bring good news.
    if (topic === 0 || (kind === SENT && (c & 0xff00) === 0)) return;
    if ((topic & 1) !== 0) {
      // Uploads have numbers of their own; all else is numbered by each component.
      const what = upload >= 0 ? upload : -1 - (subject * this.#nodes.length + component);
      if (what < 0 && givesUp[kind] === 1) this.#giveUp(at, what);
      if (saysHere(kind, a, b, c) === TROUBLE) this.#touch(at, component, what);
      this.#tellTrouble(at, kind, component, a, b, c);
    }
    if ((topic & 2) !== 0) this.#tellUpload(at, kind, upload, c);
    if (topic === 4) this.#tellFault(at, kind, component, subject, b, c);
  }

  /** A second reader that has heard the same; from here on they go separate ways. */
  copy(): FaultFigures {
    return new FaultFigures(this.#nodes, this.#links, this);
  }

  /** Numbers of the parts that suffer at `at` from a fault elsewhere that has not been got over, in order. */
  sufferingAt(at: SimTime): number[] {
    const { courses } = this.#state;
    const present = courses.filter((course) => !isGotOver(course, at));
    return this.#nodes.flatMap((_, component) =>
      present.some((course) => this.#suffers(course, component, at)) ? [component] : [],
    );
  }

  /** What came of a fault by `at`; nothing that was heard may have happened later. `taken` are those asked for before. */
  report(asked: AskedFault, at: SimTime, taken: Set<unknown>): FaultReport {
    const { intervention, fault, began, ends, components, links } = asked;
    const course = this.#state.courses.find(
      (each) =>
        each.began === began &&
        faultNames[each.fault] === fault &&
        components.every((component) => each.struck.includes(component)) &&
        links.every((link) => each.links.includes(link)) &&
        !taken.has(each),
    );
    taken.add(course);
    const since = (moment: SimTime): number => (moment - began) / MICROSECONDS_PER_SECOND;
    const ended = ends !== null && ends <= at ? ends : null;
    const idOf = (component: number): string => (this.#nodes[component] as WorldNode).id;
    const first: Pick<FaultReport, 'intervention' | 'fault' | 'beganSeconds' | 'endedSeconds' | 'struck'> = {
      intervention,
      fault,
      beganSeconds: toSeconds(began),
      endedSeconds: ended === null ? null : since(ended),
      struck: components.map(idOf),
    };
    if (course === undefined) return { ...first, ...nothingYet };
    const isDetected = course.detectedAt >= 0 && course.detectedAt <= at;
    return {
      ...first,
      suffering: this.#nodes.flatMap(({ id }, component) => (this.#suffers(course, component, at) ? [id] : [])),
      detectedSeconds: isDetected ? since(course.detectedAt) : null,
      detectedBy: isDetected
        ? { component: idOf(course.detectedAtComponent), fact: factKinds[course.detectedByFact] as FactKind }
        : null,
      recoveredSeconds: recovered(course, at, this.#state),
      caughtUpSeconds: course.caughtUpAt < 0 ? null : since(course.caughtUpAt),
      refused: course.refusedUntilHarm,
      lost: course.lostUntilHarm,
      unfinished: [...course.touched].filter((what) => this.#state.uploads[what] === ACCEPTED_BIT).length,
      givenUp: course.givenUp,
    };
  }

  #suffers({ struck, since, before, beforeLasted, began, ended, harmedUntil }: Course, component: number, at: SimTime) {
    const count = since[component] as number;
    if (count === 0 || struck.includes(component) || this.#nodes[component]?.kind === 'client') return false;
    const usual = before[component] as number;
    if (usual === 0) return true;
    const until = ended < 0 ? at : Math.min(at, Math.max(ended, harmedUntil) + CALM);
    return count / Math.max(until - began, SHORTEST) > (TIMES_BEFORE * usual) / beforeLasted;
  }

  // What failed, and may be given up later

  #touch(at: SimTime, component: number, what: number): void {
    const { courses } = this.#state;
    const striking = courses.filter(({ ended, struck }) => ended < 0 && struck.includes(component));
    // As with trouble: what fails at a part that is struck is put down to what strikes it.
    for (const course of striking.length > 0 ? striking : courses) {
      if (!isGotOver(course, at)) course.touched.add(what);
    }
  }

  #giveUp(at: SimTime, what: number): void {
    for (const course of this.#state.courses) {
      if (!isGotOver(course, at) || this.#isLate(course, at, what)) course.givenUp += 1;
    }
  }

  /** Whether what comes to an end only now had failed before this fault was got over, and because of no present one. */
  #isLate(course: Course, at: SimTime, what: number): boolean {
    if (!course.touched.has(what)) return false;
    return this.#state.courses.every((other) => isGotOver(other, at) || !other.touched.has(what));
  }

  // Trouble

  #tellTrouble(at: SimTime, kind: number, component: number, a: number, b: number, c: number): void {
    const said = saysHere(kind, a, b, c);
    // An answer that says that something failed is told of where it was sent; whoever asked hears it later.
    if (said !== NOTHING) this.#somethingAt(component, at, kind, said, reasonTold(kind, c));
    const caller = callerInTrouble(kind, b, c, this.#links);
    if (caller >= 0) this.#somethingAt(caller, a, kind, said === NOTHING ? TROUBLE : said, reasonTold(kind, c));
  }

  #somethingAt(component: number, at: SimTime, kind: number, said: number, reason: number): void {
    const { lately, lastAt, courses } = this.#state;
    const slot = (component * KINDS + kind) * reasons.length + reason;
    const last = lastAt.get(slot) ?? Number.NEGATIVE_INFINITY;
    const isNew = at - last > BACK;
    lastAt.set(slot, Math.max(at, last));
    const isOwnTrouble = said !== NOTICE;
    if (isOwnTrouble) countIn(lately, component, at);
    // What goes wrong at a part that is struck is put down to what strikes it, and to nothing else.
    if (isOwnTrouble && courses.some(({ ended, struck }) => ended < 0 && struck.includes(component))) return;
    for (const course of courses) {
      if (isGotOver(course, at)) continue;
      if (isOwnTrouble) course.since[component] = (course.since[component] as number) + 1;
      if (isNew && !(isOwnTrouble && course.struck.includes(component))) noticed(course, at, component, kind, said);
    }
  }

  // Faults

  #tellFault(at: SimTime, kind: number, component: number, intervention: number, b: number, c: number): void {
    const link = b - 1;
    if (kind === ENDED) {
      const ending = this.#ending(at, component, link, intervention, c);
      if (ending === undefined) return;
      ending.ended = at;
      ending.latestAtEnd = this.#state.latest;
      if (isCaughtUp(ending, this.#state.open)) ending.caughtUpAt = at;
      return;
    }
    const { courses } = this.#state;
    const isSame = (each: Course) => each.began === at && each.fault === c && each.intervention === intervention;
    let course = courses.find(isSame);
    if (course === undefined) {
      course = this.#courseFrom(at, intervention, c);
      courses.push(course);
    }
    if (link >= 0) course.links.push(link);
    else course.struck.push(component);
    if (course.isOwnTrouble && course.struck.includes(course.detectedAtComponent)) course.detectedAt = -1;
  }

  /** The fault that ends: as numbers of interventions may change, the one of this number if there are several. */
  #ending(at: SimTime, component: number, link: number, intervention: number, fault: number): Course | undefined {
    const lasting = this.#state.courses.filter(
      (each) =>
        each.fault === fault &&
        (each.ended < 0 || each.ended === at) &&
        (link >= 0 ? each.links.includes(link) : each.struck.includes(component)),
    );
    return lasting.find((each) => each.intervention === intervention) ?? lasting[0];
  }

  #courseFrom(at: SimTime, intervention: number, fault: number): Course {
    const { lately, open, latest } = this.#state;
    const beforeLasted = at - looksBackTo(at);
    const harmedBy = reasons.map((_, reason) => amountBefore(lately, this.#harmRow(reason), at));
    const harmed = harmedBy.reduce((sum, uploads) => sum + uploads, 0);
    return {
      intervention,
      fault,
      began: at,
      ended: -1,
      struck: [],
      links: [],
      before: this.#nodes.map((_, component) => amountBefore(lately, component, at)),
      since: this.#nodes.map(() => 0),
      beforeLasted,
      harmAllowed: beforeLasted === 0 ? 0 : Math.floor((TIMES_BEFORE * harmed * CALM) / beforeLasted),
      usualReasons: harmedBy.flatMap((uploads, reason) => (uploads > 0 ? [reason] : [])),
      harmAt: [],
      firstHarm: 0,
      harmedUntil: -1,
      hurtUntil: -1,
      touched: new Set(),
      givenUp: 0,
      latestAtBegin: latest,
      latestAtEnd: -2,
      latestAtHarm: latest,
      refused: 0,
      lost: 0,
      refusedUntilHarm: 0,
      lostUntilHarm: 0,
      openAllowed: highestBefore(lately, this.#nodes.length, at, open),
      caughtUpAt: -1,
      detectedAt: -1,
      detectedAtComponent: -1,
      detectedByFact: -1,
      isOwnTrouble: false,
    };
  }

  // Uploads

  #tellUpload(at: SimTime, kind: number, upload: number, reason: number): void {
    const state = this.#state;
    if (kind === STARTED) {
      state.latest = Math.max(state.latest, upload);
      return;
    }
    if (kind === REFUSED || kind === LOST || kind === DEAD_LETTERED) this.#harm(at, kind, upload, reason);
    if (kind === WATCHABLE) {
      state.latestWatchable = Math.max(state.latestWatchable, upload);
      state.movedAt = at;
    }
    if (upload >= state.uploads.length) state.uploads = larger(state.uploads, upload);
    const before = state.uploads[upload] as number;
    const after =
      kind === ACCEPTED ? before | ACCEPTED_BIT : kind === REOPENED ? before & ~ENDED_BIT : before | ENDED_BIT;
    state.uploads[upload] = after;
    const change = Number(after === ACCEPTED_BIT) - Number(before === ACCEPTED_BIT);
    if (change === 0) return;
    const { lately, open } = state;
    state.open = open + change;
    if (open === 0) state.movedAt = at;
    riseIn(lately, this.#nodes.length, at, open, state.open);
    for (const course of state.courses) if (isCaughtUp(course, state.open)) course.caughtUpAt = at;
  }

  /** One more upload ended badly. */
  #harm(at: SimTime, kind: number, upload: number, reason: number): void {
    const { courses, lately, latest } = this.#state;
    countIn(lately, this.#harmRow(reason), at);
    for (const course of courses) {
      const isOver = isGotOver(course, at);
      if (isOver && !this.#isLate(course, at, upload)) continue;
      if (kind === REFUSED) course.refused += 1;
      else course.lost += 1;
      if (!isTooMany(course, at, reason)) continue;
      course.hurtUntil = at;
      if (!isOver) {
        // What ends late says nothing of those who come now.
        course.harmedUntil = at;
        course.latestAtHarm = latest;
      }
      course.refusedUntilHarm = course.refused;
      course.lostUntilHarm = course.lost;
      // Nobody has caught up with what still does harm.
      if (course.ended >= 0) course.caughtUpAt = this.#state.open <= course.openAllowed ? at : -1;
    }
  }

  /** In `lately`. */
  #harmRow(reason: number): number {
    return this.#nodes.length + 1 + reason;
  }
}

function noState(components: number): State {
  return {
    lately: pieces(components + 1 + reasons.length),
    lastAt: new Map(),
    latest: -1,
    latestWatchable: -1,
    movedAt: 0,
    uploads: new Uint8Array(256),
    open: 0,
    courses: [],
  };
}

function larger(uploads: Uint8Array, upload: number): Uint8Array {
  const grown = new Uint8Array(Math.max(uploads.length * 2, upload + 1));
  grown.set(uploads);
  return grown;
}
