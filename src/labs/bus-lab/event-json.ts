/** An event as patterns see it, put together from the facts of a run; and why a rule takes it or does not. */
import { readInstant } from '../../engine/civil-date.ts';
import { envelopeOf } from '../../models/event-bus/envelope.ts';
import {
  type ExplainedField,
  type ExplainedPart,
  explainPattern,
  leafText,
} from '../../models/event-bus/pattern/explain.ts';
import { FACT } from '../../models/facts.ts';
import type { JsonObject } from '../../models/json.ts';
import type { BusRule } from '../../models/parameters.ts';
import type { Reel } from '../../playback/reel.ts';
import type { Bus } from './bus.ts';
import type { Pass } from './bus-passes.ts';

/**
 * The envelope of what came along. The benches that use it say nothing in their events besides what the envelope says of
 * an upload by itself: so contents are empty, and the object is the master.
 */
export function envelopeOfPass(pass: Pass, { nodes, index }: Bus, reel: Reel): JsonObject {
  const node = nodes[index];
  const video = videoOf(pass.upload, reel);
  const ctx = {
    id: node?.id ?? '',
    contentOf: () => null,
    idOf: (component: number) => nodes[component]?.id ?? '',
    kindOf: (component: number) => nodes[component]?.kind ?? 'client',
    lengthSeconds: () => video.lengthSeconds,
    megabytes: () => video.megabytes,
  };
  const beganAt = readInstant(String(node?.params['startsAt'])) ?? 0;
  const replay = pass.replay < 0 ? null : `replay-${pass.replay}`;
  return envelopeOf(ctx, { ...pass, at: firstAt(pass, reel), object: 0, content: 0 }, beganAt, replay);
}

/** When it was published: a replayed event keeps its time. */
function firstAt(pass: Pass, { facts }: Reel): number {
  if (pass.replay < 0) return pass.at;
  for (let row = 0; row < facts.length; row += 1) {
    if (facts.kind[row] === FACT['event.published'] && facts.subject[row] === pass.number)
      return facts.at[row] as number;
  }
  return pass.at;
}

function videoOf(upload: number, { facts }: Reel): { lengthSeconds: number; megabytes: number } {
  for (let row = 0; upload >= 0 && row < facts.length; row += 1) {
    if (facts.kind[row] === FACT['upload.started'] && facts.upload[row] === upload) {
      return { lengthSeconds: facts.a[row] as number, megabytes: facts.b[row] as number };
    }
  }
  return { lengthSeconds: 0, megabytes: 0 };
}

/** Whether a rule takes an event, and the field that decides. */
export interface Why {
  rule: string;
  matches: boolean;
  /** The keys on the way, joined by dots; '' where there is no pattern to hold the event against. */
  field: string;
  found: string;
  wanted: string;
}

export function whyOf({ name, pattern, enabled = true }: BusRule, envelope: JsonObject): Why {
  const none = { rule: name, matches: false, field: '', found: '', wanted: '' };
  if (pattern === undefined || !enabled) return none;
  const explained = explainPattern(JSON.stringify(pattern), envelope as Parameters<typeof explainPattern>[1]);
  if ('problems' in explained) return none;
  const { matches, parts } = explained.explanation;
  const fields = parts.flatMap(fieldsOf);
  // One that does not fit is enough; where all fit, the first says what the rule is about.
  const deciding = fields.find((each) => each.matches === matches) ?? fields[0];
  if (!deciding) return { ...none, matches };
  const { path, key, found, options } = deciding;
  return {
    rule: name,
    matches,
    field: path.length > 0 ? path.join('.') : key,
    found: found.map(leafText).join(', '),
    wanted: options.map(({ text }) => text).join(', '),
  };
}

function fieldsOf(part: ExplainedPart): readonly ExplainedField[] {
  if (part.kind === 'field') return [part];
  if (part.kind === 'group') return part.parts.flatMap(fieldsOf);
  return part.alternatives.flatMap(({ parts }) => parts.flatMap(fieldsOf));
}
