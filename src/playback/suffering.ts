/**
 * Which parts suffer from a fault elsewhere at a moment, by the facts up to then: the same measure as in the report
 * (`metrics/fault-figures.ts`), at the true time of the facts.
 */
import type { SimTime } from '../engine/time.ts';
import { FaultFigures } from '../metrics/fault-figures.ts';
import type { WorldLink, WorldNode } from '../models/world.ts';
import type { Reel } from './reel.ts';

/** All that was heard before a row of the facts. */
interface Heard {
  row: number;
  figures: FaultFigures;
}

export class Suffering {
  readonly #reel: Reel;
  readonly #nodes: readonly WorldNode[];
  readonly #links: readonly WorldLink[];
  #generation: number;
  /** Where the last answer left off. */
  #now: Heard;
  /** Copies to go back to, in order: at most one for each keyframe of the reel. */
  #kept: Heard[] = [];

  constructor(reel: Reel, nodes: readonly WorldNode[], links: readonly WorldLink[]) {
    this.#reel = reel;
    this.#nodes = nodes;
    this.#links = links;
    this.#generation = reel.generation;
    this.#now = this.#nothing();
  }

  /** Numbers of the components that suffer at `t`, in order. */
  at(t: SimTime): number[] {
    const reel = this.#reel;
    if (this.#generation !== reel.generation) {
      this.#generation = reel.generation;
      this.#kept = [];
      this.#now = this.#nothing();
    }
    const keyframe = reel.keyframeBefore(t)?.row ?? 0;
    const until = reel.rowAt(t + 1);
    const isFurther = this.#now.row <= until;
    if (!isFurther || this.#now.row < keyframe) {
      const nearest = this.#kept.findLast(({ row }) => row <= until);
      if (!isFurther || (nearest && nearest.row > this.#now.row)) {
        this.#now = nearest ? { row: nearest.row, figures: nearest.figures.copy() } : this.#nothing();
      }
      this.#tellUntil(keyframe);
      this.#keep();
    }
    this.#tellUntil(until);
    return this.#now.figures.sufferingAt(t);
  }

  #tellUntil(end: number): void {
    const { at, kind, component, upload, subject, a, b, c } = this.#reel.facts;
    const { figures } = this.#now;
    for (let row = this.#now.row; row < end; row += 1) {
      figures.fact(
        at[row] as number,
        kind[row] as number,
        component[row] as number,
        upload[row] as number,
        subject[row] as number,
        a[row] as number,
        b[row] as number,
        c[row] as number,
      );
      this.#now.row = row + 1;
    }
  }

  #keep(): void {
    const { row, figures } = this.#now;
    if (this.#kept.some((each) => each.row === row)) return;
    this.#kept.push({ row, figures: figures.copy() });
    this.#kept.sort((x, y) => x.row - y.row);
  }

  #nothing(): Heard {
    return { row: 0, figures: new FaultFigures(this.#nodes, this.#links) };
  }
}
