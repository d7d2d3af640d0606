/** What the choreography has to remember of an instance group: which slot does which job, and how far that is shown. */
import type { SimTime } from '../engine/time.ts';

/** A slot of an instance, which does one job at a time, and shows one at a time. */
export interface Slot {
  isBusy: boolean;
  /** When its last job is shown to begin. */
  shownBegan: SimTime;
  /** Row in which its last job ended, and when that is shown. */
  endRow: number;
  shownEnd: SimTime;
}

/** The present stretch of work of a job, or the job itself before the first. */
interface Work {
  slot: Slot;
  began: SimTime;
  shownBegan: SimTime;
}

interface InstanceStory {
  slots: Slot[];
  /** When the last that is known of its work is shown. */
  workShownUntil: SimTime;
}

export class GroupStory {
  /** By number of the job; numbers are used again. */
  readonly jobs: (Work | undefined)[] = [];
  readonly #slotsPerInstance: number;
  readonly #instances = new Map<number, InstanceStory>();

  constructor(slotsPerInstance: number) {
    this.#slotsPerInstance = slotsPerInstance;
  }

  /** A slot of this instance that is free now: one with nothing left to show if there is any, else the nearest to it. */
  freeSlot(instance: number, now: SimTime): Slot {
    const { slots } = this.#instance(instance);
    let best: Slot | undefined;
    for (const slot of slots) {
      if (slot.isBusy) continue;
      if (slot.shownEnd <= now) return slot;
      if (!best || slot.shownEnd < best.shownEnd) best = slot;
    }
    if (best && slots.length >= this.#slotsPerInstance) return best;
    const unused: Slot = { isBusy: false, shownBegan: 0, endRow: -1, shownEnd: 0 };
    slots.push(unused);
    return unused;
  }

  /** Something of this instance's work is shown at `shown`. */
  showWork(instance: number, shown: SimTime): void {
    const story = this.#instance(instance);
    if (shown > story.workShownUntil) story.workShownUntil = shown;
  }

  workShownUntil(instance: number): SimTime {
    return this.#instance(instance).workShownUntil;
  }

  /** The instance went down: whatever was in its slots is no longer there. */
  clear(instance: number): void {
    this.#instance(instance).slots = [];
  }

  #instance(id: number): InstanceStory {
    let story = this.#instances.get(id);
    if (!story) {
      story = { slots: [], workShownUntil: 0 };
      this.#instances.set(id, story);
    }
    return story;
  }
}
