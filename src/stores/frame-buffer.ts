/** The latest picture of one run: the message layer reads it every frame, the nodes a few times a second. */
import type { Frame } from '../playback/director.ts';

/** How often nodes are told of a new picture, per second on the wall. Our choice: a counter that changes faster is not read. */
const TELLS_PER_SECOND = 12;

export class FrameBuffer {
  #frame: Frame | null = null;
  #tick = 0;
  #toldAt = Number.NEGATIVE_INFINITY;
  /** Whether there is a picture of which nodes have not been told. */
  #isUntold = false;
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
    this.#isUntold = true;
    if (now || wallMs - this.#toldAt >= 1000 / TELLS_PER_SECOND) this.#tell(wallMs);
  }

  /** Tells the nodes of a picture that came too soon after another to be told of; where it stands still, this is the last. */
  settle(wallMs: number): void {
    if (this.#isUntold) this.#tell(wallMs);
  }

  #tell(wallMs: number): void {
    this.#isUntold = false;
    this.#toldAt = wallMs;
    this.#tick += 1;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
