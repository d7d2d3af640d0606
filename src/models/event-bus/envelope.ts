/** Events as patterns see them: the envelope that the bus puts around what was published. */
import { instantText } from '../../engine/civil-date.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../../engine/time.ts';
import { EVENT, eventTypes, objects } from '../facts.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Context } from '../model.ts';

/** Made up: the account number that Amazon's own examples use. */
const ACCOUNT = '123456789012';
/** Where all of this takes place, for prices and limits too. */
const REGION = 'us-east-1';

/** Something that was published, or comes from the archive or a schedule. Plain data. */
export interface BusEvent {
  /** From 0, never used again on this bus; a replayed event keeps it. */
  number: number;
  at: SimTime;
  /** Number of the component that published it; -1 for a schedule of this bus. */
  from: number;
  upload: number;
  object: number;
  /** Code of `EVENT`. */
  event: number;
  /** Place of its content in the world's list. */
  content: number;
}

type EnvelopeContext = Pick<Context<unknown, unknown>, 'id' | 'contentOf' | 'idOf' | 'kindOf'> &
  Pick<Context<unknown, unknown>, 'lengthSeconds' | 'megabytes'>;

/**
 * The event in its envelope. `beganAt` is second 0 of the run, in seconds since 1970; `replay` the name of the replay
 * that brings it back, null where it is new.
 */
export function envelopeOf(
  ctx: EnvelopeContext,
  event: BusEvent,
  beganAt: number,
  replay: string | null = null,
): JsonObject {
  const envelope = {
    version: '0',
    id: `${ctx.id}-${event.number}`,
    'detail-type': eventTypes[event.event] as string,
    source: sourceOf(ctx, event),
    account: ACCOUNT,
    time: instantText(beganAt + event.at / MICROSECONDS_PER_SECOND),
    region: REGION,
    resources: [],
    detail: detailOf(ctx, event),
  };
  return replay === null ? envelope : { ...envelope, 'replay-name': replay };
}

/** Services are named as the real ones; everything else is a part of this application. */
function sourceOf(ctx: EnvelopeContext, { from, event }: BusEvent): string {
  if (from < 0) return 'aws.events';
  if (ctx.kindOf(from) === 'bucket') return 'aws.s3';
  if (event === EVENT['instance-state-change']) return 'aws.ec2';
  return `decoupled.${ctx.idOf(from)}`;
}

function detailOf(ctx: EnvelopeContext, { upload, object, content }: BusEvent): JsonObject {
  const said = ctx.contentOf(content);
  const own = isObject(said) ? said : said === null ? {} : { content: said };
  if (upload < 0) return own;
  const about = {
    upload,
    object: objects[object] as string,
    'length-seconds': ctx.lengthSeconds(upload),
    megabytes: ctx.megabytes(upload),
  };
  return { ...about, ...own };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
