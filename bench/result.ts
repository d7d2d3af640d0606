/** What the benchmark prints: one line a result. */

export interface Result {
  name: string;
  value: number;
  unit: string;
  /** The same figure of what it is compared with, and how many times better we are. */
  baseline?: number;
  ratio?: number;
}

/** A part of the benchmark; its results are printed when it is done. */
export type Section = () => Result[] | Promise<Result[]>;
