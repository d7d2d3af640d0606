import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { Calendar } from '../../src/engine/calendar.ts';

/** Everything still to come, as `component@time`. */
function drain(calendar: Calendar): string[] {
  const popped: string[] = [];
  while (calendar.pop()) popped.push(`${calendar.component}@${calendar.at}`);
  return popped;
}

/** A calendar with events of component 0, 1, 2 … at these times. */
function calendarOf(...times: number[]): Calendar {
  const calendar = new Calendar();
  times.forEach((at, component) => {
    calendar.schedule(at, component, 0, 0, 0);
  });
  return calendar;
}

describe('order', () => {
  it('hands out events by time', () => {
    expect(drain(calendarOf(30, 10, 20))).toEqual(['1@10', '2@20', '0@30']);
  });

  it('keeps the order in which equal times were scheduled', () => {
    expect(drain(calendarOf(5, 5, 1, 5, 1))).toEqual(['2@1', '4@1', '0@5', '1@5', '3@5']);
  });

  it('puts an event scheduled for now behind those already waiting for now', () => {
    const calendar = calendarOf(7, 7, 8);
    calendar.pop();
    calendar.schedule(7, 3, 0, 0, 0);
    calendar.schedule(7, 4, 0, 0, 0);
    expect(drain(calendar)).toEqual(['1@7', '3@7', '4@7', '2@8']);
  });

  it('keeps equal times in order however far away they were scheduled', () => {
    const calendar = calendarOf(1_000_000, 999_000, 500);
    calendar.pop();
    calendar.schedule(1_000_000, 3, 0, 0, 0);
    calendar.pop();
    calendar.schedule(1_000_000, 4, 0, 0, 0);
    expect(drain(calendar)).toEqual(['0@1000000', '3@1000000', '4@1000000']);
  });

  it('reaches from 0 to the largest time', () => {
    const last = Number.MAX_SAFE_INTEGER;
    expect(drain(calendarOf(last, 0, last - 1, 2 ** 30, 2 ** 30 - 1, 2 ** 52))).toEqual([
      '1@0',
      `4@${2 ** 30 - 1}`,
      `3@${2 ** 30}`,
      `5@${2 ** 52}`,
      `2@${last - 1}`,
      `0@${last}`,
    ]);
  });
});

describe('taking out up to a time', () => {
  it.each([1, 100])('leaves what is due later, of %i events', (count) => {
    const calendar = calendarOf(...Array.from({ length: count }, () => 10));
    calendar.schedule(20, count, 0, 0, 0);
    const due = (until: number): number => {
      let popped = 0;
      while (calendar.pop(until)) popped += 1;
      return popped;
    };
    expect([due(9), due(10), due(19), calendar.at, due(20), due(Number.POSITIVE_INFINITY)]).toEqual([
      0,
      count,
      0,
      10,
      1,
      0,
    ]);
  });

  it('leaves what was scheduled for the present moment when that is later', () => {
    const calendar = calendarOf(10);
    calendar.pop();
    calendar.schedule(10, 7, 0, 0, 0);
    expect([calendar.pop(9), calendar.size, calendar.pop(10), calendar.component]).toEqual([false, 1, true, 7]);
  });
});

describe('what it says of itself', () => {
  it('gives back the data of the event', () => {
    const calendar = new Calendar();
    calendar.schedule(12, 3, -1, -2_147_483_648, 0.1);
    expect(calendar.pop()).toBe(true);
    expect({ ...calendar }).toEqual({ at: 12, component: 3, kind: -1, a: -2_147_483_648, b: 0.1 });
  });

  it('knows how many events are pending and when the next is due', () => {
    const calendar = calendarOf(30, 10);
    expect([calendar.size, calendar.nextAt()]).toEqual([2, 10]);
    calendar.pop();
    expect([calendar.size, calendar.nextAt()]).toEqual([1, 30]);
    calendar.schedule(20, 2, 0, 0, 0);
    expect([calendar.size, calendar.nextAt()]).toEqual([2, 20]);
  });

  it('is empty at the start and again at the end, with its last event still readable', () => {
    const calendar = new Calendar();
    expect([calendar.size, calendar.nextAt(), calendar.pop(), calendar.at]).toEqual([0, Infinity, false, 0]);
    calendar.schedule(4, 9, 0, 0, 0);
    calendar.pop();
    expect([calendar.size, calendar.nextAt(), calendar.pop()]).toEqual([0, Infinity, false]);
    expect([calendar.at, calendar.component]).toEqual([4, 9]);
  });
});

describe('times it refuses', () => {
  it('refuses the past, naming it, the present and whom the event was for', () => {
    const calendar = calendarOf(50);
    calendar.pop();
    expect(() => calendar.schedule(49, 3, 7, 0, 0)).toThrow(
      /cannot schedule at 49 \(component 3, kind 7\).* from 50, the present/,
    );
  });

  it.each([
    Number.NaN,
    0.5,
    1e6 + 0.25,
    -1,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.MAX_SAFE_INTEGER + 1,
    2 ** 60,
    1e300,
  ])('refuses %d', (at) => {
    const calendar = new Calendar();
    expect(() => calendar.schedule(at, 0, 0, 0, 0)).toThrow(`cannot schedule at ${at}`);
    expect(calendar.size).toBe(0);
  });
});

/** The oracle: a plain list, searched from its beginning, which is in the order of scheduling. */
interface Oracle {
  now: number;
  pending: { at: number; name: number }[];
  /** The event popped last. */
  last?: number;
}

function popOracle(oracle: Oracle): boolean {
  let best = 0;
  oracle.pending.forEach(({ at }, index) => {
    if (at < (oracle.pending[best]?.at ?? 0)) best = index;
  });
  const [event] = oracle.pending.splice(best, 1);
  if (event === undefined) return false;
  oracle.now = event.at;
  oracle.last = event.name;
  return true;
}

const delay = fc.oneof(
  fc.constant(0),
  fc.nat({ max: 3 }),
  fc.nat({ max: 200 }),
  fc.nat({ max: 100_000 }),
  fc.nat({ max: 2_000_000_000 }),
  fc.constantFrom(32, 1_024, 2 ** 30, 2 ** 40),
);
const which = fc.nat({ max: 3 });
/** Mostly one, now and then so many that few pending events become many, or many few. */
const times = fc.oneof({ weight: 15, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat({ max: 50 }) });
const delays = times.chain((count) => fc.array(delay, { minLength: count, maxLength: count }));
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('schedule' as const), which, delays, look: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pop' as const), which, times, look: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), which, look: fc.boolean() }) },
);

test.prop([fc.array(step, { maxLength: 400, size: 'max' })], { numRuns: 300 })(
  'does what a sorted list does, and so do its copies and theirs, each going its own way',
  (steps) => {
    const pairs: [Calendar, Oracle][] = [[new Calendar(), { now: 0, pending: [] }]];
    const seen: unknown[] = [];
    const expected: unknown[] = [];
    let name = 0;

    const popBoth = (calendar: Calendar, oracle: Oracle): boolean => {
      seen.push(calendar.pop(), calendar.at, calendar.component, calendar.kind, calendar.a, calendar.b);
      const popped = popOracle(oracle);
      expected.push(popped, oracle.now, ...dataOf(oracle.last));
      return popped;
    };

    for (const each of steps) {
      const [calendar, oracle] = pairs[each.which % pairs.length] as [Calendar, Oracle];
      if (each.do === 'schedule') {
        for (const delay of each.delays) {
          const at = oracle.now + delay;
          calendar.schedule(at, ...dataOf(name));
          oracle.pending.push({ at, name });
          name += 1;
        }
      } else if (each.do === 'pop') {
        for (let n = 0; n < each.times; n += 1) popBoth(calendar, oracle);
      } else if (pairs.length < 4) {
        pairs.push([calendar.copy(), { ...oracle, pending: [...oracle.pending] }]);
      }
      seen.push(calendar.size);
      expected.push(oracle.pending.length);
      if (!each.look) continue;
      seen.push(calendar.nextAt());
      expected.push(Math.min(...oracle.pending.map(({ at }) => at)));
    }
    for (const [calendar, oracle] of pairs) while (popBoth(calendar, oracle));
    expect(seen).toEqual(expected);
  },
);

/** Component, kind, a and b of the event of this name, all different; what a new calendar shows where there is none. */
function dataOf(name: number | undefined): [number, number, number, number] {
  return name === undefined ? [0, 0, 0, 0] : [name, name * 3 + 1, -1 - name, name + 0.5];
}

it('holds a hundred thousand events', () => {
  const calendar = new Calendar();
  const count = 100_000;
  for (let i = 0; i < count; i += 1) calendar.schedule((i * 7_919) % 1_000_003, i, 0, 0, 0);
  for (let i = 0; i < count; i += 1) {
    calendar.pop();
    calendar.schedule(calendar.at + 1 + ((i * 104_729) % 1_000_003), calendar.component, 0, 0, 0);
  }
  expect(calendar.size).toBe(count);
  const seen = new Set<number>();
  let last = 0;
  let backwards = 0;
  while (calendar.pop()) {
    if (calendar.at < last) backwards += 1;
    last = calendar.at;
    seen.add(calendar.component);
  }
  expect([backwards, seen.size]).toEqual([0, count]);
});

it('reuses the room of popped events, and so does a copy', () => {
  let largest = 0;
  class MeasuredArray extends Int32Array {
    constructor(length: number) {
      super(length);
      largest = Math.max(largest, length);
    }
  }
  vi.stubGlobal('Int32Array', MeasuredArray);
  let calendar = calendarOf(...Array.from({ length: 1_000 }, (_, i) => i));
  const room = largest;
  for (let i = 0; i < 10_000; i += 1) {
    calendar.pop();
    if (i % 100 === 0) calendar = calendar.copy();
    calendar.schedule(calendar.at + (i % 1_009), 0, 0, 0, 0);
  }
  vi.unstubAllGlobals();
  expect(room).toBeGreaterThan(0);
  expect(largest).toBe(room);
});

it('reuses the room when few events become many again and again', () => {
  let largest = 0;
  class MeasuredArray extends Int32Array {
    constructor(length: number) {
      super(length);
      largest = Math.max(largest, length);
    }
  }
  vi.stubGlobal('Int32Array', MeasuredArray);
  const calendar = new Calendar();
  const becomeManyAndFew = (): void => {
    for (let i = 0; i < 40; i += 1) calendar.schedule(calendar.at + 1 + i, i, 0, 0, 0);
    while (calendar.pop());
  };
  becomeManyAndFew();
  const room = largest;
  for (let round = 0; round < 100; round += 1) becomeManyAndFew();
  vi.unstubAllGlobals();
  expect(room).toBeGreaterThan(0);
  expect(largest).toBe(room);
});

describe('a copy', () => {
  it('is not touched by what happens to the original, nor the other way round', () => {
    const calendar = calendarOf(1, 2, 3);
    calendar.pop();
    const copy = calendar.copy();
    calendar.schedule(2, 10, 0, 0, 0);
    copy.schedule(3, 20, 0, 0, 0);
    expect(drain(calendar)).toEqual(['1@2', '10@2', '2@3']);
    expect([copy.at, copy.component, copy.size]).toEqual([1, 0, 3]);
    expect(drain(copy)).toEqual(['1@2', '2@3', '20@3']);
  });
});
