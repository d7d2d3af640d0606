import { describe, expect, it } from 'vitest';
import { pointTable } from '../../../src/canvas/geometry.ts';
import {
  type LinkTables,
  nearestMessage,
  placedMessages,
  placeMessages,
  rowOfUpload,
} from '../../../src/canvas/message-layer/place-messages.ts';
import { marks } from '../../../src/canvas/travels.ts';
import { OPERATION } from '../../../src/models/facts.ts';
import { REASON } from '../../../src/models/reasons.ts';
import type { Hops } from '../../../src/playback/hops.ts';

interface Message {
  link?: number;
  back?: number;
  position?: number;
  upload?: number;
  operation?: number;
  reason?: number;
  attempt?: number;
}

function hopsOf(messages: readonly Message[]): Hops {
  const column = (value: (message: Message) => number) => messages.map(value);
  return {
    length: messages.length,
    link: Uint16Array.from(column(({ link = 0 }) => link)),
    back: Uint8Array.from(column(({ back = 0 }) => back)),
    position: Float32Array.from(column(({ position = 0 }) => position)),
    upload: Int32Array.from(column(({ upload = -1 }) => upload)),
    messageId: Int32Array.from(messages.keys()),
    operation: Uint8Array.from(column(({ operation = OPERATION.upload }) => operation)),
    reason: Uint8Array.from(column(({ reason = 0 }) => reason)),
    attempt: Uint8Array.from(column(({ attempt = 0 }) => attempt)),
    sentAt: new Float64Array(messages.length),
    arrivesAt: new Float64Array(messages.length),
  };
}

/** One link, level, from x = 0 to x = 100. */
const links: LinkTables = {
  points: [
    pointTable([
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 0 },
      { x: 100, y: 0 },
    ]),
  ],
  travels: ['video'],
};

function placesOf(messages: readonly Message[], isStepped = false, tables = links): { x: number; y: number }[] {
  const placed = placedMessages();
  placeMessages(hopsOf(messages), tables, { isStepped, lane: 3 }, placed);
  return messages.map((_, row) => ({ x: Math.round(placed.x[row] as number), y: Math.round(placed.y[row] as number) }));
}

describe('the place of a message', () => {
  it('is as far along the link as it has come, to the right of the way', () => {
    expect(placesOf([{ position: 0.25 }])).toEqual([{ x: 25, y: 3 }]);
  });

  it('goes back along the link on the other side', () => {
    expect(placesOf([{ position: 0.25, back: 1 }])).toEqual([{ x: 75, y: -3 }]);
  });

  it('never leaves the link', () => {
    expect(placesOf([{ position: 1.4 }, { position: -0.2 }]).map(({ x }) => x)).toEqual([100, 0]);
  });

  it('is refused for a link that is not in the picture', () => {
    expect(() => placesOf([{ link: 3 }])).toThrow('link 3');
  });

  it('is no farther than the middle of a link that was cut as it set out, from where word of it comes back', () => {
    const cut: LinkTables = { ...links, wasCut: (link, sentAt) => link === 0 && sentAt === 0 };
    const reason = REASON['link-cut'];
    const xOf = (message: Message) => placesOf([message], false, cut)[0]?.x;
    expect([0, 0.5, 1].map((position) => xOf({ position }))).toEqual([0, 25, 50]);
    expect([0, 0.5, 1].map((position) => xOf({ position, back: 1, reason }))).toEqual([50, 25, 0]);
    // Whoever answered before it was cut, and what travels along another link, is not stopped.
    expect(xOf({ position: 0.2, back: 1 })).toBe(80);
    expect(placesOf([{ position: 0.8 }], false, { ...links, wasCut: () => false })[0]?.x).toBe(80);
  });

  it('comes with its look', () => {
    const placed = placedMessages();
    const hops = hopsOf([{ upload: 1 }, { upload: 1, back: 1, reason: REASON['backlog-full'] }]);
    placeMessages(hops, links, { isStepped: false, lane: 0 }, placed);
    expect([...placed.mark.subarray(0, 2)].map((mark) => marks[mark])).toEqual(['transit', 'failed']);
  });
});

describe('without motion', () => {
  it('messages stand at a quarter, a half and three quarters of the way', () => {
    const xOf = (position: number, back = 0) => placesOf([{ position, back }], true)[0]?.x;
    expect([0.01, 0.2, 0.4, 0.6, 0.7, 0.99].map((position) => xOf(position))).toEqual([25, 25, 50, 50, 75, 75]);
    expect(xOf(0.01, 1)).toBe(75);
  });

  it('none is hidden behind another', () => {
    const crowd = Array.from({ length: 12 }, () => ({ position: 0.5 }));
    const places = placesOf(crowd, true);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(crowd.length);
  });
});

describe('finding a message', () => {
  const placed = placedMessages();
  const hops = hopsOf([
    { position: 0.2, upload: 4 },
    { position: 0.5, upload: 9 },
    { position: 0.5, upload: 9 },
  ]);
  placeMessages(hops, links, { isStepped: false, lane: 0 }, placed);

  it('takes the nearest within reach', () => {
    expect(nearestMessage(placed, 22, 3, 10)).toBe(0);
    expect(nearestMessage(placed, 35, 0, 10)).toBe(-1);
  });

  it('takes the one on top of two in the same place', () => {
    expect(nearestMessage(placed, 50, 0, 10)).toBe(2);
  });

  it('finds the first of an upload', () => {
    expect(rowOfUpload(hops, placed, 9)).toBe(1);
    expect(rowOfUpload(hops, placed, 5)).toBe(-1);
  });

  it('forgets those of an earlier, fuller picture', () => {
    const again = placedMessages();
    placeMessages(hops, links, { isStepped: false, lane: 0 }, again);
    placeMessages(hopsOf([{ position: 0.9 }]), links, { isStepped: false, lane: 0 }, again);
    expect(nearestMessage(again, 50, 0, 10)).toBe(-1);
  });
});
