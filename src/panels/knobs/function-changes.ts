/** In what versions, destinations and event source mappings of a function differ, in words. */
import type { Destinations, EventSourceMapping, FunctionVersion } from '../../models/parameters.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { type Change, lengthWords, type Saying, type Told, whole } from './change.ts';
import { withUnit } from './value-words.ts';

export function versionsChanges(
  now: readonly FunctionVersion[],
  before: readonly FunctionVersion[],
  say: Say,
): Change[] {
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

export function destinationsChanges(now: Destinations, before: Destinations, { say, vocabulary }: Told): Change[] {
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

export function mappingsChanges(
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
