/**
 * Pieces of long work and what became of each: every run at it, cut off or not, and what was billed for it. Read from the
 * facts up to a moment, and from nothing else.
 */
import { meanOf } from '../../../engine/distributions.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../../../engine/time.ts';
import type { TraceColumns } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';
import { REFERENCE_VCPU, vcpuOf } from '../../../models/function/runtimes.ts';
import type { StepProgram } from '../../../models/parameters.ts';
import { REASON } from '../../../models/reasons.ts';
import type { WorldPlan } from '../../../models/world.ts';
import { type CallPrices, gbSecondsOf } from '../memory/closed-form.ts';

/** One run at a piece of work. */
export interface Attempt {
  /** Id of the component that ran. */
  component: string;
  began: SimTime;
  /** Null while it runs. */
  ended: SimTime | null;
  /** Code of `REASON`: why it failed. */
  reason: number;
  /** What a run of a function was billed for, its start included, s; null of machines, and while it runs. */
  billedSeconds: number | null;
}

/** `open`: waits or runs; `done`: can be watched; `lost`, dead letters included. */
export type PieceState = 'open' | 'done' | 'lost';

export interface Piece {
  upload: number;
  /** Length of the video, and so of the work on two vCPU, s. */
  lengthSeconds: number;
  sentAt: SimTime;
  attempts: Attempt[];
  state: PieceState;
  /** When it is tried again; -1 where nothing is planned. */
  nextAt: SimTime;
  /** When it came to its end; -1 if it has not. */
  endedAt: SimTime;
}

/** Every piece of work sent up to and including `until`, in order. */
export function piecesUntil(facts: TraceColumns, { nodes }: WorldPlan, until: SimTime): Piece[] {
  const pieces: Piece[] = [];
  const byUpload = new Map<number, Piece>();
  for (let row = 0; row < facts.length; row += 1) {
    const at = facts.at[row] as number;
    if (at > until) break;
    const upload = facts.upload[row] as number;
    if (upload < 0) continue;
    const kind = facts.kind[row] as number;
    const a = facts.a[row] as number;
    if (kind === FACT['upload.started']) {
      const piece: Piece = {
        upload,
        lengthSeconds: a,
        sentAt: at,
        attempts: [],
        state: 'open',
        nextAt: -1,
        endedAt: -1,
      };
      pieces.push(piece);
      byUpload.set(upload, piece);
      continue;
    }
    const piece = byUpload.get(upload);
    const component = nodes[facts.component[row] as number]?.id;
    if (piece === undefined || component === undefined) continue;
    tell(piece, at, kind, component, a, facts.b[row] as number, facts.c[row] as number);
  }
  return pieces;
}

function tell(piece: Piece, at: SimTime, kind: number, component: string, a: number, b: number, c: number): void {
  const { attempts } = piece;
  switch (kind) {
    case FACT['job.began']:
      attempts.push({ component, began: at, ended: null, reason: REASON.none, billedSeconds: null });
      piece.nextAt = -1;
      return;
    case FACT['job.finished']:
    case FACT['job.failed']: {
      const open = attempts.findLast((each) => each.component === component && each.ended === null);
      if (open === undefined) return;
      open.ended = at;
      open.reason = c;
      return;
    }
    case FACT['invocation.finished']: {
      const over = attempts.findLast((each) => each.component === component && each.ended !== null);
      if (over !== undefined) over.billedSeconds = a / MICROSECONDS_PER_SECOND;
      return;
    }
    case FACT['invocation.retried']:
      piece.nextAt = b;
      return;
    case FACT['upload.watchable']:
      end(piece, 'done', at);
      return;
    case FACT['upload.lost']:
    case FACT['upload.refused']:
    case FACT['upload.dead-lettered']:
      end(piece, 'lost', at);
  }
}

function end(piece: Piece, state: PieceState, at: SimTime): void {
  piece.state = state;
  piece.endedAt = at;
  piece.nextAt = -1;
}

/** Whether a run came to nothing. */
export function isInVain({ ended, reason }: Attempt): boolean {
  return ended !== null && reason !== REASON.none;
}

/** What a run of a function was billed, USD: its seconds × memory, and the request; null of machines, and while it runs. */
export function billOf({ billedSeconds }: Attempt, memoryMegabytes: number, prices: CallPrices): number | null {
  if (billedSeconds === null) return null;
  return gbSecondsOf(memoryMegabytes, billedSeconds) * prices.gbSecondUsd + prices.requestUsd;
}

/**
 * How long a run of a function would take for a video of this length, s, if it were let: its work over its speed, which is
 * its vCPU over two. Calls and faults are left out.
 */
export function neededSeconds(params: Readonly<Record<string, unknown>>, lengthSeconds: number): number {
  const { steps, memoryMegabytes, threads } = params as {
    steps: readonly StepProgram[];
    memoryMegabytes: number;
    threads: number;
  };
  const speed = Math.min(vcpuOf(memoryMegabytes), threads) / REFERENCE_VCPU;
  let sum = 0;
  for (const { work } of steps) {
    for (const { seconds, perVideoMinute } of work) {
      sum += meanOf(seconds) * (perVideoMinute === true ? lengthSeconds / 60 : 1);
    }
  }
  return sum / speed;
}
