/**
 * The copies that a bus made for the targets of its rules, and every try to deliver them, put together from the facts of
 * its run. All times are of the run, and some lie in the future of a moment: whoever shows a moment compares.
 */
import type { SimTime } from '../../engine/time.ts';
import { FACT, OPERATION } from '../../models/facts.ts';
import type { BusRule } from '../../models/parameters.ts';
import { REASON } from '../../models/reasons.ts';
import type { WorldLink } from '../../models/world.ts';
import type { Reel } from '../../playback/reel.ts';

export interface Try {
  at: SimTime;
  /** When the bus knew how it went; -1 while it does not. */
  answeredAt: SimTime;
  /** Why it failed; a code of `REASON`. */
  reason: number;
  /** When it is tried again; -1 if it is not. */
  nextAt: SimTime;
}

export type CopyEnd = 'delivered' | 'dead-lettered' | 'dropped';

export interface Copy {
  /** Id of whom it is for. */
  to: string;
  /** Rule × 8 + place of the target among those of the rule. */
  subject: number;
  upload: number;
  /** Of the event that it is a copy of, and of the replay that brought it back; -1 where it was new. */
  number: number;
  replay: number;
  /** When the event came, or came back. */
  at: SimTime;
  tries: Try[];
  end: CopyEnd | null;
  /** -1 while it is on its way. */
  endedAt: SimTime;
  /** Why it was given up. */
  reason: number;
}

const MATCHED = FACT['rule.matched'];
const PUBLISHED = FACT['event.published'];
const REPLAYED = FACT['event.replayed'];
const SENT = FACT['message.sent'];
const TIMED_OUT = FACT['request.timed-out'];
const RETRIED = FACT['delivery.retried'];
const DEAD_LETTERED = FACT['delivery.dead-lettered'];
const DROPPED = FACT['delivery.dropped'];

/** A target of a rule has its number times so many, and its own place. */
const PLACES = 8;

/** The rules of the bus at a time, and where they are looked up. */
export interface BusPlan {
  /** Number of the bus among the components. */
  bus: number;
  links: readonly WorldLink[];
  idOf: (component: number) => string;
  rulesAt: (at: SimTime) => readonly BusRule[];
}

export class BusCopies {
  /** In the order in which they were made. Belongs to the reader: do not change anything. */
  readonly all: Copy[] = [];
  readonly #reel: Reel;
  readonly #plan: BusPlan;
  #generation: number;
  #row = 0;
  /** Those on their way, by upload and target. */
  #open = new Map<string, Copy[]>();
  /** Tries that were made, by the number of their message. */
  #calls = new Map<number, { copy: Copy; call: Try }>();
  /** The replay that brought an event back last; none where it came only once. */
  #replays = new Map<number, number>();

  constructor(reel: Reel, plan: BusPlan) {
    this.#reel = reel;
    this.#plan = plan;
    this.#generation = reel.generation;
  }

  /** Reads what has become known since. */
  update(): void {
    if (this.#reel.generation !== this.#generation) {
      this.#generation = this.#reel.generation;
      this.#row = 0;
      this.all.length = 0;
      this.#open.clear();
      this.#calls.clear();
      this.#replays.clear();
    }
    const { kind, component, subject, c, length } = this.#reel.facts;
    for (let row = this.#row; row < length; row += 1) {
      const code = kind[row];
      if (code === SENT) this.#sent(row);
      else if (component[row] !== this.#plan.bus) continue;
      else if (code === PUBLISHED) this.#replays.delete(subject[row] as number);
      else if (code === REPLAYED) this.#replays.set(subject[row] as number, c[row] as number);
      else if (code === MATCHED) this.#made(row);
      else if (code === TIMED_OUT) this.#timedOut(row);
      else if (code === RETRIED) this.#retried(row);
      else if (code === DEAD_LETTERED || code === DROPPED) this.#givenUp(row, code === DROPPED);
    }
    this.#row = length;
  }

  #made(row: number): void {
    const { at, subject, upload, c } = this.#reel.facts;
    const [t, rule, number] = [at[row] as number, subject[row] as number, c[row] as number];
    this.#plan.rulesAt(t)[rule]?.targets.forEach(({ to }, place) => {
      const copy: Copy = {
        to,
        subject: rule * PLACES + place,
        upload: upload[row] as number,
        number,
        replay: this.#replays.get(number) ?? -1,
        at: t,
        tries: [],
        end: null,
        endedAt: -1,
        reason: REASON.none,
      };
      this.all.push(copy);
      const key = keyOf(copy.upload, to);
      this.#open.set(key, [...(this.#open.get(key) ?? []), copy]);
    });
  }

  #sent(row: number): void {
    const { at, component, subject, a, b, c, upload } = this.#reel.facts;
    const way = b[row] as number;
    const code = c[row] as number;
    if (way % 2 === 1) {
      const known = this.#calls.get(subject[row] as number);
      if (known && known.call.answeredAt < 0) this.#answered(known.copy, known.call, a[row] as number, reasonIn(code));
      return;
    }
    if (component[row] !== this.#plan.bus || (code & 255) !== OPERATION.deliver) return;
    const to = this.#plan.idOf(this.#plan.links[way >> 1]?.to ?? -1);
    const attempt = code >>> 16;
    const t = at[row] as number;
    const copy = (this.#open.get(keyOf(upload[row] as number, to)) ?? []).find(
      ({ tries }) => tries.length === attempt && isDue(tries.at(-1), t),
    );
    if (!copy) return;
    const call: Try = { at: t, answeredAt: -1, reason: REASON.none, nextAt: -1 };
    copy.tries.push(call);
    this.#calls.set(subject[row] as number, { copy, call });
  }

  #answered(copy: Copy, call: Try, at: SimTime, reason: number): void {
    call.answeredAt = at;
    call.reason = reason;
    if (reason === REASON.none) this.#end(copy, 'delivered', at, reason);
  }

  #timedOut(row: number): void {
    const { at, subject } = this.#reel.facts;
    const known = this.#calls.get(subject[row] as number);
    if (!known) return;
    const { copy, call } = known;
    // An answer that is still on its way comes too late: it is hung up on.
    if (copy.end === 'delivered') {
      copy.end = null;
      copy.endedAt = -1;
      const key = keyOf(copy.upload, copy.to);
      this.#open.set(key, [...(this.#open.get(key) ?? []), copy]);
    }
    call.answeredAt = at[row] as number;
    call.reason = REASON['timed-out'];
  }

  #retried(row: number): void {
    const { a, b, c } = this.#reel.facts;
    const copy = this.#openCopyOf(row, a[row] as number);
    const last = copy?.tries.at(-1);
    if (!last) return;
    last.nextAt = b[row] as number;
    last.reason = c[row] as number;
  }

  #givenUp(row: number, isDropped: boolean): void {
    const { at, a, c } = this.#reel.facts;
    const copy = this.#openCopyOf(row, a[row] as number);
    if (copy) this.#end(copy, isDropped ? 'dropped' : 'dead-lettered', at[row] as number, c[row] as number);
  }

  /** The copy that a fact of the bus is about: of this upload, for this target, tried so often. */
  #openCopyOf(row: number, tries: number): Copy | undefined {
    const { at, subject, upload } = this.#reel.facts;
    const target = subject[row] as number;
    const t = at[row] as number;
    const rule = this.#plan.rulesAt(t)[Math.floor(target / PLACES)];
    const to = rule?.targets[target % PLACES]?.to ?? '';
    const open = this.#open.get(keyOf(upload[row] as number, to)) ?? [];
    const fitting = open.filter((copy) => copy.subject === target && copy.tries.length === tries);
    return fitting.find((copy) => copy.tries.at(-1)?.answeredAt === t) ?? fitting[0];
  }

  #end(copy: Copy, end: CopyEnd, at: SimTime, reason: number): void {
    copy.end = end;
    copy.endedAt = at;
    copy.reason = reason;
    const key = keyOf(copy.upload, copy.to);
    const left = (this.#open.get(key) ?? []).filter((each) => each !== copy);
    if (left.length === 0) this.#open.delete(key);
    else this.#open.set(key, left);
  }
}

function keyOf(upload: number, to: string): string {
  return `${upload} ${to}`;
}

/** Whether a copy whose last try this is may be tried at `t`: at the time that was said, or later if it had to wait. */
function isDue(last: Try | undefined, t: SimTime): boolean {
  return last === undefined || (last.nextAt >= 0 && last.nextAt <= t);
}

function reasonIn(code: number): number {
  return (code >> 8) & 255;
}

/** How the copies for one target stand at a moment. */
export interface TargetFigures {
  made: number;
  delivered: number;
  deadLettered: number;
  dropped: number;
  retried: number;
  /** Those that failed and wait to be tried again, oldest first. */
  waiting: readonly Copy[];
  /** From the event to the answer of the target, of those delivered, in µs; null before the first. */
  p50: SimTime | null;
  p95: SimTime | null;
}

export function figuresOf(copies: readonly Copy[], to: string, t: SimTime): TargetFigures {
  const own = copies.filter((copy) => copy.to === to && copy.at <= t);
  const ended = (end: CopyEnd): Copy[] => own.filter((copy) => copy.end === end && copy.endedAt <= t);
  const delivered = ended('delivered');
  const took = delivered.map(({ at, endedAt }) => endedAt - at).sort((one, other) => one - other);
  const waiting = own.filter((copy) => waitsAt(copy, t));
  return {
    made: own.length,
    delivered: delivered.length,
    deadLettered: ended('dead-lettered').length,
    dropped: ended('dropped').length,
    retried: own.reduce((sum, { tries }) => sum + tries.filter(({ at }, place) => place > 0 && at <= t).length, 0),
    waiting,
    p50: rank(took, 0.5),
    p95: rank(took, 0.95),
  };
}

/** Whether a copy has failed by `t`, and is neither delivered nor given up. */
export function waitsAt({ tries, endedAt }: Copy, t: SimTime): boolean {
  const isOver = endedAt >= 0 && endedAt <= t;
  return (
    !isOver && tries.some(({ answeredAt, reason }) => answeredAt >= 0 && answeredAt <= t && reason !== REASON.none)
  );
}

/** How often it was tried by `t`. */
export function triedBy({ tries }: Copy, t: SimTime): number {
  return tries.filter(({ at }) => at <= t).length;
}

/** The smallest value that so large a share does not exceed. `values` ascend. */
function rank(values: readonly number[], share: number): number | null {
  return values[Math.max(0, Math.ceil(values.length * share) - 1)] ?? null;
}
