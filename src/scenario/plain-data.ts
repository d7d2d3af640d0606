/**
 * The first door for whatever comes from outside: makes a copy that is nothing but numbers, words, lists and objects,
 * not too large and not too deep, with no key that means something to every object.
 */

import { type Path, pathText, valueText } from '../text/wording.ts';
import { DEEPEST, MOST_VALUES } from './limits.ts';
import type { Problem } from './problem.ts';

/** Keys that objects have by themselves: as data they are mistaken for what is always there. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Whether a key, or an id that will be used as one, is taken by the language. */
export function isReserved(key: string): boolean {
  return reserved.has(key);
}

export interface PlainData {
  value: unknown;
  problems: readonly { path: Path; problem: Problem }[];
  /** Too large or too deep: the copy was given up. */
  isTooMuch: boolean;
}

/** A plain copy of `input`. What is not plain is left out and reported; a key without a value is as good as none. */
export function plainData(input: unknown): PlainData {
  const copier = new Copier();
  const value = copier.copy(input, []);
  return { value, problems: copier.problems, isTooMuch: copier.isTooMuch };
}

class Copier {
  readonly problems: { path: Path; problem: Problem }[] = [];
  isTooMuch = false;
  #values = 0;

  copy(value: unknown, path: Path): unknown {
    this.#values += 1;
    if (this.#values > MOST_VALUES) return this.#giveUp([], `a scenario of at most ${MOST_VALUES} values`);
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return value + 0; // -0 becomes 0
    if (Array.isArray(value)) return this.#copyList(value, path);
    if (isPlainObject(value)) return this.#copyObject(value, path);
    return this.#report(path, kindOf(value), 'a number, a word, a list or a plain object');
  }

  #copyList(list: readonly unknown[], path: Path): unknown {
    if (list.length > MOST_VALUES) return this.#giveUp(path, `a list of at most ${MOST_VALUES} values`);
    if (path.length >= DEEPEST) return this.#giveUp(beginningOf(path), `at most ${DEEPEST} levels deep`);
    const copies: unknown[] = [];
    for (let place = 0; place < list.length && !this.isTooMuch; place += 1) {
      copies.push(this.copy(list[place] ?? null, [...path, place]));
    }
    return copies;
  }

  #copyObject(object: Readonly<Record<string, unknown>>, path: Path): unknown {
    if (path.length >= DEEPEST) return this.#giveUp(beginningOf(path), `at most ${DEEPEST} levels deep`);
    const copies: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(object)) {
      if (this.isTooMuch) break;
      const place = [...path, key];
      if (isReserved(key)) {
        this.#report(place, kindOf(value), 'no key of this name, which every object has by itself');
        continue;
      }
      const copied = this.copy(value, place);
      if (copied !== undefined) copies[key] = copied;
    }
    return copies;
  }

  #report(path: Path, value: string, allowed: string): undefined {
    this.problems.push({ path, problem: { path: pathText(path), value, allowed } });
  }

  #giveUp(path: Path, allowed: string): undefined {
    this.isTooMuch = true;
    this.#report(path, 'too much', allowed);
  }
}

/** Enough of a deep path to find the place. */
function beginningOf(path: Path): Path {
  return path.slice(0, 3);
}

/** Whether a value is an object with keys: no list, no null, nothing with a class of its own. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another window has another Object.prototype, but nothing stands above that one either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A value in words, where it may not even be possible to write it as JSON. */
function kindOf(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'number') return valueText(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return isPlainObject(value) ? 'an object' : 'an object of a class';
  return typeof value === 'function' ? 'a function' : String(value);
}
