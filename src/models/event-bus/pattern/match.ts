/**
 * Holds events against a pattern that was taken apart.
 *
 * Lists in events: a field within a list is a field of each of its elements, and what a pattern asks of several fields
 * must be found in the same element (array consistency). The fields are taken in the order of their names, and a field
 * is absent if the elements that were chosen so far do not have it: the rule of the reference implementation.
 */
import type { Branch, Condition } from './compile.ts';
import { type EventValue, MAXIMUM_DEPTH } from './json-text.ts';
import { UncomparableNumber } from './numbers.ts';
import type { Leaf } from './operators.ts';

/** The elements that a leaf is within: of which list, at which position, and those around it. */
interface Element {
  list: number;
  index: number;
  outer: Element | null;
}

interface Found {
  leaf: Leaf;
  within: Element | null;
}

/** A step on the way to the fields that a pattern names. */
interface Step {
  next: Map<string, Step>;
  /** The number of the field that ends here; -1 for none. */
  field: number;
}

interface NumberedCondition extends Condition {
  fieldNumber: number;
}

/** A pattern that is ready for many events. Keep it out of what a run copies: it is made anew from the pattern. */
export class Matcher {
  readonly #root: Step = { next: new Map(), field: -1 };
  readonly #branches: NumberedCondition[][];
  #fields = 0;

  constructor(branches: readonly Branch[]) {
    const numbered = new Map<Condition, NumberedCondition>();
    this.#branches = branches.map((branch) =>
      [...branch.values()]
        .sort((a, b) => (a.field < b.field ? -1 : 1))
        .map((condition) => {
          const known = numbered.get(condition) ?? { ...condition, fieldNumber: this.#numberOf(condition.field) };
          numbered.set(condition, known);
          return known;
        }),
    );
  }

  matches(event: EventValue): boolean {
    if (!isObject(event)) return false;
    const leaves = new Leaves(this.#fields);
    leaves.walkObject(event, this.#root, null, 0);
    return this.#branches.some((branch) =>
      leaves.areInLists ? matchesInLists(branch, leaves.byField) : matchesPlainly(branch, leaves.byField),
    );
  }

  /** Keys with dots name the same field as the keys between the dots, one within the other. */
  #numberOf(field: string): number {
    let step = this.#root;
    for (const key of field.split('.')) {
      const next = step.next.get(key) ?? { next: new Map(), field: -1 };
      step.next.set(key, next);
      step = next;
    }
    if (step.field < 0) {
      step.field = this.#fields;
      this.#fields += 1;
    }
    return step.field;
  }
}

/** What an event has at the fields that a pattern names. */
class Leaves {
  readonly byField: (Found[] | undefined)[];
  /** Whether any of them is within an element of a list. */
  areInLists = false;
  #lists = 0;

  constructor(fields: number) {
    this.byField = new Array(fields);
  }

  walkObject(object: { readonly [key: string]: EventValue }, from: Step, within: Element | null, depth: number): void {
    if (from.next.size === 0 || depth > MAXIMUM_DEPTH) return;
    for (const key of Object.keys(object)) {
      const step = from.next.get(key) ?? (key.includes('.') ? stepThrough(from, key) : undefined);
      if (step !== undefined) this.#walk(object[key] as EventValue, step, within, depth + 1);
    }
  }

  #walk(value: EventValue, step: Step, within: Element | null, depth: number): void {
    if (isArray(value)) this.#walkArray(value, step, within, depth);
    else if (isObject(value)) this.walkObject(value, step, within, depth);
    else this.#add(value, step, within);
  }

  #walkArray(array: readonly EventValue[], step: Step, within: Element | null, depth: number): void {
    if (depth > MAXIMUM_DEPTH) return;
    const list = this.#lists;
    this.#lists += 1;
    for (let index = 0; index < array.length; index += 1) {
      const value = array[index] as EventValue;
      // A plain value in a list is a value of the field itself: no other field can be in the same element.
      if (isLeaf(value)) this.#add(value, step, within);
      else this.#walk(value, step, { list, index, outer: within }, depth + 1);
    }
  }

  #add(leaf: Leaf, step: Step, within: Element | null): void {
    if (step.field < 0) return;
    if (within !== null) this.areInLists = true;
    const found = this.byField[step.field];
    if (found === undefined) this.byField[step.field] = [{ leaf, within }];
    else found.push({ leaf, within });
  }
}

function stepThrough(from: Step, key: string): Step | undefined {
  let step: Step | undefined = from;
  for (const part of key.split('.')) {
    step = step.next.get(part);
    if (step === undefined) return undefined;
  }
  return step;
}

export function isArray(value: EventValue): value is readonly EventValue[] {
  return Array.isArray(value);
}

export function isLeaf(value: EventValue): value is Leaf {
  return typeof value !== 'object' || value === null || value instanceof UncomparableNumber;
}

export function isObject(value: EventValue): value is { readonly [key: string]: EventValue } {
  return !isLeaf(value) && !isArray(value);
}

function passes(condition: Condition, leaf: Leaf): boolean {
  for (const test of condition.tests) if (test(leaf)) return true;
  return false;
}

function matchesPlainly(branch: readonly NumberedCondition[], byField: readonly (Found[] | undefined)[]): boolean {
  for (const condition of branch) {
    const found = byField[condition.fieldNumber];
    if (found === undefined ? !condition.absent : !found.some(({ leaf }) => passes(condition, leaf))) return false;
  }
  return true;
}

/** Follows all choices of elements at once, so that the work does not multiply from list to list. */
function matchesInLists(branch: readonly NumberedCondition[], byField: readonly (Found[] | undefined)[]): boolean {
  const lastUse = lastUseOfLists(branch, byField);
  let choices: (Element | null)[] = [null];
  for (const [place, condition] of branch.entries()) {
    const found = byField[condition.fieldNumber] ?? [];
    const elements = new Set<Element | null>();
    for (const { leaf, within } of found) if (passes(condition, leaf)) elements.add(within);
    const next: (Element | null)[] = [];
    for (const choice of choices) {
      if (condition.absent && found.every(({ within }) => together(choice, within) === undefined)) next.push(choice);
      for (const element of elements) {
        const both = together(choice, element);
        if (both !== undefined) next.push(both);
      }
    }
    if (next.length === 0) return false;
    choices = distinct(next.map((choice) => withoutDone(choice, lastUse, place)));
  }
  return true;
}

/** For each list, the last condition that has to do with one of its elements. */
function lastUseOfLists(
  branch: readonly NumberedCondition[],
  byField: readonly (Found[] | undefined)[],
): Map<number, number> {
  const last = new Map<number, number>();
  for (const [place, condition] of branch.entries()) {
    for (const { within } of byField[condition.fieldNumber] ?? []) {
      for (let element = within; element !== null; element = element.outer) last.set(element.list, place);
    }
  }
  return last;
}

/** Both choices of elements as one; undefined if they choose different elements of the same list. */
function together(choice: Element | null, more: Element | null): Element | null | undefined {
  if (choice === null || choice === more) return more;
  let both: Element | null = choice;
  for (let element = more; element !== null; element = element.outer) {
    const chosen = elementOf(choice, element.list);
    if (chosen === null) both = { list: element.list, index: element.index, outer: both };
    else if (chosen.index !== element.index) return undefined;
  }
  return both;
}

function elementOf(choice: Element | null, list: number): Element | null {
  for (let element = choice; element !== null; element = element.outer) if (element.list === list) return element;
  return null;
}

function withoutDone(choice: Element | null, lastUse: ReadonlyMap<number, number>, place: number): Element | null {
  if (choice === null) return null;
  const outer = withoutDone(choice.outer, lastUse, place);
  if ((lastUse.get(choice.list) as number) <= place) return outer;
  return outer === choice.outer ? choice : { list: choice.list, index: choice.index, outer };
}

function distinct(choices: (Element | null)[]): (Element | null)[] {
  if (choices.length <= 1) return choices;
  const known = new Map<string, Element | null>();
  for (const choice of choices) {
    const names: string[] = [];
    for (let element = choice; element !== null; element = element.outer)
      names.push(`${element.list}:${element.index}`);
    known.set(names.sort().join(), choice);
  }
  return [...known.values()];
}
