/** That what is known of a sort of event is used for events of that sort, and for no others. */
import { describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../src/models/event-bus/envelope.ts';
import { knownMatches, rulesOf } from '../../../src/models/event-bus/matching.ts';
import { preparePattern } from '../../../src/models/event-bus/pattern/pattern.ts';
import type { JsonObject } from '../../../src/models/json.ts';

const event: BusEvent = { number: 0, at: 0, from: 1, upload: 7, object: 0, event: 2, content: 0 };

/** Rules of these patterns, and how often an event had to be held against them. */
function aBus(...patterns: JsonObject[]) {
  const rules = patterns.map((pattern, number) => ({
    name: `${number}`,
    isEnabled: true,
    pattern: preparePattern(pattern),
  }));
  const bus = { rules, known: knownMatches(rules), asked: 0 };
  return {
    bus,
    rulesOf: (changes: Partial<BusEvent>, envelope: JsonObject) =>
      rulesOf(bus, { ...event, ...changes }, () => {
        bus.asked += 1;
        return envelope;
      }),
  };
}

describe('the rules that an event matches', () => {
  it('are worked out once for all events of a sort', () => {
    const { bus, rulesOf } = aBus({ source: ['a'] }, { source: ['b'] });
    expect(rulesOf({ upload: 1 }, { source: 'b' })).toEqual([1]);
    const before = bus.asked;
    expect(rulesOf({ upload: 2, number: 1, at: 5 }, { source: 'b' })).toEqual([1]);
    expect(bus.asked).toBe(before);
  });

  it.each([{ from: 2 }, { event: 3 }, { object: 1 }, { content: 1 }, { upload: -1 }])(
    'are worked out anew for another sort: %o',
    (other) => {
      const { rulesOf } = aBus({ source: ['a'] }, { source: ['b'] });
      expect(rulesOf({}, { source: 'a' })).toEqual([0]);
      expect(rulesOf(other, { source: 'b' })).toEqual([1]);
      expect(rulesOf({}, { source: 'neither' })).toEqual([0]);
    },
  );

  it.each([
    [{ id: ['a'] }, { id: 'a' }, { id: 'b' }],
    [{ time: [{ prefix: '2026' }] }, { time: '2026' }, { time: '2027' }],
    [{ detail: { upload: [1] } }, { detail: { upload: 1 } }, { detail: { upload: 2 } }],
    [{ detail: { megabytes: [{ numeric: ['>', 5] }] } }, { detail: { megabytes: 6 } }, { detail: { megabytes: 5 } }],
    [{ detail: { 'length-seconds': [1] } }, { detail: { 'length-seconds': 1 } }, { detail: { 'length-seconds': 2 } }],
  ] as const)('are worked out for every event where a pattern asks for what is its own: %o', (pattern, yes, no) => {
    const { rulesOf } = aBus({ source: ['a'] }, pattern);
    expect(rulesOf({}, yes)).toEqual([1]);
    expect(rulesOf({}, no)).toEqual([]);
  });

  it('are right for sorts without end, of which only some are kept', () => {
    const { bus, rulesOf } = aBus({ source: ['a'] });
    for (let content = 0; content < 5000; content += 1) {
      expect(rulesOf({ content }, { source: content % 2 === 0 ? 'a' : 'b' }).length).toBe(content % 2 === 0 ? 1 : 0);
    }
    expect(bus.known?.size).toBe(1000);
  });
});
