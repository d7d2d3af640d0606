/** The latest picture of one run: the message layer reads it every frame, the nodes a few times a second. */
import type { Frame } from '../playback/director.ts';

/** How often nodes are told of a new picture, per second on the wall. Our choice: a counter that changes faster is not read. */
const TELLS_PER_SECOND = 12;

export class FrameBuffer {
  #frame: Frame | null = null;
  #tick = 0;
  #toldAt = Number.NEGATIVE_INFINITY;
  #listeners = new Set<() => void>();

  /** The picture to draw now; null before the first. */
  latest(): Frame | null {
    return this.#frame;
  }

  /** Grows with every telling: what `useSyncExternalStore` compares. */
  readonly tick = (): number => this.#tick;

  /** Puts a new picture in. `wallMs` is the time of the frame; `now` tells the nodes at once. */
  publish(frame: Frame, wallMs: number, now: boolean): void {
    this.#frame = frame;
    if (!now && wallMs - this.#toldAt < 1000 / TELLS_PER_SECOND) return;
    this.#toldAt = wallMs;
    this.#tick += 1;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
