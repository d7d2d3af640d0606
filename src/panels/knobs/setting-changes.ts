/**
 * In what one value of a parameter differs from another, in words: a value that is one thing is said itself, of a value
 * with parts each part that is not the same.
 */
import type { Parameter, Recording, ScalingPolicy, Shapes } from '../../models/parameters.ts';
import { models } from '../../models/registry.ts';
import { isTextKey, textOf } from '../../text/text.ts';
import { formatLength, formatNumber } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { type Change, distributionWords, isSame, lengthWords, listed, type Saying, type Told } from './change.ts';
import {
  archiveChanges,
  notificationsChanges,
  replaysChanges,
  rulesChanges,
  subscriptionsChanges,
} from './delivery-changes.ts';
import { destinationsChanges, mappingsChanges, versionsChanges } from './function-changes.ts';
import { choiceOf, type Knob } from './knobs.ts';
import { stepsChanges } from './step-changes.ts';
import { lowerFirst, optionWords, withUnit } from './value-words.ts';

/**
 * What of `now` is not so in `before`. What is one thing is said whether or not it was so before: somebody has set it. Of
 * what has parts nothing is said where they are the same. `hasVersions`: of a function, whether any is published.
 */
export function changesOf(
  knob: Knob,
  now: unknown,
  before: unknown,
  saying: Saying,
  hasVersions = false,
): readonly Change[] {
  const declared = declarationOf(knob);
  const name = nameOfParameter(knob, saying, hasVersions);
  if (declared.type !== 'shaped') return [{ name, words: plainWords(knob, now, saying) }];
  const told: readonly Change[] = shapes[declared.shape](now as never, before as never, name, { ...saying, knob });
  if (told.length > 0 || isSame(now, before)) return told;
  // Something else in it is not the same: all of it then.
  return [{ name, words: JSON.stringify(now) }];
}

/** The name of a parameter inside of a line. */
function nameOfParameter({ kind, parameter }: Knob, { say, vocabulary }: Saying, hasVersions: boolean): string {
  // What is published has errors of its own, if any.
  if (kind === 'function' && parameter === 'errorShare' && hasVersions) return say('setting.errors-of-newest');
  return lowerFirst(textOf(vocabulary, `parameter.${kind}.${parameter}`));
}

function declarationOf({ kind, parameter }: Knob): Parameter {
  const declared = (models[kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
  if (declared === undefined) throw new Error(`${kind} has no parameter "${parameter}"`);
  return declared;
}

/** A number with its unit, or a choice. */
function plainWords(knob: Knob, value: unknown, { say, vocabulary }: Saying): string {
  const declared = declarationOf(knob);
  if (typeof value === 'string' || (typeof value === 'number' && choiceOf(knob, value) !== null)) {
    return optionWords(knob, value, vocabulary);
  }
  if (typeof value !== 'number') return JSON.stringify(value);
  if (isTextKey(`choice.${knob.kind}.${knob.parameter}.${value}`)) return optionWords(knob, value, vocabulary);
  if (declared.type !== 'number') return formatNumber(value);
  return declared.unit === 's' ? lengthWords(value) : withUnit(value, declared.unit, say);
}

type Tell<S extends keyof Shapes> = (now: Shapes[S], before: Shapes[S], name: string, told: Told) => readonly Change[];

const shapes: { readonly [S in keyof Shapes]: Tell<S> } = {
  distribution: (now, _, name, told) => [{ name, words: distributionWords(now, told) }],
  seconds: (now, _, name, { say }) => [{ name, words: timesWords(now, say) }],
  recording: (now, _, name, { say }) => [{ name, words: recordingWords(now, say) }],
  component: (now, _, name, { say, vocabulary }) => [
    { name, words: now === null ? say('setting.none') : nameOf(vocabulary, now) },
  ],
  components: (now, _, name, told) => [{ name, words: componentsWords(now, told) }],
  instant: (now, _, name) => [{ name, words: `${now.replace('T', ' ').replace('Z', '')} UTC` }],
  scaling: (now, _, name, { say }) => [
    {
      name,
      words: listed(
        now.map((policy) => policyWords(policy, say)),
        say,
      ),
    },
  ],
  steps: stepsChanges,
  versions: (now, before, _, { say }) => versionsChanges(now, before, say),
  destinations: (now, before, _, told) => destinationsChanges(now, before, told),
  mappings: (now, before, _, told) => mappingsChanges(now, before, told),
  rules: (now, before, _, told) => rulesChanges(now, before, told),
  archive: (now, before, name, told) => archiveChanges(now, before, name, told),
  replays: (now, before, _, { say }) => replaysChanges(now, before, say),
  notifications: (now, before, _, told) => notificationsChanges(now, before, told),
  subscriptions: (now, before, _, told) => subscriptionsChanges(now, before, told),
};

/** Most times that are told one by one. Our choice: what fits into a line. */
const MOST_TIMES = 8;

/** Who comes, and when, in seconds. */
export function timesWords(times: readonly number[], say: Say): string {
  const n = times.length;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return say('setting.nobody');
  if (n > 1 && times.every((time) => time === first)) return say('setting.times.at-once', { n, time: first });
  if (n > MOST_TIMES) return say('setting.times.many', { n, first, last });
  return say('setting.times', { n, times: times.map((time) => String(time)).join(', ') });
}

function recordingWords(value: Recording | null, say: Say): string {
  if (value === null) return say('setting.none');
  return say('setting.recording', { length: formatLength(value.binSeconds * value.factors.length) });
}

/** Where nothing is set, everything is allowed; but nobody is in the private network only. */
function componentsWords(value: readonly string[] | null, { say, vocabulary, knob }: Told): string {
  if (value === null) return say(knob.parameter === 'privateNeighbours' ? 'setting.none' : 'setting.all');
  return listed(
    value.map((id) => nameOf(vocabulary, id)),
    say,
  );
}

function policyWords(policy: ScalingPolicy, say: Say): string {
  if (policy.kind !== 'target-tracking') return say(`setting.scaling.${policy.kind}`);
  const { target } = policy;
  return say(policy.metric === 'utilisation' ? 'setting.scaling.target-tracking' : 'setting.scaling.backlog', {
    target,
  });
}
