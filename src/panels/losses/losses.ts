/**
 * What went wrong in a run up to a moment: uploads that were refused, lost or put aside, by reason and by where it began.
 * Read off the facts, once; going to another moment then only counts.
 */
import type { SimTime } from '../../engine/time.ts';
import type { TraceColumns } from '../../engine/trace.ts';
import type { Failure } from '../../lessons/remedies.ts';
import { FACT } from '../../models/facts.ts';
import type { Outcome } from '../../models/ledger.ts';
import { REASON, reasonOf, reasons } from '../../models/reasons.ts';

/** How an upload can end badly. */
export type BadEnd = Exclude<Outcome, 'open' | 'watchable'>;

/** Where a failure began, and as what: the call that failed because of it may have got another reason to hear. */
export interface Origin {
  /** Number of the component. */
  component: number;
  reason: Failure;
}

/** Uploads that ended in the same way, for the same reason, which began in the same place. */
export interface Loss {
  outcome: BadEnd;
  /** What the person, or whoever asks, is told. */
  reason: Failure;
  origin: Origin;
  uploads: number;
  /** Number of the one that was the last to end so. */
  lastUpload: number;
}

const SENT = FACT['message.sent'];
const REOPENED = FACT['upload.reopened'];

const badEnds: Readonly<Record<number, BadEnd>> = {
  [FACT['upload.refused']]: 'refused',
  [FACT['upload.lost']]: 'lost',
  [FACT['upload.dead-lettered']]: 'dead-lettered',
};

/** What fails here by itself. */
const OWN = 1;
/** What somebody says of a failure, perhaps one that began elsewhere. */
const TOLD = 2;

/** The facts, by code, whose column c is the reason of a failure. */
const says = new Uint8Array(256);
for (const kind of ['request.refused', 'job.failed', 'invocation.throttled'] as const) says[FACT[kind]] = OWN;
for (const kind of [
  'request.given-up',
  'delivery.dropped',
  'delivery.dead-lettered',
  'invocation.dropped',
  'upload.refused',
  'upload.lost',
  'upload.dead-lettered',
] as const) {
  says[FACT[kind]] = TOLD;
}

/** Reasons that only say that something else failed. */
const isPassedOn = reasons.map((reason) =>
  [
    'dependency-failed',
    'bad-gateway',
    'gateway-not-let-in',
    'retries-exhausted',
    'too-many-receives',
    'too-old',
  ].includes(reason),
);

/** Component and reason as one number. */
const originCode = (component: number, reason: number): number => component * reasons.length + reason;

/** Where the failure of each upload began, as far as has been told; origins as `originCode` has them. */
type Origins = Map<number, number>;

/** Takes in a fact, if it tells of a failure of an upload. */
function tellOrigin(origins: Origins, facts: TraceColumns, row: number): void {
  const upload = facts.upload[row] as number;
  if (upload < 0) return;
  const kind = facts.kind[row] as number;
  const component = facts.component[row] as number;
  const c = facts.c[row] as number;
  if (kind === SENT) {
    // An answer that brings bad news.
    if (((facts.b[row] as number) & 1) === 1) note(origins, upload, component, (c >> 8) & 255, TOLD);
    return;
  }
  const said = says[kind] as number;
  if (said !== 0) note(origins, upload, component, c, said);
}

function note(origins: Origins, upload: number, component: number, reason: number, said: number): void {
  if (reason === REASON.none) return;
  const before = origins.get(upload);
  if (before !== undefined) {
    if (isPassedOn[reason] === true) return;
    if (said === TOLD && before % reasons.length === reason) return;
  }
  origins.set(upload, originCode(component, reason));
}

function originOf(code: number): Origin {
  return { component: Math.floor(code / reasons.length), reason: reasonOf(code % reasons.length) as Failure };
}

/** One end of an upload, or its being opened again, in order of time. */
interface End {
  at: SimTime;
  upload: number;
  /** Place in the list of losses; -1 where a dead letter was taken up again. */
  loss: number;
}

/** What is read of a reel. */
interface Facts {
  readonly facts: TraceColumns;
  readonly generation: number;
}

/** The losses of a run, read as its facts come in. */
export class LossBook {
  readonly #reel: Facts;
  #generation = -1;
  /** Facts that were read. */
  #read = 0;
  #origins: Origins = new Map();
  #places = new Map<string, number>();
  #kinds: Pick<Loss, 'outcome' | 'reason' | 'origin'>[] = [];
  #ends: End[] = [];
  // The count, up to the end at this place.
  #counted = 0;
  #counts: number[] = [];
  #last: number[] = [];
  /** Of uploads that ended, which loss they are counted with. */
  #countedWith = new Map<number, number>();

  constructor(reel: Facts) {
    this.#reel = reel;
  }

  /** What had gone wrong by `t`: the most first, of equal numbers what ended last. */
  at(t: SimTime): Loss[] {
    this.#goTo(t);
    const losses = this.#kinds.flatMap((kind, place): Loss[] => {
      const uploads = this.#counts[place] ?? 0;
      return uploads > 0 ? [{ ...kind, uploads, lastUpload: this.#last[place] as number }] : [];
    });
    return losses.sort((a, b) => b.uploads - a.uploads || b.lastUpload - a.lastUpload);
  }

  /** How and why an upload ended badly; null if it had not by `t`. */
  endOf(upload: number, t: SimTime): Pick<Loss, 'outcome' | 'reason' | 'origin'> | null {
    this.#goTo(t);
    const place = this.#countedWith.get(upload);
    return place === undefined ? null : (this.#kinds[place] ?? null);
  }

  #goTo(t: SimTime): void {
    this.#readOn();
    const ends = this.#ends;
    const before = ends[this.#counted - 1];
    if (before !== undefined && before.at > t) this.#forgetCount();
    while (this.#counted < ends.length && (ends[this.#counted] as End).at <= t) {
      this.#count(ends[this.#counted] as End);
      this.#counted += 1;
    }
  }

  #readOn(): void {
    const { facts, generation } = this.#reel;
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#read = 0;
      this.#origins = new Map();
      this.#places = new Map();
      this.#kinds = [];
      this.#ends = [];
      this.#forgetCount();
    }
    for (; this.#read < facts.length; this.#read += 1) this.#take(facts, this.#read);
  }

  #take(facts: TraceColumns, row: number): void {
    tellOrigin(this.#origins, facts, row);
    const kind = facts.kind[row] as number;
    const at = facts.at[row] as number;
    const upload = facts.upload[row] as number;
    if (kind === REOPENED) this.#ends.push({ at, upload, loss: -1 });
    const outcome = badEnds[kind];
    if (outcome === undefined) return;
    const reason = facts.c[row] as number;
    const code = this.#origins.get(upload) ?? originCode(facts.component[row] as number, reason);
    const key = `${outcome} ${reason} ${code}`;
    let loss = this.#places.get(key);
    if (loss === undefined) {
      loss = this.#kinds.length;
      this.#places.set(key, loss);
      this.#kinds.push({ outcome, reason: reasonOf(reason) as Failure, origin: originOf(code) });
    }
    this.#ends.push({ at, upload, loss });
  }

  #count({ upload, loss }: End): void {
    const before = this.#countedWith.get(upload);
    if (before !== undefined) this.#counts[before] = (this.#counts[before] as number) - 1;
    if (loss < 0) {
      this.#countedWith.delete(upload);
      return;
    }
    this.#countedWith.set(upload, loss);
    this.#counts[loss] = (this.#counts[loss] ?? 0) + 1;
    this.#last[loss] = upload;
  }

  #forgetCount(): void {
    this.#counted = 0;
    this.#counts = [];
    this.#last = [];
    this.#countedWith = new Map();
  }
}

/** One for each reel, whoever asks. */
const books = new WeakMap<object, LossBook>();

/** The losses of the run with this reel. */
export function lossBookOf(reel: Facts): LossBook {
  let book = books.get(reel);
  if (!book) {
    book = new LossBook(reel);
    books.set(reel, book);
  }
  return book;
}
