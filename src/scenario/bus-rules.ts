/** Rules for what an event bus is told: its rules with their patterns, schedules and targets, archive and replays. */
import { readInstant } from '../engine/civil-date.ts';
import { isPath, unknownVariables, variableName } from '../models/event-bus/input.ts';
import {
  LEAST_AGE_SECONDS,
  MOST_AGE_SECONDS,
  MOST_PATHS,
  MOST_REPLAYS,
  MOST_RETRIES,
  MOST_RULES,
  MOST_TARGETS_OF_A_RULE,
} from '../models/event-bus/params.ts';
import { checkPattern } from '../models/event-bus/pattern/pattern.ts';
import { parseSchedule } from '../models/event-bus/schedule/schedule.ts';
import type { Json, JsonObject } from '../models/json.ts';
import type { BusArchive, BusReplay, BusRule, BusTarget, TargetInput } from '../models/parameters.ts';
import { anyOf } from '../text/wording.ts';
import { LONGEST_ID, LONGEST_RUN_SECONDS } from './limits.ts';
import {
  anyRule,
  booleanRule,
  checkedRule,
  listRule,
  mapRule,
  numberRule,
  objectRule,
  orNull,
  type Rule,
  refined,
  textRule,
  variantRule,
} from './rules.ts';

const componentId = textRule('the id of a component', LONGEST_ID);
const ruleName = textRule('a name of at most 64 characters', LONGEST_ID);
const time = numberRule({ min: 0, max: LONGEST_RUN_SECONDS, unit: 's' });

/** Longest schedule expression; Amazon EventBridge API, PutRule: 256. */
const LONGEST_SCHEDULE = 256;
/** Longest path of an input. Amazon EventBridge API, InputPath: 256. */
const LONGEST_PATH = 256;

const pattern: Rule<JsonObject> = checkedRule<JsonObject>(
  'an event pattern, such as {"detail-type":["upload-complete"]}',
  { type: 'object', minProperties: 1 },
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  checkPattern,
);

const schedule: Rule<string> = checkedRule<string>(
  'rate(5 minutes), or cron(0 18 ? * MON-FRI *)',
  { type: 'string', maxLength: LONGEST_SCHEDULE },
  isTextOf(LONGEST_SCHEDULE),
  (text) =>
    parseSchedule(text).problems.map(({ field, allowed }) => ({
      path: [],
      allowed: field === 'expression' ? allowed : `a schedule whose ${field} is ${allowed}`,
    })),
);

const inputPath: Rule<string> = checkedRule<string>(
  "a path into the event, such as $.detail.upload or $['detail-type']",
  { type: 'string', maxLength: LONGEST_PATH },
  (value) => isTextOf(LONGEST_PATH)(value) && isPath(value as string),
  () => [],
);

const input: Rule<TargetInput> = refined(
  variantRule<TargetInput>('what the target gets, such as {"kind":"path","path":"$.detail"}', 'kind', {
    constant: { required: { value: anyRule } },
    path: { required: { path: inputPath } },
    transformer: {
      required: { paths: mapRule(inputPath, 'paths into the event, by the name of a variable'), template: anyRule },
    },
  }),
  (made) => {
    if (made.kind !== 'transformer') return undefined;
    const names = Object.keys(made.paths);
    if (names.length > MOST_PATHS) return { key: 'paths', allowed: `at most ${MOST_PATHS} paths` };
    const wrong = names.find((name) => !variableName.test(name) || name.startsWith('aws.'));
    if (wrong !== undefined) return { key: 'paths', allowed: 'names of letters, digits, _ and -' };
    const [unknown] = unknownVariables(made.template as Json, names);
    if (unknown === undefined) return undefined;
    return {
      key: 'template',
      allowed: `a template without <${unknown}>, or a path of this name: here is ${known(names)}`,
    };
  },
);

function known(names: readonly string[]): string {
  return names.length === 0 ? 'none' : anyOf(names);
}

const target: Rule<BusTarget> = objectRule(
  'a target: to, and perhaps input, maximumRetries, maximumAgeSeconds and deadLetter',
  { to: componentId },
  {
    input,
    maximumRetries: numberRule({ min: 0, max: MOST_RETRIES, integer: true }),
    maximumAgeSeconds: numberRule({ min: LEAST_AGE_SECONDS, max: MOST_AGE_SECONDS, unit: 's' }),
    deadLetter: componentId,
  },
);

const rule: Rule<BusRule> = refined(
  objectRule(
    'a rule: name, pattern or schedule, targets, and perhaps enabled',
    { name: ruleName, targets: listRule(target, 'targets', 0, MOST_TARGETS_OF_A_RULE) },
    { pattern, schedule, enabled: booleanRule },
  ),
  (made) => {
    if (made.pattern !== undefined || made.schedule !== undefined) return undefined;
    return { key: 'pattern', allowed: 'an event pattern, or a schedule beside it: a rule has at least one of the two' };
  },
);

export const busRules: Rule<BusRule[]> = refined(listRule(rule, 'rules', 0, MOST_RULES), (list) => {
  const key = list.findIndex((each, place) => list.findIndex(({ name }) => name === each.name) < place);
  return key < 0 ? undefined : { key, allowed: `a rule of another name: "${list[key]?.name}" is in the list already` };
});

export const busArchive: Rule<BusArchive | null> = orNull(
  objectRule(
    'an archive: retentionSeconds (0 is for ever) and perhaps pattern',
    { retentionSeconds: time },
    { pattern },
  ) as Rule<BusArchive>,
);

const replay: Rule<BusReplay> = refined(
  objectRule(
    'a replay: atSeconds, fromSeconds, toSeconds and perhaps rule',
    { atSeconds: time, fromSeconds: time, toSeconds: time },
    { rule: ruleName },
  ),
  ({ fromSeconds, toSeconds }) =>
    toSeconds > fromSeconds
      ? undefined
      : { key: 'toSeconds', allowed: `more than fromSeconds, which is ${fromSeconds}` },
);

export const busReplays: Rule<BusReplay[]> = listRule(replay, 'replays', 0, MOST_REPLAYS);

export const instant: Rule<string> = checkedRule<string>(
  'an existing date and time in UTC, such as 2030-01-07T08:00:00Z',
  { type: 'string', format: 'date-time' },
  (value) => isTextOf(LONGEST_ID)(value) && readInstant(value as string) !== null,
  () => [],
);

function isTextOf(most: number): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && value.length > 0 && value.length <= most;
}
