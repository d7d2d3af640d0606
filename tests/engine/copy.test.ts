import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { copyData } from '../../src/engine/copy.ts';

/** Nested data of all the kinds that states are made of. */
const { data } = fc.letrec<{ data: unknown; flat: unknown }>((tie) => ({
  flat: fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constantFrom(null, undefined, 12n)),
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('flat'),
    fc.array(fc.double()),
    fc.array(tie('data')),
    fc.dictionary(fc.string(), tie('data')).map((dictionary) => ({ ...dictionary })),
    fc.float64Array(),
    fc.int32Array(),
    fc.array(fc.tuple(fc.string(), tie('data'))).map((entries) => new Map(entries)),
    fc.array(tie('flat')).map((items) => new Set(items)),
  ),
}));

/** All objects in a piece of data. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return [value, ...[...value.values()].flatMap(objectsIn)];
  if (value instanceof Set) return [value, ...[...value].flatMap(objectsIn)];
  return [value, ...(ArrayBuffer.isView(value) ? [value.buffer] : Object.values(value).flatMap(objectsIn))];
}

test.prop([data])('makes an equal copy that shares no object with the original', (value) => {
  const copy = copyData(value);
  expect(copy).toStrictEqual(value);
  const originals = new Set(objectsIn(value));
  expect(objectsIn(copy).filter((object) => originals.has(object))).toEqual([]);
});

it('lets original and copy go separate ways', () => {
  const state = {
    waiting: [1, 2, 3],
    slots: [{ id: 1, job: { upload: 7 } }],
    byId: new Map([[1, { tries: 0 }]]),
    busy: new Set([4]),
    counts: new Float64Array([1, 2]),
  };
  const copy = copyData(state);
  copy.waiting.push(4);
  copy.slots[0] = { id: 2, job: { upload: 8 } };
  copy.byId.set(2, { tries: 1 });
  copy.busy.add(5);
  copy.counts[0] = 9;
  expect(state).toEqual({
    waiting: [1, 2, 3],
    slots: [{ id: 1, job: { upload: 7 } }],
    byId: new Map([[1, { tries: 0 }]]),
    busy: new Set([4]),
    counts: new Float64Array([1, 2]),
  });
});

it('copies of a view into a larger buffer only what the view shows', () => {
  const copy = copyData(new Uint8Array([1, 2, 3, 4]).subarray(1, 3));
  expect([...copy, copy.buffer.byteLength]).toEqual([2, 3, 2]);
});

describe('what it refuses, and says where', () => {
  class Timer {}
  it.each([
    ['a function', { slots: [{ done: function later() {} }] }, 'the function later at data.slots[0].done'],
    ['an arrow function', [() => 1], 'the function (without a name) at data[0]'],
    ['a symbol', { mark: Symbol('here') }, 'Symbol(here) at data.mark'],
    ['an instance of a class', new Map([[3, { timer: new Timer() }]]), 'an instance of Timer at data.get(3).timer'],
    ['a date', new Set([new Date(0)]), 'an instance of Date at data(a value)'],
    ['an instance as key of a map', new Map([[new Timer(), 1]]), 'an instance of Timer at data(a key)'],
    ['a view without a type', new DataView(new ArrayBuffer(1)), 'an instance of DataView at data'],
    ['an object without a prototype', Object.create(null), 'an object without a prototype at data'],
  ])('%s', (_, value, message) => {
    expect(() => copyData<unknown>(value)).toThrow(new TypeError(`cannot copy ${message}: states are plain data`));
  });

  it('a cycle', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(() => copyData(cycle)).toThrow('deeper than 200 levels');
  });
});
