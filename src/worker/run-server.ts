/**
 * Runs a scenario ahead of the page, chunk by chunk, and keeps checkpoints, so that a changed intervention costs
 * only what comes after it. Knows no worker: the shell posts its messages, and a page without workers can host it.
 */
import { bookWith, NO_CHANGES, type PriceChanges } from '../cost/prices.ts';
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import { TraceRecorder } from '../engine/trace.ts';
import type { Act, World, WorldPlan } from '../models/world.ts';
import { type Chunk, chunkSecondsFor } from '../playback/reel.ts';
import { applyFact, copyView, emptyView, type View } from '../playback/view.ts';
import { createSimulation, planOf } from '../scenario/create-simulation.ts';
import { RunObserver } from '../scenario/run-observer.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Facts that a page keeps at most: about 140 MB of columns. Our choice; a longer run is cut there, and says so. */
const MOST_FACTS = 4_000_000;

/** Checkpoints kept at most. Our choice: with this many, going back costs at most a fortieth of the run. */
const MOST_CHECKPOINTS = 40;

interface Checkpoint {
  /** Index of the chunk that starts here. */
  chunk: number;
  world: World;
  observer: RunObserver;
  view: View;
  facts: number;
}

/** Where a run stands, between two chunks. */
interface Standing extends Checkpoint {
  run: number;
  scenario: Scenario;
  prices: PriceChanges;
  plan: WorldPlan;
  chunkTime: SimTime;
  endsAt: SimTime;
  recorder: TraceRecorder;
}

export class RunServer {
  readonly #post: (message: FromWorker, transfer: Transferable[]) => void;
  readonly #mostFacts: number;
  #standing: Standing | null = null;
  #checkpoints: Checkpoint[] = [];

  constructor(post: (message: FromWorker, transfer: Transferable[]) => void, mostFacts = MOST_FACTS) {
    this.#post = post;
    this.#mostFacts = mostFacts;
  }

  /** Begins a run; keeps of the old one what the two have in common. */
  handle({ run, scenario, prices = NO_CHANGES }: ToWorker): void {
    try {
      this.#standing = this.#resume(run, scenario, prices) ?? this.#begin(run, scenario, prices);
    } catch (error) {
      this.#fail(run, error);
    }
  }

  /** Computes the next chunk; false when there is nothing left to do. */
  work(): boolean {
    const standing = this.#standing;
    if (!standing) return false;
    try {
      return this.#nextChunk(standing);
    } catch (error) {
      this.#fail(standing.run, error);
      return false;
    }
  }

  #begin(run: number, scenario: Scenario, prices: PriceChanges): Standing {
    const plan = planOf(scenario);
    const chunkSeconds = chunkSecondsFor(scenario.durationSeconds);
    const observer = new RunObserver(plan.nodes, plan.links, scenario.durationSeconds, bookWith(prices));
    const recorder = new TraceRecorder();
    const world = createSimulation(scenario, recorder, observer);
    this.#checkpoints = [];
    this.#post({ kind: 'started', run, chunkSeconds, keepChunks: 0 }, []);
    return {
      run,
      scenario,
      prices,
      plan,
      chunkTime: seconds(chunkSeconds),
      endsAt: seconds(scenario.durationSeconds),
      recorder,
      chunk: 0,
      world,
      observer,
      view: emptyView(plan.nodes),
      facts: 0,
    };
  }

  /** From the last checkpoint before the two scenarios differ; null if they, or the prices, differ from the start. */
  #resume(run: number, scenario: Scenario, prices: PriceChanges): Standing | null {
    const old = this.#standing;
    if (!old || !differInInterventionsOnly(old.scenario, scenario)) return null;
    if (JSON.stringify(old.prices) !== JSON.stringify(prices)) return null;
    const plan = planOf(scenario);
    const differsAt = firstDifference(old.plan.acts, plan.acts);
    const usable = this.#checkpoints.filter(({ chunk }) => chunk > 0 && chunk * old.chunkTime <= differsAt);
    const checkpoint = usable.at(-1);
    if (!checkpoint) return null;
    this.#checkpoints = usable;
    const { chunk, facts } = checkpoint;
    this.#post({ kind: 'started', run, chunkSeconds: toSeconds(old.chunkTime), keepChunks: chunk }, []);
    const restored = restore(checkpoint, plan.acts);
    return { ...old, ...restored, run, scenario, plan, chunk, facts };
  }

  #nextChunk(standing: Standing): boolean {
    const { run, chunk, chunkTime, endsAt, world, observer, recorder, view } = standing;
    if (chunk > 0) this.#keepCheckpoint(standing);
    const from = chunk * chunkTime;
    const to = Math.min(from + chunkTime, endsAt);
    const isLast = to >= endsAt;
    // Times are whole microseconds: one before `to` leaves what happens at `to` to the next chunk.
    const last = isLast ? to : to - 1;
    world.runUntil(last);
    observer.advanceTo(last);
    const keyframe = copyView(view);
    const facts = recorder.take();
    for (let row = 0; row < facts.length; row += 1) applyFact(view, facts, row);
    const made: Chunk = { index: chunk, from, to, facts, keyframe };
    const samples = observer.takeSamples();
    this.#post({ kind: 'chunk', run, chunk: made, samples }, [...buffersOf(facts), ...buffersOf(samples)]);
    standing.chunk += 1;
    standing.facts += facts.length;
    if (!isLast && standing.facts < this.#mostFacts) return true;
    const report = observer.report(standing.scenario, to);
    this.#post({ kind: 'finished', run, report, recordedUntilSeconds: toSeconds(to) }, []);
    return false;
  }

  #keepCheckpoint(standing: Standing): void {
    const { chunk, chunkTime, endsAt, facts } = standing;
    const every = Math.ceil(endsAt / chunkTime / MOST_CHECKPOINTS);
    if (chunk % every !== 0 || this.#checkpoints.some((checkpoint) => checkpoint.chunk >= chunk)) return;
    const view = copyView(standing.view);
    this.#checkpoints.push({ chunk, facts, view, world: standing.world.copy(), observer: standing.observer.copy() });
  }

  #fail(run: number, error: unknown): void {
    this.#standing = null;
    this.#post({ kind: 'failed', run, message: error instanceof Error ? error.message : String(error) }, []);
  }
}

/** A running copy of a checkpoint, with other things still to be done to it. */
function restore(checkpoint: Checkpoint, acts: readonly Act[]) {
  const world = checkpoint.world.copy(acts);
  const observer = checkpoint.observer.copy();
  const recorder = new TraceRecorder();
  world.observe(recorder);
  world.observe(observer);
  return { world, observer, recorder, view: copyView(checkpoint.view) };
}

function differInInterventionsOnly(a: Scenario, b: Scenario): boolean {
  return JSON.stringify({ ...a, interventions: [] }) === JSON.stringify({ ...b, interventions: [] });
}

/** When the first act is due that is not in both; Infinity if all are. */
function firstDifference(a: readonly Act[], b: readonly Act[]): SimTime {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [one, other] = [a[i], b[i]];
    if (!one || !other || !sameAct(one, other)) return Math.min(one?.at ?? Infinity, other?.at ?? Infinity);
  }
  return Number.POSITIVE_INFINITY;
}

/** The number of the intervention does not matter: it only says where it stands in its list. */
function sameAct(a: Act, b: Act): boolean {
  return JSON.stringify({ ...a, intervention: 0 }) === JSON.stringify({ ...b, intervention: 0 });
}

/** The buffers behind all typed arrays of a record, which are handed over and not copied. */
function buffersOf(record: object): Transferable[] {
  const buffers: Transferable[] = [];
  for (const value of Object.values(record)) {
    if (ArrayBuffer.isView(value)) buffers.push(value.buffer as ArrayBuffer);
    else if (Array.isArray(value)) for (const each of value) buffers.push(...buffersOf(each as object));
    else if (typeof value === 'object' && value !== null) buffers.push(...buffersOf(value));
  }
  return buffers;
}
