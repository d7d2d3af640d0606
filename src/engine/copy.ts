/** Deep copies of plain data, which is what the states of a run are made of: so a run can be copied in mid-flight. */

/** Deeper nesting than this is taken for a cycle. Our choice: states are a handful of levels deep. */
const DEEPEST = 200;

/**
 * A copy that shares nothing with `value`: a number, string, boolean, bigint, null or undefined, or an array, typed
 * array, plain object, Map or Set of such. The data must be a tree: what is reached by two ways becomes two things.
 * Throws on all else (functions, symbols, class instances, cycles), naming what it met and where.
 */
export function copyData<T>(value: T): T {
  return copyOf(value, 0, value) as T;
}

function copyOf(value: unknown, depth: number, root: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol') refuse(value, root);
    return value;
  }
  if (depth === DEEPEST)
    throw new TypeError(`cannot copy data nested deeper than ${DEEPEST} levels: is there a cycle?`);
  if (Array.isArray(value)) return copyArray(value, depth + 1, root);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return copyObject(value, depth + 1, root);
  if (value instanceof Map) return copyMap(value, depth + 1, root);
  if (value instanceof Set) return new Set(copyArray([...value], depth + 1, root));
  if (isTypedArray(value)) return value.slice();
  return refuse(value, root);
}

function copyArray(array: readonly unknown[], depth: number, root: unknown): unknown[] {
  const copy = array.slice();
  for (let i = countNumbers(copy); i < copy.length; i += 1) {
    const item = copy[i];
    if (typeof item !== 'number') copy[i] = copyOf(item, depth, root);
  }
  return copy;
}

/** How many numbers there are before the first thing that is none. A loop of its own, for the sake of speed. */
function countNumbers(array: readonly unknown[]): number {
  let count = 0;
  while (count < array.length && typeof array[count] === 'number') count += 1;
  return count;
}

/** Spreading keeps the shape, and with it the speed, of the original; then whatever is not flat is replaced. */
function copyObject(value: object, depth: number, root: unknown): object {
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item !== 'number') {
      const itemCopy = copyOf(item, depth, root);
      if (itemCopy !== item) copy[key] = itemCopy;
    }
  }
  return copy;
}

function copyMap(map: ReadonlyMap<unknown, unknown>, depth: number, root: unknown): Map<unknown, unknown> {
  const copy = new Map<unknown, unknown>();
  for (const [key, item] of map) copy.set(copyOf(key, depth, root), copyOf(item, depth, root));
  return copy;
}

/** Typed arrays copy by `slice`; of a view into a larger buffer, the view. */
function isTypedArray(value: object): value is Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Says what cannot be copied, and where in `root` it is. */
function refuse(culprit: unknown, root: unknown): never {
  throw new TypeError(`cannot copy ${nameOf(culprit)} at ${pathTo(culprit, root, 'data')}: states are plain data`);
}

function nameOf(culprit: unknown): string {
  if (typeof culprit === 'function') return `the function ${culprit.name || '(without a name)'}`;
  if (typeof culprit === 'symbol') return String(culprit);
  const maker: unknown = (culprit as { constructor?: unknown }).constructor;
  return typeof maker === 'function' ? `an instance of ${maker.name}` : 'an object without a prototype';
}

/** The first way from `value`, itself at `path`, to `culprit`; undefined where there is none. */
function pathTo(culprit: unknown, value: unknown, path: string): string | undefined {
  if (value === culprit) return path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [step, item] of stepsInto(value)) {
    const found = pathTo(culprit, item, path + step);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an object holds, in the order in which it is copied, each with the step that leads there. */
function* stepsInto(value: object): Generator<[step: string, item: unknown]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield [`[${index}]`, item];
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      yield ['(a key)', key];
      yield [`.get(${String(key)})`, item];
    }
  } else if (value instanceof Set) {
    for (const item of value) yield ['(a value)', item];
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, item] of Object.entries(value)) yield [`.${key}`, item];
  }
}
