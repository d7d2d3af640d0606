/** A scenario while it is checked: the plain value, what was found wrong with it, and which parts can be relied on. */
import * as v from 'valibot';
import { type Path, pathText } from '../text/wording.ts';
import { MOST_PROBLEMS, MOST_PROBLEMS_OF_A_LIST } from './limits.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Rule } from './rules.ts';

export class Draft {
  readonly value: unknown;
  /** The first hundred, and of one list the first ten. */
  readonly problems: Problem[] = [];
  /** Those beyond. */
  more = 0;
  /** Places with a problem … */
  readonly #wrong = new Set<string>();
  /** … and all that they are part of. */
  readonly #partlyWrong = new Set<string>();
  /** How many items are wrong, by list. */
  readonly #wrongItems = new Map<string, number>();

  constructor(value: unknown) {
    this.value = value;
  }

  /**
   * Enters what is wrong with what stands at `path`. The first problem of a place is the one that is told. What is
   * allowed may be a function, where it takes a while to say: it is called only if the problem will be listed.
   */
  report(path: Path, allowed: string | (() => string)): void {
    this.#enter(path, () => problemAt(path, this.#find(path), typeof allowed === 'string' ? allowed : allowed()));
  }

  /** Enters a problem with what stood at `path` and is no longer part of the value. */
  add(path: Path, problem: Problem): void {
    this.#enter(path, () => problem);
  }

  #enter(path: Path, problem: () => Problem): void {
    const place = pathText(path);
    if (this.#wrong.has(place)) return;
    this.#wrong.add(place);
    for (let length = 0; length < path.length; length += 1) this.#partlyWrong.add(pathText(path.slice(0, length)));
    const items = this.#countItem(path);
    if (this.problems.length < MOST_PROBLEMS && items <= MOST_PROBLEMS_OF_A_LIST) this.problems.push(problem());
    else this.more += 1;
  }

  /** How many items of the list that the path ends in are wrong by now. */
  #countItem(path: Path): number {
    if (typeof path.at(-1) !== 'number') return 0;
    const list = pathText(path.slice(0, -1));
    const items = (this.#wrongItems.get(list) ?? 0) + 1;
    this.#wrongItems.set(list, items);
    return items;
  }

  /** Holds what stands at `path` against a rule. */
  check(rule: Rule<unknown>, path: Path): void {
    const { issues = [] } = v.safeParse(rule.schema, this.#find(path));
    for (const issue of issues) {
      const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
      this.report([...path, ...keys], issue.message);
    }
  }

  /** Whether something is wrong with what stands at `path` as a whole, or with what it is part of. */
  isWrong(path: Path): boolean {
    for (let length = 0; length <= path.length; length += 1) {
      if (this.#wrong.has(pathText(path.slice(0, length)))) return true;
    }
    return false;
  }

  /** Whether nothing is wrong with what stands at `path`, with any part of it, or with what it is part of. */
  isSound(path: Path): boolean {
    return !this.#partlyWrong.has(pathText(path)) && !this.isWrong(path);
  }

  /** What stands at `path`, already held against the rules; undefined where it is missing or wrong. */
  at<T>(...path: Path): T | undefined {
    return this.isSound(path) ? (this.#find(path) as T | undefined) : undefined;
  }

  /** Whether anything stands at `path`. */
  has(path: Path): boolean {
    return this.#find(path) !== undefined;
  }

  /** Keys of the object, or positions of the list, at `path`, whether what stands there is sound or not. */
  keysAt(...path: Path): string[] {
    const value = this.#find(path);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  }

  #find(path: Path): unknown {
    let value = this.value;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string | number, unknown>)[key];
    }
    return value;
  }
}
