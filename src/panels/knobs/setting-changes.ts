/**
 * In what one value of a parameter differs from another, in words: a value that is one thing is said itself, of a value
 * with parts each part that is not the same.
 */
import type { Distribution } from '../../engine/distributions.ts';
import { REFERENCE_VCPU } from '../../models/function/runtimes.ts';
import type {
  BucketNotification,
  BusArchive,
  BusReplay,
  BusRule,
  BusTarget,
  Call,
  Destinations,
  EventSourceMapping,
  FunctionVersion,
  Parameter,
  Recording,
  ScalingPolicy,
  Shapes,
  StepProgram,
  TopicSubscription,
  Work,
} from '../../models/parameters.ts';
import { models } from '../../models/registry.ts';
import { isTextKey, textOf, type Vocabulary } from '../../text/text.ts';
import { formatDuration, formatLength, formatNumber, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { minuteText } from '../time/clock-text.ts';
import { choiceOf, type Knob } from './knobs.ts';
import { lowerFirst, optionWords, withUnit } from './value-words.ts';

/** How words are said. */
export interface Saying {
  say: Say;
  vocabulary: Vocabulary;
}

/** One thing that is not the same: what it is called, and its value; without a name where the words say all of it. */
export interface Change {
  name: string | null;
  words: string;
  /** Whether the words say when it is, whenever it was asked for. */
  isTimed?: true;
}

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

/** A length of time as exact as it was set: `0.5 s`, `20 s`; from a minute on `2 m 00 s`. */
function lengthWords(seconds: number): string {
  return seconds < 60 ? `${formatNumber(seconds)} s` : formatDuration(seconds);
}

interface Told extends Saying {
  knob: Knob;
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

/** Seconds, as all distributions of models are but for the length of a video. */
function distributionWords(value: Distribution, { say, knob }: Told): string {
  const of = (n: number): string =>
    knob.parameter === 'videoMinutes' ? say('setting.minutes', { n: formatNumber(n) }) : lengthWords(n);
  switch (value.kind) {
    case 'constant':
      return of(value.value);
    case 'uniform':
      return say('setting.between', { min: of(value.min), max: of(value.max) });
    case 'exponential':
    case 'lognormal':
    case 'erlang':
      return say('setting.mean', { mean: of(value.mean) });
    case 'bimodal':
    case 'empirical':
      return say('setting.one-of');
  }
}

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

// Steps of a program

function stepsChanges(
  now: readonly StepProgram[],
  before: readonly StepProgram[],
  _: string,
  told: Told,
): readonly Change[] {
  const { say } = told;
  const changes = now.flatMap((step, place): Change[] => {
    const was = before[place];
    if (was === undefined) {
      const what = step.work.map((work) => workWords(work, told)).join(', ');
      return [whole(say('setting.more-work', { what: what === '' ? say('setting.none') : what }))];
    }
    return [...workChanges(step.work, was.work, told), ...callsChanges(callsOf(step), callsOf(was), told)];
  });
  return now.length < before.length ? [...changes, whole(say('setting.less-work'))] : changes;
}

/** How long its stretches take, those together that take the same; and how much of them computes. */
function workChanges(now: readonly Work[], before: readonly Work[], told: Told): Change[] {
  const { say, vocabulary } = told;
  const isOther = (work: Work, place: number): boolean => {
    const was = before[place];
    return was === undefined || !isSame(work.seconds, was.seconds) || work.perVideoMinute !== was.perVideoMinute;
  };
  const lengths = new Map<string, string[]>();
  for (const work of now.filter(isOther)) {
    const words = workWords(work, told);
    const of = work.makes === undefined ? [] : [textOf(vocabulary, `object.${work.makes}`)];
    lengths.set(words, [...(lengths.get(words) ?? []), ...of]);
  }
  const shares = now.flatMap((work, place) => {
    const was = before[place];
    return was === undefined || computingOf(work) === computingOf(was) ? [] : [formatShare(computingOf(work))];
  });
  return [
    ...[...lengths].map(([words, of]) => ({
      name: of.length > 0 ? say('setting.work.of', { of: of.join(', ') }) : say('setting.work'),
      words,
    })),
    ...[...new Set(shares)].map((words) => ({ name: say('setting.computing'), words })),
  ];
}

function computingOf({ cpuShare = 1 }: Work): number {
  return cpuShare;
}

/** What computes takes as long as is said on the machine that work is measured on; elsewhere longer or less long. */
function workWords(work: Work, told: Told): string {
  const length = distributionWords(work.seconds, told);
  const each = work.perVideoMinute ? told.say('setting.work.each-minute', { length }) : length;
  return computingOf(work) > 0 ? told.say('setting.work.reference', { length: each, n: REFERENCE_VCPU }) : each;
}

function callsOf({ before = [], after = [], onFailure = [] }: StepProgram): readonly Call[] {
  return [...before, ...after, ...onFailure];
}

function callsChanges(now: readonly Call[], before: readonly Call[], told: Told): Change[] {
  const { say } = told;
  const isIn = (call: Call, calls: readonly Call[]): boolean => calls.some((each) => isSame(sort(each), sort(call)));
  const added = now.filter((call) => !isIn(call, before));
  const gone = before.filter((call) => !isIn(call, now));
  const isTurned = (call: Call): boolean => gone.some(({ to }) => to === call.to);
  const tries = now.flatMap((call) => {
    const was = before.find((each) => isSame(sort(each), sort(call)));
    if (call.counting === undefined || was === undefined || isSame(call.counting, was.counting)) return [];
    return [{ name: say('setting.tries'), words: say('setting.at-most', { n: formatNumber(call.counting.atMost) }) }];
  });
  return [
    ...added.map((call) =>
      whole(isTurned(call) ? callWords(call, told) : say('setting.also', { what: callWords(call, told) })),
    ),
    ...gone
      .filter(({ to }) => !added.some((call) => call.to === to))
      .map((call) => whole(say('setting.no-longer', { what: callWords(call, told) }))),
    ...tries,
  ];
}

/** What tells one call from another. */
function sort({ to, operation, object, event, detail }: Call): unknown {
  return [to, operation, object, event, detail];
}

function callWords({ to, operation }: Call, { say, vocabulary }: Told): string {
  return say(`setting.call.${operation}`, { to: nameOf(vocabulary, to) });
}

// Functions

function versionsChanges(now: readonly FunctionVersion[], before: readonly FunctionVersion[], say: Say): Change[] {
  const wordsBefore = before.map((each) => versionWords(each, say));
  const added = now.filter((each) => !wordsBefore.includes(versionWords(each, say)));
  const gone = before.filter(({ version }) => !now.some((each) => each.version === version));
  return [
    ...added.map((each) => whole(versionWords(each, say))),
    ...gone.map(({ version }) => whole(say('setting.version.gone', { n: version }))),
  ];
}

function versionWords({ version: n, errorShare = 0, workFactor = 1 }: FunctionVersion, say: Say): string {
  if (errorShare > 0) return say('setting.version.errors', { n, share: formatShare(errorShare) });
  return workFactor === 1 ? say('setting.version', { n }) : say('setting.version.work', { n, times: workFactor });
}

const destinationFields = ['onSuccess', 'successEvent', 'onFailure', 'failureEvent', 'deadLetter'] as const;

function destinationsChanges(now: Destinations, before: Destinations, { say, vocabulary }: Told): Change[] {
  return destinationFields
    .filter((field) => now[field] !== before[field])
    .map((field) => {
      const value = now[field];
      const words = value === undefined ? say('setting.none') : nameOf(vocabulary, value);
      return { name: say(`setting.destination.${field}`), words };
    });
}

const mappingFields = [
  'batchSize',
  'windowSeconds',
  'reportFailures',
  'bisect',
  'maximumRetries',
  'maximumAgeSeconds',
  'onFailure',
  'parallelisation',
  'pollers',
  'maximumConcurrency',
] as const;

function mappingsChanges(
  now: readonly EventSourceMapping[],
  before: readonly EventSourceMapping[],
  told: Told,
): Change[] {
  const { say, vocabulary } = told;
  const changes = now.flatMap((mapping): Change[] => {
    const was = before.find(({ from }) => from === mapping.from);
    const added = was === undefined ? [whole(say('setting.mapping', { from: nameOf(vocabulary, mapping.from) }))] : [];
    const fields = mappingFields.filter((field) => mapping[field] !== was?.[field]);
    const told = fields.map((field) => ({
      name: say(`setting.mapping.${field}`),
      words: mappingWords(field, mapping[field], { say, vocabulary }),
    }));
    return [...added, ...told];
  });
  const gone = before.filter(({ from }) => !now.some((each) => each.from === from));
  return [
    ...changes,
    ...gone.map(({ from }) => whole(say('setting.mapping.gone', { from: nameOf(vocabulary, from) }))),
  ];
}

function mappingWords(
  field: (typeof mappingFields)[number],
  value: string | number | boolean | undefined,
  { say, vocabulary }: Saying,
): string {
  if (field === 'windowSeconds') return lengthWords(typeof value === 'number' ? value : 0);
  if (field === 'reportFailures' || field === 'bisect') return say(value === true ? 'setting.yes' : 'setting.no');
  if (field === 'onFailure') return typeof value === 'string' ? nameOf(vocabulary, value) : say('setting.none');
  if (typeof value !== 'number') return say('setting.usual');
  if (field === 'maximumRetries') return value < 0 ? say('setting.for-ever') : withUnit(value, 'times', say);
  if (field === 'maximumAgeSeconds') return value < 0 ? say('setting.for-ever') : lengthWords(value);
  if (field === 'batchSize' || field === 'maximumConcurrency')
    return say('setting.at-most', { n: formatNumber(value) });
  return formatNumber(value);
}

// Buses, buckets and topics

function rulesChanges(now: readonly BusRule[], before: readonly BusRule[], told: Told): Change[] {
  const { say } = told;
  const named = (rules: readonly BusRule[], others: readonly BusRule[]): string[] =>
    rules.map(({ name }) => name).filter((name) => !others.some((other) => other.name === name));
  const [added, missing] = [named(now, before), named(before, now)];
  const names = (list: readonly string[]): { n: number; names: string } => ({ n: list.length, names: list.join(', ') });
  return [
    ...(missing.length > 0 ? [whole(say('setting.rules.without', names(missing)))] : []),
    ...(added.length > 0 ? [whole(say('setting.rules.with', names(added)))] : []),
    ...now.flatMap((rule) => {
      const was = before.find(({ name }) => name === rule.name);
      return was === undefined ? [] : ruleChanges(rule, was, told);
    }),
  ];
}

function ruleChanges(now: BusRule, before: BusRule, told: Told): Change[] {
  const { say, vocabulary } = told;
  const rule = now.name;
  const changes: Change[] = [];
  if (!isSame(now.pattern, before.pattern)) {
    changes.push({
      name: say('setting.rule.pattern', { rule }),
      words: JSON.stringify(now.pattern) ?? say('setting.none'),
    });
  }
  if (now.schedule !== before.schedule) {
    changes.push({ name: say('setting.rule.schedule', { rule }), words: now.schedule ?? say('setting.none') });
  }
  if ((now.enabled ?? true) !== (before.enabled ?? true)) {
    changes.push({
      name: say('setting.rule.enabled', { rule }),
      words: say(now.enabled === false ? 'setting.no' : 'setting.yes'),
    });
  }
  const targets = now.targets.map(({ to }) => to);
  if (
    !isSame(
      targets,
      before.targets.map(({ to }) => to),
    )
  ) {
    const words = listed(
      targets.map((to) => nameOf(vocabulary, to)),
      say,
    );
    changes.push({ name: say('setting.rule.targets', { rule }), words });
  }
  const kept = now.targets.flatMap((target) => {
    const was = before.targets.find(({ to }) => to === target.to);
    return was === undefined ? [] : targetChanges(rule, target, was, told);
  });
  return [...changes, ...kept];
}

const targetFields = ['input', 'maximumRetries', 'maximumAgeSeconds', 'deadLetter'] as const;

function targetChanges(rule: string, now: BusTarget, before: BusTarget, { say, vocabulary }: Told): Change[] {
  const to = nameOf(vocabulary, now.to);
  return targetFields
    .filter((field) => !isSame(now[field], before[field]))
    .map((field) => {
      const name = say(`setting.target.${field}`, { rule, to });
      if (field === 'input') return { name, words: JSON.stringify(now.input) ?? say('setting.target.whole') };
      if (field === 'deadLetter') {
        return { name, words: now.deadLetter === undefined ? say('setting.none') : nameOf(vocabulary, now.deadLetter) };
      }
      const value = now[field];
      if (value === undefined) return { name, words: say('setting.usual') };
      return { name, words: field === 'maximumRetries' ? withUnit(value, 'times', say) : lengthWords(value) };
    });
}

function archiveChanges(now: BusArchive | null, before: BusArchive | null, name: string, { say }: Told): Change[] {
  if (now === null) return [{ name, words: say('setting.none') }];
  const { retentionSeconds, pattern } = now;
  const changes: Change[] = [];
  if (retentionSeconds !== before?.retentionSeconds) {
    const words = retentionSeconds === 0 ? say('setting.for-ever') : lengthWords(retentionSeconds);
    changes.push({ name: say('setting.archive.retention'), words });
  }
  if (!isSame(pattern, before?.pattern)) {
    changes.push({ name: say('setting.archive.pattern'), words: JSON.stringify(pattern) ?? say('setting.all') });
  }
  return changes;
}

function replaysChanges(now: readonly BusReplay[], before: readonly BusReplay[], say: Say): Change[] {
  if (now.length === 0 && before.length > 0) return [whole(say('setting.replay.gone'))];
  return now
    .filter((replay) => !before.some((was) => isSame(was, replay)))
    .map(({ atSeconds, fromSeconds, toSeconds, rule }): Change => {
      const [at, from, to] = [minuteText(atSeconds), minuteText(fromSeconds), minuteText(toSeconds)];
      const words =
        rule === undefined
          ? say('setting.replay', { at, from, to })
          : say('setting.replay.rule', { at, from, to, rule });
      return { name: null, words, isTimed: true };
    });
}

function notificationsChanges(
  now: readonly BucketNotification[],
  before: readonly BucketNotification[],
  { say, vocabulary }: Told,
): Change[] {
  const changes = now.flatMap(({ to, objects }): Change[] => {
    const was = before.find((each) => each.to === to);
    if (was !== undefined && isSame(was.objects, objects)) return [];
    const words = objects?.map((object) => textOf(vocabulary, `object.${object}`)) ?? [say('setting.told.any')];
    return [{ name: say('setting.told', { to: nameOf(vocabulary, to) }), words: listed(words, say) }];
  });
  const gone = before.filter(({ to }) => !now.some((each) => each.to === to));
  return [...changes, ...gone.map(({ to }) => whole(say('setting.told.gone', { to: nameOf(vocabulary, to) })))];
}

const subscriptionFields = ['events', 'objects', 'deadLetterQueue'] as const;

function subscriptionsChanges(
  now: readonly TopicSubscription[],
  before: readonly TopicSubscription[],
  { say, vocabulary }: Told,
): Change[] {
  const changes = now.flatMap((each): Change[] => {
    const to = nameOf(vocabulary, each.to);
    const was = before.find((other) => other.to === each.to);
    const added = was === undefined ? [whole(say('setting.subscribed', { to }))] : [];
    const fields = subscriptionFields.filter((field) => !isSame(each[field], was?.[field]));
    return [
      ...added,
      ...fields.map((field) => {
        const value = each[field];
        const name = say(`setting.subscribed.${field}`, { to });
        if (field === 'deadLetterQueue') {
          return { name, words: typeof value === 'string' ? nameOf(vocabulary, value) : say('setting.none') };
        }
        return { name, words: Array.isArray(value) ? listed(value, say) : say('setting.all') };
      }),
    ];
  });
  const gone = before.filter(({ to }) => !now.some((each) => each.to === to));
  return [...changes, ...gone.map(({ to }) => whole(say('setting.subscribed.gone', { to: nameOf(vocabulary, to) })))];
}

function whole(words: string): Change {
  return { name: null, words };
}

function listed(words: readonly string[], say: Say): string {
  return words.length === 0 ? say('setting.none') : words.join(', ');
}

/** Values are plain data. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
