/** An event of note as a sentence, in the chosen vocabulary. */
import { seconds } from '../../engine/time.ts';
import type { NotableEvent, NotableKind } from '../../metrics/notable.ts';
import type { Parameter, ScalingPolicy } from '../../models/parameters.ts';
import { models } from '../../models/registry.ts';
import type { WorldNode } from '../../models/world.ts';
import type { FaultIntervention, Intervention } from '../../scenario/scenario.ts';
import { targetHeading } from '../../text/target-name.ts';
import { isTextKey, type TextKey, text, textOf, type Vocabulary } from '../../text/text.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';

/** What the sentence of a kind is made of. */
interface Telling {
  vocabulary: Vocabulary;
  /** Where it happened. */
  node: WorldNode;
  /** Name of that place. */
  name: string;
  /** What is done to the run. */
  interventions: readonly Intervention[];
}

type EventOf<K extends NotableKind> = NotableEvent & { kind: K };
type SentenceOf<K extends NotableKind> = (event: EventOf<K>, telling: Telling) => string;

const sentences: { [K in NotableKind]: SentenceOf<K> } = {
  'fault-began': (event, telling) =>
    text(telling.vocabulary, `fault.${event.fault}.began`, { name: struckName(event, telling) }),
  'fault-ended': (event, telling) =>
    text(telling.vocabulary, `fault.${event.fault}.ended`, { name: struckName(event, telling) }),
  'parameter-set': ({ parameter, value }, { vocabulary, node, name }) => {
    const what = textOf(vocabulary, `parameter.${node.kind}.${parameter}`);
    if (value === null) return text(vocabulary, 'note.parameter-set.other', { name, parameter: what });
    const withUnit = valueWithUnit(vocabulary, node, parameter, value);
    return text(vocabulary, 'note.parameter-set', { name, parameter: what, value: withUnit });
  },
  'instances-crashed': ({ instances: n, jobs }, { vocabulary, name }) =>
    jobs === 0
      ? text(vocabulary, 'note.instances-crashed', { name, n })
      : text(vocabulary, 'note.instances-crashed.jobs', { name, n, jobs }),
  'back-in-service': (_, { vocabulary, name }) => text(vocabulary, 'note.back-in-service', { name }),
  'desired-changed': ({ from, to, by, measured }, { vocabulary, node, name }) => {
    if (by !== 'policy' || measured === null) {
      return text(vocabulary, `note.desired-changed.by-${by === 'hand' ? 'hand' : 'schedule'}`, { name, from, to });
    }
    const measure = measureOf(node);
    if (measure === 'none') return text(vocabulary, 'note.desired-changed.none', { name, from, to });
    const n = measure === 'backlog-per-instance' ? measured / 100 : measured;
    return text(vocabulary, `note.desired-changed.${measure}`, { name, from, to, n });
  },
  'fleet-at-zero': (_, { vocabulary, name }) => text(vocabulary, 'note.fleet-at-zero', { name }),
  'waiting-began': (_, { vocabulary, name }) => text(vocabulary, 'note.waiting-began', { name }),
  'first-watchable': ({ upload }, { vocabulary }) =>
    text(vocabulary, 'note.first-watchable', { upload: String(upload) }),
  'refusals-began': ({ upload, reason }, { vocabulary }) =>
    text(vocabulary, 'note.refusals-began', { upload: String(upload), reason: text(vocabulary, `reason.${reason}`) }),
  lost: ({ upload, uploads, reason }, { vocabulary }) => {
    const why = text(vocabulary, `reason.${reason}`);
    return uploads === 1
      ? text(vocabulary, 'note.lost', { upload: String(upload), reason: why })
      : text(vocabulary, 'note.lost.many', { n: uploads, reason: why });
  },
  'dead-lettered': ({ upload, receiveCount }, { vocabulary, name }) =>
    upload < 0
      ? text(vocabulary, 'note.dead-lettered.other', { name, n: receiveCount })
      : text(vocabulary, 'note.dead-lettered', { upload: String(upload), n: receiveCount }),
  'retries-began': ofFailure,
  'throttling-began': ofFailure,
  'runs-failed': ofFailure,
  'event-retried': ofFailure,
  'event-dropped': ofFailure,
  'delivery-retried': ofFailure,
  'delivery-dead-lettered': ofFailure,
  'delivery-dropped': ofFailure,
  'batch-failed': ofFailure,
  'time-outs-began': ofUpload,
  'cold-start': ofUpload,
  'duplicate-done': ofUpload,
  'duplicate-recognised': ofUpload,
  unmatched: ofUpload,
  'message-expired': ofUpload,
  'record-expired': ofUpload,
  redriven: ofUpload,
  'batch-bisected': ofUpload,
  'circuit-opened': ofPlace,
  'circuit-closed': ofPlace,
  'fail-open-began': ofPlace,
  'fail-open-ended': ofPlace,
  replayed: ofPlace,
  'target-unhealthy': ofInstance,
  'target-healthy': ofInstance,
  'instance-unhealthy': ofInstance,
  'schedule-fired': ({ rule }, { vocabulary, name }) => text(vocabulary, 'note.schedule-fired', { name, n: rule + 1 }),
  'hand-upload-started': ofHandUpload,
  'hand-upload-accepted': ofHandUpload,
  'hand-upload-watchable': ofHandUpload,
  'hand-upload-refused': ofFailedHandUpload,
  'hand-upload-lost': ofFailedHandUpload,
  'hand-upload-dead-lettered': ofFailedHandUpload,
};

type Failure = EventOf<
  | 'retries-began'
  | 'throttling-began'
  | 'runs-failed'
  | `event-${'retried' | 'dropped'}`
  | `delivery-${'retried' | 'dead-lettered' | 'dropped'}`
  | 'batch-failed'
>;
type OfUpload = EventOf<
  | 'time-outs-began'
  | 'cold-start'
  | `duplicate-${'done' | 'recognised'}`
  | 'unmatched'
  | `${'message' | 'record'}-expired`
  | 'redriven'
  | 'batch-bisected'
>;
type OfPlace = EventOf<`circuit-${'opened' | 'closed'}` | `fail-open-${'began' | 'ended'}` | 'replayed'>;
type OfInstance = EventOf<`target-${'unhealthy' | 'healthy'}` | 'instance-unhealthy'>;

function ofFailure({ kind, upload, reason }: Failure, { vocabulary, name }: Telling): string {
  const why = text(vocabulary, `reason.${reason}`);
  return `${text(vocabulary, `note.${kind}`, { name })}${about(upload, vocabulary)}: ${why}`;
}

function ofUpload({ kind, upload }: OfUpload, { vocabulary, name }: Telling): string {
  return `${text(vocabulary, `note.${kind}`, { name })}${about(upload, vocabulary)}`;
}

function ofPlace({ kind }: OfPlace, { vocabulary, name }: Telling): string {
  return text(vocabulary, `note.${kind}`, { name });
}

function ofInstance({ kind, instance }: OfInstance, { vocabulary, name }: Telling): string {
  return text(vocabulary, `note.${kind}`, { name, instance: String(instance) });
}

/** Which upload it is first about; nothing where it is about none. */
function about(upload: number, vocabulary: Vocabulary): string {
  return upload < 0 ? '' : `, ${text(vocabulary, 'note.upload', { upload: String(upload) })}`;
}

/** What the policy of a group measures; `none` where several policies leave it open. */
function measureOf({ params }: WorldNode): 'queue' | 'backlog-per-instance' | 'utilisation' | 'none' {
  const { scaling } = params as { scaling: ScalingPolicy | readonly ScalingPolicy[] | null };
  const measures = [scaling ?? []].flat().flatMap((policy) => {
    if (policy.kind === 'scheduled') return [];
    return policy.kind === 'step' ? ['queue' as const] : [policy.metric];
  });
  const [first] = measures;
  return first !== undefined && measures.every((each) => each === first) ? first : 'none';
}

type HandUpload = EventOf<`hand-upload-${'started' | 'accepted' | 'watchable'}`>;
type FailedHandUpload = EventOf<`hand-upload-${'refused' | 'lost' | 'dead-lettered'}`>;

function ofHandUpload({ kind, upload }: HandUpload, { vocabulary }: Telling): string {
  return text(vocabulary, `note.${kind}`, { upload: String(upload) });
}

function ofFailedHandUpload({ kind, upload, reason }: FailedHandUpload, { vocabulary }: Telling): string {
  return text(vocabulary, `note.${kind}`, { upload: String(upload), reason: text(vocabulary, `reason.${reason}`) });
}

/** Targets that are not a component, but something of it or between two. */
const part = /^(link|into|zone|rule):/;

/** A link, a zone or a rule by its own name; else the component. */
function struckName(
  event: EventOf<'fault-began' | 'fault-ended'>,
  { vocabulary, name, interventions }: Telling,
): string {
  const isMeant = (done: Intervention | undefined): done is FaultIntervention =>
    done?.kind === 'fault' && done.fault === event.fault && isAt(done, event);
  const told = interventions[event.intervention];
  const done = isMeant(told) ? told : interventions.find(isMeant);
  return done && part.test(done.target) ? targetHeading(vocabulary, done.target) : name;
}

function isAt({ atSeconds, untilSeconds }: FaultIntervention, { kind, at }: NotableEvent): boolean {
  return seconds(kind === 'fault-began' ? atSeconds : (untilSeconds ?? -1)) === at;
}

/** The sentence for an event of a run with these components, to which this was done. */
export function logSentence(
  vocabulary: Vocabulary,
  event: NotableEvent,
  nodes: readonly WorldNode[],
  interventions: readonly Intervention[] = [],
): string {
  const node = nodes[event.component];
  if (node === undefined) throw new Error(`there is no component ${event.component} for "${event.kind}"`);
  const tell = sentences[event.kind] as (event: NotableEvent, telling: Telling) => string;
  return tell(event, { vocabulary, node, name: componentName(vocabulary, node.id), interventions });
}

/** Name of a component; its id where a topology of the reader's own has it. */
function componentName(vocabulary: Vocabulary, id: string): string {
  const key = `node.${id}`;
  return isTextKey(key) ? textOf(vocabulary, key) : id;
}

function valueWithUnit(vocabulary: Vocabulary, node: WorldNode, parameter: string, value: number): string {
  const declared = (models[node.kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
  if (declared?.type !== 'number') return formatNumber(value);
  if (declared.unit === 'share') return formatShare(value);
  const key: TextKey = `unit.${declared.unit}`;
  return `${formatNumber(value)} ${text(vocabulary, key, { n: value })}`;
}
