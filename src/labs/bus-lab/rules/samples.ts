/** Sample events to hold a pattern against: in the envelope that the bus of a run puts round what is published. */
import { readInstant } from '../../../engine/civil-date.ts';
import { seconds } from '../../../engine/time.ts';
import { type BusEvent, envelopeOf } from '../../../models/event-bus/envelope.ts';
import { EVENT, type EventType, OBJECT, type StoredObject } from '../../../models/facts.ts';
import type { Json, JsonObject } from '../../../models/json.ts';
import type { ComponentKind } from '../../../models/registry.ts';
import { LAB_BUS } from '../bus.ts';

export const sampleIds = [
  'upload-complete',
  'rendition-ready',
  'upload-failed',
  'instance-state-change',
  'object-created',
  'clicked',
  'scheduled',
] as const satisfies readonly EventType[];
export type SampleId = (typeof sampleIds)[number];

/** What a sample tells, and who tells it. */
interface Told {
  from: readonly [id: string, kind: ComponentKind] | null;
  object: StoredObject;
  /** What belongs to no upload says nothing of a film. */
  ofUpload: boolean;
  content: Json;
}

/** A film of four minutes, and an address that is kept for documents (RFC 5737). Our choice. */
const LENGTH_SECONDS = 240;
const MEGABYTES = 1320;
const film = { ofUpload: true, object: 'master' } as const;

const told: Readonly<Record<SampleId, Told>> = {
  'upload-complete': {
    ...film,
    from: ['film-upload', 'function'],
    content: { file: 'holiday/Beach.MOV', address: '203.0.113.7' },
  },
  'rendition-ready': {
    ...film,
    from: ['film-renditions', 'function'],
    object: '1080p',
    content: { file: 'renditions/beach-1080p.mp4' },
  },
  // What a function says that has given an event up: the event as it was, and how the run came out.
  'upload-failed': {
    ...film,
    from: ['film-renditions', 'function'],
    content: {
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
      requestPayload: { file: 'holiday/Beach.MOV', address: '203.0.113.7' },
    },
  },
  'instance-state-change': {
    from: ['machines', 'client'],
    object: 'master',
    ofUpload: false,
    content: { 'instance-id': 'i-0123456789abcdef0', state: 'stopped' },
  },
  'object-created': { ...film, from: ['film-store', 'bucket'], content: null },
  clicked: { from: ['clickers', 'client'], object: 'master', ofUpload: false, content: null },
  scheduled: { from: null, object: 'master', ofUpload: false, content: null },
};

/** Second 0 of a run, as buses have it where nothing else is said. */
const BEGAN = readInstant('2030-01-07T08:00:00Z') as number;
/** When it happens, and as which event of the bus. Our choice. */
const AT_SECONDS = 42;
const NUMBER = 17;
const UPLOAD = 5;

/** The event of a sample, as a rule of the bus gets to see it. */
export function sampleOf(id: SampleId): JsonObject {
  const { from, object, ofUpload, content } = told[id];
  const event: BusEvent = {
    number: NUMBER,
    at: seconds(AT_SECONDS),
    from: from === null ? -1 : 0,
    upload: ofUpload ? UPLOAD : -1,
    object: OBJECT[object],
    event: EVENT[id],
    content: 0,
  };
  const envelope = {
    id: LAB_BUS,
    contentOf: () => content,
    idOf: () => from?.[0] ?? '',
    kindOf: () => from?.[1] ?? 'client',
    lengthSeconds: () => LENGTH_SECONDS,
    megabytes: () => MEGABYTES,
  };
  return envelopeOf(envelope, event, BEGAN);
}

/** Letters of what is within a list that stand on one line. Our choice. */
const ONE_LINE = 64;

/** As it is shown: two spaces for each level, and a list that is short on one line. */
export function textOfJson(value: Json): string {
  return written(value, '', false);
}

function written(value: Json, indent: string, isInList: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const short = onOneLine(value);
  if (short.length <= 2 || ((isList || isInList) && indent.length + short.length <= ONE_LINE)) return short;
  const inner = `${indent}  `;
  const lines = isList
    ? (value as readonly Json[]).map((each) => `${inner}${written(each, inner, true)}`)
    : Object.entries(value).map(
        ([key, each]) => `${inner}${JSON.stringify(key)}: ${written(each as Json, inner, false)}`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(onOneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${onOneLine(each as Json)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
