/**
 * The picture of a run at a time. It depends on the trace, the time and the speed alone: played, stepped, dragged to or
 * jumped to, forwards or backwards, the same moment looks the same.
 *
 * A director remembers the last picture only to reach the next one sooner. From frame to frame it tells the few facts
 * between; anywhere else it starts from a keyframe old enough that everything before it has been shown.
 */
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import { Choreography, shownEndOf } from './choreography.ts';
import { FLOW_WINDOW_WALL_SECONDS, type Flows, type Hops, MOST_DOTS, Traffic } from './hops.ts';
import { isWorthAStep } from './news.ts';
import type { Keyframe, Reel } from './reel.ts';
import { Suffering } from './suffering.ts';
import { applyFact, copyView, emptyView, jobAt, type View } from './view.ts';
import type { JobView } from './views/instances.ts';

/** A picture. Everything in it is used again for the next one: read it, do not keep it. */
export interface Frame {
  /** The moment that is shown. */
  t: SimTime;
  /** Simulated seconds per second on the wall. */
  speed: number;
  view: View;
  hops: Hops;
  /** How many messages a dot stands for. */
  messagesPerDot: number;
  /** By how much the picture may lag behind what happened, in simulated seconds. */
  lagSeconds: number;
  flows: Flows;
  /** Numbers of the parts that suffer from a fault elsewhere, at the true time. */
  suffering: readonly number[];
}

export class Director {
  /** Upload whose messages are always drawn, or null. */
  follow: number | null = null;
  readonly #reel: Reel;
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];
  readonly #endsAt: SimTime;
  readonly #traffic: Traffic;
  readonly #suffering: Suffering;
  readonly #frame: Frame;
  #choreography: Choreography;
  #generation: number;
  /** The moment of the last picture; before the first, and when it can no longer be used, -1. */
  #t: SimTime = -1;
  /** Places in the order of the choreography up to which facts are told, and up to which hops have left the window. */
  #told = 0;
  #counted = 0;

  /**
   * @param endsAt when the run ends: then everything is shown
   * @param mostDots dots drawn at most, apart from the one that each busy link always has and the upload followed
   */
  constructor(
    reel: Reel,
    nodes: readonly WorldNode[],
    links: readonly WorldLink[],
    endsAt: SimTime = Number.POSITIVE_INFINITY,
    mostDots = MOST_DOTS,
  ) {
    this.#endsAt = endsAt;
    this.#reel = reel;
    this.#nodes = nodes;
    this.#links = links;
    this.#traffic = new Traffic(links.length, mostDots);
    this.#suffering = new Suffering(reel, nodes, links);
    this.#generation = reel.generation;
    this.#choreography = new Choreography(reel, nodes, links, 1, endsAt);
    const { hops, flows } = this.#traffic;
    this.#frame = {
      t: 0,
      speed: 1,
      view: emptyView(nodes),
      hops,
      messagesPerDot: 1,
      lagSeconds: 0,
      flows,
      suffering: [],
    };
  }

  /** The picture at `tSeconds`, or at the end of what is recorded if that is earlier. */
  frameAt(tSeconds: number, speed: number): Frame {
    const t = Math.max(0, Math.min(seconds(tSeconds), this.#reel.recordedUntil));
    this.#prepare(speed);
    const choreography = this.#choreography;
    choreography.extendTo(t);
    const keyframe = this.#reel.keyframeBefore(t - choreography.longestLag);
    const isFurther = this.#t >= 0 && this.#t <= t && (keyframe?.at ?? 0) <= this.#t;
    if (isFurther) this.#tellUntil(t, 0, 0);
    else this.#startFrom(keyframe, t);
    this.#t = t;
    this.#traffic.draw(this.#reel.facts, choreography, t, this.follow);
    const frame = this.#frame;
    frame.t = t;
    frame.speed = speed;
    frame.hops = this.#traffic.hops;
    frame.messagesPerDot = this.#traffic.messagesPerDot;
    frame.lagSeconds = toSeconds(choreography.longestLag);
    frame.suffering = this.#suffering.at(t);
    return frame;
  }

  /**
   * When, after `tSeconds`, the picture next shows a fact that is worth a step (see `isWorthAStep`); null if there is
   * none in what is recorded. When it truly happened may be earlier; nobody sees that until it is shown.
   */
  nextChange(tSeconds: number, speed: number): number | null {
    this.#prepare(speed);
    const { facts, recordedUntil } = this.#reel;
    const choreography = this.#choreography;
    const t = seconds(tSeconds);
    for (let until = t; until < recordedUntil; ) {
      until = Math.min(until + choreography.longestLag, recordedUntil);
      choreography.extendTo(until);
      for (let place = choreography.placeAt(t + 1); place < choreography.ordered; place += 1) {
        const row = choreography.order[place] as number;
        if (isWorthAStep(facts, row)) return toSeconds(choreography.shownAt(row));
      }
    }
    return null;
  }

  /** The same backwards. */
  previousChange(tSeconds: number, speed: number): number | null {
    this.#prepare(speed);
    const choreography = this.#choreography;
    const t = Math.min(seconds(tSeconds), this.#reel.recordedUntil);
    choreography.extendTo(t);
    for (let place = choreography.placeAt(seconds(tSeconds)) - 1; place >= 0; place -= 1) {
      const row = choreography.order[place] as number;
      if (isWorthAStep(this.#reel.facts, row)) return toSeconds(choreography.shownAt(row));
    }
    return null;
  }

  #prepare(speed: number): void {
    if (speed === this.#choreography.speed && this.#generation === this.#reel.generation) return;
    this.#choreography = new Choreography(this.#reel, this.#nodes, this.#links, speed, this.#endsAt);
    this.#generation = this.#reel.generation;
    this.#t = -1;
  }

  /** Goes to a keyframe of which everything before it is shown at `t`, and tells what has been shown since. */
  #startFrom(keyframe: Keyframe | undefined, t: SimTime): void {
    const choreography = this.#choreography;
    this.#frame.view = keyframe ? this.#viewAt(keyframe) : emptyView(this.#nodes);
    this.#traffic.clear();
    // Hops that are still on their way, or count as flow, may have started before the keyframe.
    const firstHop = choreography.placeAt(t - Math.max(this.#flowWindow(), choreography.longestHop));
    this.#counted = firstHop;
    this.#told = Math.min(firstHop, choreography.placeAt(keyframe?.at ?? 0));
    this.#tellUntil(t, keyframe?.row ?? 0, firstHop);
  }

  /** Tells what is shown up to `t`, but for facts of rows before `firstRow` and hops at places before `firstHop`. */
  #tellUntil(t: SimTime, firstRow: number, firstHop: number): void {
    const { facts } = this.#reel;
    const choreography = this.#choreography;
    const { order, ordered } = choreography;
    const { view } = this.#frame;
    let place = this.#told;
    for (; place < ordered; place += 1) {
      const row = order[place] as number;
      if (choreography.shownAt(row) > t) break;
      const kind = facts.kind[row] as number;
      if (kind === FACT['message.sent']) {
        if (place >= firstHop) this.#traffic.start(facts, row, choreography);
      } else if (row >= firstRow) {
        applyFact(view, facts, row);
        if (kind === FACT['step.began']) this.#showStep(jobAt(view, facts, row), row);
      }
    }
    this.#told = place;
    this.#closeWindow(t - this.#flowWindow());
  }

  /** Counts out of the flow what started at or before `t`. */
  #closeWindow(t: SimTime): void {
    const { facts } = this.#reel;
    const choreography = this.#choreography;
    let place = this.#counted;
    for (; place < this.#told; place += 1) {
      const row = choreography.order[place] as number;
      if (choreography.shownAt(row) > t) break;
      if (facts.kind[row] === FACT['message.sent']) this.#traffic.leaveWindow(facts, row, choreography);
    }
    this.#counted = place;
  }

  #flowWindow(): SimTime {
    return seconds(FLOW_WINDOW_WALL_SECONDS * this.#choreography.speed);
  }

  /** A copy of a keyframe's view, with the work in it at the times at which it is shown. */
  #viewAt(keyframe: Keyframe): View {
    const view = copyView(keyframe.view);
    view.forEach((component, index) => {
      if (!('instances' in component)) return;
      for (const { jobs } of component.instances) {
        for (const job of jobs) if (job.stepEnds > job.stepBegan) this.#showStep(job, this.#rowOfStep(index, job));
      }
    });
    return view;
  }

  /** The row in which the present work of a job began. */
  #rowOfStep(component: number, job: JobView): number {
    const { facts } = this.#reel;
    for (let row = this.#reel.rowAt(job.stepBegan); facts.at[row] === job.stepBegan; row += 1) {
      const isIt =
        facts.kind[row] === FACT['step.began'] &&
        facts.component[row] === component &&
        facts.b[row] === job.job &&
        facts.upload[row] === job.upload;
      if (isIt) return row;
    }
    throw new Error(`no fact says that job ${job.job} of component ${component} began at ${job.stepBegan} µs`);
  }

  /** The work of a job goes on, in the picture, from when it is shown to begin to when it is shown to end. */
  #showStep(job: JobView | undefined, row: number): void {
    if (!job) return;
    const { stepBegan, stepEnds } = job;
    job.stepBegan = this.#choreography.shownAt(row);
    job.stepEnds = shownEndOf(job.stepBegan, stepBegan, stepEnds);
  }
}
