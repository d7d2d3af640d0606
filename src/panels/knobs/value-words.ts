/** Values of parameters in words. */
import { type InstanceType, instanceTypes } from '../../models/instance-group/instance-types.ts';
import type { EventSourceMapping, FunctionVersion, Parameter, Unit } from '../../models/parameters.ts';
import { models } from '../../models/registry.ts';
import { filledTextOf, isTextKey, type Vocabulary } from '../../text/text.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { choiceOf, type Knob } from './knobs.ts';

/** A number with its unit. */
export function withUnit(value: number, unit: Unit, say: Say): string {
  if (unit === 'share') return formatShare(value);
  return `${formatNumber(value)} ${say(`unit.${unit}` as 'unit.messages', { n: value })}`.trimEnd();
}

/** What can be chosen, in words: those of the catalogue, or the value itself where that says enough. */
export function optionWords({ kind, parameter }: Knob, value: string | number, vocabulary: Vocabulary): string {
  if (parameter === 'instanceType') return sizeWords(value as InstanceType, vocabulary);
  const own = `choice.${kind}.${parameter}`;
  if (isTextKey(own)) return filledTextOf(vocabulary, own, { n: value });
  const each = `${own}.${value}`;
  return isTextKey(each) ? filledTextOf(vocabulary, each, {}) : String(value);
}

/**
 * The value of any parameter, whether or not it can be turned while the run goes on: a choice in words, a number with its
 * unit, a list by what is in it; null for what has no words, such as a distribution.
 */
export function settingWords(knob: Knob, value: unknown, say: Say, vocabulary: Vocabulary): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return listWords(value, say, vocabulary);
  if (typeof value === 'string' || choiceOf(knob, value) !== null) return optionWords(knob, value, vocabulary);
  const declared = (models[knob.kind].parameters as Readonly<Record<string, Parameter>>)[knob.parameter];
  return declared?.type === 'number' ? withUnit(value, declared.unit, say) : formatNumber(value);
}

/** A list that a few words tell: components, things with names, versions of a function, or what it is fed from; else null. */
export function listWords(value: unknown, say: Say, vocabulary: Vocabulary): string | null {
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return say('value.none');
  const words = (value as readonly unknown[]).map((each) => {
    if (typeof each === 'string') return nameOf(vocabulary, each);
    const told = each as Partial<FunctionVersion & EventSourceMapping> & { name?: unknown };
    if (typeof told.name === 'string') return told.name;
    if (typeof told.version === 'number') return withAsides(String(told.version), versionAsides(told, say));
    if (typeof told.from === 'string') return withAsides(nameOf(vocabulary, told.from), mappingAsides(told, say));
    return null;
  });
  return words.every((each) => each !== null) ? words.join(', ') : null;
}

function withAsides(name: string, asides: readonly string[]): string {
  return asides.length > 0 ? `${name} (${asides.join(', ')})` : name;
}

function versionAsides({ errorShare = 0, workFactor = 1 }: Partial<FunctionVersion>, say: Say): string[] {
  return [
    ...(errorShare > 0 ? [say('value.version.errors', { share: formatShare(errorShare) })] : []),
    ...(workFactor !== 1 ? [say('value.version.work', { n: workFactor })] : []),
  ];
}

function mappingAsides(mapping: Partial<EventSourceMapping>, say: Say): string[] {
  const { batchSize, windowSeconds, reportFailures, bisect, maximumRetries } = mapping;
  return [
    ...(batchSize === undefined ? [] : [say('value.mapping.batch', { n: batchSize })]),
    ...(windowSeconds === undefined ? [] : [say('value.mapping.window', { s: windowSeconds })]),
    ...(reportFailures ? [say('value.mapping.reports')] : []),
    ...(bisect ? [say('value.mapping.bisect')] : []),
    ...(maximumRetries === undefined || maximumRetries < 0
      ? []
      : [say('value.mapping.retries', { n: maximumRetries })]),
  ];
}

function sizeWords(name: InstanceType, vocabulary: Vocabulary): string {
  const { vcpu, memoryGib } = instanceTypes[name];
  return filledTextOf(vocabulary, 'choice.size', { name, vcpu, memory: memoryGib });
}
