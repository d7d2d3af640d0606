/** Runs as the page gets them: chunk by chunk, with a keyframe at the start of each. */
import { type SimTime, seconds } from '../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import type { World, WorldPlan } from '../../src/models/world.ts';
import { type Chunk, chunkSecondsFor, Reel } from '../../src/playback/reel.ts';
import { applyFact, copyView, emptyView, type View } from '../../src/playback/view.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export interface RecordedRun {
  plan: WorldPlan;
  chunks: Chunk[];
  end: SimTime;
  /** The world at the end. */
  world: World;
}

export function recordRun(
  scenario: Scenario,
  chunkSeconds = chunkSecondsFor(scenario.durationSeconds),
  eachChunk: (world: World, view: View) => void = () => {},
): RecordedRun {
  const plan = planOf(scenario);
  const recorder = new TraceRecorder();
  const world = createSimulation(scenario, recorder);
  const view = emptyView(plan.nodes);
  const end = seconds(scenario.durationSeconds);
  const chunks: Chunk[] = [];
  for (let from = 0; from < end; from += seconds(chunkSeconds)) {
    const to = Math.min(from + seconds(chunkSeconds), end);
    world.runUntil(to === end ? to : to - 1);
    const facts = recorder.take();
    chunks.push({ index: chunks.length, from, to, facts, keyframe: copyView(view) });
    tellAll(view, facts);
    eachChunk(world, view);
  }
  return { plan, chunks, end, world };
}

/** A reel of these chunks. */
export function reelOf(chunks: readonly Chunk[]): Reel {
  const reel = new Reel();
  for (const chunk of chunks) reel.add(chunk);
  return reel;
}

export function tellAll(view: View, facts: TraceColumns): void {
  for (let row = 0; row < facts.length; row += 1) applyFact(view, facts, row);
}

/** A view in which the order of the entries of a map counts when it is compared. */
export function inOrder(view: View): unknown {
  return view.map((component) =>
    Object.fromEntries(
      Object.entries(component).map(([name, value]) => [name, value instanceof Map ? [...value] : value]),
    ),
  );
}
